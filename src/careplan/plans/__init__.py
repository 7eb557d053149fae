"""The encoded documents, one module or folder each. Nothing is loaded until it is asked for."""

from importlib import import_module

from careplan.base.errors import NotFound
from careplan.documents.plan import Plan

PLAN_IDS = ("baodi_2020", "bda_2017", "dawa_2023", "shiyan_2021", "shuangliao_2021")


def plan_ids() -> tuple[str, ...]:
    """Return the ids of the encoded documents.

    >>> plan_ids()
    ('baodi_2020', 'bda_2017', 'dawa_2023', 'shiyan_2021', 'shuangliao_2021')
    """
    return PLAN_IDS


def get_plan(plan_id: str) -> Plan:
    """Return an encoded document by its id; raises NotFound with a suggestion.

    >>> get_plan("bda_2017")
    <Plan bda_2017: 43 clauses>
    """
    if not isinstance(plan_id, str) or plan_id not in PLAN_IDS:
        raise NotFound("plan", plan_id, PLAN_IDS)
    plan: Plan = import_module(f"careplan.plans.{plan_id}").PLAN
    return plan
