// What Systems must be true to.
