"""The offices the document names, as it prints them, and the bodies they are."""

from careplan import writing as w
from careplan.nouns.bodies import Body, Level

# fmt: off
OFFICES = w.office_table(
    ("工会组织", Body.TRADE_UNION),
    ("机构编制部门", Body.STAFFING),
    ("民政部门", Body.CIVIL_AFFAIRS),
    ("市场监管部门", Body.MARKET_REGULATION),
    ("卫健部门", Body.HEALTH),
    ("街道办事处", Body.TOWNSHIP, Level.TOWN),
    ("镇人民政府", Body.TOWNSHIP, Level.TOWN),
    # 会同区教育、公安、…等部门: the first word says of which level the nine are.
    ("教育", Body.EDUCATION, Level.COUNTY),
    ("公安", Body.PUBLIC_SECURITY, Level.COUNTY),
    ("民政", Body.CIVIL_AFFAIRS, Level.COUNTY),
    ("人力社保", Body.HUMAN_RESOURCES, Level.COUNTY),
    ("住房城乡建设", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("卫生健康", Body.HEALTH, Level.COUNTY),
    ("应急管理", Body.EMERGENCY, Level.COUNTY),
    ("市场监管", Body.MARKET_REGULATION, Level.COUNTY),
    ("消防救援", Body.FIRE_RESCUE, Level.COUNTY),
    ("区卫生健康委", Body.HEALTH, Level.COUNTY),
    ("区委编办", Body.STAFFING, Level.COUNTY),
    ("区发展改革委", Body.DEVELOPMENT_REFORM, Level.COUNTY),
    ("区教育局", Body.EDUCATION, Level.COUNTY),
    ("公安宝坻分局", Body.PUBLIC_SECURITY, Level.COUNTY),
    ("区民政局", Body.CIVIL_AFFAIRS, Level.COUNTY),
    ("区财政局", Body.FINANCE, Level.COUNTY),
    ("区人力社保局", Body.HUMAN_RESOURCES, Level.COUNTY),
    ("区规划和自然资源局", Body.NATURAL_RESOURCES, Level.COUNTY),
    ("区住建委", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("区应急局", Body.EMERGENCY, Level.COUNTY),
    ("区市场监管局", Body.MARKET_REGULATION, Level.COUNTY),
    ("区政务服务办", Body.GOVERNMENT_SERVICES, Level.COUNTY),
    ("区税务局", Body.TAX, Level.COUNTY),
    ("区金融局", Body.LOCAL_FINANCE, Level.COUNTY),
    ("区消防支队", Body.FIRE_RESCUE, Level.COUNTY),
    ("工会", Body.TRADE_UNION),
    ("共青团", Body.YOUTH_LEAGUE),
    ("妇联", Body.WOMENS_FEDERATION),
    ("计划生育协会", Body.FAMILY_PLANNING_ASSOCIATION),
    # 区域内: those of a town's or sub-district's own area.
    ("社区卫生服务中心", Body.MEDICAL_INSTITUTIONS, Level.TOWN),
    ("市场监管所", Body.MARKET_REGULATION, Level.TOWN),
    ("派出所", Body.PUBLIC_SECURITY, Level.TOWN),
    ("用人单位", Body.EMPLOYERS),
    ("医疗保健机构", Body.MEDICAL_INSTITUTIONS),
    # 街镇 and 街镇政府 stand for sub-district offices and town governments together: one body
    # under several names, all asked the same.
    ("街镇", Body.TOWNSHIP, Level.TOWN),
    ("街镇政府", Body.TOWNSHIP, Level.TOWN),
    ("相关职能部门", Body.DEPARTMENTS),
    ("区人民政府", Body.LOCAL_GOVERNMENT, Level.COUNTY),
    # "Our district" is the subject of 一, said by the district government's office.
    ("我区", Body.LOCAL_GOVERNMENT, Level.COUNTY),
    ("政府", Body.LOCAL_GOVERNMENT),
    ("区婴幼儿照护服务发展工作联席会议", Body.COUNCIL, Level.COUNTY),
    ("联席会议", Body.COUNCIL, Level.COUNTY),
    ("相关行业组织", Body.MASS_ORGANISATIONS),
    ("相关部门", Body.DEPARTMENTS),
    ("托育机构", Body.INSTITUTIONS),
)
# fmt: on
