import Kernel
import Registers
import Statute

/// What happened, in the words of those who notice it.
package enum IncidentKind: String, Choice {
    case defaced
    case leaked
    case malware
    case account
    case outage
    case other

    package var term: Term {
        switch self {
        case .defaced: Term("網頁被改", en: "Web page defaced")
        case .leaked: Term("資料可能外洩", en: "Data may have leaked")
        case .malware: Term("勒索或病毒", en: "Ransomware or virus")
        case .account: Term("帳號被盜用", en: "Account taken over")
        case .outage: Term("服務停擺", en: "Service down")
        case .other: Term("其他", en: "Something else")
        }
    }

    /// How one recognises it, for those who are not sure which to choose.
    package var hint: Term? {
        switch self {
        case .defaced:
            Term("首頁換成別的畫面、出現奇怪的連結", en: "Another picture, strange links")
        case .leaked:
            Term("名單寄錯人、檔案被下載、個資出現在網路上", en: "A list sent astray, files taken")
        case .malware: Term("檔案打不開、要求付錢、防毒示警", en: "Files locked, money asked, alerts")
        case .account: Term("自己沒寄的信、陌生的登入紀錄", en: "Mail you did not send, odd sign-ins")
        case .outage: Term("系統連不上或慢到不能用", en: "Out of reach, or too slow to use")
        case .other: nil
        }
    }

    /// The harm that usually comes with it; the person who reports changes it where it is not so.
    package var usualHarms: [HarmFact.Guess] {
        switch self {
        case .defaced: [.init(.alteration, .slight)]
        case .leaked, .account: [.init(.leak, .slight)]
        case .malware: [.init(.alteration, .slight), .init(.interruption, .within)]
        case .outage: [.init(.interruption, .within)]
        case .other: []
        }
    }

    /// The three things to do first, while the clock runs.
    package var firstAid: [Term] {
        switch self {
        case .defaced:
            [
                Term("先把被改的頁面截圖，網址和時間要看得到。", en: "Take a picture with address and time."),
                Term("把網站切到維護頁，不要急著蓋掉被改的檔案。", en: "Show a holding page; keep the files."),
                Term("請廠商保留網站和主機的紀錄檔。", en: "Have the logs of site and host kept."),
            ]
        case .leaked:
            [
                Term("先關掉外洩的管道：收回連結、停止分享、撤下檔案。", en: "Close the way out first."),
                Term("記下有哪些人的哪些欄位，大約幾筆。", en: "Note whose data, which fields, how many."),
                Term("有個資時，通知機關的個資窗口準備告知當事人。", en: "Tell your privacy officer."),
            ]
        case .malware:
            [
                Term("拔掉網路線、關掉無線網路，電腦不要關機。", en: "Unplug the network; leave it on."),
                Term("不要付錢，也不要自己刪檔或重灌。", en: "Pay nothing, delete nothing."),
                Term("檢查備份還在不在，先離線保存一份。", en: "Check the backups; keep one offline."),
            ]
        case .account:
            [
                Term("換一臺乾淨的電腦改密碼，並登出所有裝置。", en: "Change the password elsewhere."),
                Term("請管理者停用帳號，保留登入紀錄。", en: "Have the account closed, logs kept."),
                Term("看看有沒有被加上轉寄規則或新的管理者。", en: "Look for forwarding and new admins."),
            ]
        case .outage:
            [
                Term("先確認是不是停電、線路或設備壞了。", en: "Is it power, line or a broken part?"),
                Term("告訴使用者現況和替代辦法。", en: "Tell people, and what to do meanwhile."),
                Term("啟動備援，記下中斷開始的時間。", en: "Switch over; note when it began."),
            ]
        case .other:
            [
                Term("先截圖或拍照，記下時間和看到的人。", en: "Take pictures; note time and witness."),
                Term("不要刪除檔案、不要重開機。", en: "Delete nothing, do not restart."),
                Term("告訴資安專責人員。", en: "Tell the security officer."),
            ]
        }
    }
}

extension HarmFact {
    /// A harm and how far it went, before it is known what was harmed.
    package struct Guess: Hashable, Sendable {
        package let harm: Harm
        package let extent: Extent

        package init(_ harm: Harm, _ extent: Extent) {
            self.harm = harm
            self.extent = extent
        }
    }
}
