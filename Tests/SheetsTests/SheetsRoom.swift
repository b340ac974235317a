// What Sheets must be true to.
