"""Score sheets: items with their points, and the mark that passes.

Sources differ on whether an item is marked freely or all or nothing; that is data.
"""

from collections import Counter

import attrs

from careplan.errors import InvalidInput, Problem, look_up
from careplan.exact import Exact, ratio, tidy
from careplan.nodes import TRUE, Criterion
from careplan.sources import Interpretation, Labelled, Text
from careplan.verdicts import ByReading, Cited, to_criterion


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
    """One line of a sheet. `criterion` is what it asks of the subject, as far as facts can say."""

    key: str
    label: Text
    max_points: Exact
    criterion: Criterion | ByReading = attrs.field(converter=to_criterion)


@attrs.frozen(kw_only=True)
class Scorecard(Cited):
    """A score sheet of a document. Cited by the clause that sets the mark to pass.

    `applies` says which subjects the sheet is for; `marking` how an item may be marked;
    `total_points` is the sum the document prints. `questions` are the interpretations
    the sheet depends on, so that it scores alone.
    """

    key: str
    title: Text
    applies: Criterion = TRUE
    items: tuple[SheetItem, ...]
    pass_mark: Exact
    total_points: Exact | None = None
    marking: Marking | ByReading = Marking.ASSESSED
    questions: tuple[Interpretation, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse items that stand twice, a mark nobody can reach, and unknown questions."""
        times = Counter(item.key for item in self.items)
        problems = [Problem("items", "duplicate", key) for key, n in times.items() if n > 1]
        if ratio(self.pass_mark) > ratio(self.max_points):
            top = {"maximum": self.max_points}
            problems.append(Problem("pass_mark", "too_large", self.pass_mark, top))
        unknown = self.interpretations() - {question.id for question in self.questions}
        problems += [Problem("questions", "no_such_interpretation", n) for n in sorted(unknown)]
        if problems:
            raise InvalidInput(problems)

    @property
    def max_points(self) -> Exact:
        """The points of all items together."""
        return tidy(sum((ratio(item.max_points) for item in self.items), ratio(0)))

    def item(self, key: object) -> SheetItem:
        """Return the item called `key`, or raise NotFound."""
        return look_up("item", key, {item.key: item for item in self.items})
