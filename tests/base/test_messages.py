"""The table of messages: complete, alike in both languages, used; and how values are shown."""

import ast
import decimal
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from string import Formatter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan
from careplan.base.frozenmap import FrozenMap
from careplan.base.messages import LANGUAGES, join, say, sentences, show, sorted_texts
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.criteria.signs import Op
from careplan.nouns.facilities import Equipment, Supply


def placeholders(template: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None})


# --- the table ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sentences())
def test_a_code_has_both_languages_with_the_same_placeholders(code: str) -> None:
    zh, en = sentences()[code]
    assert zh.strip()
    assert en.strip()
    assert placeholders(zh) == placeholders(en)
    assert all(name.isidentifier() for name in placeholders(zh))  # no {} and no {0}


@pytest.mark.parametrize("code", sentences())
def test_a_code_is_said_with_its_parameters(code: str) -> None:
    parameters = {name: f"<{name}>" for name in placeholders(sentences()[code][0])}
    for language in LANGUAGES:
        said = say(code, language, **parameters)
        assert all(shown in said for shown in parameters.values())
        assert re.sub("<[a-z_]+>", "", said).count("{") == 0


@pytest.mark.parametrize("code", sentences())
def test_no_language_is_said_in_the_other(code: str) -> None:
    zh, en = (re.sub(r"\{\w+\}", "", template) for template in sentences()[code])
    assert not re.search("[A-Za-z]{2}", zh.replace("JSON", ""))  # a name
    assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", en)


def test_a_shown_parameter_is_never_a_template() -> None:
    assert say("did_you_mean", "en", suggestion="{other}") == "; did you mean {other}?"


# --- the codes in the source ----------------------------------------------------------------
# A code stands in a call of say, Problem, NotExact or NotFound: as a text, as one of two, as a
# name given such a text in the same function, or as a text with a part to fill in.

