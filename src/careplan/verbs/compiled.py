"""A criterion, or an object of a document, as one fast function of its subject.

It answers what `evaluate` and `assess` answer, and nothing of why.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, NotFound, Problem, all_unknown, check_type, inside
from careplan.base.quoting import visible
from careplan.base.refusing.values import class_said
from careplan.base.truth import Outcome, Truth
from careplan.criteria.compiling.functions import answer_of_node
from careplan.criteria.elapsing import day_asked
from careplan.criteria.soundness import sound
from careplan.documents.encoded import ByReading, pick
from careplan.documents.rules import Benefit, Definition, Rule, by_readings_in, interpretations_in
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun
from careplan.verbs.coming import outcome_by_ladder

Askable = n.Given | ByReading | Rule | Ladder | Benefit | Definition
_TRUTHS = {
    Outcome.MET: Truth.TRUE,
    Outcome.NOT_APPLICABLE: Truth.TRUE,
    Outcome.NOT_MET: Truth.FALSE,
    Outcome.UNKNOWN: Truth.UNKNOWN,
}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Compiled:
    """A function of a subject that answers with a `Truth`, as `compiled` makes it.

    `asked` is what it asks, as it was read: a criterion, or a ladder; `on` the day it asks about.
    Two that ask the same are equal. Pickled it is what it asks, and is written out anew.
    """

    asked: n.Criterion | Ladder
    on: date | None = None

    def __call__(self, subject: Noun, /) -> Truth:
        """Answer about a subject; raise InvalidInput if it is not of the criterion's noun."""
        return _written(self.asked, self.on)(subject)

    @property
    def noun(self) -> type[Noun] | None:
        """The noun it asks about; None if it reads no fact."""
        return _noun_of(self.asked)

    @property
    def __name__(self) -> str:
        """What it is called: a ladder by its number, a criterion by its noun."""
        if isinstance(self.asked, Ladder):
            return self.asked.id
        return "always" if self.noun is None else self.noun.__name__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Compiled):
            return NotImplemented
        return (self.asked, self.on) == (other.asked, other.on)

    def __hash__(self) -> int:
        return hash((self.asked, self.on))

    def __repr__(self) -> str:
        said = self.asked.id if isinstance(self.asked, Ladder) else repr(self.asked)
        return visible(f"compiled({said})")

    def __reduce__(self) -> tuple[object, ...]:
        return _written, (self.asked, self.on)


def compiled(
    criterion: Askable,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Compiled:
    """Return a criterion, or an object of a plan, as a fast function of a subject.

    It answers with the `Truth` that `evaluate` finds, at about the cost of the same written by
    hand: for many subjects, or often. Of a `Rule` that is whether it does not apply or is kept, of
    a `Ladder` whether nothing is owed or what is owed is kept, of a `Benefit` its condition, of a
    `Definition` its criterion. `readings` names the option of each interpretation it depends on:
    `plan.read_as()` has them all. `on` is the day asked, up to which elapsed time is counted.

    Raises InvalidCriterion for what is no criterion; NotFound for an unknown option; InvalidInput
    for a reading that is not given, an object that does not hold under those given or on the day,
    and an `on` that is no day. The function raises InvalidInput for a subject of another noun.

    >>> import careplan as cp
    >>> large = cp.compiled(cp.facts(cp.Venue).building_area_m2 > 10_000)
    >>> large(cp.Venue(building_area_m2=12_000)), large(cp.Venue())
    (Truth.TRUE, Truth.UNKNOWN)
    >>> plan = cp.get_plan("shuangliao_2021")
    >>> kept = cp.compiled(plan.rules["4.1.b"], readings=plan.read_as())
    >>> kept(cp.Venue(building_area_m2=12_000, category=cp.VenueCategory.HOSPITAL, rooms=[]))
    Truth.FALSE
    """
    day = day_asked(on)
    if isinstance(criterion, ByReading | Rule | Ladder | Benefit | Definition):
        return _written(_read(criterion, _taken(criterion, readings), day), day)
    return _written(sound(criterion), day)


def _written(asked: n.Criterion | Ladder, on: date | None) -> Compiled:
    """Return the function, of a class of its own: what calls another is half as fast."""
    noun = _noun_of(asked)

    def check(subject: object) -> None:
        if noun is not None and not isinstance(subject, noun):
            said = {"expected": class_said(noun)}
            raise InvalidInput([Problem("subject", "wrong_noun", subject, said)])

    if isinstance(asked, Ladder):
        call = _of_ladder(asked, on, check)
    else:
        call = answer_of_node(asked, on, check)
    own = {"__slots__": (), "__doc__": Compiled.__doc__, "__module__": __name__, "__call__": call}
    made: Compiled = type("Compiled", (Compiled,), own)(asked=asked, on=on)
    return made


def _of_ladder(ladder: Any, on: date | None, check: Callable[[object], None]) -> Any:
    outcome = outcome_by_ladder(ladder)

    def __call__(_: Compiled, subject: object, /) -> Truth:  # noqa: N807 - which it becomes
        check(subject)
        return _TRUTHS[outcome(subject, on)]

    return __call__


def _noun_of(asked: n.Criterion | Ladder) -> type[Noun] | None:
    return asked.noun() if isinstance(asked, Ladder) else n.noun_of(asked)


def _read(
    what: ByReading | Rule | Ladder | Benefit | Definition,
    taken: Mapping[str, str],
    on: date | None,
) -> n.Criterion | Ladder:
    """Return what an object asks under the readings taken."""
    if isinstance(what, ByReading):
        return sound(pick(what, taken))
    if not what.holds_under(taken, on):
        raise InvalidInput([Problem("criterion", "does_not_hold", what.id)])
    read: Any = what.read(taken, on)
    match read:
        case Rule():
            duty: n.Criterion = n.any_of(n.not_(pick(read.applies, {})), pick(read.requires, {}))
            return duty
        case Benefit():
            condition: n.Criterion = pick(read.condition, {})
            return condition
        case Definition():
            criterion: n.Criterion = pick(read.criterion, {})
            return criterion
        case _:
            ladder: Ladder = read
            return ladder


def _taken(what: Any, readings: Mapping[str, str] | None) -> Mapping[str, str]:
    """Return the readings given, once each is there that an object depends on, and is an option."""
    if readings is not None:
        check_type(readings, Mapping, "readings")
    given = {} if readings is None else dict(readings)
    asked = interpretations_in(what) if isinstance(what, ByReading) else what.interpretations()
    open_ = [
        Problem(inside("readings", one), "required", None) for one in sorted(asked - set(given))
    ]
    if open_:
        raise InvalidInput(open_)
    unknown = [
        NotFound("option", given[one.interpretation], tuple(one.options))
        for one in by_readings_in(what)
        if given[one.interpretation] not in one.options
    ]
    if unknown:
        raise all_unknown("readings", unknown)
    return given
