"""Hypothesis strategies for criteria about a noun, and for small valid plans made of them."""

import operator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.criteria.nodes as n
import careplan.criteria.proxies as c
import careplan.fields.kinds as k
from careplan.base.errors import check_type
from careplan.base.frozenmap import FrozenMap
from careplan.criteria.sums.canonical import linear
from careplan.documents.authorities.offices import office_table
from careplan.documents.authorities.tasks import Council, Task
from careplan.documents.clauses import Clause, Document, Interpretation, Modality, Option
from careplan.documents.encoded import ByReading
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ladders import Ladder, Rung
from careplan.documents.scales.sheets import Band, Scorecard, Share, SheetItem
from careplan.fields.declaring import Noun, facts_declared
from careplan.nouns.bodies import Body, Level
from careplan.nouns.catalogue import NOUNS
from careplan.testing.dated import bands, consequences, limits, validities
from careplan.testing.figures import ledgers, targets, text
from careplan.testing.strategies import MOST_ITEMS, values
from careplan.testing.vocabulary import check_noun, is_measured

_NUMBERS = (k.NumberKind, k.CountKind)
_EQUAL = (operator.eq, operator.ne)
_ORDERED = (*_EQUAL, operator.ge, operator.gt, operator.le, operator.lt)
_QUESTION = "question"
_SHARES = [Share(0), Share(Fraction(2, 3)), Share(Decimal("0.8")), Share(1)]
_OFFICES = FrozenMap(
    office_table(
        ("卫健部门", Body.HEALTH),
        ("县财政局", Body.FINANCE, Level.COUNTY),
        ("各镇", Body.TOWNSHIP, Level.TOWN),
        ("甲镇", Body.TOWNSHIP, Level.TOWN),
        ("成员单位", Body.MEMBER_UNITS),
        own_names="甲镇",
    )
)
_SOME_OFFICES = st.lists(st.sampled_from(list(_OFFICES.values())), unique=True, max_size=2).map(
    tuple
)


def criteria(noun: type[Noun], *, depth: int = 2) -> SearchStrategy[n.Criterion]:
    """Draw a criterion about a noun, written as a caller writes it, nested at most so deep.

    Raises InvalidInput for anything but a noun class and a whole number.

    >>> from careplan import Venue
    >>> from hypothesis import find
    >>> find(criteria(Venue), lambda criterion: isinstance(criterion, n.Some)).noun.__name__
    'Venue'
    """
    check_noun(noun)
    check_type(depth, int, "depth")
    return _criteria(noun, depth)


@st.composite
def _criteria(draw: st.DrawFn, noun: type[Noun], depth: int) -> n.Criterion:
    sorts = ["leaf", "leaf", "join", "not", "constant", "sum"] if depth > 0 else ["leaf"]
    sorts += ["elapsed"] if _days_of(noun) else []
    sort = draw(st.sampled_from(sorts))
    if sort == "join":
        parts = draw(st.lists(_criteria(noun, depth - 1), max_size=MOST_ITEMS))
        return n.all_of(*parts) if draw(st.booleans()) else n.any_of(*parts)
    if sort == "not":
        return n.not_(draw(_criteria(noun, depth - 1)))
    if sort == "constant":
        return n.TRUE if draw(st.booleans()) else n.FALSE
    if sort == "elapsed":
        return draw(_elapsed(noun))
    if sort == "sum":
        return draw(sums(noun, depth=depth - 1))
    name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
    return draw(_about(getattr(c.facts(noun), name), spec.kind, depth))


def _days_of(noun: type[Noun]) -> list[str]:
    declared = facts_declared(noun).items()
    return [name for name, spec in declared if isinstance(spec.kind, k.DayKind)]


@st.composite
def _elapsed(draw: st.DrawFn, noun: type[Noun]) -> n.Criterion:
    """Draw that time has passed between two days of a noun, or up to the day asked."""
    fact, days = c.facts(noun), st.sampled_from(_days_of(noun))
    start, end = getattr(fact, draw(days)), draw(st.none() | days)
    amounts = {name: draw(st.integers(0, 40)) for name in ("years", "months", "days")}
    amounts["days"] += not any(amounts.values())
    both = draw(st.booleans())
    missing = None if both else draw(st.sampled_from([None, "last", "next"]))
    until = None if end is None else getattr(fact, end)
    return c.elapsed(start, until, **amounts, both_days=both, missing_day=missing)


