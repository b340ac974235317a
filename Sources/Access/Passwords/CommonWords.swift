/// The words that people put together when a long password is asked for.
///
/// A small list kept in the program, so that nothing is asked over the network.
enum CommonWords {
    /// What remains of `text` when common words and the person's own `words` are taken away.
    static func removed(from text: String, and words: [String]) -> String {
        let own = words.flatMap { $0.lowercased().split(whereSeparator: isSeparator) }
            .map(String.init).filter { $0.count >= 2 }
        var left = String(text.lowercased().map(plain)).filter { !isSeparator($0) }
        for word in (own.map { String($0.map(plain)) } + list)
            .sorted(by: { $0.count > $1.count })
        {
            left = left.replacing(word, with: "")
        }
        return left
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || character.isPunctuation || character.isSymbol
    }

    /// The letter that a digit or sign stands for in `p@ssw0rd`.
    private static func plain(_ character: Character) -> Character {
        switch character {
        case "@": "a"
        case "$": "s"
        case "!": "i"
        default: character
        }
    }

    private static let list = [
        "0123456789", "1234567890", "123456789", "12345678", "87654321", "1234567", "123456",
        "654321", "12345", "54321", "1234", "4321", "123", "321", "1qaz2wsx3edc", "1qaz2wsx",
        "1q2w3e4r5t", "1q2w3e4r", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop", "asdfghjkl",
        "zxcvbnm", "qwerty", "qwert", "asdfgh", "asdf", "zxcvbn", "zxcv", "qaz", "wsx", "edc",
        "abcdefghijklmnopqrstuvwxyz", "abcdefgh", "abcdef", "abcd", "abc",
        "passw0rd", "password", "passwd", "pass", "mima", "密碼", "administrator", "admin",
        "root", "user", "guest", "login", "welcome", "letmein", "changeme", "default", "secret",
        "iloveyou", "sunshine", "princess", "monkey", "dragon", "football", "baseball", "hello",
        "master", "superman", "taipei", "taiwan", "臺北市政府", "台北市政府", "臺北市", "台北市",
        "臺北", "台北", "臺灣", "台灣", "市政府", "資通安全", "資訊安全", "資安", "資訊局", "city", "gov",
        "school", "test", "temp", "2024", "2025", "2026", "2027", "113", "114", "115", "116",
    ]
}
