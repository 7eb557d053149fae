"""Forms as field lists, and `check_form`: everything empty, out of options or at odds, at once."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from careplan.encoded import Encoded, duplicates
from careplan.errors import Problem, all_unknown, check_type, not_found
from careplan.kinds import CountKind, DayKind, FlagKind, Kind, TextKind
from careplan.quoting import portable
from careplan.reading import listing, read, refuse
from careplan.shapes import NAME, at_least_one, kept
from careplan.text import Labelled, Text
from careplan.truth import Outcome
from careplan.verdicts import Cited, Result


class FieldType(Labelled):
    """What a field of a form takes."""

    TEXT = ("text", "文本", "text")
    DATE = ("date", "日期", "date")
    COUNT = ("count", "数量", "count")
    FLAG = ("flag", "是否", "yes or no")
    CHOICE = ("choice", "选项", "one of the options")
    HOURS = ("hours", "起止钟点", "from and to, whole hours")


_KINDS: dict[FieldType, Kind] = {
    FieldType.TEXT: TextKind(),
    FieldType.DATE: DayKind(),
    FieldType.COUNT: CountKind(),
    FieldType.FLAG: FlagKind(),
}
HOURS_IN_A_DAY = 24


@attrs.frozen(kw_only=True)
class FormField(Encoded):
    """One field: its key, printed label, type, options, and whether it must be filled.

    `must_be_yes` is for a condition of the form, such as a seal: "no" does not meet it.
    `only_if` names a field and the option of it that this field explains: it is to be
    filled with that option, and left empty with any other.
    """

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    type: FieldType = FieldType.TEXT
    options: tuple[str, ...] = ()
    required: bool = True
    must_be_yes: bool = False
    only_if: tuple[str, str] | None = None

    def _contradictions(self) -> Iterable[Problem]:
        chosen = self.type is FieldType.CHOICE
        if chosen and not self.options:
            yield Problem("options", "nothing_listed", self.options)
        elif self.options and not chosen:
            other = {"other_field": "type", "other": self.type}
            yield Problem("options", "contradiction", self.options, other)
        yield from duplicates("options", self.options)


@attrs.frozen(kw_only=True)
class Form(Cited):
    """A form of a document, its fields in the printed order."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    fields: tuple[FormField, ...] = attrs.field(metadata=at_least_one(FormField))

    def _contradictions(self) -> Iterable[Problem]:
        yield from duplicates("fields", (field.key for field in self.fields))
        known = {field.key: field for field in self.fields}
        keys = listing(known)
        for index, field in enumerate(self.fields):
            if field.only_if is not None:
                key, option = field.only_if
                path = f"fields[{index}].only_if"
                if key not in known:
                    yield Problem(path, "not_an_option", key, {"options": keys})
                elif option not in known[key].options:
                    options = {"options": listing(known[key].options)}
                    yield Problem(path, "not_an_option", option, options)


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
    found += _out_of_order(form, answers)
    # An answer may be anything; what the check keeps of it cannot change any more.
    kept_of = (attrs.evolve(problem, value=portable(problem.value)) for problem in found)
    return FormCheck(form=form, problems=tuple(kept_of))


def _is_empty(answer: object) -> bool:
    return answer is None or (isinstance(answer, str) and not str.strip(answer))


def _at_odds(field: FormField, answers: Mapping[str, Any]) -> Iterator[Problem]:
    """Compare a field with the option it explains."""
    if field.only_if is None:
        return
    key, option = field.only_if
    given = answers.get(key)
    chosen, empty = type(given) is str and given == option, _is_empty(answers.get(field.key))
    if chosen and empty and not field.required:
        yield Problem(field.key, "required", answers.get(field.key))
    elif not chosen and not empty:
        parameters = {"other_field": key, "other": portable(given)}
        yield Problem(field.key, "contradiction", answers.get(field.key), parameters)


def _out_of_order(form: Form, answers: Mapping[str, Any]) -> Iterator[Problem]:
    """Find hours that begin before those of the field before them have ended."""
    spans = [
        (field.key, hours)
        for field in form.fields
        if field.type is FieldType.HOURS and not _is_empty(answers.get(field.key))
        if (hours := _hours(field.key, answers[field.key], [])) is not None
    ]
    for (before, first), (key, later) in pairwise(spans):
        if later[0] < first[1]:
            other = {"other_field": before, "other": first}
            yield Problem(key, "contradiction", later, other)


def _wrong(field: FormField, answer: object) -> Iterator[Problem]:
    if _is_empty(answer):
        if field.required:
            yield Problem(field.key, "required", answer)
    elif field.type is FieldType.CHOICE:
        if type(answer) is not str or answer not in field.options:
            found: list[Problem] = []
            refuse(found, field.key, "not_an_option", answer, options=listing(field.options))
            yield from found
    elif field.type is FieldType.HOURS:
        problems: list[Problem] = []
        _hours(field.key, answer, problems)
        yield from problems
    else:
        problems = []
        taken = read(_KINDS[field.type], answer, field.key, problems)
        if field.must_be_yes and taken is False:
            problems.append(Problem(field.key, "must_be_yes", answer))
        yield from problems


def _hours(path: str, answer: object, problems: list[Problem]) -> tuple[int, int] | None:
    """Return two whole hours in order; None, and what is wrong, for anything else."""
    if not isinstance(answer, tuple | list) or len(answer) != len(("from", "to")):
        refuse(problems, path, "wrong_type", answer, expected=FieldType.HOURS.label)
        return None
    before = len(problems)
    if any(hour is None for hour in answer):
        problems.append(Problem(path, "required", tuple(answer)))
    hours = tuple(read(CountKind(), hour, path, problems) for hour in answer)
    if len(problems) > before:
        return None
    if not 0 <= hours[0] < hours[1] <= HOURS_IN_A_DAY:
        problems.append(Problem(path, "hours_out_of_order", hours))
        return None
    return hours[0], hours[1]
