"""Strategies for how institutions are registered: routes, steps, wording, oversight."""

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.text import Text
from careplan.criteria.nodes import FALSE, TRUE
from careplan.documents.authorities.limits import Limit, TimeUnit
from careplan.documents.authorities.routes import (
    CONTRADICTORY_FORMS,
    Oversight,
    Registration,
    Route,
    Step,
)
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.rules import Otherwise
from careplan.fields.declaring import facts_declared
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.care.institutions import ServiceMode
from careplan.testing.drawn.around import Around, text
from careplan.testing.drawn.dated import limits
from careplan.testing.strategies import MOST_ITEMS

_BODIES = st.sampled_from(Body)
_OFFICES: SearchStrategy[Any] = st.sampled_from([Party.REGISTRAR, Body.HEALTH])
_LEVELS = st.none() | st.sampled_from(Level)
_MODES = "service_modes"
_LAW = Text(zh="某法", en="a law")


def _about_applicants(around: Around) -> Around:
    """Return the same about who applies: most objects here ask about nobody else."""
    return attrs.evolve(around, noun=Applicant)


def routes(around: Around, part: str = "") -> SearchStrategy[Route]:
    """Draw one office that registers, and whom."""
    condition = _about_applicants(around).written()
    return st.builds(
        Route, **around.cited(part), registrar=_BODIES, level=_LEVELS, condition=condition
    )


@st.composite
def steps(draw: st.DrawFn, around: Around, key: str = "step", before: tuple[str, ...] = ()) -> Step:
    """Draw a step, which may come after those `before` it, or be counted from their day."""
    after = draw(st.lists(st.sampled_from(before), unique=True, max_size=2)) if before else []
    limit = draw(st.none() | limits())
    if limit is not None and after and draw(st.booleans()):
        limit = Limit(limit.number, TimeUnit.DAYS, since=after[0])
    return Step(
        **draw(st.fixed_dictionaries(around.cited(key))),
        key=key,
        action=text("办理"),
        actor=draw(st.sampled_from([*Party, Body.HEALTH])),
        before=draw(_OFFICES),
        level=draw(_LEVELS),
        after=tuple(after),
        promptly=draw(st.booleans()),
        limit=limit,
        applies=draw(st.just(TRUE) | _about_applicants(around).plain(0)),
    )


def any_step(around: Around) -> SearchStrategy[Step]:
    """Draw a step by itself, the first or one after another."""
    return st.booleans().flatmap(lambda later: steps(around, "step", ("first",) if later else ()))


def mode_words() -> SearchStrategy[ModeWords]:
    """Draw how the modes of service are written into a business scope."""
    words = tuple((str(mode.value), mode.label.zh) for mode in ServiceMode)
    return st.builds(
        ModeWords,
        listed_in=st.just(_MODES),
        words=st.lists(st.sampled_from(words), unique=True, min_size=1).map(tuple),
        between=st.sampled_from(["、", "，"]),
        pattern=st.sampled_from(["{base}（{modes}）", "{modes}{base}"]),
    )


def scopes(around: Around) -> SearchStrategy[BusinessScope]:
    """Draw the wording to register, with the modes of service or without."""
    return st.builds(
        BusinessScope,
        **around.cited("scope"),
        applies=_about_applicants(around).written(),
        base=st.sampled_from(["托育服务", "婴幼儿照护"]),
        modes=st.none() | mode_words(),
    )


@st.composite
def oversights(draw: st.DrawFn, around: Around) -> Oversight:
    """Draw who manages, supervises and guides a noun without a route."""
    noun = draw(st.sampled_from([EarlyEducationCentre, ToddlerClass]))
    named: Any = _BODIES
    managed = st.none() | named if "approved_by" in facts_declared(noun) else named
    cited = draw(st.fixed_dictionaries(around.cited("oversight")))
    return Oversight(
        **cited,
        noun=noun,
        managed_by=draw(managed),
        supervised_by=draw(st.none() | _BODIES),
        guided_by=draw(st.none() | _BODIES),
        guided_under=draw(st.sampled_from([None, *cited["also"]])),
    )


@st.composite
def registrations(draw: st.DrawFn, around: Around) -> Registration:
    """Draw how institutions are registered: routes, steps one after the other, the wording."""
    keys = [f"step{place}" for place in range(draw(st.integers(0, MOST_ITEMS)))]
    number = draw(st.integers(0, 2))
    conflicts = st.sampled_from([CONTRADICTORY_FORMS, FALSE])
    return Registration(
        **draw(st.fixed_dictionaries(around.cited())),
        conflict=draw(conflicts),
        routes=tuple(draw(routes(around, f"route{place}")) for place in range(number)),
        steps=tuple(
            draw(steps(around, key, tuple(keys[:place]))) for place, key in enumerate(keys)
        ),
        scope=draw(st.none() | scopes(around)),
        oversight=draw(st.lists(oversights(around), max_size=1).map(tuple)),
        unassigned=draw(st.lists(_BODIES, unique=True, max_size=1).map(tuple)),
        filing_office=draw(st.none() | _BODIES),
        deferred_to=draw(st.sampled_from([None, "某办法"])),
        grounds=draw(st.sampled_from([(), (Otherwise(when=CONTRADICTORY_FORMS, text=_LAW),)])),
    )
