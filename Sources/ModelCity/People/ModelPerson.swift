import Access

/// An invented person of the model city who has an account, and the roles they hold.
struct ModelPerson: Sendable {
    let account: String
    let name: String
    let agency: String
    let roles: [Role]

    private static let bureau = "臺北市政府教育局"
    private static let health = "臺北市政府衛生局"

    /// One for each role, and a head of a small school who holds three posts.
    static let all = [
        ModelPerson("officer.chen", "陳怡君", "臺北市松山區松山國民小學", .officer),
        ModelPerson("security.lin", "林志明", bureau, .securityOfficer),
        ModelPerson("manager.huang", "黃雅婷", bureau, .manager),
        ModelPerson("ciso.chang", "張家豪", bureau, .ciso),
        ModelPerson("head.lee", "李淑芬", bureau, .head),
        ModelPerson("custodian.wang", "王建宏", health, .custodian),
        ModelPerson("auditor.wu", "吳佩珊", bureau, .auditor),
        ModelPerson("vendor.liu", "劉冠廷", health, .vendorManager),
        ModelPerson("staff.tsai", "蔡欣怡", bureau, .staff),
        ModelPerson("city.yang", "楊承恩", ModelOrganisation.city, .city),
        ModelPerson("operator.hsu", "許文傑", ModelOrganisation.city, .operator),
        ModelPerson("principal.you", "游文堃", "臺北市北投區湖山國民小學", .head, .ciso, .officer),
    ]

    private init(_ account: String, _ name: String, _ agency: String, _ roles: Role...) {
        self.account = account
        self.name = name
        self.agency = agency
        self.roles = roles
    }
}
