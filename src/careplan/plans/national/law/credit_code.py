"""Unified social credit code, GB 32100-2015: what its first sign says of registrar and form.

Source: 《法人和其他组织统一社会信用代码编码规则》, by two pages that agree on the signs 1, 5 and 9.
The standard itself was not seen, and no list of facts has the signs.

Limits: the first sign is that of the office that registers, and so of the legal form: a rule asks
of who has the sign. What is of another form, such as a foundation or a state organ, may have it
too. Where an approval office registers in place of the others, the form alone speaks. Of other
signs nothing is asked. The second sign, the rest of the code and its check digit are not read
here: packages for standard numbers check it.
"""

from careplan import writing as w
from careplan.criteria.proxies import among, facts
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import CreditCodeSign, Institution, LegalForm
from careplan.plans.national.periods import in_force_since

institution = facts(Institution)
sign, form = institution.credit_code_sign, institution.legal_form
registrar = institution.registered_with


KNOWN = w.known_from(
    w.Support.SOLID,
    w.Source(
        title=(
            "一则解释统一社会信用代码的网文（2022年4月16日）",
            "an article that explains the code, 2022-04-16",
        )
    ),
    w.Source(
        title=(
            "一篇核对统一社会信用代码的程序文章",
            "a programmer's article on checking the code",
        )
    ),
)


def of_form(own: CreditCodeSign, *forms: LegalForm) -> w.Draft[w.Rule]:
    """Ask that who has the sign has one of the forms, or one that no rule here knows."""
    return w.duty(applies=sign == own, requires=among(form, {*forms, LegalForm.OTHER}))


def of_registrar(own: CreditCodeSign, body: Body) -> w.Draft[w.Rule]:
    """Ask that who has the sign is registered with the body, or with an approval office."""
    return w.duty(applies=sign == own, requires=among(registrar, {body, Body.ADMIN_APPROVAL}))


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("1.registrar", "代码首位（条次不详）", w.MUST, "首位为1的，由机构编制部门登记",
        "Whose first sign is 1 is registered with the staffing office.",
        of_registrar(CreditCodeSign.STAFFING, Body.STAFFING),
        title=("首位为1的登记机关", "first sign 1: registrar"), known_from=KNOWN),
    w.clause("1.form", "代码首位（条次不详）", w.MUST, "首位为1的，是事业单位等",
        "Whose first sign is 1 is a public institution or the like.",
        of_form(CreditCodeSign.STAFFING, LegalForm.PUBLIC_INSTITUTION),
        title=("首位为1的法人类型", "first sign 1: legal form"), known_from=KNOWN),
    w.clause("5.registrar", "代码首位（条次不详）", w.MUST, "首位为5的，由民政部门登记",
        "Whose first sign is 5 is registered with civil affairs.",
        of_registrar(CreditCodeSign.CIVIL_AFFAIRS, Body.CIVIL_AFFAIRS),
        title=("首位为5的登记机关", "first sign 5: registrar"), known_from=KNOWN),
    w.clause("5.form", "代码首位（条次不详）", w.MUST, "首位为5的，是社会服务机构等",
        "Whose first sign is 5 is a social service organisation or the like.",
        of_form(CreditCodeSign.CIVIL_AFFAIRS, LegalForm.SOCIAL_SERVICE_ORGANISATION),
        title=("首位为5的法人类型", "first sign 5: legal form"), known_from=KNOWN),
    w.clause("9.registrar", "代码首位（条次不详）", w.MUST, "首位为9的，由市场监管部门登记",
        "Whose first sign is 9 is registered with the market regulator.",
        of_registrar(CreditCodeSign.MARKET_REGULATION, Body.MARKET_REGULATION),
        title=("首位为9的登记机关", "first sign 9: registrar"), known_from=KNOWN),
    w.clause("9.form", "代码首位（条次不详）", w.MUST, "首位为9的，是企业、个体工商户、农民专业合作社等",
        "Whose first sign is 9 is a company or another enterprise, a sole trader, a co-operative or the like.",
        of_form(CreditCodeSign.MARKET_REGULATION, LegalForm.COMPANY, LegalForm.SOLE_TRADER,
            LegalForm.PARTNERSHIP, LegalForm.SOLE_OWNERSHIP, LegalForm.COOPERATIVE),
        title=("首位为9的法人类型", "first sign 9: legal form"), known_from=KNOWN),
    w.clause("check", "校验码（条次不详）", w.FACT, "最后一位是校验码", "The last sign is a check digit.",
        w.declined("校验由专门的程序库完成，这里不算", "packages for standard numbers check it, not we"),
        known_from=KNOWN),
    w.clause("rest", "其余内容", w.FACT, "编码规则的其余内容", "Whatever else the standard says.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"), known_from=KNOWN),
)
# fmt: on

PLAN = w.Plan.of(
    "national_credit_code_2015",
    w.Document(
        title=w.Text(
            zh="法人和其他组织统一社会信用代码编码规则",
            en="Coding rule of the unified social credit identifier",
        ),
        issuer=w.Text(
            zh="国家质量监督检验检疫总局、国家标准化管理委员会",
            en="General Administration of Quality Supervision and Standardization Administration",
        ),
        number="GB 32100-2015",
        in_force=in_force_since(2015),
        parallels=("national_civil_code_2020", "national_market_2021"),
        known_from=KNOWN,
    ),
    CLAUSES,
)
