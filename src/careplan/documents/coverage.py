"""What of a document is encoded, and what its objects and clauses cannot be together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from careplan.base.errors import Problem
from careplan.base.text import Text
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.rules import Cited, Rule, Under, unread_by
from careplan.documents.scales.ladders import Ladder


@attrs.frozen(kw_only=True)
class Coverage:
    """Clause numbers of a plan: encoded, declined with a reason, missing, and declined in vain."""

    encoded: tuple[str, ...]
    declined: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every clause is encoded or declined, and nothing is declined in vain."""
        return not self.missing and not self.extra


def coverage_of(
    clauses: Iterable[Clause], objects: Iterable[Cited], reasons: Mapping[str, Text]
) -> Coverage:
    """Return what of the clauses objects encode, and for what of the rest there is a reason."""
    encoded = {c.number for one in objects for c in (one.clause, *one.also)}
    # An empty reason is none; one in Chinese alone is one.
    said = {n: (why.zh, why.get("en")) for n, why in reasons.items()}
    declined = {n for n, texts in said.items() if all(text.strip() for text in texts)}
    numbers = [clause.number for clause in clauses]
    return Coverage(
        encoded=tuple(n for n in numbers if n in encoded),
        declined=tuple(n for n in numbers if n in declined and n not in encoded),
        missing=tuple(n for n in numbers if n not in encoded and n not in declined),
        extra=tuple(n for n in reasons if n not in numbers or n in encoded),
    )


def uncited(
    clauses: Iterable[Clause], questions: Iterable[Interpretation], objects: Iterable[Cited]
) -> Iterable[Problem]:
    """Yield each object and each question that cites a clause there is not."""
    registered = set(clauses)
    for cited in objects:
        for clause in (cited.clause, *cited.also):
            if clause not in registered:
                yield Problem(cited.id, "uncited", clause.number)
    numbers = {clause.number for clause in registered}
    for question in questions:
        for number in sorted(set(question.clauses) - numbers):
            yield Problem(question.id, "uncited", number)


def unread(questions: Iterable[Interpretation], objects: Iterable[Cited]) -> Iterable[Problem]:
    """Yield each object that depends on a question, or an option of one, there is not."""
    known = {question.id: question for question in questions}
    for cited in objects:
        for problem in unread_by(cited, known):
            yield attrs.evolve(problem, path=cited.id)


def duties_of(
    rules: Iterable[Rule], ladders: Iterable[Ladder]
) -> Iterator[tuple[str, Under | None]]:
    """Yield what findings go by: rules, ladders, and their rungs, with the option of each."""
    yield from ((one.id, one.under) for one in rules)
    for ladder in ladders:
        yield ladder.id, ladder.under
        yield from ((rung.id, rung.under or ladder.under) for rung in ladder.rungs)


def repeated(kind: str, names: Iterable[tuple[str, Under | None]]) -> Iterable[Problem]:
    """Yield each name of a kind that stands twice, under one option or under none."""
    for (name, _), times in Counter(names).items():
        if times > 1:
            yield Problem(f"{kind} {name}", "duplicate", name)
