"""The localities that a table may name: those of a ledger, or names of a caller's own."""

from collections.abc import Iterable

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.documents.encoded import read_shape
from careplan.documents.scales.ledgers import Ledger
from careplan.fields.kinds import TextKind
from careplan.fields.shapes import ListOf
from careplan.nouns.localities import Localities

LOCALITY = "locality"  # the fact of a noun that names a place


@attrs.frozen
class Places:
    """Localities that a name may be of, and the ledger that they are rows of, if they are."""

    known: Localities
    ledger: Ledger | None = None


def places_of(given: Ledger | Iterable[str] | None, within: Iterable[str]) -> Places | None:
    """Return localities, and the levels above them, as a caller gives them.

    Raises InvalidInput for what is none.
    """
    problems: list[Problem] = []
    levels = _names(within, "within", problems)
    names = (
        () if given is None or isinstance(given, Ledger) else _names(given, "localities", problems)
    )
    if problems:
        raise InvalidInput(problems)
    if isinstance(given, Ledger):
        return Places(Localities((row.locality for row in given.rows), levels), given)
    return None if given is None else Places(Localities(names, levels))


def _names(given: object, path: str, problems: list[Problem]) -> tuple[str, ...]:
    found: tuple[str, ...] = read_shape(ListOf(TextKind(filled=True)), given, path, problems)
    return found
