"""Who acts: bodies by what they do, offices by their local name, tasks, and councils.

A document calls the same body by several names, and two documents may use one name for
two offices, so names are resolved per plan (`plan.office("市总工会")`).
"""

from collections.abc import Iterable, Mapping

import attrs

from careplan.encoded import Encoded, duplicates, read_shape
from careplan.errors import InvalidInput, Problem, all_unknown, check_type, look_up, not_found
from careplan.kinds import CountKind, PartKind
from careplan.shapes import NAME, MapOf, kept
from careplan.sources import Clause
from careplan.text import Labelled, Text, Unordered
from careplan.truth import Outcome
from careplan.verdicts import Cited


class Body(Labelled):
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


class Level(Unordered):
    """An administrative level, as far as a document names one."""

    NATIONAL = ("national", "国家级", "national")
    PROVINCE = ("province", "省级", "province")
    CITY = ("city", "市级", "city")
    COUNTY = ("county", "县级", "county")
    TOWN = ("town", "乡镇街道", "town")


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


@attrs.frozen
class Office(Encoded):
    """A body under the name a document prints, at its level (None: not stated)."""

    name: str = attrs.field(metadata=kept(NAME))
    body: Body
    level: Level | None = None


@attrs.frozen(kw_only=True)
class Task(Cited):
    """What a clause asks of offices: who leads, supports, answers for a territory, or acts.

    The lists keep the printed order; `open_list` says that the text ends them with "and
    so on".
    """

    lead: tuple[Office, ...] = ()
    support: tuple[Office, ...] = ()
    territorial: tuple[Office, ...] = ()
    acting: tuple[Office, ...] = ()
    open_list: bool = False

    def offices(self, role: Role | None = None) -> tuple[Office, ...]:
        """Return the offices in a role, or all of them; raises InvalidInput for no Role."""
        if role is not None:
            check_type(role, Role, "role")
        by_role = {
            Role.LEAD: self.lead,
            Role.SUPPORT: self.support,
            Role.TERRITORIAL: self.territorial,
            Role.ACTING: self.acting,
        }
        return by_role[role] if role is not None else sum(by_role.values(), ())

    def roles_of(self, body: Body) -> tuple[Role, ...]:
        """Return every role a body has in the task."""
        return tuple(r for r in Role if any(o.body is body for o in self.offices(r)))


