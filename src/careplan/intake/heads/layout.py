"""The layout of a table: for each column what it holds, by what its caller says or its heading."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.fields.checking import listing
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import CountKind, NumberKind
from careplan.intake.heads.aliases import ALIASES
from careplan.intake.heads.columns import Column, Each, Holds, Tick, each, spec_of
from careplan.intake.heads.headings import (
    ASIDE,
    Heading,
    HeadingUse,
    bare,
    meant,
    names_of_facts,
    repeated,
    set_aside,
)
from careplan.intake.heads.placed import facts_in
from careplan.intake.places import LOCALITY, Places
from careplan.intake.problems import RowProblem
from careplan.intake.rows.sorting import TOTALS
from careplan.nouns.counts import SLOTS, LedgerCount


@attrs.frozen(kw_only=True)
class Layout:
    """The columns that are read, in order, all headings, and what is not certain of them."""

    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    problems: tuple[RowProblem, ...]


@attrs.frozen(kw_only=True)
class Outside:
    """What stands outside a table's rows: facts given for all, and the localities there are."""

    given: Mapping[str, Any]
    places: Places | None = None
    across: bool = False  # localities stand in headings


def layout(
    noun: type[Any],
    headings: Sequence[str],
    said: Mapping[int, Holds],
    outside: Outside,
    is_filled: Callable[[int], bool],
) -> Layout:
    """Return the layout of a table: what a caller says of a column goes before its heading.

    A heading that stands twice, two that match one fact, one that matches none: none of these is
    read, and each is said. `is_filled` says whether a column without a heading holds anything.
    """
    found = _Found(noun, outside, said)
    problems: list[RowProblem] = []
    twice = {
        text: places
        for text, places in repeated(headings).items()
        if sum(n not in said for n in places) > 1
    }
    for text, places in twice.items():
        where = listing(map(str, places))
        problems.append(_of_heading(text, "intake.heading.repeated", {"places": where}))
    uses: list[Heading] = []
    for place, text in enumerate(headings):
        if place not in said and text in twice:
            uses.append(Heading(place=place, text=text, use=HeadingUse.REPEATED))
            continue
        if place not in said and not bare(text).name and not is_filled(place):
            uses.append(Heading(place=place, text=text, use=HeadingUse.SET_ASIDE))
            continue
        uses.append(found.use_of(place, text, problems))
    uses = _once(noun, uses, said, found.each, problems)
    columns = tuple(found.column(use) for use in uses if use.use is HeadingUse.READ)
    problems += _lacking(noun, columns, outside)
    return Layout(columns=columns, headings=tuple(uses), problems=tuple(problems))


def _of_heading(
    text: str, code: str, parameters: Mapping[str, object] | None = None, suggestion: object = None
) -> RowProblem:
    return RowProblem(
        row=None,
        column=text,
        value=text,
        code=code,
        parameters=parameters or {},
        suggestion=suggestion,
    )


class _Found:
    """What headings of a table hold, found one by one."""

    def __init__(self, noun: type[Any], outside: Outside, said: Mapping[int, Holds]) -> None:
        self.noun, self.outside, self.said = noun, outside, said
        self.facts = names_of_facts(noun)
        self.counted = _columns_of_ledger(noun, outside.places)
        self.each: dict[int, Each] = {n: one for n, one in said.items() if isinstance(one, Each)}

    def use_of(self, place: int, text: str, problems: list[RowProblem]) -> Heading:
        """Return what a heading holds, as said or as it is called."""
        if place in self.said:
            facts = facts_in(self.said[place])
            use = HeadingUse.READ if facts else HeadingUse.SET_ASIDE
            return Heading(place=place, text=text, use=use, facts=facts)
        name = bare(text).name
        paths = self.facts.get(name, ())
        if len(paths) == 1:
            return self._matched(place, text, paths[0], problems)
        if name in self.counted:
            self.each[place] = self.counted[name]
            return Heading(
                place=place, text=text, use=HeadingUse.READ, facts=(self.counted[name].fact,)
            )
        if self.outside.across and not set_aside(text):
            return self._across(place, text, problems)
        if not paths and set_aside(text):
            return Heading(place=place, text=text, use=HeadingUse.SET_ASIDE)
        suggestion = None if paths else meant(text, self._known())
        labels = tuple(spec_of(self.noun, path).label.zh for path in paths)
        problems.append(
            _of_heading(text, "intake.heading.unmatched", suggestion=labels or suggestion)
        )
        return Heading(place=place, text=text, use=HeadingUse.UNMATCHED, suggestion=suggestion)

    def _known(self) -> Mapping[str, str]:
        """Return by name what a heading could be meant for, as it is called."""
        called_so = {
            name: spec_of(self.noun, paths[0]).label.zh
            for name, paths in self.facts.items()
            if len(paths) == 1
        }
        return {**ASIDE, **{name: name for name in self.counted}, **called_so}

    def _matched(self, place: int, text: str, path: str, problems: list[RowProblem]) -> Heading:
        if path in self.outside.given:
            fact = spec_of(self.noun, path).label
            problems.append(_of_heading(text, "intake.heading.given", {"fact": fact}))
            return Heading(place=place, text=text, use=HeadingUse.DOUBLED, facts=(path,))
        return Heading(place=place, text=text, use=HeadingUse.READ, facts=(path,))

    def _across(self, place: int, text: str, problems: list[RowProblem]) -> Heading:
        """Return what a heading that may name a locality holds: a count of it, if it does."""
        if bare(text).name in TOTALS:
            return Heading(place=place, text=text, use=HeadingUse.SET_ASIDE)
        assert self.outside.places is not None  # noqa: S101 - asked for together
        resolved = self.outside.places.known.resolve(text)
        if resolved.locality is None:
            hint = resolved.candidates or None
            problems.append(_of_heading(text, "intake.heading.place", suggestion=hint))
            return Heading(place=place, text=text, use=HeadingUse.UNMATCHED)
        fact = counted_fact(self.noun)
        self.each[place] = each(fact, **{LOCALITY: resolved.locality})
        return Heading(place=place, text=text, use=HeadingUse.READ, facts=(fact,))

    def column(self, heading: Heading) -> Column:
        """Return how a column is read."""
        said = self.said.get(heading.place)
        return Column(
            place=heading.place,
            heading=heading.text,
            specs={path: spec_of(self.noun, path) for path in heading.facts},
            unit=bare(heading.text).unit,
            tick=said if isinstance(said, Tick) else None,
            each=self.each.get(heading.place),
        )


