"""The cases of sheets for conformance: marks around their lines, and rooms they tell apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from careplan.base.truth import Truth
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.residuals import facts_of
from careplan.documents.clauses import read_as
from careplan.documents.encoded import pick
from careplan.documents.scales.sheets import Marking, Scorecard, SheetItem
from careplan.testing.cases.days import DAY, asks_day
from careplan.testing.cases.variants import not_read, readings_of
from careplan.testing.conforming.marking import Marks, rooms_told_apart, rooms_tried, scored_marks
from careplan.testing.conforming.sums import settled_by_ends
from careplan.verbs.scoring.scores import Score
from careplan.verbs.scoring.scoring import score

_IN_OR_OUT = 2


@attrs.frozen
class SheetCases:
    """The sections of sheets, and what has no case: facts ("sheet: path"), or ways to read it."""

    sections: tuple[dict[str, Any], ...]
    without: tuple[str, ...]

    @classmethod
    def of(cls, sheets: Iterable[Scorecard]) -> "SheetCases":
        """Return the cases of sheets, under the ways to read each."""
        sections: list[dict[str, Any]] = []
        without: list[str] = []
        for sheet in sheets:
            used = sheet.interpretations()
            for readings in readings_of(sheet.questions, used):
                made = _scored(sheet, readings)
                sections.append(_section(sheet, readings, made))
                paths = (path for one in made if not _is_plain(one[1]) for path in _shared(one[1]))
                without += (f"{sheet.key}: {path}" for path in paths)
            without += not_read(sheet.key, sheet.questions, used)
        return cls(tuple(sections), tuple(dict.fromkeys(without)))


def _scored(sheet: Scorecard, readings: Mapping[str, str]) -> list[tuple[Marks, Score]]:
    """Return what the marks and rooms to try come to, beside the marks."""
    taken = read_as(sheet.questions, readings)
    by_room = pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING
    asked = [*_asked_of_room(sheet, taken)]
    on = _day_of(sheet, taken)
    cuts = (least for _, least in sheet.cuts(taken, on))
    tried = scored_marks(sheet, taken, [pick(sheet.pass_mark, taken), *cuts])
    rooms = rooms_tried(sheet, taken) if by_room else ()
    cases: list[tuple[Marks, Any]] = [
        *((marks, None) for marks in tried),
        *(({}, room) for room in rooms),
        *rooms_told_apart(sheet, taken),
    ]
    return [
        (marks, score(sheet, marks, room=room, readings=readings, on=on))
        for marks, room in cases
        if room is None or settled_by_ends(asked, room, on)
    ]


def _section(
    sheet: Scorecard, readings: Mapping[str, str], made: Iterable[tuple[Marks, Score]]
) -> dict[str, Any]:
    taken = read_as(sheet.questions, readings)
    on = _day_of(sheet, taken)
    cuts = sheet.cuts(taken, on)
    bands = [{"key": band.key, "least": least} for band, least in cuts if least is not None]
    return {
        "sheet": sheet.key,
        "clause": sheet.clause.number,
        "readings": readings,
        "marking": pick(sheet.marking, taken),
        "pass_mark": pick(sheet.pass_mark, taken),
        "items": [_item(item, taken, on) for item in sheet.items],
        **({"bands": bands} if bands else {}),
        "cases": [_case(marks, found) for marks, found in made if _is_plain(found)],
    }


def _day_of(sheet: Scorecard, taken: Mapping[str, str]) -> date | None:
    """Return the day to score on, where what the sheet asks depends on one."""
    return DAY if asks_day(_asked_of_room(sheet, taken)) else None


def _asked_of_room(sheet: Scorecard, taken: Mapping[str, str]) -> Iterator[Criterion]:
    yield sheet.applies
    for item in sheet.items:
        yield from (pick(one, taken) for one in (item.applies, item.criterion) if one is not None)


def _item(item: SheetItem, taken: Mapping[str, str], on: date | None) -> dict[str, Any]:
    """Return what an item is; a key that says no more than usual is left out."""
    applies = pick(item.applies, taken) if item.holds_under(taken, on) else FALSE
    criterion = pick(item.criterion, taken)
    beside = {"applies": applies if applies != TRUE else None, "least": item.least}
    return {
        "key": item.key,
        "max_points": item.max_points,
        "criterion": criterion,
        **{name: one for name, one in beside.items() if one is not None},
        **({"must_pass": True} if item.must_pass else {}),
    }


def _is_plain(found: Score) -> bool:
    """Say whether looking at each condition alone is enough to know which items apply."""
    taken = found.taken()
    open_items = (one.item for one in found.items if one.applies is Truth.UNKNOWN)
    asked = {pick(one.applies, taken) for one in open_items}
    groups = found.standing.applying.groups
    return len(groups) == len(asked) and all(len(sets) == _IN_OR_OUT for sets in groups)


def _shared(found: Score) -> Iterable[str]:
    """Return the facts that several open conditions share; all, where one settles itself."""
    asked = {one.condition for one in found.items if one.applies is Truth.UNKNOWN}
    counted = Counter(path for one in sorted(asked, key=repr) for path in facts_of(one))
    several = [path for path, times in counted.items() if times > 1]
    return several or list(counted)


def _case(marks: Marks, found: Score) -> dict[str, Any]:
    sheet, names = found.sheet, ["outcome", "low", "high", "needed"]
    names += ["possible"] if any(item.applies != TRUE for item in sheet.items) else []
    expected = {name: getattr(found, name) for name in names}
    for name in ("low_band", "high_band") if sheet.bands else ():
        band = getattr(found, name)
        expected[name] = None if band is None else band.key
    expected |= {"missing": found.open_items}
    asked_on = {} if found.on is None else {"on": found.on}
    return {"marks": marks, "room": found.room, "expected": expected, **asked_on}
