"""Chapter 二（三）1 to 3: layout, own plots, and who registers what, at which level.

The routes stand together, those of annex 四 with them: one office's ends where another's begins.
"""

from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.documents.authorities.assignments import printed
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.care.institutions import Institution, LegalForm, ProfitStatus, ServiceMode
from careplan.plans.shiyan_2021.offices import OFFICES

applicant, institution = facts(Applicant), facts(Institution)

OFFICE_SPLIT = w.question(
    "office_split", "2.3.3.a 2.3.3.b a1.4.1 a1.4.5 a1.4.13 a1.4.14",
    "几个登记机关以“或”相连，何者登记何种机构",
    "Several offices are joined by 'or': which one registers whom?",
    annex_duties=("按附件所列职责划分", "split by the duties the annex gives each office"),
    any_named=("条款所列任一机关均可", "any office the clause names will do"),
)  # fmt: skip
# Annex 四（一） has the staffing offices register public institutions and knows no merged powers;
# 四（十三） has the approval office register for-profit and non-profit institutions alike.
PUBLIC_WHEN_MERGED = w.question(
    "public_when_merged", "2.3.3.a a1.4.1 a1.4.13",
    "行政许可权相对集中的县市区，事业单位性质的机构由谁登记",
    "Where licensing powers are concentrated, who registers a public institution?",
    approval_office=("与其他机构一样由行政审批部门登记", "the approval office, as all others"),
    staffing_office=("仍由机构编制部门登记", "the staffing office, as everywhere else"),
)  # fmt: skip
CITY_REGISTERS = w.question(
    "city_registers", "a1.4.13 a1.4.14",
    "“负责实施并指导”是否包括市级机关自行登记",
    "Does 'carry out and guide' have the city's own office register?",
    guides=("只指导，由县级登记", "it guides; county offices register"),
    registers=("市级也自行登记", "the city's office registers as well"),
)  # fmt: skip
SCOPE_FOR = w.question(
    "scope_for", "2.3.3.c",
    "经营范围的写法是否只约束营利性机构",
    "Is the wording of the business scope for for-profit institutions only?",
    for_profit=("只约束营利性机构", "for-profit institutions only"),
    all=("约束各类机构", "every institution that registers"),
)  # fmt: skip
QUESTIONS = (OFFICE_SPLIT, PUBLIC_WHEN_MERGED, CITY_REGISTERS, SCOPE_FOR)

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
STAFFING_BY_DUTY = w.choose(
    PUBLIC_WHEN_MERGED,
    approval_office=all_of(NON_PROFIT, PUBLIC_INSTITUTION, UNMERGED, OUTSIDE_ZONES),
    staffing_office=all_of(NON_PROFIT, PUBLIC_INSTITUTION, OUTSIDE_ZONES),
)
APPROVAL_BY_DUTY = w.choose(
    PUBLIC_WHEN_MERGED,
    approval_office=MERGED,
    staffing_office=all_of(MERGED, not_(PUBLIC_INSTITUTION)),
)
MARKET_BY_DUTY = all_of(FOR_PROFIT, UNMERGED)
BY_DUTY = (OFFICE_SPLIT, "annex_duties")

# fmt: off
ROUTES = (
    w.route(Body.STAFFING, Level.COUNTY, part="staffing", also="a1.4.1",
        condition=w.choose(OFFICE_SPLIT, annex_duties=STAFFING_BY_DUTY, any_named=NON_PROFIT)),
    # The city's own staffing office registers in the two special zones, merged powers or not.
    w.route(Body.STAFFING, Level.CITY, clause="a1.4.1", under=BY_DUTY,
        condition=all_of(NON_PROFIT, PUBLIC_INSTITUTION, applicant.in_special_zone)),
    w.route(Body.CIVIL_AFFAIRS, Level.COUNTY, part="civil_affairs", also="a1.4.5",
        condition=w.choose(OFFICE_SPLIT,
            annex_duties=all_of(NON_PROFIT, not_(PUBLIC_INSTITUTION), UNMERGED), any_named=NON_PROFIT)),
    w.route(Body.MARKET_REGULATION, Level.COUNTY, clause="2.3.3.b", also="a1.4.14",
        condition=w.choose(OFFICE_SPLIT, annex_duties=MARKET_BY_DUTY, any_named=FOR_PROFIT)),
    w.route(Body.ADMIN_APPROVAL, Level.COUNTY, clause="a1.4.13", also="2.3.3.a 2.3.3.b",
        condition=w.choose(OFFICE_SPLIT, annex_duties=APPROVAL_BY_DUTY, any_named=any_of(NON_PROFIT, FOR_PROFIT))),
    # The city's own offices, if they do not only guide the county's; 2.3.3 names none of them.
    w.route(Body.ADMIN_APPROVAL, Level.CITY, clause="a1.4.13", part="city", under=BY_DUTY,
        condition=w.choose(CITY_REGISTERS, guides=any_of(), registers=APPROVAL_BY_DUTY)),
    w.route(Body.MARKET_REGULATION, Level.CITY, clause="a1.4.14", part="city", under=BY_DUTY,
        condition=w.choose(CITY_REGISTERS, guides=any_of(), registers=MARKET_BY_DUTY)),
)
# The list ends in "等": for any other mode the text has no word.
MODES = w.ModeWords(
    listed_in="service_modes",
    words=(
        (ServiceMode.FULL_DAY.value, "全日托"),
        (ServiceMode.HALF_DAY.value, "半日托"),
        (ServiceMode.HOURLY.value, "计时托"),
        (ServiceMode.TEMPORARY.value, "临时托"),
    ),
    between="、",
    pattern="{base}（{modes}）",
)

