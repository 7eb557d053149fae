"""A county's own document: its nouns, and a plan of as many routes as there are conditions."""

from datetime import date
from typing import Any

import attrs

import careplan as cp
from careplan import writing as w
from careplan.fields.declaring import choices, count, day, flag, items, number, part, table, words

CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
TITLE = cp.Text(zh="某县方案", en="A county's plan")
ours = cp.facts(cp.Applicant)


@attrs.frozen(kw_only=True)
class Plot(cp.Noun):
    """A place with an area."""

    area_m2: Any = number("面积", "area", unit=cp.Text(zh="平方米", en="m2"))
    leased: bool | None = flag("租赁", "leased")


@attrs.frozen(kw_only=True)
class TownApplicant(cp.Applicant):
    """An applicant with facts of a county's own, of every kind."""

    in_old_town: bool | None = flag("位于老城", "in the old town")
    site: Plot | None = part(Plot, "选址", "site")
    places: Any = items(Plot, "场所", "places")
    staff: int | None = count("人数", "staff")
    opened_on: date | None = day("开办日", "opened on")
    street: str | None = words("街道", "street")
    rooms: Any = table(cp.RoomGroup, "用房", "rooms")


@attrs.frozen(kw_only=True)
class Stall(cp.Noun):
    """What is no applicant of ours: a noun of its own."""

    covered: bool | None = flag("有顶棚", "covered")
    hours: Any = choices(cp.ServiceMode, "时段", "hours")


town, plot, stall = cp.facts(TownApplicant), cp.facts(Plot), cp.facts(Stall)


def county(*conditions: Any, **parts: Any) -> cp.Plan:
    """Make a plan with a route for each condition: parts "0", "1", ..."""
    routes = tuple(
        w.Route(clause=CLAUSE, part=str(place), registrar=cp.Body.HEALTH, level=None, condition=one)
        for place, one in enumerate(conditions)
    )
    return cp.Plan(
        id="county",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=(CLAUSE,),
        registration=w.Registration(clause=CLAUSE, routes=routes, **parts),
    )


def answer(subject: Any, plan: cp.Plan) -> tuple[str, tuple[str, ...]]:
    """Return the parts of the routes still possible, and what would narrow them."""
    found = cp.registration_paths(subject, plan)
    return "".join(path.route.part for path in found.paths), found.missing


FULL, HALF = cp.ServiceMode.FULL_DAY, cp.ServiceMode.HALF_DAY
LARGE = town.site.area_m2 >= 100
BASE_ONLY: dict[str, Any] = {"clause": CLAUSE, "applies": cp.all_of(), "base": "托育服务"}
MODES: dict[str, Any] = {
    "listed_in": "service_modes",
    "words": (("hourly", "钟点"), ("full_day", "全日")),
    "between": "和",
    "pattern": "{modes}{base}（试点）",
}
