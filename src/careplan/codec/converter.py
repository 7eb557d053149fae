"""The bridge to cattrs: careplan's classes inside a caller's own.

cattrs finds the hook for a class; what a hook of ours refuses it refuses with all paths. Its
own reading coerces (text to numbers, anything to a truth value), so no value of careplan is
left to it.
"""

from collections.abc import Callable
from typing import Any

from cattrs import Converter

from careplan.codec.deriving import is_tagged
from careplan.fields import Noun
from careplan.nodes import Criterion, Node
from careplan.rules import ByReading
from careplan.sources import Labelled


def make_converter(
    structure: Callable[[Any, Any], Any], unstructure: Callable[[Any], Any]
) -> Converter:
    """Return a cattrs converter that hands careplan's classes to these two functions."""
    made = Converter(forbid_extra_keys=True)
    made.register_structure_hook_func(is_ours, structure)
    made.register_unstructure_hook_func(is_ours, unstructure)
    return made


def is_ours(cls: Any) -> bool:
    """Say whether a class is one that the codec reads by itself, or derived from one."""
    if not isinstance(cls, type):
        return bool(cls == Criterion)
    made_of = issubclass(cls, Noun | Node | ByReading | Labelled) or is_tagged(cls)
    return made_of or cls.__module__.partition(".")[0] == "careplan"
