"""A plan: one policy document as data. Its module in `plans/` holds nothing else.

Every object of a plan cites a clause the plan registers; making a plan checks that,
so a plan that exists can be interpreted by every verb.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type, look_up
from careplan.base.frozenmap import frozen, keep
from careplan.base.quoting import visible
from careplan.base.text import Text, Words, is_text
from careplan.criteria.elapsing import day_asked
from careplan.display.result import Shown
from careplan.documents.authorities.offices import Office, OfficeGiven, offices_by_name
from careplan.documents.chapters.assembling import (
    Chapter,
    assembled,
    entries_of,
    listed_questions,
    placed,
    titled,
)
from careplan.documents.chapters.entries import LATE
from careplan.documents.clauses import Clause, Document, Interpretation, by_number, read_as
from careplan.documents.coverage import Coverage, coverage_of, duties_of, repeated, uncited, unread
from careplan.documents.encoded import Encoded, given
from careplan.documents.named import NO_NAMES, NONE_BY_KEY, Listed
from careplan.documents.rules import Benefit, Cited, Definition, Rule
from careplan.fields.digests import digest_of
from careplan.fields.shapes import NAME, kept
from careplan.nouns.bodies import AnyBody, Role

if TYPE_CHECKING:
    from careplan.display.cells import Row
    from careplan.display.views.parts import Detail, View
    from careplan.documents.authorities.calendar import Deadline, Duty, Stage
    from careplan.documents.authorities.forms import Form
    from careplan.documents.authorities.routes import Registration
    from careplan.documents.authorities.tasks import Council, Task
    from careplan.documents.scales.grades import Grading
    from careplan.documents.scales.ladders import Ladder
    from careplan.documents.scales.ledgers import Ledger
    from careplan.documents.scales.sheets import Scorecard
    from careplan.documents.scales.targets import Target
    from careplan.documents.wording.assigned import Assignments, Matrix
    from careplan.documents.wording.shown import ClauseShown

_T = TypeVar("_T")
# Of what verbs found out about a plan: a noun under some readings takes one place.
MOST_KEPT = 64
_NOTHING = object()


@frozen(kw_only=True)
class Plan(Encoded, Shown):
    """One document's clauses and what is encoded of them, in the document's order.

    `clauses` are registered by number. What is listed is found by place, by id, or by the number
    of its clause (`plan.rules["4.1.b"]`, see `Listed`); the rest by key (`plan.ledgers["slots"]`).
    Raises InvalidInput that lists every object citing an unknown clause, every unknown reading
    and every repeated id of rules and benefits.
    """

    several_nouns: ClassVar[bool] = True
    # A plan that holds no ledger has no need of what makes one: see `fields_of`.
    __late__: ClassVar[Mapping[str, str]] = LATE

    id: str = attrs.field(metadata=kept(NAME))
    document: Document
    clauses: tuple[Clause, ...]
    interpretations: Listed[Interpretation] = attrs.field(default=Listed(), converter=given)
    rules: Listed[Rule] = attrs.field(default=Listed(), converter=given)
    ladders: "Listed[Ladder]" = attrs.field(default=Listed(), converter=given)
    benefits: Listed[Benefit] = attrs.field(default=Listed(), converter=given)
    gradings: "Mapping[str, Grading]" = attrs.field(default=NONE_BY_KEY, converter=given)
    scorecards: "Mapping[str, Scorecard]" = attrs.field(default=NONE_BY_KEY, converter=given)
    targets: "Mapping[str, Target]" = attrs.field(default=NONE_BY_KEY, converter=given)
    ledgers: "Mapping[str, Ledger]" = attrs.field(default=NONE_BY_KEY, converter=given)
    registration: "Registration | None" = None
    tasks: "Listed[Task]" = attrs.field(default=Listed(), converter=given)
    councils: "Listed[Council]" = attrs.field(default=Listed(), converter=given)
    stages: "Listed[Stage]" = attrs.field(default=Listed(), converter=given)
    deadlines: "Listed[Deadline]" = attrs.field(default=Listed(), converter=given)
    duties: "Listed[Duty]" = attrs.field(default=Listed(), converter=given)
    forms: "Mapping[str, Form]" = attrs.field(default=NONE_BY_KEY, converter=given)
    definitions: Listed[Definition] = attrs.field(default=Listed(), converter=given)
    offices: Mapping[str, Office] = attrs.field(default=NO_NAMES, converter=given)
    not_encoded: Mapping[str, Text] = attrs.field(default=NO_NAMES, converter=given)

    @classmethod
    def of(
        cls,
        plan_id: str,
        document: Document | Words,
        chapters: Chapter,
        *,
        issuer: Words | None = None,
        questions: Interpretation | Iterable[Interpretation] = (),
        offices: Mapping[str, OfficeGiven] | None = None,
    ) -> "Plan":
        """Make a plan of chapters: tuples of clauses, each with what encodes it, in order.

        What encodes the clauses is written with `careplan.writing`. A title and an `issuer` stand
        for a `Document`, and of `offices`, named as printed, a body for an office. Raises
        InvalidInput that lists all that is wrong, each with its clause and where that stands in
        the text.

        >>> from careplan import writing as w
        >>> from careplan.nouns.bodies import Body
        >>> chapter = (w.clause("1", "一", w.MUST, "卫健局牵头", "Health leads.",
        ...     w.task(lead="卫健局")),)
        >>> title, issuer = ("方案", "plan"), ("某县", "a county")
        >>> Plan.of("own", title, chapter, issuer=issuer, offices={"卫健局": Body.HEALTH})
        <Plan own: 1 clauses>
        """
        known = {} if offices is None else offices_by_name(offices)
        problems: list[Problem] = []
        entries = tuple(entries_of(chapters, "chapters", problems))
        asked = listed_questions(questions)
        fields = assembled(entries, asked, known, problems)
        try:
            plan = cls(
                id=plan_id,
                document=titled(document, issuer),
                interpretations=asked,
                offices=known,
                **fields,
            )
        except InvalidInput as error:
            problems += placed(error.problems, fields["clauses"])
        if problems:
            raise InvalidInput(problems)
        return plan

    def __attrs_post_init__(self) -> None:
        """Check the plan; what is asked without it knows its document from here on."""
        super().__attrs_post_init__()
        for name in ("gradings", "scorecards", "targets", "ledgers", "forms"):
            object.__setattr__(self, name, getattr(self, name).of_document(self.document))

    def _contradictions(self) -> Iterable[Problem]:
        encoded = self.encoded()
        return [
            *uncited(self.clauses, self.interpretations, encoded),
            *unread(self.interpretations, encoded),
            *repeated("clause", ((one.number, None) for one in self.clauses)),
            *repeated("interpretation", ((one.id, None) for one in self.interpretations)),
            # Rules of one id may stand side by side if they hold under different options.
            *repeated("Rule", duties_of(self.rules, self.ladders)),
            *repeated("Benefit", ((one.id, one.under) for one in self.benefits)),
            *(
                Problem("document.supersedes", "supersedes_itself", name)
                for name in self.document.supersedes
                if name == self.id or self.document.goes_by(name)
            ),
        ]

    def __repr__(self) -> str:
        return f"<Plan {visible(self.id)}: {len(self.clauses)} clauses>"

    def clause(self, number: object) -> Clause:
        """Return the clause with this number, or raise NotFound with a suggestion."""
        return look_up("clause", number, self.once(("clauses",), lambda: by_number(self.clauses)))

    def encoded(self) -> tuple[Cited, ...]:
        """Return every object that cites a clause."""
        return tuple(cited for one in self._outer() for cited in one.with_parts())

    def _outer(self) -> tuple[Cited, ...]:
        return (
            *self.rules,
            *self.ladders,
            *self.benefits,
            *self.gradings.values(),
            *self.scorecards.values(),
            *self.targets.values(),
            *self.ledgers.values(),
            *((self.registration,) if self.registration is not None else ()),
            *self.tasks,
            *self.councils,
            *self.stages,
            *self.deadlines,
            *self.duties,
            *self.forms.values(),
            *self.definitions,
        )

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all that the plan says, in hexadecimal: another if anything changes."""
        return digest_of(self)

    @cached_property
    def is_dated(self) -> bool:
        """Whether anything of the plan is in force for a time of its own."""
        return any(one.within is not None for one in self.encoded())

    def encoded_by(self, number: object) -> tuple[Cited, ...]:
        """Return the objects that encode a clause; raises NotFound for an unknown number.

        >>> from careplan.plans import get_plan
        >>> [type(one).__name__ for one in get_plan("shuangliao_2021").encoded_by("4.1.a")]
        ['Rule']
        """
        return tuple(one for one, _ in self._encoding_of(self.clause(number)))

    def _encoding_of(self, clause: Clause) -> list[tuple[Cited, Cited | None]]:
        """Return the objects that encode a clause, each with the one it is a part of, if any."""

        def found() -> dict[Clause, list[tuple[Cited, Cited | None]]]:
            by_clause: dict[Clause, list[tuple[Cited, Cited | None]]] = {}
            for outer in self._outer():
                for one in outer.with_parts():
                    whole = None if one is outer else outer
                    for named in dict.fromkeys((one.clause, *one.also)):
                        by_clause.setdefault(named, []).append((one, whole))
            return by_clause

        return self.once(("encoding",), found).get(clause, [])

    def show(self, number: object) -> "ClauseShown":
        """Return a clause with what encodes it, in words, and what is open in it.

        In a notebook it shows itself; with detail "all" each field is said too. Raises NotFound for
        an unknown number, with a suggestion.

        >>> from careplan.plans import get_plan
        >>> print(get_plan("shuangliao_2021").show("4.2.b").explain("en", detail="short"))
        Direction signs have to be placed where they are easily seen. (must) Encoded as: duty.
        By: Shuangliao plan of 2021 for mother-and-baby facilities in public places, 四（二）
        """
        from careplan.documents.wording.shown import ClauseShown

        clause = self.clause(number)
        encoding = self._encoding_of(clause)
        asked = {name for one, _ in encoding for name in one.interpretations()}
        # A part holds where the whole does.
        asked |= {whole.under[0] for _, whole in encoding if whole is not None and whole.under}
        return ClauseShown(
            plan=self,
            clause=clause,
            encoding=tuple(one for one, _ in encoding),
            within=tuple(whole for _, whole in encoding),
            reason=self.not_encoded.get(clause.number),
            questions=tuple(
                question
                for question in self.interpretations
                if question.id in asked or clause.number in question.clauses
            ),
        )

    def _view(self, language: str, detail: "Detail") -> "View":  # noqa: ARG002 - all of it is said
        from careplan.documents.wording.plans import plan_view

        shown = [self.show(clause.number) for clause in self.clauses]
        return plan_view(self.document, self.coverage(), shown, language)

    def _made(self, language: str) -> tuple[str, ...]:
        from careplan.documents.wording.made import made_lines

        return made_lines(language, self)

    def _rows(self) -> "Iterable[Row]":
        return (row for clause in self.clauses for row in self.show(clause.number).records())

    def coverage(self) -> Coverage:
        """Say, clause by clause, what is encoded, what is declined, and what is neither."""
        found = coverage_of(self.clauses, self.encoded(), self.not_encoded)
        return attrs.evolve(found, plan=self)

    def assignments(
        self, *, readings: Mapping[str, str] | None = None, on: date | None = None
    ) -> "Assignments":
        """Return all that the document asks of bodies, in its order: see `Assignment`.

        With `on` only what may be in force on that day. Raises NotFound for an unknown reading,
        InvalidInput for an `on` that is no day.

        >>> from careplan.plans import get_plan
        >>> get_plan("shuangliao_2021").assignments()[0]
        <Assignment: 3.1.a 行业主管部门 acting (task)>
        """
        from careplan.documents.authorities.assignments import assigned_by
        from careplan.documents.wording.assigned import Assignments

        taken, day = self.read_as(readings), day_asked(on)

        def listed() -> Assignments:
            order = {clause: place for place, clause in enumerate(self.clauses)}
            found = assigned_by(self._outer(), self.offices, taken, day)
            return Assignments(sorted(found, key=lambda one: order[one.clause]))

        return self.once(("assignments", day, *sorted(taken.items())), listed)

    def tasks_of(
        self,
        body: AnyBody | str,
        *,
        role: Role | None = None,
        readings: Mapping[str, str] | None = None,
        on: date | None = None,
    ) -> "Assignments":
        """Return what is asked of a body, or of an office by the name the document prints.

        In one role, or in any if none is given. A name stands for its office: what is asked of
        the same body by another name is its task too, what is asked of another level or of
        another town is not (`Office.includes`). A locality of a ledger is such a name as well.
        With `on` only what may be in force on that day is returned.
        Raises InvalidInput for anything but a body or a text and a Role, NotFound for a name or
        a reading.

        >>> from careplan.nouns.bodies import Body, Role
        >>> from careplan.plans import get_plan
        >>> plan = get_plan("shuangliao_2021")
        >>> [one.number for one in plan.tasks_of(Body.HEALTH, role=Role.LEAD)]
        ['7.1.a', '7.1.b']
        >>> [(one.number, one.role.value) for one in plan.tasks_of("市财政局")]
        [('7.1.a', 'member'), ('7.1.c', 'member'), ('7.1.d', 'member'), ('7.1.e', 'member')]
        """
        from careplan.documents.wording.assigned import Assignments

        asked = body if isinstance(body, AnyBody) else self._office_asked(body)
        if role is not None:
            check_type(role, Role, "role")
        return Assignments(
            one
            for one in self.assignments(readings=readings, on=on)
            if (role is None or one.role is role) and one.office.concerns(asked)
        )

    def matrix(
        self, *, readings: Mapping[str, str] | None = None, on: date | None = None
    ) -> "Matrix[str]":
        """Return clauses by bodies: what each clause that asks something asks of each body.

        It is a mapping that shows itself. With `on` only what may be in force on that day.

        >>> from careplan.plans import get_plan
        >>> get_plan("shuangliao_2021").matrix()["7.1.b"]
        {Body.HEALTH: (<Assignment: 7.1.b 市卫生健康局 lead (task)>,)}
        """
        from careplan.documents.wording.assigned import matrix_of

        return matrix_of(self.assignments(readings=readings, on=on), self.id, self)

    def office(self, name: object) -> Office:
        """Return the office a local name stands for in this document, or raise NotFound.

        >>> from careplan.plans import get_plan
        >>> get_plan("shiyan_2021").office("市卫健委").body
        Body.HEALTH
        """
        return look_up("office", name, self.offices)

    def _office_asked(self, name: object) -> Office:
        from careplan.documents.authorities.assignments import localities

        if not is_text(name):
            raise InvalidInput([Problem("body", "wrong_type", name, {"expected": "AnyBody | str"})])
        known = {
            office.name: office
            for ledger in self.ledgers.values()
            for row in ledger.rows
            for office in localities(ledger, row)
        }
        return look_up("office", name, {**known, **self.offices})

    def read_as(self, readings: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the option taken of every interpretation: `readings` over the defaults.

        Raises NotFound for what is not known, InvalidInput for `readings` that are no mapping.
        """
        return read_as(self.interpretations, readings)

    def once(self, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """Return what was made for a key before, or make it: what no subject changes is kept.

        The key holds all that it depends on beside the plan. What is kept is no part of the plan:
        the last so many, of whatever threads ask; two that ask at once may both make it, and get
        the same.
        """
        kept = self._kept
        if (found := kept.get(key, _NOTHING)) is not _NOTHING:
            return found  # type: ignore[no-any-return]  # what was made for the key
        return keep(kept, key, make(), MOST_KEPT)  # type: ignore[no-any-return]  # as above

    @cached_property
    def _kept(self) -> dict[tuple[object, ...], Any]:
        return {}
