"""The offices the document names, as it prints them, the bodies they are, and its lists of them."""

from careplan import writing as w
from careplan.base.text import Words
from careplan.documents.chapters.drafts import Draft
from careplan.nouns.bodies import Body, Level

# fmt: off
OFFICES = w.office_table(
    ("区人力资源社会保障局", Body.HUMAN_RESOURCES, Level.COUNTY),
    ("区总工会", Body.TRADE_UNION, Level.COUNTY),
    ("区妇联", Body.WOMENS_FEDERATION, Level.COUNTY),
    ("各镇街", Body.TOWNSHIP, Level.TOWN),
    ("区卫生健康局", Body.HEALTH, Level.COUNTY),
    ("区发展改革局", Body.DEVELOPMENT_REFORM, Level.COUNTY),
    ("区住房城乡建设局", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("市公安局大洼分局", Body.PUBLIC_SECURITY, Level.CITY),
    ("区委宣传部", Body.PUBLICITY, Level.COUNTY),
    ("区教育局", Body.EDUCATION, Level.COUNTY),
    ("团区委", Body.YOUTH_LEAGUE, Level.COUNTY),
    ("区财政局", Body.FINANCE, Level.COUNTY),
    ("区民政局", Body.CIVIL_AFFAIRS, Level.COUNTY),
    ("住房城乡建设部", Body.HOUSING_CONSTRUCTION, Level.NATIONAL),
    ("市自然资源局大洼分局", Body.NATURAL_RESOURCES, Level.CITY),
    ("区发展和改革局", Body.DEVELOPMENT_REFORM, Level.COUNTY),
    ("区住房和城乡建设局", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("区应急局", Body.EMERGENCY, Level.COUNTY),
    ("同级卫生健康部门", Body.HEALTH),
    ("区委编办", Body.STAFFING, Level.COUNTY),
    ("区市场监管局", Body.MARKET_REGULATION, Level.COUNTY),
    ("区卫健部门", Body.HEALTH, Level.COUNTY),
    ("区税务局", Body.TAX, Level.COUNTY),
    ("卫生健康部门", Body.HEALTH),
    ("发展改革部门", Body.DEVELOPMENT_REFORM),
    ("教育部门", Body.EDUCATION),
    ("公安部门", Body.PUBLIC_SECURITY),
    ("行政审批部门", Body.ADMIN_APPROVAL),
    ("民政部门", Body.CIVIL_AFFAIRS),
    ("财政部门", Body.FINANCE),
    ("人力资源社会保障部门", Body.HUMAN_RESOURCES),
    ("自然资源部门", Body.NATURAL_RESOURCES),
    # The ministry (住房城乡建设部) only wrote the standards: the departments are the district's.
    ("住房城乡建设部门", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("应急管理部门", Body.EMERGENCY),
    ("消防部门", Body.FIRE_RESCUE),
    ("税务部门", Body.TAX),
    ("市场监管部门", Body.MARKET_REGULATION),
    ("工会组织", Body.TRADE_UNION),
    ("共青团组织", Body.YOUTH_LEAGUE),
    ("妇联组织", Body.WOMENS_FEDERATION),
    # 五（二） has them short. The annex has them in full, and these stand first: they are what
    # an answer prints that knows a body only, such as a registrar.
    ("机构编制", Body.STAFFING),
    ("发展改革", Body.DEVELOPMENT_REFORM),
    ("教育", Body.EDUCATION),
    ("公安", Body.PUBLIC_SECURITY),
    ("民政", Body.CIVIL_AFFAIRS),
    ("财政", Body.FINANCE),
    ("人社", Body.HUMAN_RESOURCES),
    ("自然资源", Body.NATURAL_RESOURCES),
    ("住房城乡建设", Body.HOUSING_CONSTRUCTION, Level.COUNTY),
    ("应急管理", Body.EMERGENCY),
    ("市场监管", Body.MARKET_REGULATION),
    ("税务", Body.TAX),
    ("工会", Body.TRADE_UNION),
    ("共青团", Body.YOUTH_LEAGUE),
    ("妇联", Body.WOMENS_FEDERATION),
    ("区卫生健康部门", Body.HEALTH, Level.COUNTY),
    ("各级妇幼保健机构", Body.HEALTH_BODIES),
    ("社区卫生服务中心(站)", Body.MEDICAL_INSTITUTIONS),
    ("镇(街道)", Body.TOWNSHIP, Level.TOWN),
    ("村(社区)", Body.COMMUNITIES),
    ("各级政府", Body.LOCAL_GOVERNMENT),
    ("区", Body.LOCAL_GOVERNMENT, Level.COUNTY),
    ("区妇幼保健机构", Body.HEALTH_BODIES, Level.COUNTY),
    ("疾病预防控制机构", Body.HEALTH_BODIES, Level.COUNTY),
    ("卫生监督机构", Body.HEALTH_BODIES, Level.COUNTY),
    ("婴幼儿照护服务机构", Body.INSTITUTIONS),
    ("用人单位", Body.EMPLOYERS),
    ("机关、企事业单位", Body.EMPLOYERS),
    ("社会组织", Body.SOCIAL_ORGANISATIONS),
    ("中等职业学校", Body.SCHOOLS),
    ("各相关部门", Body.DEPARTMENTS),
    ("政府", Body.LOCAL_GOVERNMENT),
    # Three of one body. 各级 are of the first sort only: disease control and supervision are none
    # of them, and the district's own is, so 三（一）3 names it beside them.
    own_names="各级妇幼保健机构 区妇幼保健机构 疾病预防控制机构 卫生监督机构",
)
# fmt: on


def by_list(
    units: str,
    title: Words | None = None,
    *,
    acting: str = "",
    part: str = "",
    modality: w.Modality | None = None,
) -> Draft[w.Task]:
    """Return what is asked of a list of responsible units, in its printed order.

    The first leads (3.0.leadrule); each list is open (等部门) and ends with the towns' responsibility.
    A sentence without a subject is answered for by the list that closes its item, with a part for
    each of two things it asks, or for one beside its rule or benefit. Where it names whom the list
    relies on, or the levels it binds together, those act.
    """
    lead, _, support = units.partition(" ")
    return w.task(
        title,
        lead=lead,
        support=f"{support} 等",
        territorial="各镇街",
        acting=acting,
        part=part,
        modality=modality,
    )
