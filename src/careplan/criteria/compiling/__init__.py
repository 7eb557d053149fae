"""A criterion as a Python function: written once, asked many times, with no evidence."""
