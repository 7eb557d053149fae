"""By which day each step of a path is to be taken, as far as the days before it are known."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from graphlib import TopologicalSorter

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type, inside, look_up
from careplan.base.foreign import Hosted
from careplan.base.messages import join, say, show
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row, member, names, text
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, Facts, Part, Step, Steps, View
from careplan.display.views.words import Mark
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.documents.wording.citing import cited
from careplan.fields.checking import read, required
from careplan.fields.kinds import DayKind
from careplan.verbs.limits import CALENDAR, Due, due_on
from careplan.verbs.registering.steps import PathStep, clashes, known_steps, lacking
from careplan.verbs.registering.walking import acting, provisos

# What `missing` names for the day on which the path begins.
START = "start"


@attrs.frozen(kw_only=True)
class StepDue(Hosted):
    """By which day a step is to be taken: `due`, None where no limit is stated or its start open.

    Its limit begins on the day on which what comes before is done; where that is not known, on
    the last day it may be done (`at_latest`). `missing` names what is still to be given: the
    steps whose day is not known, the step's own id for what it waits for each time, "start",
    or "calendar". `replaced_by` is the alternative that was taken in its place.
    """

    step: PathStep
    due: Due | None = None
    at_latest: bool = False
    done_on: date | None = None
    missing: tuple[str, ...] = ()
    replaced_by: str | None = None

    @property
    def outcome(self) -> Outcome:
        """Whether the step was taken in time; NOT_APPLICABLE without a limit, or if replaced."""
        if self.step.limit is None or self.replaced_by is not None:
            return Outcome.NOT_APPLICABLE
        if self.done_on is None or self.day is None:
            return Outcome.UNKNOWN
        return Outcome.MET if self.done_on <= self.day else Outcome.NOT_MET

    @property
    def day(self) -> date | None:
        """The last day; None where no limit is stated, or it is not known yet."""
        return None if self.due is None else self.due.day

    def state(self, language: str, actions: Mapping[str, Text]) -> str:
        """Say when the step was taken, its last day, or what that still takes."""
        limit = self.step.within(language)
        if self.replaced_by is not None:
            return say("step.replaced", language, step=actions[self.replaced_by])
        if self.outcome is Outcome.NOT_MET:
            return say("step.late", language, day=self.done_on, due=self.day)
        if self.done_on is not None:
            return say("step.done", language, day=self.done_on)
        if self.day is not None:
            return say("step.by", language, day=self.day, limit=limit)
        if self.missing:
            lack = join((self._lack(name, language, actions) for name in self.missing), language)
            return say("step.by.open", language, limit=limit, lack=lack)
        return limit

    def mark(self, known: Mapping[str, PathStep], done: Collection[str]) -> Mark:
        """Return the mark of the step: done, late, to be done now, or waiting."""
        if self.outcome is Outcome.NOT_MET:
            return Mark.BAD
        if self.done_on is not None:
            return Mark.DONE
        if self.replaced_by is not None or self.step.whenever is not None:
            return Mark.NONE
        return Mark.WAIT if lacking(self.step, known, done) else Mark.NOW

    def _lack(self, name: str, language: str, actions: Mapping[str, Text]) -> str:
        if name == self.step.id:
            return say("step.event", language, event=self.step.whenever)
        if name in actions:
            return say("step.begun", language, step=actions[name])
        return say("step.start" if name == START else "due.calendar", language)


@attrs.frozen(kw_only=True, repr=False)
class PathDue(Result):
    """By which day each step of a path is to be taken: `found["file"].day`.

    In the order of the path, from the day it begins; None where that was not given.
    """

    start: date | None
    steps: tuple[StepDue, ...]

    def __iter__(self) -> Iterator[StepDue]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, step: str) -> StepDue:
        return look_up("step", step, {one.step.id: one for one in self.steps})

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be given, to know every day."""
        return tuple(dict.fromkeys(name for one in self.steps for name in one.missing))

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        start = self.start
        begun = (
            ()
            if start is None
            else (Facts(((say("view.due.start", language), show(start, language)),)),)
        )
        return View(
            title=say("view.due.title", language),
            answer=self._answer(language),
            parts=(Part("", (*begun, self._steps(language))),),
        )

    def _answer(self, language: str) -> Answer:
        late = [
            one.step.action.get(language) for one in self.steps if one.outcome is Outcome.NOT_MET
        ]
        if late:
            said = say("view.due.late", language, steps=join(late, language))
            return Answer(said, Mark.BAD, say("view.due.late.word", language))
        ahead = [
            (one.day, one.step.action)
            for one in self.steps
            if one.day is not None and one.done_on is None and one.replaced_by is None
        ]
        if ahead:
            day, action = min(ahead, key=lambda one: one[0])
            return Answer(say("view.due.next", language, day=day, step=action), Mark.NOW)
        if self.missing:
            return Answer(say("view.due.open", language), Mark.OPEN)
        return Answer(say("view.due.none", language), Mark.NONE)

    def _steps(self, language: str) -> Steps:
        known = {one.step.id: one.step for one in self.steps}
        actions = {name: step.action for name, step in known.items()}
        done = [one.step.id for one in self.steps if one.done_on is not None]
        return Steps(
            tuple(
                Step(
                    mark=one.mark(known, done),
                    title=one.step.action.get(language),
                    state=one.state(language, actions),
                    who=acting(one.step, language),
                    remark=say("view.joint", language).join(_remarks(one.step, known, language)),
                )
                for one in self.steps
            )
        )

    def _rows(self) -> Iterator[Row]:
        for one in self.steps:
            limit = one.step.limit
            said = None if limit is None else Text(zh=limit.told("zh"), en=limit.told("en"))
            yield {
                "step": one.step.id,
                **text("action", one.step.action),
                **cited(one.step.clause),
                **text("limit", said),
                "promptly": one.step.promptly,
                "counted_from": None if one.due is None else one.due.start,
                "at_latest": one.at_latest,
                "done_on": one.done_on,
                "due_on": one.day,
                **member("outcome", one.outcome),
                "missing": names(one.missing),
            }


