"""Objects of a document are checked when they are made: each takes nothing it could not keep.

The inputs are those found from outside; what is right follows from what the fields mean.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import numpy as np
import pytest
from foreign import NAType
from goals import changed, only
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.text import Labelled
from careplan.documents.authorities.forms import FieldType
from careplan.documents.clauses import Reading, by_number
from careplan.documents.encoded import ByReading, Encoded, duplicates, read_shape
from careplan.documents.named import Directory
from careplan.documents.rules import interpretations_in
from careplan.fields.declaring import choice, choices, flag, table
from careplan.fields.shapes import (
    AnyNoun,
    AnyValue,
    ByOption,
    Keyed,
    MapOf,
    Maybe,
    OneOf,
    fields_of,
    shape_of,
)

TITLE = cp.Text(zh="标题", en="title")
CLAUSE = w.Clause("1", "一", w.Modality.MUST, TITLE)
OTHER = w.Clause("2", "二", w.Modality.MUST, TITLE)
DUE = date(2025, 12, 31)
HEALTH = w.Office("卫健局", cp.Body.HEALTH)
OPTIONS = (w.Option("plain", TITLE), w.Option("strict", TITLE))
AREA = w.Interpretation(id="area", clauses=("1",), question=TITLE, options=OPTIONS)
DOCUMENT = w.Document(title=TITLE, issuer=TITLE)

# What each class needs to be made, so that a test may put one thing wrong.
NEEDED: dict[Any, dict[str, Any]] = {
    w.Document: {"title": TITLE, "issuer": TITLE},
    w.Clause: {"number": "1", "locator": "一", "modality": w.Modality.MUST, "summary": TITLE},
    w.Option: {"id": "plain", "text": TITLE},
    w.Interpretation: {"id": "a", "clauses": ("1",), "question": TITLE, "options": OPTIONS},
    Reading: {"interpretation": AREA, "option": OPTIONS[0]},
    w.Otherwise: {"when": cp.all_of(), "text": TITLE},
    w.Rule: {"clause": CLAUSE, "requires": cp.all_of()},
    w.Rung: {"clause": CLAUSE, "part": "low", "applies": cp.all_of(), "requires": cp.all_of()},
    w.Benefit: {"clause": CLAUSE, "condition": cp.all_of()},
    w.Grade: {"clause": CLAUSE, "key": "k", "title": TITLE, "criterion": cp.all_of()},
    w.Definition: {"clause": CLAUSE, "term": TITLE},
    w.Target: {
        "clause": CLAUSE,
        "key": "k",
        "title": TITLE,
        "measure": w.Measure.PER_THOUSAND,
        "milestones": [w.milestone(DUE, 1.8)],
    },
    w.Between: {"low": 3},
    w.Column: {"key": "k", "label": TITLE},
    w.Milestone: {"due": DUE, "value": 3},
    w.LedgerRow: {"clause": CLAUSE, "locality": "甲", "milestones": ()},
    w.Ledger: {
        "clause": CLAUSE,
        "key": "k",
        "title": TITLE,
        "rows": (),
        "precision": w.Precision.DAY,
    },
    w.SheetItem: {
        "clause": CLAUSE,
        "key": "k",
        "label": TITLE,
        "max_points": 3.3,
        "criterion": cp.all_of(),
    },
    w.Share: {"value": 0.8},
    w.Between: {"low": 5},
    w.Consequence: {"clause": CLAUSE, "title": TITLE, "fine_yuan": 5},
    w.Validity: {},
    w.Limit: {"number": 5, "unit": w.WORKING_DAYS},
    cp.WorkCalendar: {"known": (DUE, DUE)},
    w.Band: {"clause": CLAUSE, "key": "k", "label": TITLE},
    w.FormField: {"key": "k", "label": TITLE},
    w.Step: {
        "clause": CLAUSE,
        "key": "k",
        "action": TITLE,
        "actor": cp.Party.INSTITUTION,
        "before": cp.Body.HEALTH,
    },
    w.Route: {
        "clause": CLAUSE,
        "registrar": cp.Body.HEALTH,
        "level": None,
        "condition": cp.all_of(),
    },
    w.ModeWords: {
        "listed_in": "service_modes",
        "words": (("full_day", "全日托"),),
        "between": "、",
        "pattern": "{base}（{modes}）",
    },
    w.BusinessScope: {"clause": CLAUSE, "applies": cp.all_of(), "base": "托育", "modes": None},
    w.Oversight: {"clause": CLAUSE, "noun": cp.EarlyEducationCentre, "managed_by": None},
    w.Registration: {"clause": CLAUSE},
    w.Period: {"start": DUE, "end": DUE, "precision": w.Precision.DAY},
    w.Stage: {"clause": CLAUSE, "key": "k", "title": TITLE, "period": w.one_day(DUE)},
    w.Deadline: {"clause": CLAUSE, "key": "k", "title": TITLE, "period": w.one_day(DUE)},
    w.Interval: {"months": 3},
    w.Duty: {"clause": CLAUSE, "key": "k", "title": TITLE},
    w.Office: {"name": "卫健局", "body": cp.Body.HEALTH},
    w.Task: {"clause": CLAUSE},
    w.Meeting: {"clause": CLAUSE, "key": "k", "title": TITLE, "chaired_by": TITLE},
    w.Council: {"clause": CLAUSE, "key": "k", "name": "联席会议"},
    cp.Plan: {"id": "p", "document": DOCUMENT, "clauses": (CLAUSE,)},
}
NEEDED[w.Ladder] = {
    "clause": CLAUSE,
    "rungs": (w.Rung(**NEEDED[w.Rung]), w.Rung(**{**NEEDED[w.Rung], "part": "high"})),
}
NEEDED[w.Grading] = {
    "clause": CLAUSE,
    "key": "k",
    "title": TITLE,
    "grades": (w.Grade(**NEEDED[w.Grade]), w.Grade(**{**NEEDED[w.Grade], "key": "l"})),
}
NEEDED[w.Scorecard] = {
    "clause": CLAUSE,
    "key": "k",
    "title": TITLE,
    "items": (w.SheetItem(**NEEDED[w.SheetItem]),),
    "pass_mark": 1,
}
NEEDED[w.Form] = {
    "clause": CLAUSE,
    "key": "k",
    "title": TITLE,
    "fields": (w.FormField(**NEEDED[w.FormField]),),
}


def bands(*least: Any) -> tuple[w.Band, ...]:
    """Return bands of a sheet, from so many points on."""
    return tuple(
        w.Band(clause=CLAUSE, key=f"b{place}", label=TITLE, least=one)
        for place, one in enumerate(least)
    )


class _Broken(Mapping[str, object]):
    """A mapping that does not say what it holds."""

    def __getitem__(self, key: str) -> object:
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def __len__(self) -> int:
        return 1


def make(cls: Any, **changed: object) -> Any:
    return cls(**{**NEEDED[cls], **changed})


def _classes(cls: type) -> set[type]:
    below: list[type] = cls.__subclasses__()
    return {cls}.union(*map(_classes, below))


def test_every_class_of_a_document_is_tried() -> None:
    # attrs makes a class anew for its slots; the first one is a subclass until it is collected.
    gc.collect()
    ours = {cls for cls in _classes(Encoded) if cls.__module__.startswith("careplan.")}
    bases = {cls for cls in ours if cls.__name__ in {"Encoded", "Cited", "Read"}}
    assert ours - bases == set(NEEDED)


FIELDS = [(cls, field.name) for cls in NEEDED for field in fields_of(cls)]


@pytest.mark.parametrize("cls", NEEDED, ids=lambda cls: cls.__name__)
def test_what_is_needed_is_enough(cls: Any) -> None:
    made = make(cls)
    assert hash(made) == hash(make(cls))
    assert attrs.evolve(made) == made


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
@pytest.mark.parametrize("junk", [object(), NAType(), [object()]], ids=["object", "NA", "list"])
def test_no_field_takes_anything(cls: Any, name: str, junk: object) -> None:
    paths = {path for path, _ in refused(make, cls, **{name: junk})}
    assert all(path.startswith(name) for path in paths)


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_none_is_not_stated_or_refused(cls: Any, name: str) -> None:
    try:
        made = make(cls, **{name: None})
    except InvalidInput as error:
        assert [(p.path, p.code) for p in error.problems] == [(name, "required")]  # noqa: PT017 - one of two
    else:
        assert getattr(made, name) is None


def test_all_that_is_wrong_with_an_object_is_said_at_once() -> None:
    wrong = {"clause": 3, "key": " ", "milestones": [], "increments": 1, "base": "5"}
    assert refused(make, w.Target, **wrong) == [
        ("clause", "wrong_type"),
        ("key", "blank"),
        ("milestones", "nothing_listed"),
        ("increments", "wrong_type"),
        ("base", "text_as_number"),
    ]
    figure = {"value": "5", "due": "2025", "op": ">=", "words": 3}
    assert refused(make, w.Milestone, **figure) == [
        ("due", "wrong_type"),
        ("value", "text_as_number"),
        ("op", "wrong_type"),
        ("words", "wrong_type"),
    ]
    assert refused(cp.Plan, id=3, document="x", clauses=()) == [
        ("id", "wrong_type"),
        ("document", "wrong_type"),
    ]
    assert refused(cp.Text, zh=None, en=3) == [("zh", "wrong_type"), ("en", "wrong_type")]


# --- targets and ledgers --------------------------------------------------------------------


def test_a_target_is_met_before_and_after_a_round_trip() -> None:
    target = make(w.Target)
    again = cp.codec.loads(cp.codec.dumps(target), w.Target)
    assert again == target
    measured = [cp.Measurement(on=DUE, value=1.8)]
    for one in (target, again):
        # 1.8 was to be reached, and is: a float counts as it prints.
        assert cp.track_progress(one, measured, on=DUE).outcome is cp.Outcome.MET


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"value": "5"}, ("value", "text_as_number")),
        ({"value": float("nan")}, ("value", "not_finite")),
        ({"value": -1}, ("value", "too_small")),
        ({"due": "2025"}, ("due", "wrong_type")),
        ({"due": datetime(2025, 1, 1)}, ("due", "datetime_for_date")),  # noqa: DTZ001 - no zone
        ({"measure": w.Measure.PERCENT, "value": 150}, ("milestones[0].value", "too_large")),
        (
            {"measure": w.Measure.PERCENT, "value": Decimal("100.01")},
            ("milestones[0].value", "too_large"),
        ),
        ({"measure": w.Measure.WORDS, "value": 1}, ("milestones[0].value", "contradiction")),
        (
            {"under": ("where", "plain"), "question": AREA},
            ("under", "no_such_interpretation"),
        ),
        ({"under": ("area", "other"), "question": AREA}, ("under", "no_such_option")),
    ],
)
def test_a_target_nobody_could_track(said: Any, problem: tuple[str, str]) -> None:
    assert refused(changed, make(w.Target), **said) == [problem]


def test_the_bounds_of_a_target_belong_to_it() -> None:
    target = make(w.Target)
    assert only(changed(target, measure=w.Measure.PERCENT, value=100)).value == 100
    assert only(changed(target, measure=w.Measure.PER_THOUSAND, value=150)).value == 150
    assert only(changed(target, measure=w.Measure.WORDS, value=None)).value is None
    held = make(w.Target, under=("area", "strict"), question=AREA)
    assert held.under == ("area", "strict")


def test_a_ledger_with_its_rows_in_a_list() -> None:
    row = make(w.LedgerRow, clause=OTHER, milestones=[make(w.Milestone, value=5.0)])
    ledger = make(w.Ledger, rows=[row], totals=[make(w.Milestone, value=Decimal(5))])
    assert ledger.rows == (row,)
    assert ledger.rows[0].milestones == ledger.totals == (w.Milestone(DUE, 5),)
    # The citation is checked however the rows were listed.
    assert refused(make, cp.Plan, ledgers=[ledger]) == [("2", "uncited")]


@pytest.mark.parametrize(
    ("days", "problem"),
    [([2, 1], ("", "out_of_order")), ([1, 1], ("[1]", "same_milestone")), ([1, 2], None)],
)
def test_milestones_and_totals_stand_in_order(
    days: list[int], problem: tuple[str, str] | None
) -> None:
    milestones = [w.Milestone(date(2024, 1, day), 5) for day in days]
    for cls, name in ((w.LedgerRow, "milestones"), (w.Ledger, "totals")):
        if problem is None:
            assert make(cls, **{name: milestones})
        else:
            at, code = problem
            assert refused(make, cls, **{name: milestones}) == [(f"{name}{at}", code)]


@pytest.mark.parametrize("due", [NAType(), None, "2025", datetime(2025, 1, 1), 3])  # noqa: DTZ001 - no zone
def test_a_total_is_asked_for_by_a_day(due: Any) -> None:
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    [(path, _)] = refused(ledger.total, due)
    assert path == "due"


# --- sheets and forms -----------------------------------------------------------------------


def test_points_are_exact() -> None:
    sheet = make(w.Scorecard)
    assert cp.score(sheet, {"k": 3.3}).low == Decimal("3.3")  # at most 3.3 is 3.3
    points = [0.1, 1.2, 2.3, 3.4, 4.5, 5.6, 6.7, 7.8, 8.9, 9.9]
    items = [make(w.SheetItem, key=str(n), max_points=n) for n in points]
    # 0.1 + 1.2 + 2.3 + 3.4 + 4.5 + 5.6 + 6.7 + 7.8 + 8.9 + 9.9, by hand.
    assert make(w.Scorecard, items=items).max_points == Decimal("50.4")


@pytest.mark.parametrize(
    ("cls", "changed", "problem"),
    [
        (w.SheetItem, {"max_points": -5}, ("max_points", "too_small")),
        (w.SheetItem, {"max_points": "5"}, ("max_points", "text_as_number")),
        (w.Scorecard, {"items": ()}, ("items", "nothing_listed")),
        (
            w.Scorecard,
            {"items": [NEEDED[w.Scorecard]["items"][0]] * 2},
            ("items", "duplicate"),
        ),
        # The item of the sheet has 3.3 points.
        (w.Scorecard, {"pass_mark": Decimal("3.31")}, ("pass_mark", "too_large")),
        (w.Scorecard, {"pass_mark": "90%"}, ("pass_mark", "text_as_number")),
        (w.Share, {"value": Decimal("1.01")}, ("value", "too_large")),
        (w.Share, {"value": -1}, ("value", "too_small")),
        (w.SheetItem, {"least": Decimal("3.31")}, ("least", "too_large")),
        (w.SheetItem, {"least": 0}, ("least", "not_positive")),
        (w.SheetItem, {"least": 3, "must_pass": True}, ("least", "contradiction")),
        (w.Scorecard, {"bands": bands(0, Decimal("3.31"))}, ("bands[1].least", "too_large")),
        (w.Scorecard, {"bands": bands(1, 1)}, ("bands[1].least", "not_above")),
        (w.Scorecard, {"bands": bands(0, 2, 1)}, ("bands[2].least", "not_above")),
        (w.Scorecard, {"bands": bands(0, w.Share(1))}, ("bands[1].least", "other_measure")),
        (w.Scorecard, {"bands": bands(w.Share(1), 3)}, ("bands[1].least", "other_measure")),
        (w.Scorecard, {"bands": bands(1, None)}, ("bands[1].least", "required")),
        (w.Scorecard, {"bands": bands(None, 1)}, ("bands[0].least", "required")),
        (w.Scorecard, {"bands": bands(None) * 2}, ("bands", "duplicate")),
        (
            w.Scorecard,
            {
                "items": [make(w.SheetItem, under=("area", "none"))],
                "questions": [AREA],
            },
            ("questions", "no_such_option"),
        ),
        (w.Form, {"fields": []}, ("fields", "nothing_listed")),
        (w.Form, {"fields": [NEEDED[w.Form]["fields"][0]] * 2}, ("fields", "duplicate")),
        (
            w.Form,
            {"fields": [make(w.FormField, only_if=("where", "other"))]},
            ("fields[0].only_if", "not_an_option"),
        ),
        (
            w.Form,
            {"fields": [make(w.FormField), make(w.FormField, key="l", only_if=("k", "other"))]},
            ("fields[1].only_if", "not_an_option"),
        ),
        (w.FormField, {"type": FieldType.CHOICE}, ("options", "nothing_listed")),
        (w.FormField, {"options": ["a"]}, ("options", "contradiction")),
        (
            w.FormField,
            {"type": FieldType.CHOICE, "options": ["a", "a"]},
            ("options", "duplicate"),
        ),
        (w.FormField, {"most": 3}, ("most", "contradiction")),
        (w.FormField, {"total_of": ["a"]}, ("total_of", "contradiction")),
        (
            w.FormField,
            {"type": FieldType.COUNT, "total_of": ["a", "a"]},
            ("total_of", "duplicate"),
        ),
        # A total is of other fields, which are numbers.
        *(
            (
                w.Form,
                {
                    "fields": [
                        make(w.FormField, key="a"),
                        make(w.FormField, key="b", type=FieldType.COUNT, total_of=[key]),
                    ]
                },
                ("fields[1].total_of", code),
            )
            for key, code in (
                ("a", "not_an_option"),
                ("b", "contradiction"),
                ("c", "not_an_option"),
            )
        ),
    ],
)
def test_a_sheet_or_form_nobody_could_fill_in(
    cls: Any, changed: Any, problem: tuple[str, str]
) -> None:
    assert refused(make, cls, **changed) == [problem]


VENUE, ROOM = cp.facts(cp.Venue), cp.facts(cp.Room)


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({"marking": ByReading("area", {"plain": w.Marking.ASSESSED})}, ["other_options"]),
        ({"marking": ByReading("x", {"a": w.Marking.ASSESSED})}, ["no_such_interpretation"]),
        (
            {"items": [make(w.SheetItem, criterion=ByReading("area", {"a": cp.all_of()}))]},
            ["other_options"],
        ),
        ({"questions": [AREA, AREA]}, ["duplicate"]),
        (
            {
                "applies": ROOM.independent,
                "items": [make(w.SheetItem, criterion=VENUE.waiting_area)],
            },
            ["several_nouns"],
        ),
    ],
)
def test_a_sheet_that_no_verb_could_score(changed: Any, problems: list[str]) -> None:
    found = refused(make, w.Scorecard, **{"questions": [AREA], **changed})
    assert [code for _, code in found] == problems


# --- registration ---------------------------------------------------------------------------


def step(key: str, *after: str) -> w.Step:
    made: w.Step = make(w.Step, key=key, after=list(after))
    return made


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ([step("a", "b")], ("steps[0].after", "not_an_option")),
        ([step("a", "b"), step("b", "a"), step("c")], ("steps", "cycle")),
        ([step("a", "a")], ("steps", "cycle")),
        ([step("a"), step("a")], ("steps", "duplicate")),
    ],
    ids=["unknown", "cycle", "itself", "twice"],
)
def test_steps_that_nobody_could_take(steps: Any, problem: tuple[str, str]) -> None:
    assert refused(make, w.Registration, steps=steps) == [problem]


def test_a_cycle_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        make(w.Registration, steps=[step("a", "b"), step("b", "a"), step("c", "b"), step("d")])
    assert caught.value.problems[0].value == ("a", "b")
    assert make(w.Registration, steps=[step("a"), step("b", "a"), step("c", "a", "b")])


@attrs.frozen(kw_only=True)
class OwnApplicant(cp.Applicant):
    """An applicant with a fact of a county's own."""

    in_old_town: bool | None = flag("位于老城", "in the old town")


