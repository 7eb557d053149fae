"""Strategies for what a document demands, grants and means: rules, ladders, benefits, grades."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.fields.kinds as k
from careplan.base.text import Text
from careplan.documents.clauses import Modality
from careplan.documents.encoded import ways
from careplan.documents.rules import (
    Benefit,
    Consequence,
    Definition,
    Otherwise,
    Rule,
    nouns_in,
)
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ladders import Ladder, Rung
from careplan.fields.declaring import facts_declared
from careplan.testing.drawn.around import SOME_OFFICES, Around, question, text, texts
from careplan.testing.drawn.dated import bands, limits
from careplan.testing.strategies import MOST_ITEMS

_ORDERS = st.sampled_from([text("限期改正"), Text(zh="停止服务")])
_AMOUNTS = st.none() | st.integers(0, 10_000) | bands()


@st.composite
def consequences(draw: st.DrawFn, around: Around) -> Consequence:
    """Draw what follows a breach: an order, a fine or both, for all or some cases."""
    order = draw(st.none() | _ORDERS)
    return Consequence(
        **draw(st.fixed_dictionaries(around.cited("follows"))),
        title=draw(_ORDERS),
        order=order,
        where=draw(texts("情节严重")),
        limit=None if order is None else draw(st.none() | limits()),
        fine_yuan=draw(_AMOUNTS),
        imposed_by=draw(SOME_OFFICES),
    )


def notes(around: Around) -> SearchStrategy[Otherwise]:
    """Draw what is said where a rule does not apply."""
    return st.builds(Otherwise, when=around.plain(), text=st.just(text("不适用")))


def _beside(around: Around) -> dict[str, SearchStrategy[Any]]:
    """Return what a rule and a ladder have alike."""
    return {
        "advisory": texts("只作建议"),
        "otherwise": st.lists(notes(around), max_size=1),
        "consequences": st.lists(consequences(around), max_size=1),
    }


def rules(around: Around) -> SearchStrategy[Rule]:
    """Draw a duty of a subject."""
    return st.builds(
        Rule,
        **around.cited(),
        **_beside(around),
        applies=around.written(),
        requires=around.written(),
        limit=st.none() | limits(),
    )


def rungs(around: Around, part: str = "rung") -> SearchStrategy[Rung]:
    """Draw one step of a ladder."""
    halves = {"applies": around.written(), "requires": around.written()}
    return st.builds(Rung, **around.cited(part), **halves)


@st.composite
def ladders(draw: st.DrawFn, around: Around) -> Ladder:
    """Draw a duty in two rungs or more."""
    number = draw(st.integers(2, 1 + MOST_ITEMS))
    beside = st.fixed_dictionaries({**around.cited("ladder"), **_beside(around)})
    return Ladder(
        **draw(beside),
        who=draw(around.written()),
        rungs=tuple(draw(rungs(around, f"rung{place}")) for place in range(number)),
    )


@st.composite
def benefits(draw: st.DrawFn, around: Around) -> Benefit:
    """Draw what others owe a subject: an amount, a band, so much for each of what it states."""
    amount = draw(_AMOUNTS)
    per = None if amount is None else draw(texts("每个"))
    condition = draw(around.written())
    counted = _counted(around) if per is not None and _asks(condition) else []
    return Benefit(
        **draw(st.fixed_dictionaries(around.cited())),
        condition=condition,
        owed_by=draw(SOME_OFFICES),
        amount_yuan=amount,
        per=per,
        units=draw(st.sampled_from([None, *counted])),
        modality=draw(st.sampled_from([None, *Modality])),
    )


def _asks(condition: Any) -> bool:
    """Say whether a condition speaks of a noun under every reading: its facts may be counted."""
    return all(nouns_in(one) for _, one in ways(condition))


def _counted(around: Around) -> list[str]:
    declared = facts_declared(around.noun).items()
    return [name for name, spec in declared if isinstance(spec.kind, k.CountKind | k.NumberKind)]


def definitions(around: Around) -> SearchStrategy[Definition]:
    """Draw what a document means by a term."""
    return st.builds(
        Definition, **around.cited("term"), term=st.just(text("用语")), criterion=around.written()
    )


def grades(around: Around, key: str = "grade") -> SearchStrategy[Grade]:
    """Draw one grade."""
    return st.builds(
        Grade,
        **around.cited(key),
        key=st.just(key),
        title=st.just(text("级")),
        criterion=around.written(),
    )


@st.composite
def gradings(draw: st.DrawFn, around: Around) -> Grading:
    """Draw two grades or more, of which each asks for the lower ones, or says alone who has it."""
    number = draw(st.integers(2, 1 + MOST_ITEMS))
    return Grading(
        **draw(st.fixed_dictionaries(around.cited())),
        key="stars",
        title=text("等级"),
        grades=tuple(draw(grades(around, f"grade{place}")) for place in range(number)),
        exclusive=draw(st.booleans()),
        questions=(question(around.clause),) if around.asked else (),
    )