def _remarks(step: PathStep, known: Mapping[str, PathStep], language: str) -> Iterator[str]:
    yield step.clause.locator
    if step.whenever is not None:
        yield say("view.path.whenever", language, event=step.whenever)
    yield from provisos(step, known, language)


def dated(
    steps: tuple[PathStep, ...],
    start: date | None,
    calendar: WorkCalendar | None,
    done: Mapping[str, date] | None,
    events: Mapping[str, date] | None,
) -> PathDue:
    """Return by which day each step is to be taken; see `RegistrationPath.due`."""
    problems: list[Problem] = []
    begun = read(DayKind(), start, START, problems)
    if calendar is not None:
        check_type(calendar, WorkCalendar, CALENDAR)
    standing = tuple(step for step in steps if step.whenever is not None)
    taken = _days(steps, done, "done", problems)
    happened = _days(standing, events, "events", problems)
    if not problems:
        problems += [*clashes(steps, taken, "done"), *_early(steps, taken)]
        problems += [
            Problem(inside(argument, name), "before_start", day, {"other": begun})
            for argument, days in (("done", taken), ("events", happened))
            for name, day in days.items()
            if begun is not None and day < begun
        ]
    if problems:
        raise InvalidInput(problems)
    known = {step.id: step for step in steps}
    places = {known[name].place: name for name in taken}
    given = _Given(begun, calendar, taken, happened, places)
    found: dict[str, StepDue] = {}
    for name in TopologicalSorter({step.id: step.follows for step in steps}).static_order():
        found[name] = given.dated(known[name], found)
    return PathDue(start=begun, steps=tuple(found[step.id] for step in steps))


