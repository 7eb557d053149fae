"""What plans of older formats say otherwise, put as the format of today says it.

Format 3 has a document say how its business scope is worded; before, careplan worded every
scope as one document does (全日托 and so on, in brackets behind the base phrase). Format 4
has a room serve several uses, where it had one, and a rule say several notes. Uses of a room
are asked for wherever one is: of a room of a caller's own, and of one that a noun holds. Format
5 has a step of a registration say its time limit as one, where it had a number of days, and
anything be in force for a time, where a duty that comes back had a period. It has a target hold
milestones, where it held one value and one date, and a milestone of a ledger have a value, where
it had slots.
"""

from collections.abc import Callable, Mapping
from typing import Any

from careplan.base.errors import CareplanError, InvalidInput, Problem
from careplan.codec.known import FORMAT, versions_of
from careplan.codec.problems import refusal
from careplan.codec.text import MAX_PATH, Doubled, still_doubled, without
from careplan.fields.checking import entries_of, read
from careplan.fields.declaring import Noun
from careplan.fields.kinds import ChoicesKind, CountKind
from careplan.fields.paths import kind_at, parse_path

_MODES: Mapping[str, Any] = {
    "listed_in": "service_modes",
    "words": [
        ["full_day", "全日托"],
        ["half_day", "半日托"],
        ["hourly", "计时托"],
        ["temporary", "临时托"],
    ],
    "between": "、",
    "pattern": "{base}（{modes}）",
}
_WORDED_SINCE, _SEVERAL_SINCE, _LIMITED_SINCE, _IN_SERIES_SINCE = 3, 4, 5, 5
_OF_A_FIGURE = ("due", "value", "op", "precision")


def said_today(data: Any, cls: Any, nouns: Mapping[str, type[Noun]]) -> Any:
    """Return the data of a plan or a result, about these nouns, as today's format says it.

    Raises InvalidInput for a version that is not read; the version itself is left out.
    """
    if not (versions_of(cls) and isinstance(data, dict)):
        return data
    version = _version(data.get("format"), cls)
    data = without(data, "format")
    if version < _WORDED_SINCE:
        data = _worded(data)
    if version < _SEVERAL_SINCE:
        data = _several(data, nouns)
    if version < _LIMITED_SINCE:
        data = _limited(data)
    return _in_series(data) if version < _IN_SERIES_SINCE else data


def _version(given: object, cls: type[Any]) -> int:
    if given is None:
        raise refusal("required", None, "format")
    version, read_here = read(CountKind(), given, "format", []), versions_of(cls)
    if type(version) is int and version in read_here:
        return version
    # What a plan of an older format means is known; what an answer held has changed.
    if type(version) is int and 1 <= version < FORMAT:
        raise refusal("old_result", version, "format", expected=cls.__name__)
    known = {"expected": tuple(map(str, read_here))}
    raise InvalidInput([Problem("format", "other_version", given, known)])


def _worded(data: dict[Any, Any]) -> dict[Any, Any]:
    match data:
        case {"registration": {"scope": Mapping() as scope} as outer} if "modes" not in scope:
            return _changed(data, registration=_changed(outer, scope=_changed(scope, modes=_MODES)))
        case _:
            return data


def _limited(data: dict[Any, Any]) -> dict[Any, Any]:
    match data:
        case {"registration": {"steps": list() | tuple() as steps} as outer}:
            data = _changed(data, registration=_changed(outer, steps=[*map(_of_step, steps)]))
    match data:
        case {"duties": list() | tuple() as duties}:
            return _changed(data, duties=[*map(_of_duty, duties)])
        case _:
            return data


def _of_duty(data: Any) -> Any:
    match data:
        case {"within": {"start": start, "end": end, "precision": precision, **rest}} if not rest:
            held = {"since": start, "until": end, "precision": precision}
            return _changed(data, within=held)
        case _:
            return data


