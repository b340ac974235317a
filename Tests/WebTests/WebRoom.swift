// What Web must be true to.
