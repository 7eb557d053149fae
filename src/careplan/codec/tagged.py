"""Criteria, and values of any kind: objects that say with "type" which of a few they are.

{"type": "Compare", "noun": "Venue", "path": ..., "op": ..., "value": ...}. A criterion that was
read is held to what one written in code is (`soundness`). The fact comes first: how a literal is
to be read depends on it. A sum holds terms: {"type": "Term", "factor": 3, "amount": "carers"};
"over" names the collection of which they are, "where" is what must hold for them to count.
Elapsed time holds a period, {"type": "Period", "months": 36, "both_days": true}, from the fact
"start" (or a day that is tagged as a value is) to the fact "end" (without one, the day asked).

Values are what evidence and changes hold. Null, true, false, whole numbers and texts stand as
they are; whatever else is tagged: {"type": "day", "value": "2021-06-30"}. What careplan would
not observe, and no file could hold, is not written.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, get_args

import attrs

import careplan.codec.hooks as h
import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.frozenmap import FrozenMap
from careplan.base.quoting import Quoted
from careplan.base.text import Labelled, Text
from careplan.codec.known import Known, own_names
from careplan.codec.problems import OWN_ENUMS, OWN_NOUNS, Each, Hook, by_tag, check_keys, refusal
from careplan.codec.text import MAX_PATH
from careplan.criteria.nodes import (
    TRUE,
    Among,
    Criterion,
    Elapsed,
    Leaf,
    Linear,
    Some,
    Term,
)
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.signs import Op
from careplan.criteria.soundness import check_fact, check_op, read_criterion
from careplan.criteria.sums.tallies import Tallied, Tally
from careplan.fields.checking import MAX_SAME_HASH, same_hash
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path, dotted, kind_at, parse_path

# Each node's class, and its keys in order.
# An end that is left out is the day asked.
LACKING: Mapping[Any, tuple[str, ...]] = {Elapsed: ("end",)}
PERIOD = ("months", "days", "both_days", "missing_day")
NODES: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    cls.__name__: (cls, tuple(field.name for field in attrs.fields(cls)))
    for cls in get_args(Criterion)
}
MAY_LACK = frozenset({"en"})  # a text that nobody put into English
TERM = ("factor", "over", "amount", "where")
WIDE = k.NumberKind(step=1, minimum=-MAX_MAGNITUDE)
_MOST_SAID = 50  # values of a fact, of a criterion that is kept to be given again
_LEAVES = get_args(Leaf)
_parsed = lru_cache(maxsize=4096)(parse_path)
_SCALARS = {str, int, bool, date}
_VALUES = Text(zh="至少有一项的列表", en="a list of at least one value")
_PAIRS = Text(zh="两项一组的列表", en="a list of pairs")
_PAIR = 2
_TERMS = {"Term": Term}


def criterion_reader(known: Known) -> Hook:
    """Return the hook that reads criteria about these nouns."""

    def read(value: Any, _: object = None) -> Any:
        cls, keys = by_tag(value, NODES)
        if cls in _LEAVES and type(value) is dict and len(value) == len(keys) + 1:
            *about, said = map(value.get, keys)
            listed = said if cls is Among else [said]
            if type(listed) is list and len(listed) <= _MOST_SAID:
                about += listed
                if _SCALARS.issuperset(map(type, about)):
                    return leaf(cls, *about)
        given = {key: value[key] for key in keys if value.get(key) is not None}
        each = Each()
        if type(value) is not dict or not len(value) - 1 == len(given) == len(keys):
            check_keys(value, keys, each, may_lack=LACKING.get(cls, ()))
        return make(cls, given, each)

    @lru_cache(maxsize=4096, typed=True)  # the same things are said of the same facts again
    def leaf(cls: Any, *said: Any) -> Any:
        _, keys = NODES[cls.__name__]
        given = [*said[:2], list(said[2:])] if cls is Among else said
        return make(cls, dict(zip(keys, given, strict=True)), Each())

    def make(cls: type[Any], given: Mapping[str, Any], each: Each) -> Any:
        made: dict[str, Any] = {}
        kind: k.Kind | None = None
        for key, one in given.items():
            if key == "terms":
                reader = h.list_of(partial(_term, made.get("noun"), read))
                made[key] = each.take(reader, one, key)
            elif key in {"start", "end"}:
                made[key] = each.take(partial(_day, made.get("noun"), key), one, key)
            elif key == "path":
                noun = made.get("noun")
                fact = noun and each.take(partial(_fact, cls, noun), one, key)
                made[key], kind = fact or (None, None)
            else:
                made[key] = each.take(hooks.get(key) or _said(kind)[key], one, key)
        each.close()
        return _checked(read_criterion, cls(**made))

    hooks = {
        "noun": h.named(known.nouns, OWN_NOUNS),
        "part": read,
        "parts": h.list_of(read),
        "where": read,
        "bound": h.read_number_of_sum,
        "period": _period,
    }
    return read


def _term(noun: Any, read: Hook, value: Any) -> tuple[Any, Term]:
    """Read a factor and its term in a sum about a noun (None: not known); `read` a criterion."""
    by_tag(value, _TERMS)
    each = Each()
    check_keys(value, TERM, each, may_lack=TERM[1:])
    factor: Any = value.get("factor")
    if factor is not None:
        factor = each.take(h.read_number_of_sum, factor, "factor")
    over: Path = ()
    if value.get("over") is not None:
        found = noun and each.take(partial(_fact, Some, noun), value["over"], "over")
        over, kind = found or ((), None)
        noun = kind and kind.noun
    amount: Path = ()
    if value.get("amount") is not None and noun is not None:
        found = each.take(partial(_fact, Linear, noun), value["amount"], "amount")
        amount, _ = found or ((), None)
    where = TRUE if value.get("where") is None else each.take(read, value["where"], "where")
    each.close()
    return factor, Term(over, amount, where)


def _day(noun: Any, key: str, value: Any) -> Path | date | None:
    """Read the fact that is a day, or the first day itself, between which time is to pass."""
    if key == "start" and isinstance(value, Mapping):
        by_tag(value, {"day": date})
        each = Each()
        check_keys(value, ("value",), each)
        day: date = each.take(h.leaf_reader(k.DayKind()), value.get("value"), "value")
        each.close()
        return day
    found: tuple[Path, k.Kind] | None = noun and _fact(Elapsed, noun, value)
    return found[0] if found else None


def _period(value: Any) -> Period:
    by_tag(value, {"Period": Period})
    each = Each()
    check_keys(value, PERIOD, each, may_lack=PERIOD)
    given = {name: value[name] for name in PERIOD if value.get(name) is not None}
    made = {name: each.take(_PERIOD[name], one, name) for name, one in given.items()}
    each.close()
    return Period(**made)


_AMOUNT = h.leaf_reader(k.CountKind())
_PERIOD: Mapping[str, Hook] = {
    "months": _AMOUNT,
    "days": _AMOUNT,
    "both_days": h.leaf_reader(k.FlagKind()),
    "missing_day": h.member_reader(MissingDay),
}


def write_day(start: Any) -> Any:
    """Write the fact from which time is to pass, or the day itself."""
    if isinstance(start, date):
        return {"type": "day", "value": start.isoformat()}
    return dotted(start)


def write_period(period: Period) -> dict[str, Any]:
    """Write a period without what it does not say."""
    said: dict[str, Any] = {name: getattr(period, name) for name in PERIOD[:3]}
    said = {"type": "Period", **{name: one for name, one in said.items() if one}}
    if period.both_days or period.missing_day is MissingDay.LAST:
        return said
    return {**said, "missing_day": str(period.missing_day.value)}


def write_terms(terms: Any, write: Hook) -> list[dict[str, Any]]:
    """Write the factors and terms of a sum; `write` writes a criterion."""
    return [_written(factor, term, write) for factor, term in terms]


def _written(factor: Any, term: Term, write: Hook) -> dict[str, Any]:
    said: dict[str, Any] = {"type": "Term", "factor": h.write_number_of_sum(factor)}
    said |= {name: dotted(path) for name in TERM[1:3] if (path := getattr(term, name))}
    return said if term.where == TRUE else {**said, "where": write(term.where)}


def _fact(cls: Any, noun: Any, text: Any) -> tuple[Path, k.Kind]:
    """Read a path, and the kind of the fact it names, of which such a node can speak."""
    try:
        if type(text) is not str or len(text) > MAX_PATH:
            raise NotFound("path", text, ())  # noqa: TRY301 - the same answer as below
        path = _parsed(noun, text)
    except NotFound as error:
        raise refusal("not_found", text, **error.parameters()) from None
    kind = kind_at(noun, path)
    _checked(check_fact, cls, kind, text)
    return path, kind


def _checked(check: Callable[..., Any], *given: Any) -> Any:
    """Return what a check makes of what is given to it; raise the problems that it adds."""
    found: list[Problem] = []
    made = check(*given, "", found)
    if found:
        raise InvalidInput(found)
    return made


@lru_cache(maxsize=512)
def _said(kind: k.Kind | None) -> Mapping[str, Hook]:
    """Return the hooks for what is said of a fact; lenient where the fact is none."""
    literal: Hook = h.as_it_is
    match kind:
        case k.ChoiceKind(enum) | k.ChoicesKind(enum):
            literal = h.member_reader(enum)
        case k.NumberKind() | k.CountKind() | k.FlagKind() | k.TextKind() | k.DayKind():
            literal = h.leaf_reader(kind)
    listed, operator = h.list_of(literal), h.member_reader(Op)

    def read_values(value: Any) -> Any:
        if not isinstance(value, list | tuple) or not value:
            raise refusal("wrong_type", value, expected=_VALUES)
        return _set(listed(value)) if kind else listed(value)

    def read_op(value: Any) -> Any:
        op = operator(value)
        if kind is not None:
            _checked(check_op, op, kind)
        return op

    return {"value": literal, "item": literal, "values": read_values, "op": read_op}


def value_reader(known: Known, read_noun: Hook) -> Hook:
    """Return the hook that reads values of any kind; `read_noun` reads an object of a noun."""
    text, whole = h.leaf_reader(k.TextKind()), h.leaf_reader(k.CountKind(-MAX_MAGNITUDE))

    def read(value: Any, _: object = None) -> Any:
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return text(value)
        return read_tagged(value) if isinstance(value, Mapping) else whole(value)

    def read_tagged(value: Mapping[Any, Any]) -> Any:
        make, hooks = by_tag(value, tags)
        each = Each()
        check_keys(value, hooks, each, may_lack=MAY_LACK)
        each.close()
        held = {key: each.take(hook, value.get(key), key) for key, hook in hooks.items()}
        each.close()
        made = each.take(lambda held: make(*held.values()), held, list(held)[-1])
        each.close()
        return made

    def read_pairs(value: Any) -> Any:
        pairs = isinstance(value, list | tuple) and all(
            isinstance(pair, list | tuple) and len(pair) == _PAIR for pair in value
        )
        if not pairs:
            raise refusal("wrong_type", value, expected=_PAIRS)
        return h.list_of(items)(value)

    items = h.list_of(read, with_none=True)
    # How a value is made of what stands under its keys.
    tags: Mapping[str, tuple[Hook, Mapping[str, Hook]]] = {
        "both": (lambda zh, en: Text(zh=zh, en=en), {"zh": text, "en": h.maybe(text)}),
        "day": (h.as_it_is, {"value": h.leaf_reader(k.DayKind())}),
        "list": (h.as_it_is, {"items": items}),
        "member": (
            lambda enum, value: h.member_reader(enum)(value),
            {"enum": h.named(known.enums, OWN_ENUMS), "value": h.as_it_is},
        ),
        "noun": (h.as_it_is, {"value": read_noun}),
        "number": (h.as_it_is, {"value": h.leaf_reader(WIDE)}),
        "quoted": (Quoted, {"value": text}),
        "set": (_each_once, {"items": items}),
        "table": (_table, {"entries": read_pairs}),
        "tally": (Tally, {"terms": h.list_of(_ends), "facts": h.list_of(text)}),
    }
    return read


def _ends(value: Any) -> Tallied:
    """Read what a term comes to, at least and at most."""
    if not isinstance(value, list | tuple) or len(value) != _PAIR:
        raise refusal("wrong_type", value, expected=_PAIRS)
    return Tallied(*h.list_of(h.maybe(h.read_number_of_sum), with_none=True)(value))


def _set(items: tuple[Any, ...]) -> frozenset[Any]:
    if same_hash(items):  # before a set of them is made
        raise refusal("same_hash", None, maximum=MAX_SAME_HASH)
    return frozenset(items)


def _each_once(items: tuple[Any, ...]) -> frozenset[Any]:
    made = _set(items)
    if len(made) < len(items):
        raise refusal("duplicate", items)
    return made


def _table(pairs: tuple[tuple[Any, Any], ...]) -> FrozenMap[Any, Any]:
    _each_once(tuple(key for key, _ in pairs))
    return FrozenMap(dict(pairs))


def value_writer(write_noun: Hook) -> Hook:
    """Return the hook that writes values of any kind; `write_noun` writes an object of a noun."""

    def write(value: Any) -> Any:
        match value:
            case None | bool():
                return value
            case Quoted():
                return {"type": "quoted", "value": str(value)}
            case Labelled():
                return _write_member(value)
            case str() if type(value) is str:
                return value
            case Text():
                english = {} if value.en is None else {"en": value.en}
                return {"type": "both", "zh": value.zh, **english}
            case Noun():
                return {"type": "noun", "value": write_noun(value)}
            case tuple():
                return {"type": "list", "items": [write(one) for one in value]}
            case frozenset():
                return {"type": "set", "items": sorted(map(write, value), key=repr)}
            case FrozenMap():
                entries = [[write(key), write(one)] for key, one in value.items()]
                return {"type": "table", "entries": sorted(entries, key=repr)}
            case date() if not isinstance(value, datetime):
                return {"type": "day", "value": value.isoformat()}
            case Tally():
                terms = [_write_ends(one) for one in value.terms]
                return {"type": "tally", "terms": terms, "facts": list(value.facts)}
            case int() | Decimal() | Fraction():
                number = h.write_number(value)
                return number if isinstance(number, int) else {"type": "number", "value": number}
            case _:
                raise refusal("wrong_type", value, expected="a value that careplan observes")

    return write


def _write_ends(one: Tallied) -> list[Any]:
    return [None if end is None else h.write_number_of_sum(end) for end in (one.low, one.high)]


def _write_member(value: Labelled) -> dict[str, Any]:
    enum, ours = type(value), own_names().enums
    if enum.__name__ not in ours and enum.__module__.partition(".")[0] == "careplan":
        raise refusal("wrong_type", value, expected="a member of a fact's enum")
    return {"type": "member", "enum": h.own_name(enum, ours), "value": h.own_value(value)}
