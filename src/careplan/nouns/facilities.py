"""Venues, employers and the rooms in them: the facts the documents' clauses read.

A fact is stated or None. Areas are in square metres. "Judgements" are facts the text
leaves to somebody's discretion, stated by whoever answers for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from careplan.base.errors import Problem
from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import (
    PERSONS,
    SQUARE_METRES,
    YUAN,
    Noun,
    choice,
    choices,
    count,
    flag,
    items,
    number,
    table,
)
from careplan.nouns.care.nursing import NursingEmployee


class VenueCategory(Labelled):
    """Kinds of public place that a clause lists; OTHER is a place no list names."""

    TRANSPORT_HUB = ("transport_hub", "交通枢纽", "transport hub")
    COMMERCIAL_CENTRE = ("commercial_centre", "商业中心", "commercial centre")
    HOSPITAL = ("hospital", "医院", "hospital")
    COACH_STATION = ("coach_station", "汽车客运站", "coach station")
    INTEGRATED_PASSENGER_HUB = (
        "integrated_passenger_hub",
        "综合客运枢纽",
        "integrated passenger hub",
    )
    CULTURAL_CENTRE = ("cultural_centre", "文化活动中心", "cultural activity centre")
    COMMUNITY_SERVICE_CENTRE = (
        "community_service_centre",
        "社区服务中心",
        "community service centre",
    )
    GOVERNMENT_SERVICE_CENTRE = (
        "government_service_centre",
        "政务服务中心",
        "government service centre",
    )
    SCENIC_AREA = ("scenic_area", "旅游景区", "scenic area")
    AMUSEMENT_VENUE = ("amusement_venue", "游览娱乐场所", "amusement venue")
    CHARACTERISTIC_PARK = ("characteristic_park", "特色园区", "characteristic business park")
    STATION = ("station", "车站", "station")
    SHOP = ("shop", "商场", "shop")
    CULTURE_OR_TOURISM = ("culture_or_tourism", "文化旅游场所", "cultural or tourist place")
    RAILWAY_STATION = ("railway_station", "火车站", "railway station")
    METRO_STATION = ("metro_station", "地铁站", "metro station")
    AIRPORT = ("airport", "机场", "airport")
    PASSENGER_PORT = ("passenger_port", "客运码头", "passenger port")
    SERVICE_AREA = ("service_area", "高速公路服务区", "expressway service area")
    LIBRARY = ("library", "图书馆", "library")
    MUSEUM = ("museum", "博物馆", "museum")
    EXHIBITION_HALL = ("exhibition_hall", "展览馆", "exhibition hall")
    THEATRE = ("theatre", "影剧院", "theatre or cinema")
    STADIUM = ("stadium", "体育场馆", "sports venue")
    PARK = ("park", "公园", "park")
    UNIVERSITY = ("university", "高等院校", "university or college")
    OTHER = ("other", "其他场所", "other place")


class EmployerKind(Labelled):
    """Kinds of employer that clauses tell apart."""

    STATE_ORGAN = ("state_organ", "机关", "state organ")
    ENTERPRISE = ("enterprise", "企业", "enterprise")
    PUBLIC_INSTITUTION = ("public_institution", "事业单位", "public institution")
    OTHER = ("other", "其他用人单位", "other employer")


class RoomUse(Labelled):
    """What a room is for, in the document's own term."""

    MOTHER_AND_BABY = ("mother_and_baby", "母婴室", "mother-and-baby room")
    REST_AND_LACTATION = ("rest_and_lactation", "女职工休息哺乳室", "rest and lactation room")
    NURSERY = ("nursery", "育婴室", "nursery room")
    LACTATION = ("lactation", "哺乳室", "lactation room")
    SPECIAL_CARE = ("special_care", "女职工特殊关爱室", "special care room for women workers")
    MUMMY_HUT = ("mummy_hut", "爱心妈咪小屋", "mummy hut")
    CARE_ROOM = ("care_room", "母婴关爱室", "care room")


