// What Access must be true to.
