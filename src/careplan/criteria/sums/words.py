"""Sums in words: usable area at least 4.5 m2 × children; at least 2 rooms; 2 of these 3.

What is positive stands on the left, what is negative on the right, as a reader would write it.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.base.messages import say, show
from careplan.base.text import Text
from careplan.criteria.signs import Op
from careplan.criteria.sums.ends import FLIPPED, amount_path, is_whole, item_noun
from careplan.criteria.sums.tallies import Tallied, Tally
from careplan.fields.declaring import measure_of
from careplan.fields.paths import Path, spec_at

Terms = list[tuple[Fraction, n.Term]]


@frozen
class SumWords:
    """Says a sum; `inner` says a criterion, `label` what a path of a noun names."""

    node: n.Linear
    language: str
    inner: Callable[[n.Criterion, str], str]
    label: Callable[[type[Any], Path, str], str]

    def told(self, *, positive: bool) -> str:
        """Say the sum, or its denial."""
        op = self.node.op if positive else ~self.node.op
        terms, bound = [(ratio(f), term) for f, term in self.node.terms], ratio(self.node.bound)
        if all(not term.over and not term.amount and factor == 1 for factor, term in terms):
            return self._of_these([term for _, term in terms], op, bound)
        [(factor, first), *more] = terms
        if not more and first.over and not first.amount and factor == 1:
            items, measure = self._which(first), measure_of(item_noun(self.node.noun, first))
            code = f"count.{op.name.lower()}"
            return self._say(code, items=items, number=tidy(bound), measure=measure)
        if factor < 0:  # what was written first stands on the left
            terms, op, bound = [(-f, term) for f, term in terms], FLIPPED[op], -bound
        plus = [(f, term) for f, term in terms if f > 0]
        minus = [(-f, term) for f, term in terms if f < 0]
        return self._compared(plus, minus, op, bound)

    def tallied(self, tally: Tally) -> str:
        """Say what each term comes to."""
        said = []
        for (_, term), one in zip(self.node.terms, tally.terms, strict=True):
            if term.over or term.amount:
                what, value = self._term(term), self._ends(one, self._unit(term))
            elif one.low != one.high:  # whether it holds is open
                what, value = self._asked(term.where), say("none_stated", self.language)
            else:
                said.append(self._inner(term.where if one.low else n.Not(term.where)))
                continue
            said.append(self._say("sum.term", what=what, value=value))
        return self._say("sum.terms.joint").join(said)

    def _asked(self, where: n.Criterion) -> str:
        """Say what is asked, for an answer to stand beside it."""
        match where:
            case n.Compare(noun=noun, path=path, op=Op.EQ, value=True):
                return self._label(noun, path)
            case _:
                return self._say("sum.holds", where=self._inner(where))

    def _of_these(self, terms: Sequence[n.Term], op: Op, bound: Fraction) -> str:
        parts = self._say("sum.terms.joint").join(self._inner(term.where) for term in terms)
        code = f"these.{op.name.lower()}"
        return self._say(code, count=len(terms), number=tidy(bound), parts=parts)

    def _compared(self, plus: Terms, minus: Terms, op: Op, bound: Fraction) -> str:
        units = list(dict.fromkeys(self._unit(term) for _, term in (*plus, *minus)))
        if len(plus) == len(minus) == 1 and not bound:
            [(first, subject)], [(second, other)] = plus, minus
            if _is_share(subject, other) or (second < first and not _is_share(other, subject)):
                subject, other, first, second, op = other, subject, second, first, FLIPPED[op]
            unit = (
                self._unit(subject)
                if len(units) > 1 and not is_whole(self.node.noun, subject)
                else None
            )
            right = self._times(second / first, other, unit)
            return self._sides(op, self._term(subject), right)
        sides = [[self._times(f, term, None) for f, term in side] for side in (plus, minus)]
        if bound or not minus:
            unit = units[0] if len(units) == 1 else None
            sides[bound >= 0].append(self._measured(abs(bound), unit))
        joint = self._say("sum.joint")
        return self._sides(op, *map(joint.join, sides))

    def _sides(self, op: Op, left: str, right: str) -> str:
        return self._say(f"sum.{op.name.lower()}", left=left, right=right)

    def _times(self, factor: Fraction, term: n.Term, unit: Text | None) -> str:
        if factor == 1 and unit is None:
            return self._term(term)
        return self._say("sum.times", what=self._term(term), factor=self._measured(factor, unit))

    def _term(self, term: n.Term) -> str:
        if not term.over and not term.amount:
            return self._say("sum.holds", where=self._inner(term.where))
        if not term.over:
            fact = self._label(self.node.noun, term.amount)
            if term.where == n.TRUE:
                return fact
            return self._say("sum.given", fact=fact, where=self._inner(term.where))
        items = self._which(term)
        if not term.amount:
            return self._say("sum.count", items=items)
        fact = self._label(item_noun(self.node.noun, term), term.amount)
        return self._say("sum.total", items=items, fact=fact)

    def _which(self, term: n.Term) -> str:
        """Say which items are meant."""
        items = self._label(self.node.noun, term.over)
        match term.where:
            case n.TRUE:
                return items
            case (
                n.Not(n.Compare() | n.Among() | n.Has())
                | n.Compare()
                | n.Among()
                | n.Has() as where
            ):
                return self._say("sum.which.one", where=self._inner(where), items=items)
            case where:
                return self._say("sum.which", where=self._inner(where), items=items)

    def _ends(self, one: Tallied, unit: Text | None) -> str:
        low, high = (
            None if end is None else self._measured(ratio(end), unit) for end in (one.low, one.high)
        )
        if one.low == one.high and low is not None:
            return low
        if low is not None and high is not None:
            return self._say("sum.between", low=low, high=high)
        # Anything from nothing up, or from below: nothing is known.
        return self._say("range.least", low=low) if one.low else self._say("none_stated")

    def _unit(self, term: n.Term) -> Text | None:
        return spec_at(self.node.noun, amount_path(term)).unit if term.amount else None

    def _measured(self, number: Fraction, unit: Text | None) -> str:
        if unit is None:
            return show(tidy(number), self.language)
        return self._say("measured", value=tidy(number), unit=unit)

    def _inner(self, where: n.Criterion) -> str:
        return self.inner(where, self.language)

    def _label(self, noun: type[Any], path: Path) -> str:
        return self.label(noun, path, self.language)

    def _say(self, code: str, **parameters: object) -> str:
        return say(code, self.language, **parameters)


def _is_share(whole: n.Term, part: n.Term) -> bool:
    """Say whether one term is of all items of which the other is of some: a part of the whole."""
    return bool(whole.over) and whole.over == part.over and whole.where == n.TRUE != part.where
