// 參 Information systems: what they are, how they are graded, whether they are core.
