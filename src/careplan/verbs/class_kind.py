"""Which kind of class the ages of its children settle, by the national setting standard.

No figure stands here: the ages are those of the standard's own definitions, and of its rule on
mixed classes.
"""

from collections.abc import Callable, Iterable, Iterator

import attrs

from careplan.base.messages import LANGUAGES, join, say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.nodes import Compare, reads
from careplan.criteria.wording.labels import fact_label
from careplan.display.cells import Row, member, names, text
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.display.views.words import Mark
from careplan.documents.clauses import Clause
from careplan.documents.rules import Cited, criteria_in
from careplan.documents.wording.citing import known_lines
from careplan.nouns.care.groups import ClassGroup, ClassKind
from careplan.plans import get_plan
from careplan.verbs.compiled import compiled

STANDARD = "national_setting_2019"
MIXED_RULE = "ss.19.mixed.age"
AGES = ("youngest_months", "oldest_months")


@attrs.frozen(kw_only=True, repr=False)
class ClassKindAnswer(Result):
    """Which kinds a class of given ages may be by the setting standard, and what is not stated.

    Ages are in completed months; one that is not stated is None. `possible` are the kinds that
    fit, with what is stated, and `missing` the ages that would still change them. `open_at` are
    the months at which two kinds meet, of which the text does not say which is which. `clauses`
    are what it rests on, each with how it is known.
    """

    youngest_months: int | None
    oldest_months: int | None
    possible: tuple[ClassKind, ...]
    missing: tuple[str, ...] = ()
    open_at: tuple[int, ...]
    clauses: tuple[Clause, ...]

    @property
    def kind(self) -> ClassKind | None:
        """The only kind that is possible; None if there are several, or none.

        While an age is missing a class may still turn out to be of no kind at all.
        """
        return self.possible[0] if len(self.possible) == 1 else None

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        said = self._said(language)
        answer = Answer(said)
        if self.missing or len(self.possible) > 1:
            answer = Answer(said, Mark.OPEN, say("class_kind.word", language))
        notes = [*self._missing_lines(language), *known_lines(self.clauses, language)]
        title = say("class_kind.title", language)
        return View(title=title, answer=answer, notes=tuple(notes))

    def _said(self, language: str) -> str:
        ages, locators = self._ages(language), self._locators(language)
        kinds = self._kinds(language)
        if not self.possible:
            return say("class_kind.none", language, ages=ages, locators=locators)
        if self.kind is not None:
            code = "class_kind.if_any" if self.missing else "class_kind.settled"
            return say(code, language, kind=self.kind, ages=ages, locators=locators)
        if self.missing:
            return say("class_kind.several", language, kinds=kinds, ages=ages, locators=locators)
        return say(
            "class_kind.open",
            language,
            kinds=kinds,
            ages=ages,
            locators=locators,
            months=join(map(str, self.open_at), language),
        )

    def _kinds(self, language: str) -> str:
        return join((one.label.get(language) for one in self.possible), language)

    def _ages(self, language: str) -> str:
        youngest, oldest = self.youngest_months, self.oldest_months
        if youngest is not None and oldest is not None:
            return say("class_kind.ages", language, youngest=youngest, oldest=oldest)
        if youngest is not None:
            return say("class_kind.ages.youngest", language, youngest=youngest)
        if oldest is not None:
            return say("class_kind.ages.oldest", language, oldest=oldest)
        return say("class_kind.ages.none", language)

    def _locators(self, language: str) -> str:
        return join(dict.fromkeys(one.locator for one in self.clauses), language)

    def _missing_lines(self, language: str) -> Iterator[str]:
        if self.missing:
            facts = [fact_label(ClassGroup, path, language) for path in self.missing]
            yield say("missing", language, facts=join(facts, language))

    def _rows(self) -> Iterator[Row]:
        zh, en = map(self._kinds, LANGUAGES)
        known_zh, known_en = ("; ".join(known_lines(self.clauses, one)) for one in LANGUAGES)
        yield {
            "youngest_months": self.youngest_months,
            "oldest_months": self.oldest_months,
            **member("class_kind", self.kind),
            **text("possible_kinds", Text(zh=zh, en=en) if self.possible else None),
            "missing": names(self.missing),
            "clauses": names(one.number for one in self.clauses),
            **text("known_from", Text(zh=known_zh, en=known_en)),
        }


