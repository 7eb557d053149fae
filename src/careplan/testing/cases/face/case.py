"""One case: what is stated, what decides, and what is to be answered, whatever verb answers it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, assert_never

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.nodes import Leaf, Several
from careplan.documents.clauses import Clause
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.sheets import Band, Scorecard, SheetItem
from careplan.documents.scales.targets import Target
from careplan.fields.declaring import Noun
from careplan.testing.cases.pivots import Place
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.eligibility import assess
from careplan.verbs.grading import Graded, grade
from careplan.verbs.scoring.scores import Score
from careplan.verbs.scoring.scoring import score
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.progress import track_progress
from careplan.verbs.tracking.targets import TargetProgress

Answer = Outcome | Availability | Truth
OfFacts = Rule | Benefit | Definition | Grade
OfFigures = LedgerRow | Ledger | Target | Scorecard | Band
Answered = Assessment | Graded | LedgerProgress | TargetProgress | Score


@attrs.frozen(kw_only=True)
class BoundaryCase:
    """What is stated, the one thing that decides, where it stands, and what is to be answered.

    `cited` tells the kind: what is asked of a subject's facts (`Rule`, of a rung the rule that it
    is where it binds, `Benefit`, `Definition`, `Grade`), a row of a ledger or, for all localities
    together, the `Ledger`, a `Target`, a sheet (`Scorecard`) or a `Band` of it. `subject` is what
    the verb is given: a noun; counts of a ledger or measurements of a target; the marks of a
    sheet, and then `room` is who or what is scored, where the sheet asks. `whole` is what the verb
    is asked, where that is not the plan: the grading, ledger, target or sheet.

    `path` names what decides: a fact, `[*]` any item of a collection, of a total the last one; the
    column of a ledger; "value" or "part" of a measurement; the key of a sheet's item. `value` is
    what is stated there, None if nothing is: where items are counted, the items. `leaf` is what
    it is held to: a comparison, a milestone, or an item of the sheet.

    `readings` are to be given to the verb that answers, and so is `on`, the day asked; None where
    no time is counted up to it: what is asked of the first day then is the `leaf`. `id` is short,
    in ASCII, the same from run to run, and no other case of the collection has it.
    """

    plan_id: str
    cited: OfFacts | OfFigures
    readings: Mapping[str, str]
    subject: Any
    leaf: Leaf | Several | Milestone | SheetItem
    path: str
    place: Place
    value: object
    expected: Answer
    whole: Grading | Ledger | Target | Scorecard | None = None
    room: Noun | None = None
    on: date | None = None
    id: str = ""

    def __str__(self) -> str:
        return self.id

    @property
    def number(self) -> str:
        """The id of the rule, rung, benefit, term, grade, row, ledger, target, sheet or band.

        Grades of one clause may share it, as bands may: `cited.key` tells them apart, and so
        does the id of the case.
        """
        return self.cited.id

    @property
    def clause(self) -> Clause:
        """The clause that decides."""
        return self.cited.clause

    @property
    def grading(self) -> Grading | None:
        """Of a grade what it belongs to."""
        return self.whole if isinstance(self.whole, Grading) else None

    def answer(self, plan: Plan) -> Answer:
        """Return what careplan itself answers by `plan`: the verb is asked as the case says.

        Raises NotFound if the plan has no such rule, ledger, target, sheet or grading.

        >>> from careplan import get_plan
        >>> from careplan.testing.cases.boundaries import boundary_cases
        >>> plan = get_plan("shuangliao_2021")
        >>> boundary_cases(plan, only="4.1.b").check(lambda case: case.answer(plan))
        """
        check_type(plan, Plan, "plan")
        asked: dict[str, Any] = {"readings": self.readings, "on": self.on}
        match self.whole:
            case None:
                return self.answered(assess(self.subject, plan, **asked))
            case Grading(key=key):
                return self.answered(grade(self.subject, plan.gradings[key], **asked))
            case Scorecard(key=key):
                sheet = plan.scorecards[key]
                return self.answered(score(sheet, self.subject, room=self.room, **asked))
            case Ledger(key=key) | Target(key=key):
                goals: Mapping[str, Any] = (
                    plan.ledgers if isinstance(self.whole, Ledger) else plan.targets
                )
                return self.answered(track_progress(goals[key], self.subject, on=asked["on"]))
            case _:
                assert_never(self.whole)

    def answered(self, answer: Answered) -> Answer:
        """Return what an answer of careplan says about the case.

        An Assessment of a rule, benefit or term; what `grade` says of a grade; the progress of a
        ledger or a target; the Score of a sheet, of a band whether that or a higher one is
        reached. Raises InvalidInput for an answer of another kind.
        """
        match self.cited, answer:
            case Rule(), Assessment():
                return answer.finding(self.number).outcome
            case Benefit(), Assessment():
                return answer.benefit(self.number).availability
            case Definition(), Assessment():
                return answer.definition(self.number).falls_under
            case Grade(key=key), Graded():
                return answer.found(key).has
            case LedgerRow(locality=locality), LedgerProgress():
                return answer[locality, self.path].outcome
            case Ledger(), LedgerProgress():
                return next(one.outcome for one in answer.totals if one.column.key == self.path)
            case Target(), TargetProgress():
                return answer.outcome
            case Scorecard(), Score():
                return answer.outcome
            case Band(key=key), Score():
                return _reached(key, answer)
        expected = _expected(self.cited).__name__
        raise InvalidInput([Problem("answer", "wrong_type", answer, {"expected": expected})])


def _reached(key: str, answer: Score) -> Truth:
    """Say whether a score reaches a band or a higher one."""
    keys = [band.key for band in answer.sheet.bands]
    if answer.low_band is not None and keys.index(answer.low_band.key) >= keys.index(key):
        return Truth.TRUE
    if answer.high_band is None or keys.index(answer.high_band.key) < keys.index(key):
        return Truth.FALSE
    return Truth.UNKNOWN


def _expected(cited: OfFacts | OfFigures) -> type[Answered]:
    match cited:
        case Rule() | Benefit() | Definition():
            return Assessment
        case Grade():
            return Graded
        case LedgerRow() | Ledger():
            return LedgerProgress
        case Target():
            return TargetProgress
        case Scorecard() | Band():
            return Score
        case _:
            assert_never(cited)
