"""A web service that assesses a venue: problems or a verdict, in zh or en by Accept-Language."""

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, Request
from fastapi.responses import JSONResponse

import careplan as cp

app = FastAPI(title="careplan")


def language(accept_language: Annotated[str, Header()] = "") -> str:
    """Return "zh" or "en", whichever the caller prefers; zh if neither is named."""
    wishes: dict[str, float] = {}
    for wish in accept_language.split(","):
        tag, _, quality = wish.strip().lower().partition(";q=")
        try:
            wishes.setdefault(tag.partition("-")[0], float(quality or 1))
        except ValueError:
            continue  # a header is the caller's: what cannot be read counts as not sent
    return "en" if wishes.get("en", 0) > wishes.get("zh", 0) else "zh"


Language = Annotated[str, Depends(language)]


@app.exception_handler(cp.InvalidInput)
async def problems(request: Request, error: cp.InvalidInput) -> JSONResponse:
    """Answer 422 with every problem of the input, each with its path."""
    said = language(request.headers.get("accept-language", ""))
    rows = [
        {"path": one["path"], "code": one["code"], "text": one[said]} for one in error.to_records()
    ]
    return JSONResponse({"problems": rows}, status_code=422)


@app.exception_handler(cp.NotFound)
async def not_found(request: Request, error: cp.NotFound) -> JSONResponse:
    """Answer 404 with the nearest name there is."""
    said = language(request.headers.get("accept-language", ""))
    return JSONResponse({"text": error.text(said), "suggestion": error.suggestion}, status_code=404)


@app.post("/plans/{plan_id}/venues")
async def assess_venue(plan_id: str, request: Request, said: Language) -> dict[str, Any]:
    """Assess the venue in the body under a plan."""
    plan = cp.get_plan(plan_id)
    text = (await request.body()).decode(errors="surrogateescape")  # careplan refuses the rest
    assessment = cp.assess(cp.codec.loads(text, cp.Venue), plan)
    return {
        "outcome": assessment.outcome.value,
        "label": assessment.outcome.label.get(said),
        "missing": [
            {"path": path, "label": cp.fact_label(cp.Venue, path, said)}
            for path in assessment.missing
        ],
        "findings": [
            {
                "number": found.number,
                "locator": found.clause.locator,
                "outcome": found.outcome.value,
                "label": found.outcome.label.get(said),
            }
            for found in assessment.findings
        ],
        "text": assessment.explain(said),
        "rows": assessment.records(plain=True),
    }
