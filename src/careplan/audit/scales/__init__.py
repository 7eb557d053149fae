"""Flaws of what a plan grades, steps, splits and marks."""
