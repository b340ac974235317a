/// How much an organisation of the model city has, by its kind and level.
struct ModelSize: Sendable {
    let staff: Int
    let assets: Int
    let systems: Int

    init(of organisation: ModelOrganisation, using generator: inout SeededGenerator) {
        let (staff, assets, systems) = Self.ranges(organisation.kind, organisation.level)
        self.staff = Int.random(in: staff, using: &generator)
        self.assets = Int.random(in: assets, using: &generator)
        self.systems = Int.random(in: systems, using: &generator)
    }

    private typealias Ranges = (
        staff: ClosedRange<Int>, assets: ClosedRange<Int>, systems: ClosedRange<Int>
    )

    private static func ranges(_ kind: String, _ level: String) -> Ranges {
        switch (kind, level) {
        case ("高中職", _): (130...260, 500...1_300, 2...8)
        case ("特教", _): (100...170, 300...600, 0...2)
        case ("國中", _): (70...150, 300...700, 0...3)
        case ("國小", _): (50...140, 200...600, 0...2)
        case ("幼兒園", _): (20...45, 20...80, 0...0)
        case (_, "A"): (600...3_000, 4_000...8_000, 30...60)
        case (_, "B"): (200...1_600, 1_200...3_500, 10...30)
        case (_, "C"): (60...600, 200...900, 2...12)
        default: (20...200, 60...300, 0...3)
        }
    }
}
