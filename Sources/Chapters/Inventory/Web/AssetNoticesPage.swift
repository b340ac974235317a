import Access
import Attachments
import Evidence
import HTML
import Kernel
import Web

/// The two-field form, and the notices that the reader may see.
struct AssetNoticesPage: Sendable {
    let notices: [AssetNotice]
    let draft: NoticeDraft
    let caller: Caller
    let today: Day

    private var open: [AssetNotice] { notices.filter(\.isOpen) }
    private var settled: [AssetNotice] { notices.filter { !$0.isOpen } }
    private var isKeeper: Bool { caller.may(.editAssets) }

    var page: Page {
        let title = Term("東西有變動", en: "Something changed")
        return Page(title) {
            ErrorSummary([draft.problem].compactMap(\.self))
            PageHeading(
                title, eyebrow: HTML(caller.agencyName),
                lede: HTML(
                    Term(
                        "電腦換人用、搬位置、壞了、多了新設備：寫兩格，資安推行小組會更新清冊。",
                        en:
                            "Moved, broken, new, in other hands: two fields, and the team updates the register."
                    )))
            panel(Term("通知小組", en: "Tell the team"), id: "say") {
                telling
            }
            panel(
                isKeeper
                    ? Term("待處理 \(open.count) 則", en: "\(open.count) open")
                    : Term("我通知的，待處理 \(open.count) 則", en: "Mine: \(open.count) open"),
                id: "open"
            ) {
                if open.isEmpty {
                    EmptyState(Term("沒有待處理的通知。", en: "Nothing is open."))
                } else {
                    table(Term("待處理", en: "Open"), open)
                }
            }
            if !settled.isEmpty {
                panel(Term("已結案", en: "Settled"), id: "settled") {
                    table(Term("已結案", en: "Settled"), settled)
                }
            }
        }
    }

    private var telling: HTML {
        form(.upload, to: .assetNotices, .class("stack"), .data("drop", "")) {
            FormField(
                "what", Term("什麼東西", en: "Which thing"), .line(draft.what),
                hint: Term("名稱、財產編號或在哪裡，例如：教務處的印表機", en: "Its name, number or place"),
                error: draft.error("what"))
            FormField(
                "change", Term("有什麼變動", en: "What changed"), .line(draft.change),
                hint: Term("例如：搬到圖書館、換王老師用、壞了不修", en: "As: moved to the library"),
                error: draft.error("change"))
            FileField(
                "file", Term("照片", en: "Photos"),
                hint: Term("拍財產標籤最好認", en: "The property label is the surest"),
                error: draft.error("file"), held: draft.held, optional: true)
            submit(Term("通知小組", en: "Tell the team"))
        }
    }

    private func table(_ caption: Term, _ notices: [AssetNotice]) -> HTML {
        let today = today
        let isKeeper = isKeeper
        let columns: [TableColumn<AssetNotice>] = [
            TableColumn(Term("什麼東西", en: "Thing")) { notice in
                if isKeeper {
                    a(.href(Path.assetNotices.appending(notice.recordID.hyphenated))) {
                        notice.what
                    }
                } else {
                    notice.what
                }
            },
            TableColumn(Term("變動", en: "Change")) { HTML($0.change) },
            TableColumn(Term("通知", en: "Said")) { notice in
                notice.saidBy
                " "
                time(notice.saidAt)
            },
            TableColumn(Term("進度", en: "State")) { notice in notice.state(on: today) },
        ]
        return DataTable(caption, columns: columns, rows: notices).body
    }
}

extension AssetNotice {
    /// How it stands, with its age.
    @HTMLBuilder
    fileprivate func state(on today: Day) -> HTML {
        let days = age(on: today)
        if let settlement {
            status(.done)
            " "
            if let asset = settlement.assetID {
                a(.href(.asset(asset))) { Term("更新的那一筆", en: "The updated row") }
            } else {
                settlement.answer ?? ""
            }
        } else {
            status(
                .progress,
                days == 0 ? Term("今天通知", en: "Today") : Term("等了 \(days) 天", en: "\(days) days"))
        }
    }
}

/// One notice: what shows it, which asset it means, and how it is settled.
struct AssetNoticePage: Sendable {
    let seen: SeenNotice
    /// Whether the reader keeps the register, and so may settle it.
    let isKeeper: Bool
    let today: Day
    /// A form of evidence that was not taken.
    let sent: SentEvidence?

    private var notice: AssetNotice { seen.notice }
    private var assets: [Asset] { seen.assets }

    private var place: Path { .assetNotices.appending(notice.recordID.hyphenated) }

    var page: Page {
        let title = Term("變動：\(notice.what)", en: "Change: \(notice.what)")
        return Page(
            title, trail: [Crumb(Term("東西有變動", en: "Something changed"), .assetNotices)]
        ) {
            PageHeading(title)
            panel(Term("通知", en: "Notice"), id: "notice") {
                SummaryList([
                    .init(Term("變動", en: "Change"), text: notice.change),
                    .init(Term("誰通知", en: "Said by"), text: notice.saidBy),
                    .init(Term("時間", en: "When"), time(notice.saidAt)),
                    .init(Term("進度", en: "State"), notice.state(on: today)),
                ])
            }
            if isKeeper {
                EvidencePanel(
                    files: seen.files, place: place.appending("evidence"), mayAdd: true,
                    sent: sent)
                if notice.isOpen {
                    meant
                    without
                }
            }
        }
    }

    private var meant: HTML {
        panel(Term("是哪一筆資產", en: "Which asset"), id: "meant") {
            if assets.isEmpty {
                EmptyState(
                    Term(
                        "清冊裡找不到「\(notice.what)」。新增一筆，或換個說法找。",
                        en: "Nothing in the register has these words."),
                    ActionLink(
                        Term("新增資產", en: "Add an asset"), .newAsset(from: place)),
                    ActionLink(Term("到清冊找", en: "Search"), "/assets"))
            } else {
                DataTable(Term("可能的資產", en: "Possible assets"), columns: columns, rows: assets)
            }
        }
    }

    private var columns: [TableColumn<Asset>] {
        let notice = notice
        return [
            TableColumn(Term("資產名稱", en: "Name")) { asset in
                a(.href(.asset(asset.head.uuid))) { asset.name }
            },
            TableColumn(Term("財產編號", en: "Property number")) { $0.label.propertyNumber ?? "" },
            TableColumn(Term("存放位置", en: "Place")) { $0.place ?? "" },
            TableColumn(Term("保管人", en: "Keeper")) { $0.label.keeper ?? "" },
            TableColumn(Term("動作", en: "Act")) { asset in
                ActionLink(
                    Term("更新這一筆", en: "Update this"),
                    Path.asset(asset.head.uuid).appending("correction")
                        .with("notice", notice.recordID.hyphenated),
                    .small, subject: asset.name)
            },
        ]
    }

    private var without: HTML {
        panel(Term("清冊不用改", en: "No change needed"), id: "without") {
            form(.post, to: place.appending("settlement"), .class("stack")) {
                FormField("answer", Term("為什麼", en: "Why"), .line(""))
                submit(Term("結案", en: "Settle"), .plain)
            }
        }
    }
}
