"""Who may register what, and where: applicants, routes, steps and oversight.

Toddler classes of kindergartens and early-education centres are nouns of their own:
the documents say who manages them and not where they register.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, Criterion, all_of, any_of
from careplan.criteria.proxies import facts
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.scopes import BusinessScope, unlisted
from careplan.documents.clauses import Clause
from careplan.documents.encoded import ByReading, duplicates, given
from careplan.documents.rules import Cited, Otherwise, notes, nouns_in
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.shapes import NAME, kept, left_out
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import AnyBody, Level, Party
from careplan.nouns.care.institutions import LegalForm, ProfitStatus


def _together(profit_status: ProfitStatus, legal_form: LegalForm) -> Criterion:
    applicant = facts(Applicant)
    return all_of(applicant.profit_status == profit_status, applicant.legal_form == legal_form)


# By law (Civil Code) a public institution and a social service organisation are non-profit
# legal persons (article 87), limited companies and other enterprises for-profit ones (76).
# OTHER forms may be either, so nothing contradicts them: social organisations and foundations
# are non-profit (87), special legal persons such as a village collective are of neither sort
# (96 to 101). Sole traders, partnerships and sole-ownership enterprises are no legal persons (54,
# 102): what says that they are for profit is the regulation on registering market entities.
CONTRADICTORY_FORMS = any_of(
    _together(ProfitStatus.FOR_PROFIT, LegalForm.PUBLIC_INSTITUTION),
    _together(ProfitStatus.FOR_PROFIT, LegalForm.SOCIAL_SERVICE_ORGANISATION),
    _together(ProfitStatus.NON_PROFIT, LegalForm.COMPANY),
)


@frozen(kw_only=True)
class Step(Cited):
    """One step of a registration: who acts, before which office, after which other steps.

    `level` is that of the office acted before, or of the office that acts before the institution;
    None if it is the registrar's or not stated.
    On a route whose clause is among the step's, the step cites the route's.
    `promptly` says that the text asks for it without delay; `limit` is its time limit, None
    where it names none. `applies` says for whom the step is. `whenever` says what has it taken
    again each time, such as a change of what is registered. `instead_of` is the key of the step
    it may be taken in place of; what is `after` both comes after whichever is taken.
    """

    key: str = attrs.field(metadata=kept(NAME))
    action: Text
    actor: AnyBody | Party
    before: AnyBody | Party
    level: Level | None = None
    after: tuple[str, ...] = ()
    promptly: bool = False
    limit: Limit | None = attrs.field(default=None, metadata=left_out())
    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=given, metadata=left_out())
    whenever: Text | None = attrs.field(default=None, metadata=left_out())
    instead_of: str | None = attrs.field(default=None, metadata=left_out())

    @property
    def follows(self) -> frozenset[str]:
        """The keys of the steps that come before it, or from whose day its limit is counted."""
        since = () if self.limit is None or self.limit.since is None else (self.limit.since,)
        return frozenset((*self.after, *since))

    def misplaced(self, steps: Mapping[str, "Step"]) -> Iterator[tuple[str, str]]:
        """Yield each key that the step names and that is no step for it, with where it stands."""
        yield from (("after", key) for key in self.after if not self._may_follow(steps.get(key)))
        since = None if self.limit is None else self.limit.since
        if since is not None and not self._may_follow(steps.get(since)):
            yield "limit.since", since
        if self.instead_of is not None:
            other = steps.get(self.instead_of)
            if other is None or other.key == self.key or other.instead_of is not None:
                yield "instead_of", self.instead_of

    def _may_follow(self, other: "Step | None") -> bool:
        # What is taken each time comes after what is taken once, never before it.
        return other is not None and (other.whenever is None or self.whenever is not None)


def circle(follows: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return names that follow each other in a circle; nothing if there are none.

    >>> circle({"file": ["register"], "register": []})
    ()
    """
    try:
        TopologicalSorter(follows).prepare()
    except CycleError as error:
        return tuple(error.args[1][:-1])
    return ()


