"""Forms: what `check_form` finds, all at once, and nothing that is not there."""

import decimal
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import attrs
import pytest
from small_plans import clauses_of

import careplan as cp
from careplan import writing as w
from careplan.documents.clauses import by_number
from careplan.fields.times import read_time, read_when
from careplan.verbs.forms import FormCheck

C = by_number(clauses_of(("1", "一", w.Modality.MUST, "表", "A form.")))


def field(key: str, kind: w.FieldType, *, required: bool = True, **more: Any) -> w.FormField:
    label = cp.Text(zh=f"字段{key}", en=key)
    return w.FormField(key=key, label=label, type=kind, required=required, **more)


FORM = w.Form(
    clause=C["1"],
    key="own",
    title=cp.Text(zh="表", en="form"),
    fields=(
        field("name", w.FieldType.TEXT),
        field("on", w.FieldType.DATE),
        field("chairs", w.FieldType.COUNT, required=False),
        field("seal", w.FieldType.FLAG),
        field("place", w.FieldType.CHOICE, options=("inside", "outside")),
        field("hours", w.FieldType.HOURS),
    ),
)
FILLED: dict[str, Any] = {
    "name": "甲公司",
    "on": date(2017, 5, 1),
    "chairs": 2,
    "seal": True,
    "place": "inside",
    "hours": (9, 12),
}


def found(**changed: Any) -> list[tuple[str, str]]:
    """Return path and code of every problem of the filled-in form with some answers changed."""
    return [(p.path, p.code) for p in cp.check_form(FORM, {**FILLED, **changed}).problems]


def test_a_full_form_is_met() -> None:
    check = cp.check_form(FORM, FILLED)
    assert (check.outcome, check.problems, check.missing) == (cp.Outcome.MET, (), ())
    assert check.form is FORM


def test_of_very_many_options_the_first_are_named() -> None:
    options = tuple(f"no{number}" for number in range(60))
    form = attrs.evolve(FORM, fields=(field("place", w.FieldType.CHOICE, options=options),))
    [problem] = cp.check_form(form, {"place": "moon"}).problems
    assert problem.text("en").endswith("no8, no9, ... and 50 more")  # 60 - 10
    assert problem.text("zh").endswith("“no8”、“no9”……另有50项")
    [few] = cp.check_form(FORM, {**FILLED, "place": "moon"}).problems
    assert few.text("zh").endswith("“inside”、“outside”")


def test_an_empty_form_misses_every_required_field_in_order() -> None:
    check = cp.check_form(FORM, {})
    assert check.outcome is cp.Outcome.NOT_MET
    assert check.missing == ("name", "on", "seal", "place", "hours")
    assert {p.code for p in check.problems} == {"required"}


@pytest.mark.parametrize("key", ["name", "on", "seal", "place", "hours"])
@pytest.mark.parametrize("blank", [None, ""])
def test_blank_is_not_filled_in(key: str, blank: str | None) -> None:
    assert found(**{key: blank}) == [(key, "required")]


@pytest.mark.parametrize("blank", [None, ""])
def test_an_optional_field_may_stay_blank(blank: str | None) -> None:
    assert found(chairs=blank) == []


@pytest.mark.parametrize(
    ("key", "answer", "code"),
    [
        ("name", 5, "wrong_type"),
        ("on", "2017-05-01", "wrong_type"),
        ("on", datetime(2017, 5, 1), "datetime_for_date"),  # noqa: DTZ001 - refused whatever its zone
        ("chairs", "2", "text_as_number"),
        ("chairs", True, "bool_as_number"),
        ("chairs", -1, "too_small"),
        ("seal", "是", "wrong_type"),
        ("seal", 1, "wrong_type"),
        ("place", "moon", "not_an_option"),
        ("place", ["inside"], "not_an_option"),
    ],
)
def test_an_answer_of_the_wrong_kind(key: str, answer: object, code: str) -> None:
    assert found(**{key: answer}) == [(key, code)]


