"""Times: finds, values and resolves Korean temporal expressions (guideline §2)."""
