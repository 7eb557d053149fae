"""Sources: labels, clauses, and the readings an open text allows."""

import copy
import pickle
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest

import careplan.base.truth
import careplan.criteria.nodes
import careplan.documents.clauses
import careplan.documents.scales.sheets
import careplan.documents.scales.targets
import careplan.nouns.facilities
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.text import Labelled, Text
from careplan.documents.clauses import (
    Clause,
    Document,
    Force,
    Interpretation,
    Modality,
    Option,
    Reading,
    by_number,
    read_as,
    readings_used,
)

MODULES = (
    careplan.nouns.facilities,
    careplan.criteria.nodes,
    careplan.documents.scales.sheets,
    careplan.documents.clauses,
    careplan.documents.scales.targets,
    careplan.base.truth,
)
ENUMS = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Labelled) and len(value)
    },
    key=lambda enum: enum.__name__,
)
MEMBERS = [member for enum in ENUMS for member in enum]

AREA = Interpretation(
    id="area",
    clauses=("1",),
    question=Text(zh="哪种面积？", en="Which area?"),
    options=(
        Option("usable", Text(zh="使用面积", en="usable area")),
        Option("gross", Text(zh="建筑面积", en="gross area")),
    ),
)
PLACES = Interpretation(
    id="places",
    clauses=("2", "3"),
    question=Text(zh="清单是否封闭？", en="Is the list closed?"),
    options=(
        Option("closed", Text(zh="封闭", en="closed")),
        Option("open", Text(zh="开放", en="open")),
    ),
)
BOTH = (AREA, PLACES)


# --- texts and labels -----------------------------------------------------------------------


def test_a_text_has_two_languages() -> None:
    text = Text(zh="母婴室", en="mother-and-baby room")
    assert text.get("zh") == "母婴室"
    assert text.get("en") == "mother-and-baby room"
    assert text == Text(en="mother-and-baby room", zh="母婴室")
    assert hash(text) == hash(Text(en="mother-and-baby room", zh="母婴室"))


@pytest.mark.parametrize("language", ["fr", "", "Z H", None, 1, ["en"]])
def test_any_other_language_is_not_found(language: Any) -> None:
    with pytest.raises(NotFound) as caught:
        Text(zh="甲", en="a").get(language)
    assert (caught.value.kind, caught.value.name) == ("language", language)


def test_the_parts_of_a_text_are_named() -> None:
    positional: Any = Text
    with pytest.raises(TypeError):
        positional("母婴室", "room")  # which is which would be a guess


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_members_are_told_apart_by_value_and_label(enum: type[Labelled]) -> None:
    members = list(enum)
    assert len({member.value for member in members}) == len(members)
    for language in ("zh", "en"):
        labels = [member.label.get(language) for member in members]
        assert all(labels)
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_member_prints_as_written_and_is_found_by_value(member: Labelled) -> None:
    assert repr(member) == f"{type(member).__name__}.{member.name}"
    enum: Any = type(member)
    assert enum(member.value) is member
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes
    assert copy.deepcopy(member) is member


def test_a_member_is_looked_up_by_its_value_only() -> None:
    values: list[object] = ["应当", "MUST", 1, ("must", "应当", "must")]
    assert Modality.MUST not in values
    by_value: Any = Modality  # the type checker reads __new__, which takes the labels too
    assert by_value("must") is Modality.MUST
    with pytest.raises(ValueError, match="'应当' is not a valid Modality"):
        by_value("应当")  # a label is not a value
    assert Force.ADVISORY.label == Text(zh="建议", en="advisory")


def test_the_modalities() -> None:
    # The words the documents use: 应当, 支持…, 鼓励, 可以, 不得, and statements.
    assert [modality.value for modality in Modality] == [
        "must",
        "should",
        "encouraged",
        "may",
        "prohibited",
        "fact",
    ]


# --- clauses and documents ------------------------------------------------------------------


def test_clauses_are_known_by_number_in_their_order() -> None:
    table = (
        Clause("4.1.a", "四（一）", Modality.MUST, Text(zh="下限6㎡", en="at least 6 m2")),
        Clause("4.2.e", "四（二）", Modality.ENCOURAGED, Text(zh="鼓励", en="encouraged")),
    )
    assert by_number(table) == {"4.1.a": table[0], "4.2.e": table[1]}
    assert list(by_number(iter(table))) == ["4.1.a", "4.2.e"]  # in the document's order
    assert by_number(()) == {}


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (Text(zh="方案", en="plan"), Text(zh="方案", en="plan")),
        (("方案", "plan"), Text(zh="方案", en="plan")),
        ("方案", Text(zh="方案")),
    ],
)
def test_a_document_takes_texts_pairs_and_chinese_alone(
    given: Text | tuple[str, str] | str, taken: Text
) -> None:
    document = Document(title=given, issuer=given)
    assert (document.title, document.issuer) == (taken, taken)


def test_what_is_no_title_is_said_at_once_with_the_issuer() -> None:
    with pytest.raises(InvalidInput) as caught:
        Document(title=("方案", 3), issuer=None, number=3)  # type: ignore[arg-type]
    assert [(p.path, p.code) for p in caught.value.problems] == [
        ("title", "wrong_type"),
        ("issuer", "required"),
        ("number", "wrong_type"),
    ]


