"""Government bodies by what they do, whatever they are called locally, and their levels."""

from careplan.sources import Labelled


class Body(Labelled):
    """A body by its function. Local names differ per document and are resolved per plan."""

    HEALTH = ("health", "卫生健康部门", "health authority")
    EDUCATION = ("education", "教育部门", "education authority")
    CIVIL_AFFAIRS = ("civil_affairs", "民政部门", "civil affairs authority")
    MARKET_REGULATION = ("market_regulation", "市场监管部门", "market regulator")
    ADMIN_APPROVAL = ("admin_approval", "行政审批部门", "administrative approval office")
    STAFFING = ("staffing", "机构编制部门", "staffing office")


class Level(Labelled):
    """An administrative level, as far as a document names one."""

    CITY = ("city", "市级", "city")
    COUNTY = ("county", "县级", "county")


class Party(Labelled):
    """Someone a clause speaks of by role, not by office."""

    INSTITUTION = ("institution", "托育机构", "institution")
    REGISTRAR = ("registrar", "登记机关", "registering office")
