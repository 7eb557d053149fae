"""How a noun is declared: a frozen attrs class derived from `Noun`, one function per kind of fact.

Every fact defaults to None, "not stated". Construction reads each value by its kind
and raises one InvalidInput that lists all that is wrong. A label may be in Chinese alone.

>>> @attrs.frozen(kw_only=True)
... class Cot(Noun):
...     length_m: Number | None = number("长度", "length", unit=METRES)
>>> Cot(length_m=1.20).length_m
Decimal('1.2')
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Literal, TypeVar, overload

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import MAX_MAGNITUDE, Exact, Number
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text, Words, text_of
from careplan.fields.checking import arguments, read
from careplan.fields.naming import placed, yielded
from careplan.fields.telling import advise, quickly

METRES = Text(zh="米", en="m")
SQUARE_METRES = Text(zh="平方米", en="m2")
PERSONS = Text(zh="人", en="persons")
YUAN = Text(zh="元", en="yuan")
HOURS = Text(zh="小时", en="hours")
DAYS = Text(zh="天", en="days")
MONTHS = Text(zh="个月", en="months")
YEARS = Text(zh="年", en="years")
POINTS = Text(zh="分", en="points")

_E = TypeVar("_E", bound=Labelled)
_N = TypeVar("_N", bound="Noun")

OWNER = "owner"  # what a question is asked of
# A part of a question that fills in nothing, or the owner as it is.
_PLAIN = ((None, None, None), (OWNER, "", None))


_TOLD: list[Callable[[type[Any]], object]] = []


@frozen(kw_only=True)
class Noun(Hosted):
    """Base of every noun: reads and checks its fields once, when it is made.

    `__label__` is what people call it, its class's name unless it says so; `__measure__` is the
    word that Chinese counts it by (1间母婴室), 个 unless it says so; `contradictions` says what
    its facts cannot be together.
    """

    __label__: ClassVar[Words | None] = None
    __measure__: ClassVar[Words] = "个"

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        if "contradictions" in attrs.fields_dict(cls):  # a fact in the place of the method
            raise InvalidInput([Problem(cls.__name__, "shadows", "contradictions")])
        advise(cls, lambda checked: quickly(cls, checked, Noun, facts_declared, _agree))
        for tell in _TOLD:
            tell(cls)

    def __attrs_post_init__(self) -> None:
        """Bring every field into its one form, or raise InvalidInput with all problems."""
        problems: list[Problem] = []
        for name, spec in facts_declared(type(self)).items():
            given = getattr(self, name)
            if given is None:
                if spec.required:
                    problems.append(Problem(name, "required", None))
            elif (kept := read(spec.kind, given, name, problems)) is not given:
                object.__setattr__(self, name, kept)
        _agree(self, problems)

    def contradictions(self) -> Iterable[Problem]:
        """Yield what several facts, each fine alone, cannot be together.

        A noun of a caller's own yields its problems here, and those of the noun it is made of
        (`yield from super().contradictions()`); a fact that is not stated is None. A code of its
        own comes with its `message`. It is asked once each fact is in its one form.
        Where it yields anything else, making the object raises TypeError.

        >>> @attrs.frozen(kw_only=True)
        ... class Boat(Noun):
        ...     seats: int | None = count("座位")
        ...     cots: int | None = count("婴儿床")
        ...
        ...     def contradictions(self) -> Iterable[Problem]:
        ...         if self.seats is None or self.cots is None:
        ...             return
        ...         if self.cots > self.seats:
        ...             yield Problem("cots", "own.cots", self.cots, message="婴儿床多于座位")
        >>> Boat(seats=1, cots=2)
        Traceback (most recent call last):
        ...
        careplan.base.errors.InvalidInput: cots: 婴儿床多于座位 [zh]
        """
        return ()


def _agree(one: Noun, problems: Iterable[Problem] = ()) -> None:
    """Raise what is wrong with an object, or else what its facts cannot be together."""
    noun = type(one)
    problems = problems or yielded(noun, one.contradictions())
    if problems:
        raise InvalidInput(placed(each, noun, facts_declared(noun)) for each in problems)


def of_each_noun(tell: Callable[[type[Any]], object]) -> None:
    """Call `tell` with every noun that is made from now on, a caller's own as well."""
    _TOLD.append(tell)


def noun_label(noun: type[Noun]) -> Text:
    """Return what people call objects of a noun.

    >>> noun_label(Noun).zh
    'Noun'
    """
    own = noun.__label__
    return Text(zh=noun.__name__, en=noun.__name__) if own is None else text_of(own)


