"""The notice, its preamble, chapters 一 and 二: pilots, and what to reach by 2023 and 2025.

二（一） begins with the towns: whichever way the ones are counted, they run the pilots, and no
date is set for any. The towns are to reach what （二） and （三） ask; （四） has neither subject nor
list: nobody is named for the rates of 2025.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import among, facts
from careplan.nouns.care.institutions import Institution, OwnershipMode, Setting
from careplan.nouns.care.people import Child
from careplan.nouns.estates import Kindergarten
from careplan.nouns.facilities import Employer, EmployerKind

institution, kindergarten = facts(Institution), facts(Kindergarten)
employer, child = facts(Employer), facts(Child)

PILOT_UNIT = w.question(
    "pilot_unit", "2.1 2.1.1 2.1.2 2.1.3",
    "各项试点的“1个”“1所”按镇街还是按全区计",
    "Each pilot asks for one: one in every town, or one in the district?",
    each_town=("每个镇街一个", "one in every town or sub-district"),
    whole_district=("全区一个", "one in the whole district"),
)  # fmt: skip
EVERY_YEAR = w.question(
    "every_year", "2.2",
    "“每年”是否也管成本和入托率",
    "'Every year' stands before supply: does it also govern cost and enrolment?",
    all=("三项都按年", "all three, every year"),
    supply_only=("只管供给，其余未定时间", "supply only; the others have no time"),
)  # fmt: skip
TODDLER_AGE = w.question(
    "toddler_age", "2.1.3 3.3.3.a",
    "托班招收“2—3岁”，年满三岁的幼儿是否在内",
    "Toddler classes take ages two to three: is a child who has turned three in?",
    under_three=("不在内：满三岁为止", "no: until the third birthday"),
    three_too=("在内：满四岁为止", "yes: until the fourth birthday"),
)  # fmt: skip
QUESTIONS = (PILOT_UNIT, EVERY_YEAR, TODDLER_AGE)

TOWNS = "各镇街"
BY_2025 = date(2025, 12, 31)
CITED_ONLY = w.declined(
    "只引文件名，其内容不在本文", "cites a text by name; its content is not here"
)
EMPLOYERS = {EmployerKind.STATE_ORGAN, EmployerKind.ENTERPRISE, EmployerKind.PUBLIC_INSTITUTION}
PILOT_MODES = {OwnershipMode.PUBLIC_BUILT_PRIVATELY_RUN, OwnershipMode.PRIVATE_WITH_PUBLIC_AID}


def one_of(key: str, zh: str, en: str) -> tuple[w.Draft[w.Target], ...]:
    """Return that there is to be one pilot: in each town, or by the other reading in all."""
    return tuple(
        w.target(
            f"{key}_in_{part}",
            (f"{where_zh}{zh}", f"{en} in {where_en}"),
            w.Measure.COUNT,
            value=1,
            due=None,
            acting=TOWNS,
            part=part,
            under=(PILOT_UNIT, option),
        )
        for part, option, where_zh, where_en in (
            ("town", "each_town", "本镇街", "the town"),
            ("district", "whole_district", "全区", "the district"),
        )
    )


def at_least(key: str, percent: int, zh: str, en: str) -> w.Draft[w.Target]:
    """Return a share to reach by 2025."""
    return w.target(
        key,
        (zh, en),
        w.Measure.PERCENT,
        value=percent,
        due=BY_2025,
        precision=w.Precision.YEAR,
    )


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.issue", "通知", w.FACT, "印发信息：文号、会议、日期、公开",
        "Identifies the notice: number 33 of 2023, passed by the 27th executive meeting of the third district government, issued by its office on 18 September 2023, public.",
        w.declined("文号、日期和发文机关见方案的文件信息",
            "number, date and issuer are the plan's document; nobody's duty follows")),
    w.clause("0.addressees", "通知", w.FACT, "受文单位：各镇街、临港经开区、区直部门",
        "Addressed to towns and sub-districts, the port economic zone and the district departments.",
        w.term("受文单位：各镇街、临港经济开发区管委会、区政府各部门和直属机构",
            "addressees: towns, the port economic zone, departments and units of the district")),
    w.clause("0.basis.1", "前言", w.FACT, "依据：国务院办公厅2019年指导意见",
        "Cites the State Council general office guidance of 2019 as legal basis.",
        CITED_ONLY),
    w.clause("0.basis.2", "前言", w.FACT, "依据：辽宁省2020年实施意见",
        "Cites the Liaoning provincial opinions of 2020 as legal basis.",
        w.term("省实施意见（辽政办发〔2020〕12号），五款将细则交由该文件",
            "the provincial opinions 辽政办发〔2020〕12号, to which five clauses leave details",
            also="3.4.1.c 3.4.4.b 3.5.1.b 3.5.4.c 4.1.b")),
    w.clause("0.basis.3", "前言", w.FACT, "依据：盘锦市2020年方案",
        "Cites the Panjin city plan of 2020 as legal basis.",
        CITED_ONLY),
    w.clause("1", "一", w.FACT, "五组原则和三个体系",
        "States guiding thought, five pairs of principles and three systems (policy support, standards, supply).",
        w.declined("原则和方向，不对任何一方提出可核对的要求",
            "principles and direction; nothing anyone could check")),

    w.clause("2.1", "二（一）", w.MUST, "各镇街开展示范点创建",
        "Towns run demonstration-site campaigns on four kinds of pilot.",
        w.target("demonstration_sites", ("照护服务示范点", "demonstration sites, no number given"),
            w.Measure.WORDS, value=None, due=None, acting=TOWNS)),
    w.clause("2.1.1", "二（一）1", w.MUST, "品牌连锁机构试点1个",
        "Builds one branded chain institution with standardised, integrated, regulated and quality operation.",
        *one_of("brand_chain", "品牌连锁机构", "branded chain institutions")),
    w.clause("2.1.2", "二（一）2", w.MUST, "社区机构试点1个（公办民营或民办公助）",
        "Builds one community institution that is publicly built and privately run or privately run with public aid.",
        *one_of("community_pilot", "社区试点机构", "community pilot institutions"),
        w.term("社区试点机构", "community pilot institution", part="kind",
            criterion=all_of(
                institution.setting == Setting.COMMUNITY, among(institution.ownership_mode, PILOT_MODES)))),
    w.clause("2.1.3", "二（一）3", w.MUST, "普惠性幼儿园托班试点1所",
        "Chooses one inclusive kindergarten for a pilot toddler class for two to three year olds.",
        *one_of("toddler_class_pilot", "托班试点幼儿园", "kindergartens that try a class"),
        w.term("托班试点幼儿园", "kindergarten that tries a toddler class", part="kind",
            criterion=all_of(kindergarten.inclusive, kindergarten.toddler_class)),
        w.term("托班招收的幼儿", "child of the age a toddler class takes", part="age", also="3.3.3.a",
            criterion=w.choose(TODDLER_AGE,
                under_three=all_of(child.age_months >= 24, child.age_months < 36),
                three_too=all_of(child.age_months >= 24, child.age_months < 48)))),
    w.clause("2.1.4", "二（一）4", w.MUST, "青年职工集中的单位设照护机构",
        "State organs, enterprises and institutions with many young workers set up a care institution on site.",
        w.duty(
            applies=all_of(among(employer.kind, EMPLOYERS), employer.young_workers_concentrated),
            requires=employer.care_on_site,
            advisory=("被要求的是镇街：由其开展试点，未规定单位数量；此句未用“要”",
                "the towns are asked, to run a pilot of no stated number; no must of its own")),
        w.target("employer_pilots", ("单位福利性机构试点", "institutions at employers, no number given"),
            w.Measure.WORDS, value=None, due=None, acting=TOWNS, part="count")),

    w.clause("2.2", "二（二）", w.MUST, "每年增加供给、降低成本、提高入托率",
        "Every year towns raise the supply of care, lower its cost and visibly lift the enrolment rate of children under three.",
        w.regular("more_supply", ("逐年增加照护供给", "raise the supply of care"),
            part="supply", acting=TOWNS, every=w.Interval(12)),
        # These two come back every year as well; read otherwise, they are a goal without a time, and
        # either way a direction without a size.
        w.regular("lower_cost_higher_enrolment",
            ("降低照护成本，提升入托率", "lower the cost of care, lift the enrolment rate"),
            part="cost_and_enrolment", under=(EVERY_YEAR, "all"), acting=TOWNS, every=w.Interval(12)),
        w.target("cost_and_enrolment",
            ("降低照护成本，明显提升入托率", "lower cost of care, clearly higher enrolment"),
            w.Measure.WORDS, value=None, due=None, part="goal", under=(EVERY_YEAR, "supply_only"), acting=TOWNS)),
    w.clause("2.3", "二（三）", w.MUST, "2023年各镇街建有规模适度的机构",
        "In 2023 each town must have a care institution of moderate size.",
        w.target("institution_in_town",
            ("镇街建有规模适度的机构", "an institution of moderate size in the locality"),
            w.Measure.COUNT, value=1, due=date(2023, 12, 31), precision=w.Precision.YEAR, acting=TOWNS)),
    w.clause("2.4.basis", "二（四）", w.FACT, "托位数目标出自三年行动方案",
        "Cites the Liaoning three-year action plan 2023-2025 as source of the places figure.",
        w.encoded_with("2.4.a")),
    w.clause("2.4.a", "二（四）", w.MUST, "2025年每千人口托位数达到4.5个",
        "By 2025 the district has to reach 4.5 care places per thousand residents.",
        w.target("slots_per_thousand", ("千人口托位数", "slots per thousand people"), w.Measure.PER_THOUSAND,
            value=4.5, due=BY_2025, precision=w.Precision.YEAR, also="2.4.basis")),
    w.clause("2.4.b", "二（四）", w.MUST, "健康管理率不低于90%",
        "By 2025 infant health management reaches at least 90 percent.",
        at_least("health_management", 90, "婴幼儿健康管理率", "infants under health management")),
    w.clause("2.4.c", "二（四）", w.MUST, "科学育儿指导率不低于95%",
        "By 2025 at least 95 percent of parents and carers of children up to three receive parenting guidance.",
        at_least("parenting_guidance", 95, "受过育儿指导的家长和照护者占比",
            "parents and carers given parenting guidance")),
    w.clause("2.4.d", "二（四）", w.MUST, "社区机构覆盖率不低于50%",
        "By 2025 at least 50 percent of communities are covered by a care institution.",
        at_least("community_coverage", 50, "有照护机构覆盖的社区占比",
            "communities covered by an institution")),
    w.clause("2.4.e", "二（四）", w.MUST, "覆盖率和入托率明显提高",
        "By 2025 coverage of urban and rural communities and the enrolment rate are clearly higher and care quality has risen.",
        w.target("clearly_higher", ("覆盖、入托和照护质量明显提升",
            "coverage and enrolment clearly higher, care clearly better"),
            w.Measure.WORDS, value=None, due=BY_2025, precision=w.Precision.YEAR)),
)
# fmt: on
