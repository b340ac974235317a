// Zip archives in memory, read within limits and written with reproducible bytes.