def measure_of(counted: type[Noun] | Labelled) -> Text:
    """Return the word that Chinese counts something by; English needs none.

    Of a noun it is `__measure__`; a member of an enum says it as `measure`, if its enum has that.

    >>> measure_of(Noun).zh, measure_of(Noun).en
    ('个', '')
    """
    if isinstance(counted, Labelled):
        own = getattr(counted, "measure", Noun.__measure__)
    else:
        own = counted.__measure__
    return Text(zh=text_of(own).zh, en="")


def made_of_all(nouns: Iterable[type[Any]]) -> type[Any] | None:
    """Return that of several nouns which is made of all of them; None if there is none.

    What is said of each of them is then said of it.

    >>> @attrs.frozen(kw_only=True)
    ... class Cot(Noun): ...
    >>> made_of_all([Noun, Cot, Noun]).__name__
    'Cot'
    """
    listed = tuple(nouns)
    return next((one for one in listed if all(issubclass(one, other) for other in listed)), None)


_DECLARED: dict[Any, Mapping[str, k.FactSpec]] = {}


def facts_declared(noun: Any) -> Mapping[str, k.FactSpec]:
    """Return the facts a noun class declares, by field name, in order."""
    if noun not in _DECLARED:
        _DECLARED[noun] = {
            field.name: field.metadata["fact"]
            for field in attrs.fields(noun)
            if "fact" in field.metadata
        }
    return _DECLARED[noun]


def _fact(
    kind: k.Kind,
    zh: str,
    en: str | None,
    *,
    unit: Words | None = None,
    changeable: bool = False,
    required: bool = False,
    ask: Words | None = None,
) -> Any:
    if isinstance(kind, k.ChoiceKind | k.ChoicesKind | k.TableKind):
        _check_values(kind.enum)
    said = None if unit is None else text_of(unit)
    if not isinstance(said, Text | None):
        raise InvalidInput([Problem("unit", "wrong_type", unit, {"expected": "Text"})])
    asked = None if ask is None else _question(ask)
    spec = k.FactSpec(kind, Text(zh=zh, en=en), said, changeable, required, asked)
    default = attrs.NOTHING if required else None
    return attrs.field(default=default, metadata={"fact": spec})


def _question(given: Words) -> Text:
    """Return a question as a text; refuse what is none, and any placeholder but `{owner}`."""
    asked = text_of(given)
    if not isinstance(asked, Text):
        raise InvalidInput([Problem("ask", "wrong_type", given, {"expected": "Text"})])
    texts = [said for said in (asked.zh, asked.en) if said is not None]
    wrong = [Problem("ask", "blank", said) for said in texts if not said.strip()]
    fills_in = {"options": f"{{{OWNER}}}"}
    wrong += [Problem("ask", "placeholders", one, fills_in) for one in texts if not _fills(one)]
    if wrong:
        raise InvalidInput(wrong)
    return asked


def _fills(said: str) -> bool:
    """Say whether a text can be filled in by `{owner}` alone, which it may leave out."""
    if not {"{", "}"} & set(said.replace(f"{{{OWNER}}}", "")):
        return True
    from string import Formatter

    try:
        parts = list(Formatter().parse(said))
    except ValueError:  # a brace that is not closed
        return False
    return all((name, form, how) in _PLAIN for _, name, form, how in parts)


def _check_values(enum: type[Labelled]) -> None:
    """Refuse an enum whose members no path and no file could name."""
    if not (isinstance(enum, type) and issubclass(enum, Labelled)):
        raise InvalidInput([Problem("enum", "wrong_type", enum, {"expected": "type[Labelled]"})])
    if not len(enum):  # criteria reckon with every member that a fact may have
        raise InvalidInput([Problem("enum", "nothing_listed", enum)])
    values = [member.value for member in enum]
    wrong = [
        Problem(f"{enum.__name__}[{index}]", "no_value", value)
        for index, value in enumerate(values)
        if not isinstance(value, str) or not value.strip() or not set("[]").isdisjoint(value)
    ]
    if wrong:
        raise InvalidInput(wrong)


# A type checker is told what a fact is kept as, so that an annotation at odds with it is found. A
# number is kept in one of several forms: there the annotation says what the author works with.
def number(
    zh: str,
    en: str | None = None,
    *,
    unit: Words | None = None,
    step: Number = 0.01,
    minimum: Exact = 0,
    changeable: bool = False,
    required: bool = False,
    ask: Words | None = None,
) -> Any:
    """Declare a fact that holds an exact number, at least `minimum`.

    `ask` is the question that asks for it; `{owner}` is whose fact it is, an item or a part.
    """
    finest, least = arguments(
        step=(k.NumberKind(1), step), minimum=(k.NumberKind(1, -MAX_MAGNITUDE), minimum)
    )
    kind = k.NumberKind(finest, least)
    return _fact(kind, zh, en, unit=unit, changeable=changeable, required=required, ask=ask)


