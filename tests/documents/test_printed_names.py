"""A plan asked about an office by the name its document prints, or another calls it by."""

from itertools import permutations
from typing import Any

import attrs
import pytest
from asking import COUNTY, FINANCE, LEDGER, NAMES, OFFICES, ROWS, TOWNS, plan

import careplan as cp
from careplan.base.errors import InvalidInput, NotFound
from careplan.documents.authorities.assignments import localities, printed
from careplan.documents.authorities.offices import Office, office_table
from careplan.documents.plan import Plan
from careplan.nouns.bodies import Body, Level, Party, Role


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("县卫健局", ["1", "2"]),  # not what is asked of the city
        ("市卫健委", ["2", "3"]),
        ("卫健部门", ["1", "2", "3"]),  # it may be any of them
        ("各镇", ["4", "4/甲镇", "4/丙镇", "5", "6"]),
        ("甲镇", ["4", "4/甲镇", "5", "6"]),  # not what another town has to reach
        ("乙镇", ["4", "5"]),
        ("丙镇", ["4", "4/丙镇", "5"]),  # known from the ledger alone
        ("县教育局", ["6"]),
        ("财政局", []),
    ],
)
def test_the_tasks_of_a_printed_name(name: str, expected: list[str]) -> None:
    assert [one.id for one in NAMES.tasks_of(name)] == expected


def test_a_locality_of_a_ledger_is_known_where_the_ledger_addresses_localities() -> None:
    silent = plan(ledgers=(attrs.evolve(LEDGER, acting=()),))
    with pytest.raises(NotFound):
        silent.tasks_of("丙镇")
    # A department that has to reach the figures too is not one of the towns.
    by_both = attrs.evolve(LEDGER, acting=(FINANCE, TOWNS))
    found = plan(ledgers=(by_both,)).assignments()
    assert [(one.id, one.office.name) for one in found] == [
        ("4", "财政局"),
        ("4", "各镇"),
        ("4/甲镇", "甲镇"),
        ("4/丙镇", "丙镇"),
    ]
    assert {one.body for one in found[1:]} == {Body.TOWNSHIP}
    # Two names of one body are one locality.
    streets = Office("各街道", Body.TOWNSHIP, Level.TOWN)
    both = attrs.evolve(LEDGER, acting=(TOWNS, streets))
    assert localities(both, ROWS[1]) == (Office("丙镇", Body.TOWNSHIP, Level.TOWN, own_name=True),)
    assert [one.id for one in plan(ledgers=(both,)).tasks_of("丙镇")] == ["4", "4", "4/丙镇"]


def test_an_unknown_name_is_not_found_with_a_suggestion() -> None:
    for name, suggestion in (
        ("县卫健委", "县卫健局"),
        ("县教育厅", "县教育局"),
        ("丙", None),
        ("", None),
    ):
        with pytest.raises(NotFound) as caught:
            NAMES.tasks_of(name)
        assert (caught.value.kind, caught.value.name) == ("office", name)
        assert caught.value.suggestion == suggestion
        assert "丙镇" in caught.value.known  # a locality may have been meant


@pytest.mark.parametrize(
    "odd", [None, 1, COUNTY, Role.LEAD, Party.INSTITUTION, ["县卫健局"]], ids=repr
)
def test_a_body_is_a_body_or_a_text(odd: Any) -> None:
    # A member of another enum is a text to Python, and no name of an office.
    with pytest.raises(InvalidInput) as caught:
        NAMES.tasks_of(odd)
    assert [(p.path, p.code) for p in caught.value.problems] == [("body", "wrong_type")]


@pytest.mark.parametrize("odd", ["lead", Body.HEALTH, 0], ids=repr)
def test_a_role_is_a_role(odd: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        NAMES.tasks_of(Body.HEALTH, role=odd)
    assert [(p.path, p.code) for p in caught.value.problems] == [("role", "wrong_type")]


@pytest.mark.parametrize(
    ("body", "level", "name"),
    [
        (Body.HEALTH, Level.COUNTY, "县卫健局"),
        (Body.HEALTH, Level.CITY, "市卫健委"),
        (Body.HEALTH, None, "卫健部门"),
        (Body.HEALTH, Level.PROVINCE, "卫健部门"),  # of any level
        (Body.EDUCATION, Level.COUNTY, "县教育局"),
        (Body.EDUCATION, None, "教育部门"),  # the table has another level only
        (Body.EDUCATION, Level.CITY, "教育部门"),
        (Body.TOWNSHIP, Level.TOWN, "各镇"),  # never one town
        (Body.TAX, None, "税务部门"),
    ],
)
def test_the_name_a_document_has_for_a_body(body: Body, level: Level | None, name: str) -> None:
    assert printed(body, level, OFFICES) == Office(name, body, level)


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        ("民政 民政部门 当地民政部门", "民政部门"),  # a list has 民政, a sentence 民政部门
        ("民政局 县民政局", "民政局"),
        ("甲局 乙局", "乙局"),  # as short: the first in order of characters
    ],
)
def test_which_of_several_names_is_taken_is_no_matter_of_their_order(
    names: str, taken: str
) -> None:
    for order in permutations(names.split()):
        table = office_table(*((name, Body.CIVIL_AFFAIRS) for name in order))
        assert printed(Body.CIVIL_AFFAIRS, None, table).name == taken


PLANS = [*map(cp.get_plan, cp.plan_ids()), NAMES]


@pytest.mark.parametrize("whole", PLANS, ids=lambda whole: whole.id)
def test_a_plan_read_from_json_asks_the_same_of_the_same_offices(whole: Plan) -> None:
    # JSON keeps the names of a mapping in order of characters, which is not the document's.
    read = cp.codec.loads(cp.codec.dumps(whole), Plan)
    assert read == whole
    assert read.assignments() == whole.assignments()
    assert read.matrix() == whole.matrix()


@pytest.mark.parametrize("whole", PLANS, ids=lambda whole: whole.id)
def test_a_name_asks_no_more_than_its_body(whole: Plan) -> None:
    for office in whole.offices.values():
        of_body = whole.tasks_of(office.body)
        found = whole.tasks_of(office.name)
        assert all(one in of_body for one in found)
        assert all(one in found for one in of_body if one.office.name == office.name)
