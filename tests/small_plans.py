"""A fictitious plan of two clauses, to try rules in."""

import careplan as cp
from careplan import writing as w

MUST = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))

MAY = w.Clause("2", "二", w.Modality.MAY, cp.Text(zh="乙", en="B."))

TITLE = cp.Text(zh="某县方案", en="A county's plan")


def clauses_of(*rows: tuple[str, str, w.Modality, str, str]) -> tuple[w.Clause, ...]:
    """Make clauses of rows: number, locator, modality, and a summary in both languages."""
    return tuple(
        w.Clause(number, locator, modality, cp.Text(zh=zh, en=en))
        for number, locator, modality, zh, en in rows
    )


def plan_of(*rules: w.Rule, benefits: tuple[w.Benefit, ...] = ()) -> cp.Plan:
    """Make a fictitious plan of the rules given."""
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="x", document=document, clauses=(MUST, MAY), rules=rules, benefits=benefits)


# One item that a fact decides and one that only an assessor can.
HALF_SEEN = w.Plan.of(
    "own",
    "验收",
    [
        w.clause(
            "1",
            "一",
            "应当",
            "百分制",
            w.sheet(
                "rooms",
                "验收表",
                w.item("clean", "卫生", 60, cp.facts(cp.Room).clean),
                w.item("order", "管理", 40),
                pass_mark=80,
                marking=w.Marking.ALL_OR_NOTHING,
            ),
        )
    ],
    issuer="某县",
)
