import HTML
import Hummingbird
import Kernel

/// Says in one sentence what went wrong and what to do; of a fault, only its number.
struct FailurePage {
    let failure: Failure
    let number: String
    /// The page that was acted on, where the browser says so.
    var back: Path?

    var page: Page {
        Page(heading, width: .narrow) {
            h1 { heading }
            p(.class("lede")) { failure.message }
            if failure.isFault {
                p { Term("編號 \(number)", en: "Number \(number)") }
            }
            if let back { p { a(.href(back)) { Term("回剛才那一頁", en: "Back to where you were") } } }
            p { a(.href("/")) { Term("回首頁", en: "Go to the start page") } }
        }
    }

    private var heading: Term {
        switch failure.status {
        case .notFound: Term("找不到這一頁", en: "Page not found")
        case .forbidden: Term("不能這樣做", en: "Not allowed")
        case .conflict: Term("現在不能這樣做", en: "Not possible now")
        case _ where failure.isFault: Term("系統出了問題", en: "Something went wrong")
        default: Term("沒有完成", en: "Not done")
        }
    }
}

extension FailurePage {
    /// The page to go back to from an act that was refused: the one it was sent from, if the act
    /// stands below it. Others may be answers to a form, which no link opens.
    static func back(to sender: String?, from act: String) -> Path? {
        guard let sender, let host = sender.firstRange(of: "://")?.upperBound,
            let path = sender[host...].firstIndex(of: "/")
        else { return nil }
        let place = String(sender[path...])
        let page = place.prefix { $0 != "?" && $0 != "#" }
        return page != "/" && act.hasPrefix(page + "/") ? Path(local: place) : nil
    }
}
