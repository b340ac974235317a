import Foundation
import TestCity
import TestEngines
import Testing

@testable import Programme

@Suite struct WaiverTests {
    private static let waiver = [
        "reason": "沒有資通系統", "consentBy": "資訊局", "document": "北市資安字第 1 號",
        "fromOn": "2026-01-01", "untilOn": "2026-12-31",
    ]

    @Test(arguments: ["fromOn", "untilOn"])
    func `a day that cannot be read is refused at its field, and nothing is waived`(
        _ field: String
    ) async throws {
        let city = try await TestCity()
        let ciso = try await Visitor(.ciso, city)
        var sent = Self.waiver
        sent[field] = "115 年 2 月 30 日"

        let told = try await ciso.post("/duties/plan.inventory/waivers", sent)

        #expect(told.status == 422)
        let text = String(decoding: told.bytes, as: UTF8.self)
        #expect(text.contains("不是日期") && text.contains("沒有資通系統"))
        let page = try await ciso.get("/duties/plan.inventory")
        #expect(!String(decoding: page.bytes, as: UTF8.self).contains("北市資安字第 1 號"))
    }

    @Test func `without an end it holds until it is withdrawn`() async throws {
        let city = try await TestCity()
        let ciso = try await Visitor(.ciso, city)
        var sent = Self.waiver
        sent["untilOn"] = ""

        #expect(try await ciso.post("/duties/plan.inventory/waivers", sent).status == 303)

        let page = try await ciso.get("/duties/plan.inventory")
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("北市資安字第 1 號") && text.contains("沒有訂期限"))
    }
}
