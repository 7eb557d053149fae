"""The mutants that no test can notice, each with its reason: `equivalent.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mutation.mutants import Mutant

LIST = Path("tests", "mutation", "equivalent.toml")


@dataclass(frozen=True)
class Equivalent:
    """A mutant that answers everything as the library does, and why.

    It is named by the definition it stands in, by the text of its line and by the change, so
    lines may come and go around it.
    """

    inside: str
    text: str
    change: str
    reason: str

    @property
    def key(self) -> tuple[str, str, str]:
        """As `Mutant.key`."""
        return self.inside, self.text, self.change


def read_equivalents(text: str) -> list[Equivalent]:
    """Read a list; raise TypeError for an entry that lacks something or has something else."""
    return [Equivalent(**one) for one in tomllib.loads(text).get("mutant", [])]


def stale(listed: Iterable[Equivalent], mutants: Iterable[Mutant]) -> list[Equivalent]:
    """Return the entries that name no mutant of the source any more."""
    keys = {mutant.key for mutant in mutants}
    return [one for one in listed if one.key not in keys]
