// An invented city for demonstrations and measurements.
