import HTML
import Kernel

/// All organisations at once, a tile each, by kinds; those that need a look stand first, lead to
/// their page and say their name. The others are only drawn.
package struct Mosaic: Component {
    let name: Term
    let groups: [Group]

    package init(_ name: Term, _ groups: [Group]) {
        self.name = name
        self.groups = groups
    }

    package struct Group: Sendable {
        let term: Term
        let tiles: [Tile]

        package init(_ term: Term, _ tiles: [Tile]) {
            self.term = term
            self.tiles = tiles.sorted { $0.status.urgency < $1.status.urgency }
        }
    }

    package struct Tile: Sendable {
        let status: Status
        let name: String
        let path: Path?

        package init(_ status: Status, _ name: String, _ path: Path?) {
            self.status = status
            self.name = name
            self.path = path
        }
    }

    package var body: HTML {
        div(
            .class("scroll mosaic__in"), .tabindex(0), .role("group"),
            .aria("label", Term("\(name.zh)，可左右捲動", en: "\(name.en), scrolls sideways"))
        ) {
            svg(
                .viewBox(0, 0, 930, height), .role("group"), .aria("label", name),
                .data("roving", "")
            ) {
                for (group, top) in zip(groups, tops) { draw(group, at: top) }
            }
        }
    }

    private static let pitch = 24
    private static let perRow = 33
    private static let left = 130

    private func rows(_ group: Group) -> Int {
        max(1, (group.tiles.count + Self.perRow - 1) / Self.perRow)
    }

    /// Where each group begins.
    private var tops: [Int] {
        var top = 0
        return groups.map { group in
            defer { top += rows(group) * Self.pitch + 10 }
            return top
        }
    }

    private var height: Int {
        zip(groups, tops).map { rows($0) * Self.pitch + $1 }.max() ?? Self.pitch
    }

    @HTMLBuilder
    private func draw(_ group: Group, at top: Int) -> HTML {
        svgText(.x(0), .y(Double(top) + 15)) {
            group.term
            " "
            tspan(.class("n")) { group.tiles.count }
        }
        for (place, tile) in group.tiles.enumerated() {
            let x = Double(Self.left + place % Self.perRow * Self.pitch)
            let y = Double(top + place / Self.perRow * Self.pitch)
            if let path = tile.path, tile.status.urgency < Status.done.urgency {
                a(.href(path), .aria("label", Term(tile.name, en: tile.name).with(tile.status))) {
                    square(tile.status, x, y)
                    tileGlyph(tile.status, x: x + 3, y: y + 3)
                }
            } else {
                square(tile.status, x, y)
            }
        }
    }

    private func square(_ status: Status, _ x: Double, _ y: Double) -> HTML {
        rect(
            .class("f-\(status.look)"), .x(x + 0.6), .y(y + 0.6), .width(18.8), .height(18.8),
            .rx(3))
    }
}

extension Status {
    /// The most urgent first.
    package var urgency: Int {
        switch self {
        case .late: 0
        case .due: 1
        case .missing: 2
        case .progress: 3
        case .none: 4
        case .done: 5
        case .notApplicable: 6
        }
    }
}
