import Foundation
import HTML
import Kernel
import Ledger
import Web

/// What an undoing left alone, for somebody had changed it since.
private struct UndonePage {
    let undoing: Undoing
    /// The list whose rows these are.
    let list: Crumb
    /// Where a row is.
    let place: (UUID) -> Path

    var page: Page {
        let title = Term(
            "已復原 \(undoing.restored) 筆，\(undoing.left.count) 筆之後改過，沒有動",
            en: "\(undoing.restored) restored, \(undoing.left.count) changed since and left alone")
        return Page(title, trail: [list]) {
            PageHeading(
                title,
                actions: [ActionLink(Term("看清單", en: "See the list"), list.path).body])
            panel(Term("沒有動的", en: "Left alone"), id: "left") {
                ul(.class("links")) {
                    for row in undoing.left.prefix(200) {
                        li { a(.href(place(row.uuid))) { row.name } }
                    }
                }
            }
        }
    }
}

extension Answer {
    /// Says what became of an undoing: on the list, or on a page that names what was left alone.
    package static func undone(
        _ undoing: Undoing, in list: Crumb, place: @escaping (UUID) -> Path
    ) -> Answer {
        guard undoing.left.isEmpty else {
            return .page(UndonePage(undoing: undoing, list: list, place: place).page)
        }
        return .redirect(to: list.path)
            .saying(
                Toast(Term("已復原 \(undoing.restored) 筆", en: "\(undoing.restored) rows restored")))
    }
}

extension Path {
    /// Where an act on many rows of the list at this place is taken back.
    package func undo(_ entry: EntryID) -> Path {
        appending("changes").appending(entry.description).appending("undo")
    }
}
