import Duties
import HTML
import Kernel
import Web

/// What was signed, waived and taken back about a duty, the newest first.
struct DutyHistory {
    let events: [Timeline.Event]

    init(_ look: DutyCase) {
        var events: [(Instant, Timeline.Event)] = []
        for declaration in look.declarations {
            events.append(
                (
                    declaration.signedAt,
                    Timeline.Event(
                        at: declaration.signedAt, who: declaration.signer,
                        details: [HTML(declaration.words)],
                        sentence: HTML(
                            Term(
                                "聲明 \(declaration.doneOn.rocSlashes) 已辦",
                                en: "declared it done on \(declaration.doneOn)")))
                ))
            if let endedAt = declaration.endedAt {
                events.append(
                    (
                        endedAt,
                        Timeline.Event(
                            at: endedAt, who: declaration.signer,
                            details: declaration.endReason.map { [HTML($0)] } ?? [],
                            sentence: HTML(
                                Term(
                                    "的聲明\(declaration.state.term.zh)",
                                    en: "— declaration: \(declaration.state.term.en.lowercased())"))
                        )
                    ))
            }
        }
        for waiver in look.waivers {
            events.append(
                (
                    waiver.recordedAt,
                    Timeline.Event(
                        at: waiver.recordedAt, who: waiver.consentBy,
                        details: [HTML(waiver.reason)],
                        sentence: HTML(
                            Term(
                                "同意免辦（\(waiver.document)）",
                                en: "consented to a waiver (\(waiver.document))")))
                ))
            if let withdrawnAt = waiver.withdrawnAt {
                events.append(
                    (
                        withdrawnAt,
                        Timeline.Event(
                            at: withdrawnAt, who: waiver.consentBy,
                            sentence: HTML(Term("的免辦已撤回", en: "— waiver withdrawn")))
                    ))
            }
        }
        self.events = events.sorted { $0.0 > $1.0 }.map(\.1)
    }
}
