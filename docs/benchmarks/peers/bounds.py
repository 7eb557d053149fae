"""A criterion in two values, for peers that know no third: whether it could be so, whether it is.

Of a fact that is not stated it could be either: `could` is true and `surely` is not. Both joined
say all three values, as `surely ? true : could ? null : false`, in one expression. It is what a
person would write in the peer's language, blank by blank, and is written by the peer's words.
"""

from collections.abc import Callable, Sequence
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.fields.paths import Path

Said = Any  # an expression of the peer: a text, or a tree


@attrs.frozen
class Words:
    """How a peer says what criteria say.

    `fact` takes a path, and whether it is one of a room in a venue; `some` takes stated items
    and what is asked of each; `points` what brings how many, and the least sum; `three` takes
    what surely is so and what could be, and says true, false or null.
    """

    fact: Callable[[Path, bool], Said]
    stated: Callable[[Said], Said]
    blank: Callable[[Said], Said]
    compared: Callable[[Said, str, Any], Said]
    among: Callable[[Said, list[str]], Said]
    both: Callable[[Sequence[Said]], Said]
    either: Callable[[Sequence[Said]], Said]
    denied: Callable[[Said], Said]
    some: Callable[[Said, Said], Said]
    points: Callable[[Sequence[tuple[int, Said]], int], Said]
    three: Callable[[Said, Said], Said]

    def three_valued(self, node: n.Criterion) -> Said:
        """Return a criterion as one expression of the peer."""
        return self.three(self.bound(node, surely=True), self.bound(node, surely=False))

    def bound(self, node: n.Criterion, *, surely: bool, inside: bool = False) -> Said:
        """Return that a criterion surely is so, or that it could be."""

        def of(part: n.Criterion) -> Said:
            return self.bound(part, surely=surely, inside=inside)

        match node:
            case n.AllOf(parts=parts):
                return self.both([*map(of, parts)])
            case n.AnyOf(parts=parts):
                return self.either([*map(of, parts)])
            case n.Not(part=part):
                return self.denied(self.bound(part, surely=not surely, inside=inside))
            case n.Some(path=path, where=where):
                items = self.fact(path, inside)
                found = self.some(items, self.bound(where, surely=surely, inside=True))
                return self.guarded(items, found, surely=surely)
            case n.Linear(terms=terms, bound=least):
                return self.points([(int(by), of(term.where)) for by, term in terms], int(least))
            case n.Has(path=path, item=item):
                held = self.fact((*path, item), inside)
                return self.compared(held, "==" if surely else "!=", surely)
            case n.Compare(path=path, value=bool() as value):
                fact = self.fact(path, inside)
                sign, literal = ("==", value) if surely else ("!=", not value)
                return self.compared(fact, sign, literal)
            case n.Compare(path=path, op=op, value=value):
                fact = self.fact(path, inside)
                plain = getattr(value, "value", value)
                return self.guarded(fact, self.compared(fact, op.value, plain), surely=surely)
            case n.Among(path=path, values=values):
                fact = self.fact(path, inside)
                listed = self.among(fact, sorted(getattr(one, "value") for one in values))  # noqa: B009 - members all
                return self.guarded(fact, listed, surely=surely)
            case _:
                raise NotImplementedError(repr(node))

    def guarded(self, fact: Said, found: Said, *, surely: bool) -> Said:
        """Return what is found of a fact where it is stated; where it is not it could be."""
        if surely:
            return self.both([self.stated(fact), found])
        return self.either([self.blank(fact), found])


def name_of(path: Path) -> str:
    """Return what a fact is called in a record, and in a table."""
    return "__".join(str(getattr(step, "value", step)) for step in path)
