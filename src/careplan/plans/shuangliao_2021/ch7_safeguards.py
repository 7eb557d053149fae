"""Chapter 七: the coordination group, the duties that come back, and how rooms are kept."""

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import every, facts, some
from careplan.nouns.facilities import Employer, Room, Venue

venue, room, employer = facts(Venue), facts(Room), facts(Employer)
WELL_KEPT = all_of(room.clean, room.in_normal_use)

# The plan is one of 2021, by its title, and the work begins in June, by 五（一）: nobody was to
# report or inspect before.
THE_WORK = w.month(2021, 6, until=12)

# The sentence has no subject; 五（三） and （四） have the group do the like.
CITY_SUPERVISION = w.question(
    "city_supervision", "7.1.f",
    "全市定期督导评估一句没有主语，由谁承担",
    "The sentence on regular supervision of the city has no subject: who does it?",
    group=(
        "协调组（五（三）（四）写明由其督导评估）",
        "the coordination group, which supervises and evaluates by 五（三） and （四）",
    ),
    members=("各成员单位（前一句的主语）", "each member, the subject of the sentence before"),
)  # fmt: skip

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("7.1.a", "七（一）", w.MUST, "协调组由分管市领导任组长，列名成员9家",
        "Sets up the coordination group: its head is the city government leader in charge of the field, with nine named members besides the lead department, open-ended.",
        w.council("coordination_group", "双辽市母婴设施建设工作协调组",
            aliases="市母婴设施建设工作协调组 市母婴室设施建设工作协调组 市工作协调组",
            convenor=("市政府分管领导（组长）", "the city government leader in charge, as head"),
            lead="市卫生健康局",
            members="市财政局 市交通运输局 市文广旅局 市商务局 市政数局 市住建局 市总工会 市妇联 火车站 等"),
        title=("成立母婴设施建设协调组", "set up the coordination group")),
    w.clause("7.1.b", "七（一）", w.MUST, "市卫生健康局牵头",
        "The city health bureau is the lead department of the coordination group.",
        w.task(lead="市卫生健康局"), title=("卫生健康局牵头", "lead department of the group")),
    w.clause("7.1.c", "七（一）", w.MUST, "成员单位明确专门科室和专人",
        "Each member designates a dedicated section and person.",
        w.task(acting="各成员单位"), title=("成员单位明确专门科室和专人", "each member names a section and a person")),
    w.clause("7.1.d", "七（一）", w.MUST, "成员单位与市卫生健康局对接",
        "Each member keeps working contact with the health bureau.",
        w.task(acting="各成员单位"), title=("与卫生健康局对接", "working contact with the health bureau")),
    # The day within or after a quarter is not given. The table carries another name than those
    # of annexes 4 and 5, so they are not taken for it. Whom it goes to is in the clause before
    # it: each member keeps contact with the health bureau.
    w.clause("7.1.e", "七（一）", w.MUST, "成员单位每季度报送进展情况表",
        "Each member submits a construction progress table every quarter.",
        w.regular("quarterly_table", ("建设进展情况表", "table of construction progress"),
            acting="各成员单位", recipient="市卫健局", every=w.Interval(3), within=THE_WORK)),
    w.clause("7.1.f", "七（一）", w.MUST, "定期开展全市督导评估；由谁承担有两种理解",
        "City-wide supervision, inspection and evaluation of rooms takes place regularly; who does it depends on the reading.",
        *(
            w.regular("city_supervision", ("全市督导、检查评估", "supervision and evaluation of the whole city"),
                under=(CITY_SUPERVISION, option), acting=who, within=THE_WORK)
            for option, who in (("group", "双辽市母婴设施建设工作协调组"), ("members", "各成员单位"))
        )),
    w.clause("7.1.g", "七（一）", w.MUST, "部门落实属地责任，动员社会力量",
        "Departments carry territorial responsibility, plan and build within their own system, and mobilise charities and mother-and-child-care industry associations.",
        w.task(acting="各部门", territorial="各部门"), title=("落实属地责任、动员社会力量", "plan in one's system, mobilise society")),

    w.clause("7.2.a", "七（二）", w.MUST, "分清责任，把母婴设施纳入建筑设计规范",
        "Departments make their responsibilities clear, cooperate, and bring mother-infant facilities into building design rules.",
        w.task(acting="各部门"), title=("分清责任、纳入建筑设计规范", "clear roles, and building design rules")),
    # The first sentence names the departments; this one goes on.
    w.clause("7.2.b", "七（二）", w.MUST, "健全设施运行管理制度",
        "An operation and management system for the facilities is established.",
        w.task(acting="各部门"), title=("健全运行管理制度", "an operation and management system")),
    w.clause("7.2.c", "七（二）", w.MUST, "做好日常维护，保持整洁可用",
        "Day-to-day management and upkeep keep facilities clean, hygienic and usable.",
        w.duty(applies=some(venue.rooms), requires=every(venue.rooms, WELL_KEPT)),
        w.duty(part="employer", applies=some(employer.rooms), requires=every(employer.rooms, WELL_KEPT)),
        w.task(acting="各部门"), title=("日常维护、保持整洁可用", "upkeep: clean, hygienic and usable")),

    w.clause("7.3.a", "七（三）", w.MUST, "行业指导，定期检查，排查隐患并通报",
        "The departments and units concerned guide their sector, inspect at regular times, find safety hazards early and circulate the findings.",
        w.task(("指导本行业、本系统的设施建设", "guides the building of facilities in its sector and system"),
            part="guidance", acting="各有关部门和单位"),
        w.regular("sector_inspection", ("本行业督导检查、通报隐患", "sector inspection, hazards circulated"),
            acting="各有关部门和单位", within=THE_WORK)),
    w.clause("7.3.b", "七（三）", w.MUST, "总工会结合妈咪小屋经验协同推进",
        "The trade union federation brings in its experience with the workplace 'mummy hut' scheme.",
        w.task(support="总工会"), title=("工会结合妈咪小屋协同推进", "bring in the mummy-hut experience")),
    w.clause("7.3.c", "七（三）", w.MUST, "市卫生健康局提供技术服务标准",
        "The health bureau gives sector guidance and technical service standards for public facilities and for employers' rest and lactation rooms.",
        w.task(acting="卫生健康局"), title=("提供技术服务标准", "technical service standards")),
)
# fmt: on