def test_a_registration_is_about_one_noun() -> None:
    about_a_venue = make(w.Route, condition=VENUE.waiting_area)
    assert refused(make, w.Registration, routes=[about_a_venue]) == [("routes", "several_nouns")]
    assert make(w.Registration, routes=[about_a_venue], conflict=cp.any_of())
    assert refused(
        make,
        w.Registration,
        conflict=cp.any_of(),
        routes=[about_a_venue, make(w.Route, condition=ROOM.independent)],
    ) == [("routes", "several_nouns")]
    # A county's own applicant is an applicant: what is asked of ours may be asked of it.
    own = make(w.Route, condition=cp.facts(OwnApplicant).in_old_town)
    scope = make(w.BusinessScope, applies=cp.facts(cp.Applicant).in_special_zone)
    assert make(w.Registration, routes=[own], scope=scope)
    otherwise = w.Otherwise(when=ROOM.independent, text=TITLE)
    with pytest.raises(cp.InvalidCriterion):
        make(w.Rule, requires=VENUE.waiting_area, otherwise=otherwise)


def test_somebody_manages_what_has_no_route() -> None:
    # A toddler class has no fact for who approved it; an early-education centre has.
    changed = {"noun": cp.ToddlerClass, "managed_by": None}
    assert refused(make, w.Oversight, **changed) == [("managed_by", "required")]
    assert make(w.Oversight, noun=cp.ToddlerClass, managed_by=cp.Body.EDUCATION)


