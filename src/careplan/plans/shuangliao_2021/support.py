"""Chapters 四（一） and 六: which places are meant, and the subsidy."""

from careplan.base.text import Text
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Definition
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.rooms import LISTED, LISTED_OR_LIKE, employer, venue

DEFINITIONS = (
    Definition(
        clause=C["4.1.c"],
        term=Text(zh="四（一）所列公共场所", en="public places that the area rule lists"),
        criterion=ByReading("place_list", {"closed": LISTED, "open": LISTED_OR_LIKE}),
    ),
)

# The text names neither amount nor beneficiary nor condition: the group is to seek money.
# So it is open only to whom money was in fact secured for, and unknown until that is stated.
# Nobody is said to give it, so nobody owes it; that the group is to seek it is its task.
BENEFITS = (
    Benefit(clause=C["6"], condition=venue.subsidy_secured),
    Benefit(clause=C["6"], part="employers", condition=employer.subsidy_secured),
)
