"""Tables in the shape of real ones, with the truth of every cell, and how each is to be read.

tests/data/tables.json: figures and names are made up. Of a cell the truth is its value in base
units, a value with its note, "problem: why", or "ignore".
"""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

import careplan as cp
from careplan import writing as w

TABLES: Mapping[str, Any] = {
    one["id"]: one
    for one in json.loads(
        (Path(__file__).parent / "data" / "tables.json").read_text(encoding="utf-8"),
        parse_float=Decimal,
    )
}


class ClassType(w.Labelled):
    """Classes that institutions run, by every name the tables have."""

    OLDER = ("older", "托大班")
    YOUNGER = ("younger", "托小班")
    INFANT = ("infant", "乳儿班")
    MIXED = ("mixed", "混合班")
    ANY = ("any", "托班")
    INFANT_0_1 = ("infant_0_1", "0-1岁婴儿班")
    YOUNGER_1_2 = ("younger_1_2", "1-2岁托小班")
    OLDER_2_3 = ("older_2_3", "2-3岁托大班")
    ABOVE_3 = ("above_3", "3岁以上幼儿班")


PERCENT = cp.Text(zh="%", en="%")
PER_MONTH = cp.Text(zh="元/人/月", en="yuan per child and month")


def _count(label: str) -> Any:
    return w.count(label)


def _yuan(label: str) -> Any:
    return w.number(label, unit=w.YUAN)


def _m2(label: str) -> Any:
    return w.number(label, unit=w.SQUARE_METRES)


# What each fact of the tables is. A fact that no noun could have (a floor, a path of places, a
# figure whose unit the row says) is not read here.
FACTS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("name", "text", "locality", "setting_text", "ward", "indicator"), w.words),
    **dict.fromkeys(
        (
            *("slots", "slots_total", "inclusive_slots", "enrolled", "enrolled_inclusive"),
            *("enrolled_second_child", "enrolled_third_child", "child_months_full_day"),
            *("child_months_half_day", "rooms", "rooms_total", "rooms_count", "institutions"),
            *("population", "population_0_1", "planned_slots", "visits"),
        ),
        _count,
    ),
    "index": lambda label: w.number(label, step=1),
    **dict.fromkeys(
        (
            *("subsidy_second_child_yuan", "subsidy_third_child_yuan", "subsidy_yuan", "fee_yuan"),
            *("build_subsidy", "running_subsidy", "subsidy_total", "subsidy_yuan_without_unit"),
        ),
        _yuan,
    ),
    "fee_yuan_per_person_month": lambda label: w.number(label, unit=PER_MONTH),
    "share_percent": lambda label: w.number(label, unit=PERCENT),
    **dict.fromkeys(("building_area_m2", "infant_rooms_area_m2", "outdoor_area_m2"), _m2),
    **dict.fromkeys(("inclusive", "filed", "flag"), w.flag),
    "filed": lambda _: w.flag("备案"),
    **dict.fromkeys(("counted_on", "opened_on"), w.day),
    "setting": lambda label: w.choice(cp.Setting, label),
    "ownership": lambda label: w.choice(cp.OwnershipMode, label),
    "profit_status": lambda label: w.choice(cp.ProfitStatus, label),
    "legal_form": lambda label: w.choice(cp.LegalForm, label),
    "category": lambda label: w.choice(cp.VenueCategory, label),
    "class_types": lambda label: w.choices(ClassType, label),
}
PLACES = {"locality", "ward"}  # facts that name a locality
TICKS = {
    "setting=institution": cp.Setting.OTHER,
    "setting=kindergarten_class": cp.Setting.KINDERGARTEN,
    "ownership=public": cp.OwnershipMode.PUBLIC,
    "ownership=private": cp.OwnershipMode.PRIVATE,
}
# How the caller of a table says what only he can know.
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "T04": {"sums": {"合计补助": ("建设补助", "运行补助")}},
    "T18": {"total_words": ["全市"]},
    "T21": {"total_words": ["全市"], "localities": ["大安區", "北投區"]},
    "T22": {"not_stated": ["Not applicable", "n.a."]},
    "T23": {
        "total_words": ["計"],
        "synonyms": {"公": cp.OwnershipMode.PUBLIC, "私": cp.OwnershipMode.PRIVATE},
        "localities": ["札幌市中央区", "札幌市北区"],
    },
    "T29": {"localities": cp.get_plan("dawa_2023").ledgers["slots"]},
    "T24": {"withheld": ["非公開"]},
    "T26": {
        "sums": {"TOTSPACE": ("IGSPACE", "TGSPACE", "PGSPACE", "KGSPACE", "SGSPACE")},
        "synonyms": {
            "Non Profit Agency": cp.ProfitStatus.NON_PROFIT,
            "Commercial Agency": cp.ProfitStatus.FOR_PROFIT,
        },
    },
    "T27": {
        "separators": ["、", "，", ";"],
        "sums": {"总托位数": ("乳儿班托位", "托小班托位", "托大班托位", "混合班托位")},
    },
    "T31": {"not_stated": ["(跳过)", "(空)", "N/A"], "separators": ["、", "┋"]},
    "T32": {"localities": ["甲街道", "乙街道", "丙街道"]},
}


