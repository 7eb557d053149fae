"""Score sheets, as their author writes them: items, bands, and shares of the points."""

from collections.abc import Iterable
from typing import Unpack

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Number, ratio, tidy
from careplan.base.text import Words
from careplan.criteria.nodes import TRUE
from careplan.documents.chapters.drafts import Cites, Condition, Draft, Inner, draft
from careplan.documents.encoded import ByReading
from careplan.documents.scales.sheets import Band, Marking, Scorecard, Share, SheetItem
from careplan.fields.checking import arguments
from careplan.fields.kinds import NumberKind

HUNDRED = 100


def sheet(
    key: str,
    title: Words,
    *items: Draft[SheetItem],
    pass_mark: Number | Share | ByReading | None,
    bands: Iterable[Draft[Band]] = (),
    applies: Condition = TRUE,
    total_points: Number | None = None,
    marking: Marking | ByReading = Marking.ASSESSED,
    **cites: Unpack[Cites],
) -> Draft[Scorecard]:
    """Write a score sheet: see `Scorecard`. It keeps the questions its parts are chosen by.

    `pass_mark` is None where the text gives none; `bands` stand from the lowest on.

    >>> tidy = item("tidy", ("整洁", "tidy"), 20, TRUE)
    >>> sheet("rooms", ("验收表", "acceptance sheet"), tidy, pass_mark=10).fields["pass_mark"]
    10
    """
    return draft(
        Scorecard,
        cites,
        key=key,
        title=title,
        applies=applies,
        items=items,
        pass_mark=pass_mark,
        bands=tuple(bands) if isinstance(bands, Iterable) else bands,
        total_points=total_points,
        marking=marking,
    )


def item(
    key: str,
    label: Words,
    max_points: Number,
    criterion: Condition | None = None,
    *,
    applies: Condition = TRUE,
    must_pass: bool = False,
    least: Number | None = None,
    **inner: Unpack[Inner],
) -> Draft[SheetItem]:
    """Write one line of a sheet and what it asks of the subject, if facts say: see `SheetItem`.

    `applies` says for whom it is, `least` what it must bring by itself. What `must_pass` whatever
    the points needs all of its own; with 0 points it is passed or not.

    >>> item("tidy", ("整洁", "tidy"), 20, TRUE, clause="4.2").fields["clause"]
    '4.2'
    >>> item("fire", "消防", 0, must_pass=True).fields["must_pass"]
    True
    """
    return draft(
        SheetItem,
        inner,
        key=key,
        label=label,
        max_points=max_points,
        criterion=criterion,
        applies=applies,
        must_pass=must_pass,
        least=least,
    )


def band(
    key: str,
    label: Words,
    least: Number | Share | ByReading | None = None,
    **inner: Unpack[Inner],
) -> Draft[Band]:
    """Write a band of a sheet, from so many points on, or such a share: see `Band`.

    >>> band("good", ("良好", "good"), percent(80)).fields["least"]
    Share(value=Decimal('0.8'))
    """
    return draft(Band, inner, key=key, label=label, least=least)


def percent(number: Number) -> Share:
    """Return so many per cent of the points of the items that apply.

    Raises InvalidInput for anything but a number from 0 to 100.

    >>> percent(62.5).told("en")
    '62.5%'
    """
    (given,) = arguments(percent=(NumberKind(step=1), number))
    if given > HUNDRED:
        raise InvalidInput([Problem("percent", "too_large", number, {"maximum": HUNDRED})])
    return Share(tidy(ratio(given) / HUNDRED))
