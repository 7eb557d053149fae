"""Duties that come back: every year, or "regularly" without an interval."""

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.authorities.offices import named
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.plans.dawa_2023.tasks import offices_of

DUTIES = (
    Duty(
        clause=C["2.2"],
        part="supply",
        key="more_supply",
        title=Text(zh="照护供给年年有增", en="raise the supply of care"),
        acting=named(OFFICES, "各镇街"),
        every=Interval(12),
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
        every=Interval(12),
    ),
    Duty(
        clause=C["3.5.2.d"],
        key="quality_and_safety_assessment",
        title=Text(
            zh="机构服务质量和安全保障考核评估",
            en="assess the quality and safety of institutions",
        ),
        # The sentence names nobody: the offices of its item's list.
        acting=offices_of("3.5.2.resp"),
    ),
    Duty(
        clause=C["3.5.3.b"],
        key="staff_training_and_health_check",
        title=Text(
            zh="组织从业者受卫生保健培训并体检",
            en="hygiene training and health check of those who work in care",
        ),
        acting=named(OFFICES, "区卫健部门"),
        every=Interval(12),
    ),
    Duty(
        clause=C["3.5.3.c"],
        key="hygiene_inspection",
        title=Text(zh="机构卫生保健检查", en="inspect the hygiene of institutions"),
        acting=named(OFFICES, "区卫健部门"),
    ),
)
