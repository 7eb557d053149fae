"""Chapter 二（三）3 with annex 四: who registers what, at which level, and what follows."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Rule
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.institutions import Institution, LegalForm, ProfitStatus, ServiceMode
from careplan.plans.shiyan_2021.clauses import C

applicant, institution = facts(Applicant), facts(Institution)

NON_PROFIT = applicant.profit_status == ProfitStatus.NON_PROFIT
FOR_PROFIT = applicant.profit_status == ProfitStatus.FOR_PROFIT
PUBLIC_INSTITUTION = applicant.legal_form == LegalForm.PUBLIC_INSTITUTION
RUN_NON_PROFIT = institution.profit_status == ProfitStatus.NON_PROFIT
RUN_FOR_PROFIT = institution.profit_status == ProfitStatus.FOR_PROFIT
MERGED = applicant.approval_powers_merged
# Where licensing powers are concentrated (a1.4.13) the other county offices have none left;
# whether that goes for the staffing office, too, is left open.
UNMERGED = not_(MERGED)
OUTSIDE_ZONES = not_(applicant.in_special_zone)
STAFFING_BY_DUTY = ByReading(
    "public_when_merged",
    {
        "approval_office": all_of(NON_PROFIT, PUBLIC_INSTITUTION, UNMERGED, OUTSIDE_ZONES),
        "staffing_office": all_of(NON_PROFIT, PUBLIC_INSTITUTION, OUTSIDE_ZONES),
    },
)
APPROVAL_BY_DUTY = ByReading(
    "public_when_merged",
    {"approval_office": MERGED, "staffing_office": all_of(MERGED, not_(PUBLIC_INSTITUTION))},
)
MARKET_BY_DUTY = all_of(FOR_PROFIT, UNMERGED)

ROUTES = (
    Route(
        clause=C["2.3.3.a"],
        also=(C["a1.4.1"],),
        part="staffing",
        registrar=Body.STAFFING,
        level=Level.COUNTY,
        condition=ByReading(
            "office_split",
            {"annex_duties": STAFFING_BY_DUTY, "any_named": NON_PROFIT},
        ),
    ),
    # The city's own staffing office registers in the two special zones, merged powers or not.
    Route(
        clause=C["a1.4.1"],
        under=("office_split", "annex_duties"),
        registrar=Body.STAFFING,
        level=Level.CITY,
        condition=all_of(NON_PROFIT, PUBLIC_INSTITUTION, applicant.in_special_zone),
    ),
    Route(
        clause=C["2.3.3.a"],
        also=(C["a1.4.5"],),
        part="civil_affairs",
        registrar=Body.CIVIL_AFFAIRS,
        level=Level.COUNTY,
        condition=ByReading(
            "office_split",
            {
                "annex_duties": all_of(NON_PROFIT, not_(PUBLIC_INSTITUTION), UNMERGED),
                "any_named": NON_PROFIT,
            },
        ),
    ),
    Route(
        clause=C["2.3.3.b"],
        also=(C["a1.4.14"],),
        registrar=Body.MARKET_REGULATION,
        level=Level.COUNTY,
        condition=ByReading(
            "office_split",
            {"annex_duties": MARKET_BY_DUTY, "any_named": FOR_PROFIT},
        ),
    ),
    Route(
        clause=C["a1.4.13"],
        also=(C["2.3.3.a"], C["2.3.3.b"]),
        registrar=Body.ADMIN_APPROVAL,
        level=Level.COUNTY,
        condition=ByReading(
            "office_split",
            {"annex_duties": APPROVAL_BY_DUTY, "any_named": any_of(NON_PROFIT, FOR_PROFIT)},
        ),
    ),
    # The city's own offices, if they do not only guide the county's; 2.3.3 names none of them.
    Route(
        clause=C["a1.4.13"],
        part="city",
        under=("office_split", "annex_duties"),
        registrar=Body.ADMIN_APPROVAL,
        level=Level.CITY,
        condition=ByReading("city_registers", {"guides": any_of(), "registers": APPROVAL_BY_DUTY}),
    ),
    Route(
        clause=C["a1.4.14"],
        part="city",
        under=("office_split", "annex_duties"),
        registrar=Body.MARKET_REGULATION,
        level=Level.CITY,
        condition=ByReading("city_registers", {"guides": any_of(), "registers": MARKET_BY_DUTY}),
    ),
)

STEPS = (
    Step(
        clause=C["2.3.3.a"],
        # The information system handles registration and filing (2.3.4.b).
        also=(C["2.3.3.b"], C["a1.4.1"], C["a1.4.13"], C["a1.4.14"], C["2.3.4.b"]),
        part="register",
        key="register",
        action=Text(zh="注册登记", en="register"),
        actor=Party.INSTITUTION,
        before=Party.REGISTRAR,
    ),
    Step(
        clause=C["2.3.3.d"],
        key="push",
        action=Text(zh="推送登记信息", en="push the registration record"),
        actor=Party.REGISTRAR,
        before=Body.HEALTH,
        level=Level.COUNTY,
        after=("register",),
        promptly=True,
    ),
    Step(
        clause=C["2.3.3.e"],
        also=(C["2.3.4.b"],),
        key="file",
        action=Text(zh="备案", en="file"),
        actor=Party.INSTITUTION,
        before=Body.HEALTH,
        level=Level.COUNTY,
        after=("register",),
        promptly=True,
    ),
)

REGISTRATION = Registration(
    clause=C["2.3.3.a"],
    also=(C["2.3.3.b"],),
    part="registration",
    routes=ROUTES,
    steps=STEPS,
    scope=BusinessScope(
        clause=C["2.3.3.c"],
        applies=ByReading(
            "scope_for", {"for_profit": FOR_PROFIT, "all": any_of(FOR_PROFIT, NON_PROFIT)}
        ),
        base="3岁以下婴幼儿照护服务",
        # The list ends in "等": for any other mode the text has no word.
        modes=ModeWords(
            listed_in="service_modes",
            words=(
                (ServiceMode.FULL_DAY.value, "全日托"),
                (ServiceMode.HALF_DAY.value, "半日托"),
                (ServiceMode.HOURLY.value, "计时托"),
                (ServiceMode.TEMPORARY.value, "临时托"),
            ),
            between="、",
            pattern="{base}（{modes}）",
        ),
    ),
    oversight=(
        Oversight(
            clause=C["2.3.3.g"],
            also=(C["2.3.3.i"],),
            noun=ToddlerClass,
            managed_by=Body.EDUCATION,
            guided_by=Body.HEALTH,
            guided_under=C["2.3.3.i"],
        ),
        Oversight(
            clause=C["2.3.3.h"],
            also=(C["2.3.3.i"],),
            noun=EarlyEducationCentre,
            managed_by=None,
            supervised_by=Body.EDUCATION,
            guided_by=Body.HEALTH,
            guided_under=C["2.3.3.i"],
        ),
    ),
    filing_office=Body.HEALTH,
)

STANDARD_RULES = (
    Rule(
        clause=C["2.3.3.c"],
        applies=ByReading(
            "scope_for",
            {"for_profit": RUN_FOR_PROFIT, "all": any_of(RUN_FOR_PROFIT, RUN_NON_PROFIT)},
        ),
        requires=institution.scope_states_modes,
    ),
    Rule(
        clause=C["2.3.3.e"], applies=institution.registered, requires=institution.filed_with_health
    ),
    # Entry is controlled by the same standard and norm (2.4.1.a).
    Rule(clause=C["2.3.3.f"], also=(C["2.4.1.a"],), requires=institution.meets_national_standard),
)
