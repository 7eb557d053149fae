"""What is asked of every subject, and what was seen of one: the truth at once, the rest later."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from careplan.base.truth import Truth
from careplan.criteria.evaluation import look_of, truth_by
from careplan.criteria.evidence import Evidence
from careplan.criteria.looking.looks import Look, Seen
from careplan.criteria.nodes import Criterion
from careplan.criteria.residuals import facts_of
from careplan.criteria.steps import Facts
from careplan.verbs.chaining.answered import Answered

if TYPE_CHECKING:
    from careplan.criteria.compiling.functions import Asked

# So many subjects are looked at before the criteria are compiled: that takes as long as some tens.
BEFORE_COMPILED = 8
_ANSWERS = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}
_TRUTHS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}


class Questions:
    """The criteria that are asked of every subject, each once; where each stands is its place."""

    __slots__ = ("_compiled", "_looks", "_nodes", "_places", "_times")

    def __init__(self) -> None:
        """Begin without any."""
        self._places: dict[Criterion, int] = {}
        self._nodes: list[Criterion] = []
        self._looks: tuple[Look, ...] | None = None
        self._compiled: tuple[Asked, ...] | None = None
        self._times = 0

    def place(self, node: Criterion) -> int:
        """Return where a criterion stands; none is added once a subject was asked."""
        found = self._places.setdefault(node, len(self._nodes))
        if found == len(self._nodes):
            self._nodes.append(node)
        return found

    def read_at(self, places: Iterable[int]) -> frozenset[str]:
        """Return the facts of the subject that the criteria at some places read."""
        return frozenset(fact for place in places for fact in facts_of(self._nodes[place]))

    @property
    def looks(self) -> tuple[Look, ...]:
        """How the criterion at each place is looked at."""
        found = self._looks
        if found is None:
            found = self._looks = tuple(map(look_of, self._nodes))
        return found

    def asked_of(self, subject: Any, on: date | None) -> "Looked":
        """Ask all of a subject, on a day or on none."""
        compiled = self._compiled
        if compiled is None:
            facts = Facts(subject, on)
            return Looked(self, facts, self._looked_at(facts))
        return Looked(self, Facts(subject, on), [ask(subject, on) for ask in compiled])

    def _looked_at(self, facts: Facts) -> list[bool | None]:
        """Answer by looking, and compile what is asked often: a count too low does no harm."""
        self._times += 1
        if self._times >= BEFORE_COMPILED:
            from careplan.criteria.compiling.functions import truth_of_node

            self._compiled = tuple(map(truth_of_node, self._nodes))
        return [_ANSWERS[truth_by(node, facts)] for node in self._nodes]


class Looked:
    """What was seen of one subject: the answer to each question, later what explains it.

    `given` is what other plans answered of its facts. Two threads that look first at once see the
    same twice.
    """

    __slots__ = ("_evidence", "_questions", "_seen", "answers", "facts", "given")

    def __init__(self, questions: Questions, facts: Facts, answers: list[bool | None]) -> None:
        """Keep the answers: of each place True, False or None."""
        self._questions = questions
        self.facts = facts
        self.answers = answers
        self.given: tuple[Answered, ...] = ()
        self._seen: dict[int, Seen] = {}
        self._evidence: dict[int, tuple[Evidence, ...]] = {}

    def truth(self, place: int) -> Truth:
        """Return what the criterion at a place came to."""
        return _TRUTHS[self.answers[place]]

    def evidence(self, place: int) -> tuple[Evidence, ...]:
        """Return what decides the criterion at a place."""
        found = self._evidence.get(place)
        if found is None:
            look = self._questions.looks[place]
            seen = self._seen.get(place) or self._see(place, look)
            found = self._evidence[place] = look.evidence(seen, self.facts)
        return found

    def missing(self, places: Iterable[int]) -> tuple[str, ...]:
        """Return the facts that wait to be stated for the criteria that are unknown, each once."""
        waiting: dict[str, None] = {}
        for place in places:
            if self.answers[place] is None:
                look = self._questions.looks[place]
                seen = self._seen.get(place) or self._see(place, look)
                waiting.update(dict.fromkeys(look.missing(seen, self.facts)))
        return self.instead(tuple(waiting))

    def instead(self, missing: tuple[str, ...]) -> tuple[str, ...]:
        """Return what is missing, in place of an answered fact what its plan waits for."""
        if not self.given:
            return missing
        from careplan.verbs.chaining.applying import in_place

        return in_place(missing, self.given)

    def answered(self, places: Iterable[int]) -> tuple[Answered, ...]:
        """Return what other plans answered of the facts that the criteria at some places read."""
        if not self.given:
            return ()
        read = self._questions.read_at(places)
        return tuple(one for one in self.given if one.fact in read)

    def _see(self, place: int, look: Look) -> Seen:
        seen = self._seen[place] = look.at(self.facts)
        return seen
