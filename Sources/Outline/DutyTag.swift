import Duties
import HTML
import Kernel
import Web

/// Draws how a duty stands on a day, in the words of lists: sign, word and weight.
package func dutyTag(_ standing: Standing, on today: Day) -> HTML {
    let partly = Term(
        "\(standing.counted)／\(standing.needed)", en: "\(standing.counted)/\(standing.needed)")
    switch standing.state(on: today) {
    case .notApplicable: return status(.notApplicable)
    case .waived: return status(.notApplicable, DutyState.waived.term)
    case .declared: return status(.progress, DutyState.declared.term)
    case .met:
        guard standing.wasMetLate, let metOn = standing.metOn, let dueOn = standing.dueOn else {
            return status(.done)
        }
        let days = metOn.number - dueOn.number
        return status(.done, Term("已補辦（晚 \(days) 天）", en: "Done \(days) days late"))
    case .late:
        guard let dueOn = standing.dueOn else { return status(.late) }
        return status(.late, today.distance(to: dueOn))
    case .missing: return status(.missing)
    case .due: return status(.due, standing.dueOn.map { today.distance(to: $0) })
    case .upcoming:
        if standing.lateFrom == nil { return status(.none, Term("有事才辦", en: "When it happens")) }
        return standing.counted > 0 ? status(.progress, partly) : status(.none)
    }
}

extension Standing {
    /// As in 「115/01/01–115/12/31」.
    package var periodWords: Term {
        Term("\(opensOn.rocSlashes)–\(closesOn.rocSlashes)", en: "\(opensOn) to \(closesOn)")
    }
}
