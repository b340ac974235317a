import CMalloc

/// What the service does with memory that it needs no longer.
///
/// The C library keeps an arena for each of many threads, and in each what the largest export or
/// import has ever needed there: after an hour of them, two gigabytes for forty megabytes in use.
enum FreeMemory {
    /// Lets the threads share a few arenas; before the first thread begins.
    static func shareArenas() {
        _ = mallopt(M_ARENA_MAX, 4)
    }

    /// Gives what is free back to the system.
    static func giveBack() {
        _ = malloc_trim(0)
    }
}
