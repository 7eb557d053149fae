"""Cases of a plan together: a collection that knows what has no case, and checks answers."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import attrs

from careplan.base.messages import join, say
from careplan.documents.plan import Plan
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.failing import Failure, failures_told
from careplan.testing.cases.face.ids import with_ids


@attrs.frozen(kw_only=True)
class BoundaryCases(Collection[BoundaryCase]):
    """The cases of a plan, or of what was asked for of it, and what has none.

    `without` lists the ids of what has no case, and single facts ("id: path") of the others that
    no subject tried lets decide; where not every choice of readings was tried, the
    interpretations ("id: one other"). `defaults` is how the plan is read unless it is told.
    """

    plan_id: str
    cases: tuple[BoundaryCase, ...]
    without: tuple[str, ...]
    defaults: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def of(
        cls, plan: Plan, cases: Iterable[BoundaryCase], without: Iterable[str]
    ) -> "BoundaryCases":
        """Return cases of a plan with their ids, and what has none, each once."""
        listed = tuple(dict.fromkeys(without))
        made = with_ids(cases)
        return cls(plan_id=plan.id, cases=made, without=listed, defaults=plan.read_as())

    def __iter__(self) -> Iterator[BoundaryCase]:
        return iter(self.cases)

    def __len__(self) -> int:
        return len(self.cases)

    def __contains__(self, case: object) -> bool:
        return case in self.cases

    def check(
        self, answer: Callable[[BoundaryCase], object], *, without: Collection[str] = ()
    ) -> None:
        """Raise AssertionError unless `answer` answers every case as expected.

        `without` must name exactly what has no case: the check does not pass in silence
        over rules it never tried. The error has a line for each case answered otherwise, below the
        readings it was asked under; what is answered so under every reading is said once.
        """
        said = []
        if set(without) != set(self.without):
            listed = join(self.without, "en")
            said.append(say("kit.without", "en", plan=self.plan_id, listed=listed))
        answers = ((case, answer(case)) for case in self.cases)
        failed = [Failure(case, given) for case, given in answers if given is not case.expected]
        said += failures_told(failed, self.cases, self.defaults)
        if said:
            raise AssertionError("\n".join(said))
