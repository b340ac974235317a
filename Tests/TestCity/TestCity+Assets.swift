import Registers

extension TestCity {
    /// What somebody would type for a device in use.
    package static func typedAsset(
        named name: String, with changes: [String: String] = [:]
    ) -> TypedFields {
        let words = [
            "name": name, "assetClass": "physical", "owner": "教務處", "manager": "資訊組",
            "usedBy": "全體教職員", "place": "行政大樓 2F", "state": "inUse",
        ]
        return TypedFields(words.merging(changes) { $1 })
    }
}
