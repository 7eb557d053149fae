"""Say progress, agendas, forms and registration paths, line by line; `render` is the way in."""

from collections.abc import Iterator
from typing import Any, assert_never

from careplan.evidence import witnesses
from careplan.forms import FormCheck
from careplan.governance import Meeting
from careplan.ledgers import LedgerProgress, Range, RowProgress, TotalProgress
from careplan.messages import join, say, show
from careplan.nodes import TRUE
from careplan.paths import parse_path
from careplan.phrases import (
    INDENT,
    clause_line,
    fact_name,
    indented,
    observed_text,
    reading_lines,
)
from careplan.progress import TargetProgress
from careplan.routing import PathStep, RegistrationPath, RegistrationPaths
from careplan.schedule import Period
from careplan.scheduling import Agenda, AgendaEntry
from careplan.targets import Milestone, Precision
from careplan.wording import describe, label


def target_lines(progress: TargetProgress, language: str) -> Iterator[str]:
    """Say where a target stands."""
    target = progress.target
    yield clause_line(target.clause, target.id, progress.outcome, language)
    yield INDENT + say(
        ("target" if target.due is not None else "target.undated")
        if target.value is not None
        else ("target.words" if target.due is not None else "target.words_undated"),
        language,
        title=target.title,
        figure=progress.figure,
        op=target.op,
        value=target.value,
        measure=target.measure,
        due=target.due,
    )
    why = _why(progress)
    if why is not None:
        yield INDENT + say(why, language)
    if target.forecast:
        yield INDENT + say("target.forecast", language)
    yield from indented(reading_lines(progress.readings, language))


def _why(progress: TargetProgress) -> str | None:
    """Return what explains an outcome beside the figures: dates, or that there is no figure."""
    if progress.target.value is None:
        return None
    if progress.target.due is None:
        return "target.no_date"
    if not progress.is_due:
        return "target.not_due"
    if progress.measured is None:
        return "target.unmeasured"
    if progress.is_older:
        return "target.stale" if progress.stale else "target.stays"
    return None


def ledger_lines(progress: LedgerProgress, language: str) -> Iterator[str]:
    """Say where a ledger stands, a line a locality, then the total."""
    ledger = progress.ledger
    yield say(
        "ledger",
        language,
        title=ledger.title,
        locator=ledger.clause.locator,
        on=progress.on,
        outcome=progress.outcome,
        localities=len(progress),
        behind=len(progress.behind),
        stale=sum(row.stale for row in progress),
        unreported=len(progress.unreported),
    )
    if ledger.note is not None:
        yield INDENT + ledger.note.get(language)
    yield from indented(row_line(row, language) for row in progress.rows)
    yield INDENT + total_line(progress.total, language)


def row_line(row: RowProgress, language: str) -> str:
    """Say where one locality stands."""
    said = say(
        "ledger.row",
        language,
        locality=row.locality,
        outcome=row.outcome,
        reached=row.reached,
        due=_milestone(row.due, language),
        next=_milestone(row.next, language),
    )
    notes = [say("ledger.stale", language)] if row.stale else []
    if row.short_of_due:
        notes.append(say("ledger.short_of_due", language, short=row.short_of_due))
    if row.short_of_next:
        pace = row.pace_per_month
        notes.append(say("ledger.short_of_next", language, short=row.short_of_next, pace=pace))
    return say("ledger.joint", language).join([said, *notes])


def total_line(total: TotalProgress, language: str) -> str:
    """Say where all localities together stand."""
    said = say(
        "ledger.total",
        language,
        outcome=total.outcome,
        reported=total.reported,
        localities=total.localities,
        stale=total.stale,
        slots=_range(Range(total.low, total.high), language),
        due=_milestone(total.due, language),
        next=_milestone(total.next, language),
    )
    due, coming, pace = total.short_of_due, total.short_of_next, total.pace_per_month
    notes = []
    if due is not None and due.high:
        notes.append(say("ledger.short_of_due", language, short=_range(due, language)))
    if coming is not None and pace is not None and coming.high:
        short, a_month = _range(coming, language), _range(pace, language)
        notes.append(say("ledger.short_of_next", language, short=short, pace=a_month))
    return say("ledger.joint", language).join([said, *notes])


def _range(figure: Range, language: str) -> str:
    """Say a range as shortly as it is known: one figure, at least, or at most."""
    if figure.high is None:
        return say("range.least", language, low=figure.low)
    if figure.low == figure.high:
        return show(figure.low, language)
    # Counts that lack may bring all that is short, so the other end is 0 and need not be said.
    return say("range.most", language, high=figure.high)


def _milestone(milestone: Milestone | None, language: str) -> str:
    if milestone is None:
        return say("empty", language)
    code = "milestone.derived" if milestone.derived else "milestone"
    return say(code, language, slots=milestone.slots, due=milestone.due)


