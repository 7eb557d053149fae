"""A column of a table: what its cells are, what stands over them, and in which unit they are."""

from fractions import Fraction
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Exact, tidy
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text, Unordered, is_text, text_of
from careplan.fields.checking import read, read_instance, read_member
from careplan.fields.kinds import NumberKind, TextKind

# Between the levels of a heading, where it stands on one line.
LEVEL = "/"


class ColumnKind(Unordered):
    """What the cells of a column are; each may be blank as well."""

    TEXT = ("text", "文本", "text")
    MEMBER = ("member", "选项", "member of an enum")
    DAY = ("day", "日期", "day")
    FLAG = ("flag", "是否", "yes or no")
    WHOLE = ("whole", "整数", "whole number")
    NUMBER = ("number", "数", "exact number")


def _heading(given: Any) -> Any:
    """Return a heading as a text, or its levels as texts; what is neither is for the class."""
    if isinstance(given, list) or (isinstance(given, tuple) and not all(map(is_text, given))):
        return tuple(map(text_of, given))
    return text_of(given)


def _unit(given: Any) -> Any:
    return text_of(given)


def _per_unit(given: Any) -> Any:
    return given  # to be read beside the rest: a type checker is told that any number will do


@frozen
class Column:
    """One column of a table: its key, its heading, the kind of its cells, and their unit.

    A heading is a `Text`, a pair (zh, en) or Chinese alone; a list of these are its levels, the
    uppermost first. `unit` stands in brackets behind it. Where the cells count in a smaller
    unit than is printed, `per_unit` says how many make one: of cells in yuan under 万元, 10_000.

    Raises InvalidInput for a heading without a level, a kind that is none, or a `per_unit` that
    is not above 0 or beside no unit.

    >>> subsidy = Column("yuan", "补贴金额", ColumnKind.NUMBER, unit="万元", per_unit=10_000)
    >>> subsidy.title("zh"), subsidy.printed(4_200)
    ('补贴金额（万元）', Decimal('0.42'))
    """

    key: str
    heading: Text | tuple[Text, ...] = attrs.field(converter=_heading)
    kind: ColumnKind = ColumnKind.TEXT
    unit: Text | None = attrs.field(default=None, converter=_unit, kw_only=True)
    per_unit: Exact = attrs.field(default=1, converter=_per_unit, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what could not stand over a column."""
        found: list[Problem] = []
        read(TextKind(filled=True), self.key, "key", found)
        if not self.levels:
            found.append(Problem("heading", "nothing_listed", self.heading))
        for level in self.levels:
            read_instance(level, Text, "heading", found)
        read_member((ColumnKind,), self.kind, "kind", found)
        if self.unit is not None:
            read_instance(self.unit, Text, "unit", found)
        before = len(found)
        per_unit = read(NumberKind(step=1), self.per_unit, "per_unit", found)
        if per_unit is None:
            found.append(Problem("per_unit", "required", None))
        elif len(found) == before and per_unit == 0:
            found.append(Problem("per_unit", "not_above_zero", per_unit))
        elif len(found) == before and per_unit != 1 and self.unit is None:
            other = {"other_field": "unit", "other": self.unit}
            found.append(Problem("per_unit", "contradiction", per_unit, other))
        if found:
            raise InvalidInput(found)
        object.__setattr__(self, "per_unit", per_unit)

    @property
    def levels(self) -> tuple[Text, ...]:
        """The levels of the heading, the uppermost first."""
        return self.heading if isinstance(self.heading, tuple) else (self.heading,)

    def lines(self, language: str) -> tuple[str, ...]:
        """Return the levels in a language, the unit behind the lowest."""
        *above, last = (level.get(language) for level in self.levels)
        if self.unit is not None:
            last = say("unit.heading", language, heading=last, unit=self.unit)
        return (*above, last)

    def title(self, language: str) -> str:
        """Return the heading on one line, its levels joined by "/"."""
        return LEVEL.join(self.lines(language))

    def printed(self, cell: Exact) -> Exact:
        """Return a number of a cell in the unit of the column, exactly."""
        return cell if self.per_unit == 1 else tidy(Fraction(cell) / Fraction(self.per_unit))
