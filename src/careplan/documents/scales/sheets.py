"""Score sheets: items with their points, and the mark that passes.

Sources differ on whether an item is marked freely or all or nothing; that is data.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from careplan.base.errors import Problem, look_up
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import TRUE, Criterion, noun_of
from careplan.documents.clauses import Interpretation
from careplan.documents.encoded import ByReading, duplicates, given
from careplan.documents.rules import Cited, nouns_in, unread_by
from careplan.fields.shapes import NAME, at_least_one, kept


class Marking(Labelled):
    """How the points of an item may be given."""

    ASSESSED = (
        "assessed",
        "评分人在零至满分之间评定",
        "the assessor gives any mark up to the maximum",
    )
    ALL_OR_NOTHING = ("all_or_nothing", "全得或全不得", "all points or none")


@attrs.frozen(kw_only=True)
class SheetItem(Cited):
    """One line of a sheet. `criterion` is what it asks of the subject, as far as facts can say.

    Without one no fact brings its points: the assessor gives them.
    """

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    max_points: Exact
    criterion: Criterion | ByReading | None = attrs.field(default=None, converter=given)

    def noun(self) -> type[Any] | None:
        """Return the noun the item asks about."""
        return None if self.criterion is None else next(iter(nouns_in(self.criterion)), None)


@attrs.frozen(kw_only=True)
class Scorecard(Cited):
    """A score sheet of a document. Cited by the clause that sets the mark to pass.

    `applies` says which subjects the sheet is for; `marking` how an item may be marked;
    `total_points` is the sum the document prints. `questions` are the interpretations
    the sheet depends on, so that it scores alone.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    applies: Criterion = attrs.field(default=TRUE, converter=given)
    items: tuple[SheetItem, ...] = attrs.field(metadata=at_least_one(SheetItem))
    pass_mark: Exact
    total_points: Exact | None = None
    marking: Marking | ByReading = Marking.ASSESSED
    questions: tuple[Interpretation, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        yield from duplicates("items", (item.key for item in self.items))
        if ratio(self.pass_mark) > ratio(self.max_points):
            yield Problem("pass_mark", "too_large", self.pass_mark, {"maximum": self.max_points})
        yield from duplicates("questions", (question.id for question in self.questions))
        known = {question.id: question for question in self.questions}
        unknown = (problem for one in self.with_parts() for problem in unread_by(one, known))
        yield from dict.fromkeys(attrs.evolve(one, path="questions") for one in unknown)
        nouns = [noun_of(self.applies), *(item.noun() for item in self.items)]
        if len({noun for noun in nouns if noun is not None}) > 1:
            yield Problem("items", "several_nouns", None)

    @property
    def max_points(self) -> Exact:
        """The points of all items together."""
        return tidy(sum((ratio(item.max_points) for item in self.items), ratio(0)))

    def noun(self) -> type[Any] | None:
        """Return the noun the sheet is about; None if it asks nothing of a subject."""
        asked = (noun_of(self.applies), *(item.noun() for item in self.items))
        return next((noun for noun in asked if noun is not None), None)

    def item(self, key: object) -> SheetItem:
        """Return the item called `key`, or raise NotFound."""
        return look_up("item", key, {item.key: item for item in self.items})
