"""Holes in tiers: demands for the same facts by the size of another, and what no tier covers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from careplan.audit.demands import Demand
from careplan.audit.flaws import Flaw, Severity
from careplan.base.exact import tidy
from careplan.criteria.regions.bounds import kind_of, natural, union
from careplan.criteria.regions.spans import ALL, INFINITY, Bound, Span, Spans
from careplan.fields.kinds import DayKind, Kind

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
                yield from _holes(kind_of(asked[0], fact), fact, parts)

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


def _holes(kind: Kind, fact: str, tiers: Parts) -> Iterator[Flaw]:
    covered = union(covers for _, covers in tiers)
    numbers = tuple(dict.fromkeys(demand.number for demand, _ in tiers))
    for hole in (natural(kind) & ~covered).parts:
        yield Flaw(Severity.NOTE, "gap", numbers, f"{fact} {_text(hole, kind)}")


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
    number = Fraction(bound)
    return str(date.fromordinal(int(number)) if isinstance(kind, DayKind) else tidy(number))
