"""Say a criterion in Chinese or English, with the labels and units its nouns declare."""

from collections.abc import Iterable
from datetime import date
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.errors import check_language
from careplan.base.messages import join, say, show, sorted_texts
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.soundness import sound
from careplan.criteria.sums.tallies import Tally
from careplan.criteria.sums.words import SumWords
from careplan.fields.declaring import facts_declared
from careplan.fields.paths import ON, Path, dotted, facts_on, parse_path, spec_at


def describe(criterion: object, language: str) -> str:
    """Say a criterion in "zh" or "en".

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> describe(facts(Venue).building_area_m2 > 10_000, "en")
    'building area > 10,000 m2'
    """
    return _say(sound(criterion), check_language(language), positive=True)


def label(noun: type[Any], path: Path, language: str) -> str:
    """Say what a path names: the fact, and of which item or part; items count from 1."""
    owner = said = ""
    facts = facts_on(noun, path)
    for step in path:
        if type(step) is str:
            _, _, spec = next(facts)
            owner, said = _owned(owner, said, language), show(spec.label, language)
        elif isinstance(step, int):
            said = say("item", language, items=said, number=str(step + 1))
        else:
            owner, said = "", say("of_key", language, fact=_owned(owner, said, language), key=step)
    return _owned(owner, said, language)


def _owned(owner: str, fact: str, language: str) -> str:
    return say("of", language, owner=owner, fact=fact) if owner else fact


def fact_label(noun: type[Any], path: str, language: str) -> str:
    """Say in "zh" or "en" what a dotted path of `missing` names, for a question or a form.

    Raises NotFound for a path the noun does not have.

    >>> from careplan.nouns.facilities import Venue
    >>> fact_label(Venue, "rooms[0].usable_area_m2", "zh")
    '母婴室1的使用面积'
    >>> fact_label(Venue, "on", "zh")
    '所问之日'
    """
    if path == dotted(ON) and path not in facts_declared(noun):
        return say("day_asked", check_language(language))
    return label(noun, parse_path(noun, path), check_language(language))


def value_text(noun: type[Any], path: Path, value: object, language: str) -> str:
    """Say an observed or required value with its unit; a collection by its size."""
    if isinstance(value, tuple):
        return say("count_of", language, count=len(value)) if value else say("empty", language)
    measure = spec_at(noun, path).unit
    said = show(value, language)
    if measure is None or value is None:
        return said
    return say("measured", language, value=said, unit=measure)


def requirement(criterion: n.Criterion, language: str) -> str:
    """Say what is required of a fact without naming it; anything else in full."""
    positive = not isinstance(criterion, n.Not)
    node = criterion.part if isinstance(criterion, n.Not) else criterion
    match node:
        case n.Compare(value=bool()):
            return say("yes" if _wants_true(node, positive=positive) else "no", language)
        case n.Compare():
            value = value_text(node.noun, node.path, node.value, language)
            op = node.op if positive else ~node.op
            return say("required.compare", language, op=op, value=value)
        case n.Among(values=values):
            shown = join(sorted_texts(values, language), language)
            return say(
                "required.among" if positive else "required.not_among", language, values=shown
            )
        case n.Has(item=item):
            return say("required.has" if positive else "required.has_not", language, item=item)
        case _:
            return describe(criterion, language)


def _say(node: n.Criterion, language: str, *, positive: bool) -> str:
    match node:
        case n.Compare():
            return _say_comparison(node, language, positive=positive)
        case n.Among(noun=noun, path=path, values=values):
            shown = join(sorted_texts(values, language), language)
            code = "among" if positive else "not_among"
            return say(code, language, fact=label(noun, path, language), values=shown)
        case n.Has(noun=noun, path=path, item=item):
            code = "has" if positive else "has_not"
            return say(code, language, fact=label(noun, path, language), item=item)
        # Denied, "all of" is said as "one of the denied": no reader takes "not (a and b)" right.
        case n.AllOf(parts) if node != n.TRUE:
            return _joined(parts, "all.joint" if positive else "any.joint", language, positive)
        case n.AnyOf(parts) if node != n.FALSE:
            return _joined(parts, "any.joint" if positive else "all.joint", language, positive)
        case n.AllOf() | n.AnyOf():
            return say("true" if (node == n.TRUE) == positive else "false", language)
        case n.Not(part):
            return _say(part, language, positive=not positive)
        case n.Some() | n.Every():
            return _say_quantified(node, language, positive=positive)
        case n.Linear():
            return SumWords(node, language, _inner, label).told(positive=positive)
        case n.Elapsed():
            return _say_elapsed(node, language, positive=positive)
        case _:
            assert_never(node)


def _inner(node: n.Criterion, language: str) -> str:
    """Say what a sum asks inside of it."""
    return _say(node, language, positive=True)


def tally_text(node: n.Linear, tally: Tally, language: str) -> str:
    """Say what each term of a sum comes to."""
    return SumWords(node, language, _inner, label).tallied(tally)


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


def _say_comparison(node: n.Compare, language: str, *, positive: bool) -> str:
    name = label(node.noun, node.path, language)
    op = node.op if positive else ~node.op
    if isinstance(node.value, bool):
        wants = _wants_true(node, positive=positive)
        return say("flag.true" if wants else "flag.false", language, fact=name)
    required = value_text(node.noun, node.path, node.value, language)
    return say("compare", language, fact=name, op=op, value=required)


def _wants_true(node: n.Compare, *, positive: bool) -> bool:
    """Say which answer a comparison of a yes-or-no fact wants."""
    return ((node.value is True) == (node.op is n.Op.EQ)) is positive


def _say_quantified(node: n.Some | n.Every, language: str, *, positive: bool) -> str:
    items = label(node.noun, node.path, language)
    if isinstance(node, n.Some):
        code = "some" if positive else "none"
        if node.where == n.TRUE:
            return say(f"{code}.any", language, items=items)
    else:
        code = "every" if positive else "some_fails"
    # "No room is so", "some room is not so": what is asked of the item stays as the text has it.
    return say(code, language, items=items, part=_say(node.where, language, positive=True))


def _joined(parts: Iterable[n.Criterion], joint: str, language: str, positive: bool) -> str:  # noqa: FBT001 - private
    said = []
    for part in parts:
        text = _say(part, language, positive=positive)
        said.append(say("all", language, parts=text) if _is_compound(part) else text)
    return say(joint, language).join(said)


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
