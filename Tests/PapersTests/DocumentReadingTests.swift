import Testing

@testable import Papers

@Suite struct DocumentReadingTests {
    @Test func `a stored tree comes back as it was`() throws {
        let document = try SamplePlan.document()

        let read = try Document(canonical: document.canonical.bytes)

        #expect(read.canonical == document.canonical)
        #expect(read.digest == document.digest)
        #expect(read.standing == .draft)
    }

    @Test(arguments: ["", "{}", "[]", #"{"title":1}"#])
    func `anything else is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try Document(canonical: Array(text.utf8)) }
    }
}
