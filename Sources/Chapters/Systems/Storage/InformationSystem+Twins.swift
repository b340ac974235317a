import Access
import Kernel
import Registers

extension InformationSystem {
    /// The other systems of its agency that are called the same, with 台 or with 臺: two entries of
    /// one system, or two systems that an import cannot tell apart.
    func twins(_ view: View) throws -> [InformationSystem] {
        let spellings = [
            name, name.replacing("台", with: "臺"), name.replacing("臺", with: "台"),
        ]
        return try view.rows(
            where: """
                item.agencyID = \(agencyID) AND item.name IN \(list: spellings)
                  AND item.id <> \(head.uuid) AND item.removedAt IS NULL
                """)
    }

    /// The same as a panel of the system's page; none where its name is its own.
    func sameName(_ view: View) throws -> [RelatedRows] {
        let twins = try twins(view)
        guard !twins.isEmpty else { return [] }
        return [
            RelatedRows(
                "twins", Term("同名的系統", en: "Systems of the same name"),
                none: Term("沒有同名的系統。", en: "No other has its name."),
                twins.map { twin in
                    RelatedRows.Link(
                        twin.name, Self.register.place(twin.head.uuid),
                        note: Term(
                            "\(twin.owner)，\(twin.state.term.zh)",
                            en: "\(twin.owner), \(twin.state.term.en)"))
                })
        ]
    }
}
