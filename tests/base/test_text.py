"""Labelled enums: a member is its value wherever data is compared, kept or written."""

import copy
import json
import operator
import pickle
from datetime import date
from enum import Enum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.audit.flaws import Severity
from careplan.base.errors import AmbiguousTruth, InvalidCriterion, InvalidInput, NotFound
from careplan.base.messages import show
from careplan.base.text import Labelled, Text, names_of, text_of
from careplan.base.truth import Availability, Outcome, Truth
from careplan.documents.clauses import Force, Modality
from careplan.documents.periods import Precision
from careplan.fields.paths import kind_at
from careplan.nouns.bodies import Level
from careplan.nouns.counts import SlotCount
from careplan.testing.cases.pivots import Place

# Equal to a value that Outcome has as well: two enums may share a word.
OTHER = Availability.UNKNOWN
UNORDERED = (Truth, Level, Severity, Force, Modality, Precision, Place)


class Plain(Enum):
    """An enum of a caller's that is no text."""

    MET = "met"


class Worded(StrEnum):
    """An enum of a caller's whose members are texts."""

    MET = "met"


def _through_pickle(member: Labelled) -> object:
    return pickle.loads(pickle.dumps(member))  # noqa: S301 - our own bytes


def test_a_member_equals_its_value_and_nothing_else() -> None:
    # Issue "wrong answers found from outside", B: every labelled member equals its `.value`.
    outcome: Any = Outcome.MET
    assert outcome == "met"
    assert "met" == outcome  # noqa: SIM300 - both ways round is the question
    assert not outcome != "met"  # noqa: SIM202 - `!=` is a method of its own
    assert outcome != "MET"
    assert outcome != "符合"
    assert outcome != 1
    assert outcome == outcome  # noqa: PLR0124 - a member is itself
    assert outcome == Worded.MET
    assert Worded.MET == outcome  # noqa: SIM300 - as above
    assert outcome != Plain.MET


def test_members_of_two_enums_of_ours_differ_though_they_share_a_value() -> None:
    unknown: Any = Outcome.UNKNOWN
    assert unknown.value == OTHER.value
    assert unknown != OTHER
    assert not unknown == OTHER  # noqa: SIM201 - `==` is a method of its own
    assert len({unknown, OTHER, Truth.UNKNOWN}) == 3


@pytest.mark.parametrize("member", [*Outcome, *cp.VenueCategory, *cp.Body])
def test_a_member_finds_its_value_in_a_set_and_a_mapping(member: Labelled) -> None:
    assert {member.value: 1}[member] == 1
    assert member.value in {member, *Worded}
    assert hash(member) == hash(member.value)


def test_a_member_goes_into_json_as_its_value() -> None:
    counted = {Outcome.NOT_MET: [Outcome.MET, Level.CITY], Outcome.MET: []}
    assert json.dumps(counted, sort_keys=True) == '{"met": [], "not_met": ["met", "city"]}'


def test_a_member_is_written_as_its_value_and_shown_as_code() -> None:
    assert str(Outcome.NOT_MET) == "not_met"
    assert f"{Outcome.NOT_MET}, {Outcome.NOT_MET:>8}" == "not_met,  not_met"
    assert repr(Outcome.NOT_MET) == "Outcome.NOT_MET"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _through_pickle])
def test_a_member_that_was_copied_is_the_member(again: Any) -> None:
    assert all(again(member) is member for member in (*Outcome, *cp.RoomUse))


@pytest.mark.parametrize("member", [Truth.TRUE, Outcome.MET, Availability.OPEN])
def test_a_truth_is_still_no_yes_or_no(member: Any) -> None:
    with pytest.raises(AmbiguousTruth):
        bool(member)


@pytest.mark.parametrize("enum", UNORDERED)
def test_the_order_of_letters_is_not_the_order_of_members(enum: Any) -> None:
    # "city" < "county" would say that a city stands below its county.
    one, other = list(enum)[:2]
    for compared in (operator.lt, operator.le, operator.gt, operator.ge):
        for beside in (other, other.value):
            with pytest.raises(TypeError, match="no order of letters"):
                compared(one, beside)


def test_where_a_text_is_asked_for_a_member_is_refused() -> None:
    member: Any = cp.VenueCategory.HOSPITAL
    for make in (
        lambda: SlotCount(member, date(2024, 6, 30), 1),
        lambda: Text(zh=member, en="hospital"),
        lambda: cp.facts(SlotCount).locality == member,
    ):
        with pytest.raises((InvalidInput, InvalidCriterion), match="text"):
            make()


