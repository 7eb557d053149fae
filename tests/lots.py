"""A fictitious site with days, and a plan that counts time between them and to the day asked."""

from datetime import date
from typing import Any

import attrs

import careplan as cp
from careplan import writing as w
from careplan.fields.declaring import day, flag, items


@attrs.frozen(kw_only=True)
class Wing(cp.Noun):
    """An item with a day; `on` is a fact of its own, as some nouns have."""

    opened_on: date | None = day("启用日期", "opening day", changeable=True)
    on: date | None = day("登记日", "day of record")


@attrs.frozen(kw_only=True)
class Lot(cp.Noun):
    """A site with a lease and an opening day."""

    lease_from: date | None = day("租期开始日", "lease start")
    lease_until: date | None = day("租期结束日", "lease end", changeable=True)
    opened_on: date | None = day("启用日期", "opening day")
    listed: bool | None = flag("在册", "listed")
    wings: Any = items(Wing, "楼", "wings", growable=True)


lot, wing = cp.facts(Lot), cp.facts(Wing)
LEASE = cp.elapsed(lot.lease_from, lot.lease_until, years=3, both_days=True)
OPEN = cp.elapsed(lot.opened_on, months=6)
WING = cp.some(lot.wings, cp.elapsed(wing.opened_on, months=6))
_DOCUMENT = w.Document(title=("方案", "plan"), issuer=("某县", "a county"))
PLAN = w.Plan.of(
    "lots",
    _DOCUMENT,
    (
        w.clause(
            "1", "一", w.MUST, "租期不少于三年", "A lease of three years.",
            w.duty(applies=lot.listed, requires=LEASE),
        ),
        w.clause(
            "2", "二", w.MUST, "启用满半年", "Open for six months.",
            w.duty(applies=lot.listed, requires=OPEN),
        ),
        w.clause(
            "3", "三", w.MUST, "有楼启用满半年", "A wing open for six months.",
            w.duty(applies=lot.listed, requires=WING),
        ),
    ),
)  # fmt: skip
