"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.sources import Interpretation, Option, Text

OFFICE_SPLIT = Interpretation(
    id="office_split",
    clauses=("2.3.3.a", "2.3.3.b", "a1.4.1", "a1.4.5", "a1.4.13", "a1.4.14"),
    question=Text(
        zh="几个登记机关以“或”相连，何者登记何种机构",
        en="Several offices are joined by 'or': which one registers whom?",
    ),
    options=(
        Option(
            "annex_duties",
            Text(zh="按附件所列职责划分", en="split by the duties the annex gives each office"),
        ),
        Option(
            "any_named", Text(zh="条款所列任一机关均可", en="any office the clause names will do")
        ),
    ),
)
