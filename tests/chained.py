"""Fictitious plans of which one answers a fact that another reads, for several tests."""

from typing import Any

import careplan as cp
from careplan import writing as w

nursery = cp.facts(cp.Institution)
SHIYAN = cp.get_plan("shiyan_2021")
# What Shiyan's clause 2.3.3.f reads: whether an institution meets the national standard.
FACT, READ = "meets_national_standard", "2.3.3.f"
TWO = w.known_from(w.Support.SOLID, "甲网", "乙网")
ONE = w.known_from(w.Support.CORROBORATED, "甲网", also=["某标准"])


def county(name: str, *rows: tuple[Any, ...]) -> cp.Plan:
    """Return a plan of musts: of each what it encodes, and how it is known if not by its text."""
    clauses = [
        w.clause(str(number), f"第{number}条", w.MUST, f"第{number}项", f"Item {number}.", made,
                 known_from=known[0] if known else None)
        for number, (made, *known) in enumerate(rows, start=1)
    ]  # fmt: skip
    return cp.Plan.of(name, ("某办法", f"rules of {name}"), clauses, issuer=("某县", "an issuer"))


# At least ten slots, by two copies; and filed, by one: of who is registered.
NATIONAL = county(
    "national",
    (w.duty(requires=nursery.slots >= 10), TWO),
    (w.duty(applies=nursery.registered, requires=nursery.filed_with_health), ONE),
)
WISH = {FACT: "national"}


def asked(*plans: cp.Plan, wish: Any = None, **facts: Any) -> Any:
    """Ask plans about an institution, the national one answering unless another is wished for."""
    return cp.assess(cp.Institution(**facts), plans, answer=WISH if wish is None else wish)
