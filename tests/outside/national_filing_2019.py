"""The national rules of 2019 on registering and filing, written as a county's own project would.

The facts are in our own words, by copies of the text; this is not the text. Clause numbers are
those of the articles, with parts of ours.
"""

from datetime import date, timedelta

import attrs

import careplan as cp
from careplan import writing as w


@attrs.frozen(kw_only=True)
class Founder(cp.Applicant):
    """Who founds an institution; whether it serves meals decides on the food licence."""

    __label__ = cp.Text(zh="举办者", en="founder")
    serves_meals: bool | None = w.flag("提供餐饮服务", "serves meals")


founder = cp.facts(Founder)
NON_PROFIT = founder.profit_status == cp.ProfitStatus.NON_PROFIT
AS_PUBLIC = NON_PROFIT & (founder.legal_form == cp.LegalForm.PUBLIC_INSTITUTION)
AS_SERVICE = NON_PROFIT & (founder.legal_form == cp.LegalForm.SOCIAL_SERVICE_ORGANISATION)
FOR_PROFIT = founder.profit_status == cp.ProfitStatus.FOR_PROFIT

RECEIPT = ("收到备案材料之日", "receipt of the filing materials")

CLAUSES = (
    w.clause(
        "2",
        "第二条",
        "应当",
        "事业单位、社会服务机构、营利性机构分别向县级以上编制、民政、市场监管部门登记",
        "Public institutions, social service organisations and for-profit institutions register.",
        w.registration(
            routes=(
                w.route(cp.Body.STAFFING, None, AS_PUBLIC, part="public"),
                w.route(cp.Body.CIVIL_AFFAIRS, None, AS_SERVICE, part="service"),
                w.route(cp.Body.MARKET_REGULATION, None, FOR_PROFIT, part="profit"),
            ),
            scope=w.scope("托育服务", applies=cp.all_of(), modes=None, clause="3"),
            filing_office=cp.Body.HEALTH,
        ),
        w.inside(
            "2",
            w.step(
                "register",
                ("申请登记", "apply for registration"),
                actor=cp.Party.INSTITUTION,
                before=cp.Party.REGISTRAR,
            ),
        ),
    ),
    w.clause(
        "3",
        "第三条",
        "应当",
        "登记的业务（经营）范围注明托育服务，名称中可含托育",
        "The scope names 托育服务; the name may contain 托育.",
        w.encoded_with("2"),
    ),
    w.clause(
        "4",
        "第四条",
        "应当",
        "登记机关及时将登记信息推送同级卫生健康部门",
        "The registrar pushes the record to health of its level, promptly.",
        w.inside(
            "2",
            w.step(
                "push",
                ("推送登记信息", "push the record"),
                actor=cp.Party.REGISTRAR,
                before=cp.Body.HEALTH,
                after="register",
                promptly=True,
            ),
        ),
    ),
    w.clause(
        "5",
        "第五条",
        "应当",
        "登记后及时在线向县级卫生健康部门备案；供餐的另交食品经营许可证",
        "After registration the institution files online with county health, promptly.",
        w.inside(
            "2",
            w.step(
                "food_licence",
                ("取得食品经营许可证", "obtain the food licence"),
                actor=cp.Party.INSTITUTION,
                before=cp.Body.MARKET_REGULATION,
                after="register",
                applies=founder.serves_meals,
            ),
            w.step(
                "file",
                ("在线备案并提交材料", "file online with the materials"),
                actor=cp.Party.INSTITUTION,
                before=cp.Body.HEALTH,
                level=cp.Level.COUNTY,
                after="register food_licence",
                promptly=True,
            ),
        ),
        w.form(
            "materials",
            ("备案材料", "filing materials"),
            w.blank("licence", "营业执照或法人登记证书", w.FieldType.FLAG, must_be_yes=True),
            w.blank("premises", "场地证明", w.FieldType.FLAG, must_be_yes=True),
            w.blank("staff", "工作人员资格证明、健康证明", w.FieldType.FLAG, must_be_yes=True),
            w.blank("health", "卫生评价报告为合格", w.FieldType.FLAG, must_be_yes=True),
            w.blank("fire", "消防安全检查合格证明", w.FieldType.FLAG, must_be_yes=True),
            w.blank("other", "法律法规规定的其他材料", required=False),
            w.blank("meals", "是否供餐", w.FieldType.CHOICE, "供餐", "不供餐"),
            w.blank("food", "食品经营许可证编号", only_if=("meals", "供餐")),
        ),
    ),
    w.clause(
        "6",
        "第六条",
        "应当",
        "卫生健康部门收到材料后5个工作日内提供备案回执和托育机构基本条件告知书",
        "Health issues the receipt and the notice of basic conditions within 5 working days.",
        w.inside(
            "2",
            w.step(
                "receipt",
                ("提供备案回执和基本条件告知书", "issue the receipt and the conditions notice"),
                actor=cp.Body.HEALTH,
                before=cp.Party.INSTITUTION,
                level=cp.Level.COUNTY,
                after="file",
                limit=w.limit(5, w.WORKING_DAYS, counted_from=RECEIPT),
            ),
        ),
    ),
    w.clause(
        "7",
        "第七条",
        "应当",
        "不符合要求的，自收到材料之日起15个工作日内书面说明理由并向社会公布",
        "What is not in line: reasons in writing and publication within 15 working days.",
        w.inside(
            "2",
            w.step(
                "notice",
                ("不符合的，书面告知理由并公布", "where not in line, give reasons and publish"),
                actor=cp.Body.HEALTH,
                before=cp.Party.INSTITUTION,
                level=cp.Level.COUNTY,
                after="file",
                limit=w.limit(15, w.WORKING_DAYS, counted_from=RECEIPT),
                instead_of="receipt",
            ),
        ),
    ),
    w.clause(
        "8",
        "第八条",
        "应当",
        "变更、注销登记后及时变更备案",
        "After a change or cancellation of the registration the filing is updated, promptly.",
        w.inside(
            "2",
            w.step(
                "update",
                ("更新备案", "update the filing"),
                actor=cp.Party.INSTITUTION,
                before=cp.Body.HEALTH,
                level=cp.Level.COUNTY,
                after="receipt",
                whenever=("登记变更或注销", "a change or cancellation of registration"),
                promptly=True,
            ),
        ),
    ),
)

