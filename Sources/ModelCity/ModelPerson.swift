import Access

/// An invented person of the model city and the roles they hold.
struct ModelPerson {
    let account: String
    let name: String
    let agency: String
    let roles: [Role]

    /// One for each role, and a head of a small school who holds three posts.
    static let all = [
        ModelPerson("officer.chen", "陳怡君", "示範市青山國民小學", .officer),
        ModelPerson("security.lin", "林志明", "示範市政府教育局", .securityOfficer),
        ModelPerson("manager.huang", "黃雅婷", "示範市政府教育局", .manager),
        ModelPerson("ciso.chang", "張家豪", "示範市政府教育局", .ciso),
        ModelPerson("head.lee", "李淑芬", "示範市政府教育局", .head),
        ModelPerson("custodian.wang", "王建宏", "示範市政府衛生局", .custodian),
        ModelPerson("auditor.wu", "吳佩珊", "示範市政府教育局", .auditor),
        ModelPerson("vendor.liu", "劉冠廷", "示範市政府衛生局", .vendorManager),
        ModelPerson("staff.tsai", "蔡欣怡", "示範市政府教育局", .staff),
        ModelPerson("city.yang", "楊承恩", ModelAgency.city, .city),
        ModelPerson("operator.hsu", "許文傑", ModelAgency.city, .operator),
        ModelPerson("principal.you", "游錫堃", "示範市白沙國民小學", .head, .ciso, .officer),
    ]

    private init(_ account: String, _ name: String, _ agency: String, _ roles: Role...) {
        self.account = account
        self.name = name
        self.agency = agency
        self.roles = roles
    }
}