_FACTORS = st.integers(-4, 4).filter(bool).map(Fraction) | st.sampled_from(
    [Fraction(1, 3), Fraction("4.5")]
)
_BOUNDS = st.integers(-4, 30).map(Fraction) | st.sampled_from(
    [Fraction(7, 3), Fraction("22.5"), Fraction(10_000)]
)


@st.composite
def sums(draw: st.DrawFn, noun: type[Noun], *, depth: int = 1) -> n.Criterion:
    """Draw a sum of numbers, counts, totals and criteria of a noun against a number.

    It is simpler where a comparison or a join says the same, and constant where the declared
    bounds settle it.
    """
    parts = draw(st.lists(st.tuples(_FACTORS, _terms(noun, depth)), min_size=1, max_size=3))
    return linear(noun, parts, draw(st.sampled_from(list(n.Op))), draw(_BOUNDS))


@st.composite
def _terms(draw: st.DrawFn, noun: type[Noun], depth: int) -> n.Term:
    facts = facts_declared(noun)
    where, of_items = draw(st.just(n.TRUE) | _criteria(noun, depth)), draw(st.booleans())
    listed = [(name, spec.kind) for name, spec in facts.items()]
    over = [(name, kind) for name, kind in listed if isinstance(kind, k.ItemsKind)]
    if over and of_items:
        name, items = draw(st.sampled_from(over))
        inner = draw(st.just(n.TRUE) | _criteria(items.noun, depth))
        return n.Term((name,), draw(_amounts(items.noun)), inner)
    return n.Term((), draw(_amounts(noun)), where)


def _amounts(noun: type[Noun]) -> SearchStrategy[Any]:
    listed = facts_declared(noun).items()
    numbers = [(name,) for name, spec in listed if isinstance(spec.kind, _NUMBERS)]
    return st.sampled_from([(), *numbers, *numbers])


@st.composite
def _about(draw: st.DrawFn, fact: c.Fact, kind: k.Kind, depth: int) -> n.Criterion:
    match kind:
        case k.PartKind(noun):
            name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
            return draw(_about(getattr(fact, name), spec.kind, depth))
        case k.ItemsKind(noun):
            where = draw(_criteria(noun, max(0, depth - 1)))
            return c.some(fact, where) if draw(st.booleans()) else c.every(fact, where)
        case k.ChoicesKind(enum):
            return c.has(fact, draw(st.sampled_from(list(enum))))
        case k.TableKind(enum):
            key = draw(st.sampled_from(list(enum)))
            return fact[key] >= draw(st.integers(0, MOST_ITEMS))
        case _:
            value = values(kind, unknowns=False)
            if draw(st.integers(0, 4)) == 0:
                return c.among(fact, [draw(value), draw(value)])
            write = draw(st.sampled_from(_ORDERED if is_measured(kind) else _EQUAL))
            compared: n.Criterion = write(fact, draw(value))
            return compared


@st.composite
def plans(draw: st.DrawFn, *, depth: int = 1) -> Plan:
    """Draw a small valid plan: a few clauses with rules, a benefit, and sometimes more.

    An open question with two options, a ladder, a grading, a score sheet, a target, a ledger, a
    task, a council and offices that act come and go.
    Raises InvalidInput for a depth that is no whole number.

    >>> from hypothesis import find
    >>> len(find(plans(), lambda plan: len(plan.rules) == 2).clauses) >= 2
    True
    """
    check_type(depth, int, "depth")
    noun = draw(st.sampled_from(NOUNS))
    number = draw(st.integers(1, MOST_ITEMS))
    clauses = tuple(
        Clause(f"{place}.a", f"第{place}条", draw(st.sampled_from(list(Modality))), text("条款"))
        for place in range(1, number + 1)
    )
    asked = draw(st.booleans())
    written = _by_reading(noun, depth) if asked else _criteria(noun, depth)
    first = clauses[0]
    return Plan(
        id="drawn",
        document=Document(
            title=text("方案"), issuer=text("机关"), in_force=draw(st.none() | validities())
        ),
        clauses=clauses,
        interpretations=(_question(first),) if asked else (),
        rules=tuple(draw(_rules(clause, written)) for clause in clauses),
        ladders=draw(st.lists(_ladders(first, written), max_size=1).map(tuple)),
        benefits=draw(st.lists(_benefits(first, written), max_size=1).map(tuple)),
        gradings=draw(st.lists(_gradings(noun, first), max_size=1)),
        scorecards=draw(st.lists(_sheets(noun, first), max_size=1)),
        targets=draw(st.lists(targets(first, _SOME_OFFICES), max_size=1)),
        ledgers=draw(st.lists(ledgers(first, _SOME_OFFICES), max_size=1)),
        tasks=draw(st.lists(_tasks(clauses[-1]), max_size=1).map(tuple)),
        councils=draw(st.lists(_councils(first), max_size=1).map(tuple)),
        offices=_OFFICES,
    )


