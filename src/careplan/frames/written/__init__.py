"""A criterion written as an expression over the columns of a frame."""
