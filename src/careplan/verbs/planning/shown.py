"""The view of an agenda: how much there is of what, then each thing by time, and bars by months."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import attrs

import careplan.display.views.parts as p
from careplan.base.messages import join, say, show
from careplan.display.views.words import Mark, Muted, Small, Strong, Words
from careplan.documents.authorities.calendar import Duty
from careplan.documents.clauses import Document
from careplan.documents.plan import Plan
from careplan.verbs.planning import bars
from careplan.verbs.planning.entries import AgendaEntry, Kind, kind_of, who


@attrs.frozen(kw_only=True)
class AgendaView:
    """What falls into a span of days, in one language; `plans` are those it was asked of."""

    start: date
    end: date
    entries: tuple[AgendaEntry, ...]
    unscheduled: tuple[Duty, ...]
    plans: tuple[Plan, ...]
    language: str

    def view(self) -> p.View:
        """Return the view of it."""
        return p.View(
            title=say("planning.title", self.language),
            source=self.source(),
            answer=self.answer(),
            parts=tuple(self._parts()),
            notes=tuple(self._notes()),
        )

    def source(self) -> str:
        """Say on which documents it stands; nothing where nobody knows any more."""
        if not self.plans:
            return ""
        named = join(
            (document_text(one.document, self.language) for one in self.plans), self.language
        )
        return say("planning.source", self.language, documents=named)

    def answer(self) -> p.Answer:
        """Return how much there is of what."""
        word = "" if self.entries else say("planning.nothing", self.language)
        said = self._so_many() if self.entries else self._none()
        if self.unscheduled:
            said = say("tracking.joint", self.language).join((said, self._also()))
        said = say("tracking.full_stop", self.language, said=said)
        return p.Answer(said, Mark.NONE if word else None, word)

    def _so_many(self) -> str:
        start, end, count = self.start, self.end, len(self.entries)
        kinds = join(self._counted(), self.language)
        if start == end:
            return say("planning.answer.day", self.language, day=start, count=count, kinds=kinds)
        return say("planning.answer", self.language, start=start, end=end, count=count, kinds=kinds)

    def _days(self) -> str:
        if self.start == self.end:
            return show(self.start, self.language)
        return say("planning.span", self.language, start=self.start, end=self.end)

    def _none(self) -> str:
        if self.start == self.end:
            return say("planning.answer.none_on", self.language, day=self.start)
        return say("planning.answer.none", self.language, start=self.start, end=self.end)

    def _also(self) -> str:
        count = len(self.unscheduled)
        if count == 1:
            return say("planning.answer.one_unscheduled", self.language)
        return say("planning.answer.unscheduled", self.language, count=count)

    def _counted(self) -> Iterator[str]:
        counts = Counter(kind_of(entry.source) for entry in self.entries)
        for kind in Kind:
            if counts[kind]:
                label = kind.label
                yield say("planning.answer.kind", self.language, kind=label, count=counts[kind])

    def _parts(self) -> Iterator[p.Part]:
        if self.entries:
            yield p.part("", self._grid(), self._key())
        if self.unscheduled:
            title = say("planning.unscheduled", self.language, count=len(self.unscheduled))
            yield p.part(title, p.Listing(tuple(map(self._regular, self.unscheduled))))

    def _grid(self) -> p.Grid:
        drawn = bars.Bars(self.start, self.end, self.language)
        months = say("planning.head.months", self.language)
        return p.Grid(
            label=say("planning.title", self.language),
            heads=(
                p.Head(say("planning.head.time", self.language), p.Role.NAME),
                p.Head(say("planning.head.what", self.language)),
                p.Head(say("planning.head.clause", self.language)),
                p.Head(months, p.Role.PICTURE, picture=drawn.axis()),
            ),
            lines=tuple(
                p.line(
                    one.period.told(self.language),
                    self._what(one),
                    one.clause.locator,
                    p.cell(picture=drawn.bar(one)),
                )
                for one in self.entries
            ),
            left=self._days(),
            one_line=True,
        )

    def _what(self, entry: AgendaEntry) -> Words:
        kind = show(kind_of(entry.source), self.language)
        said = (kind, who(entry.source, self.language), *self._of_plan(entry))
        remark = say("tracking.joint", self.language).join(said)
        return (Strong(entry.told(self.language)), Small(remark))

    def _of_plan(self, entry: AgendaEntry) -> Iterator[str]:
        """Yield the document something is of, where there are several."""
        if len(self.plans) > 1:
            for plan in self.plans:
                if plan.id == entry.plan_id:
                    yield document_text(plan.document, self.language)

    def _key(self) -> p.Key:
        seen = {kind_of(entry.source) for entry in self.entries}
        items = []
        if Kind.STAGE in seen:
            items.append((bars.key_stage(), say("planning.key.stage", self.language)))
        if seen & bars.OUTLINED:
            items.append((bars.key_recurring(), say("planning.key.recurring", self.language)))
        if seen & {Kind.DEADLINE, *bars.POINTS}:
            items.append((bars.key_end(), say("planning.key.end", self.language)))
        return p.Key(tuple(items))

    def _regular(self, duty: Duty) -> Words:
        named = who(duty, self.language)
        locator = duty.clause.locator
        beside = say("planning.see", self.language, who=named, locator=locator)
        return (show(duty.title, self.language), Muted(beside))

    def _notes(self) -> Iterator[str]:
        if self.entries:
            yield say("planning.note.exact", self.language)
        periods = [entry.period for entry in self.entries]
        if any(one.start < self.start or one.end > self.end for one in periods):
            yield say("planning.note.open", self.language)


def document_text(document: Document, language: str) -> str:
    """Say a document by its title, and its number if it has one."""
    if document.number is None:
        return show(document.title, language)
    number = document.number
    return say("planning.document", language, title=document.title, number=number)
