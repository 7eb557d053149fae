"""The encoded documents, one module or folder each. Nothing is loaded until it is asked for."""

from collections.abc import Iterable
from importlib import import_module

from careplan.base.errors import NotFound
from careplan.base.messages import LANGUAGES
from careplan.base.nearness import nearest
from careplan.documents.plan import Plan

PLAN_IDS = ("baodi_2020", "bda_2017", "dawa_2023", "shiyan_2021", "shuangliao_2021")
# The national texts behind them: each id, and where it lives below `national`.
NATIONAL = {
    "beijing_rooms_2017": "rooms.beijing_rooms",
    "national_childcare_bill_2025": "law.childcare_bill",
    "national_civil_code_2020": "law.civil_code",
    "national_credit_code_2015": "law.credit_code",
    "national_design_2019": "premises.design",
    "national_family_2023": "care.family",
    "national_filing_2019": "care.filing",
    "national_fire_code_2018": "premises.fire_code",
    "national_fire_guide_2022": "premises.fire_guide",
    "national_five_year_2021": "rooms.five_year",
    "national_health_care_2010": "care.health_care",
    "national_hygiene_2022": "care.hygiene",
    "national_market_2021": "law.market",
    "national_population_law_2021": "law.population",
    "national_quality_2023": "care.quality",
    "national_rooms_2016": "rooms.national_rooms",
    "national_setting_2019": "care.setting",
    "national_video_2025": "premises.video",
    "national_women_2012": "law.women",
    "tianjin_feeding_2022": "rooms.tianjin_feeding",
}
_HOMES = {
    **{plan_id: plan_id for plan_id in PLAN_IDS},
    **{plan_id: f"national.{home}" for plan_id, home in NATIONAL.items()},
}


def plan_ids() -> tuple[str, ...]:
    """Return the ids of the encoded documents.

    >>> plan_ids()
    ('baodi_2020', 'bda_2017', 'dawa_2023', 'shiyan_2021', 'shuangliao_2021')
    """
    return PLAN_IDS


def national_plan_ids() -> tuple[str, ...]:
    """Return the ids of the national texts behind them, and of two cities' on the same rooms.

    They are known from copies, clause by clause: see `Clause.known_from`.

    >>> "national_setting_2019" in national_plan_ids()
    True
    """
    return tuple(sorted(NATIONAL))


def get_plan(plan_id: str) -> Plan:
    """Return an encoded document or national text by its id.

    Raises NotFound with a suggestion, which goes by the title and the issuer as well.

    >>> get_plan("bda_2017")
    <Plan bda_2017: 43 clauses>
    >>> get_plan("大洼")
    Traceback (most recent call last):
    careplan.base.errors.NotFound: no plan named '大洼'; did you mean dawa_2023?
    """
    if not isinstance(plan_id, str) or plan_id not in _HOMES:
        meant = (
            _titled(plan_id, PLAN_IDS)
            or nearest(plan_id, {one: one for one in _HOMES})
            or _titled(plan_id, NATIONAL)
        )
        raise NotFound("plan", plan_id, PLAN_IDS, meant=meant)
    plan: Plan = import_module(f"careplan.plans.{_HOMES[plan_id]}").PLAN
    return plan


def _titled(name: object, among: Iterable[str]) -> str | None:
    """Return the only one of these documents whose title or issuer has these words in it."""
    if not isinstance(name, str) or not name.strip():
        return None
    words = name.strip().casefold()
    documents = ((plan_id, get_plan(plan_id).document) for plan_id in among)
    found = [
        plan_id
        for plan_id, document in documents
        for said in (document.title, document.issuer)
        if any(words in said.get(language).casefold() for language in LANGUAGES)
    ]
    return found[0] if len(set(found)) == 1 else None
