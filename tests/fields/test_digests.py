"""A digest: the same for what is equal, wherever it is made; another for whatever differs."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from time import perf_counter
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.base.frozenmap import FrozenMap
from careplan.criteria.nodes import AllOf, AnyOf, Compare
from careplan.criteria.signs import Op
from careplan.fields.digests import canonical, digest_of, short_form

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
DAWA = cp.get_plan("dawa_2023")
SHUANGLIAO = cp.get_plan("shuangliao_2021")
BDA = cp.get_plan("bda_2017")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_a_plan_that_is_read_from_json_has_the_digest_of_the_one_written(plan: cp.Plan) -> None:
    again = codec.loads(codec.dumps(plan), cp.Plan)
    assert again is not plan
    assert again.digest == plan.digest == digest_of(plan)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_digest_is_the_same_in_every_process(seed: str) -> None:
    # Sets of texts stand in another order under another seed of `hash`.
    asked = "import careplan as cp; print(*(cp.get_plan(one).digest for one in cp.plan_ids()))"
    said = subprocess.run(  # noqa: S603 - our own line
        [sys.executable, "-c", asked],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert said.stdout.split() == [plan.digest for plan in PLANS]


def test_the_form_it_is_made_of_is_kept() -> None:
    # Written out by hand from the head of the module: what is, how long, what.
    text = w.Option("a", cp.Text(zh="甲"))
    zh = b"text(3:" + "甲".encode() + b")"
    said = b"object(4:Text2:zh" + b"%d:%b" % (len(zh), zh) + b")"
    option = b"object(6:Option2:id9:text(1:a)4:text" + b"%d:%b" % (len(said), said) + b")"
    assert canonical(text) == option
    assert digest_of(text) == sha256(option).hexdigest()


def changed(plan: cp.Plan, name: str, index: int, **changes: object) -> cp.Plan:
    """Return the plan with one object of one of its lists changed."""
    listed = list(getattr(plan, name))
    listed[index] = attrs.evolve(listed[index], **changes)
    fields: dict[str, Any] = {name: listed}
    return attrs.evolve(plan, **fields)


NEAR = cp.facts(cp.Venue).building_area_m2 >= 1
CHANGES: dict[str, Callable[[], Any]] = {
    "id": lambda: attrs.evolve(SHUANGLIAO, id="shuangliao"),
    "a text of a clause": lambda: attrs.evolve(
        SHUANGLIAO, document=attrs.evolve(SHUANGLIAO.document, number="1号")
    ),
    "a reason": lambda: attrs.evolve(
        SHUANGLIAO,
        not_encoded={
            number: cp.Text(zh=f"{why.zh}。", en=why.en)
            for number, why in SHUANGLIAO.not_encoded.items()
        },
    ),
    "a criterion": lambda: changed(SHUANGLIAO, "rules", 0, applies=NEAR),
    "a reading": lambda: attrs.evolve(
        SHUANGLIAO,
        interpretations=[
            attrs.evolve(one, options=one.options[::-1]) for one in SHUANGLIAO.interpretations
        ],
    ),
    "a summary in English": lambda: changed(
        DAWA, "interpretations", 0, question=cp.Text(zh=DAWA.interpretations[0].question.zh)
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_makes_another_digest(change: str) -> None:
    other = CHANGES[change]()
    assert other.digest not in {plan.digest for plan in PLANS}


def test_a_number_of_a_sheet_makes_another_digest() -> None:
    sheet = BDA.scorecards["care_room"]
    most = sheet.items[0].max_points
    items = (attrs.evolve(sheet.items[0], max_points=most + 1), *sheet.items[1:])
    assert attrs.evolve(sheet, items=items).digest != sheet.digest


def test_what_is_no_part_of_an_object_makes_no_other_digest() -> None:
    ledger = DAWA.ledgers["slots"]
    assert ledger.document is not None
    assert attrs.evolve(ledger, document=None).digest == ledger.digest  # aside: never compared


AREA = cp.facts(cp.Venue).building_area_m2
VISITS = cp.facts(cp.Venue).daily_visitors
# Two that are equal, or that say the same.
SAME = [
    (3, Decimal(3)),
    (Decimal("4.5"), Fraction(9, 2)),
    (Decimal("1.50"), Decimal("1.5")),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({"a": 1}, FrozenMap({"a": 1})),
    (frozenset({"a", "b", "c"}), frozenset({"c", "b", "a"})),
    (1 * AREA + 2 * VISITS >= 2, 2 * VISITS + 1 * AREA >= 2),
    (w.Option("a", cp.Text(zh="甲")), w.Option("a", cp.Text(zh="甲", en=None))),
]
# Values that differ, each from each.
OTHERS = [
    *(None, True, False, 0, 1, -1, Fraction(1, 3), "", "1", "None", "\ud800", date(2024, 6, 30)),
    *(
        "2024-06-30",
        (),
        frozenset(),
        {},
        ("",),
        ("", ""),
        ("a", "b"),
        ("ab",),
        ("a,b",),
        (("a",), "b"),
    ),
    *({"a": "b"}, {"ab": ""}, {"": "ab"}, {"a": {"b": 1}}, frozenset({"a"}), frozenset({"a", "b"})),
    *(Op.GE, Op.GT, ">=", cp.Venue, cp.Room, "Venue", cp.Text(zh="a"), cp.Text(zh="a", en="a")),
    *(AllOf(), AnyOf(), AREA >= 1, AREA > 1, AREA >= 2, VISITS >= 1, ~(AREA == 1)),
    *(AllOf((AREA >= 1,)), AnyOf((AREA >= 1,)), Compare(cp.Room, ("area_m2",), Op.GE, 1)),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_equal_has_one_digest(one: object, other: object) -> None:
    assert digest_of(one) == digest_of(other)


def test_what_differs_has_another() -> None:
    assert len({canonical(one) for one in OTHERS}) == len(OTHERS)


@pytest.mark.parametrize("strange", [1.5, [1], object(), b"a"])
def test_what_no_document_holds_has_none(strange: object) -> None:
    with pytest.raises(TypeError, match="no object of a document holds"):
        digest_of((strange,))


@pytest.mark.parametrize(
    ("digest", "said"),
    [
        ("0" * 64, "0000-0000-0000"),
        (f"{10**12:064x}", "0000-0000-0000"),  # the last twelve digits
        (f"{10**12 - 1:064x}", "9999-9999-9999"),
        (f"{123456789012:064x}", "1234-5678-9012"),
    ],
)
def test_the_short_form_is_twelve_digits(digest: str, said: str) -> None:
    assert short_form(digest) == said


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_the_first_digest_of_a_plan_takes_no_time_to_notice(plan: cp.Plan) -> None:
    began = perf_counter()
    digest_of(plan)
    assert perf_counter() - began < 1  # 0.03 s where it was measured
