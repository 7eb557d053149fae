"""Errors: data as attributes, words in two languages, and no way for a value to break them."""

import copy
import itertools
import pickle
import threading
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.base.errors import (
    MAX_PROBLEMS,
    MAX_SUGGESTIONS,
    AmbiguousTruth,
    CareplanError,
    InvalidCriterion,
    InvalidInput,
    NotFound,
    Problem,
    UnknownFact,
    UnknownInInput,
    all_unknown,
    check_language,
    check_type,
    not_found,
)
from careplan.base.messages import MOST_LISTED, sentences
from careplan.base.quoting import QUOTE_LIMIT, quote
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.values import value_said
from careplan.base.text import Labelled, Text
from careplan.base.truth import Availability, Outcome, Truth

PLANS = ("baodi_2020", "bda_2017")
BDA, VENUE = cp.get_plan("bda_2017"), cp.facts(cp.Venue)
SHUANGLIAO = cp.assess(cp.Venue(), cp.get_plan("shuangliao_2021"))
KINDS = [code.removeprefix("kind.") for code in sentences() if code.startswith("kind.")]


def through_pickle(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


class _ReprRaises:
    """A value that cannot be shown."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")


class _ReprOfNothing:
    """A value whose repr breaks the protocol."""

    def __repr__(self) -> Any:
        return None


class _Unhashable:
    """A name that no table can hold."""

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "<unhashable>"


def nested(depth: int) -> list[object]:
    """Return a list in a list in a list, deeper than a repr can follow."""
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


# --- the family -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error",
    [
        AmbiguousTruth(Truth.TRUE),
        InvalidCriterion("no meaning"),
        NotFound("plan", "x", PLANS),
        UnknownFact("attribute", "x", ["y"]),
        InvalidInput([Problem("x", "required", None)]),
        UnknownInInput([Problem("x", "required", None)], NotFound("plan", "x", PLANS)),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_error_is_a_careplan_error_and_a_value_error(error: Exception) -> None:
    assert isinstance(error, CareplanError)
    assert isinstance(error, ValueError)
    assert str(error)


# --- NotFound -------------------------------------------------------------------------------


def test_a_near_name_is_suggested() -> None:
    error = NotFound("plan", "bda_2071", iter(PLANS))
    assert (error.kind, error.name) == ("plan", "bda_2071")
    assert (error.known, error.suggestion) == (PLANS, "bda_2017")
    assert str(error) == "no plan named 'bda_2071'; did you mean bda_2017?"
    assert error.text("en") == str(error)
    assert error.text("zh") == "没有名为“bda_2071”的方案；是否指“bda_2017”？"


def test_without_a_near_name_all_known_are_listed() -> None:
    error = NotFound("plan", "?", PLANS)
    assert error.suggestion is None
    assert error.text("en") == "no plan named '?'; known: baodi_2020, bda_2017"
    assert error.text("zh") == "没有名为“?”的方案；现有：“baodi_2020”、“bda_2017”"


@pytest.mark.parametrize(
    ("known", "zh", "en"),
    [
        (3, "；现有：“a0”、“a1”、“a2”", "; known: a0, a1, a2"),
        # All of fifty; of more, ten and how many more: 10,000 - 10 = 9,990.
        (MOST_LISTED, "、“a49”", ", a49"),
        (MOST_LISTED + 1, "、“a9”……另有41项", ", a9, ... and 41 more"),
        (10_000, "、“a9”……另有9990项", ", a9, ... and 9,990 more"),
    ],
)
def test_very_many_known_names_are_not_all_said(known: int, zh: str, en: str) -> None:
    names = [f"a{number}" for number in range(known)]
    error = NotFound("item", "?", names)
    assert error.text("zh").endswith(zh)
    assert error.text("en").endswith(en)
    assert error.known == tuple(names)  # as data they are all there


def test_the_first_of_many_unknown_names_have_a_suggestion() -> None:
    known = ("name", "phone")
    errors = not_found("field", (f"{'n' * number}ame" for number in (0, 2) * 9), iter(known))
    suggestions = [error.suggestion for error in errors]
    assert suggestions == ["name"] * MAX_SUGGESTIONS + [None] * (18 - MAX_SUGGESTIONS)
    assert errors[-1].text("en") == "no field named 'nname'; known: name, phone"
    # One tuple for all of them: n errors must not hold n copies of n names.
    assert all(error.known is errors[0].known for error in errors)
    assert not_found("field", (), known) == []


def test_of_endless_unknown_names_no_more_are_looked_at_than_are_listed() -> None:
    errors = not_found("field", itertools.repeat("x"), ("name",))
    assert len(errors) == MAX_PROBLEMS + 1
    caught = all_unknown("answers", errors)
    assert isinstance(caught, UnknownInInput)
    assert [problem.code for problem in caught.problems] == ["not_found"] * MAX_PROBLEMS + [
        "more_problems"
    ]


def test_without_known_names_there_is_no_hint() -> None:
    error = NotFound("item", "x", [])
    assert (error.known, error.suggestion) == ((), None)
    assert error.text("en") == "no sheet item named 'x'"
    assert error.text("zh") == "没有名为“x”的评分项"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_name_is_said_in_both_languages(kind: str) -> None:
    error = NotFound(kind, "x", [])
    assert sentences()[f"kind.{kind}"][0] in error.text("zh")
    assert sentences()[f"kind.{kind}"][1] in error.text("en")
    assert error.text("zh") != error.text("en")


@pytest.mark.parametrize(
    "name",
    [
        None,
        5,
        True,
        b"bda_2017",
        ["bda_2017"],
        {"bda_2017": 1},
        float("nan"),
        10**5000,
        _ReprRaises(),
        _ReprOfNothing(),
        _Unhashable(),
        nested(5000),
        "",
        " " * 5000,
        "\ud800",
        "a\nb",
        "{name}",
    ],
    ids=lambda name: type(name).__name__,
)
def test_an_odd_name_is_not_found_like_any_other(name: object) -> None:
    error = NotFound("plan", name, PLANS)
    assert error.name is name
    assert error.suggestion is None  # none of them is near a plan's id
    for language in ("zh", "en"):
        shown = quote(name) if language == "en" else value_said(name)
        assert shown in error.text(language)
        assert "\n" not in error.text(language)
        assert len(error.text(language)) < 2 * QUOTE_LIMIT + 60  # a long name is cut


def test_a_name_in_braces_is_not_a_placeholder() -> None:
    assert "'{hint}'" in NotFound("plan", "{hint}", []).text("en")


@pytest.mark.parametrize("name", ["bda_2071", 5, ["list"]])
@pytest.mark.parametrize("cls", [NotFound, UnknownFact])
def test_not_found_is_picklable_and_copyable(cls: type[NotFound], name: object) -> None:
    error = cls("plan", name, PLANS)
    for again in (through_pickle(error), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is cls
        assert (again.kind, again.name, again.known) == ("plan", name, PLANS)
        assert again.suggestion == error.suggestion
        assert str(again) == str(error)


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=20), max_size=5))
def test_a_suggestion_is_a_known_name(name: str, known: list[str]) -> None:
    error = NotFound("clause", name, known)
    assert error.suggestion is None or error.suggestion in known
    if name in known:
        assert error.suggestion is not None  # nothing is nearer than the name itself
    assert quote(name) in str(error)


# Once: any other language is NotFound everywhere else; here a bare ValueError
# ("tuple.index(x): x not in tuple") escapes.
@pytest.mark.parametrize("language", ["fr", "", "E N", None, 5, ["zh"]])
def test_not_found_is_said_in_zh_and_en_only(language: Any) -> None:
    with pytest.raises(NotFound) as caught:
        NotFound("plan", "x", PLANS).text(language)
    assert caught.value.kind == "language"


@pytest.mark.parametrize("tag", ["zh-CN", "ZH", "zh-Hans-CN"])
def test_an_error_is_said_in_the_language_of_a_tag(tag: str) -> None:
    """A tag as browsers and systems write it (BCP 47) asks for its language."""
    not_found, problem = NotFound("plan", "x", PLANS), Problem("x", "required", None)
    assert not_found.text(tag) == not_found.text("zh")
    assert not_found.hint(tag) == not_found.hint("zh")
    assert problem.text(tag) == problem.text("zh")


def test_an_unknown_fact_is_an_attribute_error_too() -> None:
    error = UnknownFact("attribute", "aera", ["area"])
    assert isinstance(error, AttributeError)
    assert isinstance(error, NotFound)
    assert (error.name, error.suggestion) == ("aera", "area")
    assert error.text("zh") == "没有名为“aera”的事实；是否指“area”？"

    class Proxy:
        def __getattr__(self, name: str) -> object:
            raise UnknownFact("attribute", name, ["area"])

    assert not hasattr(Proxy(), "aera")  # what being an AttributeError is for


# --- Problem and InvalidInput ---------------------------------------------------------------


def test_a_problem_is_said_path_first() -> None:
    problem = Problem("rooms[0].area_m2", "too_small", -1, {"minimum": 0})
    assert problem.text("en") == "rooms[0].area_m2: must be at least 0, got -1"
    assert problem.text("zh") == "“rooms[0].area_m2”：不得小于0，给出的是-1"
    assert problem.located() == problem.text("en")


def test_a_problem_whose_place_has_a_name_is_said_by_it_to_people_and_by_path_to_programs() -> None:
    place = Both("使用面积", "usable area")
    problem = Problem("usable_area_m2", "too_small", -1, {"minimum": 0}, place=place)
    assert problem.text("zh") == "使用面积：不得小于0，给出的是-1"
    assert problem.text("en") == "usable area: must be at least 0, got -1"
    assert problem.located() == "usable_area_m2: must be at least 0, got -1"


def test_a_problem_without_a_path_is_said_alone() -> None:
    assert Problem("", "required", None).text("en") == "must be stated"
    assert Problem("", "required", None).text("zh") == "必须说明"


def test_a_problem_with_a_clause_says_where_that_stands() -> None:
    problem = Problem("4.1.b.requires", "required", None, {"locator": "四（一）"})
    assert problem.text("en") == "4.1.b.requires (四（一）): must be stated"
    assert problem.text("zh") == "四（一）的要求：必须说明"
    assert problem.sentence("en") == "must be stated"
    assert attrs.evolve(problem, path="").text("en") == "(四（一）): must be stated"


def test_parameters_are_said_in_the_language_and_the_value_is_quoted() -> None:
    expected = Text(zh="整数", en="a whole number")
    problem = Problem("n", "wrong_type", "多", {"expected": expected})
    assert problem.text("zh") == "“n”：应为整数，给出的是“多”"
    assert problem.text("en") == "n: expected a whole number, got '多'"


def test_a_parameter_may_say_what_the_value_is() -> None:
    problem = Problem("room", "not_on_sheet", object(), {"value": Text(zh="小屋", en="hut")})
    assert problem.text("en") == "room: the room is not of the kind this sheet is for (hut)"


@pytest.mark.parametrize("language", ["fr", "", "E N", None, 5, ["zh"], _Unhashable()])
def test_a_problem_is_said_in_zh_and_en_only(language: Any) -> None:
    with pytest.raises(NotFound) as caught:
        Problem("x", "required", None).text(language)
    assert (caught.value.kind, caught.value.known) == ("language", ("zh", "en"))


@pytest.mark.parametrize(
    "value",
    [_ReprRaises(), _ReprOfNothing(), _Unhashable(), 10**5000, nested(5000), "{x}", "x" * 9999],
    ids=lambda value: type(value).__name__,
)
def test_a_problem_with_a_hostile_value_can_be_said(value: object) -> None:
    problem = Problem("x", "wrong_type", value, {"expected": "str"})
    assert problem.value is value
    for language in ("zh", "en"):
        shown = quote(value) if language == "en" else value_said(value)
        assert shown in problem.text(language)
        assert len(problem.text(language)) < QUOTE_LIMIT + 40


def test_invalid_input_lists_every_problem() -> None:
    problems = [Problem("a", "required", None), Problem("b", "too_small", -1, {"minimum": 0})]
    error = InvalidInput(iter(problems))
    assert error.problems == tuple(problems)
    assert str(error) == "a: must be stated\nb: must be at least 0, got -1"
    again = through_pickle(error)
    assert type(again) is InvalidInput
    assert again.problems == error.problems
    assert str(again) == str(error)


def test_an_unknown_name_in_an_input_is_both_errors() -> None:
    unknown = NotFound("locality", "大洼", ["大洼街道", "田家街道"])
    problems = [
        Problem("reports[0].locality", "not_found", "大洼", unknown.parameters()),
        Problem("reports[1].on", "required", None),
    ]
    error = UnknownInInput(problems, unknown)
    assert isinstance(error, InvalidInput)
    assert isinstance(error, NotFound)
    for one in (error, through_pickle(error), copy.copy(error)):
        assert type(one) is UnknownInInput
        assert one.problems == tuple(problems)
        assert (one.kind, one.name, one.suggestion) == ("locality", "大洼", "大洼街道")
        assert one.known == ("大洼街道", "田家街道")
        # The message and `text` list every problem; `hint` speaks of the first unknown name.
        assert str(one) == "\n".join(problem.located() for problem in problems)
        assert one.text("zh") == "\n".join(problem.text("zh") for problem in problems)
        assert one.hint("zh") == "；是否指大洼街道？"


@pytest.mark.parametrize(
    ("name", "known", "zh", "en"),
    [
        ("bda", PLANS, "；是否指“bda_2017”？", "; did you mean bda_2017?"),
        ("?", PLANS, "；现有：“baodi_2020”、“bda_2017”", "; known: baodi_2020, bda_2017"),
        ("?", (), "", ""),
    ],
)
def test_the_hint_alone(name: str, known: tuple[str, ...], zh: str, en: str) -> None:
    error = NotFound("plan", name, known)
    assert (error.hint("zh"), error.hint("en")) == (zh, en)


# Once: the value of a problem decides whether its error can leave the process.
def test_invalid_input_is_picklable_whatever_its_value() -> None:
    error = InvalidInput([Problem("x", "wrong_type", threading.Lock(), {"expected": "str"})])
    assert str(through_pickle(error)) == str(error)


# --- AmbiguousTruth -------------------------------------------------------------------------


def test_ambiguous_truth_says_what_to_ask_instead() -> None:
    error = AmbiguousTruth(Truth.TRUE)
    assert error.given == "Truth"
    assert str(error).startswith("Truth has no yes-or-no truth")


class _Size(Labelled):
    """An enum of somebody else's that takes no yes or no."""

    SMALL = ("small", "小", "small")
    LARGE = ("large", "大", "large")

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)


