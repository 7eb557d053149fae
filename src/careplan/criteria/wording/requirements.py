"""What is asked of one fact, without naming it: in a sentence 不少于10平方米."""

from collections.abc import Collection
from datetime import date
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.messages import join, say
from careplan.criteria.signs import Op
from careplan.criteria.wording.labels import answer
from careplan.criteria.wording.values import in_order, value_text
from careplan.fields.kinds import ChoiceKind
from careplan.fields.paths import kind_at

FEW_LISTED = 4  # more are counted, and listed in brackets


def wants_true(node: n.Compare, *, positive: bool) -> bool:
    """Say which answer a comparison of a yes-or-no fact wants."""
    return ((node.value is True) == (node.op is Op.EQ)) is positive


def asked_of(node: n.Leaf, language: str, *, positive: bool) -> str:
    """Say what a comparison asks of its fact, or what its denial does."""
    match node:
        case n.Compare(value=bool()):
            wants = wants_true(node, positive=positive)
            return answer(node.noun, node.path, language, so=wants)
        case n.Compare():
            op = node.op if positive else ~node.op
            value = value_text(node.noun, node.path, node.value, language)
            if isinstance(node.value, date):
                return say(f"required.day.{op.name.lower()}", language, value=value)
            return say(f"required.{op.name.lower()}", language, value=value)
        case n.Among(noun=noun, path=path, values=values):
            so, fewer = shorter(noun, path, values, positive=positive)
            return one_of(in_order(fewer, language), language, positive=so)
        case n.Has(item=item):
            return say("required.has" if positive else "required.has_not", language, item=item)
        case _:
            assert_never(node)


def shorter(
    noun: type[Any], path: Any, values: Collection[Any], *, positive: bool
) -> tuple[bool, Collection[Any]]:
    """Return the values that a fact has, or has not; of a choice, whichever are fewer to say."""
    kind = kind_at(noun, path)
    if positive or not isinstance(kind, ChoiceKind):
        return positive, values
    others = set(kind.enum) - set(values)
    return (True, others) if 0 < len(others) < len(values) else (False, values)


def one_of(said: list[str], language: str, *, positive: bool) -> str:
    """Say that a fact is one of several values, or none of them."""
    listed = join(said, language)
    if len(said) == 1:
        return say("required.eq" if positive else "required.ne", language, value=listed)
    if len(said) <= FEW_LISTED:
        return say("required.among" if positive else "required.not_among", language, values=listed)
    code = "required.among.many" if positive else "required.not_among.many"
    return say(code, language, count=len(said), values=listed)
