"""Offices: a body by the name a document prints, at its level.

A document calls the same body by several names, and two documents may use one name for
two offices, so names are resolved per plan (`plan.office("市总工会")`).
"""

import attrs

from careplan.base.errors import (
    InvalidInput,
    Problem,
    all_unknown,
    check_type,
    inside,
    not_found,
)
from careplan.base.frozenmap import frozen
from careplan.documents.encoded import Encoded
from careplan.fields.checking import entries_of
from careplan.fields.shapes import NAME, kept
from careplan.nouns.bodies import AnyBody, Level


@frozen
class Office(Encoded):
    """A body under the name a document prints, at its level (None: not stated).

    `own_name` marks one of several of its kind that has a name of its own, such as one town: what
    is asked of another town is not asked of it.
    """

    name: str = attrs.field(metadata=kept(NAME))
    body: AnyBody
    level: Level | None = None
    own_name: bool = False

    def concerns(self, asked: "AnyBody | Office") -> bool:
        """Say whether what is asked of the office concerns a body, or an office, asked about."""
        return self.body is asked if isinstance(asked, AnyBody) else self.includes(asked)

    def includes(self, other: "Office") -> bool:
        """Say whether what is asked of this office is asked of `other`, as far as names tell.

        It is where the names are the same; else where both are of one body and of levels that
        do not differ, unless each goes by a name of its own. An office without a level may be
        of any, whether it is printed or asked about. Raises InvalidInput for what is no Office.

        >>> from careplan.nouns.bodies import Body
        >>> city, county = (Office(name, Body.HEALTH, level) for name, level in
        ...     (("市卫健委", Level.CITY), ("县卫健局", Level.COUNTY)))
        >>> Office("卫健部门", Body.HEALTH).includes(city), county.includes(city)
        (True, False)
        """
        check_type(other, Office, "other")
        if self.name == other.name:
            return True
        # One town is not another, though both are of one body and one level.
        if self.body is not other.body or (self.own_name and other.own_name):
            return False
        return self.level is other.level or None in {self.level, other.level}


# A body, with its level where the text names one, stands for the office of the name it goes by.
OfficeGiven = Office | AnyBody | tuple[AnyBody, Level]


def office_table(
    *rows: tuple[str, AnyBody] | tuple[str, AnyBody, Level], own_names: str = ""
) -> dict[str, Office]:
    """Make offices of rows (name as printed, body, level if named).

    `own_names` are those of offices that are one of several of their kind, apart by spaces.
    Raises InvalidInput for rows of another shape and for a name that stands twice, NotFound for
    an own name without a row.

    >>> from careplan.nouns.bodies import Body
    >>> office_table(("市卫健委", Body.HEALTH, Level.CITY))["市卫健委"].body
    Body.HEALTH
    """
    check_type(own_names, str, "own_names")
    own = frozenset(own_names.split())
    found: list[Problem] = []
    offices: dict[str, Office] = {}
    for index, row in enumerate(rows):
        path = f"rows[{index}]"
        if not isinstance(row, tuple | list) or len(row) not in {2, 3}:
            expected = {"expected": "(name, AnyBody) | (name, AnyBody, Level)"}
            found.append(Problem(path, "wrong_type", row, expected))
            continue
        try:
            office = attrs.evolve(Office(*row), own_name=row[0] in own)
        except InvalidInput as error:
            found += error.inside(path)
            continue
        if offices.setdefault(office.name, office) != office:
            found.append(Problem(path, "duplicate", office.name))
    if found:
        raise InvalidInput(found)
    unknown = not_found("office", (n for n in own_names.split() if n not in offices), offices)
    if unknown:
        raise all_unknown("own_names", unknown)
    return offices


def offices_by_name(given: object) -> dict[str, Office]:
    """Return offices by name; a body, or a body and its level, stands for the office of its key.

    Raises InvalidInput for anything else.

    >>> from careplan.nouns.bodies import Body
    >>> offices_by_name({"县卫健局": (Body.HEALTH, Level.COUNTY)})["县卫健局"].level
    Level.COUNTY
    """
    entries = entries_of(given)
    if entries is None or not all(type(name) is str for name, _ in entries):
        expected = {"expected": "Mapping[str, AnyBody | (AnyBody, Level) | Office]"}
        raise InvalidInput([Problem("offices", "wrong_type", given, expected)])
    found: list[Problem] = []
    offices: dict[str, Office] = {}
    for name, one in entries:
        row = one if isinstance(one, tuple | list) else (one,)
        if len(row) not in {1, 2}:
            pair = {"expected": "AnyBody | (AnyBody, Level)"}
            found.append(Problem(inside("offices", name), "wrong_type", one, pair))
            continue
        try:
            offices[name] = one if isinstance(one, Office) else Office(name, *row)
        except InvalidInput as error:
            found += error.inside(inside("offices", name))
    if found:
        raise InvalidInput(found)
    return offices