def _days(
    steps: tuple[PathStep, ...],
    given: Mapping[str, date] | None,
    argument: str,
    problems: list[Problem],
) -> dict[str, date]:
    """Return days by the ids of steps; what is no day is added to `problems`."""
    if given is None:
        return {}
    check_type(given, Mapping, argument)
    known_steps(steps, tuple(given), argument)
    return {
        name: required(DayKind(), day, inside(argument, name), problems)
        for name, day in given.items()
    }


def _early(steps: tuple[PathStep, ...], done: Mapping[str, date]) -> Iterator[Problem]:
    """Yield a problem for each step done before one that it follows, or that those follow."""
    known = {step.id: step for step in steps}
    newest: dict[str, date] = {}  # of a step and what surely comes before it
    for name in TopologicalSorter({step.id: step.after for step in steps}).static_order():
        before = _newest_before(known[name], known, done, newest)
        day = done.get(name, before)
        if day < before:
            yield Problem(f"done.{name}", "before_start", day, {"other": before})
        newest[name] = max(day, before)


def _newest_before(
    step: PathStep,
    known: Mapping[str, PathStep],
    done: Mapping[str, date],
    newest: Mapping[str, date],
) -> date:
    """Return the newest day that surely comes before a step; of alternatives any may be taken."""
    places: dict[str, list[str]] = {}
    for name in step.after:
        places.setdefault(known[name].place, []).append(name)
    found = [date.min]
    for names_there in places.values():
        taken = [newest[name] for name in names_there if name in done]
        found.append(max(taken) if taken else min(newest[name] for name in names_there))
    return max(found)


# A day, whether it is the last it may be; or None, and the names of what it takes to know it.
_Day = tuple[date | None, bool, tuple[str, ...]]


@attrs.frozen
class _Given:
    """What was given to date steps by."""

    start: date | None
    calendar: WorkCalendar | None
    done: Mapping[str, date]
    events: Mapping[str, date]
    taken: Mapping[str, str]  # of alternatives, by what they share, the one that was taken

    def dated(self, step: PathStep, found: Mapping[str, StepDue]) -> StepDue:
        """Return by which day a step is to be taken, of those it follows being `found`."""
        done_on, instead = self.done.get(step.id), self.taken.get(step.place, step.id)
        if instead != step.id and step.whenever is None:
            return StepDue(step=step, replaced_by=instead)
        if step.limit is None:
            return StepDue(step=step, done_on=done_on)
        begun, at_latest, missing = self._begun(step, found)
        if begun is None:
            return StepDue(step=step, done_on=done_on, missing=missing)
        due = due_on(step.limit, begun, self.calendar)
        return StepDue(
            step=step, due=due, at_latest=at_latest, done_on=done_on, missing=due.missing
        )

    def _begun(self, step: PathStep, found: Mapping[str, StepDue]) -> _Day:
        """Return the day on which the limit of a step begins."""
        if step.whenever is not None:
            happened = self.events.get(step.id)
            return happened, False, () if happened is not None else (step.id,)
        if not step.counted_after:
            return self.start, False, () if self.start is not None else (START,)
        before = [found[name] for name in step.counted_after]
        # Of alternatives the one that was taken counts; what follows only another never comes.
        if any(one.replaced_by not in {None, *step.counted_after} for one in before):
            return None, False, ()
        before = [one for one in before if one.replaced_by is None]
        ends = [self._ended(one) for one in before]
        days = [day for day, _, _ in ends if day is not None]
        if len(days) < len(ends):
            return None, False, tuple(dict.fromkeys(name for end in ends for name in end[2]))
        return max(days), any(at_latest for _, at_latest, _ in ends), ()

    def _ended(self, one: StepDue) -> _Day:
        """Return the day on which a step is done, or the last on which it may be."""
        step = one.step
        if one.done_on is not None:
            return one.done_on, False, ()
        if one.day is not None:
            return one.day, True, ()
        # The path begins with its first steps, where no limit gives them time.
        if self.start is not None and step.limit is None and step.is_first:
            return self.start, False, ()
        return None, False, (step.id,)
