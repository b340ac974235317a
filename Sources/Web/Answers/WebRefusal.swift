import Kernel

/// Why the site itself turns a request down, before any chapter is asked.
package enum WebRefusal: Refusal, Hashable {
    case noSuchPlace
    case signedOut
    case notAllowed
    case foreignOrigin
    case staleForm
    case notAForm
    case notJSON
    case wrongJSON(at: String)
    case tooDeep
    case garbled
    case tooLarge
    case addressTooLong
    case tooManyHeaders
    /// The request names no host, or more than one (RFC 9112 §3.2).
    case noHost
    case severalHosts
    case unsupportedContent
    case versionMissing
    case versionStale
    case badIdempotencyKey
    case brokenUpload
    case fileTooLarge(String, mebibytes: Int)
    case tooManyFiles(Int)
    case tooManyParts
    case tooSlow
    case oneAtATime
    case tooManyRequests(seconds: Int)
    case exportsUsedUp(most: Int, seconds: Int)

    package var kind: RefusalKind {
        switch self {
        case .noSuchPlace: .notFound
        case .signedOut: .signedOut
        case .notAllowed, .foreignOrigin, .staleForm: .forbidden
        case .versionMissing, .versionStale: .conflict
        case .tooLarge, .addressTooLong, .tooManyHeaders, .fileTooLarge, .tooManyFiles,
            .tooManyParts, .tooSlow, .oneAtATime, .tooManyRequests, .exportsUsedUp:
            .limit
        case .notAForm, .notJSON, .wrongJSON, .tooDeep, .garbled, .unsupportedContent,
            .badIdempotencyKey, .brokenUpload, .noHost, .severalHosts:
            .invalid
        }
    }

    package var code: String {
        switch self {
        case .noSuchPlace: "web.no_such_place"
        case .signedOut: "web.signed_out"
        case .notAllowed: "web.not_allowed"
        case .foreignOrigin: "web.foreign_origin"
        case .staleForm: "web.stale_form"
        case .notAForm: "web.not_a_form"
        case .notJSON: "web.not_json"
        case .wrongJSON: "web.wrong_json"
        case .tooDeep: "web.too_deep"
        case .garbled: "web.garbled"
        case .tooLarge: "web.too_large"
        case .addressTooLong: "web.address_too_long"
        case .tooManyHeaders: "web.too_many_headers"
        case .noHost: "web.no_host"
        case .severalHosts: "web.several_hosts"
        case .unsupportedContent: "web.unsupported_content"
        case .versionMissing: "web.version_missing"
        case .versionStale: "web.version_stale"
        case .badIdempotencyKey: "web.bad_idempotency_key"
        case .brokenUpload: "web.broken_upload"
        case .fileTooLarge: "web.file_too_large"
        case .tooManyFiles: "web.too_many_files"
        case .tooManyParts: "web.too_many_parts"
        case .tooSlow: "web.too_slow"
        case .oneAtATime: "web.one_at_a_time"
        case .tooManyRequests: "web.too_many_requests"
        case .exportsUsedUp: "web.exports_used_up"
        }
    }

    package var message: Term {
        switch self {
        case .noSuchPlace:
            Term(
                "找不到這一頁。可能網址有誤，或不在您的業務範圍。", en: "There is no such page, or it is not yours to see.")
        case .signedOut:
            Term("登入後才能繼續。", en: "Sign in to continue.")
        case .notAllowed:
            Term(
                "您的角色不能做這件事。請機關的資安專責人員協助。",
                en: "Your role does not allow this. Ask your security officer.")
        case .foreignOrigin:
            Term(
                "這個要求不是從本站的頁面送出的，沒有執行。",
                en: "This was not sent from a page of this site. Nothing was done.")
        case .staleForm:
            Term(
                "這張表單太舊了，內容沒有送出。重新整理後再送一次。",
                en: "This form is out of date. Reload the page and send it again.")
        case .notAForm:
            Term("送來的內容不是表單。", en: "A form was expected.")
        case .notJSON:
            Term("送來的內容不是 JSON。", en: "JSON was expected.")
        case .wrongJSON(let place):
            place.isEmpty
                ? Term(
                    "送來的內容不是完整的 JSON 物件，檢查引號、逗號和括號。",
                    en: "This is no JSON object. Look at its quotes, commas and brackets.")
                : Term(
                    "JSON 的「\(place)」不是這一欄要的型別，看 /openapi.json。",
                    en: "The JSON has another type than wanted at “\(place)”; see /openapi.json.")
        case .tooDeep:
            Term("JSON 的層數太多，最多 32 層。", en: "The JSON nests deeper than 32 levels.")
        case .garbled:
            Term("送來的文字無法讀取，請用 UTF-8。", en: "The text cannot be read. Send UTF-8.")
        default: limitMessage
        }
    }

    private var limitMessage: Term {
        switch self {
        case .addressTooLong:
            Term("網址太長了。", en: "The address is too long.")
        case .tooManyHeaders:
            Term("要求的標頭太多了。", en: "The request has too many header fields.")
        case .noHost:
            Term("要求沒有 Host 標頭。", en: "The request names no host.")
        case .severalHosts:
            Term("要求的 Host 標頭有好幾個，只能有一個。", en: "The request names more than one host.")
        case .unsupportedContent:
            Term("不接受這種內容類型。", en: "This type of content is not accepted.")
        case .versionMissing:
            Term("修改前要在 If-Match 寫明看到的版本。", en: "Name the version you saw in If-Match.")
        case .versionStale:
            Term("這筆資料已經有新的版本。重新讀取後再改。", en: "There is a newer version. Read it again first.")
        case .badIdempotencyKey:
            Term(
                "Idempotency-Key 要是 1 到 100 個可見的 ASCII 字元。",
                en: "Idempotency-Key takes 1 to 100 visible ASCII characters.")
        case .tooManyRequests(let seconds):
            Term(
                "送來的要求太多了，過 \(Self.wait(seconds).zh)再試。",
                en: "Too many requests. Try again in \(Self.wait(seconds).en).")
        case .exportsUsedUp(let most, let seconds):
            Term(
                "一小時最多匯出 \(most) 次。過 \(Self.wait(seconds).zh)再匯出。",
                en: "\(most) exports an hour at most. Export again in \(Self.wait(seconds).en).")
        default: uploadMessage
        }
    }

    private var uploadMessage: Term {
        switch self {
        case .brokenUpload:
            Term(
                "檔案沒有完整送到，沒有儲存任何東西。再上傳一次。",
                en: "The files did not arrive whole. Nothing was kept; send them again.")
        case .fileTooLarge(let name, let mebibytes):
            Term(
                "「\(name)」超過 \(mebibytes) MB。把檔案縮小或分成幾個再上傳。",
                en: "“\(name)” is larger than \(mebibytes) MB. Make it smaller or split it.")
        case .tooManyFiles(let most):
            Term(
                "一次最多上傳 \(most) 個檔案。分幾次上傳。",
                en: "At most \(most) files at once. Send them in several turns.")
        case .tooManyParts:
            Term("表單的欄位太多了。", en: "The form has too many fields.")
        case .oneAtATime:
            Term(
                "您的上一件還在處理。等它好了再做下一件。",
                en: "Your last one is still under way. Ask again when it is done.")
        case .tooSlow:
            Term(
                "網路太慢，上傳沒有完成。換個網路，或一次少傳幾個檔案。",
                en: "The connection is too slow for this. Send fewer files at once.")
        default:
            Term("送來的內容太大了。", en: "The content is too large.")
        }
    }
}

extension WebRefusal {
    /// How long the caller has to wait before asking again, where that is known.
    var secondsToWait: Int? {
        switch self {
        case .tooManyRequests(let seconds), .exportsUsedUp(_, let seconds): seconds
        case .oneAtATime: 5
        default: nil
        }
    }

    /// A wait in the words of people: seconds, from two minutes on whole minutes.
    private static func wait(_ seconds: Int) -> Term {
        guard seconds >= 120 else { return Term("\(seconds) 秒", en: "\(seconds) s") }
        let minutes = (seconds + 59) / 60
        return Term("\(minutes) 分鐘", en: "\(minutes) min")
    }
}
