"""How a sheet is scored: marks in, a range out, and what each item must bring."""