class Equipment(Labelled):
    """Things a room is fitted with, counted."""

    TABLE = ("table", "桌子", "table")
    CHAIR = ("chair", "椅子", "chair")
    POWER_SOCKET = ("power_socket", "电源插座", "power socket")
    REFRIGERATOR = ("refrigerator", "冰箱", "refrigerator")
    MICROWAVE = ("microwave", "微波炉", "microwave")
    WATER_DISPENSER = ("water_dispenser", "饮水机", "water dispenser")
    STORAGE_CABINET = ("storage_cabinet", "储物柜", "storage cabinet")
    DISINFECTION_CABINET = ("disinfection_cabinet", "消毒柜", "disinfection cabinet")
    CHANGING_TABLE = ("changing_table", "婴儿护理台", "changing table")
    COT = ("cot", "婴儿床", "cot")
    NURSING_SEAT = ("nursing_seat", "哺乳座椅", "nursing seat")
    SOFA = ("sofa", "沙发", "sofa")
    CURTAIN = ("curtain", "遮挡帘", "privacy curtain")
    BASIN = ("basin", "洗手盆", "wash basin")
    HOT_WATER_TAP = ("hot_water_tap", "热水龙头", "tap with hot water")
    KETTLE = ("kettle", "热水壶", "kettle")
    THERMOS = ("thermos", "保温瓶", "thermos flask")
    LIDDED_BIN = ("lidded_bin", "带盖垃圾桶", "bin with a lid")
    AIR_CONDITIONER = ("air_conditioner", "空调", "air conditioner")
    CALL_DEVICE = ("call_device", "呼叫设备", "call device")

    @property
    def measure(self) -> str:
        """The word that Chinese counts it by: 1张桌子, 2台冰箱."""
        return _MEASURES.get(self.value, "个")


_MEASURES = {
    **dict.fromkeys(("table", "changing_table", "cot", "sofa"), "张"),
    **dict.fromkeys(("chair", "nursing_seat"), "把"),
    **dict.fromkeys(("refrigerator", "microwave", "water_dispenser", "air_conditioner"), "台"),
    "disinfection_cabinet": "台",
    "curtain": "幅",
}


class Supply(Labelled):
    """Care materials that are kept in a room."""

    HAND_AND_MOUTH_WIPES = ("hand_and_mouth_wipes", "手口湿巾", "hand and mouth wipes")
    CLEANING_CLOTHS = ("cleaning_cloths", "清洁巾", "cleaning cloths")


class GrantRecipient(Labelled):
    """Who receives a grant for a room."""

    GRASSROOTS_UNION = ("grassroots_union", "基层工会", "grass-roots union")
    PARK_PROPERTY_MANAGER = ("park_property_manager", "园区物业", "park property manager")


