import Kernel
import Testing

@testable import Incidents

@Suite struct IncidentNumberTests {
    @Test(arguments: ["115-0042", "D115-0003", "115-10001", "99-0001"])
    func `a number is read as it is written`(_ text: String) throws {
        let number = try #require(IncidentNumber(text))

        #expect(number.description == text)
        #expect(number.isDrill == text.hasPrefix("D"))
    }

    @Test(arguments: ["115-42", "115-0000", "0-0001", "X115-0001", "115–0042", "1150042", ""])
    func `nothing else is a number`(_ text: String) {
        #expect(IncidentNumber(text) == nil)
    }
}
