import Testing

@testable import MerkleLog

@Suite struct ProofTests {
    let source = NodeSource(leaves: ReferenceVectors.hashes)

    @Test(arguments: ReferenceVectors.inclusion)
    func `the published inclusion proofs come out`(
        _ vector: (position: Int, size: Int, path: [String])
    ) throws {
        let proof = try #require(
            try InclusionProof(of: vector.position, inLogOf: vector.size, source))

        #expect(proof.path.map(\.description) == vector.path)
    }

    @Test(arguments: ReferenceVectors.consistency)
    func `the published consistency proofs come out`(
        _ vector: (earlier: Int, later: Int, path: [String])
    ) throws {
        let proof = try #require(
            try ConsistencyProof(from: vector.earlier, to: vector.later, source))

        #expect(proof.path.map(\.description) == vector.path)
    }

    @Test func `every leaf is proven in every log, and proven nowhere else`() throws {
        for size in 1...8 {
            let root = ReferenceVectors.roots[size - 1]
            for position in 0..<size {
                let proof = try #require(try InclusionProof(of: position, inLogOf: size, source))
                for (other, hash) in ReferenceVectors.hashes.enumerated() {
                    #expect(proof.proves(hash, in: root) == (other == position))
                }
            }
        }
    }

    @Test func `every log continues every shorter one`() throws {
        for later in 1...8 {
            for earlier in 1...later {
                let proof = try #require(
                    try ConsistencyProof(from: earlier, to: later, source))
                let new = ReferenceVectors.roots[later - 1]
                for (index, old) in ReferenceVectors.roots.enumerated() {
                    #expect(proof.proves(old, continuesIn: new) == (index + 1 == earlier))
                }
            }
        }
    }

    @Test func `there is no proof of a leaf or a log that is not there`() throws {
        #expect(try InclusionProof(of: 8, inLogOf: 8, source) == nil)
        #expect(try InclusionProof(of: -1, inLogOf: 8, source) == nil)
        #expect(try InclusionProof(of: 0, inLogOf: 0, source) == nil)
        #expect(try ConsistencyProof(from: 5, to: 4, source) == nil)
        #expect(try ConsistencyProof(from: -1, to: 4, source) == nil)
        #expect(throws: MissingNode.self) { try InclusionProof(of: 3, inLogOf: 9, source) }
    }
}
