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


def places_of(given: Ledger | Iterable[str] | None) -> Places | None:
    """Return localities as a caller gives them; raises InvalidInput for what is none."""
    if given is None:
        return None
    if isinstance(given, Ledger):
        return Places(Localities(row.locality for row in given.rows), given)
    problems: list[Problem] = []
    names = read_shape(ListOf(TextKind(filled=True)), given, "localities", problems)
    if problems:
        raise InvalidInput(problems)
    return Places(Localities(names))
