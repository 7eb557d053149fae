"""A plan asked of many subjects: a row of outcomes each, one after another, without evidence."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, count

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.refusing.values import class_said
from careplan.base.truth import Outcome
from careplan.criteria.compiling.functions import Comes
from careplan.criteria.elapsing import day_asked
from careplan.documents.clauses import Force
from careplan.documents.plan import Plan
from careplan.fields.declaring import Noun
from careplan.verbs.assessing.asking import asked_of
from careplan.verbs.assessing.assessments import worst_of
from careplan.verbs.assessing.duties import LadderAsked, RuleAsked
from careplan.verbs.coming import outcome_by_ladder, outcome_by_rule

Row = dict[str, Outcome]
WHOLE = "outcome"


@attrs.frozen
class _Asked:
    """What is asked of a noun: the headings of its duties, what they come to, and which bind."""

    headings: tuple[str, ...]
    duties: tuple[Comes, ...]
    binding: tuple[int, ...]

    def row(self, subject: Noun, on: date | None) -> Row:
        """Return what a subject comes to."""
        found = [comes(subject, on) for comes in self.duties]
        row = {WHOLE: worst_of([found[place] for place in self.binding])}
        row.update(zip(self.headings, found, strict=True))
        return row


class Outcomes(Iterator[Row]):
    """The rows of `outcomes`, one after another: each is made when it is asked for."""

    __slots__ = ("_asked", "_on", "_places", "_plan", "_readings", "_subjects")

    def __init__(
        self,
        subjects: Iterable[Noun],
        plan: Plan,
        readings: Mapping[str, str],
        on: date | None,
    ) -> None:
        """Begin before the first subject."""
        self._subjects = iter(subjects)
        self._places = count()
        self._plan = plan
        self._readings = readings
        self._on = on
        self._asked: dict[type[Noun], _Asked] = {}

    def headings(self, noun: type[Noun]) -> tuple[str, ...]:
        """Return the keys of the rows of a noun's subjects, before any is asked about.

        `outcome`, and the number of each finding that `assess` has, in its order. A number that
        stood before, as those of two parts of a plan may, has its place behind it: "4.1.a (2)".
        Raises InvalidInput for anything but a noun class.
        """
        if not (isinstance(noun, type) and issubclass(noun, Noun)):
            raise InvalidInput([Problem("noun", "wrong_type", noun, {"expected": "type[Noun]"})])
        return (WHOLE, *self._of(noun).headings)

    def __iter__(self) -> "Outcomes":
        return self

    def __next__(self) -> Row:
        subject = next(self._subjects)
        place = next(self._places)
        asked = self._asked.get(type(subject))
        if asked is None:
            check_type(subject, Noun, f"subjects[{place}]")
            asked = self._of(type(subject))
        return asked.row(subject, self._on)

    def _of(self, noun: type[Noun]) -> _Asked:
        if noun not in self._asked:
            asked = asked_of(self._plan, noun, self._readings, self._on)
            # The plan keeps it as long as it keeps what is asked.
            key = (_asked, asked.questions)
            self._asked[noun] = self._plan.once(key, lambda: _asked(asked.findings))
        return self._asked[noun]


def outcomes(
    subjects: Iterable[Noun],
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Outcomes:
    """Say what `plan` comes to for each of many subjects: an iterator of rows, in one pass.

    A row is a dict of outcomes: of the whole under "outcome", and of each finding under its number,
    in the order of `assess`; a ladder is one of them. They are those of `assess`, with no evidence,
    and each row is made when it is asked for: nothing grows with the number of subjects, which may
    be of several nouns. `headings(noun)` says the keys beforehand. `readings` and `on` are those of
    `assess`.

    Raises InvalidInput for subjects that cannot be gone through, what is no plan or an `on` that is
    no day, NotFound for an unknown reading; and once it is asked for the row of a subject that is
    no noun, InvalidInput that says which.

    >>> import careplan as cp
    >>> plan = cp.get_plan("shuangliao_2021")
    >>> mall = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000)
    >>> rows = cp.outcomes([mall, cp.Venue(building_area_m2=90, rooms=[])], plan)
    >>> rows.headings(cp.Venue)[:3]
    ('outcome', '4.1.a', '4.1.b')
    >>> [(row["outcome"], row["4.1.b"]) for row in rows]
    [(Outcome.UNKNOWN, Outcome.UNKNOWN), (Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE)]
    """
    if not isinstance(subjects, Iterable):
        said = {"expected": class_said(Iterable)}
        raise InvalidInput([Problem("subjects", "wrong_type", subjects, said)])
    check_type(plan, Plan, "plan")
    return Outcomes(subjects, plan, plan.read_as(readings), day_asked(on))


def _asked(findings: Iterable[RuleAsked | LadderAsked]) -> _Asked:
    headings: dict[str, Comes] = {}
    binding: list[int] = []
    for place, one in enumerate(findings):
        if isinstance(one, LadderAsked):
            name, comes = one.ladder.id, outcome_by_ladder(one.ladder)
        else:
            name, comes = one.rule.id, outcome_by_rule(one.rule)
        headings[_apart(name, headings)] = comes
        if one.force is Force.BINDING:
            binding.append(place)
    return _Asked(tuple(headings), tuple(headings.values()), tuple(binding))


def _apart(name: str, taken: Mapping[str, object]) -> str:
    """Return a name that no heading has, with a number behind it if it must."""
    tried = chain([name], (f"{name} ({number})" for number in count(2)))
    return next(one for one in tried if one != WHOLE and one not in taken)
