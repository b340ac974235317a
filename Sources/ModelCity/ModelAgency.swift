/// An invented agency of the model city.
struct ModelAgency {
    let code: String
    let name: String
    let kind: String
    let level: String
    /// The superior's name; the city itself where there is none.
    let superior: String?

    static let city = "示範市政府資訊局"

    static let all =
        [
            ModelAgency("DEMO100", "示範市政府教育局", "一級機關", "B", nil),
            ModelAgency("DEMO200", "示範市政府衛生局", "一級機關", "B", nil),
            ModelAgency("DEMO300", "示範市青山區公所", "區公所", "C", nil),
            ModelAgency("DEMO110", "示範市立圖書館", "二級機關", "C", "示範市政府教育局"),
            ModelAgency("DEMO210", "示範市立聯合醫院", "二級機關", "A", "示範市政府衛生局"),
        ] + schools

    private static let schools = [
        ("DEMO121", "示範市青山國民小學", "國小"), ("DEMO122", "示範市白沙國民小學", "國小"),
        ("DEMO123", "示範市明德國民中學", "國中"), ("DEMO124", "示範市高級工業職業學校", "高中職"),
        ("DEMO125", "示範市向陽幼兒園", "幼兒園"),
    ].map { ModelAgency($0.0, $0.1, $0.2, "D", "示範市政府教育局") }

    private init(
        _ code: String, _ name: String, _ kind: String, _ level: String, _ superior: String?
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.level = level
        self.superior = superior
    }
}
