"""How nouns lie in tables: names of columns, rows of subjects, and what is refused."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given

import careplan as cp
from careplan.base.errors import InvalidInput, NotFound
from careplan.fields import kinds as k
from careplan.fields.declaring import (
    choices,
    count,
    flag,
    items,
    number,
    part,
    table,
    words,
)
from careplan.layout import ID, PARENT, Column, rows_of, table_of
from careplan.nouns.catalogue import NOUNS
from careplan.testing.strategies import nouns
from careplan.writing import Labelled


class Mode(Labelled):
    """Whose values are no names of Python."""

    DAY = ("full day", "全日", "full day")
    DRAWN = ('"; DROP', "引号", "quotes")


@attrs.frozen(kw_only=True)
class Cot(cp.Noun):
    """An item of an item."""

    length_m: Any = number("长度", "length")


@attrs.frozen(kw_only=True)
class Hall(cp.Noun):
    """An item that holds items, in a part as well."""

    cots: Any = items(Cot, "床", "cots")
    heated: bool | None = flag("采暖", "heated")


@attrs.frozen(kw_only=True)
class Yard(cp.Noun):
    """A part with items."""

    halls: Any = items(Hall, "厅", "halls")
    toys: Any = table(Mode, "玩具", "toys")
    modes: Any = choices(Mode, "方式", "modes")


@attrs.frozen(kw_only=True)
class House(cp.Noun):
    """A noun with a part that has all sorts."""

    yard: Any = part(Yard, "院子", "yard")
    opened_on: Any = attrs.field(default=None)  # no fact, and so no column
    beds: int | None = count("床位", "beds")


@attrs.frozen(kw_only=True)
class Annex(House):
    """A noun made of another."""

    roof: bool | None = flag("屋顶", "roof")


def names(noun: type[cp.Noun], given: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Return the names of the columns of each table."""
    made = table_of(noun, given)
    return {one.path: [column.name for column in one.columns.values()] for one in made.tables}


# --- names ------------------------------------------------------------------------------------


def test_each_fact_of_a_part_each_member_and_each_item_has_its_column() -> None:
    # As the module says: steps of the path are joined by two underscores, members by their value.
    assert names(House) == {
        "": [
            *("yard__halls", "yard__toys__full day", 'yard__toys__"; DROP'),
            *("yard__modes__full day", 'yard__modes__"; DROP', "beds"),
        ],
        "yard.halls": ["cots", "heated"],
        "yard.halls.cots": ["length_m"],
    }
    assert names(Annex)[""] == [*names(House)[""], "roof"]


def test_a_column_knows_what_it_holds() -> None:
    made = table_of(House)
    kinds = {column.name: column.kind for column in made.columns.values()}
    assert kinds["yard__halls"] == k.ItemsKind(Hall)
    assert kinds["yard__toys__full day"] == k.CountKind()
    assert kinds["yard__modes__full day"] == k.FlagKind()
    path = ("yard", "toys", Mode.DAY)
    assert made.columns[path] == Column("yard__toys__full day", path, k.CountKind())
    assert made.column(path) == "yard__toys__full day"


@pytest.mark.parametrize(
    "path",
    [
        ("yard",),  # a part is no column
        ("yard", "toys"),  # nor is a table, but its entries
        ("yard", "toys", "full day"),  # a text is no key, though it equals one
        (Mode.DAY,),
        ("yard", "halls", 0),
        ("yard", "halls", 0, "heated"),
        (),
    ],
)
def test_what_has_no_column_is_not_found(path: Any) -> None:
    with pytest.raises(NotFound) as caught:
        table_of(House).column(path)
    assert caught.value.kind == "path"


def test_columns_are_named_by_the_path_of_what_they_hold() -> None:
    given = {
        "yard.halls": "n",
        "yard.toys[full day]": "toys",
        'yard.modes["; DROP]': "';--",
        "yard.halls.cots": "many",
        "yard.halls.cots.length_m": "长 度",
    }
    named = names(House, given)
    assert named[""][0] == "n"
    assert named[""][1] == "toys"
    assert named[""][4] == "';--"
    assert named["yard.halls"] == ["many", "heated"]
    assert named["yard.halls.cots"] == ["长 度"]


def test_columns_of_two_tables_may_have_one_name() -> None:
    assert names(House, {"beds": "x", "yard.halls.heated": "x"})["yard.halls"] == ["cots", "x"]
    assert names(House, {"beds": "yard__halls", "yard.halls": "beds"})[""][0] == "beds"


