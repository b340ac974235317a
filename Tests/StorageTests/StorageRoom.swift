// What Storage must be true to.
