"""A noun of a test's own, and criteria about it and ours with subjects, to try laws on."""

from typing import Any

import attrs
from hypothesis import strategies as st
from strategies import criteria, nouns

from careplan.criteria.nodes import Criterion
from careplan.fields.declaring import Noun, flag, part
from careplan.nouns.facilities import Employer, Room, Venue


@attrs.frozen(kw_only=True)
class Owner(Noun):
    """A noun with a part, so that paths through parts are among the generated ones."""

    registered: bool | None = flag("已登记", "registered")
    venue: Venue | None = part(Venue, "场所", "venue")


NOUNS = st.sampled_from([Room, Venue, Employer, Owner])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Criterion, Any]:
    """Draw a criterion and a subject of its noun, many facts of it not stated."""
    noun = draw(NOUNS)
    return draw(criteria(noun)), draw(nouns(noun))
