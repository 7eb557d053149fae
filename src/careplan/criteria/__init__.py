"""Criteria as data: how they are written, checked, evaluated, taken apart and said."""
