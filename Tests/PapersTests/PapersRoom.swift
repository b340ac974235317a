// What Papers must be true to.
