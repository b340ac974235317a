// A fresh database of either engine for one test.