@pytest.mark.parametrize("path", ["bed", "yard", "yard.toys", "halls", "yard.halls[0].heated", 3])
def test_a_path_that_no_column_has_is_not_found(path: Any) -> None:
    with pytest.raises(NotFound) as caught:
        table_of(House, {path: "x"})
    assert caught.value.name == path
    if path == "bed":
        assert caught.value.suggestion == "beds"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((one, "wrong_type") for one in (None, 3, b"beds", Mode.DAY)),
        *((one, "blank") for one in ("", " ", "\t\u3000")),
        *((one, "name_taken") for one in ("yard__halls", "YARD__Halls", "id", "ID")),
    ],
)
def test_names_that_are_none_or_taken_are_refused(name: Any, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        table_of(House, {"beds": name})
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == ("columns[beds]", code, name)


def test_all_wrong_names_are_told_at_once() -> None:
    given = {"beds": "", "yard.halls.cots": "Parent", "yard.halls.cots.length_m": "PARENT"}
    with pytest.raises(InvalidInput) as caught:
        table_of(House, given)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("columns[beds]", "blank"),
        ("columns[yard.halls.cots]", "name_taken"),
        ("columns[yard.halls.cots.length_m]", "name_taken"),
    ]


class Hostile(Mapping[str, str]):
    """A mapping that does not say its entries."""

    def __getitem__(self, key: str) -> str:
        raise RuntimeError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(["beds"])

    def __len__(self) -> int:
        return 1


@pytest.mark.parametrize("columns", ["beds", ["beds"], 3, Hostile()])
def test_columns_that_are_no_mapping_are_refused(columns: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        table_of(House, columns)
    assert [(one.path, one.code) for one in caught.value.problems] == [("columns", "wrong_type")]


@pytest.mark.parametrize("noun", [None, "House", int, House(), Mode])
def test_what_is_no_noun_is_refused(noun: Any) -> None:
    for ask in (lambda: table_of(noun), lambda: rows_of([], noun)):
        with pytest.raises(InvalidInput) as caught:
            ask()
        assert [(one.path, one.code) for one in caught.value.problems] == [("noun", "wrong_type")]


@attrs.frozen(kw_only=True)
class Underscored(cp.Noun):
    """Whose names make one column of two facts."""

    yard: Any = part(Hall, "厅", "hall")
    yard__heated: bool | None = flag("采暖", "heated")


def test_two_facts_of_one_column_are_refused_until_one_is_named() -> None:
    with pytest.raises(InvalidInput, match="yard__heated"):
        table_of(Underscored)
    assert names(Underscored, {"yard.heated": "warm"})[""] == ["yard__cots", "warm", "yard__heated"]


# --- facts that are called as rows are told apart ---------------------------------------------


@attrs.frozen(kw_only=True)
class Leaf(cp.Noun):
    """A noun without items, with facts that are called so."""

    id: str | None = words("编号", "number")
    parent: str | None = words("上级", "parent")


@attrs.frozen(kw_only=True)
class Tree(cp.Noun):
    """A noun with items, and facts that are called so."""

    id: str | None = words("编号", "number")
    parent: str | None = words("上级", "parent")
    leaves: Any = items(Leaf, "叶", "leaves")


def test_a_fact_called_id_or_parent_stands_where_no_table_needs_the_name() -> None:
    assert names(Leaf) == {"": ["id", "parent"]}
    # The fact is what the row holds: no other table names the row.
    assert rows_of([Leaf(id="甲")], Leaf) == {"": [{"id": "甲", "parent": None}]}
    assert rows_of([Leaf(id="甲")], Leaf, {"id": "ID"}) == {"": [{"ID": "甲", "parent": None}]}


def test_it_needs_another_name_where_rows_of_other_tables_name_the_row() -> None:
    with pytest.raises(InvalidInput) as caught:
        table_of(Tree)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("columns[id]", "name_taken"),
        ("columns[leaves.parent]", "name_taken"),
    ]
    named = {"id": "number", "leaves.parent": "above"}
    subject = Tree(id="甲", parent="乙", leaves=[Leaf(id="丙", parent="丁"), Leaf()])
    assert rows_of([Tree(), subject], Tree, named) == {
        "": [
            {"id": 0, "number": None, "parent": None, "leaves": None},
            {"id": 1, "number": "甲", "parent": "乙", "leaves": 2},
        ],
        "leaves": [
            {"parent": 1, "id": "丙", "above": "丁"},
            {"parent": 1, "id": None, "above": None},
        ],
    }


# --- rows -------------------------------------------------------------------------------------


def test_rows_hold_what_is_stated_and_null_for_what_is_not() -> None:
    hall = Hall(cots=[Cot(length_m=Decimal("1.2")), Cot()], heated=False)
    yard = Yard(halls=[Hall(), hall], toys={Mode.DAY: 0}, modes=[Mode.DRAWN])
    found = rows_of([House(), House(yard=Yard(halls=[])), House(yard=yard, beds=0)], House)
    unstated = dict.fromkeys(names(House)[""])
    assert found[""] == [
        {"id": 0, **unstated},
        {"id": 1, **unstated, "yard__halls": 0},
        {
            "id": 2,
            "yard__halls": 2,
            "beds": 0,
            # An entry that is not there is not stated; a stated set is complete.
            "yard__toys__full day": 0,
            'yard__toys__"; DROP': None,
            "yard__modes__full day": False,
            'yard__modes__"; DROP': True,
        },
    ]
    assert found["yard.halls"] == [
        {"id": 0, "parent": 2, "cots": None, "heated": None},
        {"id": 1, "parent": 2, "cots": 2, "heated": False},
    ]
    assert found["yard.halls.cots"] == [
        {"id": 0, "parent": 1, "length_m": Decimal("1.2")},
        {"id": 1, "parent": 1, "length_m": None},
    ]


