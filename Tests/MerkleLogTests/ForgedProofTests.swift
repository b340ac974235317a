import Testing

@testable import MerkleLog

/// Proofs as a dishonest server would bend them. A path that is only partly checked was a hole in
/// another ledger (CVE-2022-36111): here a change of any part must be noticed.
@Suite struct ForgedProofTests {
    let source = NodeSource(leaves: ReferenceVectors.hashes)
    let stranger = TreeHash.leaf([0xFF])

    @Test func `no bent inclusion proof is accepted`() throws {
        for size in 1...8 {
            let root = ReferenceVectors.roots[size - 1]
            for position in 0..<size {
                let proof = try #require(try InclusionProof(of: position, inLogOf: size, source))
                let leaf = ReferenceVectors.hashes[position]
                for path in bent(proof.path) {
                    let forged = InclusionProof(position: position, size: size, path: path)
                    #expect(!forged.proves(leaf, in: root))
                }
                for other in -1...size + 1 where other != position {
                    let forged = InclusionProof(position: other, size: size, path: proof.path)
                    #expect(!forged.proves(leaf, in: root))
                }
                #expect(!proof.proves(leaf, in: stranger))
            }
        }
    }

    @Test func `no bent consistency proof is accepted`() throws {
        for later in 1...8 {
            for earlier in 1...later {
                let proof = try #require(
                    try ConsistencyProof(from: earlier, to: later, source))
                let old = ReferenceVectors.roots[earlier - 1]
                let new = ReferenceVectors.roots[later - 1]
                for path in bent(proof.path) {
                    let forged = ConsistencyProof(earlier: earlier, later: later, path: path)
                    #expect(!forged.proves(old, continuesIn: new))
                }
                #expect(!proof.proves(stranger, continuesIn: new))
                #expect(!proof.proves(old, continuesIn: stranger))
            }
        }
    }

    @Test func `an earlier log without entries proves nothing by itself`() {
        let empty = ConsistencyProof(earlier: 0, later: 8, path: [])
        #expect(empty.proves(.ofNothing, continuesIn: ReferenceVectors.roots[7]))
        #expect(!empty.proves(stranger, continuesIn: ReferenceVectors.roots[7]))
        let padded = ConsistencyProof(earlier: 0, later: 8, path: [stranger])
        #expect(!padded.proves(.ofNothing, continuesIn: ReferenceVectors.roots[7]))
    }

    @Test func `sizes out of order are refused`() {
        let root = ReferenceVectors.roots[3]
        for (earlier, later) in [(5, 4), (-1, 4), (-4, -4)] {
            let proof = ConsistencyProof(earlier: earlier, later: later, path: [])
            #expect(!proof.proves(root, continuesIn: root))
        }
    }

    /// The path with a hash changed, taken out, put in or exchanged at every place.
    private func bent(_ path: [TreeHash]) -> [[TreeHash]] {
        var forgeries: [[TreeHash]] = []
        for index in path.indices {
            var changed = path
            changed[index] = stranger
            var shorter = path
            shorter.remove(at: index)
            forgeries += [changed, shorter]
            if index > 0 {
                var exchanged = path
                exchanged.swapAt(index - 1, index)
                forgeries.append(exchanged)
            }
        }
        for index in 0...path.count {
            var longer = path
            longer.insert(stranger, at: index)
            forgeries.append(longer)
        }
        return forgeries
    }
}
