import Access
import Attachments
import Evidence
import HTML
import Kernel
import Web

/// One person: details, posts with their dates, deputies, files, and how the account stands.
struct PersonPage: Sendable {
    let file: PersonFile
    let evidence: [EvidenceFile]
    let today: Day
    let caller: Caller
    /// A form of evidence that was not taken.
    var sent: SentEvidence?

    private var person: Person { file.person }
    private var place: Path { .person(person.id) }
    private var mayManage: Bool { caller.may(.managePeople) }
    private var isOwn: Bool { caller.person == person.id }

    var page: Page {
        Page(
            Term(person.name, en: person.name),
            trail: [
                Crumb(
                    Term("人員", en: "People"),
                    Path("people").with(
                        "agency", person.agencyID == caller.agency ? nil : person.agencyID))
            ], aside: aside
        ) {
            PageHeading(
                Term(person.name, en: person.name), eyebrow: HTML(file.entry.agencyName),
                actions: mayManage
                    ? [ActionLink(Term("更正資料", en: "Correct"), place.appending("edit")).body] : [])
            panel(Term("基本資料", en: "Basics"), id: "basics") { SummaryList(basics) }
            posts
            account
            files
        }
    }

    private var basics: [SummaryList.Fact] {
        let edit = mayManage ? place.appending("edit") : nil
        let details = person.details
        return [
            .init(Term("帳號", en: "Account"), text: details.account?.text ?? "", change: edit),
            .init(Term("Email", en: "Email"), text: details.email ?? "", change: edit),
            .init(Term("電話", en: "Phone"), text: details.phone ?? "", change: edit),
        ]
    }

    private var posts: HTML {
        panel(
            Term("角色", en: "Roles"), id: "posts",
            link: mayManage && !isOwn
                ? Crumb(Term("指派角色", en: "Give a role"), place.appending("posts")) : nil
        ) {
            if file.posts.isEmpty {
                p(.class("missing")) { Term("沒有角色", en: "No role") }
            } else {
                DataTable(
                    Term("角色", en: "Roles"), columns: columns, rows: file.posts.map(Post.init))
            }
        }
    }

    private struct Post: Sendable {
        let post: Appointment
        let agencyName: String
    }

    private var columns: [TableColumn<Post>] {
        let today = today
        let mayEnd = mayManage && !isOwn
        let place = place
        return [
            TableColumn(Term("角色", en: "Role")) { HTML($0.post.role.term) },
            TableColumn(Term("機關", en: "Agency")) { HTML($0.agencyName) },
            TableColumn(Term("任期", en: "Term")) { HTML($0.post.days) },
            TableColumn(Term("現況", en: "Now")) { item in
                if item.post.isHeld(on: today) {
                    if mayEnd {
                        actionForm(
                            Term("免除", en: "End"),
                            to: place.appending("posts").appending(item.post.id.description)
                                .appending("end"), .small, subject: item.post.role.term.zh)
                    } else {
                        Term("在任", en: "In office")
                    }
                } else if item.post.endedAt == nil, item.post.term.fromOn > today {
                    Term("還沒開始", en: "To come")
                } else {
                    Term("已結束", en: "Ended")
                }
            },
        ]
    }
}

extension PersonPage {
    @HTMLBuilder
    private var files: HTML {
        if mayManage || !evidence.isEmpty {
            EvidencePanel(
                files: evidence, place: place.appending("evidence"), mayAdd: mayManage,
                sent: sent)
        }
    }

    private var account: HTML {
        panel(Term("帳號狀態", en: "Account"), id: "account") {
            p { file.entry.access.term }
            if mayManage, !isOwn {
                div(.class("row")) {
                    if let invite = inviteTerm {
                        actionForm(invite, to: place.appending("invitation"))
                    }
                    if person.disabledAt == nil {
                        turn("closed", Term("停用帳號", en: "Close the account"))
                    } else {
                        turn("open", Term("恢復帳號", en: "Reopen the account"))
                    }
                }
            }
        }
    }

    /// What the link would be for; `nil` where there is none to make.
    private var inviteTerm: Term? {
        switch file.entry.access {
        case .none, .closed, .account: nil
        case .uninvited: Term("產生邀請函", en: "Make the invitation")
        case .invited, .lapsed: Term("重新產生邀請函", en: "Make the invitation again")
        case .open: Term("產生重設密碼的連結", en: "Make a link for a new password")
        }
    }

    private func turn(_ state: String, _ term: Term) -> HTML {
        form(.post, to: place.appending("account"), .class("act")) {
            hiddenField("state", state)
            button(.class("btn btn--plain")) { term }
        }
    }

    private var aside: HTML {
        panel(Term("代理人", en: "Deputies"), id: "deputies") {
            if file.standIns.isEmpty {
                p(.class("missing")) { Term("尚未指定", en: "Nobody named") }
            } else {
                ul(.class("plain")) {
                    for standIn in file.standIns {
                        li {
                            standIn.isForOther
                                ? Term("代理\(standIn.name)", en: "Stands in for \(standIn.name)")
                                : Term("由\(standIn.name)代理", en: "\(standIn.name) stands in")
                            br()
                            span(.class("hint")) { standIn.term.days }
                        }
                    }
                }
            }
            if person.disabledAt != nil, !file.standIns.isEmpty {
                p { Term("帳號停用期間，代理不生效。", en: "While the account is closed, nobody stands in.") }
            }
            p(.class("hint")) {
                Term("代理人由本人在「我的帳號」指定。", en: "People choose their deputies themselves.")
            }
        }
    }
}

extension Appointment {
    fileprivate var days: Term {
        guard let endedAt else { return term.days }
        return Term(
            "\(term.fromOn.rocSlashes)－\(endedAt.day.rocSlashes)（免除）",
            en: "\(term.fromOn) to \(endedAt.day), ended")
    }
}

extension DatedTerm {
    var days: Term {
        Term(
            "\(fromOn.rocSlashes)－\(untilOn?.rocSlashes ?? "")",
            en: "\(fromOn) to \(untilOn?.description ?? "")")
    }
}
