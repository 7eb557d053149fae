"""Bodies by what they do, and offices: a body by the name a document prints, at its level.

A document calls the same body by several names, and two documents may use one name for
two offices, so names are resolved per plan (`plan.office("市总工会")`).
"""

from careplan.base.text import Labelled, Unordered


class AnyBody(Labelled):
    """The base of all enums of bodies: derive your own from it.

    It has no members. Wherever a document or an answer holds a body, a member of any enum
    derived from it is taken.

    >>> class CountyBody(AnyBody):
    ...     MARKET_OFFICE = ("market_office", "市场办", "market office")
    >>> isinstance(CountyBody.MARKET_OFFICE, AnyBody), list(AnyBody)
    (True, [])
    """


class Body(AnyBody):
    """A body by its function, whatever it is called locally."""

    HEALTH = ("health", "卫生健康部门", "health authority")
    EDUCATION = ("education", "教育部门", "education authority")
    CIVIL_AFFAIRS = ("civil_affairs", "民政部门", "civil affairs authority")
    MARKET_REGULATION = ("market_regulation", "市场监管部门", "market regulator")
    ADMIN_APPROVAL = ("admin_approval", "行政审批部门", "administrative approval office")
    STAFFING = ("staffing", "机构编制部门", "staffing office")
    GOVERNMENT_SERVICES = ("government_services", "政务服务部门", "government services office")
    DEVELOPMENT_REFORM = ("development_reform", "发展改革部门", "development and reform authority")
    PUBLIC_SECURITY = ("public_security", "公安部门", "public security authority")
    FINANCE = ("finance", "财政部门", "finance authority")
    HUMAN_RESOURCES = ("human_resources", "人力资源社会保障部门", "human resources authority")
    NATURAL_RESOURCES = ("natural_resources", "自然资源部门", "natural resources authority")
    HOUSING_CONSTRUCTION = (
        "housing_construction",
        "住房城乡建设部门",
        "housing and construction authority",
    )
    EMERGENCY = ("emergency", "应急管理部门", "emergency management authority")
    FIRE_RESCUE = ("fire_rescue", "消防救援机构", "fire and rescue service")
    TAX = ("tax", "税务部门", "tax authority")
    LOCAL_FINANCE = ("local_finance", "地方金融部门", "local finance authority")
    BANKING_INSURANCE_REGULATION = (
        "banking_insurance_regulation",
        "银行保险监管机构",
        "banking and insurance regulator",
    )
    TRANSPORT = ("transport", "交通运输部门", "transport authority")
    CULTURE_TOURISM = ("culture_tourism", "文化旅游部门", "culture and tourism authority")
    COMMERCE = ("commerce", "商务部门", "commerce authority")
    RAILWAY_STATION = ("railway_station", "火车站", "railway station")
    PUBLICITY = ("publicity", "宣传部门", "publicity department")
    TRADE_UNION = ("trade_union", "工会", "trade union")
    YOUTH_LEAGUE = ("youth_league", "共青团", "youth league")
    WOMENS_FEDERATION = ("womens_federation", "妇联", "women's federation")
    FAMILY_PLANNING_ASSOCIATION = (
        "family_planning_association",
        "计划生育协会",
        "family planning association",
    )
    LOCAL_GOVERNMENT = ("local_government", "人民政府", "government")
    TOWNSHIP = ("township", "镇街", "town or sub-district")
    HEALTH_BODIES = (
        "health_bodies",
        "妇幼保健、疾控、卫生监督机构",
        "maternal-child, disease-control and health-supervision bodies",
    )
    MEDICAL_INSTITUTIONS = ("medical_institutions", "医疗卫生机构", "medical institutions")
    SCHOOLS = ("schools", "院校", "schools and universities")
    SECTOR_AUTHORITY = ("sector_authority", "行业主管部门", "sector authority")
    DEPARTMENTS = ("departments", "各部门", "departments")
    MEMBER_UNITS = ("member_units", "成员单位", "member units")
    COUNCIL = ("council", "协调机构", "council")
    COUNCIL_OFFICE = ("council_office", "协调机构办公室", "council's office")
    EMPLOYERS = ("employers", "用人单位", "employers")
    PLACE_MANAGER = ("place_manager", "场所管理者", "whoever manages the place")
    COMMUNITIES = ("communities", "社区", "communities")
    INSTITUTIONS = ("institutions", "托育机构", "institutions")
    MASS_ORGANISATIONS = ("mass_organisations", "群团和行业组织", "mass and industry organisations")
    SOCIAL_ORGANISATIONS = (
        "social_organisations",
        "社会组织和团体",
        "social organisations and groups",
    )


class Level(Unordered):
    """An administrative level, as far as a document names one."""

    NATIONAL = ("national", "国家级", "national")
    PROVINCE = ("province", "省级", "province")
    CITY = ("city", "市级", "city")
    COUNTY = ("county", "县级", "county")
    ZONE = ("zone", "开发区、特区", "development or special zone")
    TOWN = ("town", "乡镇街道", "town")
    GRASSROOTS = ("grassroots", "基层", "grass-roots")  # within one unit, as of a union


class Party(Labelled):
    """Someone a clause speaks of by role, not by office."""

    INSTITUTION = ("institution", "托育机构", "institution")
    REGISTRAR = ("registrar", "登记机关", "registering office")


class Role(Labelled):
    """What part a body has in a task."""

    LEAD = ("lead", "牵头单位", "lead")
    SUPPORT = ("support", "责任单位", "support")
    TERRITORIAL = ("territorial", "属地责任", "territorial responsibility")
    ACTING = ("acting", "承担单位", "acting")
    MEMBER = ("member", "成员单位", "member of a council")
