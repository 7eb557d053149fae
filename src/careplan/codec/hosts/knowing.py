"""What a field of a pydantic model knows beside careplan's own, and how it is described."""

from collections.abc import Iterable
from typing import Any

import attrs

from careplan.base.foreign import core_schema_of
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun


def _nouns(given: Iterable[type[Noun]]) -> tuple[type[Noun], ...]:
    return tuple(given)


def _enums(given: Iterable[type[Labelled]]) -> tuple[type[Labelled], ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Knowing:
    """Beside a type in `Annotated`: the nouns and enums known where it is read, and its words.

    `Annotated[careplan.Plan, careplan.codec.Knowing(nouns=[Boat], enums=[Office])]` is a type for
    pydantic models and FastAPI. All four are those of `structure` and `schema`; a schema lists the
    values of members unless told otherwise. A noun alone needs it for its `enums` only: it is
    known with all that it holds. A union of nouns beside it is read as the class that data says,
    or as the first. pydantic raises what those would, once it makes use of the type.
    """

    nouns: tuple[type[Noun], ...] = attrs.field(default=(), converter=_nouns)
    enums: tuple[type[Labelled], ...] = attrs.field(default=(), converter=_enums)
    language: str = "zh"
    spelling: str = "value"

    def __get_pydantic_core_schema__(self, source: Any, handler: object) -> Any:
        """Tell pydantic how the type is read, written and described."""
        return core_schema_of(source, **attrs.asdict(self, recurse=False))
