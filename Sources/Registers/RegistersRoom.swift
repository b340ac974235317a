// The machinery of a register: one description, four uses.
