"""Section 三: stars, grant and plaque.

What recipients of the grant owe is a rule about them, and their task as well.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import among, facts, some
from careplan.nouns.facilities import Employer, Grant, GrantRecipient, Room
from careplan.plans.bda_2017.ch1_2_drive import IS_HUT, OF_EITHER_KIND

room, employer, grant = facts(Room), facts(Employer), facts(Grant)

GRANT_KINDS = w.question(
    "grant_kinds", "3.2.a a1.2.3.2",
    "资金支持是否包括母婴关爱室", "Is the grant paid for care rooms, or for huts only?",
    main_text=("正文：两类均可", "main text: huts and care rooms"),
    annex=("附件1：只限妈咪小屋", "annex 1: huts only"),
)  # fmt: skip

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("3.1.a", "三1", w.SHOULD, "适时评选星级小屋和关爱室",
        "Star-grade huts and care rooms will be selected at a suitable time.",
        w.benefit(also="a1.2.3.1", condition=OF_EITHER_KIND, owed_by="区总工会"),
        title=("适时评选星级小屋和关爱室", "star grades for huts and care rooms")),
    w.clause("3.1.b", "三1", w.SHOULD, "小屋建设逐步成为评优的内容之一",
        "Building huts gradually becomes one item in choosing model units and outstanding individuals for women workers' work.",
        w.benefit(also="a1.2.3.1", condition=some(employer.rooms, IS_HUT), owed_by="区总工会"),
        title=("小屋建设逐步纳入评优内容", "huts count in choosing model units")),

    # One grant, told twice; 3.2.b says what it is for.
    w.clause("3.2.a", "三2", w.MUST, "验收合格的小屋、关爱室获一万元支持",
        "Each accepted hut or care room gets 10 000 yuan from the zone union.",
        w.benefit(also="3.2.b a1.2.3.2", amount_yuan=10_000, owed_by="区总工会",
            condition=w.choose(GRANT_KINDS,
                main_text=all_of(OF_EITHER_KIND, room.acceptance_passed),
                annex=all_of(IS_HUT, room.acceptance_passed))),
        title=("合格小屋、关爱室获一万元支持", "10,000 yuan for an accepted room")),
    w.clause("3.2.b", "三2", w.MUST, "资金用于配置物资", "The money is for buying the needed supplies.",
        w.encoded_with("3.2.a")),
    w.clause("3.2.c", "三2", w.MUST, "资金列入上级补助收入，专款专用",
        "Recipients book the money as income from superior's grants and use it for its purpose only.",
        w.duty(
            applies=among(grant.recipient, {GrantRecipient.GRASSROOTS_UNION, GrantRecipient.PARK_PROPERTY_MANAGER}),
            requires=all_of(grant.booked_as_superior_subsidy, grant.used_for_purpose_only)),
        w.task(("资金记入上级补助、专款专用",
            "book the grant as income from superior's grants and use it for its purpose only"),
            acting="各基层工会 园区物业")),

    w.clause("3.3.a", "三3", w.MUST, "区总工会为积极开展工作的基层工会申请市总工会牌匾",
        "For an active union the zone union applies for the municipal union's 'mummy room' plaque.",
        # The zone union applies; the plaque is the city union's.
        w.benefit(also="a1.2.3.3", condition=employer.active_in_hut_work, owed_by="区总工会"),
        title=("为基层工会申请市总牌匾", "the municipal plaque for an active union")),
    w.clause("3.3.b", "三3", w.MAY, "可享受市总工会的配套物资",
        "Such unions may enjoy supplies supported by the municipal union.",
        w.benefit(also="a1.2.3.3", condition=employer.active_in_hut_work, owed_by="市总"),
        title=("可享受市总工会配套物资", "supplies from the municipal union")),
)
# fmt: on
