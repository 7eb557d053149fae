"""Duties that come back: every year, or "regularly" without an interval."""

from careplan.governance import named
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.schedule import Duty, Every
from careplan.text import Text

# 三（五）2 names nobody; these are the offices of its list.
SUPERVISORS = named(
    OFFICES,
    "区卫生健康局 区教育局 市公安局大洼分局 区民政局 区人力资源社会保障局 区市场监管局 区应急局",
)

DUTIES = (
    Duty(
        clause=C["2.2"],
        part="supply",
        key="more_supply",
        title=Text(zh="增加照护服务供给", en="raise the supply of care"),
        acting=named(OFFICES, "各镇街"),
        every=Every(12),
    ),
    # Read otherwise, these two are a goal without a time (goals.py).
    Duty(
        clause=C["2.2"],
        part="cost_and_enrolment",
        under=("every_year", "all"),
        key="lower_cost_higher_enrolment",
        title=Text(
            zh="降低照护成本，提升入托率", en="lower the cost of care, lift the enrolment rate"
        ),
        acting=named(OFFICES, "各镇街"),
        every=Every(12),
    ),
    Duty(
        clause=C["3.5.2.d"],
        key="quality_and_safety_assessment",
        title=Text(
            zh="机构服务质量和安全保障考核评估",
            en="assess the quality and safety of institutions",
        ),
        acting=SUPERVISORS,
    ),
    Duty(
        clause=C["3.5.3.b"],
        key="staff_training_and_health_check",
        title=Text(
            zh="从业人员卫生保健培训和健康体检",
            en="hygiene training and health check of those who work in care",
        ),
        acting=named(OFFICES, "区卫健部门"),
        every=Every(12),
    ),
    Duty(
        clause=C["3.5.3.c"],
        key="hygiene_inspection",
        title=Text(zh="机构卫生保健检查", en="inspect the hygiene of institutions"),
        acting=named(OFFICES, "区卫健部门"),
    ),
)
