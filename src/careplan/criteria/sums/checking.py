"""Which sum is legal: numbers and counts times exact factors, each criterion about its noun."""

from collections.abc import Callable
from typing import Any

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import NotFound, Problem, beside
from careplan.base.exact import NotExact, exact_of_sum, ratio
from careplan.base.frozenmap import frozen
from careplan.base.refusing.values import class_said, noun_given
from careplan.base.text import Text
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear
from careplan.criteria.sums.ends import amount_path
from careplan.fields.checking import refuse
from careplan.fields.paths import Path, dotted, kind_at

_A_NUMBER = Text(zh="数", en="a number")
_NUMBERS = Text(zh="数或人数一类的整数", en="a number or a count")
_A_LIST = Text(zh="列表", en="a collection")
_TERMS = Text(zh="至少一项，每项为系数和所加之项", en="at least one pair of a factor and a Term")
_A_PATH = Text(zh="事实路径的元组", en="a tuple that names a fact")
_PAIR = 2


@frozen
class SumReader:
    """Reads sums about a noun; `read` reads a criterion that they ask, `is_path` knows paths.

    `about` writes a criterion about a base as one about a noun. What is wrong is added to
    `problems`.
    """

    noun: type[Any]
    problems: list[Problem]
    read: Callable[[Any, str], Any]
    is_path: Callable[[object], bool]
    about: Callable[[Any, type[Any], str], Any]

    def sum(self, node: n.Linear, path: str) -> n.Criterion:
        """Return a sum in its one form, which may be simpler."""
        before = len(self.problems)
        if not isinstance(node.op, Op):
            refuse(self.problems, beside(path, "op"), "wrong_type", node.op, expected="Op")
        bound = self._number(node.bound, beside(path, "bound"))
        at = beside(path, "terms")
        if not _are_pairs(node.terms):
            refuse(self.problems, at, "wrong_type", node.terms, expected=_TERMS)
            return node
        parts = [self._part(one, f"{at}[{place}]") for place, one in enumerate(node.terms)]
        if len(self.problems) > before:
            return node
        exact_parts = ((ratio(factor), term) for factor, term in parts)
        made = linear(self.noun, exact_parts, node.op, ratio(bound))
        # One that has its form stays the object it is: what is known of it stays with it.
        return node if _form(made) == _form(node) else made

    def _part(self, part: tuple[Any, n.Term], path: str) -> tuple[Any, n.Term]:
        factor, term = part
        return self._number(factor, f"{path}.factor"), self._term(term, path)

    def _number(self, value: object, path: str) -> Any:
        try:
            return exact_of_sum(value)
        except NotExact as reason:
            return refuse(self.problems, path, reason.code, value, expected=_A_NUMBER)

    def _term(self, term: n.Term, path: str) -> n.Term:
        before = len(self.problems)
        for name in ("over", "amount"):
            given = getattr(term, name)
            if given != () and not self.is_path(given):
                refuse(self.problems, f"{path}.{name}", "wrong_type", given, expected=_A_PATH)
        where = self.read(term.where, f"{path}.where")
        owner = self._owner(term, path) if len(self.problems) == before else None
        if owner is None:
            return term
        for about in n.nouns_of((where,)):
            if not issubclass(owner, about):  # it may be about a base
                expected = {"expected": class_said(owner), "value": noun_given(about)}
                wrong = Problem(f"{path}.where", "wrong_noun", about.__name__, expected)
                self.problems.append(wrong)
        if len(self.problems) == before:
            where = self.about(where, owner, f"{path}.where")
        return n.Term(term.over, term.amount, where)

    def _owner(self, term: n.Term, path: str) -> type[Any] | None:
        """Return the noun a term is about, once its paths lead to what can be added up."""
        owner: type[Any] | None = self.noun
        if term.over:
            kind = self._kind(term.over, f"{path}.over")
            if not isinstance(kind, k.ItemsKind):
                self._wrong(term.over, f"{path}.over", kind, _A_LIST)
                return None
            owner = kind.noun
        if term.amount:
            kind = self._kind(amount_path(term), f"{path}.amount")
            if not isinstance(kind, k.NumberKind | k.CountKind):
                self._wrong(term.amount, f"{path}.amount", kind, _NUMBERS)
                return None
        return owner

    def _kind(self, fact: Path, path: str) -> k.Kind | None:
        try:
            return kind_at(self.noun, fact)
        except NotFound as error:
            self.problems.append(Problem(path, "not_found", fact, error.parameters()))
            return None

    def _wrong(self, fact: Path, path: str, kind: k.Kind | None, expected: Text) -> None:
        if kind is not None:
            wrong = Problem(path, "wrong_fact", dotted(fact), {"expected": expected})
            self.problems.append(wrong)


def _form(node: n.Criterion) -> object:
    """Return what equality of nodes passes over: the order of terms, and how numbers are kept."""
    if not isinstance(node, n.Linear):
        return node
    numbers = [*(factor for factor, _ in node.terms), node.bound]
    return node.op, node.terms, node.bound, [type(number) for number in numbers]


def _are_pairs(terms: object) -> bool:
    return (
        isinstance(terms, tuple)
        and bool(terms)
        and all(isinstance(one, tuple) and len(one) == _PAIR for one in terms)
        and all(type(term) is n.Term for _, term in terms)
    )
