"""How progress is shown: states and days in words, bars, the grid of a ledger, its chart."""
