import Kernel
import Testing

@Suite struct TrimmingTests {
    @Test(arguments: [
        ("", ""), ("資訊組", "資訊組"), (" 資訊組\n", "資訊組"), ("\u{3000}資 訊\u{3000}", "資 訊"),
        ("\u{200B}資訊組\u{200B} ", "資訊組"), (" \u{200B}\t", ""), ("資\u{200B}訊", "資\u{200B}訊"),
    ])
    func `white space goes at both ends, seen or not`(_ text: String, _ trimmed: String) {
        #expect(text.trimmed == trimmed)
        #expect(text.trimmedOrNil == (trimmed.isEmpty ? nil : trimmed))
    }
}
