"""Basic standard for the hygiene evaluation of institutions, for trial, 2022.

Source: 《托育机构卫生评价基本标准（试行）》, as reported by Xinhua on 7 and CCTV on 9 August 2022. The text was
not seen, no article numbers are known, and since which day it is in force is not either.

Limits: known are the window openings of living rooms that need winter sun, at least a fifth of
their floor, and that the county's health authority gives its result within 15 working days of
receiving the filing materials, after a check on the spot: the receipt or the notice of
non-conformity. Both areas are sums over those rooms.
"""

from careplan import writing as w
from careplan.criteria.nodes import any_of
from careplan.criteria.proxies import facts
from careplan.nouns.applicants import Filing
from careplan.nouns.bodies import Body, Level
from careplan.nouns.care.institutions import Institution
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import HYG1, HYG2, MAWEI, WST2

premises = facts(Institution).premises
filing = facts(Filing)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("window", "采光（条次不详）", w.MUST, "需冬季日照的生活用房窗洞面积不小于其地面面积的20%（按各房间合计核对）",
        "Living rooms that need winter sun have window openings of at least 20 % of their floor (checked as sums over the rooms).",
        # 0.20 is one to five.
        w.duty(requires=5 * premises.window_area_m2 >= premises.floor_area_m2),
        title=("窗地面积比", "windows to floor"),
        known_from=w.known_from(w.Support.SOLID, HYG1, HYG2, also=[WST2], facts="he.window")),
    w.clause("verify", "现场核实（条次不详）", w.MUST, "县级卫生健康部门收到备案材料后15个工作日内现场核实并告知结果",
        "Within 15 working days of receiving the filing materials the county's health authority checks on the spot and gives notice.",
        w.duty(requires=any_of(filing.receipt_given, filing.refusal_notice_given),
            limit=w.limit(15, w.WORKING_DAYS, counted_from=("收到备案材料", "receipt of the filing materials"))),
        w.task(("现场核实并告知结果", "check on the spot and give notice"), acting="县级卫生健康部门"),
        title=("现场核实期限", "time for the check on the spot"),
        known_from=w.known_from(w.Support.CORROBORATED, HYG1, also=[MAWEI], facts="he.verify")),
    w.clause("rest", "其余内容", w.FACT, "基本标准的其余内容", "Whatever else the standard says.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_hygiene_2022",
    w.Document(
        title=w.Text(
            zh="托育机构卫生评价基本标准（试行）",
            en="Basic standard for the hygiene evaluation of childcare institutions (trial)",
        ),
        issuer=w.Text(zh="国家卫生健康委", en="National Health Commission"),
        in_force=in_force_since(2022),
        parallels=("national_setting_2019", "national_filing_2019", "national_quality_2023"),
    ),
    CLAUSES,
    offices={"县级卫生健康部门": (Body.HEALTH, Level.COUNTY)},
)
