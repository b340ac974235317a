/// The two names in the name of the office at the root of the tree: 「示範市政府資訊局」 is the
/// 資訊局 of 示範市政府.
package struct CityName: Hashable, Sendable {
    /// 示範市政府; `nil` where the name does not hold a city's.
    package let city: String?
    /// 資訊局: who runs the programme for the city.
    package let office: String

    package init(of name: String) {
        if let range = name.firstRange(of: "政府") {
            city = String(name[..<range.upperBound])
            let rest = name[range.upperBound...]
            office = rest.isEmpty ? name : String(rest)
        } else {
            city = nil
            office = name
        }
    }
}
