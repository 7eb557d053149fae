"""A way to mend something, in words: what to change from what to what, and what to add."""

from typing import Any

import careplan.criteria.nodes as n
from careplan.base.messages import say
from careplan.criteria.wording.changes import add_text, change_text
from careplan.criteria.wording.criteria import describe
from careplan.fields.paths import Path, parse_path
from careplan.verbs.remedies.remedy import Change, RemedyOption


def option_text(option: RemedyOption, noun: type[Any], language: str) -> str:
    """Say an option: each change with what it must come to, then what else is asked."""
    needed = option.needed
    said = [_change(one, noun, needed, language) for one in option.changes]
    parts = needed.parts if isinstance(needed, n.AllOf) else (needed,)
    places = [(parse_path(noun, one.path), one.added) for one in option.changes]
    said += [
        say("way.needed", language, needed=describe(part, language))
        for part in parts
        if not any(_is_at(part, path, added=added) for path, added in places)
    ]
    return say("way.joint", language).join(said)


def _change(change: Change, noun: type[Any], needed: n.Criterion, language: str) -> str:
    if change.added:
        return add_text(noun, change.path, needed, language)
    return change_text(noun, change.path, change.observed, needed, language)


def _is_at(criterion: n.Criterion, path: Path, *, added: bool) -> bool:
    """Say whether a criterion is about the fact at a path alone, or an item that is added there."""
    match criterion:
        case n.Not(part):
            return _is_at(part, path, added=added)
        case n.AllOf(parts) | n.AnyOf(parts):
            return added and all(_is_at(part, path, added=added) for part in parts)
        case n.Linear() | n.Elapsed():
            return False
        case _ if added:
            return len(criterion.path) > len(path) and criterion.path[: len(path)] == path
        case _:
            return criterion.path == path