def agenda_lines(agenda: Agenda, language: str) -> Iterator[str]:
    """Say what falls into the days asked about, then what has no interval."""
    yield say("agenda", language, start=agenda.start, end=agenda.end)
    for entry in agenda.entries:
        yield INDENT + say(
            "agenda.entry",
            language,
            period=_period(entry.period, language),
            title=_titled(entry, language),
            locator=entry.clause.locator,
        )
    for duty in agenda.unscheduled:
        yield INDENT + say(
            "agenda.unscheduled", language, title=duty.title, locator=duty.clause.locator
        )


def _titled(entry: AgendaEntry, language: str) -> str:
    """Say what is on the agenda; of a kind of meeting, how often a year has it."""
    meeting = entry.source
    if not isinstance(meeting, Meeting):
        return show(entry.title, language)
    least, most = meeting.least_per_year, meeting.most_per_year
    if least is None and most is None:
        return show(meeting.title, language)
    bounds = {"title": meeting.title, "least": least, "most": most}
    code = "least" if most is None else "most" if least is None else "between"
    if least == most:
        code = "exactly"
    said = say(f"meeting.{code}", language, **bounds)
    return say("meeting.in_principle", language, said=said) if meeting.in_principle else said


def _period(period: Period, language: str) -> str:
    """Say a period no more exactly than the text does."""
    start, end = period.start, period.end
    match period.precision:
        case Precision.DAY:
            return show(end, language)
        case Precision.YEAR:
            return say("period.year", language, year=str(end.year))
        case Precision.YEAR_END:
            return say("period.year_end", language, year=str(end.year))
        case Precision.QUARTER:
            number = str((end.month + 2) // 3)
            return say("period.quarter", language, year=str(end.year), number=number)
        case Precision.MONTH:
            first, last = start.isoformat()[:7], end.isoformat()[:7]
            return first if first == last else f"{first}/{last}"
        case _:
            assert_never(period.precision)


def form_lines(check: FormCheck, language: str) -> Iterator[str]:
    """Say what is wrong with a form, field by field."""
    yield say("form", language, title=check.form.title, outcome=check.outcome)
    labels = {field.key: field.label for field in check.form.fields}
    for problem in check.problems:
        said = problem.sentence(language)
        yield INDENT + say("form.field", language, label=labels[problem.path], said=said)


def registration_lines(found: RegistrationPaths, language: str) -> Iterator[str]:
    """Say the paths still possible, who is in charge, and what would narrow them."""
    code = (
        "registration"
        if found.registration is not None and found.registration.routes
        else ("registration.none")
    )
    yield say(code, language, document=found.document, count=len(found.paths))
    lines: list[str] = []
    for path in found.paths:
        lines += path_lines(path, language)
    if found.conflict is not None:
        facts = join(
            (
                f"{fact_name(e, language)} {observed_text(e, language)}"
                for e in witnesses(found.conflict)
            ),
            language,
        )
        lines.append(say("registration.conflict", language, facts=facts))
    if not found.registration_stated:
        lines.append(say("registration.not_stated", language))
    for code in ("managed_by", "supervised_by", "guided_by", "filing_office", "deferred_to"):
        value = getattr(found, code)
        if value is not None:
            lines.append(say(f"registration.{code}", language, value=value))
    if found.unassigned:
        lines.append(say("registration.unassigned", language, value=found.unassigned))
    if found.missing:
        lines += _asked(type(found.subject), found.missing, "registration.missing", language)
    yield from indented(lines)
    yield from reading_lines(found.readings, language)


def path_lines(path: RegistrationPath, language: str) -> Iterator[str]:
    """Say one path: office, condition, wording, steps."""
    yield say(
        "path",
        language,
        registrar=path.registrar,
        level=path.level,
        locator=path.clause.locator,
        number=path.route.id,
    )
    if path.condition != TRUE:
        yield INDENT + say("path.if", language, condition=describe(path.condition, language))
    if path.business_scope is not None:
        yield INDENT + say("path.scope", language, scope=path.business_scope)
    if path.unworded is not None:
        yield INDENT + say("path.unworded", language, modes=path.unworded)
    yield from indented(_step(step, language) for step in path.steps)
    yield from indented(_asked(path.noun, path.missing, "missing", language))


def _asked(noun: type[Any], missing: tuple[str, ...], code: str, language: str) -> Iterator[str]:
    if missing:
        named = (
            say("fact", language, label=label(noun, parse_path(noun, path), language), path=path)
            for path in missing
        )
        yield say(code, language, facts=join(named, language))


def _step(step: PathStep, language: str) -> str:
    limit = say("step.promptly" if step.promptly else "step.no_limit", language)
    if step.time_limit_days is not None:
        limit = say("step.limit", language, days=step.time_limit_days)
    return say(
        "step",
        language,
        action=step.action,
        actor=step.actor,
        before=step.before,
        locator=step.clause.locator,
        limit=limit,
    )
