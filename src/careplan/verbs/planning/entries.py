"""One thing on an agenda: what it is, when, who does it, and for whom."""

from collections.abc import Iterable

import attrs

from careplan.base.foreign import Hosted
from careplan.base.messages import join, say, show
from careplan.base.text import Text, Unordered
from careplan.criteria.signs import Op
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.tasks import Meeting
from careplan.documents.clauses import Clause
from careplan.documents.periods import Period
from careplan.documents.scales.between import Between
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.targets import Target
from careplan.documents.wording.milestones import figure_text, joined, notes

Source = Stage | Deadline | Duty | Meeting | Target | Ledger


class Kind(Unordered):
    """What kind of thing is on an agenda."""

    STAGE = ("stage", "阶段", "stage")
    DEADLINE = ("deadline", "限期", "deadline")
    DUTY = ("duty", "定期", "recurring")
    MEETING = ("meeting", "会议", "meeting")
    TARGET = ("target", "目标", "target")
    LEDGER = ("ledger", "台账", "ledger")


_KINDS: dict[type[Source], Kind] = {
    Stage: Kind.STAGE,
    Deadline: Kind.DEADLINE,
    Duty: Kind.DUTY,
    Meeting: Kind.MEETING,
    Target: Kind.TARGET,
    Ledger: Kind.LEDGER,
}


@attrs.frozen(kw_only=True)
class AgendaEntry(Hosted):
    """One thing on the agenda: what, when (as exactly as the text says), under which clause."""

    plan_id: str
    period: Period
    title: Text
    clause: Clause
    source: Source

    def told(self, language: str) -> str:
        """Say what is on the agenda: of a target what is due then, of a meeting how often."""
        meeting = self.source
        if isinstance(meeting, Target):
            return self._due_of(meeting, language)
        if not isinstance(meeting, Meeting):
            return show(self.title, language)
        least, most = meeting.least_per_year, meeting.most_per_year
        if least is None and most is None:
            return show(meeting.title, language)
        bounds = {"title": meeting.title, "least": least, "most": most}
        code = "least" if most is None else "most" if least is None else "between"
        if least == most:
            code = "exactly"
        said = say(f"meeting.{code}", language, **bounds)
        return say("meeting.in_principle", language, said=said) if meeting.in_principle else said

    def _due_of(self, target: Target, language: str) -> str:
        """Say a target with each figure that is due at the end of the period."""
        title = show(self.title, language)
        due = [one for one in target.owed if one.due == self.period.end]
        figures = [_figure(one, target, language) for one in due if one.figures is not None]
        if not figures:
            return title
        plain = all(one.op is Op.GE and not isinstance(one.value, Between) for one in due)
        code = "planning.target" if plain else "planning.target.other"
        return say(code, language, title=title, figure=joined(figures, language))


def _figure(milestone: Milestone, target: Target, language: str) -> str:
    """Say a figure in its measure; of what, and how strongly, where it does not bind."""
    plain = figure_text(milestone, language)
    figure = say(f"planning.measure.{target.measure.value}", language, figure=plain)
    beside = joined(notes(milestone, language), language)
    return say("milestone", language, figure=figure, notes=beside) if beside else figure


def kind_of(source: Source) -> Kind:
    """Return what kind of thing it is."""
    return _KINDS[type(source)]


def who(source: Source, language: str) -> str:
    """Say who does it, and to whom it is reported; or that the text names nobody."""
    if isinstance(source, Meeting):
        return say("planning.chaired", language, who=source.chaired_by)
    named = join(dict.fromkeys(one.name for one in _acting(source)), language)
    if not any(True for _ in _acting(source)):
        named = say("planning.nobody", language)
    recipient = source.recipient if isinstance(source, Deadline | Duty) else None
    if recipient is None:
        return named
    return say("planning.reported_to", language, who=named, to=recipient.name)


def _acting(source: Stage | Deadline | Duty | Target | Ledger) -> Iterable[Office]:
    if isinstance(source, Stage):
        return [one for task in source.tasks for one in (*task.lead, *task.acting)]
    return source.acting
