import Access
import Kernel
import Registers
import Storage

/// A second register, to see what one costs: everything that a chapter would write.
struct Kiosk: RegisterRow {
    var head: RowHead
    let name: String
    let floor: Int?
    let isLocked: Bool
    let boughtOn: Day?
    let color: Color

    enum Color: String, Choice {
        case red
        case grey

        var term: Term {
            switch self {
            case .red: Term("紅", en: "Red")
            case .grey: Term("灰", en: "Grey")
            }
        }
    }

    static let register = Register<Kiosk>(
        kind: "kiosk", table: "kiosk", path: "kiosks", title: Term("服務機", en: "Kiosks"),
        one: Term("服務機", en: "Kiosk"),
        emptyHint: Term("還沒有服務機。新增一個。", en: "No kiosks yet. Add one."),
        sort: "name", see: .seeSystems, edit: .editSystems, supervision: .closed,
        columns: Columns(
            identity: ["name"], make: Kiosk.init,
            rules: { kiosk in
                guard kiosk.isLocked, kiosk.floor == nil else { return [] }
                let message = Term("上鎖的要寫樓層", en: "Say the floor of a locked one")
                return [FieldError(field: "floor", message: message)]
            },
            Field(
                "name", \.name, Term("名稱", en: "Name"),
                FieldTraits(listed: true, sorted: true, searched: true), rules: .atMost(20)),
            Field(
                "floor", \.floor, Term("樓層", en: "Floor"), FieldTraits(listed: true),
                rules: .within(-3...90, Term("樓", en: "floors"))),
            Field("locked", \.isLocked, Term("上鎖", en: "Locked"), FieldTraits(filtered: true)),
            Field("boughtOn", \.boughtOn, Term("購置日期", en: "Bought on")),
            Field(
                "color", \.color, Term("顏色", en: "Colour"),
                FieldTraits(listed: true, filtered: true))))

    static let migration = Migration(
        "2026-11-30 kiosks: a toy",
        """
        CREATE TABLE kiosk (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          name TEXT NOT NULL CHECK (name <> ''),
          floor BIGINT,
          locked BOOLEAN NOT NULL,
          boughtOn TEXT,
          color TEXT NOT NULL CHECK (color IN ('red', 'grey'))
        );

        CREATE INDEX kioskByName ON kiosk (agencyID, name, id);
        """)
}
