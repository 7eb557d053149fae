"""One cell of a table: what it says, or why that is not certain. Nothing here raises or guesses."""
