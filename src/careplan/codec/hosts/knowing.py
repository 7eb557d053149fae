"""What a field of a pydantic model knows beside careplan's own: nouns and enums of a caller."""

from typing import Any

import attrs

from careplan.base.foreign import core_schema_of
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun


@attrs.frozen
class Knowing:
    """Beside a type in `Annotated`: the nouns and enums that are known where it is read.

    `Annotated[careplan.Plan, careplan.codec.Knowing(nouns=[Boat], enums=[Office])]` is a type for
    pydantic models and FastAPI; `nouns` and `enums` are those of `structure`. A noun alone needs
    it for its `enums` only: it is known with all that it holds. pydantic raises what `structure`
    would, once a model has such a field.
    """

    nouns: tuple[type[Noun], ...] = attrs.field(default=(), converter=tuple)
    enums: tuple[type[Labelled], ...] = attrs.field(default=(), converter=tuple)

    def __get_pydantic_core_schema__(self, source: Any, handler: object) -> Any:
        """Tell pydantic how the type is read, written and described."""
        return core_schema_of(source, self.nouns, self.enums)
