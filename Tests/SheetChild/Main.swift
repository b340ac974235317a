import Foundation
import Sheets

/// The child that reads a file, as the program runs it; or one that has gone wrong in some way.
@main
struct SheetChild {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "spin": spin()
        case "eat": eat()
        case "trap": trap()
        case "lie": FileHandle.standardOutput.write(Data(repeating: 0xFF, count: 1_000))
        case "stop": FileHandle.standardOutput.write(Data([1, 200, 0, 0, 0, 1]))
        case "sleep": sleep(60)
        case "outlive": try outlive()
        case "probe": FileHandle.standardOutput.write(probe())
        default: try ReadingChild.run()
        }
    }

    private static func spin() {
        ReadingChild.confine(seconds: 1)
        var number: UInt64 = 1
        while number != 0 { number = number &* 3 | 1 }
    }

    private static func eat() {
        ReadingChild.confine()
        var eaten: [[UInt8]] = []
        while eaten.count < 10_000 { eaten.append([UInt8](repeating: 1, count: 1 << 20)) }
    }

    private static func trap() {
        let empty = CommandLine.arguments.dropFirst(100)
        print(empty[empty.startIndex])
    }

    /// Removes this program's own file, as another release does that is laid in its place, and has a
    /// sheet read all the same.
    private static func outlive() throws {
        try FileManager.default.removeItem(atPath: CommandLine.arguments[0])
        try SheetReader(arguments: [""]).read(Array("甲\n".utf8)) { event in
            guard case .row(let row) = event else { return }
            FileHandle.standardOutput.write(Data(row[0].text.utf8))
        }
    }

    /// Tries what a child taken over by a file would try; answers a refusal that names it.
    private static func probe() -> Data {
        ReadingChild.confine()
        let couldOpen = open("/etc/hostname", O_RDONLY) >= 0
        let couldConnect = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0
        let inherited = (3..<64).contains { fcntl($0, F_GETFD) >= 0 }
        let text = "\(couldOpen) \(couldConnect) \(inherited)"
        let json = Data(#"{"damaged":{"_0":"\#(text)"}}"#.utf8)
        return Data([4, UInt8(json.count), 0, 0, 0]) + json
    }
}
