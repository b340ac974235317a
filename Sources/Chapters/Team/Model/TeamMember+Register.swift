import Access
import HTML
import Kernel
import Registers
import Storage

extension TeamMember {
    package static let register = Register<TeamMember>(
        kind: "teamMember", table: "teamMember", path: "team",
        title: Term("推行小組", en: "Security team"), one: Term("小組成員", en: "Team member"),
        emptyHint: Term(
            "還沒有推行小組成員。先加召集人，再照組別加組員。",
            en: "Nobody is on the team yet. Add its convener, then the members by group."),
        sort: "team", see: .seeTeam, edit: .editTeam, supervision: .open,
        columns: columns,
        ties: RegisterTies(settled: { change, member, _ in
            var member = member
            member.match = try change.person(named: member.name, of: member.agencyID)
            return member
        }),
        extras: extras)

    private static let columns = Columns<TeamMember>(
        identity: ["team", "position", "name"], make: make, rules: problems,
        Field(
            "team", \.group, Term("組別", en: "Group"),
            FieldTraits(
                hint: Term("市府的編組或機關自己的組別", en: "Of the city's pattern, or your own"),
                listed: true, sorted: true, searched: true), rules: .atMost(40)),
        Field(
            "position", \.position, Term("職稱", en: "Position"),
            FieldTraits(
                aliases: ["小組職稱", "擔任職務"], listed: true,
                offers: ["召集人", "執行秘書", "組長", "組員"]), rules: .atMost(40)),
        Field(
            "unit", \.unit, Term("單位職級", en: "Unit and rank"),
            FieldTraits(
                aliases: ["單位", "單位/職稱", "本職"],
                hint: Term("例如：教務處主任", en: "As in: head of academic affairs"),
                listed: true, searched: true), rules: .atMost(60)),
        Field(
            "name", \.name, Term("姓名", en: "Name"),
            FieldTraits(
                hint: Term("和人員名冊同名的會連起來", en: "A name of the list of people is linked"),
                listed: true, sorted: true, searched: true), rules: .atMost(60)),
        Field(
            "duties", \.duties, Term("職掌事項", en: "Duties"),
            FieldTraits(aliases: ["職掌", "工作事項"], searched: true, long: true), rules: .atMost(1_000)),
        Field(
            "phone", \.phone, Term("分機", en: "Extension"),
            FieldTraits(aliases: ["電話", "聯絡電話", "分機/Email"], listed: true, group: .contact),
            rules: .atMost(40)),
        Field(
            "email", \.email, Term("Email", en: "Email"),
            FieldTraits(aliases: ["電子郵件", "信箱"], group: .contact), rules: .atMost(100)),
        Field(
            "deputy", \.deputy, Term("代理人", en: "Deputy"),
            FieldTraits(listed: true, group: .contact), rules: .atMost(60)),
        Field(
            "fromOn", \.fromOn, Term("任職日期", en: "From"),
            FieldTraits(aliases: ["異動日期", "到任日期"], group: .term)),
        Field(
            "untilOn", \.untilOn, Term("卸任日期", en: "Until"),
            FieldTraits(
                hint: Term("還在任就空著", en: "Leave blank while it lasts"),
                nothing: Term("在任", en: "In office"), group: .term)),
        Field(
            "confirmedOn", \.confirmedOn, Term("最近確認", en: "Last confirmed"),
            FieldTraits(listed: true, settled: "", group: .term)),
        Field(
            "person", \.match, Term("人員名冊", en: "List of people"),
            FieldTraits(settled: "")),
        questions: TeamQuestions.all)

    /// All of the caller's own agency who have not left are confirmed at once, however many others a list
    /// shows: the act says how many, and whose where there are others.
    private static func confirming(_ view: View) throws -> [RegisterAct] {
        let caller = view.caller
        let count = try TeamMember.countStaying(in: caller.agency, view)
        guard count > 0 else { return [] }
        let whose = caller.nameAmongOthers
        return [
            RegisterAct(
                Term("\(whose)\(count) 位都沒變，確認", en: "\(whose)\(count) unchanged: confirm"),
                to: "/team/confirmation")
        ]
    }

    private static let extras = RegisterExtras<TeamMember>(
        acts: { view, _ in try confirming(view) },
        rowActs: { member, today in
            guard member.untilOn.map({ $0 >= today }) ?? true else { return [] }
            return [
                RegisterAct(
                    Term("沒變，確認", en: "Unchanged: confirm"),
                    to: Path("team", member.head.uuid.uuidString.lowercased(), "confirmation"))
            ]
        },
        offers: { view in
            let people = try view.namesOfPeople()
            return [
                "team": try TeamGroup.names(view), "name": people, "deputy": people,
            ]
        }, verbs: [.confirmTeam])
}

extension FieldGroup {
    static let contact = FieldGroup("contact", Term("聯絡與代理", en: "Contact and deputy"))
    static let term = FieldGroup("term", Term("任期", en: "Term"))
}