def test_zero_and_a_list_of_hours_are_answers() -> None:
    assert found(chairs=0, hours=[0, 24]) == []


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        ("9-12", "wrong_type"),
        ((9,), "wrong_type"),
        ((9, 12, 13), "wrong_type"),
        ((9, 12.5), "wrong_type"),  # half past twelve is written "12:30"
        (("8:75", 12), "text_as_number"),
        (("8:30 ", "8：20"), "hours_out_of_order"),  # full-width signs and blanks are no matter
        (("23:00", "25:00"), "hours_out_of_order"),
        (("8:30:00", 12), "text_as_number"),
        ((time(8, 30, 1), 12), "wrong_type"),
        ((9, True), "bool_as_number"),
        ((9, "  "), "required"),
        (("9", 12), "text_as_number"),
        ((-1, 12), "too_small"),
        ((9, None), "required"),  # 点到点: one of the two is left blank
        ((12, 9), "hours_out_of_order"),
        ((9, 9), "hours_out_of_order"),
        ((9, 25), "hours_out_of_order"),
    ],
)
def test_hours_that_are_none(hours: object, code: str) -> None:
    assert found(hours=hours) == [("hours", code)]


@pytest.mark.parametrize(
    "hours",
    [
        ("8:30", "12:00"),
        ("8点半", "11点45分"),
        ("08：30", 12),
        (time(8, 30), "24:00"),
        ("8时", "9点整"),
        ("8点钟", "9点一刻"),
    ],
)
def test_hours_may_begin_and_end_within_an_hour(hours: object) -> None:
    assert found(hours=hours) == []


def test_what_a_time_of_day_is_stands_in_the_answer() -> None:
    [problem] = cp.check_form(FORM, {**FILLED, "hours": ("half past", 12)}).problems
    assert "hours" in problem.text("en")
    assert "8:30" in problem.text("en")
    assert "8点半" in problem.text("zh")
    [beyond] = cp.check_form(FORM, {**FILLED, "hours": ("8:30", "25:00")}).problems
    assert "8:30-25:00" in beyond.text("zh")


WHEN = w.Form(
    clause=C["1"],
    key="when",
    title=cp.Text(zh="表", en="form"),
    fields=(field("when", w.FieldType.WHEN),),
)


@pytest.mark.parametrize(
    "when",
    [
        date(2017, 5, 1), "2017-05-01", "2017年5月1日", "2017/5/1", "２０１７年５月", "2017年5月",
        "2017-05", "2017.5", "2017年", "2017", 2017, "2016年2月29日",
    ],
)  # fmt: skip
def test_a_day_a_month_or_a_year(when: object) -> None:
    assert cp.check_form(WHEN, {"when": when}).problems == ()


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("2017-13", "wrong_type"),
        ("2017-00", "wrong_type"),
        ("2017年2月29日", "wrong_type"),
        ("2017年5", "wrong_type"),
        ("2017-05/01", "wrong_type"),
        ("0000", "wrong_type"),
        ("去年", "wrong_type"),
        ("2017" * 1000, "wrong_type"),
        (201705, "wrong_type"),
        (2017.5, "wrong_type"),
        (True, "wrong_type"),
        (float("nan"), "blank_mark"),
        (datetime(2017, 5, 1), "datetime_for_date"),  # noqa: DTZ001 - refused whatever its zone
        (None, "required"),
    ],
)
def test_what_is_neither_a_day_nor_a_month_nor_a_year(when: object, code: str) -> None:
    check = cp.check_form(WHEN, {"when": when})
    assert [(p.path, p.code) for p in check.problems] == [("when", code)]
    assert code != "wrong_type" or "2017年5月" in check.problems[0].text("zh")


