"""What each answer to a question about a subject would leave of its paths."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled
from careplan.criteria.nodes import Among, Compare, Criterion, reads
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Option, Reading
from careplan.documents.rules import by_readings_in
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import ChoiceKind, FlagKind
from careplan.verbs.registering.finding import Found, Routing, find
from careplan.verbs.registering.possible import Possible

MOST_ANSWERS = 12  # of a choice among more no table is made


@attrs.frozen
class Left:
    """An answer, and the ids of the paths that it leaves."""

    answer: bool | Labelled
    paths: tuple[str, ...]


def left_by_answers(one: Possible, path: str) -> tuple[Left, ...]:
    """Return what each answer leaves; nothing for a question that is not of a few answers.

    An answer that contradicts what is stated is none.
    """
    spec = facts_declared(type(one.subject)).get(path)
    match None if spec is None else spec.kind:
        case FlagKind():
            answers: tuple[Any, ...] = (True, False)
        case ChoiceKind(enum) if len(enum) <= MOST_ANSWERS:
            answers = _told_apart(one, path, tuple(enum))
        case _:
            return ()
    return tuple(_left(one, path, answers))


def _left(one: Possible, path: str, answers: tuple[Any, ...]) -> Iterator[Left]:
    for answer in answers if _is_read(one) else ():
        try:
            subject = attrs.evolve(one.subject, **{path: answer})
        except InvalidInput:  # the noun itself refuses it together with what is stated
            continue
        found = find(Facts(subject, one.on), one.registration, _taken(one))
        if found.conflict is None:
            yield Left(answer, tuple(each.route.id for each in found.paths))


def _told_apart(one: Possible, path: str, members: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the members that the routes name, and OTHER for the rest: it leaves what they do."""
    if one.registration is None or not _is_read(one):
        return members
    routing = Routing.of(one.registration, _taken(one), one.on)
    return told_apart(path, members, routing.criteria())


def told_apart(
    name: str, members: tuple[Any, ...], criteria: Iterable[Criterion]
) -> tuple[Any, ...]:
    """Return the members of a fact that criteria name, and OTHER for the rest, which are alike.

    All of them where there is no OTHER, or where it is named itself.
    """
    other = next((one for one in members if getattr(one, "name", None) == "OTHER"), None)
    named: set[object] = set()
    for node in chain.from_iterable(map(reads, criteria)):
        match node:
            case Compare(path=(fact,), value=value) if fact == name:
                named.add(value)
            case Among(path=(fact,), values=values) if fact == name:
                named.update(values)
            case _:
                pass
    if other is None or other in named:
        return members
    return tuple(one for one in members if one in named or one is other)


def _taken(one: Possible) -> dict[str, str]:
    return {each.interpretation.id: each.option.id for each in one.readings}


def _is_read(one: Possible, options: Mapping[str, str] | None = None) -> bool:
    """Whether options answer each question its routes depend on: a result from JSON may lack one.

    Its readings may also name an option that the routes do not know.
    """
    rules, taken = one.registration, _taken(one) if options is None else options
    return rules is None or (
        rules.interpretations() <= taken.keys()
        and all(taken[each.interpretation] in each.options for each in by_readings_in(rules))
    )


def read_as_taken(one: Possible) -> Found:
    """Return what is found under the readings taken, to set beside what others would find."""
    # A result is compared with one made here, as its own words may be another version's.
    return _read(one, _taken(one)) if _is_read(one) else Found()


def _read(one: Possible, options: Mapping[str, str]) -> Found:
    rules = one.registration
    held = rules is not None and rules.holds_under(options, one.on)
    return find(Facts(one.subject, one.on), rules if held else None, options)


def read_otherwise(one: Possible) -> Iterator[tuple[Reading, Option, Found]]:
    """Yield each option that was not taken, with what would be found under it."""
    taken = _taken(one)
    for reading in one.readings if _is_read(one) else ():
        for option in reading.interpretation.options:
            options = {**taken, reading.interpretation.id: option.id}
            if option != reading.option and _is_read(one, options):
                yield reading, option, _read(one, options)
