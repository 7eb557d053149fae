"""What a criterion allows, fact by fact: with what it can hold, and which answers settle it."""
