"""By what a display was made: it stands under all that is handed on."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from careplan.base.messages import say
from careplan.display.version import __version__
from careplan.documents.clauses import Document, Reading
from careplan.fields.digests import short_form


class Sourced(Protocol):
    """What verbs are asked about: a plan, or a ledger, sheet, target, grading or form of one."""

    @property
    def digest(self) -> str:
        """The SHA-256 of its data."""

    @property
    def document(self) -> Document | None:
        """The document it is of, where it comes from a plan."""


def made_lines(
    language: str,
    *sources: Sourced | None,
    on: date | None = None,
    readings: Iterable[Reading] = (),
) -> tuple[str, ...]:
    """Say by what an answer was made: careplan's version, and of each source document and digest.

    Then the day asked, the readings taken, and that the text decides. An answer that was read
    from JSON has no source, as it may have been made from other data than are here.

    >>> from careplan.plans import get_plan
    >>> ledger = get_plan("dawa_2023").ledgers["slots"]
    >>> made = made_lines("zh", ledger)
    >>> made[1].endswith(f"数据校验码 {short_form(ledger.digest)}。"), made[-1]
    (True, '以文件原文为准，本结果不是裁定。')
    >>> print(*made_lines("en", None)[1:])
    The text decides; this is no ruling.
    """
    return tuple(_lines(language, [one for one in sources if one is not None], on, readings))


def _lines(
    language: str, sources: list[Sourced], on: date | None, readings: Iterable[Reading]
) -> Iterator[str]:
    yield say("view.made", language, tool=f"careplan {__version__}")
    for one in sources:
        digest = short_form(one.digest)
        if one.document is None:
            yield say("view.made.data", language, digest=digest)
        else:
            title = one.document.title
            yield say("view.made.document", language, title=title, digest=digest)
    if on is not None:
        yield say("view.made.on", language, on=on)
    if taken := [_taken(one, language) for one in readings]:
        joint = say("view.made.joint", language)
        yield say("view.made.readings", language, taken=joint.join(taken))
    yield say("view.made.text_decides", language)


def _taken(reading: Reading, language: str) -> str:
    question, option = reading.interpretation.question, reading.option.text
    return say("view.made.reading", language, question=question, option=option)
