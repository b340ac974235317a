import HTML
import Kernel

/// What stands in a table in the place of a value that nobody gave.
package let notGiven = span(.class("missing")) { Term("尚未填寫", en: "Not given") }
