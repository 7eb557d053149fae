"""What an answer is about, to a type checker: `Assessment[Venue]`, or of any noun: `Assessment`.

To Python, and so to all that reads annotations, the subject is a noun: nothing is generic.

>>> import careplan as cp
>>> from careplan.results import Assessment
>>> found: Assessment[cp.Venue] = cp.assess(cp.Venue(rooms=[]), cp.get_plan("shuangliao_2021"))
>>> found.subject.rooms, Assessment[cp.Venue] is Assessment
((), True)
"""

from typing import TYPE_CHECKING

from careplan.fields.declaring import Noun

if TYPE_CHECKING:
    from typing import Generic

    # With a default, which Python's own has from 3.13 on. Every type checker knows this one.
    from typing_extensions import TypeVar
else:

    class Generic:
        """Python's own would make each class one with parameters, to cattrs and others, too."""

        __slots__ = ()

        def __class_getitem__(cls, _: object) -> type:
            return cls

    def TypeVar(_: str, *, bound: type, **_said: object) -> type:  # noqa: N802 - as that one
        """Return what it stands for at the least."""
        return bound


Subject = TypeVar("Subject", bound=Noun, default=Noun)  # of a function
Subject_co = TypeVar("Subject_co", bound=Noun, default=Noun, covariant=True)  # of a class


class About(Generic[Subject_co]):
    """A class of answers about a subject."""

    __slots__ = ()
