"""Civil Code, 2020: legal form against profit status, and how time limits and edges are counted.

Source: 《民法典》, the text of the code as published; on social service organisations and on public
institutions the regulations on their registration as well.

Limits: a legal form says whether an institution may be for profit: that both are stated and do
not go together is a breach of the article that defines the form. Of what is no legal person the
code says nothing of the kind (see the plan of the regulation on market entities). No fact tells
what becomes of a surplus. Time limits and edges are counted so everywhere in the library, and no
rule says it again. All other articles, are left out. In force since 1 January 2021 by its last
article, 1260.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import not_
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution, LegalForm, ProfitStatus
from careplan.plans.national.sources import CC_FZ, CC_ZZ, MBJY, MFB, PRE, SYDW

institution = facts(Institution)
form = institution.legal_form
FOR_PROFIT = institution.profit_status == ProfitStatus.FOR_PROFIT
NON_PROFIT = institution.profit_status == ProfitStatus.NON_PROFIT


def known(*more: w.Source, fact: str = "") -> w.KnownFrom:
    """Say that the code as published has a fact, and other laws as well."""
    return w.known_from(w.Support.SOLID, CC_ZZ, *more, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("76", "第七十六条", w.MUST, "企业法人以营利为目的：公司等不能是非营利性的",
        "A company or other enterprise with legal personality is for profit.",
        w.duty(applies=form == LegalForm.COMPANY, requires=not_(NON_PROFIT)),
        title=("企业法人与营利性质", "companies and profit status"), known_from=known(fact="form.company_non_profit")),
    w.clause("87.service", "第八十七条、第九十二条", w.PROHIBITED, "社会服务机构（民办非企业单位）不得是营利性的",
        "A social service organisation is not for profit.",
        w.duty(applies=form == LegalForm.SOCIAL_SERVICE_ORGANISATION, requires=not_(FOR_PROFIT)),
        title=("社会服务机构与营利性质", "social service organisations and profit status"),
        known_from=known(MFB, fact="form.sso_for_profit")),
    w.clause("88", "第八十七条、第八十八条", w.MUST, "事业单位不是营利性的；其举办的营利性组织另行登记为企业",
        "A public institution is not for profit; a for-profit unit that it runs is registered as an enterprise of its own.",
        w.duty(applies=form == LegalForm.PUBLIC_INSTITUTION, requires=not_(FOR_PROFIT)),
        title=("事业单位与营利性质", "public institutions and profit status"),
        known_from=known(SYDW, fact="form.institution_for_profit")),
    w.clause("95", "第八十七条、第九十五条", w.PROHIBITED, "非营利法人不向出资人、设立人或会员分配利润；为公益的，终止时也不分配剩余财产",
        "A non-profit distributes nothing to funders, founders or members; one for the public benefit no remaining assets either.",
        w.declined("没有分配利润或剩余财产的情况可以申报", "no fact tells of profit or assets distributed"),
        title=("不分配利润和剩余财产", "no distribution"), known_from=known(fact="form.donated_surplus")),
    w.clause("form.school", "民办教育促进法第十九条、学前教育法第八十四条", w.MAY, "设托班的民办幼儿园由举办者选择营利性或非营利性，法人类型随之而定",
        "The founder of a private kindergarten with a class for toddlers chooses its profit status, and the form follows.",
        w.declined("两种选择都可以，没有可核对的要求", "either may be chosen: there is nothing to check"),
        title=("民办幼儿园由举办者选择", "private kindergartens choose"),
        known_from=w.known_from(w.Support.SOLID, MBJY, PRE, facts="form.private_school")),
    w.clause("200", "第二百条至第二百零四条", w.FACT, "期间开始的当日不计入；按月计算的，到期月的对应日为最后一日",
        "The day a period begins is not counted; one of months ends on the matching day.",
        w.declined("各文件的时限都按此计算，不另作规则", "all time limits here are counted so, and no rule says it again"),
        title=("期间的计算", "how periods are counted"), known_from=known(fact="cc.years")),
    w.clause("1259", "第一千二百五十九条", w.FACT, "以上、以下、以内、届满包括本数；不满、超过、以外不包括本数",
        "以上, 以下, 以内 and 届满 include the number; 不满, 超过 and 以外 do not.",
        w.declined("各文件的数字都按此编码，不另作规则", "all figures here are encoded so, and no rule says it again"),
        title=("数字的边界", "which edges belong to a figure"),
        known_from=w.known_from(w.Support.SOLID, CC_FZ, facts="words.inclusive")),
    w.clause("rest", "其余条文", w.FACT, "民法典其余条文", "All other articles of the code.",
        w.declined("不在所编范围", "beyond what is encoded here"), known_from=known()),
)
# fmt: on

PLAN = w.Plan.of(
    "national_civil_code_2020",
    w.Document(
        title=w.Text(zh="民法典", en="Civil Code"),
        issuer=w.Text(zh="全国人民代表大会", en="National People's Congress"),
        in_force=(date(2021, 1, 1), None),
        parallels=("national_market_2021", "national_credit_code_2015"),
        known_from=known(),
    ),
    CLAUSES,
)
