extension Array {
    /// The elements some at a time, in their order; the last slice may be shorter. For what may not
    /// hold or ask too much at once.
    ///
    /// - Parameter count: how many at a time, at least one.
    package func slices(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map {
            self[$0..<Swift.min($0 + count, self.count)]
        }
    }
}
