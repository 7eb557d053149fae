"""Standard for the quality evaluation of institutions, WS/T 821-2023, recommended.

Source: 《托育机构质量评估标准》 WS/T 821-2023, as reported by Xinhua, People's Daily and Bernama; one
compilation has its number 9.4.3. The text was not seen. In force from 1 April 2024.

Limits: the standard is recommended (T), so that nothing of it binds by itself. Known are the
window openings of living rooms, at least a fifth of the floor, and video kept for 90 days. Of
which living rooms the first is said the report leaves out; it is asked of those that need winter
sun, whose areas are the ones that are stated. All other items are left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution
from careplan.plans.national.sources import HYG1, TOT, WST2, WST3, WST4

institution = facts(Institution)
premises = institution.premises

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("window", "采光（条次不详）", w.SHOULD, "生活用房窗洞面积不小于地面面积的20%",
        "Living rooms have window openings of at least 20 % of their floor.",
        # 0.20 is one to five.
        w.duty(requires=5 * premises.window_area_m2 >= premises.floor_area_m2),
        title=("窗地面积比", "windows to floor"),
        known_from=w.known_from(w.Support.CORROBORATED, WST2, also=[HYG1], facts="ws.window")),
    w.clause("9.4.3", "第9.4.3条", w.SHOULD, "监控录像保存不少于90天", "Video is kept for at least 90 days.",
        w.duty(requires=institution.video_kept_days >= 90),
        title=("监控录像保存期", "how long video is kept"),
        known_from=w.known_from(w.Support.SOLID, TOT, WST3, facts="ws.video")),
    w.clause("force", "实施日期", w.FACT, "自2024年4月1日起实施", "In force from 1 April 2024.",
        w.declined("标准自身的实施日期", "since when the standard itself is in force"),
        known_from=w.known_from(w.Support.SOLID, TOT, WST3, WST4, facts="ws.force")),
    w.clause("rest", "其余内容", w.FACT, "标准的其余条目", "All other items of the standard.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_quality_2023",
    w.Document(
        title=w.Text(
            zh="托育机构质量评估标准",
            en="Standard for the quality evaluation of childcare institutions",
        ),
        issuer=w.Text(zh="国家卫生健康委", en="National Health Commission"),
        number="WS/T 821-2023",
        in_force=(date(2024, 4, 1), None),
        parallels=("national_setting_2019", "national_hygiene_2022", "national_video_2025"),
    ),
    CLAUSES,
)
