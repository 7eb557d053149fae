"""Words that cannot be forged: no text of a caller begins a line, moves a cursor or turns words.

Every kind of result is made with hostile texts in all of its text fields, and every error with
hostile names; whatever is rendered of them has as many lines as it has with harmless texts.
"""

import json
import traceback
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import BDA, DAWA, SHUANGLIAO, results

import careplan as cp
from careplan import writing as w
from careplan.audit.flaws import Flaw, Severity
from careplan.base.errors import Problem
from careplan.base.messages import join, say, show
from careplan.base.quoting import Quoted, quote, visible
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import Node
from careplan.display.result import Result
from careplan.fields.declaring import Noun, choice, choices, flag, items, number, table, words
from careplan.testing.explained import assert_explained

RESULTS = tuple(results())
# What a terminal, an editor or `splitlines` acts on, code point by code point: C0, DEL and C1
# (ISO 6429), marks of direction (UAX 9), ends of lines and paragraphs, and what has no width.
ACTING = {
    *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
    *map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    *("\u2028", "\u2029", "\u200b", "\u200c", "\u200d", "\ufeff"),
}
HOSTILE = f"甲\n  ✓ 合格{''.join(sorted(ACTING))}\x1b[2J\r乙"


def acting(text: str) -> set[str]:
    """Return what of a text a screen would act on."""
    return ACTING & set(text)


