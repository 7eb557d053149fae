"""How the entries of a document's chapters become the fields of its plan.

What is wrong is collected, not raised, so that an author hears of all of it at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careplan.base.errors import (
    InvalidInput,
    Problem,
)
from careplan.base.text import Words
from careplan.criteria.soundness import MAX_DEPTH
from careplan.documents.authorities.offices import Office
from careplan.documents.chapters.drafts import unknown_name
from careplan.documents.chapters.entries import OUTER, Declined, Entry, is_of, located
from careplan.documents.chapters.joining import joined
from careplan.documents.chapters.naming import Names, of_author
from careplan.documents.clauses import Clause, Document, Interpretation
from careplan.documents.encoded import read_shape
from careplan.documents.rules import Cited
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import ListOf

Chapter = Entry | Iterable["Chapter"]

# What a plan keeps by key, or one of: a second would stand in the place of the first.
_ONCE = ("Grading", "Scorecard", "Target", "Ledger", "Form", "Registration")


def entries_of(
    chapters: Chapter, path: str, problems: list[Problem], depth: int = 0
) -> Iterator[Entry]:
    """Yield the entries of chapters in order; what is none is added to `problems`."""
    match chapters:
        case Entry():
            yield chapters
        case str() | Mapping():
            problems.append(Problem(path, "wrong_type", chapters, {"expected": "clause(...)"}))
        case Iterable() if depth == MAX_DEPTH:
            problems.append(Problem(path, "too_deep", None, {"maximum": MAX_DEPTH}))
        case Iterable():
            for index, inner in enumerate(chapters):
                yield from entries_of(inner, f"{path}[{index}]", problems, depth + 1)
        case _:
            problems.append(Problem(path, "wrong_type", chapters, {"expected": "clause(...)"}))


def assembled(
    entries: tuple[Entry, ...],
    questions: tuple[Interpretation, ...],
    offices: Mapping[str, Office],
    problems: list[Problem],
) -> dict[str, Any]:
    """Return the fields of a plan made of entries; what is wrong is added to `problems`."""
    known = {one.clause.number: one.clause for one in entries}
    names = Names(known, questions, offices, problems)
    taken: set[tuple[str, str]] = set()
    made = [
        (entry, [names.make(one, entry.clause) for one in drafts])
        for entry, drafts in zip(entries, joined(entries, problems), strict=True)
    ]
    for entry, listed in made:
        names.check(entry)
        problems += _twice(entry, listed, taken)
    objects = [one for _, listed in made for one in listed if one is not None]
    fields: dict[str, Any] = {}
    for one in objects:
        fields.setdefault(OUTER[type(one).__name__], []).append(one)
    if "registration" in fields:
        fields["registration"] = fields["registration"][0]
    fields["clauses"] = tuple(entry.clause for entry in entries)
    fields["not_encoded"] = {
        entry.clause.number: one.reason
        for entry in entries
        for one in entry.encoding
        if isinstance(one, Declined)
    }
    return fields


def placed(problems: Iterable[Problem], clauses: Iterable[Clause]) -> Iterator[Problem]:
    """Yield what a plan finds wrong with its objects, each with where its clause stands."""
    locators = {clause.number: clause.locator for clause in clauses}
    for problem in problems:
        if problem.code == "uncited":  # by a question: objects cite what was looked up
            yield unknown_name("clause", problem.value, locators, f"{problem.path}.clauses")
        elif problem.code == "no_such_interpretation":
            yield from located([of_author(problem)], locators.get(problem.path.partition("/")[0]))
        elif problem.path not in OUTER.values():  # a key that stands twice: `check` says where
            number = problem.path.rpartition(" ")[2].partition("/")[0]
            yield from located([problem], locators.get(number))


def _twice(
    entry: Entry, objects: Iterable[Cited | None], taken: set[tuple[str, str]]
) -> list[Problem]:
    """Return what is there twice of what a plan keeps by key; what is `taken` grows."""
    found: list[Problem] = []
    for one in objects:
        if one is not None and is_of(type(one), _ONCE):
            field = OUTER[type(one).__name__]
            key = getattr(one, "key", field)
            if (field, key) in taken:
                found.append(Problem(f"{entry.clause.number}.{field}", "duplicate", key))
            taken.add((field, key))
    return located(found, entry.clause.locator)


def listed_questions(
    given: Interpretation | Iterable[Interpretation],
) -> tuple[Interpretation, ...]:
    """Return questions as they are listed; raise InvalidInput for what is none."""
    problems: list[Problem] = []
    listed = (given,) if isinstance(given, Interpretation) else given
    shape = ListOf(PartKind(Interpretation))
    asked: tuple[Interpretation, ...] = read_shape(shape, listed, "questions", problems)
    if problems:
        raise InvalidInput(problems)
    return asked


def titled(document: Document | Words, issuer: Words | None) -> Document:
    """Return a document as it is, or one of a title and an issuer; raise InvalidInput for both."""
    if not isinstance(document, Document):
        try:
            return Document(title=document, issuer=issuer)  # type: ignore[arg-type]  # None is refused
        except InvalidInput as error:
            raise InvalidInput(error.inside("document")) from None
    if issuer is not None:
        other = {"other_field": "document.issuer", "other": document.issuer}
        raise InvalidInput([Problem("issuer", "contradiction", issuer, other)])
    return document