SOURCE = Path(careplan.__file__).parent
TREES = {
    path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SOURCE.rglob("*.py"))
}
# Which argument of a call holds the code, and what stands before it in the table.
CALLS = {
    "say": (0, ""),
    "Problem": (1, ""),
    "NotExact": (0, ""),
    "Doubt": (0, ""),
    "NotFound": (0, r"kind\."),
    "UnknownFact": (0, r"kind\."),
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@attrs.frozen
class Use:
    """One call that says something: where, the codes it may say, and with which parameters."""

    where: str
    call: str
    codes: tuple[str, ...]
    given: frozenset[str] | None  # None: not all of it is written at the call


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def assigned(name: str, function: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            yield node.value


def texts(node: ast.expr, function: ast.AST) -> Iterator[str]:
    """Yield the patterns of the texts an expression may be."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.IfExp(body=body, orelse=orelse):
            yield from texts(body, function)
            yield from texts(orelse, function)
        case ast.JoinedStr(values=values):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                for part in values
            )
        case ast.Name(id=name):
            for value in assigned(name, function):
                yield from texts(value, function)
        case _:
            pass


def keys(node: ast.expr | None, function: ast.AST) -> frozenset[str] | None:
    """Return the keys of a dict written as such, or None."""
    if isinstance(node, ast.Name):
        values = list(assigned(node.id, function))
        return keys(values[0], function) if len(values) == 1 else None
    if not isinstance(node, ast.Dict):
        return None if node is not None else frozenset()
    names = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
    return None if None in names else frozenset(map(str, names))


def parameters(node: ast.Call, function: ast.AST) -> frozenset[str] | None:
    code = node.args[CALLS[called(node)][0]]
    if isinstance(code, ast.Name) and len(list(assigned(code.id, function))) > 1:
        return None  # which of the codes belongs to this call is not written
    match called(node):
        case "say":
            names = [keyword.arg for keyword in node.keywords]
            return None if None in names else frozenset(map(str, names))
        case "Problem":
            written = keys(node.args[3] if len(node.args) > 3 else None, function)
            return None if written is None else written | {"value", "hint"}
        case "Doubt":
            written = keys(node.args[1] if len(node.args) > 1 else None, function)
            return None if written is None else written | {"value", "hint"}
        case _:
            return None


def uses() -> Iterator[Use]:
    for name, tree in TREES.items():
        functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
        for function in functions:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and called(node) in CALLS:
                    place, prefix = CALLS[called(node)]
                    found = tuple(prefix + text for text in texts(node.args[place], function))
                    where = f"{name}:{node.lineno}"
                    yield Use(where, called(node), found, parameters(node, function))


USES = tuple(dict.fromkeys(uses()))
# Texts outside the table that can only be codes: a joint is handed on to the function that says
# it. Single words are not counted; too many of them mean something else.
HANDED_ON = {
    node.value
    for name, tree in TREES.items()
    if name not in {"messages.py", "refusals.py", "sentences.py"}
    for node in ast.walk(tree)
    if isinstance(node, ast.Constant)
    and isinstance(node.value, str)
    and re.search("[._]", node.value)
}


def test_the_search_finds_codes() -> None:
    found = {code for use in USES for code in use.codes}
    assert {"too_small", "text_as_number", r"kind\.plan", r"evidence\..+", "some"} <= found
    assert {use.call for use in USES} == set(CALLS)


def in_table(pattern: str) -> list[str]:
    return [code for code in sentences() if re.fullmatch(pattern, code)]


def test_every_code_said_is_in_the_table() -> None:
    unknown = {use.where: pattern for use in USES for pattern in use.codes if not in_table(pattern)}
    assert unknown == {}


# Once: nothing says "not", "truth.true", "truth.false" and "truth.unknown".
def test_every_code_in_the_table_is_said() -> None:
    patterns = [pattern for use in USES for pattern in use.codes]
    unused = [
        code
        for code in sentences()
        if code not in HANDED_ON and not any(re.fullmatch(pattern, code) for pattern in patterns)
    ]
    assert unused == []


def is_said_in_full(pattern: str, given: frozenset[str]) -> bool:
    """Say whether the parameters are enough; of several codes that fit, for one of them."""
    return any(given.issuperset(placeholders(sentences()[code][0])) for code in in_table(pattern))


def test_every_parameter_of_a_sentence_is_given() -> None:
    lacking = {
        use.where: pattern
        for use in USES
        if use.given is not None
        for pattern in use.codes
        if not is_said_in_full(pattern, use.given)
    }
    assert lacking == {}


# --- values ---------------------------------------------------------------------------------


class _Plain(Enum):
    """An enum without labels."""

    ONE = 1


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "未说明", "not stated"),
        (True, "是", "yes"),
        (False, "否", "no"),
        ("text", "text", "text"),
        ("", "", ""),
        # English groups thousands, Chinese official figures are printed without.
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1000", "1,000"),
        (-1000, "-1000", "-1,000"),
        (1_234_567, "1234567", "1,234,567"),
        (Decimal("4.5"), "4.5", "4.5"),
        (Decimal("-1234.5"), "-1234.5", "-1,234.5"),
        (Decimal("0.000000000000001"), "0.000000000000001", "0.000000000000001"),
        (Decimal("1E+3"), "1000", "1,000"),  # never in powers of ten
        # Three figures or so of what no decimal holds: 13.666…, 4.2811…, -0.3333…
        (Fraction(41, 3), "约13.7", "about 13.7"),
        (Fraction(50_000, 11_679), "约4.28", "about 4.28"),
        (Fraction(-1, 3), "约-0.333", "about -0.333"),
        (Fraction(100_000, 3), "约33333.3", "about 33,333.3"),
        (Fraction(1, 10**7 + 1), "约0", "about 0"),  # six places at most
        (Fraction(1, 2), "0.5", "0.5"),
        (Fraction(4, 2), "2", "2"),
        (date(2021, 12, 31), "2021年12月31日", "31 December 2021"),
        (date(987, 1, 2), "987年1月2日", "2 January 987"),
        (datetime(2021, 12, 31, tzinfo=UTC), "2021-12-31T00:00:00+00:00", None),
        (Outcome.NOT_MET, "不符合", "not met"),
        (Op.GE, "≥", "≥"),
        (_Plain.ONE, "ONE", "ONE"),
        (Text(zh="母婴室", en="room"), "母婴室", "room"),
        ((), "无", "none"),
        (frozenset(), "无", "none"),
        ({}, "无", "none"),
        ((3000, None, "b"), "3000、未说明、b", "3,000, not stated, b"),
        # A tuple keeps its order; a set is sorted by what is shown.
        (("b", "a"), "b、a", "b, a"),
        (frozenset({"b", "a", "c"}), "a、b、c", "a, b, c"),
        ({Equipment.CHAIR: 2, Equipment.TABLE: 1}, "椅子 2、桌子 1", "chair 2, table 1"),
        (FrozenMap({Equipment.TABLE: 1000}), "桌子 1000", "table 1,000"),
        (1.5, "1.5", "1.5"),
        ([1, 2], "[1, 2]", "[1, 2]"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_shown(value: object, zh: str, en: str | None) -> None:
    assert show(value, "zh") == zh
    assert show(value, "en") == (zh if en is None else en)


def test_a_set_is_shown_in_a_stable_order() -> None:
    both = frozenset(Supply)
    assert show(both, "en") == "cleaning cloths, hand and mouth wipes"
    assert show(both, "zh") == "手口湿巾、清洁巾"  # by the order of the characters
    assert sorted_texts(both, "en") == ["cleaning cloths", "hand and mouth wipes"]
    assert sorted_texts(("b", "a"), "en") == ["b", "a"]


def test_texts_are_joined_by_the_mark_of_the_language() -> None:
    assert join(iter(["a", "b"]), "zh") == "a、b"
    assert join(["a"], "en") == "a"
    assert (join([], "zh"), join([], "en")) == ("无", "none")


@given(st.integers())
def test_a_number_is_shown_in_full(value: int) -> None:
    assert show(value, "zh") == str(value)
    assert show(value, "en").replace(",", "") == str(value)
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*", show(value, "en"))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
def test_a_decimal_is_shown_in_full_in_any_context(value: Decimal) -> None:
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
        zh, en = show(value, "zh"), show(value, "en")
    assert Fraction(zh) == Fraction(value)
    assert en.replace(",", "") == zh
    assert "E" not in zh


@given(st.dictionaries(st.sampled_from(Equipment), st.integers(0, 9), min_size=1))
def test_a_table_is_shown_entry_by_entry(value: Mapping[Equipment, int]) -> None:
    shown = show(FrozenMap(value), "zh").split("、")
    assert shown == [f"{key.label.zh} {count}" for key, count in value.items()]
