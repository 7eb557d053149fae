"""The setting standard and the management norm of institutions, both for trial, 2019.

Source: 《托育机构设置标准（试行）》 (ss) and 《托育机构管理规范（试行）》 (mr), two texts issued together as
国卫人口发〔2019〕58号. Neither was read in print: each clause says which copies have it. Sources
differ in the numbers of articles of the ratios and of the norm; the numbers here are those of
the compilation that most of it is known from.

Limits: known are the kinds of class with their ages and sizes, the ratios, the premises' lease,
what the head of an institution brings, the check of a child that was away, time outdoors and
how long video is kept. At 12 and at 24 months two kinds of class meet and the text does not say
which is which: a class is then what it is said to be. That the check comes on or after the day a child left is how it is read:
one of before says nothing about the time away. All other articles of both texts are one declared
fact, so that nothing is said to be met over articles that nobody checked. Summaries are ours.
"""

from careplan import writing as w
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.proxies import among, elapsed, every, facts, some
from careplan.documents.chapters.drafts import Draft
from careplan.nouns.care.groups import ClassGroup, ClassKind
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.people import Child, Diploma, StaffMember, StaffRole
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import (
    D76A,
    FARM,
    FP2,
    JGJ,
    N2012,
    NANJ,
    QA8,
    QQ,
    SZ,
    TOT,
    UIA,
    WEN,
    WST2,
    WST3,
)

institution, group = facts(Institution), facts(ClassGroup)
staff, child = facts(StaffMember), facts(Child)
premises = institution.premises

SOLID, CORROBORATED = w.Support.SOLID, w.Support.CORROBORATED
INFANT, SMALL = group.kind == ClassKind.INFANT, group.kind == ClassKind.SMALL
LARGE, MIXED = group.kind == ClassKind.LARGE, group.kind == ClassKind.MIXED
IS_HEAD = staff.role == StaffRole.HEAD
COLLEGE = among(staff.diploma, {Diploma.COLLEGE, Diploma.BACHELOR, Diploma.GRADUATE})
AWAY = elapsed(child.left_on, child.returned_on, months=3)
CHECKED_SINCE = elapsed(child.left_on, child.health_checked_on, days=1, both_days=True)
LEASED_LONG = elapsed(premises.lease_from, premises.lease_until, years=3, both_days=True)


def of_class(who: Criterion, requires: Criterion, also: str = "") -> tuple[Draft[w.Rule], ...]:
    """Write what a class of a kind must have: asked of the class, and of all an institution has."""
    return (
        w.duty(applies=who, requires=requires, also=also),
        w.duty(part="institution", also=also, applies=some(institution.classes, who),
            requires=every(institution.classes, any_of(not_(who), requires))),
    )  # fmt: skip


