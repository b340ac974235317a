import Testing

@testable import MerkleLog

@Suite struct TreeTests {
    @Test func `the published roots come out`() {
        var edge = TreeEdge()
        var roots: [TreeHash] = []
        for hash in ReferenceVectors.hashes {
            edge.append(hash)
            roots.append(edge.root)
        }

        #expect(ReferenceVectors.roots.count == 8)
        #expect(roots == ReferenceVectors.roots)
        #expect(
            TreeEdge().root.description
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `the tree taken up from its peaks goes on as before`() throws {
        let source = NodeSource(leaves: ReferenceVectors.hashes)
        for size in 0..<8 {
            let peaks = try TreeEdge.peaks(ofTreeOf: size).map { try source.hash(at: $0) }
            var edge = try #require(TreeEdge(size: size, peaks: peaks))
            edge.append(ReferenceVectors.hashes[size])
            #expect(edge.root == ReferenceVectors.roots[size])
        }
        #expect(TreeEdge(size: 3, peaks: []) == nil)
    }

    @Test func `appending fills a node for every leaf but the peaks`() {
        var edge = TreeEdge()
        var filled: [NodeAddress] = []
        for number in 0..<1_000 {
            let nodes = edge.append(.leaf([UInt8(number & 255)])).map(\.address)
            #expect(nodes.allSatisfy { $0.leaves.upperBound == number + 1 })
            filled += nodes
        }

        #expect(Set(filled).count == filled.count)
        #expect(filled.count == TreeNode.count(inTreeOf: 1_000))
    }

    @Test func `a leaf that looks like a node has another hash`() {
        let (a, b) = (ReferenceVectors.hashes[0], ReferenceVectors.hashes[1])
        #expect(TreeHash.leaf(a.bytes + b.bytes) != TreeHash.node(a, b))
        #expect(TreeHash.leaf([1] + a.bytes + b.bytes) != TreeHash.node(a, b))
    }

    @Test func `a hash is read from 64 digits only`() {
        let text = ReferenceVectors.roots[0].description
        #expect(TreeHash(text) == ReferenceVectors.roots[0])
        #expect(TreeHash(String(text.dropLast())) == nil)
        #expect(TreeHash(String(text.dropLast(2))) == nil)
        #expect(TreeHash(text.dropLast() + "g") == nil)
        #expect(TreeHash(bytes: []) == nil)
    }
}
