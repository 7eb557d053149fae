"""Regulation on the registration of market entities, 2021: article 2.

Source: 《市场主体登记管理条例》, the text of the regulation as published.

Limits: a market entity does business for profit; it may be a company, a sole-ownership
enterprise, a partnership, a co-operative or a sole trader. Who is registered so, or has one of
these forms, and says to be non-profit contradicts this article; of those that are no legal
persons the Civil Code says nothing of the kind. All other articles, and since when the regulation
is in force, are left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import any_of, not_
from careplan.criteria.proxies import among, facts
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import Institution, LegalForm, ProfitStatus
from careplan.plans.national.sources import MKT

institution = facts(Institution)
MARKET_ENTITY = any_of(
    institution.registered_with == Body.MARKET_REGULATION,
    among(
        institution.legal_form,
        {
            LegalForm.COMPANY,
            LegalForm.SOLE_OWNERSHIP,
            LegalForm.PARTNERSHIP,
            LegalForm.COOPERATIVE,
            LegalForm.SOLE_TRADER,
        },
    ),
)


def known(fact: str = "") -> w.KnownFrom:
    """Say that the regulation as published has a fact."""
    return w.known_from(w.Support.SOLID, MKT, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("2", "第二条", w.MUST, "市场主体以营利为目的：公司、个人独资企业、合伙企业、农民专业合作社、个体工商户不能是非营利性的",
        "Market entities are for profit: companies, sole-ownership enterprises, partnerships, co-operatives and sole traders.",
        w.duty(applies=MARKET_ENTITY, requires=not_(institution.profit_status == ProfitStatus.NON_PROFIT)),
        title=("市场主体与营利性质", "market entities and profit status"), known_from=known("form.market_non_profit")),
    w.clause("rest", "其余条文", w.FACT, "条例的其余条文", "All other articles of the regulation.",
        w.declined("不在所编范围", "beyond what is encoded here"), known_from=known()),
)
# fmt: on

PLAN = w.Plan.of(
    "national_market_2021",
    w.Document(
        title=w.Text(
            zh="市场主体登记管理条例", en="Regulation on the registration of market entities"
        ),
        issuer=w.Text(zh="国务院", en="State Council"),
        in_force=(date(2022, 3, 1), None),
        parallels=("national_civil_code_2020", "national_credit_code_2015"),
        known_from=known(),
    ),
    CLAUSES,
)
