"""What would end the breach of a finding: options, and what changes in each."""

from collections.abc import Iterator

import attrs

from careplan.base.foreign import Hosted
from careplan.base.messages import join, say, show
from careplan.base.text import Text
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.nodes import Criterion
from careplan.criteria.residuals import facts_of
from careplan.criteria.wording.criteria import describe
from careplan.display.cells import Row, empty, names, paths_of, text
from careplan.display.result import Result
from careplan.display.views.parts import Detail, View
from careplan.documents.wording.citing import cited
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.showing import view_by
from careplan.verbs.chaining.answered import Answered

_OPTION = (
    "option change add observed_zh observed_en needed_zh needed_en ends all_ended_zh all_ended_en"
)


@attrs.frozen
class Change(Hosted):
    """One fact to change, or one item to add to a collection (`added`)."""

    path: str
    observed: object
    added: bool = False


@attrs.frozen
class RemedyOption(Hosted):
    """Facts that, changed together, end a breach; `needed` is what they must then be.

    `ends` are the numbers of all breaches that the change can end, and `all_ended` is what is
    needed for that.
    """

    changes: tuple[Change, ...]
    needed: Criterion
    ends: tuple[str, ...] = ()
    all_ended: Criterion | None = None

    def row(self) -> Row:
        """Return the option as the cells of a flat row."""
        changed = [change for change in self.changes if not change.added]
        return {
            "change": names(change.path for change in changed),
            "add": names(change.path for change in self.changes if change.added),
            "observed_zh": join((show(change.observed, "zh") for change in changed), "zh"),
            "observed_en": join((show(change.observed, "en") for change in changed), "en"),
            "needed_zh": describe(self.needed, "zh"),
            "needed_en": describe(self.needed, "en"),
            "ends": names(self.ends),
            **text("all_ended", _described(self.all_ended)),
        }


@attrs.frozen(kw_only=True, repr=False)
class Remedy(Result):
    """What would end the breach of one finding: any one of `options`.

    Options that end an earlier breach as well stand there: `elsewhere` are the numbers of
    these. Without options no fact that a person can change would mend it, unless the search was
    `cut`: there are more ways than were tried. `fixed` then holds the facts that stand in the
    way, and `turns_on` which of them another plan answered. Of a ladder the finding is that of
    the rung that binds; while several may, it is the ladder's, and an option keeps each of them.
    """

    finding: Finding | LadderFinding
    options: tuple[RemedyOption, ...]
    fixed: tuple[Evidence, ...] = ()
    elsewhere: tuple[str, ...] = ()
    cut: bool = False

    @property
    def turns_on(self) -> tuple[Answered, ...]:
        """What other plans answered that stands in the way: these say what is to be mended."""
        held = {path for piece in witnesses(self.fixed) for path in piece.facts}
        return tuple(one for one in self.finding.answered if one.fact in held)

    def waits_on(self, option: RemedyOption) -> tuple[Answered, ...]:
        """Return what an option needs that other plans are to answer, and have not yet."""
        needed = facts_of(option.needed)
        waiting = (one for one in self.finding.answered if one.value is None)
        return tuple(one for one in waiting if one.fact in needed)

    def _view(self, language: str, detail: Detail) -> View:
        return view_by("others.remedy_view", self, language, detail)

    def _lines(self, language: str) -> Iterator[str]:
        locator = self.finding.clause.locator
        if self.options:
            yield say("remedy", language, locator=locator)
        else:
            yield self.outlook(language)

    def outlook(self, language: str) -> str:
        """Say what a remedy without options comes to: another plan may say what is to be mended."""
        turning = dict.fromkeys(one.turning(language) for one in self.turns_on)
        if turning:
            return say("way.joint", language).join(turning)
        return say("assessed.cut" if self.cut else "assessed.stays", language)

    def _rows(self) -> Iterator[Row]:
        """Yield the options, or one row that says that there is none and what stands in the way."""
        options = ({"option": n, **one.row()} for n, one in enumerate(self.options, start=1))
        for option in options if self.options else (empty(_OPTION),):
            yield {
                "number": self.finding.number,
                **cited(self.finding.clause),
                **option,
                "fixed": paths_of(self.fixed),
                "elsewhere": names(self.elsewhere),
                "cut": self.cut,
            }


def _described(criterion: Criterion | None) -> Text | None:
    if criterion is None:
        return None
    return Text(zh=describe(criterion, "zh"), en=describe(criterion, "en"))
