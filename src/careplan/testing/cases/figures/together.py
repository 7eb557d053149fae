"""All cases of figures of a plan, and what of its ledgers, targets and sheets has none."""

from collections.abc import Iterable, Iterator
from itertools import chain

from careplan.documents.plan import Plan
from careplan.documents.scales.sheets import SheetItem
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Parts, Wanted, names_of
from careplan.testing.cases.figures.ledgers import ledger_cases, of_ledgers
from careplan.testing.cases.figures.sheets import of_sheets, sheet_cases
from careplan.testing.cases.figures.targets import of_targets, target_cases
from careplan.testing.cases.variants import not_read


def of_figures(plan: Plan) -> Iterator[Parts]:
    """Yield what there are cases of, each with what it is a part of."""
    return chain(of_ledgers(plan), of_targets(plan), of_sheets(plan))


def figure_cases(plan: Plan, wanted: Wanted) -> Iterator[BoundaryCase]:
    """Yield the cases of the ledgers, targets and sheets that are asked for."""
    return chain(ledger_cases(plan, wanted), target_cases(plan, wanted), sheet_cases(plan, wanted))


def without_figures(plan: Plan, wanted: Wanted, cases: Iterable[BoundaryCase]) -> Iterator[str]:
    """Yield what has no case: rows, totals, targets, sheets, bands, and items of other sheets."""
    listed = list(cases)
    cited = {id(case.cited) for case in listed}
    covered = {case.number for case in listed}
    decided = {(case.number, case.path) for case in listed}
    for parts in of_figures(plan):
        if not wanted.takes(*parts):
            continue
        one, whole = parts[0], parts[-1]
        if id(one) in cited:
            continue
        if not isinstance(one, SheetItem):
            # Rows and bands may share an id with others, or with what they are a part of.
            yield one.id if one.id not in covered else f"{one.id}: {names_of(one)[-1]}"
        elif (whole.id, one.key) not in decided and (
            whole.id in covered or not wanted.takes(whole)
        ):
            yield f"{whole.id}: {one.key}"
    for sheet in plan.scorecards.values():
        if sheet.id in covered:
            yield from not_read(sheet.id, sheet.questions, sheet.interpretations())
