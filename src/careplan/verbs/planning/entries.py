"""One thing on an agenda: what it is, when, who does it, and for whom."""

from collections.abc import Iterable

import attrs

from careplan.base.messages import join, say, show
from careplan.base.text import Text, Unordered
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.tasks import Meeting
from careplan.documents.clauses import Clause
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.scales.targets import Target

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
class AgendaEntry:
    """One thing on the agenda: what, when (as exactly as the text says), under which clause."""

    plan_id: str
    period: Period
    title: Text
    clause: Clause
    source: Source

    def told(self, language: str) -> str:
        """Say what is on the agenda; of a kind of meeting, how often a year has it."""
        meeting = self.source
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
