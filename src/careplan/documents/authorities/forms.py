"""Forms as field lists, and `check_form`: everything empty, out of options or at odds, at once."""

from collections.abc import Iterable

import attrs

from careplan.base.errors import Problem
from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.documents.clauses import Document
from careplan.documents.encoded import Encoded, duplicates
from careplan.documents.rules import Cited
from careplan.fields.checking import listing
from careplan.fields.shapes import NAME, aside, at_least_one, kept


class FieldType(Labelled):
    """What a field of a form takes."""

    TEXT = ("text", "文本", "text")
    DATE = ("date", "日期", "date")
    WHEN = ("when", "日期、月份或年份", "a day, a month or a year")
    COUNT = ("count", "数量", "count")
    NUMBER = ("number", "数", "number")
    FLAG = ("flag", "是否", "yes or no")
    CHOICE = ("choice", "选项", "one of the options")
    HOURS = ("hours", "起止时间", "from and to, times of day")


_NUMBERS = frozenset({FieldType.COUNT, FieldType.NUMBER})


@frozen(kw_only=True)
class FormField(Encoded):
    """One field: its key, printed label, type, options, and whether it must be filled.

    `must_be_yes` is for a condition of the form, such as a seal: "no" does not meet it.
    `only_if` names a field and the option of it that this field explains: it is to be
    filled with that option, and left empty with any other. `most` is the highest number
    the form allows; `total_of` names the fields whose sum this one is.
    """

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    type: FieldType = FieldType.TEXT
    options: tuple[str, ...] = ()
    required: bool = True
    must_be_yes: bool = False
    only_if: tuple[str, str] | None = None
    most: Exact | None = None
    total_of: tuple[str, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        chosen = self.type is FieldType.CHOICE
        if chosen and not self.options:
            yield Problem("options", "nothing_listed", self.options)
        elif self.options and not chosen:
            other = {"other_field": "type", "other": self.type}
            yield Problem("options", "contradiction", self.options, other)
        yield from duplicates("options", self.options)
        yield from duplicates("total_of", self.total_of)
        for name in ("most", "total_of"):
            given = getattr(self, name)
            if given not in {None, ()} and self.type not in _NUMBERS:
                other = {"other_field": "type", "other": self.type}
                yield Problem(name, "contradiction", given, other)


@frozen(kw_only=True)
class Form(Cited):
    """A form of a document, its fields in the printed order."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    fields: tuple[FormField, ...] = attrs.field(metadata=at_least_one(FormField))
    document: Document | None = aside()

    def _contradictions(self) -> Iterable[Problem]:
        yield from duplicates("fields", (field.key for field in self.fields))
        known = {field.key: field for field in self.fields}
        keys = listing(known)
        numbers = {key: one for key, one in known.items() if one.type in _NUMBERS}
        addends = listing(numbers)
        for index, field in enumerate(self.fields):
            for key in field.total_of:
                path = f"fields[{index}].total_of"
                if key == field.key:
                    other = {"other_field": "key", "other": field.key}
                    yield Problem(path, "contradiction", key, other)
                elif key not in numbers:
                    yield Problem(path, "not_an_option", key, {"options": addends})
            if field.only_if is not None:
                key, option = field.only_if
                path = f"fields[{index}].only_if"
                if key not in known:
                    yield Problem(path, "not_an_option", key, {"options": keys})
                elif option not in known[key].options:
                    options = {"options": listing(known[key].options)}
                    yield Problem(path, "not_an_option", option, options)