@attrs.frozen
class _Kind:
    """A kind of class, the clause that says its ages, and whether ages are those of the kind."""

    kind: ClassKind
    clause: Clause
    holds: Callable[[ClassGroup], Truth]

    def fits(self, youngest: int, oldest: int) -> bool:
        """Say whether a class of this kind may be of these ages."""
        asked = ClassGroup(kind=self.kind, youngest_months=youngest, oldest_months=oldest)
        return self.holds(asked) is Truth.TRUE


@attrs.frozen
class _Article:
    """The kinds of one sort of age, the mixed one, and the months at which something changes."""

    kinds: tuple[_Kind, ...]
    mixed: _Kind
    turns: tuple[int, ...]

    def possible(self, youngest: int, oldest: int) -> tuple[ClassKind, ...]:
        """Return the kinds of a class whose ages are both stated; mixed only if no other is."""
        single = self._single(youngest, oldest)
        if single or not self.mixed.fits(youngest, oldest):
            return single
        # Each of its children would have to be of some kind by itself.
        each_fits = all(self._single(age, age) for age in (youngest, oldest))
        return (ClassKind.MIXED,) if each_fits else ()

    def open_at(self) -> tuple[int, ...]:
        """Return the months at which a child fits more than one kind."""
        return tuple(age for age in self.turns if len(self._single(age, age)) > 1)

    def _single(self, youngest: int, oldest: int) -> tuple[ClassKind, ...]:
        return tuple(one.kind for one in self.kinds if one.fits(youngest, oldest))


def class_kind(
    *, youngest_months: int | None = None, oldest_months: int | None = None
) -> ClassKindAnswer:
    """Return which kinds a class may be whose youngest and oldest are of these completed months.

    It is what article 19 of the setting standard of 2019 says; at 12 and at 24 months two kinds
    meet, and the text leaves open which is which. A class is mixed where it fits no other kind.
    An age that is not stated is None, and may be any. Raises InvalidInput for ages that are no
    whole numbers from 0 on, and for a youngest that is older than the oldest.

    >>> import careplan as cp
    >>> cp.class_kind(youngest_months=6, oldest_months=12).kind
    ClassKind.INFANT
    >>> found = cp.class_kind(youngest_months=24, oldest_months=24)
    >>> found.kind, found.possible
    (None, (ClassKind.SMALL, ClassKind.LARGE))
    >>> cp.class_kind(youngest_months=20).missing
    ('oldest_months',)
    """
    group = ClassGroup(youngest_months=youngest_months, oldest_months=oldest_months)
    article = _article()
    found = [article.possible(*ages) for ages in _ages(group, article.turns)]
    possible = tuple(kind for kind in ClassKind if any(kind in one for one in found))
    unstated = tuple(path for path in AGES if getattr(group, path) is None)
    return ClassKindAnswer(
        youngest_months=group.youngest_months,
        oldest_months=group.oldest_months,
        possible=possible,
        missing=unstated if len(set(found)) > 1 else (),
        open_at=article.open_at(),
        clauses=tuple(_rested_on(article, possible)),
    )


def _ages(group: ClassGroup, turns: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the ages stated; of those that are not, the months at which something changes."""
    youngest, oldest = group.youngest_months, group.oldest_months
    stated = {age for age in (youngest, oldest) if age is not None}
    any_age = sorted({*turns, *stated})
    for first in any_age if youngest is None else (youngest,):
        for last in any_age if oldest is None else (oldest,):
            if first <= last:
                yield first, last


def _rested_on(article: _Article, possible: tuple[ClassKind, ...]) -> Iterator[Clause]:
    """Yield the clauses of the kinds that are possible; of all, where mixed or none of them is."""
    alone = possible and ClassKind.MIXED not in possible
    yield from (one.clause for one in article.kinds if not alone or one.kind in possible)
    if not alone:
        yield article.mixed.clause


def _article() -> _Article:
    plan = get_plan(STANDARD)
    by_label = {kind.label.zh: kind for kind in ClassKind if kind is not ClassKind.MIXED}
    defined = [one for one in plan.definitions if one.term.zh in by_label]
    rule = plan.rules[MIXED_RULE]
    return _Article(
        tuple(_Kind(by_label[one.term.zh], one.clause, compiled(one)) for one in defined),
        _Kind(ClassKind.MIXED, rule.clause, compiled(rule)),
        _turns((*defined, rule)),
    )


def _turns(several: Iterable[Cited]) -> tuple[int, ...]:
    """Return the ages that they bound, each with the month before and the month after it."""
    bounds = {
        node.value
        for one in several
        for criterion in criteria_in(one)
        for node in reads(criterion)
        if isinstance(node, Compare) and isinstance(node.value, int)
    }
    return tuple(sorted({bound + step for bound in bounds for step in (-1, 0, 1)}))