@attrs.frozen(kw_only=True)
class Meeting(Cited):
    """A kind of meeting. The bounds are per year; None where the text gives none.

    "In principle" softens: more meetings than `most_per_year` are no breach.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    chaired_by: Text
    least_per_year: int | None = None
    most_per_year: int | None = None
    in_principle: bool = False

    def _contradictions(self) -> Iterable[Problem]:
        least, most = self.least_per_year, self.most_per_year
        if least is not None and most is not None and most < least:
            yield Problem("most_per_year", "too_small", most, {"minimum": least})

    def kept(self, held: int) -> Outcome:
        """Say whether `held` meetings in a year keep the clause.

        NOT_MEASURABLE where the text gives no number. Raises InvalidInput for no count.
        """
        problems: list[Problem] = []
        held = read_shape(CountKind(), held, "held", problems)
        if problems:
            raise InvalidInput(problems)
        least, most = self.least_per_year, self.most_per_year
        if least is None and most is None:
            return Outcome.NOT_MEASURABLE
        too_few = least is not None and held < least
        too_many = most is not None and held > most and not self.in_principle
        return Outcome.NOT_MET if too_few or too_many else Outcome.MET


@attrs.frozen(kw_only=True)
class Council(Cited):
    """A conference or group that coordinates: who calls it, who belongs, how it meets.

    `lead` is kept apart from `members`: texts leave open whether it counts among them.
    `office_director` heads the office at `office_at`; `liaison` is who each member sends.
    """

    key: str = attrs.field(metadata=kept(NAME))
    name: str = attrs.field(metadata=kept(NAME))
    aliases: tuple[str, ...] = ()
    convenor: Text | None = None
    deputies: tuple[Text, ...] = ()
    lead: Office | None = None
    members: tuple[Office, ...] = ()
    open_list: bool = False
    office_at: Office | None = None
    office_director: Text | None = None
    liaison: Text | None = None
    meetings: tuple[Meeting, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        return duplicates("meetings", (meeting.key for meeting in self.meetings))

    def meeting(self, key: object) -> Meeting:
        """Return a kind of meeting by its key, or raise NotFound."""
        return look_up("meeting", key, {meeting.key: meeting for meeting in self.meetings})


def office_table(*rows: tuple[str, Body] | tuple[str, Body, Level]) -> dict[str, Office]:
    """Make offices of rows (name as printed, body, level if named).

    Raises InvalidInput for rows of another shape and for a name that stands twice.

    >>> office_table(("市卫健委", Body.HEALTH, Level.CITY))["市卫健委"].body
    Body.HEALTH
    """
    found: list[Problem] = []
    offices: dict[str, Office] = {}
    for index, row in enumerate(rows):
        path = f"rows[{index}]"
        if not isinstance(row, tuple | list) or len(row) not in {2, 3}:
            expected = {"expected": "(name, Body) | (name, Body, Level)"}
            found.append(Problem(path, "wrong_type", row, expected))
            continue
        try:
            office = Office(*row)
        except InvalidInput as error:
            found += error.inside(path)
            continue
        if offices.setdefault(office.name, office) != office:
            found.append(Problem(path, "duplicate", office.name))
    if found:
        raise InvalidInput(found)
    return offices


def named(offices: Mapping[str, Office], names: str) -> tuple[Office, ...]:
    """Return the offices of names separated by spaces, in order.

    Raises NotFound for the names that are unknown, InvalidInput for what is no text.

    >>> offices = office_table(("甲局", Body.HEALTH), ("乙局", Body.EDUCATION))
    >>> [office.body for office in named(offices, "乙局 甲局")]
    [Body.EDUCATION, Body.HEALTH]
    """
    _check_maps(offices=(Office, offices))
    check_type(names, str, "names")
    unknown = not_found("office", (one for one in names.split() if one not in offices), offices)
    if unknown:
        raise all_unknown("names", unknown)
    return tuple(offices[name] for name in names.split())


def _check_maps(**maps: tuple[type, object]) -> None:
    problems: list[Problem] = []
    for path, (cls, given_map) in maps.items():
        read_shape(MapOf(PartKind(cls)), given_map, path, problems)
    if problems:
        raise InvalidInput(problems)


_TASK_ROW = ("clause", "lead", "support", "acting", "territorial")


def task_table(
    clauses: Mapping[str, Clause],
    offices: Mapping[str, Office],
    *rows: tuple[str, str, str, str, str],
) -> tuple[Task, ...]:
    """Make tasks of rows (clause, lead, support, acting, territorial), names apart by spaces.

    "等" at the end of the supporting offices says that the text leaves the list open. Raises
    InvalidInput for rows of another shape, NotFound for an unknown clause or office.

    >>> from careplan.sources import Modality, by_number, clause_table
    >>> clauses = by_number(clause_table(("1", "一", Modality.MUST, "甲", "A.")))
    >>> offices = office_table(("甲局", Body.HEALTH), ("乙局", Body.EDUCATION))
    >>> (task,) = task_table(clauses, offices, ("1", "甲局", "乙局 等", "", ""))
    >>> task.lead[0].body, task.open_list
    (Body.HEALTH, True)
    """
    _check_maps(clauses=(Clause, clauses), offices=(Office, offices))
    found = [
        Problem(f"rows[{index}]", "wrong_type", row, {"expected": f"({', '.join(_TASK_ROW)})"})
        for index, row in enumerate(rows)
        if not isinstance(row, tuple | list) or [type(one) for one in row] != [str] * len(_TASK_ROW)
    ]
    if found:
        raise InvalidInput(found)
    numbers = (row[0] for row in rows if row[0] not in clauses)
    names = (
        name
        for _, lead, support, *others in rows
        for name in " ".join((lead, support.removesuffix("等"), *others)).split()
        if name not in offices
    )
    unknown = not_found("clause", numbers, clauses) + not_found("office", names, offices)
    if unknown:
        raise all_unknown("rows", unknown)
    tasks = []
    for number, lead, support, acting, territorial in rows:
        listed = support.removesuffix("等")
        tasks.append(
            Task(
                clause=clauses[number],
                lead=named(offices, lead),
                support=named(offices, listed),
                acting=named(offices, acting),
                territorial=named(offices, territorial),
                open_list=listed != support,
            )
        )
    return tuple(tasks)
