extension SQL.StringInterpolation {
    /// Binds a value that may be missing, as NULL.
    package mutating func appendInterpolation<Value: Storable>(_ value: Value?) {
        appendInterpolation(value: value.stored)
    }
}
