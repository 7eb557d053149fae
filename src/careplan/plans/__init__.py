"""The encoded documents, one module or folder each. Nothing is loaded until it is asked for."""

from importlib import import_module

from careplan.base.errors import NotFound
from careplan.base.messages import LANGUAGES
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

    The suggestion goes by the title and the issuer as well.

    >>> get_plan("bda_2017")
    <Plan bda_2017: 43 clauses>
    >>> get_plan("大洼")
    Traceback (most recent call last):
    careplan.base.errors.NotFound: no plan named '大洼'; did you mean dawa_2023?
    """
    if not isinstance(plan_id, str) or plan_id not in PLAN_IDS:
        raise NotFound("plan", plan_id, PLAN_IDS, meant=_titled(plan_id))
    plan: Plan = import_module(f"careplan.plans.{plan_id}").PLAN
    return plan


def _titled(name: object) -> str | None:
    """Return the only document whose title or issuer has these words in it."""
    if not isinstance(name, str) or not name.strip():
        return None
    words = name.strip().casefold()
    documents = ((plan_id, get_plan(plan_id).document) for plan_id in PLAN_IDS)
    found = [
        plan_id
        for plan_id, document in documents
        for said in (document.title, document.issuer)
        if any(words in said.get(language).casefold() for language in LANGUAGES)
    ]
    return found[0] if len(set(found)) == 1 else None
