import Kernel
import Registers

extension Business {
    /// Makes a business of what stands in its columns.
    static func make(
        _ head: RowHead, _ name: String, _ standing: BusinessStanding, _ legalGround: String?,
        _ owner: String, _ importance: String?, _ failureEffect: String?, _ longest: Int?,
        _ answer: SystemsAnswer?, _ systems: Names, _ runBy: String?
    ) -> Business {
        Business(
            head: head, name: name, standing: standing, legalGround: legalGround, owner: owner,
            importance: importance, failureEffect: failureEffect, longestOutageHours: longest,
            systems: SystemsOfBusiness(written: systems, answer: answer, runBy: runBy))
    }

    /// Core business has its legal ground (參); an answer about systems is complete.
    static func problems(_ business: Business) -> [FieldError] {
        var found: [FieldError] = []
        if business.standing == .core, business.legalGround == nil {
            found.append(
                FieldError(
                    field: "legalGround",
                    message: Term(
                        "核心業務要寫法定依據；可以用清單裡的說法",
                        en: "Core business needs its legal ground; the list offers phrases")))
        }
        return found + problems(business.systems)
    }

    private static func problems(_ systems: SystemsOfBusiness) -> [FieldError] {
        switch systems.answer {
        case .listed where systems.names.isEmpty:
            let message = Term(
                "寫下資通系統的名稱，一行一個；沒有系統就選「無」",
                en: "Name the systems, one a line; without any choose None")
            return [FieldError(field: "systems", message: message)]
        case .none? where !systems.names.isEmpty:
            let message = Term(
                "寫了系統名稱，就不能選「無」", en: "With systems named the answer is not None")
            return [FieldError(field: "systemsAnswer", message: message)]
        case .centralised where systems.runBy == nil:
            let message = Term(
                "向上集中的要寫由哪個機關維運", en: "Say which agency runs it for you")
            return [FieldError(field: "runBy", message: message)]
        case .listed, .centralised, .none?, nil: return []
        }
    }

    /// What is still missing before the list can be approved (03-3), and what a blank means.
    static func remarks(_ business: Business) -> [Remark] {
        var remarks: [Remark] = []
        if business.importance == nil {
            remarks.append(
                Remark(
                    "importance",
                    Term("重要性說明還沒寫，核定前要補。", en: "Say why it matters before approval.")))
        }
        if business.failureEffect == nil {
            remarks.append(
                Remark(
                    "failureEffect",
                    Term("業務失效影響還沒寫，核定前要補。", en: "Say what its failure does before approval.")))
        }
        return remarks
    }
}
