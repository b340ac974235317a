// The tamper-evident history of every change.
