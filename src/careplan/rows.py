"""Results as flat rows for a data frame: one dict a row, the same keys in every row of a result.

A cell is plain: a text, a bool, an exact number (int, Decimal or Fraction), a date or None,
and never nested. A member of an enum is its value (`outcome`) with its labels beside it
(`outcome_zh`, `outcome_en`); a text is in both languages; several names share a cell, joined
by ", ". docs/frameworks.md lists the columns.
"""

from collections.abc import Iterator
from typing import Any, assert_never

from careplan.cells import Row, cited, empty, member, names, paths_of, readings, safe_row, text
from careplan.forms import FormCheck
from careplan.ledgers import LedgerProgress, RowProgress, TotalProgress
from careplan.messages import join, show
from careplan.nodes import Criterion
from careplan.progress import TargetProgress
from careplan.render import Explained
from careplan.routing import RegistrationPath, RegistrationPaths
from careplan.scheduling import Agenda
from careplan.scoring import Score
from careplan.tables import (
    agenda_rows,
    locality_row,
    path_row,
    path_rows,
    problem_rows,
    target_row,
    total_row,
)
from careplan.text import Text
from careplan.verdicts import Assessment, BenefitFinding, DefinitionFinding, Finding, Found, Remedy
from careplan.wording import describe


def records(result: Any, *, safe: bool = False) -> list[Row]:
    """Return a result as flat rows, every one with the same keys in the same order.

    Texts are as the caller and the document wrote them. A spreadsheet runs a text that begins
    with =, +, - or @ as a formula: for a file that one may open, ask for `safe` cells.

    >>> import careplan as cp
    >>> from datetime import date
    >>> ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    >>> counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    >>> rows = cp.track_progress(ledger, counts, on=date(2024, 9, 30)).records()
    >>> [rows[1][key] for key in ("locality", "outcome", "outcome_zh", "short_of_next")]
    ['大洼街道', 'met', '符合', 41]
    """
    return [safe_row(row) if safe else row for row in _rows(result)]


def _rows(result: Explained) -> Iterator[Row]:
    match result:
        case Assessment():
            found: tuple[Found, ...] = (
                *result.findings,
                *result.benefits,
                *result.definitions,
            )
            rows = map(_found, found)
            yield from ({"plan_id": result.plan_id, **row} for row in rows)
        case Finding() | BenefitFinding() | DefinitionFinding():
            yield _found(result)
        case Remedy():
            yield from _remedy(result)
        case Score():
            yield from _items(result)
        case TargetProgress():
            yield target_row(result)
        case LedgerProgress():
            yield from (locality_row(row) for row in result.rows)
            yield total_row(result.total)
        case RowProgress():
            yield locality_row(result)
        case TotalProgress():
            yield total_row(result)
        case RegistrationPaths():
            yield from path_rows(result)
        case RegistrationPath():
            yield path_row(result)
        case Agenda():
            yield from agenda_rows(result)
        case FormCheck():
            yield from problem_rows(result)
        case _:
            assert_never(result)


# What findings, benefits and definitions do not share; each leaves the others' columns empty.
_OWN = (
    "force force_zh force_en outcome outcome_zh outcome_en applies requires note_zh note_en "
    "availability availability_zh availability_en entitled amount_yuan "
    "term_zh term_en falls_under"
)


def _found(found: Found) -> Row:
    match found:
        case Finding():
            kind, own = "finding", _duty(found)
        case BenefitFinding():
            kind, own = "benefit", _offer(found)
        case DefinitionFinding():
            kind, own = "definition", _term(found)
        case _:
            assert_never(found)
    return {
        "kind": kind,
        "number": found.number,
        **cited(found.clause),
        **text("summary", found.clause.summary),
        **member("modality", found.clause.modality),
        **empty(_OWN),
        **own,
        "missing": names(found.missing),
        "readings": readings(found.readings),
    }


def _duty(finding: Finding) -> Row:
    return {
        **member("force", finding.force),
        **member("outcome", finding.outcome),
        "applies": str(finding.applies.value),
        "requires": str(finding.requires.value),
        **text("note", finding.note),
    }


def _offer(found: BenefitFinding) -> Row:
    return {
        **member("modality", found.modality),
        **member("availability", found.availability),
        "entitled": str(found.entitled.value),
        "amount_yuan": found.benefit.amount_yuan,
    }


def _term(found: DefinitionFinding) -> Row:
    return {
        **text("term", found.definition.term),
        "falls_under": str(found.falls_under.value),
    }


_OPTION = (
    "option change add observed_zh observed_en needed_zh needed_en ends all_ended_zh all_ended_en"
)


def _remedy(remedy: Remedy) -> Iterator[Row]:
    """Yield the options, or one row that says that there is none and what stands in the way."""
    for option in _options(remedy) if remedy.options else (empty(_OPTION),):
        yield {
            "number": remedy.finding.number,
            **cited(remedy.finding.clause),
            **option,
            "fixed": paths_of(remedy.fixed),
            "elsewhere": names(remedy.elsewhere),
            "cut": remedy.cut,
        }


def _options(remedy: Remedy) -> Iterator[Row]:
    for number, option in enumerate(remedy.options, start=1):
        changed = [change for change in option.changes if not change.added]
        yield {
            "option": number,
            "change": names(change.path for change in changed),
            "add": names(change.path for change in option.changes if change.added),
            "observed_zh": join((show(change.observed, "zh") for change in changed), "zh"),
            "observed_en": join((show(change.observed, "en") for change in changed), "en"),
            "needed_zh": describe(option.needed, "zh"),
            "needed_en": describe(option.needed, "en"),
            "ends": names(option.ends),
            **text("all_ended", _described(option.all_ended)),
        }


def _described(criterion: Criterion | None) -> Text | None:
    if criterion is None:
        return None
    return Text(zh=describe(criterion, "zh"), en=describe(criterion, "en"))


def _items(score: Score) -> Iterator[Row]:
    whole: Row = {
        "total_low": score.low,
        "total_high": score.high,
        "pass_mark": score.sheet.pass_mark,
        **member("outcome", score.outcome),
        "room_ignored": score.room_ignored,
    }
    for scored in score.items:
        yield {
            "sheet": score.sheet.key,
            "item": scored.item.key,
            **cited(scored.item.clause),
            **text("label", scored.item.label),
            "max_points": scored.item.max_points,
            "low_points": scored.low,
            "high_points": scored.high,
            "open": scored.low != scored.high,
            "missing": names(scored.missing),
            **whole,
            "readings": readings(score.readings),
        }
