// The law as data, and pure functions over it: what is owed, by when, and by which article.
