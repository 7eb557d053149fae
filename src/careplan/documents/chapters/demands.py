"""What a document demands, grants and means: duties, benefits, terms, and notes."""

from collections.abc import Iterable
from typing import Unpack

from careplan.base.exact import Number
from careplan.base.text import Text, Words
from careplan.criteria.nodes import TRUE
from careplan.documents.chapters.drafts import Cites, Condition, Draft, Offices, draft
from careplan.documents.clauses import Modality
from careplan.documents.rules import Benefit, Definition, Otherwise, Rule


def duty(
    *,
    requires: Condition,
    applies: Condition = TRUE,
    advisory: Words | None = None,
    otherwise: Otherwise | Iterable[Otherwise] = (),
    **cites: Unpack[Cites],
) -> Draft[Rule]:
    """Write a duty of the subject: see `Rule`.

    >>> from careplan.criteria.proxies import facts, some
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> duty(applies=venue.building_area_m2 > 10_000, requires=some(venue.rooms)).cls
    <class 'careplan.documents.rules.Rule'>
    """
    notes = (otherwise,) if isinstance(otherwise, Otherwise) else otherwise
    return draft(
        Rule, cites, applies=applies, requires=requires, advisory=advisory, otherwise=notes
    )


def note(when: Condition, zh: str, en: str | None = None) -> Otherwise:
    """Say what it means, where `when` holds, that a duty does not apply.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> small = facts(Venue).building_area_m2 < 5_000
    >>> note(small, "没有面积规定，不等于免除", "no area rule is not an exemption").text.zh
    '没有面积规定，不等于免除'
    """
    return Otherwise(when=when, text=Text(zh=zh, en=en))


def benefit(
    *,
    condition: Condition,
    owed_by: Offices = "",
    amount_yuan: Number | None = None,
    modality: Modality | None = None,
    **cites: Unpack[Cites],
) -> Draft[Benefit]:
    """Write what others owe the subject: see `Benefit`. `owed_by` are offices as printed.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> benefit(condition=facts(Venue).subsidy_secured, owed_by="市财政局").fields["owed_by"]
    '市财政局'
    """
    return draft(
        Benefit,
        cites,
        condition=condition,
        owed_by=owed_by,
        amount_yuan=amount_yuan,
        modality=modality,
    )


def term(
    zh: str, en: str | None = None, *, criterion: Condition = TRUE, **cites: Unpack[Cites]
) -> Draft[Definition]:
    """Write what a document means by a term: see `Definition`.

    >>> term("3岁以下婴幼儿", "children under three").fields["term"]
    ('3岁以下婴幼儿', 'children under three')
    """
    return draft(Definition, cites, term=zh if en is None else (zh, en), criterion=criterion)
