"""Facts of a subject before it is made: drawn at random, and led to what a criterion says.

A state is a mapping of facts by name: values, a state for a part, a list of states for items; a
fact that it does not hold is not stated. What is led there may be led away by another part of the
criterion, so that a state is likely, and never sure, to be answered as is wanted.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Any, assert_never

import attrs
from differential.near import DAYS, MOST_ITEMS, Values

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.exact import tidy
from careplan.criteria.steps import leaf_holds
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import Path, kind_at, last_on
from careplan.testing.vocabulary import neighbour

State = dict[str, Any]
TRIES = 8


@attrs.frozen
class States:
    """Draws states of nouns, and leads them."""

    values: Values
    on: date | None

    def drawn(self, noun: type[Noun], unstated: float, depth: int = 2) -> State:
        """Draw a state in which each fact is not stated as often as is said, 0 for never."""
        chance = self.values.chance
        found: State = {}
        for name, spec in facts_declared(noun).items():
            if chance.random() < unstated and not spec.required:
                continue
            match spec.kind:
                case k.PartKind(part):
                    found[name] = self.drawn(part, unstated, depth)
                case k.ItemsKind(item):
                    number = chance.randint(0, MOST_ITEMS if depth else 0)
                    found[name] = [self.drawn(item, unstated, depth - 1) for _ in range(number)]
                case _:
                    found[name] = self.values.draw(noun, name)
        return found

    def led(self, noun: type[Noun], state: State, node: n.Criterion, *, wanted: bool) -> None:
        """Change a state so that a criterion is likely to say what is wanted."""
        chance = self.values.chance
        match node:
            case n.AllOf(parts) | n.AnyOf(parts):
                if wanted is isinstance(node, n.AllOf):  # all of them decide
                    for part in chance.sample(parts, len(parts)):
                        self.led(noun, state, part, wanted=wanted)
                elif parts:
                    self.led(noun, state, chance.choice(parts), wanted=wanted)
            case n.Not(part):
                self.led(noun, state, part, wanted=not wanted)
            case n.Some(path=path, where=where) | n.Every(path=path, where=where):
                self._items_led(noun, state, (path, where), isinstance(node, n.Some), wanted=wanted)
            case n.Compare() | n.Among() | n.Has():
                self._leaf_led(noun, state, node, wanted=wanted)
            case n.Linear():
                self._sum_led(noun, state, node, wanted=wanted)
            case n.Elapsed():
                self._period_led(state, node)
            case _:
                assert_never(node)

    def _leaf_led(self, noun: type[Noun], state: State, leaf: n.Leaf, *, wanted: bool) -> None:
        owner, name, _ = last_on(noun, leaf.path)
        held = _holder(state, leaf.path)
        for _ in range(TRIES):
            value = self.values.draw(owner, name)
            if isinstance(leaf, n.Has):
                value = (value | {leaf.item}) if wanted else (value - {leaf.item})
            observed = value.get(leaf.path[-1]) if isinstance(value, dict) else value
            if observed is not None and leaf_holds(leaf, observed) is wanted:
                held[name] = {**held.get(name, {}), **value} if isinstance(value, dict) else value
                return

    def _items_led(
        self,
        noun: type[Noun],
        state: State,
        asked: tuple[Path, n.Criterion],
        some: bool,
        *,
        wanted: bool,
    ) -> None:
        path, where = asked
        name = str(path[-1])
        item: type[Noun] = getattr(kind_at(noun, path), "noun")  # noqa: B009 - of items
        holder, chance = _holder(state, path), self.values.chance
        items = holder.get(name) or []
        if wanted is some and not items:  # one has to decide
            items = [self.drawn(item, 0.2, 1) for _ in range(chance.randint(1, MOST_ITEMS))]
        holder[name] = items
        for one in [chance.choice(items)] if wanted is some else items:
            self.led(item, one, where, wanted=wanted)

    def _sum_led(self, noun: type[Noun], state: State, node: n.Linear, *, wanted: bool) -> None:
        """Bring one plain fact near to where the sum turns, beside the other plain facts."""
        chance = self.values.chance
        rest, turning = Fraction(node.bound), []
        for factor, term in node.terms:
            if term.over:
                self._items_led(noun, state, (term.over, term.where), some=True, wanted=wanted)
                continue
            self.led(noun, state, term.where, wanted=chance.random() < 3 / 4)
            if term.amount:
                owner, name, _ = last_on(noun, term.amount)
                value = chance.choice([0, 1, 2, 3, self.values.draw(owner, name)])
                turning.append((Fraction(factor), term.amount, _put(state, term.amount, value)))
        if not turning:
            return
        last, path, _ = turning.pop()
        rest -= sum((factor * Fraction(value) for factor, _, value in turning), Fraction(0))
        self._number_put(noun, state, path, rest / last)

    def _number_put(self, noun: type[Noun], state: State, path: Path, value: Fraction) -> None:
        kind: Any = kind_at(noun, path)
        step = Fraction(getattr(kind, "step", 1))
        near = neighbour(kind, tidy(value // step * step), self.values.chance.randint(-1, 2))
        _put(state, path, max(near, kind.minimum))

    def _period_led(self, state: State, node: n.Elapsed) -> None:
        """Bring the first day near to where the period is complete by the last."""
        chance = self.values.chance
        end = self.on
        if node.end is not None:
            end = _put(state, node.end, chance.choice(DAYS))
        if end is not None and not isinstance(node.start, date):
            months, days = node.period.months, node.period.days + chance.randint(-2, 2)
            _put(state, node.start, _before(end, months, days))

    def blanked(self, noun: type[Noun], state: State, node: n.Criterion) -> None:
        """Take away what a criterion asks for, here and there."""
        paths = sorted(_asked(node), key=str)
        if paths:
            for path in self.values.chance.sample(paths, min(len(paths), 2)):
                self._taken_away(noun, state, path)

    def _taken_away(self, noun: type[Noun], state: State, path: Path) -> None:
        kind: Any = k.PartKind(noun)
        held: Any = state
        for place, step in enumerate(path):
            rest = path[place + 1 :]
            spec = facts_declared(kind.noun)[str(step)]
            kind = spec.kind
            inner = held.get(step)
            if inner is None or not rest or isinstance(kind, k.TableKind):
                if not spec.required:
                    held.pop(step, None)
                return
            if isinstance(kind, k.ItemsKind):
                for one in inner:
                    if self.values.chance.random() < 1 / 2:
                        self._taken_away(kind.noun, one, rest)
                return
            held = inner


def _asked(node: n.Criterion) -> set[Path]:
    """Return the paths of the facts a criterion reads, with those of items behind theirs."""
    found: set[Path] = set()
    for one in n.reads(node):
        match one:
            case n.Compare(path=path) | n.Among(path=path) | n.Has(path=path):
                found.add(path)
            case n.Some(path=path, where=where) | n.Every(path=path, where=where):
                found |= {path, *((*path, *inner) for inner in _asked(where))}
            case n.Linear(terms=terms):
                for _, term in terms:
                    inside = {term.amount} if term.amount else set()
                    inside |= _asked(term.where)
                    found |= {(*term.over, *inner) for inner in inside}
                    found |= {term.over} if term.over else set()
            case n.Elapsed(start=start, end=end):
                found |= set() if isinstance(start, date) else {start}
                found |= set() if end is None else {end}
            case _:
                assert_never(one)
    return found


def _holder(state: State, path: Path) -> State:
    """Return the state of the part that holds the fact at a path; a part is stated for it."""
    names = [str(step) for step in path if type(step) is str]
    for name in names[:-1]:
        state = state.setdefault(name, {})
    return state


def _put(state: State, path: Path, value: Any) -> Any:
    holder = _holder(state, path)
    if type(path[-1]) is str:
        holder[path[-1]] = value
    else:  # an entry of a table
        name = str(path[-2])
        holder[name] = {**holder.get(name, {}), path[-1]: value}
    return value


def _before(end: date, months: int, days: int) -> date:
    """Return about the day that is so long before another."""
    count = end.year * 12 + end.month - 1 - months
    year, month = max(divmod(count, 12), (1, 0))
    made = date(year, month + 1, min(end.day, monthrange(year, month + 1)[1]))
    return date.fromordinal(max(made.toordinal() - days, 1))
