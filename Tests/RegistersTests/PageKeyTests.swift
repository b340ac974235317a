import Kernel
import Registers
import Testing

@Suite struct PageKeyTests {
    private static func key(_ word: String) -> String {
        ("018F0000-0000-7000-8000-000000000001" + word).utf8.hex
    }

    @Test(arguments: ["", "x", "i", "ia", "i9223372036854775808", "t\u{0}", "t資\u{0}安"])
    func `what no list gave out is no key`(_ word: String) {
        #expect(PageKey(Self.key(word)) == nil)
        #expect(PageKey(word) == nil)
    }

    @Test(arguments: ["i-5", "i9223372036854775807", "t", "t資安"])
    func `a key is read as it was written`(_ word: String) {
        #expect(PageKey(Self.key(word))?.description == Self.key(word))
    }
}