@frozen(kw_only=True)
class Room(Noun):
    """A room for mothers and babies, in a venue or at an employer.

    `use` holds all uses the room has; one given by itself is its only use.
    `area_m2` is an area of which nobody says how it was measured; `usable_area_m2`
    is usable area. Neither stands in for the other.

    >>> Room(usable_area_m2=7.50, equipment={Equipment.TABLE: 1}).usable_area_m2
    Decimal('7.5')
    """

    __label__ = Text(zh="母婴室", en="mother-and-baby room")
    __measure__ = "间"

    # fmt: off
    use: AbstractSet[RoomUse] | Sequence[RoomUse] | RoomUse | None = choices(
        RoomUse, "用途", "uses", or_one=True,
        ask=("{owner}有哪些用途？", "What is {owner} used for?"))
    independent: bool | None = flag("独立设置", "independent", changeable=True,
        ask=("{owner}是否独立设置？", "Is {owner} a room of its own?"))
    usable_area_m2: Number | None = number(
        "使用面积", "usable area", unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的使用面积是多少平方米？", "What is the usable area of {owner}, in m2?"))
    area_m2: Number | None = number("面积", "area", unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的面积是多少平方米？", "What is the area of {owner}, in m2?"))
    existing: bool | None = flag("已建成（非新建）", "already built (not new)",
        ask=("{owner}是已建成的，还是新建的？", "Was {owner} already there, or is it new?"))
    direction_sign: bool | None = flag(
        "醒目位置设导向标志", "direction sign in a conspicuous place", changeable=True,
        ask=("醒目位置是否设有{owner}的导向标志？",
            "Is there a sign to {owner} in a conspicuous place?"))
    meets_provincial_standard: bool | None = flag(
        "符合省级配置标准", "meets the provincial standard", changeable=True,
        ask=("{owner}是否符合省级配置标准？", "Does {owner} meet the provincial standard?"))
    private: bool | None = flag("私密", "private", changeable=True,
        ask=("{owner}是否私密？", "Is {owner} private?"))
    clean: bool | None = flag("整洁卫生", "clean and hygienic", changeable=True,
        ask=("{owner}是否整洁卫生？", "Is {owner} clean and hygienic?"))
    free_of_clutter: bool | None = flag("无杂物", "free of clutter", changeable=True,
        ask=("{owner}是否做到无杂物？", "Is {owner} free of clutter?"))
    free_of_dust: bool | None = flag("无灰尘", "free of dust", changeable=True,
        ask=("{owner}是否做到无灰尘？", "Is {owner} free of dust?"))
    free_of_odour: bool | None = flag("无异味", "free of odour", changeable=True,
        ask=("{owner}是否做到无异味？", "Is {owner} free of bad smells?"))
    in_normal_use: bool | None = flag("正常使用", "in normal use", changeable=True,
        ask=("{owner}是否正常使用？", "Is {owner} in normal use?"))
    equipment: Mapping[Equipment, int] | None = table(
        Equipment, "设施数量", "equipment", changeable=True,
        ask=("{owner}有哪些设施？各有多少？",
            "What equipment does {owner} have, and how many of each?"))
    supplies: AbstractSet[Supply] | Sequence[Supply] | None = choices(
        Supply, "护理材料", "care materials", changeable=True,
        ask=("{owner}备有哪些护理材料？", "Which care materials are kept in {owner}?"))
    basic_equipment: bool | None = flag(
        "配备基本设施", "fitted with basic equipment", changeable=True,
        ask=("{owner}是否配备基本设施？", "Does {owner} have the basic equipment?"))
    use_register: bool | None = flag("使用人员登记", "users are registered", changeable=True,
        ask=("{owner}是否登记使用人员？", "Are the users of {owner} registered?"))
    ledger_kept: bool | None = flag("建立台账", "ledger kept", changeable=True,
        ask=("{owner}是否建立台账？", "Is a ledger kept for {owner}?"))
    reported_to_union: bool | None = flag("已上报工会", "reported to the union", changeable=True,
        ask=("{owner}是否已上报工会？", "Has {owner} been reported to the union?"))
    acceptance_passed: bool | None = flag("验收合格", "acceptance passed",
        ask=("{owner}是否验收合格？", "Has {owner} passed acceptance?"))
    nameplate: bool | None = flag("门口设标牌", "nameplate at the door", changeable=True,
        ask=("{owner}门口是否设有标牌？", "Is there a nameplate at the door of {owner}?"))
    lockable: bool | None = flag("门可从内上锁", "door can be locked from inside", changeable=True,
        ask=("{owner}的门能否从内上锁？", "Can the door of {owner} be locked from inside?"))
    non_slip_floor: bool | None = flag("地面防滑", "non-slip floor", changeable=True,
        ask=("{owner}的地面是否防滑？", "Does {owner} have a non-slip floor?"))
    keeper_named: bool | None = flag("明确专人管理", "a keeper is named", changeable=True,
        ask=("{owner}是否明确专人管理？", "Is somebody named who looks after {owner}?"))
    camera_inside: bool | None = flag("有室内摄像头", "has a camera inside", changeable=True,
        ask=("{owner}内是否装有摄像头？", "Is there a camera inside {owner}?"))
    cleanings_per_day: int | None = count("每日清洁次数", "cleanings a day", changeable=True,
        ask=("{owner}每天清洁几次？", "How many times a day is {owner} cleaned?"))
    # fmt: on


@frozen(kw_only=True)
class Venue(Noun):
    """A public place. A coach station's grade counts down: grade 1 is the highest."""

    __label__ = Text(zh="公共场所", en="public place")
    __measure__ = "处"

    # fmt: off
    category: VenueCategory | None = choice(VenueCategory, "场所类型", "kind of place",
        ask=("{owner}属于哪一类场所？", "What kind of place is it?"))
    coach_station_grade: int | None = count("客运站等级", "coach station grade", minimum=1,
        ask=("{owner}是几级汽车客运站？", "Of which grade is the coach station?"))
    treated_as_listed: bool | None = flag(
        "主管部门认定与所列场所同类", "held to be of the listed kind by the authority",
        ask=("主管部门是否认定{owner}与所列场所同类？",
            "Does the authority hold {owner} to be of a listed kind?"))
    serves_passengers: bool | None = flag("供乘客候乘、检票乘车", "passengers wait and board here",
        ask=("{owner}是否供乘客候乘、检票乘车？", "Do passengers wait and board at {owner}?"))
    building_area_m2: Number | None = number("建筑面积", "building area", unit=SQUARE_METRES,
        ask=("{owner}的建筑面积是多少平方米？", "What is the building area of {owner}, in m2?"))
    mothers_and_infants_stay: bool | None = flag(
        "有母婴停留", "mothers and infants stay here (a judgement)",
        ask=("{owner}是否有母婴停留？", "Do mothers and infants stay at {owner}?"))
    daily_visitors: int | None = count("日均人流量", "daily visitors", unit=PERSONS,
        ask=("{owner}的日均人流量是多少人？", "How many people visit {owner} a day, on average?"))
    rooms: Sequence[Room] | None = items(Room, "母婴室", "room", growable=True,
        ask=("{owner}有几间母婴室？各是什么情况？",
            "How many mother-and-baby rooms does {owner} have, and what is each like?"))
    waiting_area: bool | None = flag(
        "母婴候乘厅（区）", "waiting hall or area for mothers and infants", changeable=True,
        ask=("{owner}是否设有母婴候乘厅（区）？",
            "Does {owner} have a waiting hall or area for mothers and infants?"))
    reserved_seats: bool | None = flag(
        "母婴专座", "reserved seats for mothers and infants", changeable=True,
        ask=("{owner}是否设有母婴专座？", "Does {owner} reserve seats for mothers and infants?"))
    priority_boarding: bool | None = flag(
        "乘车检票绿色通道或便捷服务", "green channel or easier service at gates", changeable=True,
        ask=("{owner}是否为母婴旅客开设检票绿色通道或提供便捷服务？",
            "Do mothers and infants get a green channel or easier service at its gates?"))
    subsidy_secured: bool | None = flag(
        "已为其落实财政建设补助", "a fiscal construction subsidy was secured for it",
        ask=("{owner}是否已获落实财政建设补助？",
            "Has a fiscal construction subsidy been secured for {owner}?"))
    # fmt: on


@frozen(kw_only=True)
class Employer(Noun):
    """An employer. "Many female employees" is a judgement: the text gives no figure."""

    __label__ = Text(zh="用人单位", en="employer")
    __measure__ = "家"

    # fmt: off
    kind: EmployerKind | None = choice(EmployerKind, "单位类型", "kind of employer",
        ask=("{owner}属于哪一类单位？", "What kind of employer is it?"))
    female_employees: int | None = count("女职工人数", "female employees", unit=PERSONS,
        ask=("{owner}有多少名女职工？", "How many female employees does {owner} have?"))
    pregnant_or_nursing_employees: int | None = count(
        "孕期、哺乳期女职工人数", "pregnant or nursing employees", unit=PERSONS,
        ask=("{owner}有多少名孕期、哺乳期女职工？",
            "How many pregnant or nursing employees does {owner} have?"))
    many_female_employees: bool | None = flag("女职工较多", "many female employees (a judgement)",
        ask=("{owner}的女职工是否较多？", "Does {owner} have many female employees?"))
    rooms: Sequence[Room] | None = items(Room, "女职工用房", "room", growable=True,
        ask=("{owner}有几间女职工用房？各是什么情况？",
            "How many rooms for women workers does {owner} have, and what is each like?"))
    young_workers_concentrated: bool | None = flag(
        "青年职工集中", "many young workers (a judgement)",
        ask=("{owner}的青年职工是否集中？", "Does {owner} have many young workers?"))
    conditions_allow: bool | None = flag("有条件", "conditions allow (a judgement)",
        ask=("{owner}是否有条件提供照护服务？", "Do conditions at {owner} allow it to offer care?"))
    flexible_hours: bool | None = flag(
        "灵活安排工作时间", "flexible hours and shifts", changeable=True,
        ask=("{owner}是否灵活安排工作时间？", "Does {owner} offer flexible hours and shifts?"))
    eases_care: bool | None = flag(
        "以灵活方式和措施便利婴幼儿照护",
        "eases care of its staff's infants in flexible ways", changeable=True,
        ask=("{owner}是否以灵活方式和措施便利婴幼儿照护？",
            "Does {owner} ease the care of its staff's infants in flexible ways?"))
    keeps_jobs: bool | None = flag(
        "为脱产照护婴幼儿的职工保留岗位", "keeps jobs of those who leave to care", changeable=True,
        ask=("{owner}是否为脱产照护婴幼儿的职工保留岗位？",
            "Does {owner} keep the jobs of staff who leave to care for infants?"))
    breastfeeding_time: bool | None = flag(
        "按规定灵活安排哺乳时间", "breastfeeding time arranged as rules provide", changeable=True,
        ask=("{owner}是否按规定灵活安排哺乳时间？",
            "Does {owner} arrange breastfeeding time as the rules provide?"))
    offers_care: bool | None = flag(
        "为职工提供照护服务", "offers care for its staff's children", changeable=True,
        ask=("{owner}是否为职工提供照护服务？",
            "Does {owner} offer care for its staff's children?"))
    care_is_inclusive: bool | None = flag(
        "普惠性照护服务", "its care is inclusive", changeable=True,
        ask=("{owner}提供的照护服务是否普惠？", "Is the care that {owner} offers inclusive?"))
    care_on_site: bool | None = flag(
        "在单位设置照护服务机构", "has a care institution on site", changeable=True,
        ask=("{owner}是否在单位内设置照护服务机构？",
            "Does {owner} have a care institution on site?"))
    runs_care_institution: bool | None = flag(
        "兴办福利性照护服务机构", "runs a welfare care institution for its staff", changeable=True,
        ask=("{owner}是否兴办福利性照护服务机构？",
            "Does {owner} run a welfare care institution for its staff?"))
    joint_non_profit_institution: bool | None = flag(
        "与所在街道、社区联合举办非营利性照护服务机构",
        "opens a non-profit care institution jointly with its sub-district or community",
        ask=("{owner}是否与所在街道、社区联合举办非营利性照护服务机构？",
            "Does {owner} run a non-profit institution with its sub-district or community?"))
    subsidy_secured: bool | None = flag(
        "已为其落实财政建设补助", "a fiscal construction subsidy was secured for it",
        ask=("{owner}是否已获落实财政建设补助？",
            "Has a fiscal construction subsidy been secured for {owner}?"))
    nursing_employees: Sequence[NursingEmployee] | None = items(
        NursingEmployee, "哺乳期女职工", "nursing employee",
        ask=("{owner}有哪些哺乳期女职工？各是什么情况？",
            "Which nursing employees does {owner} have, and what is known of each?"))
    active_in_hut_work: bool | None = flag(
        "积极开展妈咪小屋工作", "active in mummy-hut work (a judgement)", changeable=True,
        ask=("{owner}是否积极开展妈咪小屋工作？", "Is {owner} active in mummy-hut work?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """No more are pregnant or nursing than there are."""
        part, whole = self.pregnant_or_nursing_employees, self.female_employees
        if part is not None and whole is not None and part > whole:
            yield Problem(
                "pregnant_or_nursing_employees",
                "contradiction",
                part,
                {"other_field": "female_employees", "other": whole},
            )


@frozen(kw_only=True)
class Grant(Noun):
    """Money received for a room, and how it is booked and used."""

    __label__ = Text(zh="补助", en="grant")
    __measure__ = "笔"

    # fmt: off
    recipient: GrantRecipient | None = choice(GrantRecipient, "受助单位", "recipient",
        ask=("{owner}由哪个单位领取？", "Who receives {owner}?"))
    amount_yuan: Number | None = number("金额", "amount", unit=YUAN,
        ask=("{owner}的金额是多少元？", "What is the amount of {owner}, in yuan?"))
    booked_as_superior_subsidy: bool | None = flag(
        "记入上级补助收入科目", "booked as subsidy income from the superior union", changeable=True,
        ask=("{owner}是否记入上级补助收入科目？",
            "Is {owner} booked as subsidy income from the superior union?"))
    used_for_purpose_only: bool | None = flag(
        "专款专用", "used for its purpose only", changeable=True,
        ask=("{owner}是否专款专用？", "Is {owner} used for its purpose only?"))
    # fmt: on
