"""Holes in tiers: demands for the same facts by the size of another, and what no tier covers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from careplan.audit.demands import Demand
from careplan.audit.flaws import Flaw, Severity
from careplan.base.exact import tidy
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.nodes import Compare
from careplan.criteria.regions.bounds import kind_of, natural, union
from careplan.criteria.regions.spans import ALL, INFINITY, Bound, Span, Spans
from careplan.criteria.signs import Op
from careplan.criteria.wording.criteria import requirement
from careplan.criteria.wording.labels import fact_label
from careplan.fields.kinds import DayKind, Kind, NumberKind
from careplan.fields.paths import Path, dotted, kind_at, parse_path

Parts = list[tuple[Demand, Spans]]  # tiers and what each covers
Asked = tuple[Any, frozenset[str]]  # demands of one noun for the same facts
Table = tuple[Asked, str]  # by a number that their subjects have


@attrs.frozen
class Tiers:
    """The tables of tiers that demands make; demands not taken apart may cover anything."""

    tables: Mapping[Table, Parts]
    loose: frozenset[Asked]
    by_interpretation: Mapping[str, Mapping[Table, None]]

    @classmethod
    def of(cls, demands: Iterable[Demand]) -> "Tiers":
        """Find the tables: what bounds a number of its subjects is a tier."""
        tables: dict[Table, Parts] = {}
        loose: set[Asked] = set()
        dependent: dict[str, dict[Table, None]] = {}
        for demand in demands:
            if demand.is_rung:  # what a ladder leaves out is looked for by itself: see `ladders`
                continue
            asked = demand.noun, frozenset(demand.reads)
            if demand.applies.is_loose:
                loose.add(asked)
            for fact in demand.applies.bounded_facts():
                covers = demand.applies.allowed(fact)
                if covers not in (ALL, natural(kind_of(demand.noun, fact))):
                    tables.setdefault((asked, fact), []).append((demand, covers))
                    for name in demand.depends_on:
                        dependent.setdefault(name, {})[asked, fact] = None
        return cls(tables, frozenset(loose), dependent)

    def gaps(self) -> Iterator[Flaw]:
        """Yield the holes of each table that has several tiers."""
        for (asked, fact), parts in self.tables.items():
            if asked not in self.loose and len({demand.id for demand, _ in parts}) > 1:
                yield from _holes(asked[0], fact, parts)

    def under(self, interpretation: str, read: "Tiers") -> "Tiers":
        """Return the tables that are others where demands are read otherwise than by default."""
        tables = {}
        for table in {**read.tables, **self.by_interpretation.get(interpretation, {})}:
            before = self.tables.get(table, [])
            stay = [part for part in before if interpretation not in part[0].depends_on]
            parts = sorted([*stay, *read.tables.get(table, [])], key=lambda part: part[0].place)
            if _covered(parts) != _covered(before):
                tables[table] = parts
        return Tiers(tables, self.loose | read.loose, {})


def _covered(parts: Parts) -> list[tuple[str, Spans]]:
    return [(demand.id, covers) for demand, covers in parts]


def _holes(noun: Any, fact: str, tiers: Parts) -> Iterator[Flaw]:
    kind = kind_of(noun, fact)
    covered = union(covers for _, covers in tiers)
    numbers = tuple(dict.fromkeys(demand.number for demand, _ in tiers))
    for hole in (natural(kind) & ~covered).parts:
        said = bounds_text(noun, fact, Spans((hole,)))
        yield Flaw(Severity.NOTE, "gap", numbers, f"{fact} {_text(hole, kind)}", words=said)


def bounds_text(noun: Any, fact: str, *sets: Spans) -> Text:
    """Say what sets of numbers allow a fact, by its label: at least 10 m2, less than 20 m2."""
    said = {language: _bounds_in(noun, fact, sets, language) for language in ("zh", "en")}
    return Text(**said)


def _bounds_in(noun: Any, fact: str, sets: Iterable[Spans], language: str) -> str:
    owner, path = noun, parse_path(noun, fact.replace("[*]", "[0]"))
    label = ""
    while 0 in path:  # of any item: it is called by what the collection holds
        before, path = path[: path.index(0)], path[path.index(0) + 1 :]
        items = fact_label(owner, dotted(before), language)
        label = say("of", language, owner=label, fact=items) if label else items
        owner = kind_at(owner, (*before, 0)).noun  # type: ignore[union-attr]  # an item is a part
    own = fact_label(owner, dotted(path), language)
    label = say("of", language, owner=label, fact=own) if label else own
    each = (
        say("flaw.or", language).join(_part_in(owner, path, part, language) for part in one.parts)
        for one in sets
    )
    return say("flaw.bounds", language, fact=label, bounds=say("flaw.joint", language).join(each))


def _part_in(noun: Any, path: Path, part: Span, language: str) -> str:
    """Say an interval as what is required: without the end that the fact has anyhow."""
    kind = kind_at(noun, path)
    whole = not isinstance(kind, NumberKind)
    high, high_in = part.high, part.high_in
    if whole and not high_in and high != INFINITY:  # of whole ones the last is named
        high, high_in = high - 1, True
    if part.low == high:
        return requirement(Compare(noun, path, Op.EQ, _value(high, kind)), language)
    ends = []
    if part.low > natural(kind).parts[0].low or not part.low_in:
        ends.append((Op.GE if part.low_in else Op.GT, part.low))
    if high != INFINITY and (not isinstance(kind, DayKind) or high < date.max.toordinal()):
        ends.append((Op.LE if high_in else Op.LT, high))
    said = (requirement(Compare(noun, path, op, _value(end, kind)), language) for op, end in ends)
    return say("flaw.and", language).join(said)


def _value(bound: Bound, kind: Kind) -> Any:
    number = Fraction(bound)
    return date.fromordinal(int(number)) if isinstance(kind, DayKind) else tidy(number)


def written(bounds: Spans, kind: Kind) -> str:
    """Write a set of numbers, interval by interval."""
    return " ".join(_text(part, kind) for part in bounds.parts)


def _text(part: Span, kind: Kind) -> str:
    """Write an interval: [ and ] include the bound, ( and ) do not."""
    low, high = _bound(part.low, kind), _bound(part.high, kind)
    return f"{'[' if part.low_in else '('}{low}, {high}{']' if part.high_in else ')'}"


def _bound(bound: Bound, kind: Kind) -> str:
    if bound == INFINITY or (isinstance(kind, DayKind) and bound > date.max.toordinal()):
        return "∞"
    return str(_value(bound, kind))