def test_enums_are_their_values_as_plain_texts_and_days_are_days() -> None:
    venue = cp.Venue(category=cp.VenueCategory.HOSPITAL)
    [row] = rows_of([venue], cp.Venue)[""]
    assert (row["category"], type(row["category"])) == ("hospital", str)
    [row] = rows_of([cp.SlotCount("甲", date(2024, 6, 30), 200)], cp.SlotCount)[""]
    assert row == {"id": 0, "locality": "甲", "on": date(2024, 6, 30), "slots": 200}


def test_a_subject_of_a_noun_made_of_it_has_the_columns_of_the_noun() -> None:
    [row] = rows_of([Annex(roof=True, beds=3)], House)[""]
    assert row["beds"] == 3
    assert "roof" not in row
    with pytest.raises(InvalidInput, match=r"subjects\[1\]"):
        rows_of([Annex(), House()], Annex)


def test_no_subjects_have_tables_without_rows() -> None:
    assert rows_of(iter(()), House) == {"": [], "yard.halls": [], "yard.halls.cots": []}


@pytest.mark.parametrize("subjects", [House(), None, 3])
def test_what_lists_no_subjects_is_refused(subjects: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        rows_of(subjects, House)
    assert caught.value.problems[0].path == "subjects"


@pytest.mark.parametrize("subject", [None, "House", Hall()])
def test_what_is_no_subject_is_refused_by_its_place(subject: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        rows_of([House(), subject], House)
    assert caught.value.problems[0].path == "subjects[1]"


# A third has no decimal; 2 ** -21 has one of 21 places, one more than numbers are kept in.
@pytest.mark.parametrize("fraction", [Fraction(1, 3), Fraction(1, 2**21)])
def test_fractions_without_a_decimal_are_refused_all_at_once_unless_asked_for(
    fraction: Fraction,
) -> None:
    hall = Hall(cots=[Cot(), Cot(length_m=fraction)])
    subjects = [House(), House(yard=Yard(halls=[Hall(), hall, hall]))]
    with pytest.raises(InvalidInput) as caught:
        rows_of(subjects, House)
    assert [(one.path, one.code, one.value) for one in caught.value.problems] == [
        (f"subjects[1].yard.halls[{index}].cots[1].length_m", "no_decimal", fraction)
        for index in (1, 2)
    ]
    kept = rows_of(subjects, House, keep_fractions=True)
    assert [row["length_m"] for row in kept["yard.halls.cots"]] == [None, fraction] * 2
    # What has a decimal is kept as one, and so is a table's number.
    [row] = rows_of([Cot(length_m=Fraction(1, 2**20))], Cot)[""]
    assert row["length_m"] == Decimal(1) / 2**20


def test_whether_fractions_are_kept_is_yes_or_no() -> None:
    with pytest.raises(InvalidInput, match="keep_fractions"):
        rows_of([], House, keep_fractions="yes")  # type: ignore[arg-type]  # what a caller might


# --- laws -------------------------------------------------------------------------------------


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_each_noun_of_ours_has_tables_as_it_is(noun: type[cp.Noun]) -> None:
    made = table_of(noun)
    for one in made.tables:
        listed = [column.name for column in one.columns.values()]
        assert len({name.casefold() for name in listed}) == len(listed)
        # PostgreSQL takes names of up to 63 bytes, and cuts longer ones short.
        assert all(name.isidentifier() and len(name.encode()) <= 63 for name in listed)


@given(nouns(House), nouns(cp.Venue))
def test_rows_say_what_the_subject_says(house: House, venue: cp.Venue) -> None:
    for subject in (house, venue):
        noun = type(subject)
        found = rows_of([noun(), subject], noun, keep_fractions=True)
        made = table_of(noun)
        for table_ in made.tables:
            rows = found[table_.path]
            assert [row[ID] for row in rows] == [*range(len(rows))]
            wanted = {ID, *(one.name for one in table_.columns.values())}
            wanted |= {PARENT} if table_.path else set()
            assert all(row.keys() == wanted for row in rows)
        for path, child in made.children.items():
            # The number of items is that of the rows that name the row, which are in order.
            parents = [row[PARENT] for row in found[child.path]]
            for row in found[""]:
                assert (row[made.column(path)] or 0) == parents.count(row[ID])
