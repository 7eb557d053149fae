"""Three truth values with Kleene's rules, and the five outcomes of a rule or target.

Reference: S. C. Kleene, Introduction to Metamathematics (1952), section 64, the
strong connectives. A value that is settled stays settled whatever is learnt later.
"""

from collections.abc import Iterable

from careplan.base.errors import AmbiguousTruth
from careplan.base.text import Labelled, Unordered


def _no_bool(self: Labelled) -> bool:
    """Refuse to be read as yes or no."""
    raise AmbiguousTruth(self)


class Truth(Unordered):
    """True, false, or not known from what was stated."""

    TRUE = ("true", "成立", "true")
    FALSE = ("false", "不成立", "false")
    UNKNOWN = ("unknown", "未知", "unknown")

    __bool__ = _no_bool

    def __invert__(self) -> "Truth":
        return _NEGATION[self]

    def __and__(self, other: object) -> "Truth":
        return truth_of_all((self, other)) if isinstance(other, Truth) else NotImplemented

    def __or__(self, other: object) -> "Truth":
        return truth_of_any((self, other)) if isinstance(other, Truth) else NotImplemented


class Outcome(Labelled):
    """The answer about a rule, a whole assessment, a score or a target."""

    MET = ("met", "符合", "met")
    NOT_MET = ("not_met", "不符合", "not met")
    UNKNOWN = ("unknown", "尚不能判断", "unknown")
    NOT_APPLICABLE = ("not_applicable", "不适用", "not applicable")
    NOT_MEASURABLE = ("not_measurable", "无法量化", "not measurable")

    __bool__ = _no_bool


class Availability(Labelled):
    """Whether a benefit is open to a subject."""

    OPEN = ("open", "可以享受", "open")
    NOT_OPEN = ("not_open", "不能享受", "not open")
    UNKNOWN = ("unknown", "尚不能判断", "unknown")

    __bool__ = _no_bool


_NEGATION = {
    Truth.TRUE: Truth.FALSE,
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
}


def truth_of(value: bool | None) -> Truth:  # noqa: FBT001 - a fact, not a switch
    """Turn a stated boolean or None into a Truth.

    >>> truth_of(None)
    Truth.UNKNOWN
    """
    if value is None:
        return Truth.UNKNOWN
    return Truth.TRUE if value else Truth.FALSE


def truth_of_all(truths: Iterable[Truth]) -> Truth:
    """Kleene's conjunction: one false settles it; the empty one is true.

    >>> truth_of_all([Truth.UNKNOWN, Truth.FALSE])
    Truth.FALSE
    """
    return _joined(truths, decisive=Truth.FALSE, otherwise=Truth.TRUE)


def truth_of_any(truths: Iterable[Truth]) -> Truth:
    """Kleene's disjunction: one true settles it; the empty one is false.

    >>> truth_of_any([Truth.UNKNOWN, Truth.TRUE])
    Truth.TRUE
    """
    return _joined(truths, decisive=Truth.TRUE, otherwise=Truth.FALSE)


def _joined(truths: Iterable[Truth], *, decisive: Truth, otherwise: Truth) -> Truth:
    settled = False
    for truth in truths:
        if type(truth) is not Truth:  # not even the text that equals one
            message = "only Truth values can be joined; turn a boolean into one with truth_of"
            raise TypeError(message)
        settled = settled or truth is decisive
        if truth is Truth.UNKNOWN:
            otherwise = truth
    return decisive if settled else otherwise
