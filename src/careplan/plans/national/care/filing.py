"""Registration and filing of institutions, for trial, 2019: who registers, which steps, by when.

Source: 《托育机构登记和备案办法（试行）》, 国卫办人口发〔2019〕25号. It was not read in print. A page of a
district's government and two copies have the two time limits; the routes and the order of the
steps stand again in the texts of the local documents of Dawa and Shiyan, read from their own; at
which level the offices register those say of their own places, so no level is said here.

Limits: which office registers follows from profit status and, of non-profit institutions, from
legal form. Of another non-profit form than the two the texts name nothing is known, so it has no
office here. The 5 and
the 15 working days both count from receipt of the materials: the day itself is not counted (Civil
Code, articles 200 to 204), and no calendar is shipped. What materials are handed in is known by
that there are some, and no list of them is encoded. Sources differ in the number of the article.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import among, facts
from careplan.documents.authorities.routes import CONTRADICTORY_FORMS
from careplan.nouns.applicants import Applicant, Filing
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.care.institutions import Institution, LegalForm, ProfitStatus
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import MAWEI, MKT, TOT, XP

applicant, filing, institution = facts(Applicant), facts(Filing), facts(Institution)

NON_PROFIT = applicant.profit_status == ProfitStatus.NON_PROFIT
FOR_PROFIT = applicant.profit_status == ProfitStatus.FOR_PROFIT
PUBLIC = applicant.legal_form == LegalForm.PUBLIC_INSTITUTION
SERVICE = applicant.legal_form == LegalForm.SOCIAL_SERVICE_ORGANISATION
# Whoever market regulation registers is for profit: the regulation on registering market entities,
# article 2. Of companies the Civil Code says so as well (article 76).
MARKET_FORMS = {
    LegalForm.SOLE_TRADER,
    LegalForm.PARTNERSHIP,
    LegalForm.SOLE_OWNERSHIP,
    LegalForm.COOPERATIVE,
}
MARKET_NON_PROFIT = all_of(NON_PROFIT, among(applicant.legal_form, MARKET_FORMS))

# fmt: off
RECEIVED = ("收到材料", "receipt of the materials")
FIVE_DAYS = w.limit(5, w.WORKING_DAYS, counted_from=RECEIVED, since="file")
FIFTEEN_DAYS = w.limit(15, w.WORKING_DAYS, counted_from=RECEIVED, since="file")

LOCAL_TEXTS = (
    w.Source(official=True, title=("《十堰市促进3岁以下婴幼儿照护服务发展实施方案》二（三）3", "Shiyan plan, 二（三）3")),
    w.Source(official=True, title=("《盘锦市大洼区加快推进3岁以下婴幼儿照护服务发展实施方案》三（五）1", "Dawa plan, 三（五）1")),
)
# fmt: on
RESTATED = w.known_from(w.Support.CORROBORATED, LOCAL_TEXTS[0], also=[LOCAL_TEXTS[1]])


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("register.public", "登记（条次不详）", w.MUST, "事业单位性质的托育机构，在机构编制部门登记",
        "A public institution registers with the staffing office.",
        w.registration(part="registration", also="conflict",
            filing_office=Body.HEALTH,
            conflict=any_of(CONTRADICTORY_FORMS, MARKET_NON_PROFIT),
            grounds=(
                w.note(CONTRADICTORY_FORMS, "情况矛盾的依据：《民法典》第七十六条、第八十七条",
                    "what contradicts, does so by the Civil Code, articles 76 and 87"),
                # What is no legal person the code does not class.
                w.note(MARKET_NON_PROFIT, "情况矛盾的依据：《市场主体登记管理条例》第二条",
                    "what contradicts, does so by the regulation on registering market entities, article 2"),
            ),
            routes=(
                w.route(Body.STAFFING, None, all_of(NON_PROFIT, PUBLIC), part="staffing"),
                w.route(Body.CIVIL_AFFAIRS, None, all_of(NON_PROFIT, SERVICE), clause="register.social"),
                w.route(Body.MARKET_REGULATION, None, FOR_PROFIT, clause="register.market"),
            ),
            steps=(
                w.step("register", ("注册登记", "register"), part="register", also="register.social register.market",
                    actor=Party.INSTITUTION, before=Party.REGISTRAR),
            )),
        title=("事业单位登记", "public institutions"), known_from=RESTATED),
    w.clause("register.social", "登记（条次不详）", w.MUST, "社会服务机构性质的非营利托育机构，在民政部门登记",
        "Another non-profit one, a social service organisation, registers with civil affairs.",
        w.encoded_with("register.public"),
        title=("非营利机构登记", "other non-profit institutions"), known_from=RESTATED),
    w.clause("register.market", "登记（条次不详）", w.MUST, "营利性托育机构在市场监管部门登记",
        "A for-profit one registers with market regulation.",
        w.encoded_with("register.public"),
        title=("营利机构登记", "for-profit institutions"), known_from=RESTATED),
    w.clause("push", "登记信息推送（条次不详）", w.MUST, "登记机关及时将登记信息推送同级卫生健康部门",
        "The registrar passes the registration on to the health authority of its level without delay.",
        w.inside("register.public/registration",
            w.step("push", ("推送登记信息", "pass the registration on"), actor=Party.REGISTRAR,
                before=Body.HEALTH, level=Level.COUNTY, after="register", promptly=True)),
        title=("推送登记信息", "passing the registration on"), known_from=RESTATED),
    w.clause("file", "备案（条次不详）", w.MUST, "登记后及时向所在地县级卫生健康部门备案，提交备案材料",
        "Once registered, the institution files with the health authority of the county and hands in the materials.",
        w.inside("register.public/registration",
            w.step("file", ("提交备案材料", "hand in the materials to be filed"), actor=Party.INSTITUTION,
                before=Body.HEALTH, level=Level.COUNTY, after="register", promptly=True)),
        w.duty(applies=institution.registered, requires=institution.filed_with_health),
        title=("登记后备案", "filing after registration"), known_from=RESTATED),
    w.clause("9.receipt", "第九条", w.MUST, "收到备案材料后5个工作日内提供备案回执",
        "Within 5 working days of receiving the materials the health authority gives a receipt.",
        w.inside("register.public/registration",
            w.step("receipt", ("提供备案回执", "give a receipt"), actor=Body.HEALTH, before=Party.INSTITUTION,
                level=Level.COUNTY, after="file", limit=FIVE_DAYS)),
        w.duty(applies=filing.conforms, requires=filing.receipt_given, limit=w.limit(5, w.WORKING_DAYS, counted_from=RECEIVED)),
        title=("备案回执", "receipt"), known_from=w.known_from(w.Support.SOLID, MAWEI, TOT, XP, facts="rf.receipt")),
    w.clause("9.refuse", "第九条", w.MUST, "不符合规定的，收到备案材料后15个工作日内通知机构并向社会公开",
        "If it does not conform, the institution is told within 15 working days of receipt, and the public as well.",
        w.inside("register.public/registration",
            w.step("refuse", ("不符合规定的，通知机构并向社会公开", "if it does not conform, tell the institution and the public"),
                actor=Body.HEALTH, before=Party.INSTITUTION, level=Level.COUNTY, after="file",
                limit=FIFTEEN_DAYS, instead_of="receipt")),
        w.duty(applies=not_(filing.conforms), requires=all_of(filing.refusal_notice_given, filing.published),
            limit=w.limit(15, w.WORKING_DAYS, counted_from=RECEIVED)),
        title=("不符合规定的通知和公开", "notice of non-conformity"),
        known_from=w.known_from(w.Support.SOLID, MAWEI, TOT, XP, facts="rf.refuse")),
    w.clause("conflict", "《市场主体登记管理条例》第二条", w.FACT, "个体工商户、合伙企业、个人独资企业、农民专业合作社为营利性市场主体",
        "By the regulation on registering market entities a sole trader, a partnership, a sole-ownership enterprise and a co-operative are for profit.",
        w.encoded_with("register.public"),
        title=("法律形式与营利性质", "legal form and profit status"),
        known_from=w.known_from(w.Support.SOLID, MKT, facts="form.market_non_profit")),
    w.clause("rest", "其余条文", w.FACT, "备案材料清单、变更和注销等其余条文", "The list of materials, changes, closing, and all other articles.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_filing_2019",
    w.Document(
        title=w.Text(
            zh="托育机构登记和备案办法（试行）",
            en="Measure on registering and filing childcare institutions (trial)",
        ),
        issuer=w.Text(
            zh="国家卫生健康委办公厅等",
            en="General Office of the National Health Commission and others",
        ),
        number="国卫办人口发〔2019〕25号",
        in_force=in_force_since(2019),
        parallels=("national_setting_2019", "national_hygiene_2022", "national_market_2021"),
    ),
    CLAUSES,
)
