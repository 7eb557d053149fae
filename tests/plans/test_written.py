"""A document's files are its chapters: a clause stands in one of them, with what encodes it."""

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

import careplan as cp
from careplan.documents.chapters.drafts import Draft
from careplan.documents.chapters.entries import EncodedWith, Entry, Inside

# Written clause by clause so far.
WRITTEN = ("baodi_2020", "bda_2017", "dawa_2023", "shiyan_2021", "shuangliao_2021")
LONGEST = 250  # lines of a chapter


def chapters(plan_id: str) -> list[ModuleType]:
    """Return the modules of a document."""
    package = import_module(f"careplan.plans.{plan_id}")
    names = (found.name for found in iter_modules(package.__path__))
    return [import_module(f"{package.__name__}.{name}") for name in names]


def entries(module: ModuleType) -> list[Entry]:
    """Return the entries of a chapter."""
    return list(getattr(module, "CLAUSES", ()))


def drafts(value: Any, number: str) -> Iterator[tuple[str, Draft[Any]]]:
    """Yield every draft that a value is or holds, each with the clause it belongs to."""
    match value:
        case Draft(fields=fields):
            own = fields.get("clause", number)
            yield own, value
            for inner in fields.values():
                yield from drafts(inner, own)
        case Inside(drafts=inner):
            yield from drafts(inner, number)
        case tuple():
            for one in value:
                yield from drafts(one, number)


@pytest.mark.parametrize("plan_id", WRITTEN)
def test_each_clause_is_registered_in_one_file(plan_id: str) -> None:
    files = {module.__name__: entries(module) for module in chapters(plan_id)}
    registered = Counter(entry.clause for listed in files.values() for entry in listed)
    assert registered == Counter(cp.get_plan(plan_id).clauses)
    assert set(registered.values()) == {1}


@pytest.mark.parametrize("plan_id", WRITTEN)
def test_each_clause_stands_with_what_encodes_it(plan_id: str) -> None:
    all_entries = [entry for module in chapters(plan_id) for entry in entries(module)]
    beneath = {entry.clause.number: Counter[type]() for entry in all_entries}
    elsewhere = {entry.clause.number: set[str]() for entry in all_entries}
    for entry in all_entries:
        home = entry.clause.number
        for number, draft in drafts(entry.encoding, home):
            beneath[number][draft.cls] += 1
            if number != home:
                elsewhere[number].add(home)
    encoded = cp.get_plan(plan_id).encoded()
    for number, classes in beneath.items():
        assert classes == Counter(type(one) for one in encoded if one.number == number), number
    # Nothing else encodes it, but for what it says stands with the clauses it names.
    for entry in all_entries:
        own = entry.clause.number
        named = [one.numbers for one in entry.encoding if isinstance(one, EncodedWith)]
        also = {one.number for one in encoded if entry.clause in one.also}
        said = {number for numbers in named for number in numbers}
        assert also <= said <= also | elsewhere[own], own


@pytest.mark.parametrize("plan_id", WRITTEN)
def test_a_file_is_a_chapter_and_no_longer_than_one(plan_id: str) -> None:
    for module in chapters(plan_id):
        name = module.__name__.rpartition(".")[2]
        assert name == "offices" or entries(module), name
        assert module.__file__ is not None
        source = Path(module.__file__).read_text(encoding="utf-8")
        assert len(source.splitlines()) <= LONGEST, name


@pytest.mark.parametrize("plan_id", WRITTEN)
def test_objects_stand_in_the_order_of_the_document(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    places = {clause: place for place, clause in enumerate(plan.clauses)}
    for name in ("rules", "benefits", "tasks", "stages", "deadlines", "duties", "definitions"):
        found = [places[one.clause] for one in getattr(plan, name)]
        assert found == sorted(found), name


@pytest.mark.parametrize("plan_id", WRITTEN)
def test_a_document_says_where_it_is_from_and_where_its_encoding_ends(plan_id: str) -> None:
    header = import_module(f"careplan.plans.{plan_id}").__doc__ or ""
    source, limits = header.index("\nSource: "), header.index("\nLimits: ")
    assert source < limits
    # The title the document prints, and more than a word of what is not encoded.
    assert cp.get_plan(plan_id).document.title.zh.strip("《》") in header
    assert len(header[limits:]) > 100
