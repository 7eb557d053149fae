"""What is done with a class once it is made: who asks for it is told, and how it is called.

So a test kit knows how each is drawn before a program that uses it has loaded any of them.
"""

from collections.abc import Callable, Container, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import Problem
from careplan.base.frozenmap import FrozenMap
from careplan.base.nearness import nearest
from careplan.fields.checking import hint, read

_Tell = Callable[[type[Any]], object]
_Init = Callable[..., None]
_MADE: list[type[Any]] = []
_TOLD: list[_Tell] = []
# What an object of a noun is while it is filled in: not frozen yet, and nothing is checked.
_OPEN = {
    "__setattr__": object.__setattr__,
    "__delattr__": object.__delattr__,
    "__attrs_post_init__": None,
    "__attrs_init_subclass__": classmethod(lambda _: None),
}
_set = object.__setattr__
# What a noun may have to make its objects in a way of its own.
_OWN_WAYS = frozenset({"__attrs_init__", "__attrs_pre_init__", "__init_subclass__", "__new__"})
# What says the same each time it is read; an iterator does not.
_READ_TWICE = frozenset(
    {int, float, str, Decimal, Fraction, list, tuple, set, frozenset, dict, FrozenMap}
)
_WORTH_IT = 2


def made(cls: type[Any]) -> None:
    """Say that a class was made."""
    _MADE.append(cls)
    for tell in _TOLD:
        tell(cls)


def of_each_class(tell: _Tell) -> None:
    """Call `tell` with every class that was made, and with those that are made from now on."""
    for cls in _MADE:
        tell(cls)
    _TOLD.append(tell)


def advise(cls: type[Any], quick: Callable[[_Init], _Init] | None = None) -> None:
    """Have the class say of a keyword it does not know which one was probably meant.

    `quick` makes of what makes its objects what does so sooner, most of the time.
    """
    made = cls.__init__
    names = {field.alias: field.alias for field in attrs.fields(cls) if field.init}

    @wraps(made)
    def init(self: Any, *args: Any, **given: Any) -> None:
        try:
            made(self, *args, **given)
        except TypeError as error:
            unknown = [name for name in given if name not in names]
            inside = error.__traceback__ is not None and error.__traceback__.tb_next is not None
            # What was raised in there is the caller's own, and Python 3.13 may know the keyword.
            if inside or not unknown or "Did you mean" in str(error):
                raise
            raise TypeError(f"{error}{hint(nearest(unknown[0], names)).get('en')}") from None

    cls.__init__ = init if quick is None else wraps(made)(quick(init))


def quickly(
    noun: type[Any],
    checked: _Init,
    base: type[Any],
    declared: Callable[[type[Any]], Mapping[str, k.FactSpec]],
    agree: Callable[[Any], None],
) -> _Init:
    """Return what makes an object of facts that are plainly right, and leaves others to `checked`.

    Only what is given is looked at: most facts of most objects are not stated. A fact that is not
    plainly right is read first, and where anything is wrong with it `checked` says all that is.
    A noun that is only made once is not worth getting ready for it.
    """
    calls, opened, fill = 0, None, checked
    plain: dict[str, type[Any]] = {}
    kinds: dict[str, k.Kind] = {}
    optional: AbstractSet[str] = frozenset()
    needed: AbstractSet[str] = frozenset()
    agrees = noun.contradictions is base.contradictions

    def prepare() -> None:
        nonlocal opened, fill, optional, needed
        facts = declared(noun)
        kinds.update((name, spec.kind) for name, spec in facts.items())
        looks = {name: _plain_class(kind) for name, kind in kinds.items()}
        plain.update((name, cls) for name, cls in looks.items() if cls is not None)
        needed = frozenset(name for name, spec in facts.items() if spec.required)
        optional = kinds.keys() - needed
        if _is_usual(noun, base, kinds) and (found := _fillable(noun)) is not None:
            fill, opened = found.__init__, found

    def init(self: Any, *args: Any, **given: Any) -> None:
        nonlocal calls
        if opened is None or args or self.__class__ is not noun or not needed <= given.keys():
            calls += 1
            if calls == _WORTH_IT:
                prepare()
            checked(self, *args, **given)
            return
        for name, value in given.items():
            if value.__class__ is plain.get(name) or (value is None and name in optional):
                continue
            problems: list[Problem] = []
            if name in kinds and value.__class__ in _READ_TWICE:
                kept = read(kinds[name], value, name, problems)
                if not problems:
                    given[name] = kept
                    continue
            checked(self, **given)
            return
        _set(self, "__class__", opened)
        fill(self, **given)
        self.__class__ = noun
        if not agrees:
            agree(self)

    return init


def _plain_class(kind: k.Kind) -> type[Any] | None:
    """Return the class whose every object is a value of a kind in its form, if there is one."""
    match kind:
        case k.FlagKind():
            return bool
        case k.TextKind(filled=False):
            return str
        case k.DayKind():
            return date
        case k.ChoiceKind(cls) | k.PartKind(cls):
            return cls
        case _:
            return None


def _is_usual(noun: type[Any], base: type[Any], facts: Container[str]) -> bool:
    """Say whether the objects of a noun are made as nouns are, and not in a way of its own."""
    own = {name for cls in noun.__mro__[:-1] for name in vars(cls)}
    return (
        noun.__attrs_post_init__ is base.__attrs_post_init__
        and noun.__setattr__ is base.__setattr__
        and own.isdisjoint(_OWN_WAYS)
        and all(
            one.name in facts and one.init and one.alias == one.name
            and one.converter is None and one.validator is None
            for one in attrs.fields(noun)
        )
    )  # fmt: skip


def _fillable(cls: type[Any]) -> type[Any] | None:
    """Return a class of which an object of a noun can be while it is filled in, None if none can.

    Its objects are laid out alike, so that one becomes the noun's own by its class alone: to set
    a field of what is frozen takes as long as to check it.
    """
    fields = {
        field.name: attrs.field(default=field.default, kw_only=True) for field in attrs.fields(cls)
    }
    one = attrs.make_class(
        cls.__name__, fields, cls.__bases__, class_body={**_OPEN}, eq=False, repr=False, slots=True
    )
    try:
        _set(object.__new__(cls), "__class__", one)
    except TypeError:  # a caller's own may be laid out in another way
        return None
    return one
