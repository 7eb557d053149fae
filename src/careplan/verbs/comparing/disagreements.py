"""The verb that compares two sources of one thing, and what it answers."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, overload

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.messages import say
from careplan.base.text import Text, Words, text_of
from careplan.display.cells import Row, member, text
from careplan.display.result import Result
from careplan.display.tables.laid import noted
from careplan.display.views.parts import Answer, Detail, Grid, Head, Line, Role, View, line, part
from careplan.display.views.words import Mark, Small, Tag
from careplan.display.views.words import Words as Pieces
from careplan.fields.checking import read_instance
from careplan.fields.declaring import Noun, noun_label
from careplan.verbs.advising.phrasing import begun
from careplan.verbs.comparing.differing import Side, differing
from careplan.verbs.comparing.disagreement import Disagreement, StatedBy

FIRST, SECOND = Text(zh="前者", en="the first"), Text(zh="后者", en="the second")
_TWO = (FIRST, SECOND)
_TWO_NAMES = Text(zh="两个名称", en="two names")


@attrs.frozen(kw_only=True, repr=False)
class Disagreements(Result, Sequence[Disagreement]):
    """The facts on which two sources of one thing do not agree: a sequence, empty if they agree.

    It holds the sources, `a` and `b`, and what people call them; what differs is found when it is
    asked for. JSON holds the same, so a file cannot say otherwise; `records(plain=True)` are the
    rows for readers without careplan.
    """

    a: Noun
    b: Noun
    called_a: Text = FIRST
    called_b: Text = SECOND

    @cached_property
    def found(self) -> tuple[Disagreement, ...]:
        """The disagreements, in the order in which facts are declared."""
        return tuple(differing(Side(self.a), Side(self.b)))

    @property
    def agree(self) -> bool:
        """Whether there is no disagreement."""
        return not self.found

    @property
    def stated_differently(self) -> tuple[Disagreement, ...]:
        """Those that both state, differently."""
        return self._by(StatedBy.BOTH)

    @property
    def only_a(self) -> tuple[Disagreement, ...]:
        """Those that the first alone states."""
        return self._by(StatedBy.A)

    @property
    def only_b(self) -> tuple[Disagreement, ...]:
        """Those that the second alone states."""
        return self._by(StatedBy.B)

    def _by(self, stated_by: StatedBy) -> tuple[Disagreement, ...]:
        return tuple(one for one in self.found if one.stated_by is stated_by)

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, place: int) -> Disagreement: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Disagreement, ...]: ...
    def __getitem__(self, place: Any) -> Any:
        return self.found[place]

    def _notes(self) -> Iterator[Text]:
        """Yield which source is which."""
        yield noted("disagreements.note", a=self.called_a, b=self.called_b)

    def _rows(self) -> Iterator[Row]:
        for one in self.found:
            yield {
                "fact": one.path,
                "fact_in_b": one.path_in_b,
                **text("label", one.label),
                **member("stated_by", one.stated_by),
                **text("stated_a", one.said_a),
                **text("stated_b", one.said_b),
                **text("unit", one.unit),
            }

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        return View(
            title=say("disagreements.title", language, what=noun_label(type(self.a))),
            answer=self._answer(language),
            parts=() if self.agree else (part("", self._grid(language)),),
        )

    def _answer(self, language: str) -> Answer:
        named = {"a": self.called_a, "b": self.called_b}
        if self.agree:
            said = begun(say("disagreements.none", language, **named), language)
            return Answer(said, Mark.GOOD)
        counts = ((one, len(self._by(one))) for one in StatedBy)
        kinds = [self._counted(one, count, language) for one, count in counts if count]
        return Answer(begun(say("view.joint", language).join(kinds), language), Mark.OPEN)

    def _counted(self, stated_by: StatedBy, count: int, language: str) -> str:
        match stated_by:
            case StatedBy.BOTH:
                return say("disagreements.both", language, count=count)
            case StatedBy.A:
                return say("disagreements.only_by", language, name=self.called_a, count=count)
            case _:
                return say("disagreements.only_by", language, name=self.called_b, count=count)

    def _grid(self, language: str) -> Grid:
        heads = (
            Head(say("view.common.number", language), Role.NUMBER),
            Head(say("disagreements.head.fact", language), Role.NAME),
            Head(begun(self.called_a.get(language), language)),
            Head(begun(self.called_b.get(language), language)),
            Head(say("disagreements.head.stated_by", language), Role.STATE),
        )
        lines = tuple(self._line(n, one, language) for n, one in enumerate(self.found, start=1))
        title = say("disagreements.title", language, what=noun_label(type(self.a)))
        return Grid(title, heads, lines, one_line=True)

    def _line(self, number: int, one: Disagreement, language: str) -> Line:
        by = one.stated_by
        mark = Mark.BAD if by is StatedBy.BOTH else Mark.OPEN
        nothing = say("disagreements.no_item" if one.is_item else "none_stated", language)
        sides = (
            nothing if said is None else said.get(language) for said in (one.said_a, one.said_b)
        )
        state = Tag(mark, self._state(by, language))
        return line(str(number), self._heading(one, language), *sides, state)

    def _state(self, stated_by: StatedBy, language: str) -> str:
        match stated_by:
            case StatedBy.BOTH:
                return StatedBy.BOTH.label.get(language)
            case StatedBy.A:
                return say("disagreements.by", language, name=self.called_a)
            case _:
                return say("disagreements.by", language, name=self.called_b)

    def _heading(self, one: Disagreement, language: str) -> Pieces:
        """Say the fact, and of which item it is in the second source if that is another."""
        heading, owner = begun(one.heading(language), language), one.at_b.owner
        if owner == one.at_a.owner:
            return heading
        return heading, Small(say("disagreements.elsewhere", language, b=self.called_b, item=owner))


def disagreements(a: Noun, b: Noun, *, names: tuple[Words, Words] = _TWO) -> Disagreements:
    """Compare two sources of one thing: what they state differently, and what only one states.

    Say the venue as an applicant's form states it, and as an inspector's table has it. Both are
    of one noun, or one is of a noun made of the other's. `names` are what people call the two,
    each a `Text`, a pair (zh, en) or Chinese alone.

    Parts are compared fact by fact, tables key by key, sets by their members. Items are paired
    first, so that an item at another place is no disagreement: equal ones, then those of which
    the most facts are stated alike, of these those of which the fewest are stated differently,
    then the nearest; of very many that are not equal, in their order. What is left of a longer
    list is stated by that source alone. So is a list or set that is stated as empty, against
    None; a table without entries states as little as none. The other way round the same is
    found, mirrored.

    Raises InvalidInput for anything but such nouns, and for names that are no two texts.

    >>> import careplan as cp
    >>> form = cp.Venue(building_area_m2=7.5, rooms=[cp.Room(clean=True), cp.Room(area_m2=12)])
    >>> table = cp.Venue(building_area_m2=8, rooms=[cp.Room(area_m2=12), cp.Room(clean=False)])
    >>> found = cp.disagreements(form, table, names=("申请表", "验收记录"))
    >>> [(one.path, one.a, one.b) for one in found]
    [('building_area_m2', Decimal('7.5'), 8), ('rooms[0].clean', True, False)]
    >>> print(found.explain())
    2项两者说法不同
    建筑面积：两者不同；申请表：7.5平方米；验收记录：8平方米
    第1间母婴室是否整洁卫生（验收记录中为第2间母婴室）：两者不同；申请表：整洁卫生；验收记录：不够整洁卫生
    """
    check_type(a, Noun, "a")
    check_type(b, type(a) if not isinstance(a, type(b)) else Noun, "b")
    called_a, called_b = _names(names)
    return Disagreements(a=a, b=b, called_a=called_a, called_b=called_b)


def _names(given: Any) -> tuple[Text, Text]:
    if not isinstance(given, tuple | list) or len(given) != len(_TWO):
        raise InvalidInput([Problem("names", "wrong_type", given, {"expected": _TWO_NAMES})])
    problems: list[Problem] = []
    named = first, second = tuple(map(text_of, given))
    for place, one in enumerate(named):
        read_instance(one, Text, f"names[{place}]", problems)
        if isinstance(one, Text) and not one.zh.strip():
            problems.append(Problem(f"names[{place}]", "blank", one.zh))
    if problems:
        raise InvalidInput(problems)
    return first, second
