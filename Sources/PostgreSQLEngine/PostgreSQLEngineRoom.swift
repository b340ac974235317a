// The database of a city that has outgrown one machine.
