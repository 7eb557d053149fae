"""Who is to do what, and when: tasks, councils, stages, deadlines, and duties that come back.

Offices are written as printed, apart by spaces. A 等 after the supporting offices of a task, or
after the members of a council, says that the text leaves the list open.
"""

from datetime import date
from typing import TYPE_CHECKING, Unpack

from careplan.base.text import Words
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.tasks import Council, Meeting, Task
from careplan.documents.chapters.drafts import (
    Cites,
    Draft,
    Inner,
    Names,
    Offices,
    OneOffice,
    draft,
    listed,
    several,
)
from careplan.documents.clauses import Modality
from careplan.documents.periods import Period, one_day

if TYPE_CHECKING:
    from careplan.documents.authorities.calendar import Deadline, Duty, Interval, Stage


def task(
    title: Words | None = None,
    *,
    lead: Offices = "",
    support: Offices = "",
    acting: Offices = "",
    territorial: Offices = "",
    modality: Modality | None = None,
    limit: Limit | None = None,
    **inner: Unpack[Inner],
) -> Draft[Task]:
    """Write what a clause asks of offices: see `Task`.

    >>> task(lead="卫健局", support="教育局 等").fields["open_list"]
    True
    """
    named, is_open = listed(support)
    return draft(
        Task,
        inner,
        title=title,
        modality=modality,
        lead=lead,
        support=named,
        territorial=territorial,
        acting=acting,
        open_list=is_open,
        limit=limit,
    )


def council(
    key: str,
    name: str,
    *meetings: Draft[Meeting],
    aliases: Names = "",
    convenor: Words | None = None,
    deputies: tuple[Words, ...] = (),
    lead: OneOffice | None = None,
    members: Offices = "",
    members_under: str | None = None,
    office_at: OneOffice | None = None,
    office_director: Words | None = None,
    liaison: Words | None = None,
    **cites: Unpack[Cites],
) -> Draft[Council]:
    """Write a conference or group that coordinates: see `Council`. `aliases` apart by spaces.

    >>> council("group", "协调组", members="教育局 财政局 等").fields["members"]
    '教育局 财政局'
    """
    named, is_open = listed(members)
    return draft(
        Council,
        cites,
        key=key,
        name=name,
        aliases=several(aliases, "aliases"),
        convenor=convenor,
        deputies=deputies,
        lead=lead,
        members=named,
        members_under=members_under,
        open_list=is_open,
        office_at=office_at,
        office_director=office_director,
        liaison=liaison,
        meetings=meetings,
    )


def meeting(
    key: str,
    title: Words,
    *,
    chaired_by: Words,
    least_per_year: int | None = None,
    most_per_year: int | None = None,
    in_principle: bool = False,
    **inner: Unpack[Inner],
) -> Draft[Meeting]:
    """Write a kind of meeting of a council: see `Meeting`.

    >>> meeting("plenary", ("全体会议", "plenary"), chaired_by=("组长", "the head")).cls
    <class 'careplan.documents.authorities.tasks.Meeting'>
    """
    return draft(
        Meeting,
        inner,
        key=key,
        title=title,
        chaired_by=chaired_by,
        least_per_year=least_per_year,
        most_per_year=most_per_year,
        in_principle=in_principle,
    )


def stage(
    key: str, title: Words, period: Period | date, *tasks: Draft[Task], **cites: Unpack[Cites]
) -> "Draft[Stage]":
    """Write a stage of the work with the tasks that belong to it: see `Stage`.

    A date stands for one day.

    >>> from careplan.documents.periods import month
    >>> survey = task(acting="各部门", clause="5.1.a")
    >>> first = stage("first", ("部署阶段", "deployment"), month(2021, 6), survey)
    >>> first.fields["tasks"][0].fields["clause"]
    '5.1.a'
    """
    from careplan.documents.authorities.calendar import Stage

    return draft(Stage, cites, key=key, title=title, period=_span(period), tasks=tasks)


def _span(given: Period | date) -> Period:
    return one_day(given) if type(given) is date else given  # type: ignore[return-value]  # a Period, or what its stage refuses


def deadline(
    key: str,
    title: Words,
    period: Period | date,
    *,
    acting: Offices = "",
    recipient: OneOffice | None = None,
    **cites: Unpack[Cites],
) -> "Draft[Deadline]":
    """Write what is to be done by the end of a period, or by a day: see `Deadline`.

    >>> from careplan.documents.periods import month
    >>> filed = deadline("plan", ("报备计划", "file a plan"), month(2021, 6), acting="各部门")
    >>> filed.fields["acting"]
    '各部门'
    """
    from careplan.documents.authorities.calendar import Deadline

    return draft(
        Deadline,
        cites,
        key=key,
        title=title,
        period=_span(period),
        acting=acting,
        recipient=recipient,
    )


def regular(
    key: str,
    title: Words,
    *,
    acting: Offices = "",
    recipient: OneOffice | None = None,
    every: "Interval | None" = None,
    limit: Limit | None = None,
    **cites: Unpack[Cites],
) -> "Draft[Duty]":
    """Write a duty that comes back: see `Duty`.

    >>> from careplan.documents.authorities.calendar import Interval
    >>> regular("table", ("季度表", "quarterly table"), every=Interval(3)).fields["every"].months
    3
    """
    from careplan.documents.authorities.calendar import Duty

    return draft(
        Duty,
        cites,
        key=key,
        title=title,
        acting=acting,
        recipient=recipient,
        every=every,
        limit=limit,
    )
