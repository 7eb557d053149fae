"""A way to mend something, in words: what to change from what to what, and what to add."""

from typing import Any

import careplan.criteria.nodes as n
from careplan.base.messages import say, show
from careplan.criteria.wording import describe, label, requirement, value_text
from careplan.fields.declaring import measure_of
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import Path, kind_at, parse_path, spec_at
from careplan.verbs.remedies.remedy import RemedyOption


def option_text(option: RemedyOption, noun: type[Any], language: str) -> str:
    """Say an option: each change with what it must come to, then what else is asked."""
    left = list(_parts(option.needed))
    said = []
    for change in option.changes:
        path = parse_path(noun, change.path)
        own = [one for one in left if _is_at(one, path)]
        left = [one for one in left if one not in own]
        if change.added:
            said.append(_added(noun, path, own, language))
        else:
            said.append(_changed(noun, path, change.observed, own, language))
    if left:
        said.append(say("way.needed", language, needed=_joined(left, language)))
    return say("way.joint", language).join(said)


def _parts(needed: n.Criterion) -> tuple[n.Criterion, ...]:
    return needed.parts if isinstance(needed, n.AllOf) else (needed,)


def _is_at(criterion: n.Criterion, path: Path) -> bool:
    """Say whether a criterion is about the fact, or the item, at a path and nothing else."""
    match criterion:
        case n.Not(part):
            return _is_at(part, path)
        case n.AllOf(parts) | n.AnyOf(parts):
            return all(_is_at(part, path) for part in parts)
        case _:
            found: Path = getattr(criterion, "path", ())
            return found[: len(path)] == path


def _changed(
    noun: type[Any], path: Path, observed: object, own: list[n.Criterion], language: str
) -> str:
    fact = label(noun, path, language)
    match own:
        case []:
            return say("way.alter", language, fact=fact)
        case [n.Compare(value=value) as asked] if not isinstance(value, bool):
            return say(
                "way.change",
                language,
                fact=fact,
                observed=value_text(noun, path, observed, language),
                needed=requirement(asked, language),
            )
        case _:
            return say("way.needed", language, needed=_joined(own, language))


def _added(noun: type[Any], path: Path, own: list[n.Criterion], language: str) -> str:
    kind = kind_at(noun, path[:-1])
    assert isinstance(kind, ItemsKind)  # noqa: S101 - only items are added
    items, measure = show(spec_at(noun, path[:-1]).label, language), measure_of(kind.noun)
    if not own:
        return say("way.add.any", language, items=items, measure=measure)
    needed = _joined(own, language)
    return say("way.add", language, items=items, measure=measure, needed=needed)


def _joined(criteria: list[n.Criterion], language: str) -> str:
    return say("way.joint", language).join(describe(one, language) for one in criteria)
