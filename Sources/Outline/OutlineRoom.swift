// What a chapter of the plan is, as a value.
