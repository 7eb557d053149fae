"""Chapter 三（五）1 with annex 1: offices by profit status; the details are another text's."""

from careplan.base.text import Text
from careplan.criteria.proxies import facts
from careplan.documents.authorities.routes import Registration, Route, Step
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import Body, Party
from careplan.nouns.institutions import ProfitStatus
from careplan.plans.dawa_2023.clauses import C

applicant = facts(Applicant)

REGISTRATION = Registration(
    clause=C["3.5.1.b"],
    part="registration",
    routes=(
        Route(
            clause=C["a1.5"],
            registrar=Body.CIVIL_AFFAIRS,
            level=None,
            condition=applicant.profit_status == ProfitStatus.NON_PROFIT,
        ),
        Route(
            clause=C["a1.14"],
            registrar=Body.MARKET_REGULATION,
            level=None,
            condition=applicant.profit_status == ProfitStatus.FOR_PROFIT,
        ),
        # "Within its powers", of either profit status; nothing takes the others' powers away.
        Route(
            clause=C["a1.4"],
            registrar=Body.ADMIN_APPROVAL,
            level=None,
            condition=applicant.approval_office_has_power,
        ),
    ),
    steps=(
        Step(
            clause=C["3.5.1.b"],
            part="register",
            key="register",
            action=Text(zh="注册登记", en="register"),
            actor=Party.INSTITUTION,
            before=Party.REGISTRAR,
        ),
        Step(
            clause=C["3.5.1.a"],
            key="push",
            action=Text(
                zh="把登记信息推送给同级卫健部门",
                en="push the registration record to the health authority of the same level",
            ),
            actor=Party.REGISTRAR,
            before=Body.HEALTH,
            after=("register",),
            promptly=True,
        ),
    ),
    unassigned=(Body.STAFFING,),
    deferred_to="辽政办发〔2020〕12号",
)
