import HTML
import Kernel

/// Every component of the site with invented data: looked at by people, measured by tests, shown
/// only where the whole site is a demonstration.
struct StyleGuide {
    let now: Instant

    var page: Page {
        Page(Term("元件總覽", en: "Style guide")) {
            h1 { Term("元件總覽", en: "Style guide") }
        }
    }
}
