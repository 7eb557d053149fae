"""What `records()` of our results call their columns: the kind, heading and unit of each.

It is declared here once, for tables and for data frames.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from careplan.base.messages import LANGUAGES, needed, say
from careplan.base.text import Labelled, Text, names_of
from careplan.base.truth import Truth
from careplan.display.tables.columns import ColumnKind

# By its key; what stands nowhere here holds text, and what stands beside its labels a member.
_KINDS = {
    ColumnKind.DAY: (
        "on counted_on measured_on due_on next_on start end counted_to day counted_from done_on "
        "compared_on"
    ),
    ColumnKind.FLAG: (
        "stale decides due_derived next_derived open forecast room_ignored cut grade_settled "
        "promptly at_latest tied counted_in_period fell"
    ),
    ColumnKind.WHOLE: (
        "reached due_slots next_slots short_of_due over_due short_of_next due_low due_high "
        "next_low next_high over_due_low over_due_high low high localities reported "
        "stale_localities option limit_number short_of_due_low short_of_due_high "
        "short_of_next_low short_of_next_high floor slots items stated unstated changed_by "
        "counted_localities row youngest_months oldest_months"
    ),
    ColumnKind.NUMBER: (
        "low_points high_points max_points total_low total_high pass_mark least_points "
        "possible_low possible_high pass_share amount_yuan amount_low_yuan amount_high_yuan "
        "total_low_yuan total_high_yuan figure target_value short_by pace_per_month target_low "
        "target_high pace_per_month_low pace_per_month_high weight quota remainder sum whole share"
    ),
    # Words of ours, in one column without labels.
    ColumnKind.MEMBER: "kind applies requires entitled falls_under has_grade binds",
}
KINDS = {key: kind for kind, keys in _KINDS.items() for key in keys.split()}
_UNITS = {
    "yuan": "amount_yuan amount_low_yuan amount_high_yuan total_low_yuan total_high_yuan",
    "points": (
        "low_points high_points max_points total_low total_high pass_mark least_points "
        "possible_low possible_high"
    ),
}
UNITS = {key: unit for unit, keys in _UNITS.items() for key in keys.split()}


def kind_of(key: str, cells: Iterable[object]) -> ColumnKind:
    """Return the kind of a column: that of our own of this key, or else what all its cells are.

    A column in which nothing stands, or texts beside numbers, is one of text.

    >>> kind_of("due_on", [None]), kind_of("venue_area", [12, Decimal("4.5"), None])
    (ColumnKind.DAY, ColumnKind.NUMBER)
    """
    classes = {type(cell) for cell in cells if cell is not None}
    own = KINDS.get(key, ColumnKind.TEXT)
    if all(_holds(own, one) for one in classes):
        return own
    found = (kind for kind in ColumnKind if all(_holds(kind, one) for one in classes))
    return next(found, ColumnKind.TEXT)


def _holds(kind: ColumnKind, cls: type) -> bool:
    match kind:
        case ColumnKind.TEXT:
            return issubclass(cls, str) and not issubclass(cls, Labelled)
        case ColumnKind.MEMBER:
            return issubclass(cls, str)  # as every member is, and its value
        case ColumnKind.DAY:
            return issubclass(cls, date)
        case ColumnKind.FLAG:
            return cls is bool
        case ColumnKind.WHOLE:
            return issubclass(cls, int) and cls is not bool
        case ColumnKind.NUMBER:
            return issubclass(cls, int | float | Decimal | Fraction) and cls is not bool
        case _:
            assert_never(kind)


def heading_of(key: str) -> Text:
    """Return the heading of a column, or the key itself for one that is not ours.

    >>> heading_of("outcome"), heading_of("venue")
    (Text(zh='结果', en='outcome'), Text(zh='venue', en='venue'))
    """
    code = f"column.{key}"
    if needed(code) is None:
        return Text(zh=key, en=key)
    zh, en = (say(code, language) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def unit_of(key: str) -> Text | None:
    """Return the unit of a column of ours, if it has one.

    >>> unit_of("amount_yuan")
    Text(zh='元', en='yuan')
    """
    if key not in UNITS:
        return None
    zh, en = (say(f"unit.{UNITS[key]}", language) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def word_of(key: str, value: str, language: str) -> str:
    """Return what a reader is told for a word of ours that stands without labels.

    >>> word_of("kind", "rung", "zh"), word_of("applies", "true", "zh"), word_of("kind", "x", "zh")
    ('档', '成立', 'x')
    """
    if key == "kind":
        code = f"row.{value}"
        return value if needed(code) is None else say(code, language)
    truth = names_of((Truth,)).get(value) if key in KINDS else None
    return value if truth is None else truth.label.get(language)
