"""What is not kept, and how to mend each: a way that ends several breaches is written once."""

from collections.abc import Iterator
from typing import Any

import attrs

from careplan.base.messages import join, say
from careplan.base.truth import Outcome
from careplan.criteria.wording.criteria import describe
from careplan.display.views.parts import Entry, Grid, Head, Line, Part, Role, line
from careplan.display.views.words import Cited, Mark, Piece, Small, Tag
from careplan.documents.clauses import Force
from careplan.documents.wording.citing import consequence_lines
from careplan.verbs.advising.phrasing import (
    begun,
    counted,
    failing,
    first,
    nothing,
    now,
    said_of,
    small,
    wrongs,
)
from careplan.verbs.advising.ways import option_text
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.remedies.remedy import Remedy, RemedyOption
from careplan.verbs.remedies.remedying import remedies

Duty = Finding | LadderFinding


def broken(assessment: Assessment) -> tuple[Duty, ...]:
    """Return the binding duties that are not kept."""
    return tuple(
        one
        for one in assessment.findings
        if one.force is Force.BINDING and one.outcome is Outcome.NOT_MET
    )


def bound(finding: Duty) -> Duty:
    """Return the rung that binds, where a ladder is settled so far; else what was given."""
    if isinstance(finding, LadderFinding) and len(finding.binding) == 1:
        return finding.binding[0]
    return finding


def breaches_part(assessment: Assessment, language: str) -> Part:
    """Return the breaches as a table: what is asked, how it stands, how it can be mended."""
    listed, title = broken(assessment), say("assessed.broken", language)
    if not listed:
        return Part(title, (nothing(language),))
    heads = (
        Head(say("assessed.clause", language), Role.NAME),
        Head(say("assessed.required", language)),
        Head(say("assessed.now", language)),
        Head(say("assessed.mend", language), label=say("assessed.mend.label", language)),
    )
    mending = _Mending(type(assessment.subject), remedies(assessment), language)
    lines = tuple(_line(bound(one), one, mending, language) for one in listed)
    return Part(counted(title, len(listed), language), (Grid(title, heads, lines),))


def _line(finding: Duty, whole: Duty, mending: "_Mending", language: str) -> Line:
    return line(
        (Tag(Mark.BAD, ""), Cited(finding.clause.locator)),
        (said_of(finding.clause, language), *small(_beside(finding, whole, language), language)),
        tuple(_now(finding, language)),
        mending.entry(finding.number),
    )


def _beside(finding: Duty, whole: Duty, language: str) -> Iterator[str]:
    """Yield within what time it is to be done, what follows, and what else is to be known."""
    yield from about(finding, language)
    if whole is not finding:
        yield from consequence_lines(whole.consequences, language)
    if isinstance(finding, LadderFinding):
        rungs = (said_of(one.clause, language).removesuffix(".") for one in finding.binding)
        yield say("assessed.rungs", language, rungs=join(rungs, language))


def about(finding: Duty, language: str) -> Iterator[str]:
    """Yield what belongs to a duty beside its summary: who answered, its time, what follows."""
    yield from finding.answered_lines(language)
    encoded: Any = finding.encoded
    if encoded.within is not None:
        yield say("finding.within", language, within=encoded.within.told(language))
    limit = getattr(encoded, "limit", None)
    if limit is not None:
        code = "finding.limit.open" if finding.outcome is Outcome.NOT_MET else "finding.limit"
        yield say(code, language, limit=limit.told(language))
    yield from consequence_lines(finding.consequences, language)


def _now(finding: Duty, language: str) -> Iterator[Piece]:
    """Yield what was seen that is not as required, each once."""
    seen = dict.fromkeys(now(piece, language) for piece in failing(finding.requires_evidence))
    listed: tuple[tuple[Piece, ...] | str, ...] = first(tuple(seen), language)
    for place, pieces in enumerate(listed):
        if place:
            yield say("way.joint", language)
        yield from (pieces,) if isinstance(pieces, str) else pieces


@attrs.frozen
class _Mending:
    """Says what mends each breach; to what was written above it points."""

    noun: type[Any]
    found: tuple[Remedy, ...]
    language: str

    def entry(self, number: str) -> Entry:
        """Return what mends the breach of a number."""
        own = next((one for one in self.found if one.finding.number == number), None)
        pointed = tuple(self._pointed(number))
        if own is None:
            return Entry(pointed)
        if not own.options:
            return Entry(stays(own, self.language))
        return Entry(pointed, option_items(own, self.noun, self.language))

    def _pointed(self, number: str) -> Iterator[Piece]:
        """Yield which ways above end the breach as well, and what they then must come to."""
        for remedy in self.found:
            if remedy.finding.number == number:
                return
            ending = [option for option in remedy.options if number in option.ends]
            if not ending:
                continue
            yield self._which(remedy, ending)
            asked = (one.all_ended for one in ending if one.all_ended != one.needed)
            for more in dict.fromkeys(one for one in asked if one is not None):
                needed = describe(more, self.language)
                yield Small(say("assessed.then", self.language, needed=needed))

    def _which(self, remedy: Remedy, ending: list[RemedyOption]) -> str:
        summary = said_of(remedy.finding.clause, self.language)
        if len(ending) < len(remedy.options):
            numbers = [n for n, one in enumerate(remedy.options, start=1) if one in ending]
            named = join(map(str, numbers), self.language)
            return say("assessed.ends.some", self.language, numbers=named, summary=summary)
        if len(self.found) > 1:
            return say("assessed.ends.of", self.language, summary=summary)
        how = {1: "one", 2: "pair"}.get(len(ending), "any")
        return say(f"assessed.ends.{how}", self.language)


def option_items(remedy: Remedy, noun: type[Any], language: str) -> tuple[str, ...]:
    """Return the options of a remedy, as items of a numbered list.

    Where one needs a fact that another plan is to answer, it says so: nobody states that.
    """
    joint = say("way.joint", language)
    return tuple(
        joint.join(
            (
                begun(option_text(one, noun, language), language),
                *(each.told(language) for each in remedy.waits_on(one)),
            )
        )
        for one in remedy.options
    )


def stays(remedy: Remedy, language: str) -> tuple[Piece, ...]:
    """Say that nothing was found that would mend it, and what stands in the way."""
    return (remedy.outlook(language), *small(in_the_way(remedy, language), language))


def in_the_way(remedy: Remedy, language: str) -> tuple[str, ...]:
    """Return what stands in the way of mending."""
    return tuple(first(wrongs(remedy.fixed, language), language))
