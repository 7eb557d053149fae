"""Figures beside a ledger: what people need, how a total is split, what facts come to by group."""
