"""The preface: what the two kinds of room are called."""

from careplan.base.text import Text
from careplan.documents.rules import Definition
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.criteria import IS_CARE_ROOM, IS_HUT

# Where a room stands is no part of what it is: the form of annex 2 also offers office
# buildings and public places for a hut.
DEFINITIONS = (
    Definition(
        clause=C["0.def"],
        part="mummy_hut",
        term=Text(zh="爱心妈咪小屋", en="mummy hut"),
        criterion=IS_HUT,
    ),
    Definition(
        clause=C["0.def"],
        part="care_room",
        term=Text(zh="母婴关爱室", en="care room"),
        criterion=IS_CARE_ROOM,
    ),
)
