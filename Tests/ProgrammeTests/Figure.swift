/// A number on a page that leads to what it counts.
struct Figure: Hashable {
    let words: String
    let number: Int
    let place: String

    /// The figures in the main part of a page: links whose words hold exactly one number. Years,
    /// months and chapters name something and count nothing; a share is no count.
    static func all(in page: String) -> [Figure] {
        main(page).matches(of: /<a [^>]*href="(?<place>\/[^"]*)"[^>]*>(?<words>.*?)<\/a>/)
            .compactMap {
                let words = plain(String($0.words))
                guard let match = words.wholeMatch(of: /\D*?(?<number>[0-9][0-9,]*)\D*/),
                    !words.contains(where: { "年月章級/：%".contains($0) }),
                    let number = Int(match.number.replacing(",", with: ""))
                else { return nil }
                return Figure(
                    words: words, number: number,
                    place: String($0.place).replacing("&amp;", with: "&"))
            }
    }

    /// How many rows a page lists: lines of tables and of lists of tasks; where it has neither, of
    /// the lists of rules.
    static func rows(in page: String) -> Int {
        let main = main(page)
        let tables = main.matches(of: /<tbody[^>]*>(?<rows>.*?)<\/tbody>/.dotMatchesNewlines())
        let lists = main.matches(
            of: /<ul class="tasks">(?<rows>.*?)<\/ul>/.dotMatchesNewlines())
        guard tables.isEmpty && lists.isEmpty else {
            return tables.reduce(0) { $0 + count("<tr>", in: $1.rows) }
                + lists.reduce(0) { $0 + count("<li>", in: $1.rows) }
        }
        return main.matches(of: /<ul class="picks">(?<rows>.*?)<\/ul>/.dotMatchesNewlines())
            .reduce(0) { $0 + count("<li>", in: $1.rows) }
    }

    private static func main(_ page: String) -> Substring {
        guard let start = page.firstRange(of: "<main"), let end = page.firstRange(of: "</main>")
        else { return page[...] }
        return page[start.lowerBound..<end.lowerBound]
    }

    private static func count(_ tag: String, in text: Substring) -> Int {
        text.ranges(of: tag).count
    }

    /// The words of a link; what stands small beside a figure is none.
    private static func plain(_ html: String) -> String {
        html.replacing(/<i>.*?<\/i>/, with: "").replacing(/<span class="vh">.*?<\/span>/, with: "")
            .replacing(/<[^>]*>/, with: "")
    }
}
