"""OpenFisca-core: facts are input variables, each with one that says where it is stated.

Its arrays have no blanks, so a task is two variables: what could be so, and what surely is. Each
has a formula over the inputs as formulas of OpenFisca are: comparisons of arrays, joined. Rooms
are the members of a venue.
"""

from collections.abc import Callable, Iterator
from functools import reduce
from importlib import import_module
from operator import and_, eq, ge, gt, le, lt, ne, or_
from typing import Any

import numpy as np

from benchmarks.drawn import Columns, Drawn
from benchmarks.peers.bounds import Words, name_of
from benchmarks.tasks import Task

STATED = "__stated"
YEAR = "2026"  # a formula is of some period; the facts are as they are for ever
SIGNS = {"==": eq, "!=": ne, ">=": ge, ">": gt, "<=": le, "<": lt}
Formula = Callable[[Any, Any], Any]


def joined(by: Callable[[Any, Any], Any]) -> Callable[[Any], Formula]:
    """Return what joins formulas by an operator of arrays."""
    return lambda parts: lambda one, year: reduce(by, (part(one, year) for part in parts))


class Fact:
    """A fact of a population: its values, where it is stated, and the members of its enum."""

    def __init__(self, name: str, members: dict[str, Any]) -> None:
        self.name = name
        self.members = members

    def __call__(self, population: Any, year: Any) -> Any:
        """Return its values."""
        return population(self.name, year)

    def stated(self, population: Any, year: Any) -> Any:
        """Return where it is stated."""
        return population(self.name + STATED, year)

    def compared(self, sign: str, value: Any) -> Formula:
        """Return a comparison; one with a flag says where it is stated and so, or not so."""
        found = SIGNS[sign]
        if not isinstance(value, bool):
            literal = self.members.get(value, value)
            return lambda one, year: found(self(one, year), literal)
        if sign == "==":
            return lambda one, year: self.stated(one, year) & (self(one, year) == value)
        return lambda one, year: ~self.stated(one, year) | (self(one, year) != value)


def words(enums: dict[str, dict[str, Any]]) -> Words:
    """Return how formulas say it; `enums` has the members of enums by the name of the fact."""

    def fact(path: Any, _: bool) -> Fact:  # noqa: FBT001 - as bounds has it
        name = name_of(path)
        return Fact(name, enums.get(name, {}))

    def points(items: Any, least: int) -> Formula:
        return lambda one, year: sum(by * item(one, year) for by, item in items) >= least

    def any_of_them(_: Fact, where: Formula) -> Formula:
        # `population.any(...)` takes it that the last venue has a room.
        return lambda venue, year: (
            np.bincount(venue.members_entity_id, where(venue.members, year), minlength=venue.count)
            > 0
        )

    return Words(
        fact=fact,
        stated=lambda fact: fact.stated,
        blank=lambda fact: lambda one, year: ~fact.stated(one, year),
        compared=lambda fact, sign, value: fact.compared(sign, value),
        among=lambda fact, values: joined(or_)([fact.compared("==", one) for one in values]),
        both=joined(and_),
        either=joined(or_),
        denied=lambda part: lambda one, year: ~part(one, year),
        some=any_of_them,
        points=points,
        three=lambda surely, could: (surely, could),
    )


class Reckoned:
    """A simulation of a task over drawn subjects."""

    def __init__(self, task: Task, drawn: Drawn) -> None:
        entities: Any = import_module("openfisca_core.entities")
        systems: Any = import_module("openfisca_core.taxbenefitsystems")
        simulations: Any = import_module("openfisca_core.simulations")
        self.eternity: Any = import_module("openfisca_core.periods").ETERNITY
        self.drawn = drawn
        member = entities.build_entity("member", "members", "what is asked", is_person=True)
        role = [{"key": "room", "plural": "rooms_of", "label": "a room of it"}]
        asked = member
        if drawn.inner:
            asked = entities.build_entity("venue", "venues", "public place", roles=role)
        system = systems.TaxBenefitSystem(list(dict.fromkeys((member, asked))))
        enums = dict(add_inputs(system, asked, drawn.columns))
        enums |= dict(add_inputs(system, member, drawn.inner))
        formulas = words(enums).three_valued(task.criterion)
        for name, formula in zip(("surely", "could"), formulas, strict=True):
            add(system, name, entity=asked, value_type=bool, formula=as_method(formula))
        populations = system.instantiate_entities()
        self.subjects = populations[asked.key]
        sizes = {member.key: len(drawn.owner) if drawn.inner else drawn.rows, asked.key: drawn.rows}
        for name, population in populations.items():
            population.count = sizes[name]
            population.ids = np.arange(sizes[name])
        if drawn.inner:
            self.subjects.members_entity_id = drawn.owner
        self.simulation = simulations.Simulation(system, populations)
        # Enums are texts, as they are in the tables that others are given.
        self.given = {
            name: np.array([one.value for one in column.members])[column.values]
            if column.members
            else column.values
            for name, column in (*drawn.columns.items(), *drawn.inner.items())
        }
        self.set_inputs()

    def set_inputs(self) -> None:
        """Give the simulation all facts, from arrays of numpy."""
        for columns in (self.drawn.columns, self.drawn.inner):
            for name, column in columns.items():
                self.simulation.set_input(name, self.eternity, self.given[name])
                self.simulation.set_input(name + STATED, self.eternity, column.stated)

    def calculated(self) -> Any:
        """Reckon anew what surely is so, and what could be."""
        for name in ("surely", "could"):
            self.subjects.get_holder(name).delete_arrays()
        return [self.simulation.calculate(name, YEAR) for name in ("surely", "could")]

    def anew(self) -> Any:
        """Take all facts, and reckon."""
        self.set_inputs()
        return self.calculated()


def values(found: Any) -> list[bool | None]:
    """Return what surely is so, and what could be, as answers."""
    pairs = zip(*(one.tolist() for one in found), strict=True)
    return [True if surely else None if could else False for surely, could in pairs]


def add_inputs(system: Any, entity: Any, columns: Columns) -> Iterator[tuple[str, dict[str, Any]]]:
    """Add the variables of facts, and those that say where they are stated; yield their enums."""
    enums: Any = import_module("openfisca_core.indexed_enums")
    for name, column in columns.items():
        add(system, name + STATED, entity=entity, value_type=bool)
        if not column.members:
            kind = {"b": bool, "i": int, "f": float}[column.values.dtype.kind]
            add(system, name, entity=entity, value_type=kind)
            continue
        # The names of members are what its arrays are read from.
        members = enums.Enum(name, [(one.value, one.value) for one in column.members])
        add(
            system,
            name,
            entity=entity,
            value_type=enums.Enum,
            possible_values=members,
            default_value=next(iter(members)),
        )
        yield name, {one.name: one for one in members}


def as_method(formula: Formula) -> Any:
    """Return a formula as a function, which variables take as a method of theirs."""

    def reckoned(population: Any, period: Any) -> Any:
        return formula(population, period)

    return reckoned


def add(system: Any, name: str, **described: Any) -> None:
    """Add a variable that is as it is for ever, or with a formula for a year."""
    variables: Any = import_module("openfisca_core.variables")
    units: Any = import_module("openfisca_core.periods").DateUnit
    period = units.YEAR if "formula" in described else units.ETERNITY
    body = {"definition_period": period, "label": name, **described}
    system.add_variable(type(name, (variables.Variable,), body))
