"""What the laws of the kernel need beside careplan.testing: a subject with facts added."""

import re
from typing import Any

from hypothesis import strategies as st

from careplan import testing
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import CountKind, FactSpec, ItemsKind, Kind, PartKind, TableKind
from careplan.testing.agreeing import settled
from careplan.testing.drawn.criteria import criteria

__all__ = ["criteria", "extensions", "make", "nouns", "spec_at", "state", "steps", "values"]


def values(kind: Kind, *, full: bool) -> st.SearchStrategy[Any]:
    """Draw a stated value of a kind; `full` leaves nothing inside it unstated."""
    return testing.values(kind, unknowns=not full)


def nouns(noun: type[Any], *, full: bool = False) -> st.SearchStrategy[Any]:
    """Draw a noun; unless `full`, about half of its facts are not stated."""
    return testing.nouns(noun, unknowns=not full)


def make(noun: type[Any], facts: dict[str, Any], before: Any = None) -> Any:
    """Make a noun; of two counts that contradict, the one `before` did not state gives way."""
    stated = {name for name in facts if getattr(before, name, None) is not None}
    return noun(**settled(noun, facts, frozenset(stated)))


@st.composite
def extensions(draw: st.DrawFn, subject: Any, *, full: bool = False) -> Any:
    """Draw the same subject with facts added; `full` states everything."""
    changes = {}
    for name, spec in facts_declared(type(subject)).items():
        value = getattr(subject, name)
        if value is None:
            stated = values(spec.kind, full=full)
            changes[name] = draw(stated if full else st.none() | stated)
        else:
            changes[name] = draw(_extended(value, spec, full=full))
    return make(type(subject), changes, subject)


@st.composite
def _extended(draw: st.DrawFn, value: Any, spec: FactSpec, *, full: bool) -> Any:
    match spec.kind:
        case PartKind():
            return draw(extensions(value, full=full))
        case ItemsKind():
            return [draw(extensions(item, full=full)) for item in value]
        case TableKind():
            return {**draw(values(spec.kind, full=full)), **value}
        case _:
            return value


def spec_at(noun: type[Any], path: str) -> tuple[Kind, str]:
    """Return the kind of the fact at a dotted path, and the path's last step."""
    kind: Kind = PartKind(noun)
    step = ""
    for step in steps(path):
        if not step.startswith("["):
            assert isinstance(kind, PartKind | ItemsKind)
            kind = facts_declared(kind.noun)[step].kind
        elif isinstance(kind, TableKind):
            kind = CountKind()
    return kind, step


def steps(path: str) -> list[str]:
    """Split rooms[0].area_m2 into rooms, [0], area_m2."""
    return re.findall(r"[^.\[\]]+|\[[^\]]+\]", path)


def state(subject: Any, path: list[str], value: Any) -> Any:
    """Return the subject with the fact at a path stated."""
    step, rest = path[0], path[1:]
    kind = facts_declared(type(subject))[step].kind
    inner = getattr(subject, step)
    if isinstance(kind, ItemsKind) and rest:
        index = int(rest[0][1:-1])
        inner = [*inner[:index], state(inner[index], rest[1:], value), *inner[index + 1 :]]
    elif isinstance(kind, TableKind):
        (member,) = (m for m in kind.enum if f"[{m.value}]" == rest[0])
        inner = {**(inner or {}), member: value}
    elif isinstance(kind, PartKind):
        inner = state(inner if inner is not None else kind.noun(), rest, value)
    else:
        inner = value
    facts = {name: getattr(subject, name) for name in facts_declared(type(subject))}
    return make(type(subject), {**facts, step: inner}, subject)
