import Access
import Kernel
import Outline
import Papers
import Storage

extension PaperTable {
    /// The 資產清冊: the eight statutory columns in their order, as the year's stock-take was
    /// signed, or as the register stands where it was not.
    static let assets = PaperTable(
        "assets",
        columns: zip(AssetLine.headings, shares).map { heading, share in
            Table.Column(heading.zh, share: share, share == 8 ? .center : .start)
        }, whenMissing: "（尚未登錄資產）",
        basis: { view, reach, year in try AssetList.bases(of: year, reach, view) }
    ) { view, reach, _, year in
        var lines: [PaperLine] = []
        try AssetList.forEach(of: year, reach, view) { agency, line in
            lines.append(PaperLine(agency, line.printed))
        }
        return lines
    }

    private static let shares = [24, 22, 8, 13, 13, 13, 17, 8]
}
