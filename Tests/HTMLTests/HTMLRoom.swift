// What HTML must be true to.
