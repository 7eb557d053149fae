"""What one item of a sheet brings: a range of points, whether it is passed, and for whom it is."""

from collections.abc import Iterator

import attrs

from careplan.base.exact import Exact, addend
from careplan.base.foreign import Hosted
from careplan.base.truth import Truth, truth_of
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.wording.asking import fact_question
from careplan.display.cells import Row, member, names, text
from careplan.documents.scales.sheets import SheetItem
from careplan.documents.wording.citing import cited
from careplan.fields.declaring import Noun
from careplan.fields.shapes import left_out


@attrs.frozen
class ItemScore(Hosted):
    """The points of one item, from `low` to `high`; equal once the item is settled.

    Where facts decide, `missing` holds the paths of those that are not stated and would settle
    the item. `condition` is what is left to ask of whether the item is for the subject at all,
    settled where facts settle it; `yes` is the mark of an item without points.
    """

    item: SheetItem
    low: Exact
    high: Exact
    missing: tuple[str, ...] = ()
    condition: Criterion = attrs.field(default=TRUE, metadata=left_out())
    yes: bool | None = None

    @property
    def applies(self) -> Truth:
        """Whether the item is for the subject: if not, it stands in no sum."""
        return {TRUE: Truth.TRUE, FALSE: Truth.FALSE}.get(self.condition, Truth.UNKNOWN)

    @property
    def passed(self) -> Truth:
        """Whether the item brings what it must whatever the points; true if it need not."""
        if self.item.yes_or_no:
            return truth_of(self.yes)
        if self.item.floor is None:
            return Truth.TRUE
        floor = addend(self.item.floor)
        if addend(self.low) >= floor:
            return Truth.TRUE
        return Truth.FALSE if addend(self.high) < floor else Truth.UNKNOWN

    @property
    def lacks_mark(self) -> bool:
        """Whether the item lacks a mark."""
        unmarked = self.yes is None if self.item.yes_or_no else self.low != self.high
        return unmarked and self.applies is not Truth.FALSE

    @property
    def is_out(self) -> bool:
        """Whether the item is surely not for the subject."""
        return self.applies is Truth.FALSE

    def asked(self, noun: type[Noun] | None, language: str) -> Iterator[str]:
        """Yield a question for each fact that would settle the item."""
        if noun is not None:
            yield from (fact_question(noun, path, language) for path in self.missing)

    def cells(self) -> Row:
        """Return it as cells of a row."""
        return {
            "item": self.item.key,
            **cited(self.item.clause),
            **text("label", self.item.label),
            "max_points": self.item.max_points,
            "low_points": self.low,
            "high_points": self.high,
            "open": self.lacks_mark,
            "missing": names(self.missing),
            **member("item_applies", self.applies),
            "least_points": self.item.floor,
            **member("item_passed", self.passed),
        }
