"""Plans that are in force at different times, and one that grants and fines, for several tests."""

from datetime import date
from typing import Any

import careplan as cp
from careplan import writing as w

room, nursery = cp.facts(cp.Room), cp.facts(cp.Institution)
DAY = date(2024, 5, 1)


def plan(name: str, *duties: Any, **document: Any) -> cp.Plan:
    """Return a plan of duties, its document issued by a county under its own name as title."""
    made = w.Document(title=name, issuer="某县", **document)
    return cp.Plan.of(name, made, [w.clause("1", "一", w.MUST, "甲", "A.", *duties)])


CLEAN = w.duty(requires=room.clean, part="clean")
SIGN = w.duty(requires=room.direction_sign, part="sign")
# From 1 May 2024 the new one stands in the place of the old one.
OLD = plan("old", SIGN, number="1号", in_force=(date(2020, 1, 1), None))
NEW = plan("new", CLEAN, in_force=(DAY, date(2029, 12, 31)), supersedes=("1号",))
SILENT = plan("silent", SIGN)
DRAFT = plan("draft", SIGN, in_force=w.DRAFT)
PLANS = (OLD, NEW, SILENT, DRAFT)
MONEY = cp.Plan.of(
    "money",
    ("扶持与处罚", "Support and fines"),
    (
        w.clause(
            "1",
            "一",
            w.MAY,
            "普惠机构每个托位补助",
            "Inclusive institutions may get so much a slot.",
            w.benefit(
                condition=nursery.inclusive,
                amount_yuan=w.between(5_000, 8_000),
                per=("每个托位", "per slot"),
                units=nursery.slots,
            ),
        ),
        w.clause(
            "2",
            "二",
            w.MUST,
            "登记后备案",
            "File after registration.",
            w.duty(
                requires=nursery.filed_with_health,
                limit=w.limit(10, w.WORKING_DAYS),
                consequences=w.consequence(
                    order=("责令限期改正", "an order to put it right"),
                    limit=w.limit(30, w.DAYS),
                    fine_yuan=w.between(10_000, 30_000),
                    part="fine",
                ),
            ),
            w.duty(requires=nursery.registered, part="late", within=(date(2025, 1, 1), None)),
        ),
    ),
    issuer=("某县", "a county"),
)
