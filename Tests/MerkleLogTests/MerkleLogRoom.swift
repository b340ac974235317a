// What MerkleLog must be true to.
