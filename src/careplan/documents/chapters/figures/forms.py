"""Forms, as their author writes them, field by field."""

from typing import TypedDict, Unpack, overload

from careplan.base.exact import Number
from careplan.base.text import Text, Words
from careplan.documents.authorities.forms import FieldType, Form, FormField
from careplan.documents.chapters.drafts import Cites, Draft, Names, draft, several


def form(key: str, title: Words, *fields: FormField, **cites: Unpack[Cites]) -> Draft[Form]:
    """Write a form, its fields in the printed order: see `Form`.

    >>> form("filing", ("备案表", "filing form"), blank("name", "名称", "name")).fields["key"]
    'filing'
    """
    return draft(Form, cites, key=key, title=title, fields=fields)


class Asks(TypedDict, total=False):
    """What else may be said of a field: see `FormField`."""

    required: bool
    must_be_yes: bool
    only_if: tuple[str, str] | None
    most: Number | None


@overload
def blank(
    key: str,
    zh: str,
    en: str | None = None,
    takes: FieldType = FieldType.TEXT,
    /,
    *options: str,
    total_of: Names = "",
    **asks: Unpack[Asks],
) -> FormField: ...


@overload
def blank(
    key: str,
    zh: str,
    takes: FieldType,
    /,
    *options: str,
    total_of: Names = "",
    **asks: Unpack[Asks],
) -> FormField: ...


def blank(
    key: str, zh: str, /, *said: str | None, total_of: Names = "", **asks: Unpack[Asks]
) -> FormField:
    """Return one field of a form with its printed label, and what it takes: see `FormField`.

    `total_of` are keys of fields, apart by spaces. Raises InvalidInput as `FormField` does.

    >>> blank("kind", "位置", "where it stands", FieldType.CHOICE, "inside", "outside").options
    ('inside', 'outside')
    >>> blank("beds", "床位数", FieldType.COUNT).type
    FieldType.COUNT
    """
    en, *rest = (None, *said) if isinstance(next(iter(said), None), FieldType) else said or (None,)
    takes, *options = rest or (FieldType.TEXT,)
    return FormField(
        key=key,
        label=Text(zh=zh, en=en),
        type=takes,  # type: ignore[arg-type]  # whatever it is, the field looks at it
        options=tuple(options),  # type: ignore[arg-type]  # as above
        total_of=several(total_of, "total_of"),
        **asks,  # type: ignore[arg-type]  # a float is read as its printed value
    )
