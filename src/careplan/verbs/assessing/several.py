"""What several plans say about one subject on a day: an assessment of each that is asked."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from careplan.base.errors import look_up
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth
from careplan.display.cells import Row
from careplan.display.result import Result
from careplan.documents.periods import Validity
from careplan.documents.wording.made import made_lines
from careplan.fields.subjects import About, Subject_co
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.showing import view_by

if TYPE_CHECKING:
    from careplan.display.views.parts import Detail, View

_WORST_FIRST = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)


@frozen(kw_only=True)
class NotAsked(Hosted):
    """A plan that is not in force on the day asked: superseded by another, or as it says itself."""

    plan_id: str
    document: Text
    in_force: Validity | None = None
    issued_on: date | None = None
    superseded_by: Text | None = None

    def told(self, language: str) -> str:
        """Say why the plan was not asked."""
        if self.superseded_by is not None:
            other = self.superseded_by
            return say("assessments.superseded", language, document=self.document, other=other)
        if self.in_force is None:
            said = say("validity.since", language, day=self.issued_on)
        else:
            said = self.in_force.told(language)
        return say("assessments.draft", language, document=self.document, validity=said)


@frozen(kw_only=True, repr=False)
class Assessments(Result, About[Subject_co]):
    """What several plans say about a subject: `found["plan_id"]` is the assessment by one.

    Plans that are not in force on the day `on` are in `not_asked`; what is of unknown validity is
    asked, and `in_force` of its assessment is unknown. Without a day all are asked.
    """

    assessments: tuple[Assessment[Subject_co], ...]
    not_asked: tuple[NotAsked, ...] = ()
    on: date | None = None

    @property
    def outcome(self) -> Outcome:
        """The worst of those asked: NOT_MET, then UNKNOWN, then MET; or NOT_APPLICABLE."""
        found = {one.outcome for one in self.assessments}
        return next((one for one in _WORST_FIRST if one in found), Outcome.NOT_APPLICABLE)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts to state next, of all that were asked."""
        return tuple(dict.fromkeys(path for one in self.assessments for path in one.missing))

    @property
    def of_unknown_validity(self) -> tuple[str, ...]:
        """The ids of the plans asked of which nobody knows whether they are in force."""
        return tuple(one.plan_id for one in self.assessments if one.in_force is Truth.UNKNOWN)

    def __iter__(self) -> Iterator[Assessment[Subject_co]]:
        return iter(self.assessments)

    def __len__(self) -> int:
        return len(self.assessments)

    def __contains__(self, plan_id: object) -> bool:
        return isinstance(plan_id, str) and plan_id in self._by_plan

    def __getitem__(self, plan_id: str) -> Assessment[Subject_co]:
        return look_up("plan", plan_id, self._by_plan)

    @cached_property
    def _by_plan(self) -> Mapping[str, Assessment[Subject_co]]:
        return {one.plan_id: one for one in self.assessments}

    def _made(self, language: str) -> tuple[str, ...]:
        plans = (one.plan for one in self)
        taken = dict.fromkeys(reading for one in self for reading in one.readings)
        return made_lines(language, *plans, on=self.on, readings=taken)

    def _view(self, language: str, detail: "Detail") -> "View":
        return view_by("assessed.assessments_view", self, language, detail)

    def _lines(self, language: str) -> Iterator[str]:
        yield say("assessments", language, count=len(self), outcome=self.outcome)

    def _rows(self) -> Iterator[Row]:
        answered = any(one.answered for one in self)
        for one in self:
            yield from one.rows(answered=answered)
