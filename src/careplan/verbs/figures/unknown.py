"""A figure that cannot be said yet: no number, and no zero, but what has to be stated first."""

from collections.abc import Iterator
from typing import NoReturn

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import join, say, show
from careplan.base.text import Unordered
from careplan.display.cells import Row, member, names
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.display.views.words import Mark


class Sought(Unordered):
    """What was asked for."""

    SLOTS_REQUIRED = ("slots_required", "所需托位数", "slots required")
    SLOTS_PER_THOUSAND = ("slots_per_thousand", "每千人托位数", "slots per thousand people")


class Argument(Unordered):
    """What it is reckoned from, by the names that the verbs give it."""

    POPULATION = ("population", "人口数", "the population")
    PER_THOUSAND = ("per_thousand", "每千人应有托位数", "the slots per thousand people")
    SLOTS = ("slots", "托位数", "the slots")


@attrs.frozen(kw_only=True, repr=False)
class Unknown(Result):
    """A figure that nobody can say before what it `lacks` is stated.

    It is no number: to reckon or compare with it raises an InvalidInput that names what is
    missing. Two are equal that ask for one thing and lack the same; none equals a number.

    >>> import careplan as cp
    >>> needed = cp.slots_required(None, per_thousand=4.5)
    >>> needed.missing, needed.explain("zh")
    (('population',), '所需托位数：尚不能计算，待补充：人口数')
    >>> needed + 1
    Traceback (most recent call last):
    careplan.base.errors.InvalidInput: population: is not known; state it first
    """

    sought: Sought
    lacks: tuple[Argument, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the arguments to state."""
        return tuple(str(one.value) for one in self.lacks)

    def _refuse(self, *_: object) -> NoReturn:
        raise InvalidInput([Problem(name, "not_reckoned", None) for name in self.missing])

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _refuse
    __neg__ = __pos__ = __abs__ = __round__ = __int__ = __float__ = __index__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show what has to be stated first."""
        missing = join((show(one, language) for one in self.lacks), language)
        said = say("unknown_figure", language, figure=self.sought, missing=missing)
        return View(show(self.sought, language), answer=Answer(said, Mark.OPEN))

    def _rows(self) -> Iterator[Row]:
        yield {**member("sought", self.sought), "missing": names(self.missing)}
