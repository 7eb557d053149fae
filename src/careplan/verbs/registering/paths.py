"""The offices still possible for a subject, the steps there, and what would narrow them."""

from collections.abc import Iterator

import attrs

from careplan.display.cells import Row, empty, member, names, paths_of
from careplan.display.views.parts import Detail, View
from careplan.documents.wording.citing import readings
from careplan.documents.wording.made import made_lines
from careplan.verbs.registering.possible import Possible
from careplan.verbs.registering.views import paths_view

_PATH = (
    "path registrar registrar_zh registrar_en level level_zh level_en clause locator "
    "condition_zh condition_en business_scope steps missing"
)


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPaths(Possible):
    """All offices still possible for a subject, and what would narrow them.

    `conflict` is the evidence of facts that cannot be together, None if there are none.
    For a noun that the routes are not about, such as a toddler class, there is no path, and
    who manages, supervises and guides it is said instead; where it registers is not stated.
    `on` is the day asked, if it was given, and `in_force` whether the document is on that day.
    """

    def _view(self, language: str, detail: Detail) -> View:
        return paths_view(self, language, detail)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan, on=self.on, readings=self.readings)

    def _rows(self) -> Iterator[Row]:
        """Yield the paths, or one row without a path: who is in charge, and what contradicts."""
        whole: Row = {
            **member("managed_by", self.managed_by),
            **member("supervised_by", self.supervised_by),
            **member("guided_by", self.guided_by),
            **member("filing_office", self.filing_office),
            "deferred_to": self.deferred_to,
            "conflict": None if self.conflict is None else paths_of(self.conflict),
            "narrowing": names(self.missing),
            "readings": readings(self.readings),
        }
        for row in [path.row() for path in self.paths] or [empty(_PATH)]:
            yield {**row, **whole}