def counted_fact(noun: type[Any]) -> str:
    """Return the one fact of a noun that a number in a cross table can be; raises InvalidInput."""
    numbers = [
        name
        for name, spec in facts_declared(noun).items()
        if isinstance(spec.kind, CountKind | NumberKind)
    ]
    if len(numbers) != 1 or LOCALITY not in facts_declared(noun):
        expected = {"expected": "SlotCount | LedgerCount"}
        raise InvalidInput([Problem("noun", "wrong_type", noun, expected)])
    return numbers[0]


def _columns_of_ledger(noun: type[Any], places: Places | None) -> Mapping[str, Each]:
    """Return, by the names that headings may have, what the columns of a ledger count."""
    if places is None or places.ledger is None or not issubclass(noun, LedgerCount):
        return {}
    found = {}
    for column in places.ledger.columns:
        others = ALIASES[SLOTS].split() if column.key == SLOTS else []
        for text in (column.key, column.label.zh, column.label.en or column.key, *others):
            found[bare(text).name] = each("number", of=column.key)
    return found


def _once(
    noun: type[Any],
    uses: list[Heading],
    said: Mapping[int, Holds],
    each_of: Mapping[int, Each],
    problems: list[RowProblem],
) -> list[Heading]:
    """Return the headings, of which none stands for a fact that another one holds as well."""
    by_path = defaultdict(list)
    for use in uses:
        if use.use is HeadingUse.READ and (use.place in said or use.place not in each_of):
            for path in use.facts:
                by_path[path].append(use.place)
    given_up: dict[int, HeadingUse] = {}
    for path, places in by_path.items():
        free = [n for n in places if n not in said]
        if len(places) < 2 or not free:  # noqa: PLR2004 - two columns of one fact
            continue
        if len(free) < len(places):  # what the caller says wins
            given_up |= dict.fromkeys(free, HeadingUse.SET_ASIDE)
            continue
        given_up |= dict.fromkeys(free, HeadingUse.DOUBLED)
        at_odds = {"other": listing(uses[n].text for n in free), "fact": spec_of(noun, path).label}
        problems += (_of_heading(uses[n].text, "intake.heading.doubled", at_odds) for n in free)
    return [attrs.evolve(use, use=given_up.get(use.place, use.use)) for use in uses]


def _lacking(noun: type[Any], columns: Sequence[Column], outside: Outside) -> Iterator[RowProblem]:
    """Yield a problem for each fact that an item needs and that nothing says."""
    needed = {name: spec for name, spec in facts_declared(noun).items() if spec.required}
    said = {path for one in columns if one.each is None for path in one.specs} | set(outside.given)
    own: list[Column | None] = [one for one in columns if one.each is not None]
    # Of each column that makes its own items, or of the one kind of item there is.
    for column in own or [None]:
        stated = said if column is None else said | set(column.specs)
        if column is not None and column.each is not None:
            stated |= set(column.each.given)
        for name in (name for name in needed if name not in stated):
            yield RowProblem(
                row=None,
                column=None if column is None else column.heading,
                value=None,
                code="intake.no_column",
                parameters={"fact": needed[name].label},
                fact=name,
            )
