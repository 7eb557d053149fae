"""Where something wrong with JSON stands, in words: by the labels of the nouns it holds."""

from collections.abc import Iterable, Iterator

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import Problem
from careplan.criteria.wording.placing import place_in
from careplan.fields.declaring import Noun


def placed(problems: Iterable[Problem], shape: s.Shape) -> Iterator[Problem]:
    """Yield problems of data that is read as a noun, or a list of them, with their places."""
    noun, several = _noun_of(shape)
    for problem in problems:
        said = None if noun is None else place_in(noun, problem.path, several=several)
        yield problem if said is None else attrs.evolve(problem, place=said)


def _noun_of(shape: s.Shape) -> tuple[type[Noun] | None, bool]:
    match shape:
        case k.PartKind(cls) | k.ItemsKind(cls) | s.ListOf(k.PartKind(cls)):
            several = not isinstance(shape, k.PartKind)
            return (cls if issubclass(cls, Noun) else None), several
        case _:
            return None, False
