"""Values of facts around what criteria compare them with, from a seeded source of chance."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import last_on
from careplan.testing.vocabulary import around, is_measured, is_possible

DAYS = tuple(
    date(2023, 12, 31) + timedelta(days=step) for step in (-366, -31, -1, 0, 1, 28, 59, 60, 61, 366)
)
# Also what a careless text of SQL would read otherwise.
TEXTS = ("甲", "乙", "", " ", "'; --", '"', "NULL", "a_b%")
NUMBERS = tuple(map(Decimal, ("0", "0.1", "0.30", "1.005", "2.5", "9.999", "12", "123456.7890123")))
MOST_ITEMS = 4


@attrs.frozen
class Mentioned:
    """The values that criteria name, by the noun that declares a fact and the fact's name."""

    values: dict[tuple[type[Noun], str], tuple[Any, ...]]

    def of(self, noun: type[Noun], name: str) -> tuple[Any, ...]:
        """Return those of one fact."""
        return self.values.get((noun, name), ())


def mentioned(criteria: Iterable[n.Criterion]) -> Mentioned:
    """Return the values that criteria name: members, texts, and numbers with their neighbours."""
    found: dict[tuple[type[Noun], str], dict[Any, None]] = {}
    for criterion in criteria:
        for noun, path, value in _named(criterion):
            owner, name, spec = last_on(noun, path)
            kind = k.CountKind() if isinstance(spec.kind, k.TableKind) else spec.kind
            values = around(kind, value) if is_measured(kind) else [value]
            at = path[-1] if isinstance(path[-1], Labelled) else None
            found.setdefault((owner, name), {}).update(dict.fromkeys(values))
            if at is not None:  # an entry of a table is named by its key as well
                found[owner, name][at] = None
    return Mentioned({fact: tuple(values) for fact, values in found.items()})


def _named(criterion: n.Criterion) -> Iterator[tuple[type[Any], Any, Any]]:
    for one in n.reads(criterion):
        match one:
            case n.Compare(noun=noun, path=path, value=value):
                yield noun, path, value
            case n.Among(noun=noun, path=path, values=values):
                yield from ((noun, path, value) for value in values)
            case n.Has(noun=noun, path=path, item=item):
                yield noun, path, item
            case n.Some(where=where) | n.Every(where=where):
                yield from _named(where)
            case n.Linear(terms=terms):
                for _, term in terms:
                    yield from _named(term.where)
            case n.Elapsed():
                pass
            case _:
                assert_never(one)


@attrs.frozen
class Values:
    """Draws values of facts."""

    chance: Random
    known: Mentioned

    def draw(self, noun: type[Noun], name: str) -> Any:
        """Draw a value of a fact that is no part and no collection."""
        kind, named = facts_declared(noun)[name].kind, self.known.of(noun, name)
        chance = self.chance
        match kind:
            case k.FlagKind():
                return chance.random() < 1 / 2
            case k.NumberKind() | k.CountKind() | k.DayKind():
                return self.measured(kind, named)
            case k.TextKind():
                return chance.choice([*named, *TEXTS])
            case k.ChoiceKind(enum):
                return chance.choice(named if named and chance.random() < 2 / 3 else [*enum])
            case k.ChoicesKind(enum):
                others = chance.sample([*enum], min(len(enum), chance.randrange(3)))
                return {*(one for one in named if chance.random() < 1 / 2), *others}
            case k.TableKind(enum):
                keys = [one for one in named if isinstance(one, Labelled)]
                keys += chance.sample([*enum], min(len(enum), 2))
                numbers = [one for one in named if not isinstance(one, Labelled)]
                return {one: self.measured(k.CountKind(), numbers) for one in keys}
            case _:
                raise TypeError(kind)

    def measured(self, kind: k.Kind, named: Iterable[Any]) -> Any:
        """Draw a number, a count or a day: near what is named, mostly, or a usual one."""
        usual: list[Any] = [*named]
        chance = self.chance
        if not usual or chance.random() < 1 / 4:
            match kind:
                case k.DayKind():
                    usual = [*DAYS]
                case k.CountKind():
                    usual = [0, 1, 2, chance.randrange(40), chance.randrange(10**6)]
                case _:
                    scale = chance.randrange(4)
                    usual = [*NUMBERS, Decimal(chance.randrange(10**6)).scaleb(-scale)]
        usual = [one for one in usual if is_possible(kind, one)]
        return chance.choice(usual) if usual else getattr(kind, "minimum", 0)
