"""Say a criterion in Chinese or English, with the labels and units its nouns declare."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.errors import check_language
from careplan.base.messages import join, say, show
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.sums.tallies import Tally
from careplan.criteria.sums.words import SumWords
from careplan.criteria.wording.labels import items_label, label, statement
from careplan.criteria.wording.requirements import asked_of, one_of, wants_true
from careplan.criteria.wording.values import in_order, value_text


def describe(criterion: n.Given, language: str) -> str:
    """Say a criterion in "zh" or "en".

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> describe(facts(Venue).building_area_m2 > 10_000, "zh")
    '建筑面积超过10000平方米'
    """
    return _say(sound(criterion), check_language(language), positive=True, top=True)


def described(criterion: n.Criterion, language: str) -> str:
    """Say a criterion as a part of a sentence that goes on: its parts are joined by words."""
    return _say(criterion, language, positive=True)


def requirement(criterion: n.Criterion, language: str) -> str:
    """Say what is required of a fact without naming it; anything else in full.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> requirement(facts(Room).usable_area_m2 >= 10, "zh")
    '不少于10平方米'
    """
    positive = not isinstance(criterion, n.Not)
    node = criterion.part if isinstance(criterion, n.Not) else criterion
    if isinstance(node, n.Leaf):
        return asked_of(node, language, positive=positive)
    return described(criterion, language)


def cell_requirement(criterion: n.Criterion, language: str) -> str:
    """Say what is required of a fact for a cell of a table, with the sign of the comparison.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> cell_requirement(facts(Room).usable_area_m2 >= 10, "zh")
    '≥10平方米'
    """
    positive = not isinstance(criterion, n.Not)
    node = criterion.part if isinstance(criterion, n.Not) else criterion
    if not isinstance(node, n.Compare) or isinstance(node.value, bool):
        return requirement(criterion, language)
    op = node.op if positive else ~node.op
    value = value_text(node.noun, node.path, node.value, language)
    if op is Op.EQ:
        return value
    return say("required.compare", language, op=op, value=value)


def _say(node: n.Criterion, language: str, *, positive: bool, top: bool = False) -> str:
    match node:
        case n.Compare() | n.Among() | n.Has():
            return _say_leaf(node, language, positive=positive)
        # Denied, "all of" is said as "one of the denied": no reader takes "not (a and b)" right.
        case n.AllOf(parts) if node != n.TRUE:
            return _joined(parts, language, positive=positive, every=positive, top=top)
        case n.AnyOf(parts) if node != n.FALSE:
            return _joined(parts, language, positive=positive, every=not positive, top=top)
        case n.AllOf() | n.AnyOf():
            return say("true" if (node == n.TRUE) == positive else "false", language)
        case n.Not(part):
            return _say(part, language, positive=not positive, top=top)
        case n.Some() | n.Every():
            return _say_quantified(node, language, positive=positive)
        case n.Linear():
            return SumWords(node, language, described, label).told(positive=positive)
        case n.Elapsed():
            return _say_elapsed(node, language, positive=positive)
        case _:
            assert_never(node)


def _say_leaf(node: n.Leaf, language: str, *, positive: bool) -> str:
    if isinstance(node, n.Compare) and isinstance(node.value, bool):
        wants = wants_true(node, positive=positive)
        return statement(node.noun, node.path, language, so=wants)
    fact = label(node.noun, node.path, language)
    if isinstance(node, n.Has):
        code = "has" if positive else "has_not"
        return say(code, language, fact=fact, item=node.item)
    asked = asked_of(node, language, positive=positive)
    if isinstance(node, n.Compare) and node.op not in {Op.EQ, Op.NE}:
        return say("stated.bound", language, fact=fact, required=asked)
    return _stated(fact, asked, language)


def _stated(fact: str, required: str, language: str) -> str:
    named = re.split(" of | in ", fact)[0]  # uses of room 1 are, age in months is
    several = named.endswith("s") and not named.endswith(("ss", "us"))
    return say("stated.several" if several else "stated", language, fact=fact, required=required)


def tally_text(node: n.Linear, tally: Tally, language: str) -> str:
    """Say what each term of a sum comes to."""
    return SumWords(node, language, described, label).tallied(tally)


def _say_elapsed(node: n.Elapsed, language: str, *, positive: bool) -> str:
    period = node.period
    how = "elapsed.both_days" if period.both_days else "elapsed.next"
    plain = not period.both_days and period.missing_day is MissingDay.LAST
    return say(
        "elapsed" if positive else "not_elapsed",
        language,
        period=_period_text(period, language),
        start=_start_text(node, language),
        end=_end_text(node, language),
        how="" if plain else say(how, language),
    )


def _start_text(node: n.Elapsed, language: str) -> str:
    if isinstance(node.start, date):
        return show(node.start, language)
    return label(node.noun, node.start, language)


def _end_text(node: n.Elapsed, language: str) -> str:
    return say("day_asked", language) if node.end is None else label(node.noun, node.end, language)


def _period_text(period: Period, language: str) -> str:
    whole = period.months % 12 == 0
    number, unit = (period.months // 12, "year") if whole else (period.months, "month")
    parts = [
        say(
            f"elapsed.{one}" if amount == 1 else f"elapsed.{one}s",
            language,
            number=show(amount, language),
        )
        for amount, one in ((number, unit), (period.days, "day"))
        if amount
    ]
    return say("elapsed.joint", language).join(parts)


def days_text(node: n.Elapsed, days: tuple[date | None, date | None], language: str) -> str:
    """Say between which days time was to pass."""
    first, last = (show(day, language) for day in days)
    start, end = _start_text(node, language), _end_text(node, language)
    if not isinstance(node.start, date):
        start = say("elapsed.day_of", language, fact=start, day=first)
    end = say("elapsed.day_of", language, fact=end, day=last)
    return say("elapsed.seen", language, start=start, end=end)


def _say_quantified(node: n.Some | n.Every, language: str, *, positive: bool) -> str:
    items = items_label(node.noun, node.path, language)
    if isinstance(node, n.Some):
        code = "some" if positive else "none"
        if node.where == n.TRUE:
            return say(f"{code}.any", language, **items)
    else:
        code = "every" if positive else "some_fails"
    # "No room is so", "some room is not so": what is asked of the item stays as the text has it.
    part = described(node.where, language)
    if _is_plain(node.where):
        return say(f"{code}.one", language, part=part, **items)
    return say(code, language, part=part, **items)


def _is_plain(node: n.Criterion) -> bool:
    """Say whether a criterion asks for one fact, so that it reads on without a colon."""
    return isinstance(node.part if isinstance(node, n.Not) else node, n.Leaf)


def _joined(
    parts: Iterable[n.Criterion], language: str, *, positive: bool, every: bool, top: bool
) -> str:
    listed = tuple(parts)
    said = list(_each_said(listed, language, positive=positive, every=every, top=top))
    if not every:
        apart = top and any(map(_is_compound, listed))
        return say("any.joint.top" if apart else "any.joint", language).join(said)
    return say("all.joint.top" if top else "all.joint", language).join(said)


def _each_said(
    parts: Iterable[n.Criterion], language: str, *, positive: bool, every: bool, top: bool
) -> Iterator[str]:
    """Say each part; those that ask one fact for several values are said as one."""
    for asked, same in groupby(
        parts, key=lambda one: _asks_alike(one, either=every is not positive)
    ):
        several = list(same)
        if asked is not None and len(several) > 1:
            yield _together(several, language, positive=positive, every=every)
            continue
        for part in several:
            text = _say(part, language, positive=positive)
            plain = positive and _is_one_of(part, language)
            if top:
                plain = _stands_apart(part, every=every)
            yield say("all", language, parts=text) if _is_compound(part) and not plain else text


def _asks_alike(node: n.Criterion, *, either: bool) -> Any:
    """Return what parts share that can be said as one: the set, or the fact, they ask about."""
    match node:
        case n.Has(noun=noun, path=path):
            return (noun, path, "has")
        case n.Compare(noun=noun, path=path, op=Op.EQ, value=value) if either and not isinstance(
            value, bool
        ):
            return (noun, path, "is")
        case n.Compare(noun=noun, path=path, op=op) if op not in {Op.EQ, Op.NE}:
            return (noun, path, "bound")
        case _:
            return None


def _together(several: list[Any], language: str, *, positive: bool, every: bool) -> str:
    fact = label(several[0].noun, several[0].path, language)
    if isinstance(several[0], n.Has):
        items = join((show(one.item, language) for one in several), language)
        code = "has" if positive else "has_not"
        return say(code if every else f"{code}.any", language, fact=fact, item=items)
    if several[0].op not in {Op.EQ, Op.NE}:
        bounds = (asked_of(one, language, positive=positive) for one in several)
        joint = say("all.joint" if every else "any.joint", language)
        return say("stated.bound", language, fact=fact, required=joint.join(bounds))
    values = in_order((one.value for one in several), language)
    asked = one_of(values, language, positive=positive)
    return _stated(fact, asked, language)


def _stands_apart(node: n.Criterion, *, every: bool) -> bool:
    """Say whether a part of a list needs no brackets: the points of the list set it apart.

    Of alternatives any does; of what is asked together, what reads on without a colon.
    """
    inner = node.part if isinstance(node, n.Not) else node
    if not every or isinstance(inner, n.Elapsed):
        return True
    return isinstance(inner, n.Some | n.Every) and _is_plain(inner.where)


def _is_one_of(node: n.Criterion, language: str) -> bool:
    """Say whether a part is said as one of a list, which Chinese closes with a word (之一)."""
    if language != "zh" or not isinstance(node, n.AnyOf):
        return False
    alike = {_asks_alike(part, either=True) for part in node.parts}
    return len(alike) == 1 and all(one is not None and one[-1] != "bound" for one in alike)


def _is_compound(node: n.Criterion) -> bool:
    """Say whether a part needs brackets to stay apart from its neighbours."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            return len(parts) > 1
        case n.Not(part):
            return _is_compound(part)
        # What follows would read as one more thing asked of each item.
        case n.Some() | n.Every():
            return node.where != n.TRUE
        case n.Linear(terms=terms):  # what it lists would go on
            return not any(term.over or term.amount for _, term in terms)
        case n.Elapsed():  # its days end where it ends
            return True
        case _:
            return False
