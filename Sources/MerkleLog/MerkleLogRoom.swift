// Hashes, proofs and checkpoints of an append-only log (RFC 6962); nothing but crypto.
