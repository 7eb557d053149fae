"""What a caller asks of a table, checked against it: every wrong argument is said at once."""

from collections.abc import Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem, beside, check_language
from careplan.base.quoting import quote
from careplan.base.text import is_text
from careplan.documents.encoded import read_shape
from careplan.fields.checking import elements, entries_of, read, required
from careplan.fields.declaring import Noun
from careplan.fields.kinds import FlagKind, TextKind
from careplan.fields.shapes import ListOf
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.units import Quantity, Unit, unit_of
from careplan.intake.heads.columns import Holds, spec_of
from careplan.intake.heads.headings import Named
from careplan.intake.heads.layout import Outside
from careplan.intake.heads.placed import placed
from careplan.intake.places import places_of
from careplan.intake.rows.sorting import words
from careplan.intake.table import Table

ON_PROBLEM = ("collect", "raise")


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked of a table, columns by their place."""

    noun: type[Noun]
    habits: Habits
    language: str
    outside: Outside
    said: Mapping[int, Holds]
    currency: Unit | None
    unit_column: int | None
    carry: frozenset[int]
    total_words: frozenset[str]
    sums: Mapping[int, tuple[int, ...]]


def asked(
    noun: type[Noun],
    table: Table,
    habits: Habits,
    *,
    language: str,
    on_problem: str,
    columns: Any,
    localities: Any,
    within: Any,
    places_in_headings: bool,
    given: Any,
    currency: Any,
    unit_column: Any,
    carry: Any,
    total_words: Any,
    sums: Any,
) -> Asked:
    """Return what is asked; raises InvalidInput for what is wrong with an argument."""
    check_language(language)
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise InvalidInput([Problem("noun", "wrong_type", noun, {"expected": "type[Noun]"})])
    problems: list[Problem] = []
    if not isinstance(on_problem, str) or on_problem not in ON_PROBLEM:
        options = {"options": ", ".join(ON_PROBLEM)}
        problems.append(Problem("on_problem", "not_an_option", on_problem, options))
    across = read(FlagKind(), places_in_headings, "places_in_headings", problems) is True
    places = places_of(localities, within)
    if across and places is None:
        problems.append(Problem("localities", "required", None))
    seek = _Columns(Named(table.headings), problems)
    said = dict(placed(noun, _mapping(columns, "columns", problems), seek.headings))
    unit_at = None if unit_column is None else seek.one(unit_column, "unit_column")
    if unit_at is not None:  # it holds no fact
        said.setdefault(unit_at, None)
    taken = Asked(
        noun=noun,
        habits=habits,
        language=language,
        outside=Outside(
            given=_given(noun, _mapping(given, "given", problems), problems),
            places=places,
            across=across and places is not None,
        ),
        said=said,
        currency=_currency(currency, problems),
        unit_column=unit_at,
        carry=frozenset(seek.several(carry, "carry")),
        total_words=words(_texts(total_words, "total_words", problems)),
        sums={
            seek.one(total, f"sums[{quote(total)}]"): seek.several(parts, f"sums[{quote(total)}]")
            for total, parts in _mapping(sums, "sums", problems).items()
        },
    )
    if problems:
        raise InvalidInput(problems)
    return taken


def _mapping(given: object, path: str, problems: list[Problem]) -> Mapping[Any, Any]:
    if given is None:
        return {}
    entries = entries_of(given)
    if entries is None:
        problems.append(Problem(path, "wrong_type", given, {"expected": "Mapping"}))
    return dict(entries or ())


def _texts(given: object, path: str, problems: list[Problem]) -> tuple[str, ...]:
    found = read_shape(ListOf(TextKind(filled=True)), given, path, problems)
    return tuple(one for one in found or () if is_text(one))


def _given(
    noun: type[Noun], given: Mapping[Any, Any], problems: list[Problem]
) -> Mapping[str, Any]:
    """Return the facts that stand outside of the rows, each in the form its kind keeps."""
    found = {}
    for path, value in given.items():
        try:
            kind = spec_of(noun, path).kind
        except NotFound as error:
            where = beside("given", str(path))
            problems.append(Problem(where, "not_found", path, error.parameters()))
        else:
            found[path] = required(kind, value, beside("given", path), problems)
    return found


def _currency(given: object, problems: list[Problem]) -> Unit | None:
    """Return the unit of money that a caller names, such as 元 or 万元."""
    found = unit_of(given) if isinstance(given, str) and is_text(given) else None
    if isinstance(found, Unit) and found.quantity is Quantity.MONEY:
        return found
    if given is not None:
        problems.append(Problem("currency", "intake.no_currency", given))
    return None


@attrs.frozen
class _Columns:
    """Columns by what a caller calls them: their headings, or their places."""

    headings: Named
    problems: list[Problem]

    def one(self, name: Any, path: str) -> int:
        """Return the place of a column; one that is not there, or twice, is a problem."""
        found = self.headings.called(name)
        if len(found) != 1:
            unknown = NotFound("column", name, self.headings.texts).parameters()
            code = "intake.which_column" if found else "not_found"
            self.problems.append(Problem(path, code, name, unknown))
        return found[0] if found else 0

    def several(self, names: Any, path: str) -> tuple[int, ...]:
        """Return the places of columns; a text alone names one."""
        listed = [names] if is_text(names) else elements(names, path, self.problems)
        return tuple(self.one(name, path) for name in listed)
