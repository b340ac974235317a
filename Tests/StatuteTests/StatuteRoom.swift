// What Statute must be true to.
