"""Offices by the names a document prints, for tests that compare them with its text."""

from careplan import writing as w


def names(offices: tuple[w.Office, ...]) -> str:
    """Return the local names of offices, as one text."""
    return " ".join(office.name for office in offices)
