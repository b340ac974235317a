/// A list as the API gives it.
package struct ResourceList<Item: Encodable>: Encodable {
    let items: [Item]
    /// What `after` must be for the next page; absent on the last.
    var next: String?
    var count: Int?
    /// Whether there are more than were counted.
    var countIsCapped: Bool?

    package init(
        items: [Item], next: String? = nil, count: Int? = nil, countIsCapped: Bool? = nil
    ) {
        self.items = items
        self.next = next
        self.count = count
        self.countIsCapped = countIsCapped
    }
}
