"""Chapters 三（三）, 四（一） and 六: what to weigh, which places are meant, and the subsidy."""

from careplan.criteria import any_of
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.rooms import LISTED, LISTED_OR_LIKE, employer, venue
from careplan.text import Text
from careplan.verdicts import Benefit, ByReading, Definition

# Only area gets a figure, in 四（一）. The factors have no weights, so no score is made of
# them: a factor speaks for a room unless it is nil, and how much it says is for people.
DEFINITIONS = (
    Definition(
        clause=C["3.3"],
        part="places",
        term=Text(
            zh="公共场所须综合考虑的因素：面积、人流量、母婴逗留",
            en="factors to weigh of a place: area, footfall, stay of mothers and infants",
        ),
        criterion=any_of(
            venue.building_area_m2 > 0, venue.daily_visitors > 0, venue.mothers_and_infants_stay
        ),
    ),
    Definition(
        clause=C["3.3"],
        part="employers",
        term=Text(
            zh="用人单位须考虑的因素：孕期、哺乳期女职工人数",
            en="factor to weigh of an employer: pregnant and nursing employees",
        ),
        criterion=employer.pregnant_or_nursing_employees > 0,
    ),
    Definition(
        clause=C["4.1.c"],
        term=Text(zh="四（一）所列公共场所", en="public places that the area rule lists"),
        criterion=ByReading("place_list", {"closed": LISTED, "open": LISTED_OR_LIKE}),
    ),
)

# The text names neither amount nor beneficiary nor condition: the group is to seek money.
# So it is open only to whom money was in fact secured for, and unknown until that is stated.
BENEFITS = (
    Benefit(clause=C["6"], condition=venue.subsidy_secured),
    Benefit(clause=C["6"], part="employers", condition=employer.subsidy_secured),
)
