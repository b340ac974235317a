import HTML
import Hummingbird
import Kernel

/// Says in one sentence what went wrong and what to do; of a fault, only its number.
struct FailurePage {
    let failure: Failure
    let number: String

    var page: Page {
        Page(heading, width: .narrow) {
            h1 { heading }
            p(.class("lede")) { failure.message }
            if failure.isFault {
                p { Term("編號 \(number)", en: "Number \(number)") }
            }
            p { a(.href("/")) { Term("回首頁", en: "Go to the start page") } }
        }
    }

    private var heading: Term {
        switch failure.status {
        case .notFound: Term("找不到這一頁", en: "Page not found")
        case .forbidden: Term("不能這樣做", en: "Not allowed")
        case .conflict: Term("資料已經變動", en: "This has changed")
        case _ where failure.isFault: Term("系統出了問題", en: "Something went wrong")
        default: Term("沒有完成", en: "Not done")
        }
    }
}
