"""Progress, registration paths, agendas and forms as flat rows; `rows` is the way in."""

from collections.abc import Iterator

from careplan.cells import Row, cited, empty, member, names, paths_of, readings, text
from careplan.forms import FormCheck
from careplan.ledgers import Range, RowProgress, TotalProgress
from careplan.progress import TargetProgress
from careplan.quoting import quote
from careplan.routing import RegistrationPath, RegistrationPaths
from careplan.scheduling import Agenda
from careplan.targets import Milestone
from careplan.text import Text
from careplan.wording import describe


def target_row(progress: TargetProgress) -> Row:
    """Return where a target stands."""
    target, measured = progress.target, progress.measured
    return {
        "target": target.key,
        **cited(target.clause),
        **text("title", target.title),
        **member("measure", target.measure),
        "op": str(target.op.value),
        "target_value": target.value,
        "due_on": target.due,
        "forecast": target.forecast,
        "on": progress.on,
        "measured_on": None if measured is None else measured.on,
        "figure": progress.figure,
        "stale": progress.stale,
        **member("outcome", progress.outcome),
        "short_by": progress.short_by,
        "readings": readings(progress.readings),
    }


# What a locality and the total do not share.
_COUNTED = "counted_on reached stale short_of_due short_of_next pace_per_month"
_SUMMED = (
    "low high localities reported stale_localities short_of_due_low short_of_due_high "
    "short_of_next_low short_of_next_high pace_per_month_low pace_per_month_high"
)


def locality_row(row: RowProgress) -> Row:
    """Return where one locality stands."""
    return {
        "kind": "locality",
        "locality": row.locality,
        **cited(row.clause),
        "on": row.on,
        **member("outcome", row.outcome),
        **_milestone("due", row.due),
        **_milestone("next", row.next),
        "counted_on": None if row.count is None else row.count.on,
        "reached": row.reached,
        "stale": row.stale,
        "short_of_due": row.short_of_due,
        "short_of_next": row.short_of_next,
        "pace_per_month": row.pace_per_month,
        **empty(_SUMMED),
    }


def total_row(total: TotalProgress) -> Row:
    """Return where all localities together stand."""
    return {
        "kind": "total",
        "locality": None,
        **cited(total.ledger.clause),
        "on": total.on,
        **member("outcome", total.outcome),
        **_milestone("due", total.due),
        **_milestone("next", total.next),
        **empty(_COUNTED),
        "low": total.low,
        "high": total.high,
        "localities": total.localities,
        "reported": total.reported,
        "stale_localities": total.stale,
        **_range("short_of_due", total.short_of_due),
        **_range("short_of_next", total.short_of_next),
        **_range("pace_per_month", total.pace_per_month),
    }


def _range(name: str, figure: Range | None) -> Row:
    """Return what a figure is at least and at most, both empty where there is none."""
    low, high = (None, None) if figure is None else (figure.low, figure.high)
    return {f"{name}_low": low, f"{name}_high": high}


def _milestone(name: str, milestone: Milestone | None) -> Row:
    if milestone is None:
        return empty(f"{name}_on {name}_slots {name}_derived")
    return {
        f"{name}_on": milestone.due,
        f"{name}_slots": milestone.slots,
        f"{name}_derived": milestone.derived,
    }


def path_rows(found: RegistrationPaths) -> Iterator[Row]:
    """Yield the paths, or one row without a path: who is in charge, and what contradicts."""
    whole: Row = {
        **member("managed_by", found.managed_by),
        **member("supervised_by", found.supervised_by),
        **member("guided_by", found.guided_by),
        **member("filing_office", found.filing_office),
        "deferred_to": found.deferred_to,
        "conflict": None if found.conflict is None else paths_of(found.conflict),
        "narrowing": names(found.missing),
        "readings": readings(found.readings),
    }
    for path in map(path_row, found.paths) if found.paths else (empty(_PATH),):
        yield {**path, **whole}


_PATH = (
    "path registrar registrar_zh registrar_en level level_zh level_en clause locator "
    "condition_zh condition_en business_scope steps missing"
)


def path_row(path: RegistrationPath) -> Row:
    """Return one path."""
    return {
        "path": path.route.id,
        **member("registrar", path.registrar),
        **member("level", path.level),
        **cited(path.clause),
        "condition_zh": describe(path.condition, "zh"),
        "condition_en": describe(path.condition, "en"),
        "business_scope": path.business_scope,
        "steps": names(step.id for step in path.steps),
        "missing": names(path.missing),
    }


def agenda_rows(agenda: Agenda) -> Iterator[Row]:
    """Yield what is dated, then the duties without an interval."""
    for entry in agenda.entries:
        yield {
            "plan_id": entry.plan_id,
            "kind": type(entry.source).__name__.lower(),
            "number": entry.source.id,
            **cited(entry.clause),
            **text("title", entry.title),
            "start": entry.period.start,
            "end": entry.period.end,
            **member("precision", entry.period.precision),
        }
    for duty in agenda.unscheduled:
        yield {
            "plan_id": None,
            "kind": "unscheduled",
            "number": duty.id,
            **cited(duty.clause),
            **text("title", duty.title),
            "start": None,
            "end": None,
            **member("precision", None),
        }


def problem_rows(check: FormCheck) -> Iterator[Row]:
    """Yield what is wrong with a form."""
    labels = {field.key: field.label for field in check.form.fields}
    for problem in check.problems:
        yield {
            "form": check.form.key,
            "field": problem.path,
            **text("label", labels[problem.path]),
            "code": problem.code,
            "answer": None if problem.value is None else quote(problem.value),
            **text("problem", Text(zh=problem.text("zh"), en=problem.text("en"))),
        }
