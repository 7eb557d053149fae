"""What a noun says that declares a fact anew, of another kind: evidence says it, and no other."""

from decimal import Decimal

import attrs

import careplan as cp
from careplan import writing as w


@attrs.frozen(kw_only=True)
class Measured(cp.Room):
    """A room whose register is counted, and not said to be there or not."""

    use_register: Decimal | None = w.number("使用登记")  # type: ignore[assignment]  # another kind


@attrs.frozen(kw_only=True)
class Called(cp.Venue):
    """A venue whose category is called by a text."""

    category: str | None = w.words("类别")  # type: ignore[assignment]  # another kind


def test_a_number_that_equals_yes_is_shown_as_it_was_stated() -> None:
    """1 equals True; what is said of the one was once said of the other."""
    kept = cp.facts(cp.Room).use_register == True  # noqa: E712 - a criterion
    (yes,) = cp.evaluate(kept, cp.Room(use_register=True)).evidence
    (one,) = cp.evaluate(kept, Measured(use_register=1)).evidence  # type: ignore[arg-type]  # a number
    assert (yes.observed, one.observed) == (True, 1)
    assert type(yes.observed) is bool
    assert type(one.observed) is int


def test_a_text_that_equals_a_member_is_shown_as_it_was_stated() -> None:
    """The text "park" equals the member, and is none."""
    park = cp.among(cp.facts(cp.Venue).category, [cp.VenueCategory.PARK])
    cp.evaluate(park, cp.Venue(category=cp.VenueCategory.PARK))
    (said,) = cp.evaluate(park, Called(category=str(cp.VenueCategory.PARK.value))).evidence
    assert type(said.observed) is str
