// A small city of agencies and people for tests.
