"""A ladder of two rungs, about a noun that says of each whether it applies and is kept."""

import attrs
from small_plans import MUST

import careplan as cp
from careplan import writing as w
from careplan.fields.declaring import Noun, flag


@attrs.frozen(kw_only=True)
class Steps(Noun):
    """Whether anything is asked, and of each of two rungs whether it applies and is kept."""

    who: bool | None = flag("对象", "who")
    a0: bool | None = flag("适用一", "applies 1")
    a1: bool | None = flag("适用二", "applies 2")
    r0: bool | None = flag("符合一", "kept 1")
    r1: bool | None = flag("符合二", "kept 2")


steps = cp.facts(Steps)
LADDER = w.Ladder(
    clause=MUST,
    who=steps.who,
    rungs=(
        w.Rung(clause=MUST, part="low", applies=steps.a0, requires=steps.r0),
        w.Rung(clause=MUST, part="high", applies=steps.a1, requires=steps.r1),
    ),
)
