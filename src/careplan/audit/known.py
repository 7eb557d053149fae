"""Binding duties of which it is not well known what the text says."""

from collections.abc import Iterator

from careplan.audit.flaws import Flaw, Severity
from careplan.base.text import Text
from careplan.documents.clauses import Force
from careplan.documents.coverage import known_of
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited, force_of
from careplan.documents.support import Support

# Of the one a copy is known, of the other that it is there.
_WEAK = (Support.CORROBORATED, Support.UNSEEN)


def known_too_little(plan: Plan) -> Iterator[Flaw]:
    """Find binding rules, rungs and routes that rest on less than a solid source."""
    rungs = (rung for ladder in plan.ladders for rung in ladder.rungs)
    routes = () if plan.registration is None else plan.registration.routes
    duties: tuple[Cited, ...] = (*plan.rules, *rungs, *routes)
    for one in duties:
        known = known_of(one.clause, plan.document)
        if force_of(one.clause) is Force.BINDING and known.support in _WEAK:
            said = Text(zh=known.told("zh"), en=known.told("en"))
            yield Flaw(Severity.WARNING, "not_solid", (one.id,), str(known.support), words=said)
