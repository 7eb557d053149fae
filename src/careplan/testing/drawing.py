"""Strategies for small valid plans: a few clauses, and every sort of object that encodes one."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.documents.clauses import Clause
from careplan.documents.plan import Plan
from careplan.fields.declaring import Noun
from careplan.nouns.catalogue import NOUNS
from careplan.testing.drawn import acting, demands, figures, forms, registering, sheets
from careplan.testing.drawn.around import OFFICES, Around, clauses, documents, question, text
from careplan.testing.strategies import MOST_ITEMS
from careplan.testing.vocabulary import check_noun

# What a plan may hold beside its clauses and rules, by the field; and how much of it at once.
_SORTS: Mapping[str, Callable[[Around], SearchStrategy[Any]]] = {
    "ladders": demands.ladders,
    "benefits": demands.benefits,
    "gradings": demands.gradings,
    "scorecards": sheets.sheets,
    "targets": figures.targets,
    "ledgers": figures.ledgers,
    "registration": registering.registrations,
    "tasks": acting.tasks,
    "councils": acting.councils,
    "stages": acting.stages,
    "deadlines": acting.deadlines,
    "duties": acting.duties,
    "forms": forms.forms,
    "definitions": demands.definitions,
}
_FEWEST_SORTS, _MOST_SORTS = 2, 5


def plans(*, depth: int = 1, nouns: Iterable[type[Noun]] = NOUNS) -> SearchStrategy[Plan]:
    """Draw a small valid plan: a few clauses with rules, and a few of whatever else there is.

    An open question with two options, a ladder, a benefit, a grading, a score sheet, a target, a
    ledger, a registration, a task, a council, a stage, a deadline, a duty, a form, a definition
    and a clause that is not encoded come and go. What it demands it asks of one of `nouns`, ours
    unless others are named.

    Raises InvalidInput for a depth that is no whole number, and for nouns that are none.

    >>> from hypothesis import find
    >>> len(find(plans(), lambda plan: len(plan.rules) == 2).clauses) >= 2
    True
    """
    check_type(depth, int, "depth")
    known = tuple(nouns)
    for noun in known:
        check_noun(noun)
    if not known:
        raise InvalidInput([Problem("nouns", "nothing_listed", known)])
    return _plans(depth, known)


@st.composite
def _plans(draw: st.DrawFn, depth: int, nouns: tuple[type[Noun], ...]) -> Plan:
    number = draw(st.integers(1, MOST_ITEMS))
    listed = [draw(clauses(f"{place}.a", f"第{place}条")) for place in range(1, number + 1)]
    declined = draw(st.lists(clauses("9", "第9条"), max_size=1))
    asked = draw(st.booleans())
    noun = draw(st.sampled_from(nouns))
    # What says the same again is a clause of the plan, too.
    around, *others = (
        Around(noun=noun, clause=one, also=_others(listed, one), asked=asked, depth=depth)
        for one in listed
    )

    sorts = st.sampled_from(list(_SORTS))
    chosen = draw(st.lists(sorts, unique=True, min_size=_FEWEST_SORTS, max_size=_MOST_SORTS))
    held: dict[str, Any] = {name: draw(_SORTS[name](around)) for name in chosen}
    held |= {name: [one] for name, one in held.items() if name != "registration"}
    return Plan(
        id="drawn",
        document=draw(documents()),
        clauses=(*listed, *declined),
        interpretations=(question(around.clause),) if asked else (),
        rules=[draw(demands.rules(one)) for one in (around, *others)],
        offices=OFFICES,
        not_encoded={one.number: text("无可编码的内容") for one in declined},
        **held,
    )


def _others(clauses_of: list[Clause], one: Clause) -> tuple[Clause, ...]:
    return tuple(other for other in clauses_of if other is not one)
