"""The offices the document names, as it prints them, and the bodies they are."""

from careplan import writing as w
from careplan.nouns.bodies import Body, Level

# fmt: off
OFFICES = w.office_table(
    ("市卫生健康局", Body.HEALTH, Level.CITY),
    ("市财政局", Body.FINANCE, Level.CITY),
    ("市交通运输局", Body.TRANSPORT, Level.CITY),
    ("市文广旅局", Body.CULTURE_TOURISM, Level.CITY),
    ("市商务局", Body.COMMERCE, Level.CITY),
    ("市政数局", Body.GOVERNMENT_SERVICES, Level.CITY),
    ("市住建局", Body.HOUSING_CONSTRUCTION, Level.CITY),
    ("市总工会", Body.TRADE_UNION, Level.CITY),
    ("市妇联", Body.WOMENS_FEDERATION, Level.CITY),
    ("火车站", Body.RAILWAY_STATION),
    ("市卫健局", Body.HEALTH, Level.CITY),
    ("总工会", Body.TRADE_UNION),
    ("卫生健康局", Body.HEALTH),
    ("行业主管部门", Body.SECTOR_AUTHORITY),
    # 谁管理、谁建设: no noun is printed for whoever manages a place; 属地: nor for who that is.
    ("场所管理者", Body.PLACE_MANAGER),
    ("属地", Body.LOCAL_GOVERNMENT),
    ("社会组织和团体", Body.SOCIAL_ORGANISATIONS),
    ("用人单位", Body.EMPLOYERS),
    ("市政府", Body.LOCAL_GOVERNMENT, Level.CITY),
    ("各部门", Body.DEPARTMENTS),
    ("各行业", Body.SECTOR_AUTHORITY),
    ("各有关部门和单位", Body.DEPARTMENTS),
    # One group under four names.
    ("双辽市母婴设施建设工作协调组", Body.COUNCIL, Level.CITY),
    ("市母婴设施建设工作协调组", Body.COUNCIL, Level.CITY),
    ("市母婴室设施建设工作协调组", Body.COUNCIL, Level.CITY),
    ("市工作协调组", Body.COUNCIL, Level.CITY),
    ("各成员单位", Body.MEMBER_UNITS),
)
# fmt: on
