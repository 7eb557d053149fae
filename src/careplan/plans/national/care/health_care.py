"""Health care in nurseries and kindergartens, 2010: health workers, and checks after time away.

Source: 《托儿所幼儿园卫生保健管理办法》, 卫生部 教育部令第76号, in force from 1 November 2010. It was not read
in print; article 12 is quoted in full by a copy, article 18 by two.

Limits: at 150 children or more there are full-time health workers "in a ratio of" 150 children to
one: whether 300 children need two, or one is enough, the text leaves open. What the two readings
answer alike is answered; where they differ, both are needed for it, and the answer stays open.
All other articles are left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import elapsed, every, facts, some
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.people import Child
from careplan.plans.national.sources import D76A, D76B, D76D, TOT

institution, child = facts(Institution), facts(Child)

PER_WORKER = w.question(
    "per_worker", "12.full",
    "150名儿童配备1名专职卫生保健人员，是按比例递增还是配1名即可",
    "One full-time health worker for 150 children: in proportion, or is one enough?",
    open=("两种理解结果不同时不作结论", "where the two differ, no answer is given"),
    ratio=("按比例：每150名儿童1名", "in proportion: one for each 150 children"),
    one=("150名以上配1名即可", "one is enough from 150 children on"),
)  # fmt: skip

LARGE = institution.children_in_care >= 150
ONE = institution.full_time_health_workers >= 1
RATIO = institution.children_in_care <= 150 * institution.full_time_health_workers
AWAY = elapsed(child.left_on, child.returned_on, months=3)
CHECKED_SINCE = elapsed(child.left_on, child.health_checked_on, days=1, both_days=True)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("12.full", "第十二条", w.MUST, "接收150名儿童以上的，按150名儿童配备1名专职卫生保健人员的比例配备",
        "From 150 children on, full-time health workers in a ratio of one to 150 children.",
        w.duty(applies=LARGE, requires=w.choose(PER_WORKER,
            open=all_of(ONE, any_of(RATIO, institution.health_workers_accepted)),
            ratio=all_of(ONE, RATIO),
            one=ONE)),
        title=("150名以上：专职卫生保健人员", "full-time health workers from 150 children on"),
        known_from=w.known_from(w.Support.CORROBORATED, TOT, D76B, facts="d76.full")),
    w.clause("12.part", "第十二条", w.MUST, "接收不足150名儿童的，配备至少1名专职或兼职卫生保健人员",
        "Below 150 children, at least one health worker, full-time or part-time.",
        w.duty(applies=institution.children_in_care < 150,
            requires=any_of(ONE, institution.part_time_health_workers >= 1)),
        title=("不足150名：专职或兼职", "full-time or part-time below 150 children"),
        known_from=w.known_from(w.Support.CORROBORATED, TOT, D76B, facts="d76.part")),
    w.clause("18", "第十八条", w.MUST, "离开机构3个月以上的儿童，重新进行健康检查", "A child that was away for three months or more is checked again.",
        w.duty(applies=AWAY, requires=CHECKED_SINCE),
        w.duty(part="institution", applies=some(institution.returned_children, AWAY),
            requires=every(institution.returned_children, any_of(not_(AWAY), CHECKED_SINCE))),
        title=("离园后重新健康检查", "a new check after time away"),
        known_from=w.known_from(w.Support.SOLID, TOT, D76A, facts="d76.recheck")),
    w.clause("force", "施行日期", w.FACT, "自2010年11月1日起施行", "In force from 1 November 2010.",
        w.declined("办法自身的施行日期", "since when the measure itself is in force"),
        known_from=w.known_from(w.Support.SOLID, TOT, D76D, facts="d76.force")),
    w.clause("rest", "其余条文", w.FACT, "办法的其余条文", "All other articles of the measure.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_health_care_2010",
    w.Document(
        title=w.Text(
            zh="托儿所幼儿园卫生保健管理办法",
            en="Measures on health care in nurseries and kindergartens",
        ),
        issuer=w.Text(zh="卫生部、教育部", en="Ministry of Health and Ministry of Education"),
        number="卫生部 教育部令第76号",
        in_force=(date(2010, 11, 1), None),
        parallels=("national_setting_2019", "national_hygiene_2022"),
    ),
    CLAUSES,
    questions=[PER_WORKER],
)
