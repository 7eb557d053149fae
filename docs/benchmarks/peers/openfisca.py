"""OpenFisca-core: the facts as input variables, each with one that says where it is stated.

Its arrays have no blanks, so the answer is a variable of three numbers: 0 no, 1 open, 2 yes. Its
formula reads the variables and reckons with arrays of numpy, as formulas of OpenFisca do. Rooms
are the members of a venue.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import attrs
import numpy as np
from benchmarks.drawn import Column, Drawn
from benchmarks.peers.numpy import WRITTEN

STATED = "__stated"
KEPT = "kept"
YEAR = "2026"  # a formula is of some period; the facts are as they are for ever


def simulation(key: str, drawn: Drawn) -> Callable[[], Any]:
    """Return what reckons the answers of all subjects anew, its inputs being set."""
    made, subjects = prepared(key, drawn)

    def reckoned() -> Any:
        subjects.get_holder(KEPT).delete_arrays()
        return made.calculate(KEPT, YEAR)

    return reckoned


def anew(key: str, drawn: Drawn) -> Callable[[], Any]:
    """Return what takes the facts from arrays of numpy, and then reckons the answers."""
    made, subjects = prepared(key, drawn)

    def reckoned() -> Any:
        subjects.get_holder(KEPT).delete_arrays()
        set_inputs(made, drawn)
        return made.calculate(KEPT, YEAR)

    return reckoned


def values(answers: Any) -> list[bool | None]:
    """Return the three numbers as answers."""
    return [(False, None, True)[one] for one in answers.tolist()]


def prepared(key: str, drawn: Drawn) -> tuple[Any, Any]:
    """Return a simulation with its inputs, and the population that is asked."""
    entities: Any = import_module("openfisca_core.entities")
    systems: Any = import_module("openfisca_core.taxbenefitsystems")
    simulations: Any = import_module("openfisca_core.simulations")
    member = entities.build_entity("member", "members", "what is asked about", is_person=True)
    listed = [member]
    if drawn.inner:
        role = [{"key": "room", "plural": "rooms_of", "label": "a room of it"}]
        listed.append(entities.build_entity("venue", "venues", "public place", roles=role))
    asked = listed[-1]
    system = systems.TaxBenefitSystem(listed)
    for name, column in drawn.columns.items():
        add_inputs(system, asked, name, column)
    for name, column in drawn.inner.items():
        add_inputs(system, member, name, column)
    members = {name: one.members for name, one in drawn.columns.items()}
    add(system, KEPT, entity=asked, value_type=int, formula=formula(key, members, drawn))
    populations = system.instantiate_entities()
    subjects = populations[asked.key]
    sizes = {member.key: len(drawn.owner) if drawn.inner else drawn.rows, asked.key: drawn.rows}
    for name, population in populations.items():
        population.count = sizes[name]
        population.ids = np.arange(sizes[name])
    if drawn.inner:
        subjects.members_entity_id = drawn.owner
    made = simulations.Simulation(system, populations)
    set_inputs(made, drawn)
    return made, subjects


def set_inputs(made: Any, drawn: Drawn) -> None:
    """Give a simulation all facts, from arrays of numpy."""
    eternity: Any = import_module("openfisca_core.periods").ETERNITY
    for columns in (drawn.columns, drawn.inner):
        for name, column in columns.items():
            made.set_input(name, eternity, column.values)
            made.set_input(name + STATED, eternity, column.stated)


def add_inputs(system: Any, entity: Any, name: str, column: Column) -> None:
    """Add the variable of a fact, and the one that says where it is stated."""
    kind = {"b": bool, "i": int, "f": float}[column.values.dtype.kind]
    add(system, name + STATED, entity=entity, value_type=bool)
    if not column.members:
        add(system, name, entity=entity, value_type=kind)
        return
    enums: Any = import_module("openfisca_core.indexed_enums")
    named = [(one.name, one.value) for one in column.members]
    members = enums.Enum(f"{name}_members", named)
    add(
        system,
        name,
        entity=entity,
        value_type=enums.Enum,
        possible_values=members,
        default_value=next(iter(members)),
    )


def add(system: Any, name: str, **described: Any) -> None:
    """Add a variable that is as it is for ever, or with a formula for a year."""
    variables: Any = import_module("openfisca_core.variables")
    units: Any = import_module("openfisca_core.periods").DateUnit
    period = units.YEAR if "formula" in described else units.ETERNITY
    body = {"definition_period": period, "label": name, **described}
    system.add_variable(type(name, (variables.Variable,), body))


@attrs.frozen(eq=False)
class Read(Mapping[str, Column]):
    """The columns of a population, as its variables have them."""

    population: Any
    period: Any
    members: Mapping[str, tuple[Any, ...]]

    def __getitem__(self, name: str) -> Column:
        read = self.population
        found, stated = read(name, self.period), read(name + STATED, self.period)
        return Column(np.asarray(found), stated, self.members.get(name, ()))

    def __iter__(self) -> Any:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)


def formula(key: str, members: Mapping[str, tuple[Any, ...]], drawn: Drawn) -> Any:
    """Return the formula of a task."""

    def reckoned(population: Any, period: Any) -> Any:
        columns = Read(population, period, members)
        inner = (
            Read(population.members, period, dict.fromkeys(drawn.inner, ())) if drawn.inner else {}
        )
        masks = WRITTEN[key](Drawn(columns, inner, drawn.owner))
        return masks.sure.astype(np.int32) + masks.could

    return reckoned