def test_guidance_is_asked_for_by_a_clause_of_the_object() -> None:
    other = attrs.evolve(CLAUSE, number="9")
    guided = {"managed_by": cp.Body.EDUCATION, "noun": cp.ToddlerClass, "guided_under": other}
    assert refused(make, w.Oversight, **guided) == [("guided_under", "not_an_option")]
    assert make(w.Oversight, **guided, also=(other,)).guided_under == other


def test_routes_in_a_list_are_cited_like_any() -> None:
    registration = make(w.Registration, routes=[make(w.Route, clause=OTHER)])
    assert type(registration.routes) is tuple
    assert refused(make, cp.Plan, registration=registration) == [("2", "uncited")]


# --- periods --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "problems"),
    [
        (lambda: w.month(2021, 9, until=6), [("until", "not_in_order")]),
        (lambda: w.month(2021, 13), [("number", "too_large"), ("until", "too_large")]),
        (lambda: w.month(2021, 1, until=13), [("until", "too_large")]),
        (lambda: w.month(0, 1), [("year", "too_small")]),
        (lambda: w.month(10_000, 1), [("year", "too_large")]),
        (
            lambda: w.month("2021", None),  # type: ignore[arg-type]  # that is tried
            [("year", "text_as_number"), ("number", "required"), ("until", "required")],
        ),
        (
            lambda: w.one_day("2021-01-01"),  # type: ignore[arg-type]  # that is tried
            [("start", "wrong_type"), ("end", "wrong_type")],
        ),
        (
            lambda: w.Period(date(2021, 2, 1), date(2021, 1, 31), w.Precision.MONTH),
            [("end", "not_in_order")],
        ),
        (lambda: w.Interval(0), [("months", "too_small")]),
        (lambda: w.Interval(1_201), [("months", "too_large")]),
        (lambda: w.Interval(12).after(date(9999, 1, 1)), [("when", "out_of_range")]),
        (lambda: w.Interval(12).after("x"), [("when", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (
            lambda: make(w.Meeting, least_per_year=4, most_per_year=2),
            [("most_per_year", "too_small")],
        ),
    ],
)
def test_no_such_time(call: Callable[[], object], problems: list[tuple[str, str]]) -> None:
    assert refused(call) == problems


def test_the_last_days_there_are() -> None:
    last = w.Interval(7).periods(date(9999, 1, 1), date.max)
    assert last[-1].end == date.max
    stage = make(w.Stage, period=w.Period(date.min, date.max, w.Precision.DAY))
    assert "stages_gap" not in {flaw.code for flaw in find_flaws(make(cp.Plan, stages=[stage]))}


def test_a_ledger_adds_up_to_a_number() -> None:
    rows = [
        make(w.LedgerRow, locality=name, milestones=[w.Milestone(DUE, 10**15)]) for name in "甲乙"
    ]
    assert refused(make, w.Ledger, rows=rows) == [("rows", "out_of_range")]
    assert make(w.Ledger, rows=rows[:1]).total(DUE).slots == 10**15


def test_a_role_is_a_role() -> None:
    task = make(w.Task, lead=[HEALTH])
    assert task.offices(cp.Role.LEAD) == (HEALTH,)
    assert refused(task.offices, "lead") == [("role", "wrong_type")]


def test_a_whole_number_of_any_kind_is_a_month() -> None:
    assert w.month(2021.0, Decimal(6), until=Fraction(9)) == w.month(2021, 6, until=9)  # type: ignore[arg-type]  # whole
    assert w.month(2021, 12).end == date(2021, 12, 31)


# --- tables of a document -------------------------------------------------------------------


def test_the_helpers_say_all_that_is_wrong_by_row() -> None:
    rows: list[Any] = [
        ("甲局",),
        ("乙局", "health"),
        3,
        ("", cp.Body.HEALTH),
        ("丙局", cp.Body.TAX),
    ]
    assert refused(w.office_table, *rows, ("丙局", cp.Body.FINANCE)) == [
        ("rows[0]", "wrong_type"),
        ("rows[1].body", "wrong_type"),
        ("rows[2]", "wrong_type"),
        ("rows[3].name", "blank"),
        ("rows[5]", "duplicate"),
    ]
    own = partial(w.office_table, ("丙局", cp.Body.FINANCE))
    assert refused(own, own_names="甲局 乙局") == [
        ("own_names.'甲局'", "not_found"),
        ("own_names.'乙局'", "not_found"),
    ]
    assert refused(own, own_names=3) == [("own_names", "wrong_type")]
    assert refused(by_number, [3, CLAUSE]) == [("clauses[0]", "wrong_type")]
    assert refused(by_number, 3) == [("clauses", "wrong_type")]
    with pytest.raises(NotFound):
        own(own_names="甲局")


def test_a_clause_said_twice_alike_is_one() -> None:
    assert by_number([CLAUSE, make(w.Clause)]) == {"1": CLAUSE}
    assert refused(by_number, [CLAUSE, make(w.Clause, locator="二")]) == [("1", "duplicate")]


# --- what holds other things ----------------------------------------------------------------


def test_objects_of_a_plan_are_kept_by_their_own_key() -> None:
    target = make(w.Target)
    plan = make(cp.Plan, targets={"k": target}, forms=[], offices={"卫健局": HEALTH})
    assert plan.targets == {"k": target}
    assert make(cp.Plan, targets=plan.targets).targets == plan.targets
    assert ("k" in plan.targets, [] in plan.targets) == (True, False)
    assert refused(make, cp.Plan, targets={"other": target}) == [("targets", "wrong_type")]
    assert refused(make, cp.Plan, targets=[target, target]) == [("targets", "duplicate")]
    assert refused(make, cp.Plan, offices={3: HEALTH}) == [("offices", "wrong_type")]
    assert refused(make, cp.Plan, offices=[HEALTH]) == [("offices", "wrong_type")]
    assert refused(make, cp.Plan, offices={"a": 3}) == [("offices.a", "wrong_type")]
    assert refused(make, cp.Plan, clauses={CLAUSE}) == [("clauses", "wrong_type")]


def test_what_is_kept_by_key_is_what_it_should_be() -> None:
    plan = make(cp.Plan, forms=[make(w.Form)])
    assert refused(attrs.evolve, plan, scorecards=plan.forms) == [("scorecards[0]", "wrong_type")]


def test_a_list_may_be_an_array() -> None:
    odd = np.array([1, 2])
    assert {path for path, _ in refused(make, w.Rule, also=odd)} == {"also[0]", "also[1]"}
    assert make(w.Rule, also=np.array([OTHER], dtype=object)).also == (OTHER,)


def test_how_deep_readings_may_go() -> None:
    value: Any = cp.all_of()
    for _ in range(100):
        value = ByReading("area", {"plain": value})
    assert make(w.Rule, requires=value)
    deeper = ByReading("area", {"plain": value})
    [(_, code)] = refused(make, w.Rule, requires=deeper)
    assert code == "too_deep"
    for _ in range(5_000):
        deeper = ByReading("area", {"plain": deeper})
    [(_, code)] = refused(make, w.Rule, requires=deeper)
    assert code == "too_deep"


def test_a_value_by_reading_is_checked_under_each_option() -> None:
    venue = cp.facts(cp.Venue)
    waiting = ByReading("area", {"plain": venue.waiting_area, "strict": cp.all_of()})
    rule = make(w.Rule, requires=waiting)
    assert rule.requires.options["plain"] == (venue.waiting_area == True)  # noqa: E712 - a proxy
    assert make(w.Rule, requires=rule.requires) == rule
    broken = ByReading("area", {"plain": 3, "strict": ByReading("area", {"plain": None})})
    assert refused(make, w.Rule, requires=broken) == [
        ("requires.options.plain", "wrong_type"),
        ("requires.options.strict.options.plain", "required"),
    ]
    assert refused(make, w.Scorecard, marking=ByReading("x", {"a": "assessed"})) == [
        ("marking.options.a", "wrong_type")
    ]


@pytest.mark.parametrize(
    ("interpretation", "options", "problems"),
    [
        (3, {"a": 1}, [("interpretation", "wrong_type")]),
        ("x", 3, [("options", "wrong_type")]),
        ("x", {3: 1}, [("options", "wrong_type")]),
        ("x", _Broken(), [("options", "wrong_type")]),
        (None, {}, [("interpretation", "wrong_type"), ("options", "nothing_listed")]),
    ],
)
def test_a_value_by_reading_names_its_options(
    interpretation: Any, options: Any, problems: list[tuple[str, str]]
) -> None:
    assert refused(ByReading, interpretation, options) == problems


def test_a_reading_is_of_its_own_question() -> None:
    assert refused(make, Reading, option=w.Option("plain", cp.Text(zh="x", en="y"))) == [
        ("option", "no_such_option")
    ]


@pytest.mark.parametrize(
    ("shape", "value", "problems"),
    [
        (AnyNoun(), cp.Room(), []),
        (AnyNoun(), 3, [("x", "wrong_type")]),
        (AnyValue(), None, []),
        (AnyValue(), {"a": 1}, []),
        (OneOf((w.Task, w.Duty)), make(w.Task), []),
        (OneOf((w.Task, w.Duty)), make(w.Rule), [("x", "wrong_type")]),
        (ByOption(AnyValue(), only=True), ByReading("a", {"b": 1}), []),
        (ByOption(AnyValue(), only=True), 3, [("x", "wrong_type")]),
        (Keyed(AnyValue()), Directory({}), []),
        (MapOf(AnyValue()), {"a": 1}, []),
    ],
)
def test_shapes_that_answers_use(shape: Any, value: object, problems: list[Any]) -> None:
    found: list[Problem] = []
    kept = read_shape(shape, value, "x", found)
    assert [(problem.path, problem.code) for problem in found] == problems
    assert kept == value


def test_an_annotation_of_nothing_we_know_is_refused() -> None:
    for hint in (3, "Venue", list[int], int | str, set[int], Mapping, Mapping[int, str], Counter):
        assert refused(shape_of, hint) == [("cls", "wrong_type")]


@pytest.mark.parametrize("value", [1, "", " ", "a]b", None])
def test_a_members_value_can_stand_in_a_path(value: Any) -> None:
    class Kind(Labelled):
        GOOD = ("good", "好", "good")
        ONE = (value, "一", "one")

    for declare in (choice, choices, table):
        assert refused(declare, Kind, "种类", "kind") == [("Kind[1]", "no_value")]
        assert refused(declare, str, "种类", "kind") == [("enum", "wrong_type")]


def test_a_mark_of_a_table_is_answered_in_documents_too() -> None:
    for make_it in (
        lambda nan: cp.Text(zh=nan, en="x"),
        lambda nan: ByReading(nan, {"a": 1}),
        lambda nan: make(w.Clause, locator=nan),
        lambda nan: w.clause("1", "一", w.MUST, nan, "x"),
        lambda nan: cp.assess(nan, make(cp.Plan)),
        lambda nan: w.office_table(own_names=nan),
    ):
        for nan in (float("nan"), NAType(), np.datetime64("NaT", "D")):
            with pytest.raises(InvalidInput) as caught:
                make_it(nan)
            assert "use None for not stated" in str(caught.value)


def test_each_duplicate_is_named_once() -> None:
    assert [problem.value for problem in duplicates("x", "abcaab")] == ["a", "b"]


def test_members_are_named_by_a_clause_of_the_council() -> None:
    other = attrs.evolve(CLAUSE, number="9")
    assert refused(make, w.Council, members_under=other) == [("members_under", "not_an_option")]
    assert make(w.Council, members_under=other, also=(other,)).members_under == other


def test_what_may_be_left_out_needs_no_second_look() -> None:
    optional = [
        field for cls in NEEDED for field in fields_of(cls) if isinstance(field.shape, Maybe)
    ]
    assert optional != []
    assert [field.name for field in optional if not field.is_kept(None)] == []


def test_every_item_of_a_tuple_is_looked_at() -> None:
    assert refused(make, w.Rule, also=(OTHER, 3)) == [("also[1]", "wrong_type")]
    assert refused(make, w.Rule, also=(3, OTHER)) == [("also[0]", "wrong_type")]


def test_a_fact_may_be_left_out_unless_it_is_required() -> None:
    assert not any(isinstance(field.shape, Maybe) for field in fields_of(cp.SlotCount))
    assert all(isinstance(field.shape, Maybe) for field in fields_of(cp.Room))


def test_what_is_no_object_of_a_document_depends_on_no_reading() -> None:
    by_reading = ByReading("size", {"small": 6, "large": 10})
    assert interpretations_in((60, by_reading, (None, by_reading))) == {"size"}
    assert interpretations_in(80) == frozenset()
