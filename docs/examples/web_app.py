"""A web service that assesses venues: JSON, forms and pages, in zh or en by Accept-Language."""

from typing import Annotated, Any

from fastapi import Body, Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

import careplan as cp
from careplan.results import Assessment


class Refused(BaseModel):
    """What is wrong with a form: in words, and each problem as a row."""

    text: str
    problems: list[dict[str, str | bool | None]]


class NotKnown(BaseModel):
    """A name that is not known, and the nearest one that is."""

    text: str
    suggestion: str | None


class NoForm(BaseModel):
    """A body that is no form."""

    detail: str


class Missing(BaseModel):
    """A fact to state next, and how to ask for it."""

    path: str
    question: str


class Said(BaseModel):
    """An assessment in words, for a client without careplan."""

    outcome: cp.Outcome
    text: str
    missing: list[Missing]
    rows: list[dict[str, str | int | bool | None]]


def language(accept_language: Annotated[str, Header()] = "") -> str:
    """Return "zh" or "en", whichever the caller prefers."""
    return cp.preferred_language(accept_language)


def plan_named(plan_id: str) -> cp.Plan:
    """Return the plan that the path names."""
    return cp.get_plan(plan_id)


app = FastAPI(title="careplan", responses={404: {"model": NotKnown}})
Language = Annotated[str, Depends(language)]
TheVenue = Annotated[cp.Venue, Body()]
PAGE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {"schema": {"type": "string"}}}}
}
FORM = {"schema": cp.codec.schema(cp.Venue, form=True)}
FORMS = {"application/x-www-form-urlencoded": FORM, "multipart/form-data": FORM}
POSTED = {"requestBody": {"content": FORMS, "required": True}}
NO_FORM = {
    "zh": "请提交表单，正文类型应为：" + "、".join(FORMS),
    "en": "post a form: its content type is one of " + ", ".join(FORMS),
}


def answered(assessment: Assessment, request: Request, said: str) -> Assessment | HTMLResponse:
    """Answer with a page, or for a program with all that the answer holds."""
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(assessment.to_html(said, page=True))
    return assessment


@app.post("/plans/{plan_id}/venues", response_model=Assessment, responses=PAGE)
def assess_venue(
    plan: Annotated[cp.Plan, Depends(plan_named)], venue: TheVenue, said: Language, request: Request
) -> Assessment | HTMLResponse:
    """Assess a venue."""
    return answered(cp.assess(venue, plan), request, said)


@app.post(
    "/plans/{plan_id}/forms",
    response_model=Assessment,
    responses={**PAGE, 415: {"model": NoForm}, 422: {"model": Refused}},
    openapi_extra=POSTED,
)
async def assess_form(
    plan: Annotated[cp.Plan, Depends(plan_named)], said: Language, request: Request
) -> Assessment | HTMLResponse:
    """Assess the venue that a form describes."""
    # Of any other body `request.form()` makes an empty form: nothing would be stated.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in FORMS:
        raise HTTPException(415, NO_FORM[said])
    async with request.form() as posted:
        venue = cp.codec.structure(posted.multi_items(), cp.Venue, form=True)
    return answered(cp.assess(venue, plan), request, said)


@app.post("/plans/{plan_id}/said")
def say_venue(
    plan: Annotated[cp.Plan, Depends(plan_named)], venue: TheVenue, said: Language
) -> Said:
    """Assess a venue and say it in words and rows."""
    assessment = cp.assess(venue, plan)
    return Said(
        outcome=assessment.outcome,
        text=assessment.explain(said),
        missing=[
            Missing(path=path, question=cp.fact_question(cp.Venue, path, said))
            for path in assessment.missing
        ],
        rows=assessment.records(plain=True),
    )


@app.exception_handler(cp.InvalidInput)
async def refused(request: Request, error: cp.InvalidInput) -> JSONResponse:
    """Answer 422 with every problem of a form, each by its label."""
    said = cp.preferred_language(request.headers.get("accept-language"))
    answer = {"text": error.text(said), "problems": error.to_records()}
    return JSONResponse(answer, status_code=422)


@app.exception_handler(cp.NotFound)
async def not_found(request: Request, error: cp.NotFound) -> JSONResponse:
    """Answer 404 with the nearest name there is."""
    said = cp.preferred_language(request.headers.get("accept-language"))
    return JSONResponse({"text": error.text(said), "suggestion": error.suggestion}, status_code=404)
