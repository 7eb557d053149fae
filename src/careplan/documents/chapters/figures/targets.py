"""Targets, as their author writes them."""

from datetime import date
from typing import Unpack

from careplan.base.exact import Number
from careplan.base.text import Words
from careplan.criteria.nodes import Op
from careplan.documents.chapters.drafts import Cites, Draft, Offices, draft
from careplan.documents.periods import Precision
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure


def target(
    key: str,
    title: Words,
    measure: Measure,
    *,
    value: Number | None,
    due: date | None,
    precision: Precision | None = None,
    op: Op = Op.GE,
    forecast: bool = False,
    may_exceed_whole: bool | None = None,
    acting: Offices = "",
    **cites: Unpack[Cites],
) -> Draft[Target]:
    """Write a figure to reach by a date: see `Target`. `acting` are offices as printed.

    A target held under an option of a question keeps the question.

    >>> coverage = target("coverage", ("配置率", "coverage"), Measure.PERCENT, value=100, due=None)
    >>> coverage.fields["value"]
    100
    """
    return draft(
        Target,
        cites,
        key=key,
        title=title,
        measure=measure,
        op=op,
        value=value,
        due=due,
        precision=precision,
        forecast=forecast,
        may_exceed_whole=may_exceed_whole,
        acting=acting,
    )
