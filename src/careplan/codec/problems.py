"""What hooks refuse, and the tree of errors cattrs makes of it, as problems with their paths."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import attrs
from cattrs import errors as c

from careplan.base.errors import (
    MAX_PROBLEMS,
    InvalidCriterion,
    InvalidInput,
    Problem,
    beside,
    inside,
)
from careplan.base.messages import say
from careplan.base.nearness import nearest
from careplan.base.quoting import quote
from careplan.base.refusing.values import as_written
from careplan.base.text import Text
from careplan.codec.known import keys_of
from careplan.codec.text import TOO_DEEP, Doubled
from careplan.fields.checking import entries_of, hint, listing, refuse
from careplan.fields.declaring import Noun, facts_declared

# Reads or writes one value; cattrs calls a hook that reads with the type as well.
Hook = Callable[..., Any]
# What a hook may raise, itself or through cattrs.
REFUSED = (InvalidInput, c.BaseValidationError)
AN_OBJECT = Text(zh="对象", en="an object")
# How nouns and enums of a caller's own would be known.
OWN_NOUNS, OWN_ENUMS = (
    Text(zh=say(code, "zh"), en=say(code, "en")) for code in ("own.nouns", "own.enums")
)
_EXTRA = c.ForbiddenExtraKeysError
_NOTES = (c.AttributeValidationNote, c.IterableValidationNote)
_T = TypeVar("_T")


def refusal(code: str, value: object, at: str = "", /, **parameters: object) -> InvalidInput:
    """Return what is wrong with a value, to be raised; whoever holds it says where it stands.

    A null where there has to be something is answered with that.
    """
    found: list[Problem] = []
    missing = value is None and code in {"wrong_type", "not_a_member"}
    refuse(found, at, "required" if missing else code, value, **parameters)
    return InvalidInput(found)


def misnamed(
    code: str,
    value: object,
    known: Iterable[str],
    at: str = "",
    *,
    labels: Mapping[str, str] = MappingProxyType({}),
    own: Text | None = None,
) -> InvalidInput:
    """Return that a name is not among the known ones, and which was probably meant.

    Chinese says beside a name the label of what has one. Where none is near, `own` says how a
    caller's own would be known.
    """
    names = {name: name for name in known}
    said = {name: _labelled(name, labels) for name in names}
    options = listing(names, said.values())
    near = nearest(value, names)
    label = None if near is None or near not in labels else said[near]
    meant = own if near is None and own is not None else hint(near, label=label)
    return refusal(code, value, at, options=options, hint=meant)


def _labelled(name: str, labels: Mapping[str, str]) -> str:
    """Return a name as it is to be written, with its label: “rooms”（母婴室）."""
    label = labels.get(name)
    return as_written(name) if label is None else f"“{name}”（{label}）"


def _labels(cls: Any) -> Mapping[str, str]:
    """Return what the keys of an object of a noun are called."""
    if not issubclass(cls, Noun):
        return {}
    return {name: spec.label.zh for name, spec in facts_declared(cls).items()}


@attrs.define
class Each:
    """Reads things one by one and goes on after an error, so that all of them are found."""

    errors: list[Exception] = attrs.field(factory=list)

    def take(self, hook: Hook, value: object, place: int | str) -> Any:
        """Return what the hook makes of the value at a place; None after an error."""
        try:
            return hook(value)
        except REFUSED as error:
            self.add(error, place)
        return None

    def add(self, error: Exception, place: int | str) -> None:
        """Keep an error of a place: an index, or a path inside. Very many are enough."""
        error.add_note(c.IterableValidationNote("", place, object))
        self.errors.append(error)
        if len(self.errors) > MAX_PROBLEMS:
            self.close()

    def close(self) -> None:
        """Raise everything that was found, if anything was."""
        if self.errors:
            raise c.IterableValidationError("while reading", self.errors, object)


def check_object(value: Any) -> None:
    """Refuse what is no object."""
    if type(value) is not dict and entries_of(value) is None:
        raise refusal("wrong_type", value, expected=AN_OBJECT)


def by_name(name: Any, known: Mapping[str, _T], at: str = "", own: Text | None = None) -> _T:
    """Return what is known by a name; refuse one that is not known."""
    if type(name) is not str or name not in known:
        raise misnamed("not_a_member", name, known, at, own=own)
    return known[name]


def by_tag(value: Any, known: Mapping[str, _T], own: Text | None = None) -> _T:
    """Return what is known by the "type" that an object has; refuse one that is not known."""
    if type(value) is not dict:
        check_object(value)
    name = value.get("type")
    return known[name] if type(name) is str and name in known else by_name(name, known, "type", own)


def check_twice(value: Any, each: Each) -> None:
    """Add the keys of an object that stand twice."""
    for key in value.twice if isinstance(value, Doubled) else ():
        each.add(refusal("duplicate_key", value.get(key)), inside("", key))


def check_keys(
    value: Mapping[Any, Any], keys: Iterable[str], each: Each, *, may_lack: Container[str] = ()
) -> None:
    """Add what is wrong with the keys of a tagged object: each is needed, and no other known."""
    check_twice(value, each)
    for key in value:
        if key != "type" and key not in keys:
            each.add(misnamed("unknown_key", key, keys), inside("", key))
    for key in keys:
        if value.get(key) is None and key not in may_lack:
            each.add(refusal("required", None), key)


def problems_of(error: BaseException, path: str = "") -> Iterator[Problem]:
    """Yield the problems in an error of cattrs, or of a hook, each with its path."""
    match error:
        case c.BaseValidationError():
            # Keys that do not exist stand before what is wrong with those that do.
            for inner in sorted(error.exceptions, key=lambda one: type(one) is not _EXTRA):
                yield from problems_of(inner, _place(inner, path))
        case c.ForbiddenExtraKeysError(cl=cls, extra_fields=extra):
            for key in sorted(extra, key=quote):
                yield from misnamed(
                    "unknown_key", key, keys_of(cls), inside(path, key), labels=_labels(cls)
                ).problems
        case InvalidInput():
            yield from error.inside(path)
        case KeyError():  # cattrs asks for a key that has to be there
            yield Problem(path, "required", None)
        case InvalidCriterion():  # the halves of a rule speak about different nouns
            yield Problem(path, "several_nouns", None)
        case RecursionError():  # the caller's own calls leave no room for more
            yield attrs.evolve(TOO_DEEP, path=path)
        case _:
            raise error


def _place(error: BaseException, path: str) -> str:
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, _NOTES)]
    if not notes:
        return path  # what the class itself refused: its paths begin here
    if isinstance(notes[-1], c.AttributeValidationNote):
        return inside(path, notes[-1].name)
    place = notes[-1].index
    return beside(path, place if isinstance(place, str) else f"[{place}]")
