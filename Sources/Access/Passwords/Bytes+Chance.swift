extension Array<UInt8> {
    /// So many bytes from the operating system's generator, which nobody can foretell.
    static func chance(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
