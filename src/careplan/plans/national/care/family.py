"""Family childcare points, for trial, 2023: how many children, which home, which ratio.

Source: 《家庭托育点管理办法（试行）》, 2023, as reported by a newspaper, CCTV News and National Business
Daily in November 2023. The text was not seen and no article numbers are known; of the ratio and
the video one report speaks, and the draft of March 2023 has the same number.

Limits: whoever runs a point in a home of its own needs no lease, one in another's home a lease of
three years, whose first and last day both belong to it. Who may run a point beside that, how it
is registered and filed, and all other articles are left out.
"""

from careplan import writing as w
from careplan.criteria.nodes import any_of
from careplan.criteria.proxies import elapsed, facts
from careplan.nouns.care.groups import FamilyPoint
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import FP1, FP2, FP3, FPD

point = facts(FamilyPoint)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("max", "收托人数（条次不详）", w.PROHIBITED, "收托婴幼儿不得超过5人", "No more than five children are in its care.",
        w.duty(requires=point.children <= 5),
        title=("收托人数", "number of children"),
        known_from=w.known_from(w.Support.SOLID, FP1, FP2, FP3, facts="fp.max")),
    w.clause("ratio", "照护人员（条次不详）", w.MUST, "每名照护人员照护不超过3名婴幼儿", "No more than three children for each carer.",
        w.duty(requires=point.children <= 3 * point.carers),
        title=("照护人员配比", "children for each carer"),
        known_from=w.known_from(w.Support.CORROBORATED, FP1, also=[FPD], facts="fp.ratio")),
    w.clause("lease", "场所（条次不详）", w.MUST, "设在自有住宅；租用他人住宅的，租期不少于3年",
        "It is in a home of its own, or in another's that is leased for at least three years.",
        w.duty(requires=any_of(point.owned,
            elapsed(point.lease_from, point.lease_until, years=3, both_days=True))),
        title=("自有住宅或租期", "own home or a lease"),
        known_from=w.known_from(w.Support.SOLID, FP1, FP3, facts="fp.lease")),
    w.clause("video", "监控录像（条次不详）", w.MUST, "监控录像保存不少于90天", "Video is kept for at least 90 days.",
        w.duty(requires=point.video_kept_days >= 90),
        title=("监控录像保存期", "how long video is kept"),
        known_from=w.known_from(w.Support.CORROBORATED, FP2, also=[FPD], facts="fp.video")),
    w.clause("rest", "其余条文", w.FACT, "举办者条件、登记备案等其余条文", "Who may run a point, registration, filing, and all other articles.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_family_2023",
    w.Document(
        title=w.Text(
            zh="家庭托育点管理办法（试行）", en="Measures on family childcare points (trial)"
        ),
        issuer=w.Text(zh="国家卫生健康委等", en="National Health Commission and others"),
        in_force=in_force_since(2023),
        parallels=("national_setting_2019", "national_filing_2019", "national_video_2025"),
    ),
    CLAUSES,
)
