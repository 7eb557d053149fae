"""A fictitious noun with all that a sum may add up, and every way to complete it that matters."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import attrs

import careplan as cp
from careplan.criteria.nodes import Linear, Term
from careplan.fields.declaring import count, flag, items, number


@attrs.frozen(kw_only=True)
class Cot(cp.Noun):
    """An item with a number and a flag."""

    size: int | None = count("尺寸", "size", changeable=True)
    firm: bool | None = flag("结实", "firm", changeable=True)
    warmth: Any = number("温度", "warmth", minimum=-5)


@attrs.frozen(kw_only=True)
class Crew(cp.Noun):
    """A group of children with its carers; `staff` is never less than 1, `heat` may be below 0."""

    children: int | None = count("幼儿数", "children", unit=cp.Text(zh="人", en="persons"))
    carers: int | None = count(
        "托育人员数", "carers", unit=cp.Text(zh="人", en="persons"), changeable=True
    )
    staff: int | None = count("职工数", "staff", minimum=1)
    area_m2: Any = number(
        "使用面积", "usable area", unit=cp.Text(zh="平方米", en="m2"), changeable=True
    )
    heat: Any = number("温度", "heat", minimum=-5)
    yard: bool | None = flag("院子", "yard", changeable=True)
    hall: bool | None = flag("门厅", "hall", changeable=True)
    listed: bool | None = flag("在册", "listed")
    cots: Any = items(Cot, "婴儿床", "cots", growable=True)
    beds: Any = items(Cot, "床", "beds")


crew, cot = cp.facts(Crew), cp.facts(Cot)
# What a fact that is not stated may be, as far as the ends of a sum go: its least, something,
# and more than any number of these tests. Of items: none, and more of each sort than are asked.
MUCH = 10_000
_COTS = [Cot(size=size, firm=firm) for size, firm in product((0, 3, MUCH), (True, False))]
_DOMAINS: dict[str, list[Any]] = {
    "children": [0, 4, MUCH],
    "carers": [0, 2, MUCH],
    "staff": [1, 3, MUCH],
    "area_m2": [0, Fraction(7, 2), MUCH],
    "heat": [-5, 0, MUCH],
    **{name: [True, False] for name in ("yard", "hall", "listed")},
    **{name: [(), *((one,) * 100 for one in _COTS)] for name in ("cots", "beds")},
    "size": [0, 3, MUCH],
    "firm": [True, False],
}


def completions(subject: Any, only: frozenset[str] = frozenset(_DOMAINS)) -> Iterator[Any]:
    """Yield the subject with all that is not stated stated, in every way that matters."""
    names = [name for name in attrs.fields_dict(type(subject)) if name in only]
    choices = []
    for name in names:
        value = getattr(subject, name)
        if isinstance(value, tuple):
            choices.append(
                [tuple(each) for each in product(*(list(completions(one)) for one in value))]
            )
        else:
            choices.append(_DOMAINS[name] if value is None else [value])
    for chosen in product(*choices):
        yield attrs.evolve(subject, **dict(zip(names, chosen, strict=True)))


def value_of(term: Term, subject: Any) -> Fraction:
    """Add a term up by plain arithmetic; everything it reads is stated."""
    held = [subject] if not term.over else getattr(subject, str(term.over[0]))
    total = Fraction(0)
    for one in held:
        if cp.evaluate(term.where, one).truth is cp.Truth.TRUE:
            total += Fraction(getattr(one, str(term.amount[0])) if term.amount else 1)
    return total


def is_so(node: Linear, subject: Any) -> bool:
    """Say by plain arithmetic whether a sum is so."""
    total = sum(Fraction(factor) * value_of(term, subject) for factor, term in node.terms)
    return node.op.holds(total, node.bound)
