import Access
import Kernel
import Registers
import Storage

/// A certificate of somebody who does the agency's security work (資安專職人員的證照與職能證書, 陸/一/3,
/// 附件1).
package struct Certificate: RegisterRow {
    package var head: RowHead
    /// 姓名, as written.
    package let name: String
    package let kind: CertificateKind
    /// What it is called, as in 「ISO/IEC 27001 主導稽核員」.
    package let title: String
    /// 字號.
    package let number: String?
    package let obtainedOn: Day
    /// 到期日; `nil` for one that does not expire.
    package let expiresOn: Day?
    package var match: PersonMatch

    static func make(
        _ head: RowHead, _ name: String, _ kind: CertificateKind, _ title: String,
        _ number: String?, _ obtainedOn: Day, _ expiresOn: Day?, _ match: PersonMatch
    ) -> Certificate {
        Certificate(
            head: head, name: name, kind: kind, title: title, number: number,
            obtainedOn: obtainedOn, expiresOn: expiresOn, match: match)
    }

    static func problems(_ certificate: Certificate) -> [FieldError] {
        guard let last = certificate.expiresOn, last < certificate.obtainedOn else { return [] }
        return [
            FieldError(
                field: "expiresOn",
                message: Term(
                    "到期日比取得日（\(certificate.obtainedOn.rocSlashes)）早，改成之後的日期",
                    en: "It expires before it was obtained, on \(certificate.obtainedOn)"))
        ]
    }

    /// Which certificates are valid on a day.
    static func isValid(on day: Day) -> SQL {
        "item.obtainedOn <= \(day) AND (item.expiresOn IS NULL OR item.expiresOn >= \(day))"
    }
}

/// The two kinds of certificates that the schedules ask of each person.
package enum CertificateKind: String, Choice {
    case licence
    case competence

    package var term: Term {
        switch self {
        case .licence: Term("資通安全專業證照", en: "Professional licence")
        case .competence: Term("資通安全職能訓練證書", en: "Competence certificate")
        }
    }
}

extension Certificate {
    package static let register = Register<Certificate>(
        kind: "certificate", table: "certificate", path: "certificates",
        title: Term("資安證照", en: "Certificates"), one: Term("證照或證書", en: "Certificate"),
        emptyHint: Term(
            "還沒有登錄證照。資安專職人員每人要有專業證照和職能訓練證書，會印在附件1。",
            en: "No certificates yet. Security staff hold a licence and a competence certificate."),
        sort: "name", see: .seeTeam, edit: .editTeam, supervision: .open,
        columns: columns,
        ties: RegisterTies(settled: { change, certificate, _ in
            var certificate = certificate
            certificate.match = try change.person(
                named: certificate.name, of: certificate.agencyID)
            return certificate
        }),
        extras: RegisterExtras(offers: { ["name": try $0.namesOfPeople()] }))

    private static let columns = Columns<Certificate>(
        identity: ["name", "title", "number"], make: make, rules: problems,
        Field(
            "name", \.name, Term("姓名", en: "Name"),
            FieldTraits(
                hint: Term("和人員名冊同名的會連起來，才算進附件1", en: "Linked by name to the list of people"),
                listed: true, sorted: true, searched: true), rules: .atMost(60)),
        Field(
            "kind", \.kind, Term("類別", en: "Kind"),
            FieldTraits(aliases: ["證照類別"], listed: true, filtered: true)),
        Field(
            "title", \.title, Term("證照名稱", en: "Title"),
            FieldTraits(aliases: ["名稱", "證書名稱"], listed: true, searched: true),
            rules: .atMost(100)),
        Field(
            "number", \.number, Term("字號", en: "Number"),
            FieldTraits(aliases: ["證照編號", "證號"], listed: true, searched: true), rules: .atMost(60)),
        Field(
            "obtainedOn", \.obtainedOn, Term("取得日", en: "Obtained on"),
            FieldTraits(aliases: ["取得日期"], listed: true, group: .validity)),
        Field(
            "expiresOn", \.expiresOn, Term("到期日", en: "Expires on"),
            FieldTraits(
                aliases: ["有效期限", "到期日期"],
                hint: Term("沒有期限就空著", en: "Leave blank where it does not expire"), listed: true,
                nothing: Term("無期限", en: "Does not expire"), group: .validity)),
        Field(
            "person", \.match, Term("人員名冊", en: "List of people"), FieldTraits(settled: "")),
        questions: [
            RowQuestion("valid", Term("有效", en: "Valid")) { isValid(on: $0) },
            RowQuestion(
                "ending", Term("三個月內到期", en: "Expiring within three months"),
                note: { count in
                    Term(
                        "\(count) 張證照三個月內到期。換發後登錄新的到期日。",
                        en: "\(count) certificates expire within three months.")
                }
            ) { day in
                "item.expiresOn >= \(day) AND item.expiresOn <= \(day.adding(months: 3))"
            },
            RowQuestion("expired", Term("已過期", en: "Expired")) { "item.expiresOn < \($0)" },
        ])
}

extension FieldGroup {
    static let validity = FieldGroup("validity", Term("效期", en: "Validity"))
}
