import Incidents
import Kernel
import Statute

/// An invented incident: what happened where, and when each step of it was taken.
struct ModelIncident: Sendable {
    let place: Int
    let isDrill: Bool
    let knownAt: Instant
    let account: IncidentAccount
    let effect: IncidentEffect
    /// Minutes from knowledge to each step.
    let pace: [Step: Int]

    /// What is done in an incident, in the order of its course.
    enum Step: CaseIterable, Sendable {
        case report, tell, notify, review, pass, contain, file, close
    }

    /// The steps that are taken, each at its time.
    var steps: [(step: Step, at: Instant)] {
        Step.allCases.compactMap { step in
            pace[step].map { (step, knownAt.adding(minutes: $0)) }
        }
    }
}

extension ModelIncident {
    /// The incidents of the city's years, and a few that run when it is looked at first.
    static func all(
        places: Int, from start: Instant, until now: Instant,
        using generator: inout SeededGenerator
    ) -> [ModelIncident] {
        let minutes = Int(now.seconds(since: start) / 60)
        let perYear = max(2, places / 16)
        let count = max(1, minutes / 525_600) * perYear
        let past = (0..<count).map { number in
            make(
                at: start.adding(minutes: Int.random(in: 0..<max(1, minutes), using: &generator)),
                in: Int.random(in: 0..<places, using: &generator),
                isDrill: number.isMultiple(of: 9), using: &generator)
        }
        let running = [(18, 3), (26 * 60, 5), (9 * 60, 1)].map { ago, place in
            make(
                at: now.adding(minutes: -ago), in: place % places, isDrill: false,
                using: &generator)
        }
        return past + running
    }

    private static func make(
        at knownAt: Instant, in place: Int, isDrill: Bool,
        using generator: inout SeededGenerator
    ) -> ModelIncident {
        let story = stories.randomElement(using: &generator) ?? stories[0]
        return ModelIncident(
            place: place, isDrill: isDrill, knownAt: knownAt,
            account: IncidentAccount(kind: story.kind, words: story.words),
            effect: story.effect, pace: pace(using: &generator))
    }

    /// Most are in time; one in eight notifies late, one in ten reports late.
    private static func pace(using generator: inout SeededGenerator) -> [Step: Int] {
        var pace: [Step: Int] = [:]
        let isLate = Int.random(in: 0..<8, using: &generator) == 0
        pace[.report] = Int.random(in: 2...15, using: &generator)
        pace[.tell] = Int.random(in: 20...30, using: &generator)
        pace[.notify] =
            isLate
            ? Int.random(in: 70...300, using: &generator)
            : Int.random(in: 32...55, using: &generator)
        let review = 330 + Int.random(in: 0...180, using: &generator)
        pace[.review] = review
        pace[.pass] = review + Int.random(in: 5...50, using: &generator)
        let contained = Int.random(in: 12 * 60...34 * 60, using: &generator)
        pace[.contain] = contained
        let days = Int.random(in: 0..<10, using: &generator) == 0 ? 40 : 20
        pace[.file] = contained + days * 1_440 + Int.random(in: 0...4_000, using: &generator)
        pace[.close] = (pace[.file] ?? 0) + Int.random(in: 60...9_000, using: &generator)
        return pace
    }

    private static let stories: [(kind: IncidentKind, words: String, effect: IncidentEffect)] = [
        (
            .defaced, "首頁被換成陌生的圖片，公告看不到。",
            IncidentEffect(extents: [.alteration: .slight])
        ),
        (
            .leaked, "活動報名名單誤寄給全部報名者，含姓名和電話。",
            IncidentEffect(extents: [.leak: .slight], hasPersonalData: true)
        ),
        (
            .leaked, "雲端硬碟分享設定錯誤，任何人都看得到成績檔。",
            IncidentEffect(extents: [.leak: .serious], hasPersonalData: true)
        ),
        (
            .malware, "兩臺行政電腦的檔案打不開，桌面出現要求付款的畫面。",
            IncidentEffect(extents: [.alteration: .serious, .interruption: .within])
        ),
        (
            .account, "公務信箱在半夜寄出大量釣魚信。",
            IncidentEffect(extents: [.leak: .slight, .alteration: .slight])
        ),
        (
            .outage, "線上申辦從早上八點起連不上，重開也沒用。",
            IncidentEffect(extents: [.interruption: .within], assets: [.core])
        ),
        (
            .outage, "機房冷氣故障，主機過熱關機。",
            IncidentEffect(extents: [.interruption: .beyond])
        ),
        (
            .other, "門禁主機出現不認得的管理帳號。",
            IncidentEffect(extents: [.alteration: .slight])
        ),
    ]
}
