import Kernel

/// Follows what a text cites from the edition it was written under to the one in force on a day.
struct CitationTracer {
    private let law: Law
    private let written: Day

    init(law: Law, mentions: [CitationReader.Mention], writtenOn: Day?) {
        self.law = law
        written = writtenOn ?? law.earliestDay(fitting: mentions)
    }

    func trace(
        _ mention: CitationReader.Mention, in text: CitedText, on day: Day
    ) -> FoundCitation {
        let meant = law.wording(of: mention.instrument, named: mention.name, on: written)
        let places = meant.map { self.places(of: mention, in: $0) } ?? []
        let current = law.wording(of: mention.instrument, on: day)
        let now = standings(of: mention, places, meant, current, on: day)
        let unchanged = now.contains { standing in
            standing.instrument == meant?.name
                && standing.article?.whole == mention.article?.whole
        }
        return FoundCitation(
            text: text.text(mention.range), line: text.lines[mention.range.lowerBound],
            instrumentID: mention.instrument, instrument: meant?.name ?? Term("", en: ""),
            article: mention.article, subject: places.first?.subject,
            isCurrent: unchanged, now: now,
            question: question(now, places, current, on: day))
    }

    /// The subjects that stand in the cited place in the wording the text meant.
    private func places(of mention: CitationReader.Mention, in meant: Instrument) -> [Place] {
        guard let article = mention.article else { return [] }
        let candidates = law.places.filter {
            $0.instrument == mention.instrument && $0.span.contains(law.moment(in: meant, written))
        }
        for wanted in [article, article.whole] {
            let exact = candidates.filter { $0.articles.contains(wanted) }
            if !exact.isEmpty { return exact }
        }
        return candidates.filter { $0.articles.contains { $0.whole == article.whole } }
    }

    private func standings(
        of mention: CitationReader.Mention, _ places: [Place], _ meant: Instrument?,
        _ current: Instrument?, on day: Day
    ) -> [FoundCitation.Standing] {
        guard let current else { return [] }
        guard let article = mention.article else {
            return [.init(instrument: current.name, article: nil)]
        }
        if places.isEmpty {
            let same = meant.map { $0.edition == current.edition } ?? false
            return [.init(instrument: current.name, article: same ? article : nil)]
        }
        var found: [FoundCitation.Standing] = []
        for place in places {
            let later = law.places.last { $0.id == place.id && $0.span.contains(day) } ?? place
            let articles = later.articles.map { Self.asDeep($0, as: article, from: place) }
            for article in articles.isEmpty ? [nil] : articles.map(Optional.some) {
                let standing = FoundCitation.Standing(instrument: current.name, article: article)
                if !found.contains(standing) { found.append(standing) }
            }
        }
        return found
    }

    /// The new place as deep as the old one was cited: an article for an article.
    private static func asDeep(_ new: Article, as cited: Article, from place: Place) -> Article {
        if cited != cited.whole, place.articles.contains(cited) { return new }
        if cited != cited.whole, place.articles.contains(where: { $0.whole == new.whole }) {
            return cited
        }
        return new.whole
    }

    private func question(
        _ now: [FoundCitation.Standing], _ places: [Place], _ current: Instrument?, on day: Day
    ) -> Term? {
        let later = places.first.flatMap { place in
            law.places.last { $0.id == place.id && $0.span.contains(day) }
        }
        return later?.question ?? current?.question
    }
}

extension Law {
    /// The wording of an instrument on a day; before its first day, the first.
    fileprivate func wording(of id: String, on day: Day) -> Instrument? {
        let versions = instruments.filter { $0.id == id }
        return versions.last { $0.span.from <= day } ?? versions.first
    }

    /// The wording a text of a day meant: that of the day, unless its title is only another's.
    fileprivate func wording(of id: String, named name: String, on day: Day) -> Instrument? {
        let onDay = wording(of: id, on: day)
        let bearers = instruments.filter { $0.id == id && $0.isCalled(name) }
        guard let first = bearers.first, let onDay, !onDay.isCalled(name) else { return onDay }
        return bearers.last { $0.span.from <= day } ?? first
    }

    /// A day on which `instrument` was in force, as near to the day of writing as may be.
    fileprivate func moment(in instrument: Instrument, _ written: Day) -> Day {
        if written < instrument.span.from { return instrument.span.from }
        if let to = instrument.span.to, to < written { return to }
        return written
    }

    /// The first day on which every title and article of the text existed.
    fileprivate func earliestDay(fitting mentions: [CitationReader.Mention]) -> Day {
        var day = editions.first?.from ?? Day(number: 0)
        for mention in mentions {
            let versions = instruments.filter { $0.id == mention.instrument }
            let named = versions.filter { $0.isCalled(mention.name) }
            let start = (named.first ?? versions.first)?.span.from ?? day
            day = max(day, start)
            guard let article = mention.article?.whole else { continue }
            let standing = places.filter {
                $0.instrument == mention.instrument
                    && $0.articles.contains { $0.whole == article }
            }
            if let first = standing.map(\.span.from).min() { day = max(day, first) }
        }
        return day
    }
}

extension Instrument {
    fileprivate func isCalled(_ word: String) -> Bool {
        name.zh == word || aliases.contains(word)
    }
}