def test_what_a_document_does_not_print_is_none() -> None:
    document = Document(title=Text(zh="通知", en="Notice"), issuer=Text(zh="工会", en="Union"))
    assert (document.number, document.issued_on) == (None, None)
    dated = attrs.evolve(document, number="1号", issued_on=date(2017, 1, 1))
    assert dated != document
    assert {document: 1}[copy.deepcopy(document)] == 1  # frozen and hashable


# --- interpretations ------------------------------------------------------------------------


def test_the_first_option_is_the_default() -> None:
    assert AREA.default == "usable"
    assert AREA.option("usable") is AREA.options[0]
    assert AREA.option("gross") is AREA.options[1]


def test_an_unknown_option_is_not_found() -> None:
    with pytest.raises(NotFound) as caught:
        AREA.option("usabel")
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("option", "usabel", "usable")
    assert error.known == ("usable", "gross")
    assert error.text("zh") == "没有名为“usabel”的条文理解选项；是否指“usable”？"


@pytest.mark.parametrize("name", [None, 0, 5, True, b"usable", ["usable"], {}, AREA.options[0]])
def test_an_option_is_named_by_text(name: object) -> None:
    with pytest.raises(NotFound) as caught:
        AREA.option(name)
    assert caught.value.suggestion is None


class _EqualToAll:
    """Compares equal to anything, as a mock may."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


# Once: names are compared with == before anything says they are texts: an array raises numpy's
# own ValueError, and an object that is equal to everything is taken for the first option.
@pytest.mark.parametrize(
    "name", [np.array(["usable", "gross"]), _EqualToAll()], ids=["array", "equal to all"]
)
def test_an_option_is_never_found_by_an_odd_equality(name: object) -> None:
    with pytest.raises(NotFound):
        AREA.option(name)


# --- readings -------------------------------------------------------------------------------


@pytest.mark.parametrize("readings", [None, {}])
def test_without_readings_the_defaults_are_taken(readings: Mapping[str, str] | None) -> None:
    assert read_as(BOTH, readings) == {"area": "usable", "places": "closed"}


def test_readings_stand_over_the_defaults() -> None:
    assert read_as(BOTH, {"places": "open"}) == {"area": "usable", "places": "open"}
    assert read_as(iter(BOTH), {"places": "closed", "area": "gross"}) == {
        "area": "gross",
        "places": "closed",
    }


def test_reading_changes_nothing_of_the_callers() -> None:
    given = {"places": "open"}
    taken = read_as(BOTH, given)
    taken["area"] = "gross"
    assert given == {"places": "open"}
    assert read_as(BOTH, given)["area"] == "usable"


def test_nothing_open_is_nothing_to_read() -> None:
    assert read_as((), None) == {}
    with pytest.raises(NotFound) as caught:
        read_as((), {"area": "usable"})
    assert caught.value.known == ()


def test_an_unknown_interpretation_is_not_found() -> None:
    with pytest.raises(NotFound) as caught:
        read_as(BOTH, {"place": "open"})
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("interpretation", "place", "places")
    assert error.known == ("area", "places")
    assert error.text("zh") == "没有名为“place”的条文理解问题；是否指“places”？"
    assert error.text("en") == "no interpretation named 'place'; did you mean places?"


def test_an_unknown_option_in_readings_is_not_found() -> None:
    with pytest.raises(NotFound) as caught:
        read_as(BOTH, {"places": "opne"})
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("option", "opne", "open")


@pytest.mark.parametrize("name", [1, None, b"area", ("area",), AREA])
def test_an_interpretation_is_named_by_text(name: Any) -> None:
    with pytest.raises(NotFound) as caught:
        read_as(BOTH, {name: "usable"})
    assert (caught.value.kind, caught.value.name) == ("interpretation", name)


@pytest.mark.parametrize(
    "readings", ["area", [("area", "usable")], ("area", "usable"), {"area"}, 5, False, 0, AREA]
)
def test_readings_are_a_mapping(readings: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_as(BOTH, readings)
    [problem] = caught.value.problems
    assert (problem.path, problem.code) == ("readings", "wrong_type")
    assert problem.text("en").startswith("readings: expected Mapping, got ")
    assert problem.text("zh") != problem.text("en")


def test_the_readings_used_are_listed_in_the_documents_order() -> None:
    taken = read_as(BOTH, {"places": "open"})
    of_area = Reading(AREA, AREA.options[0])
    of_places = Reading(PLACES, PLACES.options[1])
    assert readings_used(BOTH, ["places", "area"], taken) == (of_area, of_places)
    assert readings_used(BOTH, {"places"}, taken) == (of_places,)
    assert readings_used(BOTH, iter(["area", "area"]), taken) == (of_area,)
    assert readings_used(BOTH, (), taken) == ()


def test_only_what_was_used_is_looked_up() -> None:
    def used() -> Iterator[str]:
        yield "area"

    assert readings_used(BOTH, used(), {"area": "gross"}) == (Reading(AREA, AREA.options[1]),)


def test_a_clause_number_stands_once() -> None:
    first, other = (Clause("1.a", "一", Modality.MUST, Text(zh=zh, en="A.")) for zh in "甲乙")
    with pytest.raises(InvalidInput) as caught:
        by_number([first, other])
    assert [(p.path, p.code) for p in caught.value.problems] == [("1.a", "duplicate")]


def test_an_interpretation_has_an_alternative() -> None:
    name = Text(zh="甲", en="A")
    with pytest.raises(InvalidInput) as caught:
        Interpretation(
            id="height", clauses=("1.a",), question=name, options=(Option("tall", name),)
        )
    assert [(p.path, p.code) for p in caught.value.problems] == [("options", "no_alternative")]
