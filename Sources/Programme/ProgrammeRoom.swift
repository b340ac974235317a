// What spans chapters, and the sum of them.
