"""What two nouns state differently, fact by fact, down to the items and parts they hold."""

from collections.abc import Iterator
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.text import Text
from careplan.criteria.wording.labels import label
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import Path
from careplan.verbs.comparing.disagreement import Disagreement, Place, in_both
from careplan.verbs.comparing.pairing import paired


@attrs.frozen
class Side:
    """One of two sources, or an item or part of it: where it stands, and what it is called."""

    noun: Noun
    path: Path = ()
    owner: Text | None = None

    def at(self, *below: Any) -> Place:
        """Return where something of it stands."""
        return Place((*self.path, *below), below, self.owner)

    def inner(self, held: Noun, *below: Any) -> "Side":
        """Return an item or part that it holds."""
        place = self.at(*below)
        owner = in_both(lambda language: place.called(label, type(self.noun), language))
        return Side(held, place.whole, owner)


@attrs.frozen
class _Fact:
    """A fact of two sources, and the noun that has it."""

    noun: type[Noun]
    name: str
    a: Side
    b: Side

    def unless_alike(self, x: Any, y: Any, *step: Any) -> Iterator[Disagreement]:
        """Yield one disagreement unless both state the same; `step` is an entry of a table."""
        if x != y:
            at_a, at_b = self.a.at(self.name, *step), self.b.at(self.name, *step)
            yield Disagreement(noun=self.noun, a=x, b=y, at_a=at_a, at_b=at_b)


def differing(a: Side, b: Side) -> Iterator[Disagreement]:
    """Yield the facts on which two sources do not agree, in the order they are declared in.

    What only one of the nouns declares, as it is made of the other, it alone can state.
    """
    ours, theirs = facts_declared(type(a.noun)), facts_declared(type(b.noun))
    for name in dict.fromkeys((*ours, *theirs)):
        x, y = getattr(a.noun, name, None), getattr(b.noun, name, None)
        by_a, by_b = _Fact(type(a.noun), name, a, b), _Fact(type(b.noun), name, a, b)
        if name not in ours or name not in theirs:
            yield from (by_a if name in ours else by_b).unless_alike(x, y)
        elif type(ours[name].kind) is type(theirs[name].kind):
            yield from _of_fact(by_a, ours[name].kind, x, y)
        else:  # nouns made of one noun may each have such a fact, and these are two
            yield from by_a.unless_alike(x, None)
            yield from by_b.unless_alike(None, y)


def _of_fact(fact: _Fact, kind: k.Kind, x: Any, y: Any) -> Iterator[Disagreement]:
    match kind:
        case k.TableKind():  # a key that is not there is as little stated as a table
            one, other = x or {}, y or {}
            for key in dict.fromkeys((*one, *other)):
                yield from fact.unless_alike(one.get(key), other.get(key), key)
        case k.PartKind() if x is not None and y is not None:
            yield from differing(fact.a.inner(x, fact.name), fact.b.inner(y, fact.name))
        case k.ItemsKind() if x is not None and y is not None:
            yield from _of_items(fact, x, y)
        case _:
            yield from fact.unless_alike(x, y)


def _of_items(fact: _Fact, x: tuple[Noun, ...], y: tuple[Noun, ...]) -> Iterator[Disagreement]:
    a, b, name = fact.a, fact.b, fact.name
    pairing = paired(x, y)
    for i, j in pairing.both:
        yield from differing(a.inner(x[i], name, i), b.inner(y[j], name, j))
    for place in pairing.only_a:
        at = a.at(name, place)
        yield Disagreement(noun=fact.noun, a=x[place], b=None, at_a=at, at_b=at)
    for place in pairing.only_b:
        at = b.at(name, place)
        yield Disagreement(noun=fact.noun, a=None, b=y[place], at_a=at, at_b=at)
