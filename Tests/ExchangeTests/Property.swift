import Access
import Exchange
import Foundation
import Kernel
import Registers
import Sheets
import Storage
import Systems
import TestCity
import TestEngines

/// A register like the property lists that schools have.
struct Property: RegisterRow {
    var head: RowHead
    let number: String?
    let name: String
    let sort: Sort
    let owner: String
    let keeper: String?
    let place: String?
    let boughtOn: Day?
    let count: Int?
    let system: String?
    let remark: String?

    enum Sort: String, Choice {
        case hardware
        case software

        var term: Term {
            switch self {
            case .hardware: Term("實體資產", en: "Physical")
            case .software: Term("軟體資產", en: "Software")
            }
        }
    }

    static let register = Register<Property>(
        kind: "property", table: "property", path: "properties",
        title: Term("財產清冊", en: "Property"), one: Term("財產", en: "Item"),
        emptyHint: Term("還沒有財產。", en: "Nothing yet."),
        sort: "name", see: .seeSystems, edit: .editSystems, supervision: .open,
        columns: Columns(
            identity: ["number"], make: Property.init,
            rules: { property in
                guard property.count == 0, property.remark == nil else { return [] }
                return [
                    FieldError(field: "remark", message: Term("數量是 0 要說明原因", en: "Say why"))
                ]
            },
            Field("number", \.number, Term("財產編號", en: "Number"), rules: .atMost(30)),
            Field(
                "name", \.name, Term("資產名稱", en: "Name"),
                FieldTraits(
                    aliases: ["財產名稱"], listed: true, sorted: true, searched: true)),
            Field("sort", \.sort, Term("資產類別", en: "Class"), FieldTraits(filtered: true)),
            Field("owner", \.owner, Term("擁有者", en: "Owner")),
            Field("keeper", \.keeper, Term("保管人", en: "Keeper")),
            Field("place", \.place, Term("存放位置", en: "Place"), FieldTraits(aliases: ["存置地點"])),
            Field("boughtOn", \.boughtOn, Term("購置日期", en: "Bought on")),
            Field("count", \.count, Term("數量（台）", en: "Count")),
            Field("system", \.system, Term("資通系統", en: "System")),
            Field("remark", \.remark, Term("備註", en: "Remark"), FieldTraits(long: true))),
        references: [
            Reference("system", to: InformationSystem.register.one) { view, agency in
                try view.values("SELECT name FROM informationSystem WHERE agencyID = \(agency)")
            }
        ])

    static let migration = Migration(
        "2026-11-30 properties: a toy",
        """
        CREATE TABLE property (
          id UUID NOT NULL PRIMARY KEY,
          agencyID UUID NOT NULL REFERENCES agency (id),
          version BIGINT NOT NULL CHECK (version > 0),
          removedAt BIGINT,
          number TEXT,
          name TEXT NOT NULL,
          sort TEXT NOT NULL,
          owner TEXT NOT NULL,
          keeper TEXT,
          place TEXT,
          boughtOn TEXT,
          count BIGINT,
          system TEXT,
          remark TEXT
        );

        CREATE INDEX propertyByName ON property (agencyID, name, id);
        """)
}

extension TestCity {
    /// A city that keeps properties as well.
    static func withProperties(on engine: TestEngine = .sqlite) async throws -> TestCity {
        try await TestCity(on: engine, migrations: [Property.migration])
    }

    var properties: ExchangeDesk<Property> {
        ExchangeDesk(Exchange(Property.register), door: door)
    }

    func rows(by caller: Caller) async throws -> [Property] {
        var query = ListQuery()
        query.limit = 1_000
        let (slice, _) = try await RegisterDesk<Property>(door: door).list(query, by: caller)
        return slice.rows.map(\.row)
    }
}

/// A table as somebody would have typed it, its first row in row 1.
func sheet(_ lines: [String]...) -> ReadTable {
    sheet(lines)
}

func sheet(_ lines: [[String]]) -> ReadTable {
    let columns = lines[0].enumerated().map {
        TableHeader.Column(column: $0.offset, name: $0.element)
    }
    let rows = lines.dropFirst().enumerated().map { index, line in
        SheetRow(
            number: index + 2,
            cells: line.enumerated().filter { !$0.element.isEmpty }
                .map { Cell(column: $0.offset, value: .text($0.element)) })
    }
    return ReadTable(columns: columns, rows: rows)
}

extension ImportChoices {
    /// What is guessed for a table of properties.
    static func guessed(_ table: ReadTable, defaults: [String: String] = [:]) -> ImportChoices {
        ImportChoices(
            Matching(guessing: table.columns, of: Property.register.columns), defaults: defaults)
    }
}

extension SheetDesk {
    /// Reads files in the process of the tests.
    static let here = SheetDesk { file, tell in try SheetFile(file).read(tell) }
}

func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try Array(Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
}
