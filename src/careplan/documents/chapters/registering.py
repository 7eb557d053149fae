"""Who registers what, where, and by which steps."""

from typing import Unpack

from careplan.base.text import Words, text_of
from careplan.criteria.nodes import TRUE
from careplan.documents.authorities.limits import Limit, TimeUnit
from careplan.documents.authorities.routes import (
    CONTRADICTORY_FORMS,
    Oversight,
    Registration,
    Route,
    Step,
)
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.chapters.drafts import Cites, Condition, Draft, Inner, Names, draft, several
from careplan.documents.rules import Otherwise
from careplan.fields.declaring import Noun
from careplan.nouns.bodies import AnyBody, Level, Party


def registration(
    *,
    routes: tuple[Draft[Route], ...] = (),
    steps: tuple[Draft[Step], ...] = (),
    scope: Draft[BusinessScope] | None = None,
    oversight: tuple[Draft[Oversight], ...] = (),
    conflict: Condition = CONTRADICTORY_FORMS,
    unassigned: tuple[AnyBody, ...] = (),
    filing_office: AnyBody | None = None,
    deferred_to: str | None = None,
    grounds: tuple[Otherwise, ...] = (),
    **cites: Unpack[Cites],
) -> Draft[Registration]:
    """Write how a document has institutions registered: see `Registration`.

    >>> from careplan.nouns.bodies import Body
    >>> registration(filing_office=Body.HEALTH, deferred_to="市管理办法").fields["filing_office"]
    Body.HEALTH
    """
    return draft(
        Registration,
        cites,
        routes=routes,
        steps=steps,
        scope=scope,
        oversight=oversight,
        conflict=conflict,
        unassigned=unassigned,
        filing_office=filing_office,
        deferred_to=deferred_to,
        grounds=grounds,
    )


def route(
    registrar: AnyBody, level: Level | None, condition: Condition, **inner: Unpack[Inner]
) -> Draft[Route]:
    """Write one office that registers, and for whom: see `Route`.

    >>> from careplan.nouns.bodies import Body
    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.applicants import Applicant
    >>> route(Body.CIVIL_AFFAIRS, None, facts(Applicant).approval_powers_merged).cls
    <class 'careplan.documents.authorities.routes.Route'>
    """
    return draft(Route, inner, registrar=registrar, level=level, condition=condition)


def step(
    key: str,
    action: Words,
    *,
    actor: AnyBody | Party,
    before: AnyBody | Party,
    level: Level | None = None,
    after: Names = "",
    promptly: bool = False,
    limit: Limit | None = None,
    applies: Condition = TRUE,
    whenever: Words | None = None,
    instead_of: str | None = None,
    **inner: Unpack[Inner],
) -> Draft[Step]:
    """Write one step of a registration: see `Step`. `after` are keys of steps, apart by spaces.

    >>> from careplan.nouns.bodies import Body
    >>> filed = step("file", ("备案", "file"), actor=Party.INSTITUTION, before=Body.HEALTH,
    ...     after="register", limit=limit(10, TimeUnit.WORKING_DAYS))
    >>> filed.fields["after"], filed.fields["limit"].told("en")
    (('register',), 'within 10 working days')
    """
    return draft(
        Step,
        inner,
        key=key,
        action=action,
        actor=actor,
        before=before,
        level=level,
        after=several(after, "after"),
        promptly=promptly,
        limit=limit,
        applies=applies,
        whenever=whenever,
        instead_of=instead_of,
    )


def limit(
    number: int, unit: TimeUnit, *, counted_from: Words | None = None, since: str | None = None
) -> Limit:
    """Return a time limit: so many working days, days, months or years; see `Limit`.

    `counted_from` says from what, in words; `since` is, of a step, the key of the step whose day
    begins it, where that is not the one directly before.

    >>> limit(15, TimeUnit.WORKING_DAYS, counted_from="收到材料之日").told("zh")
    '自收到材料之日起15个工作日内'
    """
    start = None if counted_from is None else text_of(counted_from)
    return Limit(number, unit, start, since)


def oversight(
    noun: type[Noun],
    *,
    managed_by: AnyBody | None,
    supervised_by: AnyBody | None = None,
    guided_by: AnyBody | None = None,
    guided_under: str | None = None,
    **inner: Unpack[Inner],
) -> Draft[Oversight]:
    """Write who manages and guides a noun that has no route: see `Oversight`.

    >>> from careplan.nouns.bodies import Body
    >>> from careplan.nouns.applicants import ToddlerClass
    >>> oversight(ToddlerClass, managed_by=Body.EDUCATION, clause="2.g").fields["clause"]
    '2.g'
    """
    return draft(
        Oversight,
        inner,
        noun=noun,
        managed_by=managed_by,
        supervised_by=supervised_by,
        guided_by=guided_by,
        guided_under=guided_under,
    )


def scope(
    base: str, *, applies: Condition, modes: ModeWords | None, **inner: Unpack[Inner]
) -> Draft[BusinessScope]:
    """Write how the business scope to register is worded: see `BusinessScope`.

    >>> from careplan.criteria.nodes import TRUE
    >>> scope("托育服务", applies=TRUE, modes=None).fields["base"]
    '托育服务'
    """
    return draft(BusinessScope, inner, applies=applies, base=base, modes=modes)
