"""What an error says of what it was given: where that stands, what it is, what was expected."""
