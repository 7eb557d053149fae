"""Check a filled-in form: everything empty, out of options or at odds, at once."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from careplan.base.errors import Problem, all_unknown, check_type, not_found
from careplan.base.exact import ratio, tidy
from careplan.base.messages import say
from careplan.base.quoting import portable, quote
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row, text
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, Grid, Head, Role, View, line, part
from careplan.display.views.words import Mark, Tag
from careplan.documents.authorities.forms import FieldType, Form, FormField
from careplan.documents.wording.citing import source_of
from careplan.documents.wording.made import made_lines
from careplan.fields.checking import listing, read, refuse
from careplan.fields.kinds import CountKind, DayKind, FlagKind, Kind, NumberKind, TextKind
from careplan.fields.times import A_TIME_OF_DAY, MINUTES, read_time, read_when, show_time

_KINDS: dict[FieldType, Kind] = {
    FieldType.TEXT: TextKind(),
    FieldType.DATE: DayKind(),
    FieldType.COUNT: CountKind(),
    FieldType.NUMBER: NumberKind(step=1),
    FieldType.FLAG: FlagKind(),
}


A_DAY = 24 * MINUTES


_FROM_AND_TO = Text(zh=f"起、止两个{A_TIME_OF_DAY.zh}", en=f"from and to, each {A_TIME_OF_DAY.en}")


@attrs.frozen(kw_only=True, repr=False)
class FormCheck(Result):
    """What is wrong with a filled-in form; nothing wrong is MET."""

    form: Form
    problems: tuple[Problem, ...]

    @property
    def outcome(self) -> Outcome:
        """MET if the form is complete and sound, else NOT_MET."""
        return Outcome.NOT_MET if self.problems else Outcome.MET

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the required fields that are empty."""
        return tuple(p.path for p in self.problems if p.code == "required")

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.form)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        parts = (part("", self._grid(language)),) if self.problems else ()
        return View(
            title=self.form.title.get(language),
            source=source_of(self.form.document, language, self.form.clause.locator),
            answer=self._answer(language),
            parts=parts,
        )

    def _answer(self, language: str) -> Answer:
        if not self.problems:
            sound = say("view.form.sound.word", language)
            return Answer(say("view.form.sound", language), Mark.GOOD, sound)
        empty = len(self.missing)
        wrong = len(self.problems) - empty
        said = say("view.form.wrong", language, empty=empty, wrong=wrong)
        return Answer(said, Mark.BAD, say("view.form.wrong.word", language))

    def _grid(self, language: str) -> Grid:
        labels = {field.key: field.label for field in self.form.fields}
        heads = (
            Head(say("view.common.number", language), Role.NUMBER),
            Head(say("view.form.head.field", language), Role.NAME),
            Head(say("view.form.head.problem", language)),
        )
        lines = tuple(
            line(
                str(number),
                labels[one.path].get(language),
                Tag(Mark.OPEN if one.code == "required" else Mark.BAD, one.sentence(language)),
            )
            for number, one in enumerate(self.problems, start=1)
        )
        return Grid(self.form.title.get(language), heads, lines, one_line=True)

    def _rows(self) -> Iterator[Row]:
        """Yield what is wrong with a form."""
        labels = {field.key: field.label for field in self.form.fields}
        for problem in self.problems:
            yield {
                "form": self.form.key,
                "field": problem.path,
                **text("label", labels[problem.path]),
                "code": problem.code,
                "answer": None if problem.value is None else quote(problem.value),
                **text("problem", Text(zh=problem.text("zh"), en=problem.text("en"))),
            }


def check_form(form: Form, answers: Mapping[str, Any]) -> FormCheck:
    """List everything that is empty, of the wrong kind, out of options or at odds.

    An absent answer, None and a text of blanks are all "not filled in". Raises InvalidInput
    for anything but a form and a mapping, NotFound for a field the form does not have.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> cp.check_form(form, {"unit_name": "甲公司", "location_kind": "moon"}).problems[0].path
    'established_on'
    """
    check_type(form, Form, "form")
    check_type(answers, Mapping, "answers")
    known = {field.key: field for field in form.fields}
    unknown = not_found("field", (key for key in answers if key not in known), known)
    if unknown:
        raise all_unknown("answers", unknown)
    found = [p for field in form.fields for p in _wrong(field, answers.get(field.key))]
    found += [p for field in form.fields for p in _at_odds(field, answers)]
    found += [p for field in form.fields for p in _wrong_total(field, known, answers)]
    found += _out_of_order(form, answers)
    # An answer may be anything; what the check keeps of it cannot change any more.
    return FormCheck(form=form, problems=tuple(_kept(problem, known) for problem in found))


