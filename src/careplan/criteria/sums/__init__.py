"""Sums of facts, counts and totals against a number: their one form, what is left, words."""