def _of_step(data: Any) -> Any:
    match data:
        case {"time_limit_days": None}:
            return without(data, "time_limit_days")
        case {"time_limit_days": days, **rest} if "limit" not in rest:
            limit = {"number": days, "unit": "days"}
            return _changed(without(data, "time_limit_days"), limit=limit)
        case _:
            return data


def _changed(data: Mapping[Any, Any], **entries: object) -> dict[Any, Any]:
    """Return an object with some of its entries changed; keys that stood twice still do."""
    return still_doubled(data, {**data, **entries})


def _several(data: Any, nouns: Mapping[str, type[Noun]]) -> Any:
    """Return data with every criterion about a room's use, and every note, as it is said now.

    A criterion that the older format refused is left as it is, and is refused.
    """
    if isinstance(data, list | tuple):
        return [_several(one, nouns) for one in data]
    entries = entries_of(data)
    if entries is None:
        return data
    inner = still_doubled(data, {key: _several(one, nouns) for key, one in entries})
    match inner:
        case {"type": "Rule", "otherwise": note} if not isinstance(note, list):
            return _changed(inner, otherwise=[] if note is None else [note])
        case Doubled():
            return inner
        case {"noun": noun, "path": path} if not _was_single(nouns, noun, path):
            return inner
        case {"type": "Compare", "noun": noun, "path": path, "op": "==", "value": use, **rest}:
            return inner if rest else _has(noun, path, use)
        case {"type": "Compare", "noun": noun, "path": path, "op": "!=", "value": use, **rest}:
            return inner if rest else {"type": "Not", "part": _has(noun, path, use)}
        case {"type": "Among", "noun": noun, "path": path, "values": [_, *_] as uses, **rest}:
            held = [_has(noun, path, use) for use in uses]
            return inner if rest else {"type": "AnyOf", "parts": held}
        case _:
            return inner


def _in_series(data: dict[Any, Any]) -> dict[Any, Any]:
    """Return the data of a plan whose targets and ledgers hold their figures as they do now."""
    said: dict[Any, Any] = _each(_each(data, "targets", _of_target), "ledgers", _of_ledger)
    return said


def _each(data: Any, key: str, change: Callable[[Any], Any]) -> Any:
    """Return an object with what is listed under a key changed one by one, if it is a list."""
    listed = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(listed, list | tuple):
        return data
    return _changed(data, **{key: [change(one) for one in listed]})


def _of_target(data: Any) -> Any:
    """Put the one figure of a target into a milestone; what is no target is refused later."""
    if not isinstance(data, Mapping) or "milestones" in data:
        return data
    figure = {name: data[name] for name in _OF_A_FIGURE if name in data}
    if (forecast := data.get("forecast", False)) is not False:
        # Whatever else stands there is no strength either, and is refused as one.
        figure["strength"] = "expected" if forecast is True else forecast
    rest = without(data, *_OF_A_FIGURE, "forecast")
    return _changed(rest, milestones=[still_doubled(data, figure)])


def _of_ledger(data: Any) -> Any:
    """Call the slots of a ledger's milestones, and of its rows', values."""
    data = _each(data, "totals", _of_milestone)
    return _each(data, "rows", lambda row: _each(row, "milestones", _of_milestone))


def _of_milestone(data: Any) -> Any:
    if not isinstance(data, Mapping) or "slots" not in data:
        return data
    return _changed(without(data, "slots"), value=data["slots"])


def _was_single(nouns: Mapping[str, type[Noun]], name: object, path: object) -> bool:
    """Say whether a fact that is a set today may have been a single member (a room's use)."""
    noun = nouns.get(name) if isinstance(name, str) else None
    # Nobody's path is as long, and the reader says what is wrong with it.
    if noun is None or not isinstance(path, str) or len(path) > MAX_PATH:
        return False
    try:
        kind = kind_at(noun, parse_path(noun, path))
    except CareplanError:
        return False
    return isinstance(kind, ChoicesKind) and kind.or_one


def _has(noun: str, path: str, use: Any) -> Mapping[str, Any]:
    return {"type": "Has", "noun": noun, "path": path, "item": use}
