"""Offices by the names a document prints, for tests that compare them with its text."""

import careplan as cp


def names(offices: tuple[cp.Office, ...]) -> str:
    """Return the local names of offices, as one text."""
    return " ".join(office.name for office in offices)
