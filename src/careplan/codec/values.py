"""Values of any kind, as evidence and changes hold them: tagged where JSON is not enough.

Null, true, false, whole numbers and texts stand as they are. Whatever else is an object
with a "type"; what no file can hold is written as the text that shows it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from careplan.codec.known import Context
from careplan.codec.leaves import leaf, member, nearest, shown, text
from careplan.codec.limits import MAX_TEXT, hint, inside, is_broken
from careplan.errors import Problem, Quoted, quote
from careplan.exact import MAX_MAGNITUDE, NotExact, exact
from careplan.fields import Noun
from careplan.frozenmap import FrozenMap
from careplan.kinds import CountKind, DayKind, NumberKind
from careplan.sources import Labelled, Text

VALUES: Mapping[str, tuple[str, ...]] = {
    "both": ("zh", "en"),
    "day": ("value",),
    "list": ("items",),
    "member": ("enum", "value"),
    "noun": ("value",),
    "number": ("value",),
    "quoted": ("value",),
    "set": ("items",),
    "table": ("entries",),
}
_AN_OBJECT = Text(zh="对象", en="an object")
_A_LIST = Text(zh="列表", en="a list")
_PAIRS = Text(zh="两项一组的列表", en="a list of pairs")
_PAIR = 2
# What was observed is at most a tuple of nouns; only a caller's answer to a form goes deeper.
_DEEPEST = 5
_WIDE = NumberKind(step=1, minimum=-MAX_MAGNITUDE)


def observed(value: object, path: str, context: Context, noun: Callable[[object, str], Any]) -> Any:
    """Return a value of any kind; `noun` reads one that is an object of a noun."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return text(value, path, context)
    if not isinstance(value, Mapping):
        return leaf(CountKind(-MAX_MAGNITUDE), value, path, context)
    return _Tagged(context, noun).read(value, path)


class _Tagged:
    """Reads the values that carry a type."""

    def __init__(self, context: Context, noun: Callable[[object, str], Any]) -> None:
        self.context = context
        self.noun = noun

    def read(self, value: Mapping[Any, Any], path: str) -> Any:
        given = value.get("type")
        before = len(self.context.problems)
        if not isinstance(given, str) or given not in VALUES:
            near, options = hint(nearest(given, VALUES)), shown(VALUES)
            self._refuse(inside(path, "type"), "not_a_member", given, options=options, hint=near)
            return value
        known = VALUES[given]
        for key in value:
            if key not in ("type", *known):
                near, options = hint(nearest(key, known)), shown(known)
                self._refuse(inside(path, key), "unknown_key", key, hint=near, options=options)
        for key in getattr(value, "twice", ()):
            self._refuse(inside(path, key), "duplicate_key", value[key])
        for key in known:
            if value.get(key) is None:
                self._refuse(inside(path, key), "required", None)
        return value if len(self.context.problems) > before else self._read(given, value, path)

    def _refuse(self, path: str, code: str, value: object, **parameters: object) -> Any:
        self.context.problems.append(Problem(path, code, value, parameters))
        return value

    def _read(self, tag: str, value: Mapping[Any, Any], path: str) -> Any:
        inner, at = value.get("value"), inside(path, "value")
        match tag:
            case "number":
                return leaf(_WIDE, inner, at, self.context)
            case "day":
                return leaf(DayKind(), inner, at, self.context)
            case "quoted":
                shown_as = text(inner, at, self.context)
                return Quoted(shown_as) if isinstance(shown_as, str) else inner
            case "noun":
                return self.noun(inner, at)
            case "both":
                zh, en = (text(value[key], inside(path, key), self.context) for key in ("zh", "en"))
                return Text(zh=zh, en=en) if isinstance(zh, str) and isinstance(en, str) else value
            case "member":
                return self._member(value, path)
            case "table":
                return self._table(value["entries"], inside(path, "entries"))
            case _:
                return self._items(tag, value["items"], inside(path, "items"))

    def _member(self, value: Mapping[Any, Any], path: str) -> Any:
        enums, name = self.context.enums, value["enum"]
        if isinstance(name, str) and name in enums:
            return member((enums[name],), value["value"], inside(path, "value"), self.context)
        near, options = hint(nearest(name, enums)), shown(enums)
        at = inside(path, "enum")
        return self._refuse(at, "not_a_member", name, options=options, hint=near)

    def _items(self, tag: str, value: object, path: str) -> Any:
        if not isinstance(value, list | tuple):
            return self._refuse(path, "wrong_type", value, expected=_A_LIST)
        before = len(self.context.problems)
        listed = [
            observed(one, f"{path}[{index}]", self.context, self.noun)
            for index, one in enumerate(value)
        ]
        if len(self.context.problems) > before:
            return value
        return frozenset(listed) if tag == "set" else tuple(listed)

    def _table(self, value: object, path: str) -> Any:
        pairs = isinstance(value, list | tuple) and all(
            isinstance(pair, list | tuple) and len(pair) == _PAIR for pair in value
        )
        if not pairs:
            return self._refuse(path, "wrong_type", value, expected=_PAIRS)
        before = len(self.context.problems)
        listed = [self._items("list", pair, f"{path}[{i}]") for i, pair in enumerate(value)]  # type: ignore[var-annotated,arg-type]  # pairs
        return value if len(self.context.problems) > before else FrozenMap(dict(listed))


def plain(value: object, write: Callable[[Noun], object], depth: int = 0) -> Any:
    """Return a value of any kind as data; `write` writes an object of a noun."""
    if depth > _DEEPEST:
        return _single(value)
    below = depth + 1
    match value:
        case None | bool():
            return value
        case Labelled():
            return {"type": "member", "enum": type(value).__name__, "value": value.value}
        case Text():
            return {"type": "both", "zh": value.zh, "en": value.en}
        case Noun():
            return {"type": "noun", "value": write(value)}
        case tuple():
            return {"type": "list", "items": [plain(one, write, below) for one in value]}
        case frozenset():
            items = [plain(one, write, below) for one in value]
            return {"type": "set", "items": sorted(items, key=repr)}
        case FrozenMap():
            entries = [[plain(k, write, below), plain(v, write, below)] for k, v in value.items()]
            return {"type": "table", "entries": sorted(entries, key=repr)}
        case _:
            return _single(value)


def _single(value: object) -> Any:
    if type(value) is str and len(value) <= MAX_TEXT and not is_broken(value):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"type": "day", "value": value.isoformat()}
    if isinstance(value, int | Decimal | Fraction):
        try:
            number = exact(value)
        except NotExact:
            return {"type": "quoted", "value": quote(value)}
        if type(number) is int:
            return number
        return {"type": "number", "value": numeral(number)}
    return {"type": "quoted", "value": str(value) if isinstance(value, Quoted) else quote(value)}


def numeral(number: object) -> object:
    """Write an exact number: a whole one as it is, any other as a text, never in powers of ten."""
    if isinstance(number, Decimal):
        return format(number, "f")
    return str(number) if isinstance(number, Fraction) else number
