"""What the names in drafts stand for, and the objects that are made of them.

Names are looked up by the shape of the field they stand in: a text where offices belong
names offices, one where clauses belong clauses. What is wrong is collected, not raised.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidCriterion, InvalidInput, Problem, beside
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.criteria.nodes import Node
from careplan.documents.authorities.offices import Office
from careplan.documents.chapters.drafts import Draft, unknown_name
from careplan.documents.chapters.entries import EncodedWith, Entry, is_of, located
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.encoded import ByReading, duplicates, read_shape
from careplan.documents.rules import Cited, Otherwise, interpretations_in, nouns_in
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import ListOf, Maybe, Shape, fields_of

# Names that are looked for among as many others must not cost their product.
_MOST_SUGGESTED = 20


def of_author(problem: Problem) -> Problem:
    """Return a problem in the words of an author, who lists questions."""
    if problem.code != "no_such_interpretation":
        return problem
    return attrs.evolve(problem, code="no_such_question", parameters={"argument": "questions"})


@frozen
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
            named = isinstance(part, str) and part
            at = f"{clause.number}/{part}" if named else clause.number
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
        named = (one.number for one in (clause, *(values.get("also") or ())) if one is not None)
        self._report(duplicates(beside(at, "also"), named), clause)
        if len(self.problems) > before:
            return None
        values |= self._questions(draft.cls, values)
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

    def _questions(self, cls: type[Cited], values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the questions that an object keeps, so that it is read without its plan."""
        if is_of(cls, ("Grading", "Scorecard")):
            return {"questions": _asked_in(values, self.questions)}
        if is_of(cls, ("Target",)) and values.get("under") is not None:
            name = values["under"][0]
            return {"question": next((one for one in self.questions if one.id == name), None)}
        return {}

    def check(self, entry: Entry) -> None:
        """Find where an entry is not encoded though it says it is."""
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
            case ListOf(PartKind(cls) as one), str(names) if cls is Clause:
                return tuple(self._resolved(one, name, clause, path) for name in names.split())
            case ListOf(PartKind(cls) as one), str(names) if cls is Office:
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
        if isinstance(name, str) and name in known:
            return known[name]
        suggest = len(self.problems) < _MOST_SUGGESTED
        self._report([unknown_name(kind, name, known, path, suggest=suggest)], clause)
        return None

    def _text(self, zh: Any, en: Any, clause: Clause, path: str) -> Text | None:
        try:
            return Text(zh=zh, en=en)
        except InvalidInput as error:
            self._report(error.inside(path), clause)
        return None

    def _report(self, problems: Iterable[Problem], clause: Clause) -> None:
        self.problems.extend(located(map(of_author, problems), clause.locator))


def _nouns_in(value: Any) -> Iterator[type[Any]]:
    match value:
        case Node() | ByReading():
            yield from nouns_in(value)  # type: ignore[arg-type]  # a criterion is a node
        case tuple():
            for one in value:
                yield from _nouns_in(one.when if isinstance(one, Otherwise) else None)


def _asked_in(
    values: Mapping[str, Any], questions: Iterable[Interpretation]
) -> tuple[Interpretation, ...]:
    """Return the questions that the fields of an object, or the parts in them, depend on."""
    held = tuple(values.values())
    parts = (one for value in held if isinstance(value, tuple) for one in value)
    inner = (name for one in parts if isinstance(one, Cited) for name in one.interpretations())
    own = (values["under"][0],) if values.get("under") is not None else ()
    asked = {*interpretations_in(held), *inner, *own}
    return tuple(question for question in questions if question.id in asked)


def _encode(objects: Iterable[Cited | None], clause: Clause) -> bool:
    parts = (part for one in objects if one is not None for part in one.with_parts())
    return any(clause in (part.clause, *part.also) for part in parts)
