"""Childcare services law, a bill: read for the first time on 22 December 2025.

Source: 《托育服务法（草案）》, by a report of the National People's Congress on that reading. The text
of the bill was not seen.

Limits: by the newest source the bill was not in force in September 2026: it is a draft, and has
no rule. What it would change is known in one point only: childcare institutions and childcare
workers would need a licence, where the population law asks an institution to file.
"""

from careplan import writing as w

REPORT = w.Source(
    title=("中国人大网2026年2月25日", "National People's Congress, 2026-02-25"),
    official=True,
    address="http://www.npc.gov.cn/c2/c30834/202602/t20260225_451620.html",
)
KNOWN = w.known_from(w.Support.SOLID, REPORT)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("reading", "立法进程", w.FACT, "2025年12月22日提请全国人大常委会首次审议",
        "Read for the first time in the Standing Committee on 22 December 2025.",
        w.declined("草案，尚未施行，没有可核对的要求", "a draft, not in force: there is nothing to check"),
        title=("首次审议", "first reading"), known_from=KNOWN),
    w.clause("licence", "草案内容", w.FACT, "将对托育机构、托育师实行准入许可；现行法律要求托育机构备案",
        "Institutions and childcare workers would need a licence; the law in force asks institutions to file.",
        w.declined("草案，尚未施行，只说明将有的变化", "a draft, not in force: only what would change"),
        title=("准入许可", "licences"), known_from=KNOWN),
    w.clause("rest", "草案内容", w.FACT, "草案的其余内容", "Whatever else the bill says.",
        w.declined("未见草案文本，不作编码", "its text was not seen"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_childcare_bill_2025",
    w.Document(
        title=w.Text(zh="托育服务法（草案）", en="Childcare services law (bill)"),
        issuer=w.Text(
            zh="全国人民代表大会常务委员会",
            en="Standing Committee of the National People's Congress",
        ),
        in_force=w.DRAFT,
        parallels=("national_population_law_2021", "national_filing_2019"),
        known_from=KNOWN,
    ),
    CLAUSES,
)
