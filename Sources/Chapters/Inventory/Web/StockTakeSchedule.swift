import HTML
import Kernel
import Web

/// Where an open round gets another last day, or another leader.
struct StockTakeSchedule: Component {
    let round: StockTake
    let problem: FieldMessage?
    /// What a form said that was not taken.
    let sent: Fields

    private var isWrong: Bool { problem.about("closesOn") != nil || problem.about("leader") != nil }

    var body: HTML {
        details(.class("help"), .when(isWrong, .open)) {
            summary { Term("改結束日或負責人", en: "Change the last day or the leader") }
            form(
                .post, to: Path.stockTake(round.recordID).appending("schedule"), .class("stack")
            ) {
                hiddenField("version", String(round.version))
                FormField(
                    "closesOn", Term("結束日", en: "Until"),
                    .day(isWrong ? sent["closesOn"] : round.closesOn.description),
                    hint: Term("改了，會通知一起盤點的人。", en: "Those who work on it are told."),
                    error: problem.about("closesOn"))
                FormField(
                    "leader", Term("盤點負責人", en: "Led by"),
                    .line(isWrong ? sent["leader"] : round.leader, width: .half),
                    error: problem.about("leader"))
                submit(Term("儲存", en: "Save"), .plain)
            }
        }
    }
}
