// The typed view language: pages are values, text is escaped, markup is never concatenated.