MARKS = w.Form(
    clause=C["1"],
    key="marks",
    title=cp.Text(zh="表", en="form"),
    fields=(
        field("a", w.FieldType.NUMBER, most=20),
        field("b", w.FieldType.COUNT, required=False),
        field("total", w.FieldType.NUMBER, most=100, total_of=("a", "b")),
    ),
)


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"a": 19.5, "b": 3, "total": Decimal("22.5")}, []),
        ({"a": 19.5, "b": 3, "total": 22}, [("total", "not_the_sum")]),
        ({"a": 19.5, "b": 3, "total": None}, [("total", "required")]),
        # Nothing is added up where an item is wrong or not filled in.
        ({"a": 20.5, "b": 3, "total": 3}, [("a", "too_large")]),
        ({"a": 20, "b": None, "total": 3}, []),
        ({"a": 20, "b": 90, "total": 110}, [("total", "too_large")]),
    ],
)
def test_a_total_adds_up(answers: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    check = cp.check_form(MARKS, answers)
    assert [(p.path, p.code) for p in check.problems] == problems
    assert cp.codec.loads(cp.codec.dumps(check), FormCheck) == check


def test_the_sum_and_the_highest_number_are_named() -> None:
    [total] = cp.check_form(MARKS, {"a": 19.5, "b": 3, "total": 22}).problems
    assert "22.5" in total.text("zh")
    assert "22.5" in total.text("en")
    [mark] = cp.check_form(MARKS, {"a": 21, "total": 21}).problems
    assert "20" in mark.text("en")


def test_both_hours_are_looked_at() -> None:
    assert found(hours=("9", -1)) == [("hours", "text_as_number"), ("hours", "too_small")]


def test_all_at_once_in_the_order_of_the_form() -> None:
    wrong = found(hours=(12, 9), place="moon", seal=None, chairs=-1, name="")
    assert wrong == [
        ("name", "required"),
        ("chairs", "too_small"),
        ("seal", "required"),
        ("place", "not_an_option"),
        ("hours", "hours_out_of_order"),
    ]


def test_a_problem_says_itself_in_both_languages() -> None:
    check = cp.check_form(FORM, {**FILLED, "place": "moon", "hours": (12, 9)})
    place, hours = check.problems
    assert "inside, outside" in place.text("en")
    assert "moon" in place.text("zh")
    assert hours.text("zh") != hours.text("en")


def test_a_field_the_form_does_not_have() -> None:
    with pytest.raises(cp.NotFound) as caught:
        cp.check_form(FORM, {**FILLED, "hour": (9, 12)})
    assert "hours" in str(caught.value)


@pytest.mark.parametrize(("form", "answers"), [(None, {}), (FORM, None), (FORM, [("name", "甲")])])
def test_neither_form_nor_answers_are_guessed(form: Any, answers: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        cp.check_form(form, answers)


def test_a_condition_answered_no_is_not_met() -> None:
    sealed = w.Form(
        clause=C["1"],
        key="sealed",
        title=cp.Text(zh="表", en="form"),
        fields=(field("seal", w.FieldType.FLAG, must_be_yes=True),),
    )
    for answer, codes in ((True, []), (False, ["must_be_yes"]), (None, ["required"])):
        check = cp.check_form(sealed, {"seal": answer})
        assert [problem.code for problem in check.problems] == codes
    assert "this has to be so" in cp.check_form(sealed, {"seal": False}).explain("en")


EXPLAINED = w.Form(
    clause=C["1"],
    key="explained",
    title=cp.Text(zh="表", en="form"),
    fields=(
        field("manager", w.FieldType.CHOICE, options=("union", "other")),
        field("which", w.FieldType.TEXT, required=False, only_if=("manager", "other")),
        field("morning", w.FieldType.HOURS, required=False),
        field("noon", w.FieldType.HOURS, required=False),
    ),
)


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"manager": "union"}, []),
        ({"manager": "other", "which": "甲"}, []),
        ({"manager": "other", "which": "  "}, [("which", "required")]),
        ({"manager": "union", "which": "甲"}, [("which", "contradiction")]),
        # Noon begins when the morning has ended, and not before.
        ({"manager": "union", "morning": (9, 12), "noon": (12, 14)}, []),
        ({"manager": "union", "morning": (9, 12), "noon": (11, 14)}, [("noon", "contradiction")]),
        # Hours that are none are told once, and not compared.
        (
            {"manager": "union", "morning": (12, 9), "noon": (8, 9)},
            [("morning", "hours_out_of_order")],
        ),
    ],
)
def test_answers_at_odds_with_each_other(
    answers: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    check = cp.check_form(EXPLAINED, answers)
    assert [(p.path, p.code) for p in check.problems] == problems


def test_all_unknown_fields_are_told_at_once() -> None:
    with pytest.raises(cp.NotFound) as one:
        cp.check_form(FORM, {"nam": "甲"})
    assert one.value.suggestion == "name"
    with pytest.raises(cp.UnknownInInput) as two:
        cp.check_form(FORM, {"nam": "甲", "foo": 1})
    assert [p.code for p in two.value.problems] == ["not_found", "not_found"]


class _Hour:
    """A whole number of a kind of its own, which has no order."""

    def __init__(self, hour: int) -> None:
        self.hour = hour

    def __index__(self) -> int:
        return self.hour


class _Mute(str):
    """A text that does not say whether it is blank."""

    __slots__ = ()

    def strip(self, _: str | None = None, /) -> str:
        raise RuntimeError


class _Half:
    """A value that shows as half of a character."""

    def __repr__(self) -> str:
        return "\ud800"


def test_whatever_was_answered_the_check_can_be_written() -> None:
    title = cp.Text(zh="甲", en="A.")
    fields = [
        w.FormField(key=key, label=title, type=w.FieldType.HOURS, required=False) for key in "ab"
    ]
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    form = w.Form(clause=clause, key="f", title=title, fields=fields)  # type: ignore[arg-type]  # a list
    overlapping: list[Any] = [
        ([8.0, 12.0], (8, 12)),
        ((8, 12), (_Hour(9), _Hour(12))),
        ((8.0, 12.0), (Decimal(11), Decimal(15))),
    ]
    with decimal.localcontext(decimal.Context(traps=[decimal.FloatOperation])):
        for first, second in overlapping:
            check = cp.check_form(form, {"a": first, "b": second})
            assert [(p.path, p.code) for p in check.problems] == [("b", "contradiction")]
            assert cp.codec.loads(cp.codec.dumps(check), FormCheck) == check
    for odd in (_Half(), _Mute("x"), [_Half(), 1]):
        check = cp.check_form(form, {"a": odd})
        assert cp.codec.loads(cp.codec.dumps(check), FormCheck) == check


def test_what_is_no_day_is_not_read_as_one() -> None:
    for one in (datetime(2017, 5, 1, 8), "2017-13", None):  # noqa: DTZ001 - no zone
        found: list[cp.Problem] = []
        assert read_when(one, "on", found) is None
        assert [problem.path for problem in found] == ["on"]


def test_a_text_longer_than_any_time_is_not_looked_at() -> None:
    # 20 characters are looked at, blanks and all: four of them are "8:30", 510 minutes.
    assert read_time(" " * 16 + "8:30", "at", []) == 510
    assert read_time(" " * 17 + "8:30", "at", []) is None


def test_the_first_hour_of_a_day_is_0() -> None:
    found: list[cp.Problem] = []
    assert (read_time(0, "at", found), found) == (0, [])
    assert read_time(-1, "at", found) is None
    assert [(one.code, one.parameters) for one in found] == [("too_small", {"minimum": 0})]


def test_a_check_shows_what_is_to_be_mended() -> None:
    check = cp.check_form(FORM, {"place": "moon"})
    said = check.explain("zh").split("\n")
    # One that is no option; the others are empty.
    assert said[0] == f"须补正：空缺{len(check.missing)}处，差错1处。"
    assert f"；问题：{check.problems[0].sentence('zh')}" in check.explain("zh")
    sound = attrs.evolve(check, problems=())
    assert sound.explain("en").split("\n")[0] == (
        "Complete: Everything is filled in, and nothing is wrong."
    )
