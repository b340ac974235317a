// What Archive must be true to.
