"""A figure to be reached, in words: the number and what compares with it, of what, how strongly."""

from collections.abc import Iterable, Iterator

from careplan.base.messages import say, show
from careplan.criteria.signs import Op
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength


def figure_text(milestone: Milestone, language: str) -> str:
    """Say a figure to be reached: a plain number is at least to be reached.

    >>> from datetime import date
    >>> exactly = Milestone(date(2025, 12, 31), 3, op=Op.EQ)
    >>> figure_text(exactly, "zh"), figure_text(Milestone(None, 3), "zh")
    ('恰为3', '3')
    """
    if milestone.figures is None:
        return words_text(milestone, language)
    if isinstance(milestone.value, Between) or milestone.op not in {Op.GE, Op.EQ}:
        return milestone.figures.told(language)
    plain = show(milestone.value, language)
    exactly = milestone.op is Op.EQ
    return say("milestone.exactly", language, value=plain) if exactly else plain


def required_text(milestone: Milestone, language: str) -> str:
    """Say what a figure asks: at least so much; figures within bounds say their own ends."""
    value = milestone.value
    if value is None:
        return words_text(milestone, language)
    if isinstance(value, Between):
        return value.told(language)
    return say(f"required.{milestone.op.name.lower()}", language, value=value)


def words_text(milestone: Milestone, language: str) -> str:
    """Say a goal in words; where the title alone says it, that it is one."""
    if milestone.words is None:
        return say("milestone.in_words", language)
    return milestone.words.get(language)


def notes(milestone: Milestone, language: str) -> Iterator[str]:
    """Yield of what a figure is, and how strongly it is meant where it does not bind."""
    if milestone.scope is not None:
        yield milestone.scope.get(language)
    if milestone.strength is not Strength.BINDING:
        yield show(milestone.strength, language)


def due_text(milestone: Milestone, language: str) -> str:
    """Say by when."""
    if milestone.due is None:
        return say("milestone.undated", language)
    return show(milestone.due, language)


def joined(texts: Iterable[str], language: str) -> str:
    """Return texts side by side, as they stand in brackets."""
    return say("milestone.joint", language).join(texts)
