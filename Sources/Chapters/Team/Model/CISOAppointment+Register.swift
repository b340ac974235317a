import Access
import HTML
import Kernel
import Registers
import Storage

extension CISOAppointment {
    package static let register = Register<CISOAppointment>(
        kind: "cisoAppointment", table: "cisoAppointment", path: "ciso-appointments",
        title: Term("資安長派任", en: "CISO appointments"),
        one: Term("資安長派任", en: "CISO appointment"),
        emptyHint: Term(
            "還沒有登錄資安長。每個機關都要有一位，由首長簽陳核可。",
            en: "No CISO is entered. Every agency has one, approved by its head."),
        sort: "fromOn", see: .seeTeam, edit: .editTeam, supervision: .open,
        columns: columns, remarks: remarks,
        ties: RegisterTies(settled: { change, appointment, _ in
            var appointment = appointment
            appointment.match = try change.person(
                named: appointment.name, of: appointment.agencyID)
            return appointment
        }),
        extras: extras)

    private static let columns = Columns<CISOAppointment>(
        identity: ["name", "fromOn"], make: make, rules: problems,
        Field(
            "name", \.name, Term("姓名", en: "Name"),
            FieldTraits(
                aliases: ["資安長", "資通安全長"],
                hint: Term("和人員名冊同名的會連起來", en: "A name of the list of people is linked"),
                listed: true, sorted: true, searched: true), rules: .atMost(60)),
        Field(
            "post", \.post, Term("職稱", en: "Post"),
            FieldTraits(
                hint: Term("例如：副局長、教務主任", en: "As in: deputy director-general"), listed: true,
                searched: true), rules: .atMost(60)),
        Field(
            "fromOn", \.fromOn, Term("任職日期", en: "From"),
            FieldTraits(listed: true, sorted: true, group: .term)),
        Field(
            "untilOn", \.untilOn, Term("卸任日期", en: "Until"),
            FieldTraits(
                hint: Term("還在任就空著", en: "Leave blank while it lasts"), listed: true,
                nothing: Term("在任", en: "In office"), group: .term)),
        Field(
            "approvedOn", \.approval.on, Term("簽陳核可日期", en: "Approved on"),
            FieldTraits(listed: true, group: .approval)),
        Field(
            "document", \.approval.document, Term("簽陳文號", en: "Document number"),
            FieldTraits(
                aliases: ["文號", "核定文號"],
                hint: Term("例如：北市教資字第 1150001 號", en: "The number of the submission"),
                searched: true, group: .approval), rules: .atMost(60)),
        Field(
            "approver", \.approval.approver, Term("核可人", en: "Approved by"),
            FieldTraits(
                hint: Term("機關首長的職稱和姓名", en: "The head, by post and name"),
                group: .approval), rules: .atMost(60)),
        Field(
            "deputy", \.deputy, Term("代理人", en: "Deputy"),
            FieldTraits(listed: true), rules: .atMost(60)),
        Field(
            "person", \.match, Term("人員名冊", en: "List of people"),
            FieldTraits(settled: "")),
        derived: [
            .derived(
                Field(
                    "approved", \.isApproved, Term("已核可", en: "Approved"),
                    FieldTraits(listed: true, filtered: true, group: .approval)))
        ],
        questions: [
            RowQuestion("current", Term("在任", en: "In office")) { day in
                "item.approved = \(true) AND \(TeamQuestions.current(on: day))"
            },
            RowQuestion(
                "left", Term("已離職但派任還沒結束", en: "Left, but still appointed"),
                note: { count in
                    Term(
                        "\(count) 位資安長的帳號已停用或沒有任何職務，派任還沒結束。看看要換成誰。",
                        en: "\(count) CISOs have left and are still appointed. Replace them.")
                }
            ) { day in
                """
                item.approved = \(true) AND \(TeamQuestions.current(on: day))
                  AND \(TeamQuestions.hasLeft(on: day))
                """
            },
            RowQuestion("pending", Term("簽核中", en: "Pending")) { _ in "item.approved = \(false)" },
        ])

    private static let extras = RegisterExtras<CISOAppointment>(
        offers: { view in
            let people = try view.namesOfPeople()
            return ["name": people, "deputy": people]
        },
        notes: { view in
            try CISOGap.note(view).map { [ListNote($0, "/ciso-gaps")] } ?? []
        })
}

extension FieldGroup {
    static let approval = FieldGroup(
        "approval", Term("簽陳核可", en: "Approval"),
        help: Term(
            "核可日期和文號都填了，派任才生效。簽呈掃描檔可以附在佐證。",
            en: "It takes effect with the day and number of the approval. Attach the scan."))
}