def _question(clause: Clause) -> Interpretation:
    options = (Option("taken", text("甲")), Option("other", text("乙")))
    return Interpretation(
        id=_QUESTION, clauses=(clause.number,), question=text("问"), options=options
    )


def _by_reading(noun: type[Noun], depth: int) -> SearchStrategy[Any]:
    one = _criteria(noun, depth)
    both = st.fixed_dictionaries({"taken": one, "other": one})
    return one | both.map(lambda options: ByReading(_QUESTION, options))


def _rules(clause: Clause, written: SearchStrategy[Any]) -> SearchStrategy[Rule]:
    follows = st.lists(consequences(clause, _SOME_OFFICES), max_size=1)
    return st.builds(
        Rule,
        clause=st.just(clause),
        applies=written,
        requires=written,
        within=st.none() | validities(),
        limit=st.none() | limits(),
        consequences=follows,
    )


def _benefits(clause: Clause, written: SearchStrategy[Any]) -> SearchStrategy[Benefit]:
    amounts = st.none() | st.integers(0, 10_000) | bands()
    return st.builds(
        Benefit,
        clause=st.just(clause),
        condition=written,
        owed_by=_SOME_OFFICES,
        amount_yuan=amounts,
    )


def _tasks(clause: Clause) -> SearchStrategy[Task]:
    roles = dict.fromkeys(("lead", "support", "territorial", "acting"), _SOME_OFFICES)
    return st.builds(Task, clause=st.just(clause), **roles)


def _councils(clause: Clause) -> SearchStrategy[Council]:
    return st.builds(
        Council,
        clause=st.just(clause),
        key=st.just("council"),
        name=st.just("协调组"),
        members=_SOME_OFFICES,
    )


@st.composite
def _sheets(draw: st.DrawFn, noun: type[Noun], clause: Clause) -> Scorecard:
    number = draw(st.integers(1, MOST_ITEMS))
    items = tuple(draw(_sheet_items(noun, clause, f"item{place}")) for place in range(number))
    most = sum(int(item.max_points) for item in items)
    cuts = draw(st.lists(st.integers(0, most), unique=True, max_size=MOST_ITEMS))
    bands = tuple(
        Band(clause=clause, key=f"band{place}", label=text("档"), least=least)
        for place, least in enumerate(sorted(cuts))
    )
    return Scorecard(
        clause=clause,
        key="sheet",
        title=text("表"),
        items=items,
        pass_mark=draw(st.integers(0, most) | st.none() | st.sampled_from(_SHARES)),
        bands=bands,
    )


@st.composite
def _sheet_items(draw: st.DrawFn, noun: type[Noun], clause: Clause, key: str) -> SheetItem:
    sort = draw(st.sampled_from(["any", "any", "least", "must_pass", "yes_or_no"]))
    most = 0 if sort == "yes_or_no" else draw(st.integers(1, 50))
    return SheetItem(
        clause=clause,
        key=key,
        label=text("项"),
        max_points=most,
        criterion=draw(_criteria(noun, 1)),
        applies=draw(st.just(n.TRUE) | _criteria(noun, 0)),
        must_pass=sort in {"must_pass", "yes_or_no"},
        least=draw(st.integers(1, most)) if sort == "least" else None,
    )


@st.composite
def _ladders(draw: st.DrawFn, clause: Clause, written: SearchStrategy[Any]) -> Ladder:
    rungs = tuple(
        Rung(clause=clause, part=f"rung{place}", applies=draw(written), requires=draw(written))
        for place in range(draw(st.integers(2, 1 + MOST_ITEMS)))
    )
    return Ladder(clause=clause, part="ladder", who=draw(written), rungs=rungs)


@st.composite
def _gradings(draw: st.DrawFn, noun: type[Noun], clause: Clause) -> Grading:
    grades = tuple(
        Grade(
            clause=clause,
            part=f"grade{place}",
            key=f"grade{place}",
            title=text("级"),
            criterion=draw(_criteria(noun, 1)),
        )
        for place in range(draw(st.integers(2, 1 + MOST_ITEMS)))
    )
    exclusive = draw(st.booleans())
    title = text("等级")
    return Grading(clause=clause, key="stars", title=title, grades=grades, exclusive=exclusive)
