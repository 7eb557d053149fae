"""Chapters 二（四）2, 3 and 5 and 三: safety, health, who may work here, and what comes back."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Rule
from careplan.documents.targets import Target
from careplan.nouns.counts import Measure
from careplan.nouns.institutions import Institution
from careplan.nouns.people import Child, StaffMember
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

institution, child, staff = facts(Institution), facts(Child), facts(StaffMember)

GRADUAL = Text(
    zh="文件要求逐步实行，没有期限",
    en="to be introduced gradually, without a date",
)

RULES = (
    # Presence only: no number of guards and no list of equipment is stated.
    Rule(
        clause=C["2.4.2.c"],
        requires=all_of(
            institution.safety_systems, institution.safety_equipment, institution.security_guards
        ),
    ),
    Rule(clause=C["2.4.2.d"], applies=child.admitted, requires=child.insured),
    Rule(
        clause=C["2.4.2.e"],
        requires=all_of(institution.qualification_entry, institution.stained_record_ban),
        advisory=GRADUAL,
    ),
    Rule(
        clause=C["2.4.2.e"],
        part="person",
        applies=staff.stained_record,
        requires=not_(staff.works_in_care),
        advisory=GRADUAL,
    ),
    Rule(
        clause=C["2.4.2.f"],
        under=("goods_actor", "unnamed"),
        requires=institution.goods_assessed,
        advisory=Text(zh="文件没有写明由谁承担", en="the text does not say whose duty it is"),
    ),
    Rule(
        clause=C["2.4.2.f"],
        under=("goods_actor", "institution"),
        requires=institution.goods_assessed,
    ),
    # How old the check may be on admission is not stated.
    Rule(clause=C["2.4.3.b"], applies=child.admitted, requires=child.health_check_passed),
    Rule(
        clause=C["2.4.3.c"],
        applies=child.admitted,
        requires=ByReading(
            "check_year",
            {
                "calendar": child.health_check_this_year,
                "rolling": child.health_check_within_12_months,
            },
        ),
    ),
    Rule(
        clause=C["2.4.5.a"],
        applies=staff.works_in_care,
        requires=staff.qualified,
        advisory=GRADUAL,
    ),
    # For life, and without a date to begin: apart from the stained record of 二（四）2.
    Rule(
        clause=C["2.4.5.b"],
        applies=any_of(staff.abuse_found, staff.managed_abuser),
        requires=not_(staff.works_in_care),
    ),
)

THREE_BODIES = named(OFFICES, "妇幼保健机构 疾病预防控制机构 卫生监督机构")

DUTIES = (
    Duty(
        clause=C["2.4.1.e"],
        key="publish_inspections",
        title=Text(
            zh="公布合标机构与检查情况", en="publish institutions up to standard and inspections"
        ),
        acting=named(OFFICES, "卫生健康部门"),
    ),
    Duty(
        clause=C["2.4.3.c"],
        key="child_health_check",
        title=Text(zh="在托婴幼儿健康体检", en="health check of every infant in care"),
        acting=named(OFFICES, "婴幼儿照护服务机构"),
        every=Interval(12),
    ),
    Duty(
        clause=C["2.4.3.d"],
        part="training",
        key="staff_hygiene_training",
        title=Text(zh="从业人员卫生保健培训", en="hygiene training of staff"),
        acting=THREE_BODIES,
    ),
    Duty(
        clause=C["2.4.3.d"],
        part="health_check",
        key="staff_health_check",
        title=Text(zh="从业人员健康体检", en="health check of staff"),
        acting=THREE_BODIES,
    ),
    Duty(
        clause=C["3.3.a"],
        key="supervise_and_assess",
        title=Text(zh="督导和考核评估", en="supervise and assess the work"),
        acting=named(OFFICES, "各县市区 各相关部门"),
    ),
)

BENEFITS = (
    # Taking it among the practical-matters projects is the counties' to do.
    Benefit(
        clause=C["3.2.b"],
        condition=institution.inclusive,
        owed_by=named(OFFICES, "各县市区"),
    ),
)

TARGETS = (
    Target(
        clause=C["3.2.a"],
        key="demonstrations_developed",
        title=Text(
            zh="发展的示范机构和社区设施",
            en="demonstration institutions and community facilities developed",
        ),
        measure=Measure.WORDS,
        value=None,
        due=None,
    ),
)