PLAN = cp.Plan.of(
    "national_filing_2019",
    ("托育机构登记和备案规定（本库概述）", "Registration and filing (our words)"),
    CLAUSES,
    issuer=("国家卫生健康委等", "National Health Commission and others"),
)


def days(first: date, last: date) -> list[date]:
    """Return all days from one to another."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


# Days off and days made up as the State Council announced them, each around one holiday.
SPRING_2022 = cp.WorkCalendar(
    off=days(date(2022, 1, 31), date(2022, 2, 6)),
    made_up=[date(2022, 1, 29), date(2022, 1, 30)],
    known=(date(2022, 1, 4), date(2022, 3, 31)),
)
SPRING_2024 = cp.WorkCalendar(
    off=days(date(2024, 2, 10), date(2024, 2, 17)),
    made_up=[date(2024, 2, 4), date(2024, 2, 18)],
    known=(date(2024, 1, 2), date(2024, 3, 31)),
)
SPRING_2025 = cp.WorkCalendar(
    off=days(date(2025, 1, 28), date(2025, 2, 4)),
    made_up=[date(2025, 1, 26), date(2025, 2, 8)],
    known=(date(2025, 1, 2), date(2025, 3, 31)),
)
AUTUMN_2025 = cp.WorkCalendar(
    off=days(date(2025, 10, 1), date(2025, 10, 8)),
    made_up=[date(2025, 9, 28), date(2025, 10, 11)],
    known=(date(2025, 9, 1), date(2025, 12, 31)),
)
