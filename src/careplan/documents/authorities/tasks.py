"""Who acts: tasks, councils and their meetings."""

from collections.abc import Iterable

import attrs

from careplan.base.errors import Problem, check_type, look_up
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Clause, Modality
from careplan.documents.encoded import duplicates
from careplan.documents.rules import Cited
from careplan.fields.checking import arguments
from careplan.fields.kinds import CountKind
from careplan.fields.shapes import NAME, kept, left_out
from careplan.nouns.bodies import Role


@frozen(kw_only=True)
class Task(Cited):
    """What a clause asks of offices: who leads, supports, answers for a territory, or acts.

    The lists keep the printed order; `open_list` says that the text ends them with "and
    so on". `title` says what this part of the clause asks, where the clause asks several
    things; `modality` is given where the part speaks otherwise than the whole. A task without
    any office is one for which the text names nobody. `limit` is within what time it is done.
    """

    title: Text | None = None
    modality: Modality | None = None
    lead: tuple[Office, ...] = ()
    support: tuple[Office, ...] = ()
    territorial: tuple[Office, ...] = ()
    acting: tuple[Office, ...] = ()
    open_list: bool = False
    limit: Limit | None = attrs.field(default=None, metadata=left_out())

    def offices(self, role: Role | None = None) -> tuple[Office, ...]:
        """Return the offices in a role, or all of them; raises InvalidInput for no Role."""
        if role is not None:
            check_type(role, Role, "role")
        by_role = {
            Role.LEAD: self.lead,
            Role.SUPPORT: self.support,
            Role.TERRITORIAL: self.territorial,
            Role.ACTING: self.acting,
            Role.MEMBER: (),  # of a council, which says so itself
        }
        return by_role[role] if role is not None else sum(by_role.values(), ())


@frozen(kw_only=True)
class Meeting(Cited):
    """A kind of meeting. The bounds are per year; None where the text gives none.

    "In principle" softens: more meetings than `most_per_year` are no breach.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    chaired_by: Text
    least_per_year: int | None = None
    most_per_year: int | None = None
    in_principle: bool = False

    def _contradictions(self) -> Iterable[Problem]:
        least, most = self.least_per_year, self.most_per_year
        if least is not None and most is not None and most < least:
            yield Problem("most_per_year", "too_small", most, {"minimum": least})

    def kept(self, held: int) -> Outcome:
        """Say whether `held` meetings in a year keep the clause.

        NOT_MEASURABLE where the text gives no number. Raises InvalidInput for no count.
        """
        (held,) = arguments(held=(CountKind(), held))
        least, most = self.least_per_year, self.most_per_year
        if least is None and most is None:
            return Outcome.NOT_MEASURABLE
        too_few = least is not None and held < least
        too_many = most is not None and held > most and not self.in_principle
        return Outcome.NOT_MET if too_few or too_many else Outcome.MET


@frozen(kw_only=True)
class Council(Cited):
    """A conference or group that coordinates: who calls it, who belongs, how it meets.

    `lead` is kept apart from `members`: texts leave open whether it counts among them.
    `members_under` is the clause that names them, one of `also`; None where it is the same clause.
    `office_director` heads the office at `office_at`; `liaison` is who each member sends.
    """

    key: str = attrs.field(metadata=kept(NAME))
    name: str = attrs.field(metadata=kept(NAME))
    aliases: tuple[str, ...] = ()
    convenor: Text | None = None
    deputies: tuple[Text, ...] = ()
    lead: Office | None = None
    members: tuple[Office, ...] = ()
    members_under: Clause | None = None
    open_list: bool = False
    office_at: Office | None = None
    office_director: Text | None = None
    liaison: Text | None = None
    meetings: tuple[Meeting, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        if self.members_under is not None and self.members_under not in self.also:
            options = {"options": ", ".join(clause.number for clause in self.also)}
            yield Problem("members_under", "not_an_option", self.members_under.number, options)
        yield from duplicates("meetings", (meeting.key for meeting in self.meetings))

    def meeting(self, key: object) -> Meeting:
        """Return a kind of meeting by its key, or raise NotFound."""
        return look_up("meeting", key, {meeting.key: meeting for meeting in self.meetings})
