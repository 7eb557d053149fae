"""Strategies for who acts, and when: tasks, councils, stages, deadlines, duties that come back."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.tasks import Council, Meeting, Task
from careplan.documents.clauses import Modality
from careplan.nouns.bodies import Body, Level
from careplan.testing.drawn.around import AN_OFFICE, SOME_OFFICES, Around, text, texts
from careplan.testing.drawn.dated import intervals, limits, periods


def offices() -> SearchStrategy[Office]:
    """Draw a body by a name that a document prints."""
    names = st.sampled_from(["卫健部门", "甲镇", "县财政局"])
    levels = st.none() | st.sampled_from(Level)
    return st.builds(Office, names, st.sampled_from(Body), levels, st.booleans())


def tasks(around: Around, part: str = "") -> SearchStrategy[Task]:
    """Draw what is asked of offices, in any role."""
    roles = dict.fromkeys(("lead", "support", "territorial", "acting"), SOME_OFFICES)
    return st.builds(
        Task,
        **around.cited(part),
        **roles,
        title=texts("事项"),
        modality=st.none() | st.sampled_from(Modality),
        open_list=st.booleans(),
        limit=st.none() | limits(),
    )


@st.composite
def meetings(draw: st.DrawFn, around: Around) -> Meeting:
    """Draw a kind of meeting, with bounds of how often or none."""
    least = draw(st.none() | st.integers(0, 4))
    return Meeting(
        **draw(st.fixed_dictionaries(around.cited("meeting"))),
        key="meeting",
        title=text("会议"),
        chaired_by=text("召集人"),
        least_per_year=least,
        most_per_year=draw(st.none() | st.integers(least or 0, 12)),
        in_principle=draw(st.booleans()),
    )


@st.composite
def councils(draw: st.DrawFn, around: Around) -> Council:
    """Draw a group that coordinates: who calls it, who belongs, how it meets."""
    cited = draw(st.fixed_dictionaries(around.cited("council")))
    return Council(
        **cited,
        key="council",
        name="协调组",
        aliases=draw(st.sampled_from([(), ("联席会议",)])),
        convenor=draw(texts("副县长")),
        deputies=draw(st.lists(st.just(Text(zh="主任")), max_size=1).map(tuple)),
        lead=draw(st.none() | AN_OFFICE),
        members=draw(SOME_OFFICES),
        members_under=draw(st.sampled_from([None, *cited["also"]])),
        open_list=draw(st.booleans()),
        office_at=draw(st.none() | AN_OFFICE),
        office_director=draw(texts("主任")),
        liaison=draw(texts("联络员")),
        meetings=draw(st.lists(meetings(around), max_size=1).map(tuple)),
    )


def _titled(around: Around, key: str) -> dict[str, SearchStrategy[Any]]:
    return {**around.cited(key), "key": st.just(key), "title": st.just(text("工作"))}


def stages(around: Around) -> SearchStrategy[Stage]:
    """Draw a stage of the work with its tasks."""
    within = st.lists(tasks(around, "stage_task"), max_size=1)
    return st.builds(Stage, **_titled(around, "stage"), period=periods(), tasks=within)


def deadlines(around: Around) -> SearchStrategy[Deadline]:
    """Draw something to be done by the end of a period, by whom and for whom."""
    recipient = st.none() | AN_OFFICE
    return st.builds(
        Deadline,
        **_titled(around, "deadline"),
        period=periods(),
        acting=SOME_OFFICES,
        recipient=recipient,
    )


def duties(around: Around) -> SearchStrategy[Duty]:
    """Draw a duty that comes back, after an interval or only "regularly"."""
    return st.builds(
        Duty,
        **_titled(around, "duty"),
        acting=SOME_OFFICES,
        recipient=st.none() | AN_OFFICE,
        every=st.none() | intervals(),
        limit=st.none() | limits(),
    )
