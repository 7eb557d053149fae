"""What a document counts and fills in: targets, ledgers, sheets and forms."""

from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import Any, TypedDict, Unpack, overload

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.exact import Number, ratio, tidy
from careplan.base.quoting import quote
from careplan.base.text import Text, Words
from careplan.criteria.nodes import TRUE, Op
from careplan.documents.chapters.drafts import (
    Cites,
    Condition,
    Draft,
    Inner,
    Names,
    Offices,
    draft,
    several,
)
from careplan.documents.encoded import ByReading
from careplan.documents.forms import FieldType, Form, FormField
from careplan.documents.periods import Precision
from careplan.documents.scales.sheets import Band, Marking, Scorecard, Share, SheetItem
from careplan.documents.scales.targets import Ledger, LedgerRow, Milestone, Target
from careplan.fields.checking import arguments, entries_of, refuse, required
from careplan.fields.kinds import NumberKind
from careplan.fields.shapes import NAME
from careplan.nouns.counts import Measure

# Owed by a locality, all in all, by each of these days, or by the end of each of these years.
Slots = Mapping[date, int] | Mapping[int, int]
HUNDRED = 100
_DAY_OR_YEAR = Text(zh="日期或年份", en="a date or a year")


def target(
    key: str,
    title: Words,
    measure: Measure,
    *,
    value: Number | None,
    due: date | None,
    precision: Precision | None = None,
    op: Op = Op.GE,
    forecast: bool = False,
    may_exceed_whole: bool | None = None,
    acting: Offices = "",
    **cites: Unpack[Cites],
) -> Draft[Target]:
    """Write a figure to reach by a date: see `Target`. `acting` are offices as printed.

    A target held under an option of a question keeps the question.

    >>> coverage = target("coverage", ("配置率", "coverage"), Measure.PERCENT, value=100, due=None)
    >>> coverage.fields["value"]
    100
    """
    return draft(
        Target,
        cites,
        key=key,
        title=title,
        measure=measure,
        op=op,
        value=value,
        due=due,
        precision=precision,
        forecast=forecast,
        may_exceed_whole=may_exceed_whole,
        acting=acting,
    )


def ledger(
    key: str,
    title: Words,
    *rows: Draft[LedgerRow] | Mapping[str, Slots],
    precision: Precision | None = None,
    totals: Iterable[Milestone] | Slots = (),
    note: Words | None = None,
    acting: Offices = "",
    **cites: Unpack[Cites],
) -> Draft[Ledger]:
    """Write what each locality owes by which date: see `Ledger`. `acting` are offices as printed.

    A mapping of localities to how many slots they owe by which day, or by the end of which year,
    stands for a row of each. `precision` must be given, unless all is owed by the end of years.
    Raises InvalidInput for a mapping that holds anything else, and names the locality.

    >>> ledger("slots", ("托位数", "slots"), row("甲镇", clause="2"), precision=Precision.YEAR).cls
    <class 'careplan.documents.scales.targets.Ledger'>
    >>> made = ledger("slots", "托位数", {"甲镇": {2025: 20, 2024: 10}}).fields["rows"][0]
    >>> made.fields["part"], [one.slots for one in made.fields["milestones"]]
    ('甲镇', [10, 20])
    """
    made, printed = _rows(key, rows), _totals(key, totals)
    dated = (*rows, {"": totals}) if totals else rows
    if precision is None and _by_years(dated):
        precision = Precision.YEAR_END
    return draft(
        Ledger,
        cites,
        key=key,
        title=title,
        rows=made,
        totals=printed,
        precision=precision,
        note=note,
        acting=acting,
    )


def _by_years(rows: Iterable[Any]) -> bool:
    """Say whether all that is owed is owed by the end of years."""
    owed = [slots for one in rows for slots in (one.values() if isinstance(one, Mapping) else [0])]
    return bool(owed) and all(
        isinstance(slots, Mapping) and {type(by) for by in slots} == {int} for slots in owed
    )


