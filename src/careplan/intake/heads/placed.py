"""What a caller says of columns, by their place: each is there, and none is said twice."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.quoting import quote
from careplan.fields.checking import listing
from careplan.intake.heads.columns import Each, Holds, Tick, holds, spec_of
from careplan.intake.heads.headings import Named


def placed(noun: type[Any], columns: Mapping[Any, Any], headings: Named) -> Mapping[int, Holds]:
    """Return what a caller says of columns by their place; raises InvalidInput, all at once.

    A column is named by its heading, as printed or without its blanks and unit, or by its place.
    """
    problems: list[Problem] = []
    found: dict[int, Holds] = {}
    for key, said in columns.items():
        where = f"columns[{quote(key)}]"
        for place in _places_of(key, said, headings, where, problems):
            try:
                found[place] = holds(noun, said, where, problems)
            except NotFound as error:
                problems.append(Problem(where, "not_found", error.name, error.parameters()))
    by_path = defaultdict(list)
    for place, said in found.items():
        for path in facts_in(said):
            by_path[path].append(place)
    for path, places in by_path.items():
        if len(places) > 1 and any(isinstance(found[n], str | tuple) for n in places):
            other = listing(headings.texts[n] for n in places)
            fact = spec_of(noun, path).label
            at_odds = {"other": other, "fact": fact}
            problems.append(Problem("columns", "intake.two_columns", path, at_odds))
    if problems:
        raise InvalidInput(problems)
    return found


def _places_of(
    key: object, said: object, headings: Named, where: str, problems: list[Problem]
) -> tuple[int, ...]:
    places = headings.called(key)
    if not places:
        unknown = NotFound("column", key, headings.texts)
        problems.append(Problem(where, "not_found", key, unknown.parameters()))
    elif len(places) > 1 and said is not None:  # of what is not read, all may be meant
        problems.append(Problem(where, "intake.which_column", key))
        return ()
    return places


def facts_in(said: Holds) -> tuple[str, ...]:
    """Return the facts that a column holds, by path."""
    match said:
        case None:
            return ()
        case Tick(fact) | Each(fact):
            return (fact,)
        case str():
            return (said,)
        case _:
            return said
