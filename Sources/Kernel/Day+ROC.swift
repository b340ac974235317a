extension Day {
    /// Reads a date in the year of the Republic as forms have it: `115/11/23`, `115.11.23`,
    /// `115-11-23`, `1151123`, `民國 115 年 11 月 23 日`. A date that does not exist is `nil`.
    package init?(rocText text: String) {
        let bare = text.filter { !$0.isWhitespace }
        let parted = /(?:中華)?(?:民國)?(\d{1,3})[年\/.\-](\d{1,2})[月\/.\-](\d{1,2})日?/
        let joined = /(?:民國)?(\d{3})(\d{2})(\d{2})/
        let match = bare.wholeMatch(of: parted) ?? bare.wholeMatch(of: joined)
        guard let match, let year = Int(match.1), year >= 1, let month = Int(match.2),
            let day = Int(match.3)
        else { return nil }
        self.init(year: year + 1911, month: month, day: day)
    }
}
