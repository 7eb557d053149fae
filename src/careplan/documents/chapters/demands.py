"""What a document demands, grants, grades and means: duties, ladders, benefits, grades, terms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from careplan.base.exact import Number
from careplan.base.text import Text, Words
from careplan.criteria.nodes import TRUE
from careplan.criteria.proxies import Fact, path_of
from careplan.documents.authorities.limits import Limit
from careplan.documents.chapters.drafts import Cites, Condition, Draft, Inner, Offices, draft
from careplan.documents.clauses import Modality
from careplan.documents.rules import Benefit, Consequence, Definition, Otherwise, Rule
from careplan.documents.scales.between import Between

if TYPE_CHECKING:
    from careplan.documents.scales.grades import Grade, Grading
    from careplan.documents.scales.ladders import Ladder, Rung

Following = Draft[Consequence] | Iterable[Draft[Consequence]]


def duty(
    *,
    requires: Condition,
    applies: Condition = TRUE,
    advisory: Words | None = None,
    otherwise: Otherwise | Iterable[Otherwise] = (),
    limit: Limit | None = None,
    consequences: Following = (),
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
        Rule,
        cites,
        applies=applies,
        requires=requires,
        advisory=advisory,
        otherwise=notes,
        limit=limit,
        consequences=_several(consequences),
    )


def ladder(
    *rungs: "Draft[Rung]",
    who: Condition = TRUE,
    advisory: Words | None = None,
    otherwise: Otherwise | Iterable[Otherwise] = (),
    consequences: Following = (),
    **cites: Unpack[Cites],
) -> "Draft[Ladder]":
    """Write a duty in rungs, the least demanding first: see `Ladder`.

    What all rungs ask of a subject before they apply is `who`, said once.

    >>> from careplan.criteria.proxies import facts, some
    >>> from careplan.nouns.facilities import Room, Venue
    >>> venue, room = facts(Venue), facts(Room)
    >>> small = rung(venue.building_area_m2 >= 5_000, some(venue.rooms, room.area_m2 >= 6))
    >>> large = rung(venue.building_area_m2 > 10_000, some(venue.rooms, room.area_m2 >= 10))
    >>> ladder(small, large, who=venue.serves_passengers).cls
    <class 'careplan.documents.scales.ladders.Ladder'>
    """
    from careplan.documents.scales.ladders import Ladder

    notes = (otherwise,) if isinstance(otherwise, Otherwise) else otherwise
    return draft(
        Ladder,
        cites,
        who=who,
        rungs=rungs,
        advisory=advisory,
        otherwise=notes,
        consequences=_several(consequences),
    )


def consequence(
    title: Words | None = None,
    *,
    where: Words | None = None,
    order: Words | None = None,
    limit: Limit | None = None,
    fine_yuan: Number | Between | None = None,
    imposed_by: Offices = "",
    **inner: Unpack[Inner],
) -> Draft[Consequence]:
    """Write what follows a duty that is not kept: see `Consequence`.

    >>> fine = consequence(order="责令限期改正", fine_yuan=between(10_000, 30_000), clause="30")
    >>> fine.fields["fine_yuan"].told("zh")
    '10000至30000'
    """
    return draft(
        Consequence,
        inner,
        title=title,
        where=where,
        order=order,
        limit=limit,
        fine_yuan=fine_yuan,
        imposed_by=imposed_by,
    )


def between(
    low: Number | None = None,
    high: Number | None = None,
    *,
    above: bool = False,
    below: bool = False,
) -> Between:
    """Return a band of figures; both ends belong to it unless it is `above` or `below` one.

    >>> between(10_000, 30_000, above=True).told("zh")
    '超过10000至30000'
    """
    return Between(low, high, above=above, below=below)  # type: ignore[arg-type]  # a float is read as its printed value


def _several(given: Any) -> Any:
    """Take one draft as the only one; what is no list is refused when the duty is made."""
    return (given,) if isinstance(given, Draft) else given


def rung(applies: Condition, requires: Condition, **inner: Unpack[Inner]) -> "Draft[Rung]":
    """Write one rung of a ladder: of whom it is asked, and what: see `Rung`.

    >>> from careplan.criteria.proxies import facts, some
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> rung(venue.daily_visitors > 10_000, some(venue.rooms), clause="4.1.b").fields["clause"]
    '4.1.b'
    """
    from careplan.documents.scales.ladders import Rung

    return draft(Rung, inner, applies=applies, requires=requires)


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
    amount_yuan: Number | Between | None = None,
    per: Words | None = None,
    units: Fact | str | None = None,
    modality: Modality | None = None,
    **cites: Unpack[Cites],
) -> Draft[Benefit]:
    """Write what others owe the subject: see `Benefit`. `owed_by` are offices as printed.

    `units` is the fact that counts what the amount is for each of, or its path.

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
        per=per,
        units=path_of(units) if isinstance(units, Fact) else units,
        modality=modality,
    )


def grading(
    key: str,
    title: Words,
    *grades: "Draft[Grade]",
    exclusive: bool = False,
    **cites: Unpack[Cites],
) -> "Draft[Grading]":
    """Write the grades of a document, the lowest first: see `Grading`.

    It keeps the questions its grades are chosen by.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> room = facts(Room)
    >>> base, star = grade("base", "基本", room.clean), grade("star", "星级", room.independent)
    >>> grading("stars", "星级评定", base, star).fields["exclusive"]
    False
    """
    from careplan.documents.scales.grades import Grading

    return draft(Grading, cites, key=key, title=title, grades=grades, exclusive=exclusive)


def grade(key: str, title: Words, criterion: Condition, **inner: Unpack[Inner]) -> "Draft[Grade]":
    """Write one grade and what it asks beside what lower ones ask: see `Grade`.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> grade("star", ("星级", "star"), facts(Room).independent, clause="2.1").fields["clause"]
    '2.1'
    """
    from careplan.documents.scales.grades import Grade

    return draft(Grade, inner, key=key, title=title, criterion=criterion)


def term(
    zh: str, en: str | None = None, *, criterion: Condition = TRUE, **cites: Unpack[Cites]
) -> Draft[Definition]:
    """Write what a document means by a term: see `Definition`.

    >>> term("3岁以下婴幼儿", "children under three").fields["term"]
    ('3岁以下婴幼儿', 'children under three')
    """
    return draft(Definition, cites, term=zh if en is None else (zh, en), criterion=criterion)
