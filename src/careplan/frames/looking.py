"""What eager frames hold that no noun would take: it is looked for once, all columns together."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.exact import MAX_MAGNITUDE
from careplan.frames.items import Taken
from careplan.frames.lent import Expr, folded, narwhals
from careplan.frames.wants import Wants
from careplan.frames.written.amounts import MOST_OF_ITEM, amount
from careplan.frames.written.held import PLACES, Form, Held

_A_FEW = 5


@attrs.frozen
class _Look:
    """What is looked for: its value is null or false where nothing is wrong."""

    held: Held
    code: str
    sought: Expr


def check_values(wants: Wants, taken: Mapping[str, Taken], paths: Mapping[str, str]) -> None:
    """Raise InvalidInput for all values of eager frames that no noun would take."""
    problems: list[Problem] = []
    for one in wants.tables:
        found, frame = taken[one.table.path], taken[one.table.path].frame
        looks = [look for held in found.held.values() for look in _looks(held)]
        looks += [_summed(found.held[name], one) for name in one.summed if name in found.held]
        if not looks:
            continue
        named = {f"look{place}": look for place, look in enumerate(looks)}
        row = frame.select(*(look.sought.alias(name) for name, look in named.items()))
        seen = row.rows(named=True)[0]
        for name, look in named.items():
            path = inside(paths[one.table.path], look.held.column.name)
            problems += _told(look, seen[name], path, frame)
    if problems:
        raise InvalidInput(problems)


def _looks(held: Held) -> Iterator[_Look]:
    nw = narwhals()
    values, kind = nw.col(held.column.name), held.kind
    if held.form is Form.EMPTY:
        return
    if held.form is Form.FLOAT:
        yield _Look(held, "nan_in_column", _any(~values.is_finite()))
    if isinstance(kind, k.NumberKind | k.CountKind | k.ItemsKind):
        yield _Look(held, "too_small", values.min())
        yield _Look(held, "out_of_range", values.max())
    if held.is_whole and held.form is not Form.WHOLE:
        number = values.cast(nw.Float64)
        yield _Look(held, "not_whole", _any(number != number.round(0)))
    if isinstance(kind, k.ChoiceKind):
        yield _Look(held, "not_members", _any(~_is_member(held, kind)))


def _is_member(held: Held, kind: k.ChoiceKind) -> Expr:
    return folded([held.values() == str(one.value) for one in kind.enum], every=False)


def _summed(held: Held, wants: Wants) -> _Look:
    within = MOST_OF_ITEM if wants.table.path else 2**62
    lost = amount(held, within).is_null() & ~held.values().is_null()
    return _Look(held, "not_summed", _any(lost))


def _any(found: Expr) -> Expr:
    return found.fill_null(value=False).any()


def _told(look: _Look, seen: Any, path: str, frame: Any) -> Iterator[Problem]:
    if seen is None or seen is False:
        return
    match look.code:
        case "too_small":
            # Of items there are none at least.
            minimum = getattr(look.held.kind, "minimum", 0)
            if seen < minimum:
                yield Problem(path, "too_small", seen, {"minimum": minimum})
        case "out_of_range":
            if seen > MAX_MAGNITUDE:
                yield Problem(path, "out_of_range", seen)
        case "not_members":
            yield Problem(path, "not_members", _others(look.held, frame))
        case "not_summed":
            yield Problem(path, "not_summed", None, {"maximum": PLACES})
        case _:
            yield Problem(path, look.code, None)


def _others(held: Held, frame: Any) -> str:
    """Return a few of the texts that are no member."""
    nw, kind = narwhals(), held.kind
    assert isinstance(kind, k.ChoiceKind)  # noqa: S101 - it was looked for
    other = frame.filter(~_is_member(held, kind)).select(held.values().cast(nw.String))
    return ", ".join(sorted(set(other[held.column.name].to_list()))[:_A_FEW])
