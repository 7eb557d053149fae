"""Whether what a file says of a result fits together."""