# A hint that is followed as it stands has to be an answer that can come out: a member of the
# enum at hand, looked up where it stands. `x is Truth.TRUE` is False for every Outcome.
@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (Truth.UNKNOWN, "x is Truth.TRUE"),
        (Outcome.NOT_MET, "x is Outcome.MET"),
        (Availability.UNKNOWN, "x is Availability.OPEN"),
        (_Size.LARGE, "x is _Size.SMALL"),
        (SHUANGLIAO, "a.outcome is Outcome.MET"),
        (SHUANGLIAO.findings[0], "a.outcome is Outcome.MET"),
        (cp.assess(cp.Room(), BDA).benefits[0], "a.availability is Availability.OPEN"),
        (SHUANGLIAO.definitions[0], "a.falls_under is Truth.TRUE"),
        (cp.evaluate(VENUE.building_area_m2 > 5, cp.Venue()), "a.truth is Truth.TRUE"),
        (cp.score(BDA.scorecards["care_room"], {}), "a.outcome is Outcome.MET"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_the_hint_names_a_member_of_the_enum_at_hand(given: Any, hint: str) -> None:
    with pytest.raises(AmbiguousTruth) as caught:
        bool(given)
    assert f"`{hint}`" in str(caught.value)
    left, _, right = hint.partition(" is ")
    name, _, member = right.partition(".")
    answer = given if left == "x" else getattr(given, left.removeprefix("a."))
    assert type(answer).__name__ == name
    assert member in type(answer).__members__


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (cp.agenda(BDA, date(1999, 1, 1), date(1999, 1, 1)), "what it holds"),
        (cp.registration_paths(cp.Applicant(), BDA), "what it holds"),
        (VENUE.building_area_m2, "all_of, any_of, not_"),
        (VENUE.building_area_m2 > 5, "all_of, any_of, not_"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_has_no_member_to_compare_is_said_otherwise(given: Any, hint: str) -> None:
    with pytest.raises(AmbiguousTruth) as caught:
        bool(given)
    assert hint in str(caught.value)
    assert " is " not in str(caught.value)


# Once: it has no `__reduce__`, so unpickling makes an AmbiguousTruth about its own message:
# "a str has no yes-or-no truth".
def test_ambiguous_truth_is_picklable() -> None:
    error = AmbiguousTruth(Truth.TRUE)
    for again in (through_pickle(error), copy.copy(error)):
        assert (again.given, str(again)) == ("Truth", str(error))


# --- quote and the checks -------------------------------------------------------------------


@pytest.mark.parametrize("value", [None, 0, "x", (1, 2), {"a": 1}, Truth.TRUE])
def test_a_short_value_is_quoted_as_its_repr(value: object) -> None:
    assert quote(value) == repr(value)


# The limit counts the characters of the repr: 58 letters between two quotation marks are 60.
@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (QUOTE_LIMIT - 3, "'" + "x" * (QUOTE_LIMIT - 3) + "'"),
        (QUOTE_LIMIT - 2, "'" + "x" * (QUOTE_LIMIT - 2) + "'"),
        (QUOTE_LIMIT - 1, "'" + "x" * (QUOTE_LIMIT - 2) + "…"),
        (9999, "'" + "x" * (QUOTE_LIMIT - 2) + "…"),
    ],
)
def test_a_long_value_is_cut(letters: int, expected: str) -> None:
    assert quote("x" * letters) == expected
    assert len(expected) <= QUOTE_LIMIT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (_ReprRaises(), "<_ReprRaises>"),
        (_ReprOfNothing(), "<_ReprOfNothing>"),
        (10**5000, "<int>"),  # Python refuses to print more than 4300 digits
        ([10**5000], "<list>"),
        (nested(100_000), "<list>"),  # a RecursionError inside repr
        ([_ReprRaises()], "<list>"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_cannot_be_shown_is_named_by_its_type(value: object, expected: str) -> None:
    assert quote(value) == expected


def test_a_quote_is_one_line() -> None:
    assert quote("a\nb\r\x00") == r"'a\nb\r\x00'"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_two_languages(language: str) -> None:
    assert check_language(language) == language


# A tag of BCP 47 asks for the language of its first subtag, in letters of any case.
@pytest.mark.parametrize(("tag", "language"), [("zh-CN", "zh"), ("ZH", "zh"), ("EN", "en")])
def test_a_tag_asks_for_its_language(tag: str, language: str) -> None:
    assert check_language(tag) == language
    for said in (NotFound("plan", "x", PLANS), Problem("x", "required", None)):
        assert said.text(tag) == said.text(language)


@pytest.mark.parametrize(
    ("language", "suggestion"),
    [
        ("zh_CN", "zh"),  # no tag: begins so, and is not three times as long
        ("eng", "en"),
        # One letter of two is another language, not a slip: both that are known are named.
        ("cn", None),
        ("fr", None),
        ("", None),
        (None, None),
        (0, None),
        (("zh",), None),
        (["zh"], None),
        (_Unhashable(), None),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_any_other_language_is_not_found(language: object, suggestion: str | None) -> None:
    with pytest.raises(NotFound) as caught:
        check_language(language)
    assert caught.value.kind == "language"
    assert caught.value.known == ("zh", "en")
    assert caught.value.suggestion == suggestion


def test_check_type_names_the_argument() -> None:
    check_type(5, int, "n")
    check_type(True, int, "n")
    with pytest.raises(InvalidInput) as caught:
        check_type("5", int, "n")
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == ("n", "wrong_type", "5")
    assert problem.text("en") == "n: expected int, got '5'"


def test_check_type_names_all_types_that_fit() -> None:
    check_type(5, (int, str), "n")
    check_type("5", (int, str), "n")
    with pytest.raises(InvalidInput) as caught:
        check_type(None, (int, str), "n")
    assert str(caught.value) == "n: expected int | str, got None"


def test_problems_may_come_one_by_one() -> None:
    def found() -> Iterator[Problem]:
        yield Problem("a", "required", None)
        yield Problem("b", "required", None)

    assert [problem.path for problem in InvalidInput(found()).problems] == ["a", "b"]
