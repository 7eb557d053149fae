"""Ledgers at odds with themselves: what falls, uneven dates, totals that are not the rows' sums."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from careplan.audit.flaws import Flaw, Severity
from careplan.base.messages import say, show
from careplan.base.text import Text
from careplan.documents.plan import Plan
from careplan.documents.scales.between import Between
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.scales.together import date_of, least
from careplan.verbs.tracking.shown.words import due_name


def ledger_flaws(plan: Plan) -> Iterator[Flaw]:
    """Yield what is wrong with the figures of a plan's ledgers."""
    for ledger in plan.ledgers.values():
        dates = {column.key: ledger.row_dates(column.key) for column in ledger.columns}
        for row in ledger.rows:
            if not ledger.increments and any(_falls(row.milestones)):
                yield Flaw(Severity.ERROR, "ledger_falls", (row.number,), row.locality)
            own = {of: tuple(dict.fromkeys(one.due for one in row.owed(of))) for of in dates}
            if own != dates:
                yield Flaw(Severity.WARNING, "ledger_dates", (row.number,), row.locality)
        yield from _totals(ledger)


def _totals(ledger: Ledger) -> Iterator[Flaw]:
    """Compare printed totals with the rows, where these are due, and with each other."""
    split = {column.key: ledger.row_dates(column.key) for column in ledger.columns}
    sums = {(of, strength): ledger.row_sums(of, strength) for of in split for strength in Strength}
    for printed in ledger.totals:
        own, due = printed.counted, date_of(printed)
        summed = sums[printed.of, printed.strength][due]
        detail = f"{due}: {_compared(own)} / {_compared(summed)}"
        said = _words(ledger, due, own, summed)
        if due in split[printed.of] and not _agree(own, summed):
            yield Flaw(Severity.ERROR, "ledger_total", (ledger.number,), detail, words=said)
        # A total without a split may be more than the rows owe by then, and never less.
        elif least(own) < least(summed):
            yield Flaw(Severity.ERROR, "ledger_below_rows", (ledger.number,), detail, words=said)
    for before, after in () if ledger.increments else _falls(ledger.totals):
        detail = f"{after.due}: {_compared(after.counted)} / {_compared(before.counted)}"
        said = _words(ledger, after.due, after.counted, before.counted)
        yield Flaw(Severity.ERROR, "ledger_falls", (ledger.number,), detail, words=said)


def _falls(milestones: tuple[Milestone, ...]) -> Iterator[tuple[Milestone, Milestone]]:
    """Yield milestones of one column, equally strong, of which the later asks for less."""
    for of, strength in dict.fromkeys((one.of, one.strength) for one in milestones):
        listed = (one for one in milestones if (one.of, one.strength) == (of, strength))
        for before, after in pairwise(listed):
            if least(after.counted) < least(before.counted):
                yield before, after


def _agree(one: Between | None, other: Between | None) -> bool:
    """Say whether two figures have the same ends, as far as both state one."""
    if one is None or other is None:
        return True
    ends = ((one.low, other.low), (one.high, other.high))
    return all(None in both or both[0] == both[1] for both in ends)


def _words(ledger: Ledger, due: date | None, one: Between | None, other: Between | None) -> Text:
    """Say by when two figures differ, and both."""
    said = {
        language: say(
            "flaw.figures",
            language,
            due=due_name(due, ledger.precision, language),
            one=_figure(one, language),
            other=_figure(other, language),
        )
        for language in ("zh", "en")
    }
    return Text(**said)


def _figure(figures: Between | None, language: str) -> str:
    if figures is None:
        return say("flaw.no_figure", language)
    plain = figures.high is None and figures.low is not None
    return show(figures.low, language) if plain else figures.told(language)


def _compared(figures: Between | None) -> str:
    """Write figures shortly: at least 5 is "5", at most 5 "-5", a band "5-8", nothing "?"."""
    low, high = (None, None) if figures is None else (figures.low, figures.high)
    most = "" if high is None else f"-{high}"
    return f"{'' if low is None else low}{most}" or "?"
