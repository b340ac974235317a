import Access
import Kernel
import Programme
import Registers
import Team

extension ModelCity {
    /// Enters the certificates of the security staff; a few are missing and a few have run out.
    func addCertificates(_ places: [ModelPlace]) async throws -> Int {
        let desk = RegisterDesk<Certificate>(door: programme.door)
        var count = 0
        for place in places {
            var generator = place.generator("certificates", plan)
            var certificates: [TypedFields] = []
            for name in try await securityOfficers(in: place) {
                for kind in CertificateKind.allCases {
                    let luck = Int.random(in: 0..<12, using: &generator)
                    guard luck > 0 else { continue }
                    certificates.append(
                        Self.certificate(kind, of: name, hasRunOut: luck == 1, on: clock.now.day))
                }
            }
            guard !certificates.isEmpty else { continue }
            count += try await desk.addAll(certificates, by: place.console).count
        }
        return count
    }

    private func securityOfficers(in place: ModelPlace) async throws -> [String] {
        try await programme.door.read(by: place.console) { view in
            let names = Dictionary(
                try Person.all(of: place.agency.id, view).map { ($0.id, $0.name) }
            ) { $1 }
            return try Appointment.all(in: place.agency.id, view)
                .filter { $0.role == .securityOfficer }.compactMap { names[$0.personID] }.sorted()
        }
    }

    private static func certificate(
        _ kind: CertificateKind, of name: String, hasRunOut: Bool, on today: Day
    ) -> TypedFields {
        let isLicence = kind == .licence
        let obtained = today.adding(months: hasRunOut ? -38 : -7)
        return TypedFields([
            "name": name, "kind": kind.rawValue,
            "title": isLicence ? "ISO/IEC 27001 主導稽核員" : "資安職能訓練：資通安全概論",
            "number": isLicence ? "示範-LA-0001" : "示範-CT-0001",
            "obtainedOn": obtained.description,
            "expiresOn": obtained.adding(months: 36).description,
        ])
    }
}
