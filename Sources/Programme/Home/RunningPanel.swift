import HTML
import Incidents
import Kernel
import Web

/// The statutory clocks that run now; nothing while none runs.
struct RunningPanel: Component {
    let clocks: [RunningClock]
    let now: Instant
    var classes = ""

    @HTMLBuilder
    var body: HTML {
        if !clocks.isEmpty {
            panel(
                Term("\(clocks.count) 個時限正在計時", en: "\(clocks.count) clocks are running"),
                id: "running", classes: classes,
                link: Crumb(Term("全部事件", en: "All incidents"), "/incidents")
            ) {
                RunningClockTable(Array(clocks.prefix(6)), now: now)
            }
        }
    }
}
