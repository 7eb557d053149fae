"""Sheets that cannot come out: sums that differ, marks no points reach, bands nobody is put in."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from careplan.audit.flaws import Flaw, Severity
from careplan.base.exact import ratio
from careplan.base.messages import say, show
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE
from careplan.criteria.steps import Facts
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.scales.sheets import Band, Line, Marking, Scorecard, Share
from careplan.verbs.scoring.marks import Judge
from careplan.verbs.scoring.standing import Standing

# Sums of items that bring all or nothing; of more, bands are not looked at so closely.
MOST_SUMS = 10_000


def sheet_flaws(plan: Plan) -> Iterator[Flaw]:
    """Yield what is wrong with the sheets of a plan, under every option that they depend on."""
    for sheet in plan.scorecards.values():
        if sheet.total_points is not None and sheet.total_points != sheet.max_points:
            detail = f"{sheet.total_points} / {sheet.max_points}"
            yield Flaw(Severity.ERROR, "sheet_total", (sheet.number,), detail)
        found = (flaw for taken in _readings(sheet) for flaw in _never(sheet, taken))
        yield from dict.fromkeys(found)


def _readings(sheet: Scorecard) -> Iterator[dict[str, str]]:
    """Yield the defaults, and each other option beside them."""
    default = {one.id: one.default for one in sheet.questions}
    yield default
    for one in sheet.questions:
        yield from ({**default, one.id: option.id} for option in one.options[1:])


def _never(sheet: Scorecard, taken: Mapping[str, str]) -> Iterator[Flaw]:
    """Yield lines that nobody the sheet is for can reach, and bands that nobody is put in."""
    judge = Judge(Marking.ASSESSED, Facts(None), taken, [])
    unmarked = tuple(judge.score(item, None) for item in sheet.items)
    # Whoever passes brings what each item needs by itself.
    passing = [attrs.evolve(one, low=one.item.floor or 0) for one in unmarked]
    at, least = Standing.of(unmarked), Standing.of(tuple(passing))
    line: Line | None = pick(sheet.pass_mark, taken)
    if not at.can_reach(line):
        said = Text(zh=_said(line, "zh"), en=_said(line, "en"))
        yield Flaw(Severity.ERROR, "sheet_pass", (sheet.number,), _said(line, "en"), words=said)
    cuts = [(band, least) for band, least in sheet.cuts(taken) if least is not None]
    lines = [least for _, least in cuts]
    sums = _sums(sheet, taken)
    # Who reaches a band reaches those below it, so that the first one is found by halving.
    within = bisect_left(lines, 1, key=lambda one: int(not at.can_reach(one)))
    passed = bisect_left(lines, 1, key=lambda one: int(not least.surely(one))) - 1
    for index, (band, begins) in enumerate(cuts):
        ends: Line | None = lines[index + 1] if index + 1 < len(cuts) else None
        if index >= within or index < passed or not _brought(sums, begins, ends):
            yield _of_band(sheet, band, begins)


def _of_band(sheet: Scorecard, band: Band, begins: Line) -> Flaw:
    numbers = tuple(dict.fromkeys((sheet.number, band.number)))
    said = Text(
        **{
            language: say("flaw.band", language, band=band.label, line=_said(begins, language))
            for language in ("zh", "en")
        }
    )
    detail = f"{band.key} ({_said(begins, 'en')})"
    return Flaw(Severity.WARNING, "band_never", numbers, detail, words=said)


def _sums(sheet: Scorecard, taken: Mapping[str, str]) -> list[Fraction] | None:
    """Return the sums, in order, of items that bring all or nothing; None where any can be."""
    if pick(sheet.marking, taken) is not Marking.ALL_OR_NOTHING:
        return None
    sums = {Fraction(0)}
    for item in sheet.items:
        points = ratio(item.max_points)
        # An item that is not for everybody brings nothing where it is not.
        without = sums if item.floor is None or item.applies != TRUE else set[Fraction]()
        sums = without | {one + points for one in sums}
        if len(sums) > MOST_SUMS:
            return None
    return sorted(sums)


def _brought(sums: list[Fraction] | None, begins: Line, ends: Line | None) -> bool:
    """Say whether a sum lies from where a band begins to where the next one does."""
    if sums is None or isinstance(begins, Share) or isinstance(ends, Share):
        return True
    place = bisect_left(sums, ratio(begins))
    return place < len(sums) and (ends is None or sums[place] < ratio(ends))


def _said(line: Line | None, language: str) -> str:
    return line.told(language) if isinstance(line, Share) else show(line, language)
