"""How the entries of a document's chapters become the fields of its plan.

Names are looked up by the shape of the field they stand in: a text where offices belong
names offices, one where clauses belong clauses. What is wrong is collected, not raised.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidCriterion, InvalidInput, Problem, beside
from careplan.base.text import Text
from careplan.criteria.nodes import Node
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.routes import Registration
from careplan.documents.authorities.tasks import Council, Task
from careplan.documents.chapters.drafts import Draft, unknown_name
from careplan.documents.chapters.entries import Declined, EncodedWith, Entry, located
from careplan.documents.chapters.joining import joined
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.encoded import ByReading, read_shape
from careplan.documents.forms import Form
from careplan.documents.rules import (
    Benefit,
    Cited,
    Definition,
    Otherwise,
    Rule,
    interpretations_in,
    nouns_in,
)
from careplan.documents.sheets import Scorecard
from careplan.documents.targets import Ledger, Target
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import ListOf, Maybe, Shape, fields_of

Chapter = Entry | Iterable["Chapter"]

_FIELDS: Mapping[type[Cited], str] = {
    Rule: "rules",
    Benefit: "benefits",
    Scorecard: "scorecards",
    Target: "targets",
    Ledger: "ledgers",
    Registration: "registration",
    Task: "tasks",
    Council: "councils",
    Stage: "stages",
    Deadline: "deadlines",
    Duty: "duties",
    Form: "forms",
    Definition: "definitions",
}
# What a plan keeps by key, or one of: a second would stand in the place of the first.
_ONCE = (Scorecard, Target, Ledger, Form, Registration)


def entries_of(chapters: Chapter, path: str, problems: list[Problem]) -> Iterator[Entry]:
    """Yield the entries of chapters in order; what is none is added to `problems`."""
    match chapters:
        case Entry():
            yield chapters
        case tuple() | list():
            for index, inner in enumerate(chapters):
                yield from entries_of(inner, f"{path}[{index}]", problems)
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
    made = [
        (entry, [names.make(one, entry.clause) for one in drafts])
        for entry, drafts in zip(entries, joined(entries, problems), strict=True)
    ]
    names.check(made)
    objects = [one for _, listed in made for one in listed if one is not None]
    fields: dict[str, Any] = {
        field: [one for one in objects if type(one) is cls] for cls, field in _FIELDS.items()
    }
    fields["registration"] = next(iter(fields["registration"]), None)
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
            listed = {"argument": "questions"}
            asked = attrs.evolve(problem, code="no_such_question", parameters=listed)
            yield from located([asked], locators.get(problem.path.partition("/")[0]))
        elif problem.path not in _FIELDS.values():  # a key that stands twice: `check` says where
            number = problem.path.rpartition(" ")[2].partition("/")[0]
            yield from located([problem], locators.get(number))


@attrs.frozen
class Names:
    """What names stand for while a plan is made, and what was found wrong so far."""

    clauses: Mapping[str, Clause]
    questions: tuple[Interpretation, ...]
    offices: Mapping[str, Office]
    problems: list[Problem]
    # By number, parts under the clause they stand for; None is one that could not be made.
    made: dict[str, list[Cited | None]] = attrs.field(factory=dict)

    def make(self, draft: Draft[Cited], home: Clause, at: str = "") -> Cited | None:
        """Return the object of a draft that stands at `at` under a clause, if it can be made."""
        before, clause = len(self.problems), home
        if (own := draft.fields.get("clause")) is not None:
            clause = self._known("clause", own, self.clauses, f"{at}.clause", home)
        if len(self.problems) > before:
            return None
        if clause is not home or not at:
            part = draft.fields.get("part")
            at = f"{clause.number}/{part}" if part else clause.number
        one = self._object(draft, clause, at)
        self.made.setdefault(clause.number, []).append(one)
        return one

    def _object(self, draft: Draft[Cited], clause: Clause, at: str) -> Cited | None:
        """Return the object of a draft, its names looked up; what is wrong is reported."""
        before = len(self.problems)
        values: dict[str, Any] = {}
        for field in fields_of(draft.cls):
            if field.name in draft.fields and field.name != "clause":
                path, given = beside(at, field.name), draft.fields[field.name]
                values[field.name] = self._field(field.shape, given, clause, path)
        if len(self.problems) > before:
            return None
        if draft.cls is Scorecard:  # it keeps what it is read by, so that it scores alone
            values["questions"] = _asked_in(values.values(), self.questions)
        try:
            return draft.cls(clause=clause, **values)
        except InvalidInput as error:
            self._report(error.inside(at), clause)
        except InvalidCriterion:  # a rule whose halves speak about different nouns
            nouns = {noun.__name__ for value in values.values() for noun in _nouns_in(value)}
            written = "some(...) / every(...)"
            about = {"nouns": ", ".join(sorted(nouns)), "written": written}
            self._report([Problem(at, "nouns_together", None, about)], clause)
        return None

    def check(self, made: list[tuple[Entry, list[Cited | None]]]) -> None:
        """Find what is there twice, and clauses that are not encoded where they say they are."""
        taken: set[tuple[str, str]] = set()
        for entry, objects in made:
            for one in objects:
                if isinstance(one, _ONCE):
                    field, key = _FIELDS[type(one)], getattr(one, "key", "")
                    if (field, key) in taken:
                        problem = Problem(f"{entry.clause.number}.{field}", "duplicate", key)
                        self._report([problem], entry.clause)
                    taken.add((field, key))
            self._report(self._not_there(entry), entry.clause)

    def _not_there(self, entry: Entry) -> Iterator[Problem]:
        path = f"{entry.clause.number}.encoded_with"
        numbers = (n for one in entry.encoding if isinstance(one, EncodedWith) for n in one.numbers)
        for number in numbers:
            objects = self.made.get(number, [])
            if number not in self.clauses:
                yield unknown_name("clause", number, self.clauses, path)
            # Of an object that could not be made nobody knows what it would encode.
            elif None not in objects and not _encode(objects, entry.clause):
                own = {"written": f'also="{entry.clause.number}"'}
                yield Problem(path, "not_encoded_there", number, own)

    def _field(self, shape: Shape, given: object, clause: Clause, path: str) -> Any:
        """Return the value of a field, its names looked up; what is wrong is reported."""
        before, found = len(self.problems), list[Problem]()
        value = self._resolved(shape, given, clause, path)
        if len(self.problems) == before:
            value = read_shape(shape, value, path, found)
        self._report(found, clause)
        return value

    def _resolved(self, shape: Shape, given: object, clause: Clause, path: str) -> Any:
        match shape, given:
            case Maybe(inner), _:
                return self._resolved(inner, given, clause, path)
            case ListOf(PartKind(cls) as one), str(names) if cls in {Clause, Office}:
                return tuple(self._resolved(one, n, clause, path) for n in self._apart(names))
            case ListOf(item), tuple() | list():
                return tuple(
                    self._resolved(item, inner, clause, f"{path}[{index}]")
                    for index, inner in enumerate(given)
                )
            case PartKind(), Draft():
                return self.make(given, clause, path)
            case PartKind(cls), str(name) if cls is Clause:
                return self._known("clause", name, self.clauses, path, clause)
            case PartKind(cls), str(name) if cls is Office:
                return self._known("office", name, self.offices, path, clause)
            case PartKind(cls), (zh, en) if cls is Text:
                return self._text(zh, en, clause, path)
            case PartKind(cls), str(zh) if cls is Text:
                return self._text(zh, None, clause, path)
            case _:
                return given

    def _apart(self, names: str) -> Iterator[str]:
        """Yield names apart by spaces, or by the comma of a list where that is in none of them."""
        for name in names.split():
            yield from (name,) if name in self.offices else filter(None, name.split("、"))

    def _known(
        self, kind: str, name: str, known: Mapping[str, Any], path: str, clause: Clause
    ) -> Any:
        if name not in known:
            self._report([unknown_name(kind, name, known, path)], clause)
        return known.get(name)

    def _text(self, zh: Any, en: Any, clause: Clause, path: str) -> Text | None:
        try:
            return Text(zh=zh, en=en)
        except InvalidInput as error:
            self._report(error.inside(path), clause)
        return None

    def _report(self, problems: Iterable[Problem], clause: Clause) -> None:
        self.problems.extend(located(problems, clause.locator))


def _nouns_in(value: Any) -> Iterator[type[Any]]:
    match value:
        case Node() | ByReading():
            yield from nouns_in(value)  # type: ignore[arg-type]  # a criterion is a node
        case tuple():
            for one in value:
                yield from _nouns_in(one.when if isinstance(one, Otherwise) else None)


def _asked_in(
    values: Iterable[Any], questions: Iterable[Interpretation]
) -> tuple[Interpretation, ...]:
    """Return the questions that values, or the parts in them, depend on."""
    held = tuple(values)
    parts = (one for value in held if isinstance(value, tuple) for one in value)
    inner = (name for one in parts if isinstance(one, Cited) for name in one.interpretations())
    asked = {*interpretations_in(held), *inner}
    return tuple(question for question in questions if question.id in asked)


def _encode(objects: Iterable[Cited | None], clause: Clause) -> bool:
    parts = (part for one in objects if one is not None for part in one.with_parts())
    return any(clause in (part.clause, *part.also) for part in parts)