def test_where_a_member_is_asked_for_its_value_is_refused() -> None:
    hospital: Any = "hospital"
    venue = cp.facts(cp.Venue)
    for make in (
        lambda: cp.Venue(category=hospital),
        lambda: cp.Room(supplies=["cleaning_cloths"]),  # type: ignore[list-item]
        lambda: cp.Room(equipment={"table": 1}),  # type: ignore[dict-item]
        lambda: venue.category == hospital,
        lambda: cp.among(venue.category, [hospital]),
    ):
        with pytest.raises((InvalidInput, InvalidCriterion), match=r"must be|got"):
            make()


def test_a_key_of_a_table_is_a_member_and_a_fact_is_a_name() -> None:
    # Both ways round, and twice: what was followed before must not answer for the other.
    key = cp.Equipment.TABLE
    for _ in range(2):
        kind_at(cp.Room, ("equipment", key))
        for path in (("equipment", key.value), (key,), ("area_m2", key)):
            with pytest.raises(NotFound):
                kind_at(cp.Room, path)


# --- without English ------------------------------------------------------------------------


class Fair(Labelled):
    """A member with two labels, one with a Chinese label, and two called by their value."""

    INDOOR = ("indoor", "室内", "inside")
    STREET = ("street", "街边")
    SQUARE = ("广场",)
    HARBOUR = "harbour"


@given(st.text(), st.none() | st.text())
def test_a_text_says_what_was_written_and_marks_what_was_not(zh: str, en: str | None) -> None:
    text = Text(zh=zh, en=en)
    assert text.get("zh") == zh
    assert text.get("en") == (f"{zh} [zh]" if en is None else en)
    assert pickle.loads(pickle.dumps(text)) == text  # noqa: S301 - our own bytes


def test_a_text_without_english_is_shown_marked() -> None:
    text = Text(zh="母婴室")
    assert (show(text, "zh"), show(text, "en")) == ("母婴室", "母婴室 [zh]")
    assert show((text, Text(zh="甲", en="A")), "en") == "母婴室 [zh], A"
    assert show(Text(zh="甲", en=""), "en") == ""  # a blank text was written


def test_no_english_is_not_blank_english() -> None:
    assert Text(zh="甲") == Text(zh="甲", en=None)
    assert Text(zh="甲") != Text(zh="甲", en="")
    assert len({Text(zh="甲"), Text(zh="甲", en=None)}) == 1


@pytest.mark.parametrize("wrong", [float("nan"), 3, Outcome.MET])
def test_english_is_a_text_or_none(wrong: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        Text(zh="甲", en=wrong)
    assert [problem.path for problem in caught.value.problems] == ["en"]
    with pytest.raises(InvalidInput):
        Text(zh=None, en=None)  # type: ignore[arg-type]  # Chinese must be there


@pytest.mark.parametrize(
    ("member", "zh", "en"),
    [
        (Fair.INDOOR, "室内", "inside"),
        (Fair.STREET, "街边", "街边 [zh]"),
        (Fair.SQUARE, "广场", "广场 [zh]"),
        (Fair.HARBOUR, "harbour", "harbour"),  # no Chinese to be marked
    ],
)
def test_a_member_is_shown_by_its_label_or_its_value(member: Fair, zh: str, en: str) -> None:
    assert (show(member, "zh"), show(member, "en")) == (zh, en)
    assert (member.label.get("zh"), member.label.get("en")) == (zh, en)


def test_a_member_of_a_foreign_enum_is_shown_by_its_name() -> None:
    assert show(Plain.MET, "en") == show(Worded.MET, "zh") == "MET"


def test_what_is_not_there_names_no_member() -> None:
    names = names_of((Fair,))
    assert set(names) == {
        "indoor", "INDOOR", "室内", "inside", "street", "STREET", "街边",
        "广场", "SQUARE", "harbour", "HARBOUR",
    }  # fmt: skip


@pytest.mark.parametrize("given", [Text(zh="甲", en="A"), ("甲", "A"), ["甲", "A"]])
def test_a_text_of_what_its_author_gives(given: Any) -> None:
    assert text_of(given) == Text(zh="甲", en="A")
    assert text_of("甲") == Text(zh="甲")


@pytest.mark.parametrize("given", [None, 3, ("甲",), ("甲", 1), ("甲", "A", "B"), Outcome.MET])
def test_what_is_no_text_is_left_for_whoever_keeps_it(given: Any) -> None:
    assert text_of(given) is given


def test_two_members_of_one_value_are_refused() -> None:
    # To Python the second is the first by another name: a restaurant would be a canteen.
    with pytest.raises(cp.CareplanError) as caught:

        class Kind(Labelled):
            CANTEEN = ("b", "食堂")
            RESTAURANT = ("b", "餐厅")

    assert str(caught.value) == ("Kind.RESTAURANT has the value of Kind.CANTEEN: give it its own")


def test_a_text_of_a_callers_own_class_is_a_text() -> None:
    class Own(str):
        __slots__ = ()

    assert Text(zh=Own("母婴室"), en=Own("a room")).get("en") == "a room"