@attrs.frozen(kw_only=True)
class Cell:
    """One cell: where it stands, what it holds, and the truth of it."""

    table: str
    row: int
    place: int
    fact: str  # as the noun of the table calls it
    raw: object
    truth: Any


def columns_of(table: Mapping[str, Any]) -> dict[int, str]:
    """Return by place the facts of a table that a noun has."""
    found = {}
    for place, said in enumerate(table["columns"]):
        base = said.partition("@")[0]
        if base in FACTS:
            found[place] = "locality" if base in PLACES else f"{base}_{place}"
    return found


def noun_of(table: Mapping[str, Any]) -> type[w.Noun]:
    """Return a noun of a caller's own that has a fact for every column of a table."""
    fields = {
        name: FACTS[name.rpartition("_")[0] or name](table["headings"][place])
        for place, name in columns_of(table).items()
    }
    if any(said.startswith("tick:") for said in table["columns"]):
        fields |= {
            "setting": FACTS["setting"]("类型"),
            "ownership": FACTS["ownership"]("举办类别"),
        }
    if "profit_status|legal_form" in table["columns"]:
        fields |= {name: FACTS[name](name) for name in ("profit_status", "legal_form")}
    made: type[w.Noun] = attrs.make_class(
        table["id"], fields, bases=(w.Noun,), frozen=True, kw_only=True
    )
    return made


def read(table: Mapping[str, Any]) -> cp.intake.Intake:
    """Read a table by its places."""
    holds: dict[Any, Any] = {}
    for place, said in enumerate(table["columns"]):
        if said.startswith("tick:"):
            fact, member = said.removeprefix("tick:").partition("=")[::2]
            holds[place] = cp.intake.tick(fact, TICKS[f"{fact}={member}"])
        elif said == "profit_status|legal_form":
            holds[place] = ("profit_status", "legal_form")
        else:
            holds[place] = None
    return cp.intake.read(
        [row["cells"] for row in table["rows"]],
        noun_of(table),
        columns={**holds, **columns_of(table)},
        headings=table["headings"],
        **OPTIONS.get(table["id"], {}),
    )


def cells(table: Mapping[str, Any], kind: str) -> Iterator[Cell]:
    """Yield the cells of a table's rows of a kind that a fact stands for."""
    for number, row in enumerate(table["rows"], start=1):
        for place, fact in columns_of(table).items():
            if row["kind"] == kind and row["truth"][place] != "ignore":
                yield Cell(
                    table=table["id"],
                    row=number,
                    place=place,
                    fact=fact,
                    raw=row["cells"][place],
                    truth=row["truth"][place],
                )
