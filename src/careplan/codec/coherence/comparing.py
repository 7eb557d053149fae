"""How what a result says differs from what it can say, each as a problem."""

from collections.abc import Iterable, Iterator
from typing import Any

from careplan.base.errors import NotFound, Problem
from careplan.base.refusing.values import class_said, noun_given
from careplan.fields.checking import listing
from careplan.fields.paths import ON, dotted, parse_path


def same(given: object, expected: object, path: str) -> Iterator[Problem]:
    """Yield a problem if what is said is not what is so."""
    if given != expected:
        yield Problem(path, "other_answer", given, {"expected": expected})


def among(given: Iterable[str], known: set[str], path: str) -> Iterator[Problem]:
    """Yield a problem for each name that is not known."""
    strange = [name for name in given if name not in known]
    options = {"options": listing(sorted(known))} if strange else {}
    yield from (Problem(path, "not_an_option", name, options) for name in strange)


def wrong_noun(path: str, given: object, noun: type[Any] | None) -> Problem:
    """Return the problem of what is about another noun."""
    said = given.__name__ if isinstance(given, type) else given
    expected: object = "" if noun is None else class_said(noun)
    value = {"value": noun_given(given)} if isinstance(given, type) else {}
    return Problem(path, "wrong_noun", said, {"expected": expected, **value})


def of_paths(
    noun: type[Any] | None, paths: Iterable[str], at: str = "missing", rest: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each path that names no fact of the noun."""
    for index, path in enumerate(paths):
        if path == dotted(ON):  # the day asked
            continue
        try:
            if noun is None:
                raise NotFound("path", path, ())  # noqa: TRY301 - the same answer as below
            parse_path(noun, path)
        except NotFound as error:
            yield Problem(f"{at}[{index}]{rest}", "not_found", path, error.parameters())
