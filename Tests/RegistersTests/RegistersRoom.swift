// What Registers must be true to.
