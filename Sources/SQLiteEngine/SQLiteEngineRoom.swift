// The default database: one file, one writer, durable to power loss.
