// What Ledger must be true to.
