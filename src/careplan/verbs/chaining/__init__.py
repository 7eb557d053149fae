"""Facts that one plan answers for others, where the caller asks for it."""
