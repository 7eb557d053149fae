"""Which rules, ledgers and sheets of a plan cases are asked for: all, or only some by name."""

from collections.abc import Iterable, Iterator

import attrs

from careplan.base.errors import InvalidInput, Problem, all_unknown, not_found
from careplan.documents.rules import Cited
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.sheets import Band, Scorecard
from careplan.documents.scales.targets import Target

Only = str | Iterable[str] | None
Parts = tuple[Cited, ...]  # what may be asked for, and what it is a part of


@attrs.frozen
class Wanted:
    """What is asked for by id, by key, or by the number of a clause it stands below."""

    names: frozenset[str] | None = None

    @classmethod
    def among(cls, only: Only, known: Iterable[Parts]) -> "Wanted":
        """Return what `only` asks for; raise NotFound, for all names at once, for others.

        `known` is what there are cases of. Raises InvalidInput for what is no name.
        """
        if only is None:
            return cls()
        names = (only,) if isinstance(only, str) else _names(only)
        listed = [parts for parts in known if parts]
        said = dict.fromkeys(name for parts in listed for name in _said_of(parts))
        asked = {one for parts in listed for part in parts for one in _numbers(part)}
        unknown = [name for name in names if name not in said and name not in asked]
        if unknown:
            raise all_unknown("only", not_found("key", unknown, said))
        return cls(frozenset(names))

    def takes(self, *parts: Cited) -> bool:
        """Say whether an object is asked for, by itself or as a part of another."""
        if self.names is None:
            return True
        numbers = (name for one in parts for name in _numbers(one))
        return any(name in self.names for name in (*_said_of(parts), *numbers))


def names_of(one: Cited) -> tuple[str, ...]:
    """Return what an object goes by: its id, then its key, or the locality of a row."""
    match one:
        case Grade() | Grading() | Ledger() | Target() | Scorecard():
            return (one.id, one.key)
        case LedgerRow():
            return (one.id, one.locality)
        case Band():
            return (one.id, one.key)
        case _:
            return (one.id,)


def _said_of(parts: Parts) -> Iterator[str]:
    """Yield what an object and what it is a part of go by; a grade also by "grading.grade"."""
    for one in parts:
        yield from names_of(one)
    match parts:
        case Grade(key=key), Grading(key=whole):
            yield f"{whole}.{key}"
        case _:
            pass


def _numbers(one: Cited) -> Iterator[str]:
    """Yield every number that an object stands below, its own too."""
    for name in one.numbers:
        yield name
        yield from (name[:at] for at, char in enumerate(name) if char in "./")


def _names(only: object) -> tuple[str, ...]:
    names = tuple(only) if isinstance(only, Iterable) else (only,)
    wrong = [one for one in names if not isinstance(one, str)]
    if wrong:
        raise InvalidInput([Problem("only", "wrong_type", wrong[0], {"expected": "str"})])
    if not names:
        raise InvalidInput([Problem("only", "required", ())])
    return names
