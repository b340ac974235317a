// What Matrix must be true to.
