import HTML
import Kernel

/// The moment by which the law wants something done. Without a script it says the moment itself;
/// with one, the time left, told anew each half minute.
package func clock(until deadline: Instant) -> HTML {
    time(deadline, .class("left num"), .data("clock", ""))
}
