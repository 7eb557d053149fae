"""Forms as field lists, and `check_form`: everything empty, out of options or at odds, at once."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from careplan.errors import Problem, check_type, look_up
from careplan.kinds import CountKind, DayKind, FlagKind, Kind, TextKind
from careplan.reading import read
from careplan.sources import Labelled, Text
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
class FormField:
    """One field: its key, printed label, type, options, and whether it must be filled.

    `must_be_yes` is for a condition of the form, such as a seal: "no" does not meet it.
    """

    key: str
    label: Text
    type: FieldType = FieldType.TEXT
    options: tuple[str, ...] = ()
    required: bool = True
    must_be_yes: bool = False


@attrs.frozen(kw_only=True)
class Form(Cited):
    """A form of a document, its fields in the printed order."""

    key: str
    title: Text
    fields: tuple[FormField, ...]


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

    An absent answer, None and an empty text are all "not filled in". Raises InvalidInput
    for anything but a form and a mapping, NotFound for a field the form does not have.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> cp.check_form(form, {"unit_name": "甲公司", "location_kind": "moon"}).problems[0].path
    'established_on'
    """
    check_type(form, Form, "form")
    check_type(answers, Mapping, "answers")
    known = {field.key: field for field in form.fields}
    for key in answers:
        look_up("field", key, known)
    found = [p for field in form.fields for p in _wrong(field, answers.get(field.key))]
    return FormCheck(form=form, problems=tuple(found))


def _wrong(field: FormField, answer: object) -> Iterator[Problem]:
    if answer is None or answer == "":
        if field.required:
            yield Problem(field.key, "required", answer)
    elif field.type is FieldType.CHOICE:
        if answer not in field.options:
            options = ", ".join(field.options)
            yield Problem(field.key, "not_an_option", answer, {"options": options})
    elif field.type is FieldType.HOURS:
        yield from _wrong_hours(field.key, answer)
    else:
        problems: list[Problem] = []
        read(_KINDS[field.type], answer, field.key, problems)
        if field.must_be_yes and answer is False:
            problems.append(Problem(field.key, "must_be_yes", answer))
        yield from problems


def _wrong_hours(path: str, answer: object) -> Iterator[Problem]:
    problems: list[Problem] = []
    if not isinstance(answer, tuple | list) or len(answer) != len(("from", "to")):
        yield Problem(path, "wrong_type", answer, {"expected": FieldType.HOURS.label})
        return
    if any(hour is None for hour in answer):
        problems.append(Problem(path, "required", tuple(answer)))
    hours = [read(CountKind(), hour, path, problems) for hour in answer]
    yield from problems
    if not problems and not 0 <= hours[0] < hours[1] <= HOURS_IN_A_DAY:
        yield Problem(path, "hours_out_of_order", tuple(hours))
