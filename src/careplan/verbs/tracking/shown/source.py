"""On what a ledger or a target stands: the document, its number, and the clause."""

from careplan.base.messages import say
from careplan.documents.clauses import Clause, Document


def source(document: Document | None, clause: Clause, language: str) -> str:
    """Say where figures come from; without a document, by the clause alone."""
    locator = clause.locator
    if document is None:
        return say("tracking.source.clause", language, locator=locator)
    if document.number is None:
        return say("tracking.source", language, document=document.title, locator=locator)
    return say(
        "tracking.source.numbered",
        language,
        document=document.title,
        number=document.number,
        locator=locator,
    )
