"""What a cold process loads for its first outcome: neither displays nor documents it is not for."""

import subprocess
import sys

import pytest

FIRST = (
    "import careplan as cp; venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[]); "
    "assessment = cp.assess(venue, cp.get_plan('shuangliao_2021')); assessment.outcome"
)
# attrs makes a class twice: as it is written, and with slots.
COUNTED = (
    "import attr._make as make; made = []; build = make._ClassBuilder.build_class; "
    "make._ClassBuilder.build_class = lambda self: made.append(1) or build(self); "
)


def loaded(program: str) -> set[str]:
    """Return the modules a fresh interpreter has after a program."""
    # What measures coverage loads modules of its own before: they are not counted.
    counted = f"import sys; bare = {{*sys.modules}}; {program}; print(*({{*sys.modules}} - bare))"
    command = [sys.executable, "-c", counted]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own text
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def first() -> set[str]:
    return loaded(FIRST)


def test_the_package_by_itself_is_one_module() -> None:
    found = loaded("import careplan")
    assert [name for name in found if name.startswith("careplan")] == ["careplan"]
    assert found.isdisjoint({"attr", "attrs", "cattrs", "dateutil", "decimal", "json"})


@pytest.mark.parametrize(
    "one",
    [
        *("careplan.display.views.parts", "careplan.display.tables.table"),
        *("careplan.display.written.pages", "careplan.verbs.advising.assessed"),
        *("careplan.documents.wording.shown", "careplan.documents.wording.assigned"),
        *("careplan.criteria.wording.criteria", "careplan.base.sentences.answers"),
        # What no clause of this plan needs.
        *("careplan.documents.scales.ledgers", "careplan.documents.scales.sheets"),
        *("careplan.documents.scales.grades", "careplan.documents.authorities.routes"),
        *("careplan.documents.authorities.forms", "careplan.nouns.localities"),
        "careplan.nouns.care.institutions",
        *("careplan.plans.dawa_2023", "careplan.codec", "careplan.verbs.assessing.several"),
        "careplan.criteria.compiling",  # for what is asked often
        *("cattrs", "dateutil", "hashlib", "html", "json", "calendar", "string"),
    ],
)
def test_the_first_outcome_needs_none_of(one: str, first: set[str]) -> None:
    assert one not in first


def test_what_is_shown_is_loaded_when_it_is_shown() -> None:
    shown = loaded(f"{FIRST}; assessment.explain()")
    assert {"careplan.display.views.parts", "careplan.base.sentences.answers"} <= shown


def test_how_many_modules_and_classes_the_first_outcome_takes(first: set[str]) -> None:
    # 117 modules, where it was 176; a few more do no harm.
    assert len([one for one in first if one.startswith("careplan")]) <= 122
    # Each class of attrs costs about as much as a module: 104, where there were 171.
    program = f"{COUNTED} {FIRST}; print(len(made))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own text
    assert int(done.stdout) <= 110