def _rows(key: str, given: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return rows, those of a mapping made of its entries; what is no row is left to its plan."""
    found: list[Problem] = []
    made: list[Any] = []
    for one in given:
        entries = entries_of(one)
        made += [one] if entries is None else (_row(key, *each, found) for each in entries)
    if found:
        raise InvalidInput(found)
    return tuple(made)


def _row(key: str, locality: Any, owed: Any, found: list[Problem]) -> Draft[LedgerRow]:
    at = inside(str(key), locality)
    required(NAME, locality, at, found)
    return row(locality, *_milestones(owed, at, found), part=locality)


def _totals(key: str, given: Any) -> Any:
    """Return milestones, those of a mapping made of its entries; others are left to the ledger."""
    if not isinstance(given, Mapping):
        return tuple(given) if isinstance(given, Iterable) else given
    found: list[Problem] = []
    made = _milestones(given, f"{key}.totals", found)
    if found:
        raise InvalidInput(found)
    return tuple(made)


def _milestones(owed: Any, at: str, found: list[Problem]) -> list[Milestone]:
    """Return how many slots are owed by which day, in order; what is wrong is added to `found`."""
    entries, made = entries_of(owed), list[Milestone]()
    if entries is None:
        refuse(found, at, "wrong_type", owed, expected="Mapping[date | int, int]")
    for by, slots in entries or ():
        due = date(by, 12, 31) if type(by) is int and MINYEAR <= by <= MAXYEAR else by
        path = f"{at}[{due if type(due) is date else quote(due)}]"
        if type(due) is not date:
            refuse(found, path, "wrong_type", by, expected=_DAY_OR_YEAR)
            continue
        try:
            made.append(Milestone(due, slots))
        except InvalidInput as error:
            found += error.inside(path)
    return sorted(made, key=lambda one: one.due)


def row(locality: str, *milestones: Milestone, **inner: Unpack[Inner]) -> Draft[LedgerRow]:
    """Write one locality of a ledger, its milestones in order of date: see `LedgerRow`.

    >>> row("甲镇", Milestone(date(2025, 12, 31), 20)).fields["milestones"][0].slots
    20
    """
    return draft(LedgerRow, inner, locality=locality, milestones=milestones)


def sheet(
    key: str,
    title: Words,
    *items: Draft[SheetItem],
    pass_mark: Number | Share | ByReading | None,
    bands: Iterable[Draft[Band]] = (),
    applies: Condition = TRUE,
    total_points: Number | None = None,
    marking: Marking | ByReading = Marking.ASSESSED,
    **cites: Unpack[Cites],
) -> Draft[Scorecard]:
    """Write a score sheet: see `Scorecard`. It keeps the questions its parts are chosen by.

    `pass_mark` is None where the text gives none; `bands` stand from the lowest on.

    >>> tidy = item("tidy", ("整洁", "tidy"), 20, TRUE)
    >>> sheet("rooms", ("验收表", "acceptance sheet"), tidy, pass_mark=10).fields["pass_mark"]
    10
    """
    return draft(
        Scorecard,
        cites,
        key=key,
        title=title,
        applies=applies,
        items=items,
        pass_mark=pass_mark,
        bands=tuple(bands) if isinstance(bands, Iterable) else bands,
        total_points=total_points,
        marking=marking,
    )


def item(
    key: str,
    label: Words,
    max_points: Number,
    criterion: Condition | None = None,
    *,
    applies: Condition = TRUE,
    must_pass: bool = False,
    least: Number | None = None,
    **inner: Unpack[Inner],
) -> Draft[SheetItem]:
    """Write one line of a sheet and what it asks of the subject, if facts say: see `SheetItem`.

    `applies` says for whom it is, `least` what it must bring by itself. What `must_pass` whatever
    the points needs all of its own; with 0 points it is passed or not.

    >>> item("tidy", ("整洁", "tidy"), 20, TRUE, clause="4.2").fields["clause"]
    '4.2'
    >>> item("fire", "消防", 0, must_pass=True).fields["must_pass"]
    True
    """
    return draft(
        SheetItem,
        inner,
        key=key,
        label=label,
        max_points=max_points,
        criterion=criterion,
        applies=applies,
        must_pass=must_pass,
        least=least,
    )


def band(
    key: str,
    label: Words,
    least: Number | Share | ByReading | None = None,
    **inner: Unpack[Inner],
) -> Draft[Band]:
    """Write a band of a sheet, from so many points on, or such a share: see `Band`.

    >>> band("good", ("良好", "good"), percent(80)).fields["least"]
    Share(value=Decimal('0.8'))
    """
    return draft(Band, inner, key=key, label=label, least=least)


def percent(number: Number) -> Share:
    """Return so many per cent of the points of the items that apply.

    Raises InvalidInput for anything but a number from 0 to 100.

    >>> percent(62.5).told("en")
    '62.5%'
    """
    (given,) = arguments(percent=(NumberKind(step=1), number))
    if given > HUNDRED:
        raise InvalidInput([Problem("percent", "too_large", number, {"maximum": HUNDRED})])
    return Share(tidy(ratio(given) / HUNDRED))


def form(key: str, title: Words, *fields: FormField, **cites: Unpack[Cites]) -> Draft[Form]:
    """Write a form, its fields in the printed order: see `Form`.

    >>> form("filing", ("备案表", "filing form"), blank("name", "名称", "name")).fields["key"]
    'filing'
    """
    return draft(Form, cites, key=key, title=title, fields=fields)


class Asks(TypedDict, total=False):
    """What else may be said of a field: see `FormField`."""

    required: bool
    must_be_yes: bool
    only_if: tuple[str, str] | None
    most: Number | None


@overload
def blank(
    key: str,
    zh: str,
    en: str | None = None,
    takes: FieldType = FieldType.TEXT,
    /,
    *options: str,
    total_of: Names = "",
    **asks: Unpack[Asks],
) -> FormField: ...


@overload
def blank(
    key: str,
    zh: str,
    takes: FieldType,
    /,
    *options: str,
    total_of: Names = "",
    **asks: Unpack[Asks],
) -> FormField: ...


def blank(
    key: str, zh: str, /, *said: str | None, total_of: Names = "", **asks: Unpack[Asks]
) -> FormField:
    """Return one field of a form with its printed label, and what it takes: see `FormField`.

    `total_of` are keys of fields, apart by spaces. Raises InvalidInput as `FormField` does.

    >>> blank("kind", "位置", "where it stands", FieldType.CHOICE, "inside", "outside").options
    ('inside', 'outside')
    >>> blank("beds", "床位数", FieldType.COUNT).type
    FieldType.COUNT
    """
    en, *rest = (None, *said) if isinstance(next(iter(said), None), FieldType) else said or (None,)
    takes, *options = rest or (FieldType.TEXT,)
    return FormField(
        key=key,
        label=Text(zh=zh, en=en),
        type=takes,  # type: ignore[arg-type]  # whatever it is, the field looks at it
        options=tuple(options),  # type: ignore[arg-type]  # as above
        total_of=several(total_of, "total_of"),
        **asks,  # type: ignore[arg-type]  # a float is read as its printed value
    )
