"""How results look up the displays that stand after them, when they are shown."""

from importlib import import_module
from typing import TYPE_CHECKING

from careplan.display.result import Result

if TYPE_CHECKING:
    from careplan.display.views.parts import Detail, View


def view_by(place: str, result: Result, language: str, detail: "Detail") -> "View":
    """Return the view of a result that a function of `careplan.verbs.advising` makes of it.

    `place` names the module and the function.
    """
    from careplan.display.views.parts import View

    module, _, name = place.partition(".")
    found = import_module(f"careplan.verbs.advising.{module}")
    view: View = getattr(found, name)(result, language, detail)
    return view
