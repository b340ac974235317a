// What Commands must be true to.
