import HTML
import Kernel
import Papers

/// One label as a drawing in millimetres: property number, keeper, make, model, the core mark, and
/// the code that leads to the asset. Black on white, so that any printer will do.
struct LabelDrawing: Sendable {
    let asset: Asset
    let agencyName: String
    /// The full address of the asset's page.
    let address: String
    let grid: LabelGrid

    private static let margin = 2.5
    private var codeSide: Double { min(grid.height - 2 * Self.margin, grid.width * 0.36) }
    private var textLeft: Double { Self.margin + codeSide + 1.5 }
    private var textWidth: Double { grid.width - textLeft - Self.margin }
    private var step: Double { (grid.height - 2 * Self.margin) / 6 }

    /// The label with its upper left corner at a place of the sheet.
    func drawn(x: Double, y: Double) -> HTML {
        g(.translate(x, y)) {
            code
            for (index, line) in lines.enumerated() {
                text(line, row: index, isStrong: index < 2)
            }
            if asset.isCore { coreMark }
        }
    }

    private var lines: [String] {
        let label = asset.label
        return [
            asset.name, "編號 " + (label.propertyNumber ?? "（無）"), "保管 " + (label.keeper ?? "　"),
            "廠牌 " + (label.maker ?? "　"), "型號 " + (label.model ?? "　"), agencyName,
        ]
    }

    @HTMLBuilder
    private var code: HTML {
        if let code = QRCode(address) {
            let side = code.modules.count + 8
            svg(
                .x(Self.margin), .y((grid.height - codeSide) / 2), .width(codeSide),
                .height(codeSide), .viewBox(0, 0, side, side)
            ) {
                drawing(.fill("#000"), .d(code.path))
            }
        }
    }

    private func text(_ line: String, row: Int, isStrong: Bool) -> HTML {
        let room = row == 0 && asset.isCore ? textWidth - 9 : textWidth
        let size = min(step * 0.78, room / max(Self.units(line), 1))
        let words = size < 1.9 ? Self.cut(line, to: room / 1.9) : line
        return svgText(
            .x(textLeft), .y(Self.margin + step * (Double(row) + 0.75)),
            .fontSize(max(size, 1.9)), .fontWeight(isStrong ? "bold" : "normal"), .fill("#000")
        ) { words }
    }

    private var coreMark: HTML {
        g(.translate(grid.width - Self.margin - 8, Self.margin)) {
            rect(.width(8), .height(step * 0.95), .rx(0.6), .fill("#000"))
            svgText(
                .x(4), .y(step * 0.72), .fontSize(step * 0.66), .fontWeight("bold"),
                .textAnchor("middle"), .fill("#fff")
            ) { "核心" }
        }
    }

    /// How wide a line is, in widths of a Chinese character.
    private static func units(_ text: String) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.58 : 1.02) }
    }

    private static func cut(_ text: String, to units: Double) -> String {
        var cut = ""
        for character in text {
            guard Self.units(cut) + 2 < units else { return cut + "…" }
            cut.append(character)
        }
        return cut
    }
}
