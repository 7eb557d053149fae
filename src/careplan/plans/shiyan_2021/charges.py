"""Chapter 二（四）4: charges by profit status. The text sets no cap, so none is computed."""

from careplan.criteria.nodes import any_of
from careplan.criteria.proxies import facts
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Rule
from careplan.nouns.institutions import Institution, ProfitStatus
from careplan.plans.shiyan_2021.clauses import C

institution = facts(Institution)

FOR_PROFIT = institution.profit_status == ProfitStatus.FOR_PROFIT
NON_PROFIT = institution.profit_status == ProfitStatus.NON_PROFIT

CHARGE_RULES = (
    Rule(clause=C["2.4.4.a"], applies=FOR_PROFIT, requires=institution.charges_set_fairly),
    Rule(
        clause=C["2.4.4.b"],
        applies=ByReading(
            "charges_published",
            {"for_profit": FOR_PROFIT, "all": any_of(FOR_PROFIT, NON_PROFIT)},
        ),
        requires=institution.charges_marked_and_published,
    ),
    Rule(clause=C["2.4.4.c"], applies=NON_PROFIT, requires=institution.charges_follow_guidance),
)
