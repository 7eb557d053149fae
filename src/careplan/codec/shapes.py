"""The shapes of JSON that objects have, a closed set: kinds of fact, and what holds them.

`deriving` finds the shape of a class. Reading, writing and the schema are three interpretations of
one shape, so they cannot differ.
"""

from typing import Any

import attrs

from careplan.kinds import Kind
from careplan.sources import Labelled


@attrs.frozen
class Maybe:
    """A shape or null."""

    shape: "Shape"


@attrs.frozen
class ListOf:
    """A list, kept as a tuple."""

    item: "Shape"


@attrs.frozen
class Keyed:
    """A list of objects that are kept by their own key."""

    item: "Shape"


@attrs.frozen
class MapOf:
    """An object whose keys are free texts."""

    item: "Shape"


@attrs.frozen
class PairOf:
    """A list of exactly two texts."""


@attrs.frozen
class ObjectOf:
    """An object of one class; of a class that has a tag its "type" is written as well."""

    cls: type[Any]


@attrs.frozen
class OneOf:
    """An object of one of several classes, told apart by "type"."""

    classes: tuple[type[Any], ...]


@attrs.frozen
class ChoiceOf:
    """A member of one of several enums that share no value."""

    enums: tuple[type[Labelled], ...]


@attrs.frozen
class ByOption:
    """A shape, or one of these by reading."""

    inner: "Shape"
    only: bool = False


@attrs.frozen
class AnyCriterion:
    """A criterion."""


@attrs.frozen
class NounName:
    """The name of a noun."""


@attrs.frozen
class AnyNoun:
    """An object of any noun: {"type": its name, "facts": what it states}."""


@attrs.frozen
class AnyValue:
    """Whatever was observed, tagged where JSON alone would not tell."""


Shape = (
    Kind
    | Maybe
    | ListOf
    | Keyed
    | MapOf
    | PairOf
    | ObjectOf
    | OneOf
    | ChoiceOf
    | ByOption
    | AnyCriterion
    | NounName
    | AnyNoun
    | AnyValue
)


@attrs.frozen
class Field:
    """One key of an object: its shape, and whether it must be there."""

    name: str
    shape: Shape
    required: bool
    default: Any = None