# --- one text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\n总计：符合", r"甲\n总计：符合"),
        ("a\tb\r\nc", r"a\tb\r\nc"),
        ("\x1b[2J\x07\x7f\x9b", r"\x1b[2J\x07\x7f\x9b"),
        ("\u202e不符合\u2066", r"\u202e不符合\u2066"),
        ("\u2028\u2029\x85\x0b\x0c", r"\u2028\u2029\x85\x0b\x0c"),
        ("大\u200b洼\ufeff", r"大\u200b洼\ufeff"),
        ("\U000e0041", r"\U000e0041"),  # a letter of the invisible alphabet of tags
        ("\ud800", r"\ud800"),  # half a character, which no file can take
        ("\\n", r"\n"),  # nothing in it acts: it stays as it is
    ],
)
def test_what_acts_is_seen_instead(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert show(text, "zh") == show(text, "en") == shown


@pytest.mark.parametrize(
    "text",
    [
        "大洼街道（一）",
        "甲\u3000乙",  # the ideographic space parts names
        "12\xa0m2",
        "葛\U000e0100城",  # a variant of the first character, chosen by a selector
        "\ue000\U00020bb7",  # a character of private use, as old registers have, and a rare one
        "naïve — “x” … ≥ 10",
        "",
    ],
)
def test_what_can_be_read_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_a_text_shown_is_one_line_and_is_shown_the_same_again(text: str) -> None:
    shown = visible(text)
    assert not acting(shown)
    assert len(f"a{shown}b".splitlines()) == 1
    assert visible(shown) == shown
    assert shown.encode().decode() == shown


class _Text(str):
    """A text of a class of its own, which formats itself as it likes."""

    __slots__ = ()

    def __format__(self, _: str) -> str:
        return "\n"

    __str__ = __repr__ = lambda _: "\n"


def test_a_text_is_its_characters_whatever_its_class_says() -> None:
    assert say("kind.plan", "en") == "plan"
    assert say("did_you_mean", "en", suggestion=_Text("x")) == "; did you mean x?"
    assert type(visible(_Text("x"))) is str
    assert quote(_Text("x")) == r"\n"
    [record] = cp.InvalidInput([Problem("x", "blank", _Text("y"))]).to_records()
    assert record["value"] == "y"


def test_texts_that_are_joined_are_shown() -> None:
    assert join(["a\nb", "c"], "en") == r"a\nb, c"
    assert show(("a\nb", "\u202ec"), "zh") == r"a\nb、\u202ec"
    assert show({"a\n": "b\r"}, "en") == r"a\n b\r"


# --- every result ---------------------------------------------------------------------------

# Names that code looks up, not texts of a caller: the paths of facts, the keys of columns.
LOOKED_UP = {"path", "missing", "listed_in", "of", "units", "words", "code"}


def rewritten(value: Any, text: Callable[[str], str]) -> Any:
    """Return a value with every text in it put through `text`; facts and criteria stay."""
    match value:
        case str() if type(value) is str:
            return text(value)
        case tuple():
            return tuple(rewritten(one, text) for one in value)
        case Mapping():
            return {rewritten(key, text): rewritten(one, text) for key, one in value.items()}
        case Problem():
            told = {name: rewritten(one, text) for name, one in value.parameters.items()}
            at, given = text(value.path), rewritten(value.value, text)
            return attrs.evolve(value, path=at, value=given, parameters=told)
        case w.Column():
            return attrs.evolve(value, label=rewritten(value.label, text))
        case Node() | type():
            return value
        case _ if attrs.has(type(value)):
            names = {field.name for field in attrs.fields(type(value))} - LOOKED_UP
            changed = {name: rewritten(getattr(value, name), text) for name in names}
            return attrs.evolve(value, **changed)
        case _:
            return value


def hostile(value: Any) -> Any:
    """Return a value with hostile texts around every text in it."""
    return rewritten(value, lambda text: f"{HOSTILE}{text}{HOSTILE}")


def rendered(result: Result) -> Iterator[str]:
    """Yield a result in every way there is to read it."""
    yield result.explain("zh")
    yield result.explain("en")
    yield repr(result)
    yield result._repr_html_()
    yield result._repr_markdown_()


@pytest.mark.parametrize("sort", sorted({type(result).__name__ for result in RESULTS}))
def test_no_text_of_a_result_begins_a_line(sort: str) -> None:
    said = False
    for result in [one for one in RESULTS if type(one).__name__ == sort]:
        for harmless, forged in zip(rendered(result), rendered(hostile(result)), strict=True):
            assert acting(forged) <= {"\n"}
            assert len(forged.splitlines()) == len(harmless.splitlines())
            assert forged.count("\n") == harmless.count("\n")
            said = said or "✓ 合格" in forged
    # Of an unknown only what is asked for is said.
    assert said is (sort != "Unknown")


def test_data_keep_texts_as_they_are() -> None:
    result = hostile(cp.assess(cp.Venue(), SHUANGLIAO))
    assert result.document.zh.startswith(HOSTILE)
    assert {row["summary_zh"] for row in result.records()} == {
        found.clause.summary.zh
        for found in (*result.findings, *result.benefits, *result.definitions)
    }
    assert HOSTILE in result.records()[0]["summary_zh"]
    assert json.loads(cp.codec.dumps(result))["document"]["en"] == result.document.en


def test_a_hostile_result_explains_itself() -> None:
    result = hostile(cp.assess(cp.Venue(), SHUANGLIAO))
    assert_explained(result)
    assert HOSTILE in result.findings[0].clause.locator


# --- nouns of a caller ----------------------------------------------------------------------


def own_nouns(text: str, end: str) -> tuple[Any, Any, Any]:
    """Return an enum of a caller's, and nouns of it; all that it is called holds a text."""
    members = {f"LOUD{end}": (text.replace("[", ""), text, text), "LOW": ("low", "低", "low")}
    members_of: Any = Labelled(f"Noise{end}", members)  # type: ignore[arg-type]  # no class statement writes such names

    @attrs.frozen(kw_only=True)
    class Stall(Noun):
        clean: Any = flag(text, text, changeable=True)

    @attrs.frozen(kw_only=True)
    class Fair(Noun):
        noise: Any = choice(members_of, text, text, changeable=True)
        noises: Any = choices(members_of, text, text, changeable=True)
        counted: Any = table(members_of, text, text, changeable=True)
        size: Any = number(text, text, unit=Text(zh=text, en=text), changeable=True)
        name: Any = words(text, text)
        stalls: Any = items(Stall, text, text, growable=True)

    Fair.__name__ = f"Fair{end}"
    return members_of, Stall, Fair


def criteria(text: str, noise: Any, stall: Any, noun: Any) -> list[Any]:
    """Return criteria of every sort about such a noun."""
    loud, fair = next(iter(noise)), cp.facts(noun)
    return [
        fair.noise == loud,
        cp.among(fair.noise, {loud}),
        cp.has(fair.noises, loud),
        fair.counted[loud] >= 2,
        fair.size > 3,
        fair.name == text,
        cp.some(fair.stalls, cp.facts(stall).clean),
        cp.every(fair.stalls, cp.facts(stall).clean),
    ]


@pytest.mark.parametrize("place", range(8))
def test_a_criterion_over_hostile_facts_is_one_line(place: int) -> None:
    one = criteria(HOSTILE, *own_nouns(HOSTILE, "\n"))[place]
    for criterion in (one, cp.not_(one), one & one):
        for said in (criterion.describe("zh"), criterion.describe("en"), repr(criterion)):
            assert not acting(said)
            assert r"\n" in said


def test_what_names_a_hostile_fact_is_one_line() -> None:
    noise, _, noun = own_nouns(HOSTILE, "\n")
    loud = next(iter(noise))
    assert repr(cp.facts(noun).counted[loud]).startswith(r"Fair\n.counted[")
    assert not acting(repr(cp.facts(noun).counted[loud]))
    assert repr(loud) == r"Noise\n.LOUD\n"
    assert not acting(repr(noun(noise=loud, name=HOSTILE)))
    assert not acting(cp.fact_label(noun, "size", "zh"))
    assert not acting(cp.fact_label(noun, f"counted[{loud.value}]", "en"))


def said_of_a_fair(text: str, end: str) -> Iterator[str]:
    """Yield all that is said about such nouns: with nothing stated, with all, and wrong."""
    noise, stall, noun = own_nouns(text, end)
    loud, low = noise
    clause = w.Clause("1", "一", w.Modality.MUST, Text(zh="甲", en="A"))
    plan = cp.Plan(
        id="fair",
        document=w.Document(title=Text(zh="某", en="A"), issuer=Text(zh="某", en="A")),
        clauses=(clause,),
        rules=tuple(
            w.Rule(clause=clause, part=str(place), requires=one)
            for place, one in enumerate(criteria(text, noise, stall, noun))
        ),
    )
    for subject in (
        noun(),
        noun(noise=low, noises=[], counted={loud: 1}, size=1, name="x", stalls=[]),
        noun(noise=loud, noises=[loud], counted={loud: 3}, size=5, name=text, stalls=[stall()]),
        noun(name=f"{text}x", stalls=[stall(clean=False)]),
    ):
        a = cp.assess(subject, plan)
        for result in (a, *a.findings, *cp.remedies(a)):
            yield from rendered(result)


def test_what_is_said_about_a_hostile_noun_is_line_by_line() -> None:
    said = zip(said_of_a_fair("甲", ""), said_of_a_fair(HOSTILE, "\n"), strict=True)
    for harmless, forged in said:
        assert acting(forged) <= {"\n"}
        assert len(forged.splitlines()) == len(harmless.splitlines())


# --- every error ----------------------------------------------------------------------------


class _Shown:
    """A value that shows itself as it likes."""

    def __repr__(self) -> str:
        return HOSTILE


def _of_a_hostile_class() -> object:
    silent = {"_lines": iter, "_rows": iter}
    return bool(type(HOSTILE.replace("\0", ""), (Result,), silent)())


NOISE, _, FAIR = own_nouns(HOSTILE, "\n")
LOUD, fair = next(iter(NOISE)), cp.facts(FAIR)
SHEET, FORM = BDA.scorecards["care_room"], BDA.forms["mummy_hut"]
ASSESSED = cp.assess(cp.Venue(), SHUANGLIAO)
ERRORS: dict[str, Callable[[], object]] = {
    "plan": lambda: cp.get_plan(HOSTILE),
    "clause": lambda: SHUANGLIAO.clause(HOSTILE),
    "finding": lambda: ASSESSED.finding(HOSTILE),
    "language": lambda: ASSESSED.explain(HOSTILE),
    "item": lambda: cp.score(SHEET, {HOSTILE: 1, "area": HOSTILE}),
    "field": lambda: cp.check_form(FORM, {HOSTILE: 1, f"{HOSTILE}2": 2}),
    "locality": lambda: cp.track_progress(
        DAWA.ledgers["slots"],
        [cp.SlotCount(HOSTILE, DAWA.ledgers["slots"].dates()[0], 1)],
        on=DAWA.ledgers["slots"].dates()[0],
    ),
    "reading": lambda: cp.assess(cp.Venue(), SHUANGLIAO, readings={HOSTILE: HOSTILE}),
    "member": lambda: cp.Room(use=HOSTILE),  # type: ignore[arg-type]
    "another member": lambda: cp.Room(use=LOUD),
    "value": lambda: cp.Room(area_m2=_Shown()),  # type: ignore[arg-type]
    "several": lambda: cp.Room(area_m2=_Shown(), use=HOSTILE, clean=HOSTILE),  # type: ignore[arg-type]
    "fact": lambda: getattr(cp.facts(cp.Venue), HOSTILE),
    "known facts": lambda: cp.fact_label(cp.Venue, HOSTILE, "en"),
    "key of a table": lambda: cp.Room(equipment={HOSTILE: 1}),  # type: ignore[dict-item]
    "criterion": lambda: fair.noise >= LOUD,
    "two nouns": lambda: cp.all_of(fair.size > 1, cp.facts(cp.Room).clean),
    "a rule of two nouns": lambda: w.Rule(
        clause=attrs.evolve(ASSESSED.findings[0].clause, number=HOSTILE),
        applies=cp.facts(cp.Venue).waiting_area,
        requires=cp.facts(cp.Room).clean,
    ),
    "no criterion": lambda: cp.all_of(_Shown()),  # type: ignore[arg-type]
    "no flag": lambda: cp.all_of(fair.size),
    "a key of json": lambda: cp.codec.structure({HOSTILE: 1, f"{HOSTILE}2": {}}, cp.Room),
    "a member of json": lambda: cp.codec.structure({"use": HOSTILE}, cp.Room),
    "no json": lambda: cp.codec.loads(HOSTILE, cp.Room),
    "truth": lambda: bool(fair.noise == LOUD),
    "truth of a class": _of_a_hostile_class,
    "a clause twice": lambda: cp.Plan(
        id=HOSTILE,
        document=SHUANGLIAO.document,
        clauses=(attrs.evolve(SHUANGLIAO.clauses[0], number=HOSTILE),) * 2,
    ),
    "an option": lambda: attrs.evolve(SHUANGLIAO.interpretations[0], options=(w.Option,) * 2),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_has_a_line_a_problem(name: str) -> None:
    with pytest.raises(cp.CareplanError) as caught:
        ERRORS[name]()
    error = caught.value
    problems = getattr(error, "problems", (error,))
    assert acting(str(error)) <= ({"\n"} if len(problems) > 1 else set())
    assert len(str(error).splitlines()) == len(problems)
    assert acting("".join(traceback.format_exception(error))) == {"\n"}  # with all it came from
    if isinstance(error, cp.NotFound | cp.InvalidInput):
        for text in (error.text("zh"), error.text("en")):
            assert acting(text) <= acting(str(error))
            assert len(text.splitlines()) == len(problems)
    if isinstance(error, cp.InvalidInput):
        cells = [cell for record in error.to_records() for cell in record.values()]
        assert not any(acting(cell) for cell in cells if isinstance(cell, str))


def test_a_problem_of_a_callers_own_is_one_line() -> None:
    problem = Problem(HOSTILE, "contradiction", _Shown(), {"other_field": HOSTILE, "other": LOUD})
    for language in ("zh", "en"):
        assert not acting(problem.text(language))
        assert problem.text(language).endswith(problem.sentence(language))
        assert not acting(problem.sentence(language))
    assert problem.path == HOSTILE


def test_what_stands_in_for_an_answer_is_shown_as_one_line() -> None:
    [problem] = cp.check_form(
        attrs.evolve(FORM, fields=tuple(one for one in FORM.fields if one.key == "location_kind")),
        {"location_kind": _Shown()},
    ).problems
    assert not acting(repr(problem.value))
    assert not acting(repr(Quoted(HOSTILE)))


def test_a_flaw_and_a_plan_are_one_line() -> None:
    for language in ("zh", "en"):
        assert not acting(Flaw(Severity.NOTE, "gap", (HOSTILE,), HOSTILE).text(language))
    assert not acting(repr(hostile(attrs.evolve(BDA, id=HOSTILE))))