@frozen(kw_only=True)
class Route(Cited):
    """One office that registers, where `condition` holds; `level` None is not stated."""

    registrar: AnyBody
    level: Level | None
    condition: Criterion | ByReading = attrs.field(converter=given)


@frozen(kw_only=True)
class Oversight(Cited):
    """Who manages, supervises and guides a noun that has no route.

    `managed_by` is None where it is whoever the subject's `approved_by` names. `guided_under` is
    the clause that has `guided_by` guide, one of `also`; None where it is the same clause.
    """

    noun: type[Noun]
    managed_by: AnyBody | None
    supervised_by: AnyBody | None = None
    guided_by: AnyBody | None = None
    guided_under: Clause | None = None

    def _contradictions(self) -> Iterable[Problem]:
        if self.guided_under is not None and self.guided_under not in self.also:
            options = {"options": ", ".join(clause.number for clause in self.also)}
            yield Problem("guided_under", "not_an_option", self.guided_under.number, options)
        if self.managed_by is None and "approved_by" not in facts_declared(self.noun):
            yield Problem("managed_by", "required", None)


@frozen(kw_only=True)
class Registration(Cited):
    """How a document has institutions registered.

    `conflict` holds for facts that cannot be together: by law, or as the document states it
    (`any_of()` where it is about a noun of its own and there are none), and `grounds` say by
    which law where one is to be named, each where it holds. `unassigned`
    are offices the text names without saying for whom; `filing_office` is where it has
    institutions file; `deferred_to` is the document the details are left to.
    """

    routes: tuple[Route, ...] = ()
    steps: tuple[Step, ...] = ()
    scope: BusinessScope | None = None
    oversight: tuple[Oversight, ...] = ()
    conflict: Criterion = attrs.field(default=CONTRADICTORY_FORMS, converter=given)
    unassigned: tuple[AnyBody, ...] = ()
    filing_office: AnyBody | None = None
    deferred_to: str | None = None
    grounds: tuple[Otherwise, ...] = attrs.field(default=(), converter=notes, metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        """Yield steps that stand twice, or that could never be taken."""
        yield from duplicates("steps", (step.key for step in self.steps))
        known = {step.key: step for step in self.steps}
        for index, step in enumerate(self.steps):
            for at, name in step.misplaced(known):
                options = {"options": ", ".join(sorted(known.keys() - {step.key}))}
                yield Problem(f"steps[{index}].{at}", "not_an_option", name, options)
        around = circle({step.key: step.follows for step in self.steps})
        if around:
            yield Problem("steps", "cycle", around)
        noun = self._noun
        if noun is None:
            yield Problem("routes", "several_nouns", None)
        elif self.scope is not None and self.scope.modes is not None:
            yield from unlisted(self.scope.modes, noun)

    def noun(self) -> type[Noun]:
        """Return the noun that the routes are about; an Applicant where they ask nothing."""
        return self._noun or Applicant

    def interpretations(self) -> frozenset[str]:
        """Return the ids of all interpretations the registration depends on."""
        return self._interpretations

    # A registration never changes, and both are asked for with every applicant.
    @cached_property
    def _interpretations(self) -> frozenset[str]:
        return Cited.interpretations(self)

    @cached_property
    def _noun(self) -> type[Noun] | None:
        asked = [route.condition for route in self.routes]
        asked += [step.applies for step in self.steps]
        asked += [one.when for one in self.grounds]
        asked += [self.conflict] if self.scope is None else [self.conflict, self.scope.applies]
        nouns = {noun for criterion in asked for noun in nouns_in(criterion)} or {Applicant}
        # A county's own applicant is one made of ours, and ours may be asked about as well.
        made_of_all = (one for one in nouns if all(issubclass(one, other) for other in nouns))
        return next(made_of_all, None)
