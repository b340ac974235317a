import Foundation
import Glibc

/// The process that reads one stranger's file and nothing else: the file on its standard input,
/// records on its standard output.
///
/// Before it looks at the first byte it gives up all that it will not need. It can open nothing any
/// more, neither file nor socket; it has little memory and little time; it leaves no core. What
/// goes wrong goes wrong in here.
package enum ReadingChild {
    /// Reads the file of standard input to its end; the only thing that the process does.
    package static func run() throws {
        let file = try input()
        let converters = TextEncoding.allCases.map { TextConverter(from: $0, to: .utf8) }
        confine()
        var writer = RecordWriter(to: STDOUT_FILENO)
        do {
            guard file.count <= longestFile else { throw SheetRefusal.tooDemanding }
            try SheetFile(file).read { try writer.write($0) }
            try writer.end()
        } catch let refusal as SheetRefusal {
            try writer.end(refusal: refusal)
        }
        // Opened early, for the system loads an encoding from a file.
        withExtendedLifetime(converters) {}
    }

    /// Reads the file of standard input to its end, and writes what `read` makes of it.
    package static func answer(_ read: (_ file: [UInt8]) throws -> [UInt8]) throws {
        let file = try input()
        confine()
        try FileHandle.standardOutput.write(contentsOf: read(file))
    }

    /// Bytes of memory that reading may take.
    static let memory = 256 << 20
    /// Seconds of processor time that reading may take.
    static let seconds = 30
    /// Bytes that a file may have: as many as a piece of evidence.
    static let longestFile = 50 << 20

    private static func input() throws -> [UInt8] {
        let data = try FileHandle.standardInput.read(upToCount: longestFile + 1) ?? Data()
        return Array(data)
    }

    /// Gives up all that reading does not need.
    package static func confine(seconds: Int = seconds) {
        closeInherited()
        limit(RLIMIT_CORE, 0)
        limit(RLIMIT_FSIZE, 0)
        limit(RLIMIT_NOFILE, 0)
        limit(__RLIMIT_NPROC, 0)
        limit(RLIMIT_CPU, seconds)
        limit(RLIMIT_DATA, memory)
    }

    private static func limit(_ resource: __rlimit_resource, _ most: Int) {
        var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    /// Whatever the parent had open and did not mean for us: databases, connections.
    private static func closeInherited() {
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > STDERR_FILENO {
            close(descriptor)
        }
    }
}
