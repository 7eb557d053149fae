"""The rows of a table: what kind each is, what it says, and what they add up to."""
