"""Say what binds a subject now: each duty, and of a ladder the rungs that may bind."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.nodes import Criterion
from careplan.criteria.residuals import facts_of, left_of
from careplan.criteria.wording.criteria import describe
from careplan.display.cells import Row, names, text
from careplan.display.result import Result
from careplan.documents.clauses import Force, Reading
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.wording.citing import (
    cited,
    readings,
)
from careplan.documents.wording.made import made_lines
from careplan.fields.shapes import aside, left_out
from careplan.fields.subjects import About, Subject, Subject_co
from careplan.verbs.assessing.eligibility import assess
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.showing import view_by

if TYPE_CHECKING:
    from careplan.display.views.parts import Detail, View


@frozen(kw_only=True, repr=False)
class Owed(Result, About[Subject_co]):
    """What a plan asks of a subject now: the duties that bind it, or may.

    Of a ladder these are its rungs, the highest first; one once it is settled which binds.
    Whether they are kept is what `assess` says. `on` is the day asked, if it was given,
    `in_force` whether the document is in force on it, and `not_in_force` what of it is not.
    """

    plan_id: str
    document: Text
    subject: Subject_co
    duties: tuple[Finding, ...]
    readings: tuple[Reading, ...]
    on: date | None = None
    in_force: Truth | None = attrs.field(default=None, metadata=left_out())
    not_in_force: tuple[str, ...] = attrs.field(default=(), metadata=left_out())
    plan: Plan | None = aside()

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts to state next, to know what binds; none once it is settled."""
        return tuple(dict.fromkeys(path for one in self.duties for path in self.unsettled(one)))

    def unsettled(self, duty: Finding) -> tuple[str, ...]:
        """Return the facts to state to know whether a duty binds."""
        if duty.applies is Truth.TRUE:
            return ()
        return facts_of(left_of(pick(duty.rule.applies, {}), self.subject, self.on))

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan, on=self.on, readings=self.readings)

    def _view(self, language: str, detail: "Detail") -> "View":
        return view_by("others.owed_view", self, language, detail)

    def _lines(self, language: str) -> Iterator[str]:
        yield say("owed", language, document=self.document)

    def _rows(self) -> Iterator[Row]:
        for duty in self.duties:
            asked = _required(duty)
            said = Text(zh=describe(asked, "zh"), en=describe(asked, "en"))
            yield {
                "plan_id": self.plan_id,
                "number": duty.number,
                **cited(duty.clause),
                "binds": str(duty.applies.value),
                **text("requires", said),
                "missing": names(self.unsettled(duty)),
                "readings": readings(duty.readings),
            }


def owed(
    subject: Subject,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Owed[Subject]:
    """Say what `plan` asks of `subject` now: duties that bind it or may, advice left out.

    `on` is the day asked, up to which elapsed time is counted; what is not in force on it is left
    out and named. Raises InvalidInput for a subject that is no noun, a plan that is none or an
    `on` that is no day, NotFound for an unknown reading.

    >>> import careplan as cp
    >>> venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, building_area_m2=12_000)
    >>> [duty.number for duty in cp.owed(venue, cp.get_plan("shuangliao_2021")).duties][:1]
    ['4.1.b']
    """
    found = assess(subject, plan, readings=readings, on=on)
    duties = tuple(_duties(found.findings))
    used = {reading for duty in duties for reading in duty.readings}
    return Owed(
        plan_id=found.plan_id,
        document=found.document,
        subject=subject,
        duties=duties,
        readings=tuple(one for one in found.readings if one in used),
        on=found.on,
        in_force=found.in_force,
        not_in_force=found.not_in_force,
        plan=plan,
    )


def _duties(findings: Iterable[Finding | LadderFinding]) -> Iterator[Finding]:
    """Yield what binds or may: rules, and the rungs of ladders, the most demanding first."""
    for finding in findings:
        if finding.force is not Force.BINDING:
            continue
        match finding:
            case LadderFinding():
                yield from reversed(finding.binding)
            case Finding() if finding.applies is not Truth.FALSE:
                yield finding


def _required(duty: Finding) -> Criterion:
    criterion: Criterion = pick(duty.rule.requires, {})
    return criterion