# fmt: off
@overload
def count(
    zh: str, en: str | None = None, *, unit: Words | None = None, minimum: int = 0,
    changeable: bool = False, required: Literal[True], ask: Words | None = None,
) -> int: ...
@overload
def count(
    zh: str, en: str | None = None, *, unit: Words | None = None, minimum: int = 0,
    changeable: bool = False, required: bool = False, ask: Words | None = None,
) -> int | None: ...
# fmt: on
def count(
    zh: str,
    en: str | None = None,
    *,
    unit: Words | None = None,
    minimum: int = 0,
    changeable: bool = False,
    required: bool = False,
    ask: Words | None = None,
) -> Any:
    """Declare a fact that holds a whole number, at least `minimum`."""
    kind = k.CountKind(minimum)
    return _fact(kind, zh, en, unit=unit, changeable=changeable, required=required, ask=ask)


def flag(
    zh: str, en: str | None = None, *, changeable: bool = False, ask: Words | None = None
) -> bool | None:
    """Declare a fact that holds yes or no."""
    fact: bool | None = _fact(k.FlagKind(), zh, en, changeable=changeable, ask=ask)
    return fact


def choice(
    enum: type[_E],
    zh: str,
    en: str | None = None,
    *,
    changeable: bool = False,
    ask: Words | None = None,
) -> _E | None:
    """Declare a fact that holds one member of `enum`."""
    fact: _E | None = _fact(k.ChoiceKind(enum), zh, en, changeable=changeable, ask=ask)
    return fact


def choices(
    enum: type[_E],
    zh: str,
    en: str | None = None,
    *,
    changeable: bool = False,
    or_one: bool = False,
    ask: Words | None = None,
) -> frozenset[_E] | None:
    """Declare a fact that holds a complete set of members of `enum`.

    With `or_one` a member given by itself stands for the set of it: for a fact that mostly has
    one, or that once was a `choice`.
    """
    fact: frozenset[_E] | None = _fact(
        k.ChoicesKind(enum, or_one), zh, en, changeable=changeable, ask=ask
    )
    return fact


# fmt: off
@overload
def day(
    zh: str, en: str | None = None, *, changeable: bool = False, required: Literal[True],
    ask: Words | None = None,
) -> date: ...
@overload
def day(
    zh: str, en: str | None = None, *, changeable: bool = False, required: bool = False,
    ask: Words | None = None,
) -> date | None: ...
# fmt: on
def day(
    zh: str,
    en: str | None = None,
    *,
    changeable: bool = False,
    required: bool = False,
    ask: Words | None = None,
) -> Any:
    """Declare a fact that holds a date (never a datetime)."""
    return _fact(k.DayKind(), zh, en, changeable=changeable, required=required, ask=ask)


# fmt: off
@overload
def words(
    zh: str, en: str | None = None, *, required: Literal[True], ask: Words | None = None,
) -> str: ...
@overload
def words(
    zh: str, en: str | None = None, *, required: bool = False, ask: Words | None = None,
) -> str | None: ...
# fmt: on
def words(
    zh: str, en: str | None = None, *, required: bool = False, ask: Words | None = None
) -> Any:
    """Declare a fact that holds a text."""
    return _fact(k.TextKind(), zh, en, required=required, ask=ask)


def part(noun: type[_N], zh: str, en: str | None = None, *, ask: Words | None = None) -> _N | None:
    """Declare a fact that holds one object of `noun`."""
    fact: _N | None = _fact(k.PartKind(noun), zh, en, ask=ask)
    return fact


def items(
    noun: type[_N],
    zh: str,
    en: str | None = None,
    *,
    growable: bool = False,
    ask: Words | None = None,
) -> tuple[_N, ...] | None:
    """Declare a fact that holds a complete tuple of objects of `noun`; a growable one gets more."""
    fact: tuple[_N, ...] | None = _fact(k.ItemsKind(noun, growable), zh, en, ask=ask)
    return fact


def table(
    enum: type[_E],
    zh: str,
    en: str | None = None,
    *,
    changeable: bool = False,
    ask: Words | None = None,
) -> Mapping[_E, int] | None:
    """Declare a fact that holds counts by member of `enum`."""
    fact: Mapping[_E, int] | None = _fact(k.TableKind(enum), zh, en, changeable=changeable, ask=ask)
    return fact
