"""A plan: one policy document as data. Its module in `plans/` holds nothing else.

Every object of a plan cites a clause the plan registers; making a plan checks that,
so a plan that exists can be interpreted by every verb.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from careplan.errors import InvalidInput, NotFound, Problem
from careplan.kinds import FrozenMap
from careplan.registration import Registration
from careplan.sheets import Scorecard
from careplan.sources import Clause, Document, Interpretation, read_as
from careplan.targets import Ledger, Target
from careplan.verdicts import Benefit, Cited, Rule


def _by_key(objects: Iterable[Any]) -> Mapping[str, Any]:
    return FrozenMap({keyed.key: keyed for keyed in objects})


@attrs.frozen(kw_only=True)
class Plan:
    """One document's clauses and what is encoded of them, in the document's order.

    `clauses` are registered by number. Raises InvalidInput that lists every object
    citing an unknown clause, every unknown reading and every repeated id.
    """

    id: str
    document: Document
    clauses: tuple[Clause, ...]
    interpretations: tuple[Interpretation, ...] = ()
    rules: tuple[Rule, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    scorecards: Mapping[str, Scorecard] = attrs.field(factory=tuple, converter=_by_key)
    targets: Mapping[str, Target] = attrs.field(factory=tuple, converter=_by_key)
    ledgers: Mapping[str, Ledger] = attrs.field(factory=tuple, converter=_by_key)
    registration: Registration | None = None

    def __attrs_post_init__(self) -> None:
        """Check that everything cited is there."""
        problems = [*self._uncited(), *self._unread(), *self._repeated()]
        if problems:
            raise InvalidInput(problems)

    def __repr__(self) -> str:
        return f"<Plan {self.id}: {len(self.clauses)} clauses>"

    def clause(self, number: object) -> Clause:
        """Return the clause with this number, or raise NotFound with a suggestion."""
        for clause in self.clauses:
            if clause.number == number:
                return clause
        raise NotFound("clause", number, [clause.number for clause in self.clauses])

    def encoded(self) -> tuple[Cited, ...]:
        """Return every object of the plan that cites a clause."""
        outer: tuple[Cited, ...] = (
            *self.rules,
            *self.benefits,
            *self.scorecards.values(),
            *self.targets.values(),
            *self.ledgers.values(),
            *((self.registration,) if self.registration is not None else ()),
        )
        return tuple(cited for one in outer for cited in one.with_parts())

    def read_as(self, readings: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the option taken of every interpretation: `readings` over the defaults.

        Raises NotFound for an unknown interpretation or option, InvalidInput if
        `readings` is not a mapping.
        """
        return read_as(self.interpretations, readings)

    def _uncited(self) -> Iterable[Problem]:
        registered = set(self.clauses)
        for cited in self.encoded():
            for clause in (cited.clause, *cited.also):
                if clause not in registered:
                    yield Problem(cited.id, "uncited", clause.number)
        numbers = {clause.number for clause in self.clauses}
        for interpretation in self.interpretations:
            for number in sorted(set(interpretation.clauses) - numbers):
                yield Problem(interpretation.id, "uncited", number)

    def _unread(self) -> Iterable[Problem]:
        options = {i.id: {option.id for option in i.options} for i in self.interpretations}
        for cited in self.encoded():
            for name in sorted(cited.interpretations() - options.keys()):
                yield Problem(cited.id, "unknown_member", name, {"hint": ""})
            if cited.under is not None and cited.under[1] not in options.get(cited.under[0], ()):
                yield Problem(cited.id, "unknown_member", cited.under[1], {"hint": ""})

    def _repeated(self) -> Iterable[Problem]:
        ids = [
            *(("clause", clause.number) for clause in self.clauses),
            *((i.id, "") for i in self.interpretations),
            *(
                (type(cited).__name__, f"{cited.id} {cited.under or ''}")
                for cited in (*self.rules, *self.benefits)
            ),
        ]
        for (kind, name), times in Counter(ids).items():
            if times > 1:
                yield Problem(f"{kind} {name}".strip(), "duplicate", name or kind)
