"""What hooks refuse, and the tree of errors cattrs makes of it, as problems with their paths."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from careplan.base.errors import (
    MAX_PROBLEMS,
    InvalidCriterion,
    InvalidInput,
    Problem,
    beside,
    inside,
)
from careplan.base.nearness import nearest
from careplan.base.quoting import quote
from careplan.codec.limits import MAX_DEPTH
from careplan.fields.checking import hint, listing
from careplan.fields.checking import refuse as refused

# Reads or writes one value; cattrs calls a hook that reads with the type as well.
Hook = Callable[..., Any]


class Doubled(dict[str, Any]):
    """An object in which keys stood twice; the last value of each is kept."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Remember which keys stood more than once."""
        super().__init__(pairs)
        seen: set[str] = set()
        self.twice = tuple(
            dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None: not seen yet
        )


def still_doubled(before: Mapping[Any, Any], entries: dict[Any, Any]) -> dict[Any, Any]:
    """Return what takes the place of an object: keys that stood twice in it still do."""
    if not isinstance(before, Doubled):
        return entries
    kept = Doubled(list(entries.items()))
    kept.twice = before.twice
    return kept


def refuse(code: str, value: object, at: str = "", /, **parameters: object) -> NoReturn:
    """Raise what is wrong with a value; whoever holds the value says where it stands.

    A null where there has to be something is answered with that.
    """
    found: list[Problem] = []
    missing = value is None and code in {"wrong_type", "not_a_member"}
    refused(found, at, "required" if missing else code, value, **parameters)
    raise InvalidInput(found)


def refuse_name(code: str, value: object, known: Iterable[str], at: str = "") -> NoReturn:
    """Raise that a name is not among the known ones, and which was probably meant."""
    names = {name: name for name in known}
    refuse(code, value, at, options=listing(names), hint=hint(nearest(value, names)))


_NOTES = (AttributeValidationNote, IterableValidationNote)
# What a hook may raise, itself or through cattrs.
REFUSED = (InvalidInput, BaseValidationError)


class Each:
    """Reads things one by one and goes on after an error, so that all of them are found."""

    __slots__ = ("cls", "errors")

    def __init__(self, cls: Any) -> None:
        """Begin with what is to be made, which cattrs' errors name."""
        self.cls = cls
        self.errors: list[Exception] = []

    def take(self, hook: Hook, value: object, place: int | str) -> Any:
        """Return what the hook makes of the value at a place; None after an error."""
        try:
            return hook(value)
        except REFUSED as error:
            self.add(error, place)
        return None

    def add(self, error: Exception, place: int | str) -> None:
        """Keep an error of a place: an index, or a path inside. Very many are enough."""
        error.add_note(IterableValidationNote(f"at {place}", place, self.cls))
        self.errors.append(error)
        if len(self.errors) > MAX_PROBLEMS:
            self.close()

    def close(self) -> None:
        """Raise everything that was found, if anything was."""
        if self.errors:
            raise IterableValidationError("while reading", self.errors, self.cls)


def check_twice(value: Any, each: Each) -> None:
    """Add the keys of an object that stand twice."""
    for key in value.twice if isinstance(value, Doubled) else ():
        each.add(InvalidInput([Problem("", "duplicate_key", value.get(key))]), inside("", key))


def check_keys(value: Mapping[Any, Any], keys: tuple[str, ...], each: Each) -> None:
    """Add what is wrong with the keys of a tagged object: each is needed, and no other known."""
    check_twice(value, each)
    for key in value:
        if key != "type" and key not in keys:
            each.take(lambda key: refuse_name("unknown_key", key, keys), key, inside("", key))
    for key in keys:
        if value.get(key) is None:
            each.take(lambda _: refuse("required", None), None, key)


def problems_of(
    error: BaseException, known: Callable[[type[Any]], tuple[str, ...]], path: str = ""
) -> Iterator[Problem]:
    """Yield the problems in an error of cattrs, or of a hook, each with its path.

    `known` gives the keys that objects of a class may have.
    """
    match error:
        case BaseValidationError():
            # Keys that do not exist stand before what is wrong with those that do.
            ordered = sorted(error.exceptions, key=lambda one: not _is_extra(one))
            for inner in ordered:
                yield from problems_of(inner, known, _place(inner, path))
        case ForbiddenExtraKeysError(cl=cls, extra_fields=extra):
            for key in sorted(extra, key=quote):
                try:
                    refuse_name("unknown_key", key, known(cls), inside(path, key))
                except InvalidInput as refusal:
                    yield from refusal.problems
        case InvalidInput(problems=problems):
            yield from (attrs.evolve(one, path=beside(path, one.path)) for one in problems)
        case KeyError():  # cattrs asks for a key that has to be there
            yield Problem(path, "required", None)
        case InvalidCriterion():  # the halves of a rule speak about different nouns
            yield Problem(path, "several_nouns", None)
        case RecursionError():  # the caller's own calls leave no room for more
            yield Problem(path, "too_deep", None, {"maximum": MAX_DEPTH})
        case _:
            raise error


def _is_extra(error: BaseException) -> bool:
    return isinstance(error, ForbiddenExtraKeysError)


def _place(error: BaseException, path: str) -> str:
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, _NOTES)]
    match notes[-1:]:
        case [AttributeValidationNote(name=name)]:
            return inside(path, name)
        case [IterableValidationNote(index=int(index))]:
            return f"{path}[{index}]"
        case [IterableValidationNote(index=place)]:
            return beside(path, str(place))
        case _:  # what the class itself refused: its paths begin here
            return path
