"""The fields of what encodes a clause, line by line, as the display of the clause has them."""

from careplan.display.views.parts import Detail, Nested
from careplan.documents.wording.shown import ClauseShown


def fields_said(shown: ClauseShown, language: str) -> list[str]:
    """Return the lines on each field, which are said on request only."""
    view = shown._view(language, Detail.ALL)  # noqa: SLF001 - what is written out
    nested = [block for part in view.parts for block in part.blocks if isinstance(block, Nested)]
    return [line for block in nested for line in block.lines]
