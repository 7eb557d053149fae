"""Population and family planning law, as amended in 2021: articles 28, 29 and 41.

Source: 《人口与计划生育法》, the text of the law as published.

Limits: article 28 asks an institution to follow the standards and norms of childcare and to file
with the health authority, and article 41 says what follows where it breaks them. Which standards
these are the law does not say: a rule asks for the declared fact of the national one, which the
plan of that standard can answer. Article 29 asks public places and employers with many women for
facilities. Whether these are rooms only is an open question, and the guidance of 2016 says which
places owe a room. All other articles are left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import any_of, not_
from careplan.criteria.proxies import facts, some
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.people import StaffMember
from careplan.nouns.facilities import Employer, Venue
from careplan.plans.national.sources import PFP

institution, staff = facts(Institution), facts(StaffMember)
venue, employer = facts(Venue), facts(Employer)

FACILITIES = w.question(
    "facilities", "29.2",
    "“母婴设施”是否仅指母婴室", "Are 'facilities for mothers and babies' rooms only?",
    any_kind=("母婴室、母婴候乘厅（区）或母婴专座均可", "a room, a waiting area or reserved seats"),
    room=("仅指母婴室", "rooms only"),
)  # fmt: skip


def known(fact: str = "") -> w.KnownFrom:
    """Say that the law as published has a fact."""
    return w.known_from(w.Support.SOLID, PFP, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("28.1", "第二十八条第一款", w.SHOULD, "各级政府综合采取措施，推动建立普惠托育服务体系",
        "Governments from the county up promote a system of inclusive childcare.",
        w.task(("推动建立普惠托育服务体系", "promote a system of inclusive childcare"), acting="县级以上各级人民政府"),
        title=("推动建立普惠托育服务体系", "a system of inclusive childcare"), known_from=known()),
    w.clause("28.2", "第二十八条第二款", w.ENCOURAGED, "鼓励社会力量兴办托育机构，支持幼儿园、单位和社区提供托育服务",
        "Private institutions are encouraged; kindergartens, employers and communities are supported in offering care.",
        w.declined("没有写明由谁给予什么", "it does not say who gives what"),
        known_from=known()),
    w.clause("28.3.a", "第二十八条第三款", w.MUST, "托育机构的设置和服务符合相关标准和规范",
        "Institutions are set up and run by the standards and norms of childcare.",
        w.duty(requires=institution.meets_national_standard),
        title=("符合托育服务标准和规范", "follow the standards and norms"), known_from=known()),
    w.clause("28.3.b", "第二十八条第三款", w.MUST, "托育机构向县级卫生健康部门备案",
        "Institutions file with the health authority of the county.",
        w.duty(requires=institution.filed_with_health),
        title=("向县级卫生健康部门备案", "file with the health authority"), known_from=known()),
    w.clause("29.1", "第二十九条第一款", w.MUST, "社区建设改造中配建与常住人口相适应的婴幼儿活动场所和设施",
        "Where communities are built or rebuilt, there are places and facilities for infants that fit the population.",
        w.task(("建设婴幼儿活动场所和设施", "build places and facilities for infants"), acting="县级以上地方各级人民政府"),
        title=("建设婴幼儿活动场所", "places for infants"), known_from=known()),
    w.clause("29.2", "第二十九条第二款", w.MUST, "公共场所和女职工较多的用人单位配置母婴设施",
        "Public places, and employers with many women workers, have facilities for mothers and babies.",
        w.duty(requires=w.choose(FACILITIES,
            any_kind=any_of(some(venue.rooms), venue.waiting_area, venue.reserved_seats),
            room=some(venue.rooms))),
        w.duty(part="employer", applies=employer.many_female_employees, requires=some(employer.rooms)),
        title=("配置母婴设施", "facilities for mothers and babies"), known_from=known()),
    w.clause("41.1.a", "第四十一条第一款", w.MUST, "违反标准和规范的，责令改正，给予警告",
        "Where an institution breaks the standards it is warned and ordered to mend that.",
        w.inside("28.3.a", w.consequence(order=("责令改正，给予警告", "an order to mend it, and a warning"), imposed_by="卫生健康主管部门")),
        title=("责令改正和警告", "order and warning"), known_from=known()),
    w.clause("41.1.b", "第四十一条第一款", w.MUST, "拒不改正的，处五千元以上五万元以下罚款",
        "If it refuses, it is fined 5 000 to 50 000 yuan.",
        w.inside("28.3.a", w.consequence(where=("拒不改正", "it refuses"), fine_yuan=w.between(5_000, 50_000),
            imposed_by="卫生健康主管部门")),
        title=("拒不改正的罚款", "fine for refusing"), known_from=known("pfp.fine.lo pfp.fine.hi")),
    w.clause("41.1.c", "第四十一条第一款", w.MUST, "情节严重的，责令停止托育服务，并处五万元以上十万元以下罚款",
        "In serious cases it is ordered to stop, and fined 50 000 to 100 000 yuan.",
        w.inside("28.3.a", w.consequence(("责令停止托育服务", "an order to stop"), where=("情节严重", "the case is serious"),
            fine_yuan=w.between(50_000, 100_000), imposed_by="卫生健康主管部门")),
        title=("情节严重的处罚", "serious cases"), known_from=known("pfp.serious.lo pfp.serious.hi")),
    w.clause("41.2", "第四十一条第二款", w.PROHIBITED, "有虐待婴幼儿行为的，直接负责的主管人员和责任人员终身不得从事照护",
        "Where infants are abused, those responsible and those directly in charge never work in care again.",
        w.duty(applies=any_of(staff.abuse_found, staff.managed_abuser), requires=not_(staff.works_in_care)),
        title=("虐待婴幼儿者终身禁入", "barred for life"), known_from=known()),
    w.clause("rest", "其余条文", w.FACT, "本法其余条文", "All other articles of the law.",
        w.declined("不在所编范围", "beyond what is encoded here"), known_from=known()),
)
# fmt: on

PLAN = w.Plan.of(
    "national_population_law_2021",
    w.Document(
        title=w.Text(zh="人口与计划生育法", en="Population and family planning law"),
        issuer=w.Text(
            zh="全国人民代表大会常务委员会",
            en="Standing Committee of the National People's Congress",
        ),
        issued_on=date(2021, 8, 20),
        in_force=w.IN_FORCE,
        parallels=(
            "national_setting_2019",
            "national_filing_2019",
            "national_rooms_2016",
            "national_women_2012",
        ),
        known_from=known(),
    ),
    CLAUSES,
    questions=(FACILITIES,),
    offices=w.office_table(
        ("县级以上各级人民政府", Body.LOCAL_GOVERNMENT),
        ("县级以上地方各级人民政府", Body.LOCAL_GOVERNMENT),
        ("卫生健康主管部门", Body.HEALTH),
    ),
)
