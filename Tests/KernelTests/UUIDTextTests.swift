import Foundation
import Kernel
import Testing

@Suite struct UUIDTextTests {
    @Test func `an id reads what it writes, as Foundation does`() {
        for _ in 0..<200 {
            let uuid = UUID()
            #expect(uuid.hyphenated == uuid.uuidString.lowercased())
            #expect(UUID(hyphenated: uuid.hyphenated) == uuid)
            #expect(UUID(hyphenated: uuid.uuidString) == uuid)
        }
    }

    @Test(
        arguments: [
            "", "0199b3c2-7f00-7000-8000-0123456789a", "0199b3c2-7f00-7000-8000-0123456789abc",
            "0199b3c27f00-7000-8000-0123456789abcd", "0199b3c2-7f00-7000-8000-0123456789ag",
            "0199b3c2-7f00-7000-8000-0123456789é", "{199b3c2-7f00-7000-8000-0123456789ab",
        ])
    func `anything else is no id`(_ text: String) {
        #expect(UUID(hyphenated: text) == nil)
    }
}
