import HTML
import Kernel
import Testing

@Suite struct RenderingSpeedTests {
    @Test func `a list of fifty rows is written in well under a millisecond`() {
        let reader = Reader(language: .chinese)
        let clock = ContinuousClock()
        var best = Duration.seconds(1)
        for _ in 0..<50 {
            let spent = clock.measure { #expect(list().bytes(for: reader).count > 10_000) }
            best = min(best, spent)
        }
        print("fifty rows of eight columns: \(best)")
        #if DEBUG
            #expect(best < .milliseconds(20))
        #else
            #expect(best < .microseconds(150))
        #endif
    }

    private func list() -> HTML {
        table(.class("table")) {
            tbody {
                for row in 0..<50 {
                    tr {
                        th(.scope(.row)) {
                            a(.href(Path("systems", "0198c9a2-\(row)"))) { "差勤管理系統 \(row)" }
                        }
                        td { "資訊處第三科" }
                        td { Term("自行維運", en: "In-house") }
                        td(.class("number")) { row }
                        td { "對民眾提供服務 <是>" }
                        td { span(.class("tag tag--due")) { Term("快到期", en: "Due soon") } }
                        td { "2026-11-23" }
                        td { "陳怡君" }
                    }
                }
            }
        }
    }
}