def of_staff(who: Criterion, requires: Criterion) -> tuple[Draft[w.Rule], ...]:
    """Write what a member of staff must bring: asked of one, and of all an institution has."""
    return (
        w.duty(applies=who, requires=requires),
        w.duty(part="institution", applies=some(institution.staff, who),
            requires=every(institution.staff, any_of(not_(who), requires))),
    )  # fmt: skip


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("ss.11", "设置标准 第十一条", w.MUST, "场地自有，或租期不少于3年",
        "The premises are its own, or leased for at least three years.",
        w.duty(requires=any_of(premises.owned, LEASED_LONG)),
        title=("自有场地或租期", "own premises or a lease"),
        known_from=w.known_from(SOLID, TOT, UIA, FARM, facts="ss.lease")),
    w.clause("ss.18.degree", "设置标准 第十八条", w.MUST, "负责人具有大专以上学历",
        "The head has a college diploma or a higher one.",
        *of_staff(IS_HEAD, COLLEGE),
        title=("负责人学历", "diploma of the head"),
        known_from=w.known_from(SOLID, TOT, NANJ, QA8, also=[WST2], facts="ss.head.degree")),
    # That the training has to be passed stands in the same sentence.
    w.clause("ss.18.years", "设置标准 第十八条", w.MUST, "负责人有3年以上相关管理经历，并经岗位培训合格",
        "The head has three years or more of relevant experience and has passed the training for the post.",
        *of_staff(IS_HEAD, all_of(staff.relevant_years >= 3, staff.post_training_passed)),
        title=("负责人经历和岗位培训", "experience and training of the head"),
        known_from=w.known_from(SOLID, TOT, NANJ, QA8, also=[WST2], facts="ss.head.years")),

    w.clause("ss.19.infant.age", "设置标准 第十九条", w.FACT, "乳儿班：6至12个月", "An infant class: 6 to 12 months.",
        w.term("乳儿班", "infant class", criterion=all_of(group.youngest_months >= 6, group.oldest_months <= 12)),
        known_from=w.known_from(SOLID, TOT, WEN, QQ, also=[JGJ], facts="ss.class.infant.age_from ss.class.infant.age_to")),
    w.clause("ss.19.small.age", "设置标准 第十九条", w.FACT, "托小班：12至24个月", "A lower toddler class: 12 to 24 months.",
        w.term("托小班", "lower toddler class", criterion=all_of(group.youngest_months >= 12, group.oldest_months <= 24)),
        known_from=w.known_from(SOLID, TOT, WEN, also=[JGJ], facts="ss.class.small.age_from ss.class.small.age_to")),
    w.clause("ss.19.large.age", "设置标准 第十九条", w.FACT, "托大班：24至36个月", "An upper toddler class: 24 to 36 months.",
        w.term("托大班", "upper toddler class", criterion=all_of(group.youngest_months >= 24, group.oldest_months <= 36)),
        known_from=w.known_from(SOLID, TOT, WEN, QQ, also=[JGJ], facts="ss.class.large.age_from ss.class.large.age_to")),
    w.clause("ss.19.infant.max", "设置标准 第十九条", w.MUST, "乳儿班10人以下", "An infant class has no more than ten children.",
        *of_class(INFANT, group.children <= 10),
        known_from=w.known_from(CORROBORATED, TOT, SZ, QA8, also=[JGJ], facts="ss.class.infant.max")),
    w.clause("ss.19.small.max", "设置标准 第十九条", w.MUST, "托小班15人以下", "A lower toddler class has no more than 15.",
        *of_class(SMALL, group.children <= 15),
        known_from=w.known_from(CORROBORATED, TOT, SZ, QA8, also=[JGJ], facts="ss.class.small.max")),
    w.clause("ss.19.large.max", "设置标准 第十九条", w.MUST, "托大班20人以下", "An upper toddler class has no more than 20.",
        *of_class(LARGE, group.children <= 20),
        known_from=w.known_from(CORROBORATED, TOT, SZ, QA8, also=[JGJ], facts="ss.class.large.max")),
    # 18个月以上可混合编班: who may be in one bounds every class that is one.
    w.clause("ss.19.mixed.age", "设置标准 第十九条", w.MUST, "18个月以上的婴幼儿才可混合编班",
        "Only children of 18 months and above may be in a mixed class.",
        *of_class(MIXED, group.youngest_months >= 18),
        known_from=w.known_from(CORROBORATED, TOT, SZ, facts="ss.mixed.age_from")),
    w.clause("ss.19.mixed.max", "设置标准 第十九条", w.MUST, "混合班每班不超过18人", "A mixed class has no more than 18.",
        *of_class(MIXED, group.children <= 18),
        known_from=w.known_from(CORROBORATED, TOT, SZ, facts="ss.mixed.max")),

    w.clause("ss.20.infant", "设置标准 第二十条", w.MUST, "乳儿班每名保育人员照护不超过3名婴幼儿",
        "In an infant class, no more than three children for each carer.",
        *of_class(INFANT, group.children <= 3 * group.carers),
        known_from=w.known_from(SOLID, TOT, QQ, SZ, facts="ss.ratio.infant")),
    w.clause("ss.20.small", "设置标准 第二十条", w.MUST, "托小班每名保育人员照护不超过5名婴幼儿",
        "In a lower toddler class, no more than five children for each carer.",
        *of_class(SMALL, group.children <= 5 * group.carers),
        known_from=w.known_from(SOLID, TOT, QQ, SZ, facts="ss.ratio.small")),
    w.clause("ss.20.large", "设置标准 第二十条", w.MUST, "托大班每名保育人员照护不超过7名婴幼儿",
        "In an upper toddler class, no more than seven children for each carer.",
        *of_class(LARGE, group.children <= 7 * group.carers),
        known_from=w.known_from(SOLID, TOT, QQ, SZ, facts="ss.ratio.large")),

    w.clause("mr.11", "管理规范 第十一条", w.MUST, "离开机构3个月以上的婴幼儿，返回时重新健康检查",
        "A child that was away for three months or more is checked again when it comes back.",
        w.duty(applies=AWAY, requires=CHECKED_SINCE),
        w.duty(part="institution", applies=some(institution.returned_children, AWAY),
            requires=every(institution.returned_children, any_of(not_(AWAY), CHECKED_SINCE))),
        title=("离园后重新健康检查", "a new check after time away"),
        known_from=w.known_from(CORROBORATED, TOT, also=[D76A, N2012], facts="mr.recheck")),
    w.clause("mr.18", "管理规范 第十八条", w.SHOULD, "每日户外活动不少于2小时，天气影响时可调整",
        "At least two hours a day outdoors; the weather may change it.",
        w.duty(requires=institution.outdoor_hours_a_day >= 2),
        title=("户外活动时间", "time outdoors"),
        known_from=w.known_from(SOLID, TOT, QQ, facts="mr.outdoor")),
    w.clause("mr.32", "管理规范 第三十二条", w.MUST, "监控录像保存不少于90天", "Video is kept for at least 90 days.",
        w.duty(requires=institution.video_kept_days >= 90),
        title=("监控录像保存期", "how long video is kept"),
        known_from=w.known_from(CORROBORATED, TOT, also=[WST3, FP2], facts="mr.video")),

    w.clause("rest", "两项标准规范的其余条文", w.MUST, "其余条文未逐条编入，须另行核对",
        "Both texts have further articles, which are not encoded one by one and have to be checked apart.",
        w.duty(requires=institution.meets_other_national_rules),
        title=("其余规定", "all other articles"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_setting_2019",
    w.Document(
        title=w.Text(
            zh="托育机构设置标准（试行）和托育机构管理规范（试行）",
            en="Setting standard and management norm of childcare institutions (trial)",
        ),
        issuer=w.Text(zh="国家卫生健康委", en="National Health Commission"),
        number="国卫人口发〔2019〕58号",
        in_force=in_force_since(2019),
        parallels=(
            "national_health_care_2010",
            "national_hygiene_2022",
            "national_quality_2023",
            "national_design_2019",
            "national_video_2025",
        ),
    ),
    CLAUSES,
)
