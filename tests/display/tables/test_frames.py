"""The columns of a data frame: their kinds, and the types that hold them in three libraries.

The libraries themselves are asked in tests/frameworks; here a stand-in says what was asked of it.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from samples import BDA, DAWA, MALL, SHUANGLIAO, results

import careplan as cp
from careplan.display.tables.named import KINDS

KIND = cp.ColumnKind
ROWS: list[dict[str, Any]] = [
    {"outcome": "met", "outcome_zh": "符合", "outcome_en": "met", "on": date(2024, 6, 30)},
    {"stale": True, "low": 3, "figure": Decimal("97.5"), "short_by": Fraction(1, 3)},
]


class Named:
    """A stand-in for a library: each name of it says itself, and what it is called with."""

    def __getattr__(self, name: str) -> "Said":
        return Said(name)


class Said(str):
    """A name, which can be called."""

    __slots__ = ()

    def __call__(self, *given: object) -> str:
        """Say what was called, and with what."""
        return f"{self}({', '.join(map(str, given))})"


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, Named())


def test_each_kind_has_a_type_in_each_library() -> None:
    typed = cp.columns(ROWS)
    asked = ("outcome", "outcome_zh", "on", "stale", "low", "figure", "short_by")
    assert [typed.kinds[key].name for key in asked] == [
        *("MEMBER", "TEXT", "DAY", "FLAG", "WHOLE", "NUMBER", "NUMBER")
    ]
    assert [typed.pandas[key] for key in asked] == [
        *("category", "string", "datetime64[s]", "boolean", "Int64", "Float64", "Float64")
    ]
    # What is no decimal, a third, makes floats of its column.
    assert [typed.polars[key] for key in asked] == [
        *("Categorical", "String", "Date", "Boolean", "Int64", "Decimal(38, 20)", "Float64")
    ]
    assert [typed.arrow[key] for key in asked] == [
        *("dictionary(int32(), string())", "string()", "date32()", "bool_()", "int64()"),
        *("decimal128(38, 20)", "float64()"),
    ]
    assert typed.inexact == {"short_by"}


def test_rows_have_floats_for_what_no_decimal_holds_and_nothing_else() -> None:
    typed = cp.columns([{"figure": 1, "x": 1}, {"figure": None}, {"figure": Fraction(1, 4)}])
    assert typed.rows == [{"figure": 1.0, "x": 1}, {"figure": None}, {"figure": 0.25}]
    assert [type(row["figure"]) for row in typed.rows] == [float, type(None), float]
    assert typed.inexact == {"figure"}
    a = cp.assess(MALL, SHUANGLIAO)
    assert cp.columns(a).rows == a.records()


@pytest.mark.parametrize(
    ("number", "held"),
    [
        *((10**18 - 1, True), (-(10**18), False), (10**18, False)),
        *((Decimal("0." + "1" * 20), True), (Decimal("0." + "1" * 21), False)),
        *((Decimal(10**18 - 1) / 10, True), (Decimal("1E+17"), True), (Decimal("1E+18"), False)),
        *((Fraction(1, 3), False), (Fraction(3), False), (0.5, False), (None, True)),
    ],
)
def test_a_decimal_holds_eighteen_digits_and_twenty_places(number: Any, held: bool) -> None:
    # 38 digits in all, of which 20 are places.
    inexact = cp.columns([{"figure": number}]).inexact
    assert inexact == (set() if held else {"figure"})


def test_the_kind_of_a_column_does_not_depend_on_what_is_stated() -> None:
    for result in results():
        for key, kind in cp.columns(result).kinds.items():
            members = {f"{key}_zh", f"{key}_en"} <= set(result.records()[0])
            assert kind is (KIND.MEMBER if members else KINDS.get(key, KIND.TEXT))


def test_columns_are_of_whatever_a_table_is_made_of() -> None:
    ledger = DAWA.ledgers["slots"]
    report = cp.track_progress(ledger, [], on=date(2024, 9, 30))
    assert cp.columns([report, report]).kinds == cp.columns(report).kinds
    assert cp.columns(report.table()).kinds["due_slots"] is KIND.WHOLE
    assert len(cp.columns([report, report]).rows) == 2 * len(report.records())
    assert cp.columns(ledger).kinds["2023-12-31/slots/binding"] is KIND.WHOLE
    assert cp.columns(ledger).rows == ledger.table().records()
    assert cp.columns(BDA.matrix()).kinds["Body.TRADE_UNION"] is KIND.TEXT
    asked = cp.tasks_of([SHUANGLIAO], cp.Body.HEALTH)
    assert cp.columns(asked).kinds["role"] is KIND.MEMBER


def test_a_table_keeps_the_kinds_of_its_columns() -> None:
    yuan = cp.Column("yuan", "补贴", KIND.NUMBER, unit="万元", per_unit=10_000)
    typed = cp.columns(cp.Table(columns=[yuan, cp.Column("on", "日期", KIND.DAY)], rows=[]))
    assert (typed.pandas, typed.rows) == ({"yuan": "Float64", "on": "datetime64[s]"}, [])
    typed = cp.columns(cp.Table(columns=[yuan], rows=[[4_200]]))
    assert typed.rows == [{"yuan": 4_200}]
    assert typed.inexact == frozenset()


def test_nothing_has_no_columns() -> None:
    assert cp.columns([]).pandas == cp.columns([]).polars == {}
    assert "rows" not in repr(cp.columns(ROWS))


@pytest.mark.parametrize("what", [None, "甲", [3], cp.Venue()])
def test_what_is_no_table_has_no_columns(what: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        cp.columns(what)


def imported(program: str) -> Iterator[str]:
    command = [sys.executable, "-c", f"import sys\n{program}\nprint(*sys.modules)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own text
    yield from done.stdout.split()


def test_no_library_is_imported_for_the_rest() -> None:
    program = "import careplan as cp\ncp.columns(cp.get_plan('bda_2017')).pandas"
    loaded = set(imported(program))
    assert "careplan.display.tables.frames" in loaded
    assert loaded.isdisjoint({"pandas", "polars", "pyarrow", "numpy"})
