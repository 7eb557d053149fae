"""Offices: one body under the names a document prints, and which name stands for which."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.base.errors import InvalidInput, NotFound
from careplan.documents.authorities.offices import Office, office_table
from careplan.nouns.bodies import Body, Level

OFFICES = office_table(
    ("县卫健局", Body.HEALTH, Level.COUNTY),
    ("县教育局", Body.EDUCATION, Level.COUNTY),
    ("财政局", Body.FINANCE),
    ("民政局", Body.CIVIL_AFFAIRS),
    ("各镇", Body.TOWNSHIP, Level.TOWN),
)
HEALTH, EDUCATION, FINANCE, CIVIL_AFFAIRS, TOWNS = OFFICES.values()


# --- a table of offices ----------------------------------------------------------------------


def test_offices_by_their_local_name() -> None:
    assert OFFICES["县卫健局"] == Office("县卫健局", Body.HEALTH, Level.COUNTY)
    assert OFFICES["财政局"] == Office("财政局", Body.FINANCE)
    assert FINANCE.level is None  # not stated


def test_an_own_name_without_a_row_is_not_found_with_a_suggestion() -> None:
    rows = [(one.name, one.body) for one in OFFICES.values()]
    with pytest.raises(NotFound) as caught:
        office_table(*rows, own_names="财政局 县教育厅")
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("office", "县教育厅", "县教育局")
    assert "部门名称" in error.text("zh")
    assert "office" in error.text("en")


def test_own_names_mark_their_rows_and_no_other() -> None:
    table = office_table(
        ("甲镇", Body.TOWNSHIP, Level.TOWN),
        ("乙镇", Body.TOWNSHIP, Level.TOWN),
        ("各镇", Body.TOWNSHIP, Level.TOWN),
        own_names="  甲镇\n乙镇 ",
    )
    assert [office.own_name for office in table.values()] == [True, True, False]
    assert not any(office.own_name for office in OFFICES.values())


@pytest.mark.parametrize("other", [None, "财政局", Body.FINANCE])
def test_only_an_office_is_included_in_one(other: Any) -> None:
    with pytest.raises(InvalidInput, match="other: expected Office"):
        FINANCE.includes(other)


def test_an_own_name_has_a_row() -> None:
    with pytest.raises(NotFound) as caught:
        office_table(("甲镇", Body.TOWNSHIP), own_names="甲镇 甲镇街")
    assert (caught.value.kind, caught.value.name) == ("office", "甲镇街")
    for odd in (None, ["甲镇"], 1):
        with pytest.raises(InvalidInput) as error:
            office_table(("甲镇", Body.TOWNSHIP), own_names=odd)  # type: ignore[arg-type]
        assert [(p.path, p.code) for p in error.value.problems] == [("own_names", "wrong_type")]


def test_all_that_is_wrong_with_a_table_is_said_at_once() -> None:
    rows: Any = (("甲局", Body.HEALTH), "甲局", ("乙局",), ("丙局", 5), ("甲局", Body.FINANCE))
    with pytest.raises(InvalidInput) as caught:
        office_table(*rows, own_names="丁镇")
    assert [(p.path, p.code) for p in caught.value.problems] == [
        ("rows[1]", "wrong_type"),
        ("rows[2]", "wrong_type"),
        ("rows[3].body", "wrong_type"),
        ("rows[4]", "duplicate"),
    ]
    # A row that says the same again is no second office.
    assert len(office_table(("甲局", Body.HEALTH), ("甲局", Body.HEALTH))) == 1


# --- which name stands for which -------------------------------------------------------------


def office(said: str) -> Office:
    """Read "甲镇! town": a name, ! if it is its own, and a level unless none is stated."""
    name, _, level = said.partition(" ")
    return Office(
        name.removesuffix("!"),
        Body.TOWNSHIP,
        Level(level) if level else None,
        name.endswith("!"),
    )


@pytest.mark.parametrize(
    ("asking", "asked", "included"),
    [
        ("各镇 town", "各镇 town", True),
        ("各镇 town", "镇人民政府 town", True),  # another name of the same body and level
        ("各镇 town", "县镇 county", False),  # of another level
        ("镇街", "县镇 county", True),  # printed without a level: that of any
        ("各镇 town", "镇街", True),  # asked about without a level: any
        ("镇街", "镇政府", True),
        # One of several is among all of them, and is none of the others.
        ("各镇 town", "甲镇! town", True),
        ("甲镇! town", "各镇 town", True),
        ("甲镇! town", "乙镇! town", False),
        ("甲镇!", "乙镇!", False),
        ("甲镇! town", "甲镇! town", True),
        ("甲镇! town", "甲镇!", True),
        ("县镇 county", "甲镇! town", False),
        # An own name without a level is a town all the same.
        ("各镇 town", "甲镇!", True),
        ("甲镇!", "各镇 town", True),
    ],
)
def test_what_is_asked_of_one_office_is_asked_of_another(
    asking: str, asked: str, included: bool
) -> None:
    assert office(asking).includes(office(asked)) is included


def test_another_body_is_another_office_whatever_its_level() -> None:
    assert not HEALTH.includes(EDUCATION)
    assert not FINANCE.includes(CIVIL_AFFAIRS)
    assert not Office("卫健部门", Body.HEALTH).includes(Office("教育部门", Body.EDUCATION))


SOME_OFFICES = st.builds(
    Office,
    st.sampled_from(["甲", "乙", "丙"]),
    st.sampled_from([Body.HEALTH, Body.TOWNSHIP]),
    st.none() | st.sampled_from([Level.CITY, Level.TOWN]),
    st.booleans(),
)


@given(SOME_OFFICES, SOME_OFFICES)
def test_names_stand_for_each_other_or_not(one: Office, other: Office) -> None:
    assert one.includes(one)
    assert one.includes(other) is other.includes(one)
    if one.name != other.name and one.includes(other):
        assert one.body is other.body
        assert not (one.own_name and other.own_name)
