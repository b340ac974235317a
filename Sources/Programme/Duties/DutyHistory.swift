import Duties
import HTML
import Kernel
import Web

/// What was signed, waived and taken back about a duty, the newest first.
struct DutyHistory {
    let events: [Timeline.Event]

    init(_ look: DutyCase) {
        let events =
            look.declarations.flatMap(Self.events(of:)) + look.waivers.flatMap(Self.events(of:))
        self.events = events.sorted { $0.at > $1.at }
    }

    private static func events(of declaration: DutyDeclaration) -> [Timeline.Event] {
        let signed = Timeline.Event(
            at: declaration.signedAt, who: declaration.signer,
            details: [HTML(declaration.words)],
            sentence: HTML(
                Term(
                    "聲明 \(declaration.doneOn.rocSlashes) 已辦",
                    en: "declared it done on \(declaration.doneOn)")))
        let ended = declaration.endedAt.map { endedAt in
            Timeline.Event(
                at: endedAt, who: declaration.signer,
                details: declaration.endReason.map { [HTML($0)] } ?? [],
                sentence: HTML(
                    Term(
                        "的聲明\(declaration.state.term.zh)",
                        en: "— declaration: \(declaration.state.term.en.lowercased())")))
        }
        return [signed] + [ended].compactMap(\.self)
    }

    private static func events(of waiver: DutyWaiver) -> [Timeline.Event] {
        let given = Timeline.Event(
            at: waiver.recordedAt, who: waiver.consentBy, details: [HTML(waiver.reason)],
            sentence: HTML(
                Term(
                    "同意免辦（\(waiver.document)）",
                    en: "consented to a waiver (\(waiver.document))")))
        let withdrawn = waiver.withdrawnAt.map { withdrawnAt in
            Timeline.Event(
                at: withdrawnAt, who: waiver.consentBy,
                sentence: HTML(Term("的免辦已撤回", en: "— waiver withdrawn")))
        }
        return [given] + [withdrawn].compactMap(\.self)
    }
}
