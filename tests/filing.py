"""A registration with steps of every sort, and a calendar to date them by, for several tests."""

from datetime import date
from typing import Any

import careplan as cp
from careplan import writing as w
from careplan.results import RegistrationPath

applicant = cp.facts(cp.Applicant)
INSTITUTION, HEALTH = cp.Party.INSTITUTION, cp.Body.HEALTH


def step(key: str, **said: Any) -> Any:
    """Write a step by the institution before the health authority."""
    made: dict[str, Any] = {"actor": INSTITUTION, "before": HEALTH, "part": key, **said}
    return w.step(key, (f"步骤{key}", f"step {key}"), **made)


FILING = cp.Plan.of(
    "filing",
    ("登记备案办法", "Registration and filing"),
    (
        w.clause(
            "1",
            "一",
            w.MUST,
            "登记并备案",
            "Register and file.",
            w.registration(
                routes=(w.route(cp.Body.MARKET_REGULATION, cp.Level.COUNTY, cp.all_of()),),
                steps=(
                    step("register", before=cp.Party.REGISTRAR, limit=w.limit(1, w.MONTHS)),
                    step("zone", after="register", applies=applicant.in_special_zone),
                    step("file", after="register zone", promptly=True),
                    step(
                        "receipt",
                        actor=HEALTH,
                        before=INSTITUTION,
                        after="file",
                        limit=w.limit(5, w.WORKING_DAYS, counted_from=("收到之日", "receipt")),
                    ),
                    step("notice", after="file", instead_of="receipt", limit=w.limit(15, w.DAYS)),
                    step(
                        "publish",
                        after="receipt notice",
                        limit=w.limit(20, w.DAYS, since="file"),
                    ),
                    step(
                        "update",
                        after="receipt",
                        whenever=("登记变更", "a change"),
                        limit=w.limit(10, w.WORKING_DAYS),
                    ),
                ),
            ),
        ),
    ),
    issuer=("某县", "a county"),
)
# The spring holiday of 2025 as it was announced.
SPRING = cp.WorkCalendar(
    off=[*(date(2025, 1, day) for day in range(28, 32)), *(date(2025, 2, d) for d in range(1, 5))],
    made_up=[date(2025, 1, 26), date(2025, 2, 8)],
    known=(date(2025, 1, 2), date(2025, 3, 31)),
)


def path(**facts: Any) -> RegistrationPath:
    """Return the only path of an applicant with these facts."""
    (only,) = cp.registration_paths(cp.Applicant(**facts), FILING).paths
    return only
