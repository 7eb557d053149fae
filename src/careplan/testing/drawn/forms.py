"""Strategies for forms: fields of every type, of which one may explain or add up others."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.documents.authorities.forms import FieldType, Form, FormField
from careplan.testing.drawn.around import Around, text
from careplan.testing.strategies import MOST_ITEMS

_OPTIONS = ("甲", "乙")
_NUMBERS = (FieldType.COUNT, FieldType.NUMBER)


@st.composite
def form_fields(draw: st.DrawFn, key: str = "field") -> FormField:
    """Draw a field that stands by itself."""
    sort = draw(st.sampled_from(FieldType))
    return FormField(
        key=key,
        label=text("栏"),
        type=sort,
        options=_OPTIONS if sort is FieldType.CHOICE else (),
        required=draw(st.booleans()),
        must_be_yes=sort is FieldType.FLAG and draw(st.booleans()),
        most=draw(st.none() | st.integers(0, 1_000)) if sort in _NUMBERS else None,
    )


@st.composite
def forms(draw: st.DrawFn, around: Around) -> Form:
    """Draw a form of a few fields, a field that explains an option, and a sum of numbers."""
    number = draw(st.integers(1, 1 + MOST_ITEMS))
    fields = [draw(form_fields(f"field{place}")) for place in range(number)]
    chosen = [(one.key, option) for one in fields for option in one.options]
    if draw(st.booleans()) and chosen:
        explained = draw(st.sampled_from(chosen))
        fields.append(FormField(key="why", label=text("说明"), only_if=explained))
    added = [one.key for one in fields if one.type in _NUMBERS]
    if draw(st.booleans()) and added:
        sort = draw(st.sampled_from(_NUMBERS))
        fields.append(FormField(key="sum", label=text("合计"), type=sort, total_of=tuple(added)))
    return Form(
        **draw(st.fixed_dictionaries(around.cited())),
        key="form",
        title=text("申请表"),
        fields=tuple(fields),
    )


def any_field() -> SearchStrategy[FormField]:
    """Draw a field by itself, or one that explains or adds up others."""
    explains = FormField(key="why", label=text("说明"), only_if=("field", _OPTIONS[0]))
    adds = FormField(key="sum", label=text("合计"), type=FieldType.NUMBER, total_of=("field",))
    return form_fields() | st.sampled_from([explains, adds])
