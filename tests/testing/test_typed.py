"""`st.from_type` of every class a plan holds and of every criterion: valid, varied, in JSON."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.criteria.nodes import Node, Term
from careplan.documents.encoded import ByReading, Encoded
from careplan.documents.rules import Cited, Read
from careplan.fields.shapes import fields_of
from careplan.testing.typed import drawn

FEW = settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
# Bases of others, and what has few shapes: columns of a ledger, shares of the points, options.
BASES = {Cited, Read}
FEWEST = {"Column": 2, "Share": 4, "Interpretation": 2, "Option": 3, "Reading": 4}


def below(cls: type[Any]) -> Iterator[type[Any]]:
    for one in cls.__subclasses__():
        yield one
        yield from below(one)


def found() -> list[type[Any]]:
    """Find the classes by looking at all modules: attrs makes a class twice, and keeps one."""
    modules = [import_module(one.name) for one in walk_packages(cp.__path__, "careplan.")]
    kept = {id(value) for module in modules for value in vars(module).values()}
    listed = (*below(Encoded), *below(Node), ByReading)
    ours = [one for one in listed if one.__module__.startswith("careplan.") and id(one) in kept]
    return sorted(set(ours) - BASES, key=lambda one: one.__name__)


CLASSES = found()


def test_all_are_found() -> None:
    names = {one.__name__ for one in CLASSES}
    assert {"Plan", "Rule", "Step", "Clause", "WorkCalendar", "Compare", "Elapsed"} <= names
    # What a plan holds, and what that holds, is among them.
    held = {getattr(field.shape, "item", field.shape) for field in fields_of(cp.Plan)}
    assert {one.noun for one in held if hasattr(one, "noun")} <= {*CLASSES, cp.Text}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_each_is_drawn_by_its_type_varied_and_kept_in_json(cls: type[Any]) -> None:
    seen: set[Any] = set()

    @FEW
    @given(st.from_type(cls))
    def look(one: Any) -> None:
        assert type(one) is cls
        assert cp.codec.loads(cp.codec.dumps(one), cls) == one
        seen.add(cp.codec.dumps(one))

    look()
    assert len(seen) >= FEWEST.get(cls.__name__, 10)


@pytest.mark.parametrize(("cls", "fewest"), [(cp.Criterion, 8), (Cited, 10), (Read, 4), (Term, 1)])
def test_of_a_base_and_a_union_several_classes_are_drawn(cls: Any, fewest: int) -> None:
    seen: set[str] = set()

    @settings(FEW, max_examples=100)
    @given(st.from_type(cls))
    def look(one: Any) -> None:
        seen.add(type(one).__name__)

    look()
    assert len(seen) >= fewest


def test_what_is_derived_from_ours_elsewhere_is_left_to_hypothesis() -> None:
    @attrs.frozen(kw_only=True)
    class Own(w.Interval):
        """An interval of somebody else's, with a name."""

    assert drawn(Own) is NotImplemented


PLAN_PARTS = {
    field.name for field in fields_of(cp.Plan) if field.name not in {"id", "document", "clauses"}
}


def test_plans_hold_every_sort_of_object() -> None:
    seen: set[str] = set()

    @settings(FEW, max_examples=150)
    @given(testing.plans())
    def look(plan: cp.Plan) -> None:
        seen.update(name for name in PLAN_PARTS if getattr(plan, name))

    look()
    assert seen == PLAN_PARTS


@attrs.frozen(kw_only=True)
class Pier(cp.Noun):
    """A noun of a caller's own."""

    berths: int | None = w.count("泊位")
    lit: bool | None = w.flag("有灯")


@settings(FEW)
@given(data=st.data())
def test_plans_ask_about_a_callers_own_nouns(data: st.DataObject) -> None:
    plan = data.draw(testing.plans(nouns=[Pier]))
    about = {rule.noun() for rule in plan.rules} | {one.noun() for one in plan.ladders}
    assert about <= {Pier, None}
    assert cp.codec.loads(cp.codec.dumps(plan), cp.Plan, nouns=[Pier]) == plan
    cp.assess(data.draw(st.from_type(Pier)), plan)


@pytest.mark.parametrize("nouns", [[], [int], [Pier()]])
def test_nouns_of_plans_are_noun_classes(nouns: list[Any]) -> None:
    with pytest.raises(cp.InvalidInput):
        testing.plans(nouns=nouns)


@pytest.mark.parametrize(
    "order",
    [
        "import careplan.documents.plan; from hypothesis import find, strategies as st",
        "from hypothesis import find, strategies as st; import careplan.documents.plan",
    ],
)
def test_it_does_not_matter_what_is_loaded_first(order: str) -> None:
    program = (
        f"{order}\n"
        "import sys\n"
        "assert 'careplan.testing.typed' not in sys.modules\n"
        "from careplan import Criterion, Plan, writing as w\n"
        "plan = find(st.from_type(Plan), lambda plan: len(plan.rules) == 2)\n"
        "rule = find(st.from_type(w.Rule), lambda rule: rule.limit is not None)\n"
        "node = find(st.from_type(Criterion), lambda node: True)\n"
        "print(len(plan.rules), type(rule).__name__, type(node).__module__)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["2", "Rule", "careplan.criteria.nodes"]


def test_hypothesis_loads_no_documents() -> None:
    program = (
        "import sys, hypothesis\n"
        "print([name for name in sys.modules if name.startswith('careplan.documents')])\n"
    )
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["[]"]
