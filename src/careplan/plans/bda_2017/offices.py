"""The offices the document names, as it prints them, and the bodies they are.

The zone union is written 区 (as of a district), the union above it 市: Beijing's. Those below it,
and their committees, are grass-roots unions: what is asked of them is not asked of the zone's.
"""

from careplan import writing as w
from careplan.nouns.bodies import Body, Level

# fmt: off
OFFICES = w.office_table(
    ("区总工会女职工委员会", Body.TRADE_UNION, Level.COUNTY),
    ("区总工会", Body.TRADE_UNION, Level.COUNTY),
    ("区总女工部", Body.TRADE_UNION, Level.COUNTY),
    ("北京经济技术开发区总工会", Body.TRADE_UNION, Level.COUNTY),
    ("各基层工会", Body.TRADE_UNION, Level.GRASSROOTS),
    ("各基层工会女职工委员会", Body.TRADE_UNION, Level.GRASSROOTS),
    ("单位工会", Body.TRADE_UNION, Level.GRASSROOTS),
    ("市总工会", Body.TRADE_UNION, Level.CITY),
    ("市总", Body.TRADE_UNION, Level.CITY),
    ("园区物业", Body.PLACE_MANAGER),
    ("各单位", Body.EMPLOYERS),
)
# fmt: on
