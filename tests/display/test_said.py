"""What results say, to the letter: text, rows, HTML and Markdown as they were when last agreed.

`PYTHONPATH=tests python tests/display/test_said.py` writes data/said.json anew; a change of it is
to be read, line by line. Answers of one kind that differ in facts only are kept as a digest.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from codec_samples import sample_results
from samples import results

import careplan as cp
from careplan.display.result import Result
from careplan.testing.cases.boundaries import fact_cases

SAID = Path(__file__).parent.parent / "data" / "said.json"
EVERY = 7  # of the decisive cases, one in so many


def said(result: Any) -> dict[str, Any]:
    """Return all that a result says."""
    return {
        "zh": result.explain("zh").split("\n"),
        "en": result.explain("en").split("\n"),
        "records": [{key: repr(cell) for key, cell in row.items()} for row in result.records()],
        "html": result._repr_html_().partition("</style>")[2],  # the sheet is one for all
        "markdown": result._repr_markdown_(),
    }


def digest(result: Any) -> str:
    """Return a short name for all that a result says."""
    text = json.dumps(said(result), ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]


def answers() -> Iterator[tuple[str, Any]]:
    """Yield results of every kind, and assessments of many subjects with what would mend them."""
    yield from ((f"sample {index}", one) for index, one in enumerate(results()))
    for plan_id in cp.plan_ids():
        plan = cp.get_plan(plan_id)
        for index, case in enumerate(islice(fact_cases(plan), 0, None, EVERY)):
            assessment = cp.assess(case.subject, plan, readings=case.readings, on=case.on)
            yield f"{plan_id} {index}", assessment
            for place, remedy in enumerate(cp.remedies(assessment)):
                yield f"{plan_id} {index} remedy {place}", remedy


def kept() -> dict[str, Any]:
    """Return the file as it is."""
    data: dict[str, Any] = json.loads(SAID.read_text(encoding="utf-8"))
    return data


SAMPLES = {name: one for name, one in sample_results().items() if isinstance(one, Result)}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_result_says_what_it_said(name: str) -> None:
    assert said(SAMPLES[name]) == kept()["samples"][name]


def test_many_answers_say_what_they_said() -> None:
    assert {name: digest(one) for name, one in answers()} == kept()["answers"]


def test_nothing_is_kept_in_vain() -> None:
    assert set(kept()["samples"]) == set(SAMPLES)
    assert len(kept()["answers"]) > 200  # more than a few of each plan


if __name__ == "__main__":
    whole = {
        "samples": {name: said(one) for name, one in SAMPLES.items()},
        "answers": {name: digest(one) for name, one in answers()},
    }
    SAID.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
