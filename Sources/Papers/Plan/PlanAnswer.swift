import Foundation

/// What a reading of a plan's file comes to, as the child that read it tells its parent.
///
/// The child may have been taken over by the file: what is not exactly as agreed is no plan.
package struct PlanAnswer: Codable {
    private let refusal: PlanRefusal?
    /// The canonical form of the document.
    private let tree: String?
    private let notes: [PlanReading.Note]

    /// Reads a file, in the child.
    package init(to file: [UInt8]) {
        do throws(PlanRefusal) {
            let reading = try PlanReader().read(file)
            refusal = nil
            tree = String(decoding: reading.document.canonical.bytes, as: UTF8.self)
            notes = reading.notes
        } catch {
            refusal = error
            tree = nil
            notes = []
        }
    }

    /// Takes the answer of a child.
    package init(bytes: [UInt8]) throws(PlanRefusal) {
        guard let answer = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            throw .unreadableDocument
        }
        self = answer
    }

    package var bytes: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }

    /// - Throws: the refusal of the file; `PlanRefusal.unreadableDocument` for an answer that is none.
    package func reading() throws(PlanRefusal) -> PlanReading {
        if let refusal { throw refusal }
        guard let tree, var document = try? Document(canonical: Array(tree.utf8)),
            !document.chapters.isEmpty
        else { throw .unreadableDocument }
        // The tree does not say how a plan stands; one that is read is in force somewhere.
        document.standing = .approved
        return PlanReading(document: document, notes: notes)
    }
}
