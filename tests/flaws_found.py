"""What the audit finds in a plan of a test, as tests compare it."""

from typing import Any

from small_plans import MAY, MUST, TITLE

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws

DOCUMENT = w.Document(title=TITLE, issuer=TITLE)


def found(**parts: Any) -> list[tuple[str, tuple[str, ...], str]]:
    """Return what is wrong with a plan of two clauses, whatever of it is not encoded."""
    plan = cp.Plan(id="x", document=DOCUMENT, clauses=(MUST, MAY), **parts)
    flaws = [one for one in find_flaws(plan) if one.code != "unencoded"]
    for one in flaws:
        assert one.text("zh") != one.text("en")
    return [(one.code, one.clauses, one.detail) for one in flaws]
