import Kernel
import Testing

@testable import Statute

/// The sentences that tell people why they owe something, counted from when, and by when.
@Suite struct DutySentenceTests {
    @Test(arguments: [
        (
            "level.staff", Level.a,
            """
            A 級單位的應辦事項「資通安全專職人員」（至少 4 人）：從 115/03/15 核定等級起算，1 年內完成，\
            之後維持；期限 116/03/15。資安要有專人做，才不會沒人管。（資通安全責任等級分級辦法附表一）
            """
        ),
        (
            "level.audit", .a,
            """
            A 級單位的應辦事項「內部資通安全稽核」：每年 2 次；這一期從 116/01/01 起算，期限 116/12/31。\
            自己先查，問題才不會等到出事才知道。（資通安全責任等級分級辦法附表一）
            """
        ),
        (
            "level.training-it", .d,
            """
            D 級單位的應辦事項「資訊人員專業課程訓練」（每人至少 3 小時）：2 年一期；這一期從 116/01/01 起算，\
            期限 117/12/31。做資訊的人也要懂資安。（資通安全責任等級分級辦法附表七）
            """
        ),
        (
            "level.isms", .c,
            """
            C 級單位的應辦事項「資訊安全管理系統之導入」（全部核心資通系統）：從 115/03/15 核定等級起算，\
            2 年內完成，之後維持；期限 117/03/15。這一年還沒有辦公日曆表，只按週末推算。核心系統要有成套的管理制度，不靠個人經驗。\
            （資通安全責任等級分級辦法附表五）
            """
        ),
        (
            "level.mail-filter", .d,
            """
            有郵件伺服器的 D 級單位的建議事項「電子郵件過濾機制」：從 115/03/15 核定等級起算，1 年內完成，\
            之後維持；期限 116/03/15。有郵件伺服器的單位，先擋掉有問題的信。（資通安全責任等級分級辦法附表七）
            """
        ),
        (
            "act.ciso", .e,
            """
            E 級單位的應辦事項「資通安全長」：隨時都要做到。要有一位主管負責督導資安。（資通安全管理法第12條）
            """
        ),
        (
            "incident.meeting", .c,
            """
            C 級單位的應辦事項「重大事件資通安全長會議」：發生重大資安事件時就辦。\
            重大事件由資通安全長召集，一起決定怎麼處理。（資通安全事件通報應變及演練辦法第9條第3項）
            """
        ),
    ])
    func `a duty tells who owes it, how much, from when, by when and why`(
        _ id: String, _ level: Level, _ sentence: String
    ) throws {
        let facts = AgencyFacts(level: level, classifiedOn: try .of("2026-03-15"))
        #expect(try explanation(of: id, facts, on: "2026-06-01").zh == sentence)
    }

    @Test func `the English sentence says the same`() throws {
        let facts = AgencyFacts(level: .a, classifiedOn: try .of("2026-03-15"))
        #expect(
            try explanation(of: "level.staff", facts, on: "2026-06-01").en == """
                “Full-time security staff” (at least 4 people) is owed by level A organisations: \
                within 1 year of its classification on 2026-03-15, then kept up; due 2027-03-15. \
                Security needs people whose job it is. \
                (Regulations on Cyber Security Responsibility Levels, annex 1)
                """)
    }

    @Test func `an allowance names the event that started it last`() throws {
        var facts = AgencyFacts(level: .a, classifiedOn: try .of("2015-03-15"))
        #expect(
            try explanation(of: "level.vans", facts, on: "2022-06-01").zh
                .contains("從 110/08/23 這項規定施行起算，1 年內完成"))
        facts.staffChangedOn = try .of("2026-03-15")
        #expect(
            try explanation(of: "level.staff", facts, on: "2026-06-01").zh
                .contains("從 115/03/15 人員異動起算"))
        facts.staffChangedOn = try .of("2014-03-15")
        #expect(
            try explanation(of: "level.staff", facts, on: "2026-06-01").zh
                .contains("從 104/03/15 核定等級起算"))
    }

    @Test func `an end that rest days moved is told with those days`() throws {
        let facts = AgencyFacts(level: .a, classifiedOn: try .of("2026-02-10"))
        let why = try explanation(of: "level.staff", facts, on: "2026-06-01")
        #expect(why.zh.contains("期限 116/02/11。末日遇休息日 116/02/10（補假），順延到下一個上班日。"))
        #expect(why.en.contains("due 2027-02-11. Rest days move it to the next working day"))
    }

    @Test func `a deadline that is over does not ask for its calendar, one to come does`() throws {
        let facts = AgencyFacts(level: .a, classifiedOn: try .of("2019-12-01"))
        let over = try explanation(of: "level.staff", facts, on: "2026-06-01")
        #expect(over.zh.contains("期限 109/12/01。資安"))
        let coming = try explanation(of: "level.staff", facts, on: "2020-06-01")
        #expect(coming.zh.contains("期限 109/12/01。這一年還沒有辦公日曆表，只按週末推算。資安"))
    }

    @Test func `what an event brings about names that event, and each event once`() throws {
        var told: [Cadence.Event: Term] = [:]
        for day in ["2020-06-01", "2022-06-01", "2026-06-01"] {
            let facts = AgencyFacts(level: .a, classifiedOn: try .of("2019-12-01"))
            for owed in law.owed(by: facts, on: try .of(day)) {
                guard case .after(let event, _) = owed.cadence else { continue }
                #expect(owed.explanation.zh.contains("：\(event.term.zh)時就辦。"))
                #expect(owed.explanation.en.contains(": whenever \(event.term.en). "))
                told[event] = owed.cadence.term
            }
        }
        #expect(Set(told.keys) == Set(Cadence.Event.allCases))
        #expect(Set(told.values.map(\.zh)).count == Cadence.Event.allCases.count)
        #expect(Set(told.values.map(\.en)).count == Cadence.Event.allCases.count)
    }

    @Test func `every sentence of every edition is whole`() throws {
        var seen = 0
        for day in ["2020-06-01", "2022-06-01", "2026-06-01"] {
            for level in Level.allCases {
                for kind in OrganisationKind.allCases {
                    let facts = AgencyFacts(
                        level: level, kind: kind, classifiedOn: try .of("2019-12-01"))
                    for owed in law.owed(by: facts, on: try .of(day)) {
                        seen += 1
                        let why = owed.explanation
                        #expect(why.zh.hasSuffix("（\(owed.citation.zh)）"))
                        #expect(owed.duty.why.zh.hasSuffix("。"), "\(owed.duty.id)")
                        #expect(owed.duty.why.en.hasSuffix("."), "\(owed.duty.id)")
                        for flaw in ["（）", "。。", "，，", "：。", "  ", "nil", " ,"] {
                            #expect(!why.zh.contains(flaw), "\(owed.duty.id): \(why.zh)")
                            #expect(!why.en.contains(flaw), "\(owed.duty.id): \(why.en)")
                        }
                        if let opensOn = owed.opensOn {
                            #expect(why.zh.contains("從 \(opensOn.rocSlashes)"))
                            #expect(why.en.contains("\(opensOn)"))
                        }
                        if let dueOn = owed.dueOn {
                            #expect(why.zh.contains("期限 \(dueOn.rocSlashes)"))
                            #expect(why.en.contains("due \(dueOn)"))
                        }
                    }
                }
            }
        }
        #expect(seen > 500)
    }

    private func explanation(
        of id: String, _ facts: AgencyFacts, on day: String
    ) throws -> Term {
        let owed = law.owed(by: facts, on: try .of(day)).first { $0.duty.id == id }
        return try #require(owed).explanation
    }
}
