"""What a caller may ask for: which facts of the subject which of the plans asked answer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careplan.base.errors import InvalidInput, NotFound, Problem, check_type, inside, not_found
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import FlagKind


def checked_wish(answer: object, noun: type[Noun], plan_ids: Iterable[str]) -> dict[str, str]:
    """Return which fact each plan answers, in the order it was asked for.

    Raises InvalidInput, all problems at once, for what is no mapping of names to names, a fact that
    the noun does not have or that is no yes-or-no fact, and a plan that is not among those asked.
    """
    check_type(answer, Mapping, "answer")
    wish: dict[Any, Any] = dict(answer)  # type: ignore[call-overload]  # it is a mapping
    problems = [*_misnamed(wish), *_no_flags(wish, noun), *_not_asked(wish, tuple(plan_ids))]
    if problems:
        raise InvalidInput(problems)
    return wish


def _misnamed(wish: dict[Any, Any]) -> Iterator[Problem]:
    for fact, plan_id in wish.items():
        if not isinstance(fact, str):
            yield Problem("answer", "wrong_type", fact, {"expected": "str"})
        elif not isinstance(plan_id, str):
            yield Problem(_at(fact), "wrong_type", plan_id, {"expected": "str"})


def _no_flags(wish: dict[Any, Any], noun: type[Noun]) -> Iterator[Problem]:
    """Yield the facts that no plan can answer: there is none such, or it is not yes or no."""
    declared = facts_declared(noun)
    flags = [name for name, spec in declared.items() if isinstance(spec.kind, FlagKind)]
    named = [fact for fact in wish if isinstance(fact, str) and fact not in flags]
    yield from (Problem(_at(fact), "answers_no_flag", fact) for fact in named if fact in declared)
    unknown = [fact for fact in named if fact not in declared]
    yield from map(_unknown, unknown, not_found("path", unknown, flags))


def _not_asked(wish: dict[Any, Any], plan_ids: tuple[str, ...]) -> Iterator[Problem]:
    named = {fact: one for fact, one in wish.items() if isinstance(fact, str)}
    unknown = {
        fact: one for fact, one in named.items() if isinstance(one, str) and one not in plan_ids
    }
    yield from map(_unknown, unknown, not_found("plan", unknown.values(), plan_ids))


def _unknown(fact: str, error: NotFound) -> Problem:
    return Problem(_at(fact), "not_found", error.name, error.parameters())


def _at(fact: str) -> str:
    return inside("answer", fact)
