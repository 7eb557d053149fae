"""What is known of where a subject registers, and what follows from it."""

from datetime import date

import attrs

from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.evaluation import looked_at
from careplan.criteria.evidence import Evidence
from careplan.criteria.steps import Facts
from careplan.display.result import Result
from careplan.documents.authorities.routes import Oversight, Registration
from careplan.documents.clauses import Reading
from careplan.documents.plan import Plan
from careplan.fields.declaring import Noun
from careplan.fields.shapes import aside, left_out
from careplan.nouns.bodies import AnyBody
from careplan.verbs.registering.path import RegistrationPath


@attrs.frozen(kw_only=True, repr=False)
class Possible(Result):
    """All offices still possible for a subject; `RegistrationPaths` says them.

    `conflict` is the evidence of facts that cannot be together, None if there are none.
    For a noun that the routes are not about, such as a toddler class, there is no path, and
    who manages, supervises and guides it is said instead; where it registers is not stated.
    `on` is the day asked, if it was given, and `in_force` whether the document is on that day.
    """

    document: Text
    subject: Noun
    registration: Registration | None
    paths: tuple[RegistrationPath, ...] = ()
    missing: tuple[str, ...] = ()
    conflict: tuple[Evidence, ...] | None = None
    oversight: Oversight | None = None
    managed_by: AnyBody | None = None
    readings: tuple[Reading, ...] = ()
    on: date | None = attrs.field(default=None, metadata=left_out())
    in_force: Truth | None = attrs.field(default=None, metadata=left_out())
    plan: Plan | None = aside()

    @property
    def supervised_by(self) -> AnyBody | None:
        """Who supervises the sector, for a subject without a route."""
        return None if self.oversight is None else self.oversight.supervised_by

    @property
    def guided_by(self) -> AnyBody | None:
        """Who gives professional guidance, for a subject without a route.

        None for an early-education centre that has no toddler class to guide.
        """
        if self.oversight is None or getattr(self.subject, "has_toddler_class", None) is False:
            return None
        return self.oversight.guided_by

    @property
    def grounds(self) -> tuple[Text, ...]:
        """By which law the facts contradict, where the document names one."""
        if self.conflict is None or self.registration is None:
            return ()
        seen = Facts(self.subject, self.on)
        grounds = self.registration.grounds
        return tuple(one.text for one in grounds if looked_at(one.when, seen).truth is Truth.TRUE)

    @property
    def unassigned(self) -> tuple[AnyBody, ...]:
        """The offices the document names without saying for whom."""
        return self.registration.unassigned if self._routed else ()  # type: ignore[union-attr]

    @property
    def filing_office(self) -> AnyBody | None:
        """The office institutions file with, where the document names one."""
        return self.registration.filing_office if self._routed else None  # type: ignore[union-attr]

    @property
    def deferred_to(self) -> str | None:
        """The document the details are left to."""
        return self.registration.deferred_to if self._routed else None  # type: ignore[union-attr]

    @property
    def registration_stated(self) -> bool:
        """Whether the document says anything about where such a subject registers."""
        return self._routed

    @property
    def _routed(self) -> bool:
        rules = self.registration
        return rules is not None and isinstance(self.subject, rules.noun())
