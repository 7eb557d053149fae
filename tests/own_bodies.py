"""A county with bodies of its own, which register, act, oversee and lead in its own document."""

import attrs

import careplan as cp
from careplan import writing as w
from careplan.fields.declaring import choice


class CountyBody(w.AnyBody):
    """Bodies that only this county has."""

    MARKET_OFFICE = ("market_office", "市场办", "market office")
    CARE_CENTRE = ("care_centre", "托育指导中心", "care guidance centre")
    ARCHIVE = ("archive", "档案室", "archive")


MARKET, CENTRE, ARCHIVE = CountyBody
OFFICES = w.office_table(
    ("县市场办", MARKET, cp.Level.COUNTY),
    ("托育中心", CENTRE),
    ("档案室", ARCHIVE),
    ("县卫健局", cp.Body.HEALTH, cp.Level.COUNTY),
)


@attrs.frozen(kw_only=True)
class CountySite(cp.EarlyEducationCentre):
    """An early-education centre that a body of the county's own approves."""

    approved_by: CountyBody | None = choice(CountyBody, "审批部门", "approving body")  # type: ignore[assignment]  # another enum


CHAPTER = (
    w.clause("1", "一", w.MUST, "县市场办牵头，县卫健局配合", "The market office leads.",
        w.task(lead="县市场办", support="县卫健局")),
    w.clause("2", "二", w.MUST, "向县市场办登记，向托育中心备案", "Register, then file.",
        w.registration(
            routes=(w.route(MARKET, cp.Level.COUNTY, cp.all_of()),),
            steps=(
                w.step("file", ("备案", "file"), actor=cp.Party.INSTITUTION, before=CENTRE),
                w.step("check", ("核实", "check"), actor=CENTRE, before=MARKET, after="file"),
            ),
            oversight=(
                w.oversight(CountySite, managed_by=None),
                w.oversight(cp.ToddlerClass, managed_by=MARKET, supervised_by=CENTRE,
                    guided_by=cp.Body.HEALTH),
            ),
            unassigned=(CENTRE, cp.Body.HEALTH),
            filing_office=CENTRE,
        )),
)  # fmt: skip
TITLE = w.Text(zh="某县方案", en="a county's plan")
PLAN = w.Plan.of("county", w.Document(title=TITLE, issuer=TITLE), CHAPTER, offices=OFFICES)
