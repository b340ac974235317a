/// The list of sheets of an XLSX, and which of Excel's two calendars it counts days by.
final class XLSXWorkbook: XMLListener {
    struct Sheet {
        let name: String
        let relationship: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var calendar = SerialCalendar.from1900

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr":
            if attributes.isTrue("date1904") { calendar = .from1904 }
        case "sheet":
            guard let relationship = attributes.text(.relationships, "id") else { return }
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes.text("name") ?? "", relationship: relationship,
                    isHidden: state != "visible"))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// One part of an XLSX as another part points to it.
struct XLSXRelationship {
    let id: String
    let type: String
    let target: String
}

/// The parts that a part points to. What lies outside the file is left out, never fetched.
final class XLSXRelationships: XMLListener {
    private(set) var relationships: [XLSXRelationship] = []
    private let folder: String

    init(folder: String) {
        self.folder = folder
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes.text("TargetMode") != "External",
            let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target")
        else { return }
        relationships.append(XLSXRelationship(id: id, type: type, target: place(of: target)))
    }

    func end(_ name: XMLName) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>) {}

    /// The member's name: targets are relative to the folder unless they begin with a slash.
    private func place(of target: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