COUNTY_APPROVAL = printed(Body.ADMIN_APPROVAL, Level.COUNTY, OFFICES)
# The list that closes item 2.
item_2 = partial(w.task, lead="各县市区", support="市自然资源和规划局 市住建局 市卫健委 市总工会")

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
CLAUSES = (
    w.clause("2.3.1.a", "二（三）1", w.MUST, "编制机构布局规划和项目规划",
        "Counties draw up a layout plan and a project plan that allow for population change and urbanisation, inclusive services first.",
        w.task(acting="各县市区"), title=("编制机构布局和建设规划", "plan layout and projects")),
    w.clause("2.3.1.b", "二（三）1", w.MUST, "独立占地设施的布局纳入相关规划",
        "The layout of facilities that need their own plot enters the related plans.",
        w.task(acting="各县市区"), title=("独立占地设施纳入相关规划", "plots for facilities in related plans")),
    w.clause("2.3.1.c", "二（三）1", w.MUST, "布局规划依据同级国土空间总体规划",
        "Drawing up and reviewing the layout plan rests on the territorial master plan of the same level and links to related plans.",
        w.task(acting="各县市区"), title=("布局规划与国土空间规划衔接", "layout plan on the territorial plan")),
    w.clause("2.3.1.resp", "二（三）1", w.MUST, "机构布局规划：牵头1家、配合2家",
        "Assigns layout of care institutions; lead: counties; supporting: natural resources authority, development and reform authority.",
        w.task(lead="各县市区", support="市自然资源和规划局 市发改委"), title=("机构布局规划分工", "layout of care institutions: who leads and supports")),

    # The heading speaks of residential areas, the sentence of facilities on their own plots.
    w.clause("2.3.2.a", "二（三）2", w.MUST, "规划并新建、改扩建独立占地设施",
        "Counties plan and build, extend or rebuild a number of facilities on their own plots by national standards.",
        w.target("own_plot_facilities",
            ("新建、改扩建独立占地照护设施", "care facilities on their own plots, built, extended or rebuilt"),
            w.Measure.WORDS, value=None, due=None, acting="各县市区")),
    w.clause("2.3.2.b", "二（三）2", w.ENCOURAGED, "鼓励在产业园区等地以公办民营、民办公助方式建设",
        "Encourages market ways (publicly built and privately run, privately run with public aid) in industrial clusters, parks and workplaces with many workers.",
        item_2(),
        title=("鼓励在产业园区以市场方式建设", "market ways in parks and workplaces")),
    w.clause("2.3.2.resp", "二（三）2", w.MUST, "居住区配套设施：牵头1家、配合4家",
        "Assigns facilities attached to residential areas; lead: counties; supporting: natural resources authority, housing and construction authority, health authority, trade union.",
        item_2(),
        title=("居住区配套设施分工", "facilities attached to residential areas: who leads and supports")),

    # Both sentences print the approval office beside the other; its route stands in the annex,
    # which says when it is the one.
    w.clause("2.3.3.a", "二（三）3", w.MUST, "非营利机构：在县级编制、民政或审批部门登记",
        "A non-profit institution registers at county level, where it is located, with the staffing office, civil affairs or administrative approval.",
        w.encoded_with("a1.4.13"),
        w.registration(part="registration", also="2.3.3.b", filing_office=Body.HEALTH, routes=ROUTES,
            steps=(
                # The information system handles registration and filing (2.3.4.b).
                w.step("register", ("注册登记", "register"), actor=Party.INSTITUTION, before=Party.REGISTRAR,
                    part="register", also="2.3.3.b a1.4.1 a1.4.13 a1.4.14 2.3.4.b"),
            )),
        w.task(("登记非营利机构", "register non-profit institutions"), part="approval_office", acting=(COUNTY_APPROVAL,)),
        title=("非营利机构登记", "registration of non-profit institutions")),
    w.clause("2.3.3.b", "二（三）3", w.MUST, "营利机构：在县级市场监管或审批部门登记",
        "A for-profit institution registers at county level, where it is located, with market regulation or administrative approval.",
        w.encoded_with("2.3.3.a a1.4.13"),
        w.task(("登记营利机构", "register for-profit institutions"), part="approval_office", acting=(COUNTY_APPROVAL,)),
        # For non-profit ones the first step of a registration says so (2.3.3.a).
        w.task(("营利机构办理注册登记", "register as a for-profit institution"),
            part="institution", acting="婴幼儿照护服务机构"),
        title=("营利机构登记", "registration of for-profit institutions")),
    w.clause("2.3.3.c", "二（三）3", w.MUST, "经营范围写明照护服务并注明服务形式",
        "The registered business scope names care for children under three and states which care modes are offered.",
        w.inside("2.3.3.a", w.scope("3岁以下婴幼儿照护服务", modes=MODES,
            applies=w.choose(SCOPE_FOR, for_profit=FOR_PROFIT, all=any_of(FOR_PROFIT, NON_PROFIT)))),
        w.duty(requires=institution.scope_states_modes,
            applies=w.choose(SCOPE_FOR, for_profit=RUN_FOR_PROFIT, all=any_of(RUN_FOR_PROFIT, RUN_NON_PROFIT))),
        w.task(acting="婴幼儿照护服务机构"), title=("经营范围注明照护服务形式", "business scope names the care modes")),
    w.clause("2.3.3.d", "二（三）3", w.MUST, "登记机关及时把信息推送给县级卫健部门",
        "The registering office pushes registration data to the local county health authority without delay.",
        w.inside("2.3.3.a", w.step("push", ("推送登记信息", "push the registration record"),
            actor=Party.REGISTRAR, before=Body.HEALTH, level=Level.COUNTY, after="register", promptly=True))),
    w.clause("2.3.3.e", "二（三）3", w.MUST, "登记后及时向县级卫健部门备案",
        "After registration is approved the institution files with the local county health authority without delay.",
        w.inside("2.3.3.a", w.step("file", ("备案", "file"), also="2.3.4.b",
            actor=Party.INSTITUTION, before=Body.HEALTH, level=Level.COUNTY, after="register", promptly=True)),
        w.duty(applies=institution.registered, requires=institution.filed_with_health),
        title=("登记后及时备案", "filing without delay")),
    # Entry is controlled by the same standard and norm (2.4.1.a).
    w.clause("2.3.3.f", "二（三）3", w.MUST, "机构须符合国家设置标准和管理规范",
        "An institution must meet the setting standard and management norm of the national health commission.",
        w.duty(also="2.4.1.a", requires=institution.meets_national_standard),
        w.task(acting="婴幼儿照护服务机构"), title=("符合国家设置标准和管理规范", "national setting standard and norm")),
    w.clause("2.3.3.g", "二（三）3", w.MUST, "幼儿园托班由教育部门管理",
        "For toddler classes in a kindergarten the education authority carries out integrated management.",
        w.inside("2.3.3.a", w.oversight(ToddlerClass, also="2.3.3.i",
            managed_by=Body.EDUCATION, guided_by=Body.HEALTH, guided_under="2.3.3.i")),
        title=("幼儿园托班由教育部门管理", "toddler classes under education")),
    w.clause("2.3.3.h", "二（三）3", w.MUST, "早教机构由审批部门管理，教育部门负责行业监管",
        "Early education institutions are managed by whoever approved them, with education as sector supervisor.",
        w.inside("2.3.3.a", w.oversight(EarlyEducationCentre, also="2.3.3.i",
            managed_by=None, supervised_by=Body.EDUCATION, guided_by=Body.HEALTH, guided_under="2.3.3.i")),
        title=("早教机构的管理和行业监管", "who manages early-education centres")),
    w.clause("2.3.3.i", "二（三）3", w.MUST, "卫健部门对幼儿园和早教机构的托班作业务指导",
        "The health authority gives professional guidance to toddler classes of kindergartens and early education institutions.",
        w.encoded_with("2.3.3.g 2.3.3.h"),
        w.task(acting="卫健部门"), title=("卫健部门指导托班业务", "guidance by the health authority")),
    w.clause("2.3.3.resp", "二（三）3", w.MUST, "登记备案：牵头5家、配合2家",
        "Assigns registration and filing; lead: counties, staffing office, administrative approval office, civil affairs authority, market regulator; supporting: health authority, education authority.",
        w.task(lead="各县市区 市委编办 市行政审批局 市民政局 市市场监管局", support="市卫健委 市教育局"), title=("登记备案分工", "registration and filing: who leads and supports")),
)
# fmt: on