def _kept(problem: Problem, known: Mapping[str, FormField]) -> Problem:
    """Return a problem as the check keeps it, its fields named by their labels."""
    other = known.get(str(problem.parameters.get("other_field")))
    return attrs.evolve(
        problem,
        value=portable(problem.value),
        place=known[problem.path].label,
        other_place=None if other is None else other.label,
    )


def _is_empty(answer: object) -> bool:
    return answer is None or (isinstance(answer, str) and not str.strip(answer))


def _at_odds(field: FormField, answers: Mapping[str, Any]) -> Iterator[Problem]:
    """Compare a field with the option it explains."""
    if field.only_if is None:
        return
    key, option = field.only_if
    given = answers.get(key)
    chosen, empty = type(given) is str and given == option, _is_empty(answers.get(field.key))
    if chosen and empty:
        yield Problem(field.key, "required", answers.get(field.key))
    elif not chosen and not empty:
        parameters = {"other_field": key, "other": portable(given)}
        yield Problem(field.key, "contradiction", answers.get(field.key), parameters)


def _wrong_total(
    field: FormField, known: Mapping[str, FormField], answers: Mapping[str, Any]
) -> Iterator[Problem]:
    """Compare a total with the sum of its items, once all of them are sound."""
    listed = (field, *(known[key] for key in field.total_of))
    if not field.total_of or any(next(_wrong(one, answers.get(one.key)), None) for one in listed):
        return
    total, *items = (read(_KINDS[one.type], answers.get(one.key), one.key, []) for one in listed)
    if total is None or any(item is None for item in items):
        return
    added = sum((ratio(item) for item in items), ratio(0))
    if added != ratio(total):
        yield Problem(field.key, "not_the_sum", total, {"other": tidy(added)})


def _out_of_order(form: Form, answers: Mapping[str, Any]) -> Iterator[Problem]:
    """Find times that begin before those of the field before them have ended."""
    spans = [
        (field.key, hours)
        for field in form.fields
        if field.type is FieldType.HOURS and not _is_empty(answers.get(field.key))
        if (hours := _hours(field.key, answers[field.key], [])) is not None
    ]
    for (before, first), (key, later) in pairwise(spans):
        if later[0] < first[1]:
            other = {"other_field": before, "other": _shown(first)}
            yield Problem(key, "contradiction", _shown(later), other)


def _wrong(field: FormField, answer: object) -> Iterator[Problem]:
    if _is_empty(answer):
        if field.required and field.only_if is None:  # else `_at_odds` says when
            yield Problem(field.key, "required", answer)
        return
    problems: list[Problem] = []
    match field.type:
        case FieldType.CHOICE:
            if type(answer) is not str or answer not in field.options:
                options = listing(field.options)
                refuse(problems, field.key, "not_an_option", answer, options=options)
        case FieldType.HOURS:
            _hours(field.key, answer, problems)
        case FieldType.WHEN:
            read_when(answer, field.key, problems)
        case _:
            taken = read(_KINDS[field.type], answer, field.key, problems)
            if field.must_be_yes and taken is False:
                problems.append(Problem(field.key, "must_be_yes", answer))
            if field.most is not None and not problems and ratio(taken) > ratio(field.most):
                problems.append(Problem(field.key, "too_large", answer, {"maximum": field.most}))
    yield from problems


def _hours(path: str, answer: object, problems: list[Problem]) -> tuple[int, int] | None:
    """Return two times in order, in minutes; None, and what is wrong, for anything else."""
    if not isinstance(answer, tuple | list) or len(answer) != len(("from", "to")):
        refuse(problems, path, "wrong_type", answer, expected=_FROM_AND_TO)
        return None
    before = len(problems)
    if any(_is_empty(one) for one in answer):
        problems.append(Problem(path, "required", tuple(answer)))
    times = [read_time(one, path, problems) for one in answer if not _is_empty(one)]
    if len(problems) > before:
        return None
    start, end = (0 if one is None else one for one in times)
    if not start < end <= A_DAY:
        problems.append(Problem(path, "hours_out_of_order", _shown((start, end))))
        return None
    return start, end


def _shown(span: tuple[int, int]) -> str:
    return "-".join(show_time(one) for one in span)
