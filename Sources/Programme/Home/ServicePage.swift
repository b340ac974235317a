import HTML
import Kernel
import Storage
import Web

/// The first screen of the operator: how the service is, without any agency's data.
struct ServicePage: Sendable {
    let status: ServiceStatus
    let now: Instant

    var page: Page {
        Page(Term("服務狀態", en: "The service")) {
            PageHeading(
                heading, eyebrow: HTML(now.day.eyebrow),
                lede: HTML(
                    Term(
                        "這一頁只有服務自己知道的事，沒有任何機關的資料。",
                        en: "What the service knows of itself; no agency's data.")))
            panel(Term("登入", en: "Sign-ins"), id: "sign-ins") { SummaryList(signIns) }
            panel(Term("稽核軌跡", en: "The log"), id: "log") {
                SummaryList(log)
                p(.class("hint mt")) {
                    Term(
                        "把筆數和指紋抄到管理者碰不到的地方：chengdun ledger checkpoint；驗證：chengdun ledger verify。",
                        en:
                            "Keep size and fingerprint where no administrator reaches: chengdun ledger checkpoint. To verify: chengdun ledger verify."
                    )
                }
            }
            panel(Term("備份與版本", en: "Copies and versions"), id: "copies") {
                SummaryList(versions)
                copies
            }
            panel(Term("排隊的工作", en: "Queue"), id: "queue") { SummaryList(queue) }
        }
    }

    private var heading: Term {
        status.signIns.failedTries == 0
            ? Term("服務有回應，沒有登入失敗", en: "The service answers; no sign-in fails")
            : Term(
                "服務有回應，15 分鐘內登入失敗 \(status.signIns.failedTries) 次",
                en: "The service answers; \(status.signIns.failedTries) sign-ins failed lately")
    }

    private var signIns: [SummaryList.Fact] {
        [
            SummaryList.Fact(
                Term("15 分鐘內在線", en: "Here within 15 minutes"),
                text: "\(status.signIns.openSessions)"),
            SummaryList.Fact(
                Term("15 分鐘內失敗", en: "Failed within 15 minutes"),
                HTML(
                    Term(
                        "\(status.signIns.failedTries) 次，\(status.signIns.failingAccounts) 個帳號",
                        en:
                            "\(status.signIns.failedTries), of \(status.signIns.failingAccounts) accounts"
                    ))),
        ]
    }

    private var log: [SummaryList.Fact] {
        [
            SummaryList.Fact(Term("筆數", en: "Entries"), text: "\(status.entries)"),
            SummaryList.Fact(Term("指紋", en: "Fingerprint"), text: status.root),
            SummaryList.Fact(
                Term("最後一筆", en: "Last entry"), status.lastEntryAt.map { time($0) }),
        ]
    }

    private var versions: [SummaryList.Fact] {
        let engine = status.engine == .sqlite ? "SQLite" : "PostgreSQL"
        return [
            SummaryList.Fact(
                Term("資料庫", en: "Database"), text: "\(engine) \(status.engineVersion)"),
            SummaryList.Fact(
                Term("資料表版本", en: "Tables"), text: status.lastMigration ?? ""),
        ]
    }

    @HTMLBuilder
    private var copies: HTML {
        if let copies = status.copies {
            if copies.isEmpty {
                p(.class("hint mt")) {
                    Term(
                        "資料旁邊沒有升級前的副本。定期備份由外部排程做，這裡看不到。",
                        en:
                            "There is no copy from before an upgrade. Backups by a schedule outside are not seen here."
                    )
                }
            } else {
                p(.class("mt2")) {
                    Term(
                        "升級前自動留的副本，最近一份 \(copies[0].at.day.rocSlashes) \(copies[0].at.clock)：",
                        en: "Copies kept before upgrades, the last of \(copies[0].at.day):")
                }
                ul {
                    for copy in copies.prefix(5) {
                        li { "\(copy.name)（\(copy.bytes / 1_048_576) MiB）" }
                    }
                }
                p(.class("hint")) {
                    Term(
                        "定期備份由外部排程做，這裡看不到。",
                        en: "Backups by a schedule outside are not seen here.")
                }
            }
        } else {
            p(.class("hint mt")) {
                Term(
                    "資料庫叢集自己備份，這裡看不到。", en: "The cluster makes its own backups, unseen here.")
            }
        }
    }

    private var queue: [SummaryList.Fact] {
        [
            SummaryList.Fact(
                Term("等待匯入的檔案", en: "Files to import"), text: "\(status.waitingImports)"),
            SummaryList.Fact(
                Term("應辦事項算到", en: "Duties counted as of"), status.judgedOn.map { time($0) }),
        ]
    }
}
