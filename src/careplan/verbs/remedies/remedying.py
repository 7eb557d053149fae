"""Say what would end the breaches of an assessment, each change once."""

from collections.abc import Iterator
from datetime import date

import attrs

from careplan.base.errors import check_type
from careplan.base.truth import Outcome, Truth
from careplan.criteria.evidence import Evidence
from careplan.criteria.nodes import TRUE, Criterion, all_of, not_
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.criteria.residuals import left_by, paths_read
from careplan.criteria.steps import simplify_all, stated
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path, dotted
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.chaining.applying import as_answered
from careplan.verbs.remedies.levers import (
    Changed,
    Lever,
    Levers,
    Way,
    adds,
    grown,
    in_order,
    is_added,
)
from careplan.verbs.remedies.needs import asking_for_an_item, needed_for, shortened
from careplan.verbs.remedies.remedy import Change, Remedy, RemedyOption

# More alternatives nobody weighs; adding to a collection is kept among them.
MOST_OPTIONS = 10
# Of the breaches after one, so many are looked at for those that its options end as well.
MOST_JOINED = 32
# Of the ways to end one breach, no more are looked at: each asks whether what is needed can be.
MOST_TRIED = 64


def remedies(assessment: Assessment) -> tuple[Remedy, ...]:
    """Say, for each binding finding that is not met, what would end the breach.

    An option is a smallest set of facts a person can change (as the nouns declare) that the
    rule's `requires` reads and its `applies` does not, and of items to add where the rule
    then still applies. `needed` is what they must be: it can always be satisfied. Options are
    alternatives, smallest first, at most MOST_OPTIONS; several findings add up. A change that
    ends several breaches is named once, under the first of them, with all that it `ends` and
    what is needed for `all_ended`; a finding all of whose options stand under others has no
    remedy of its own. Not more than MOST_TRIED ways are tried for a finding: where none was
    found among them and there are more, the remedy is `cut`. A fact that another plan answered
    stays as it is: where it stands in the way, `turns_on` names that plan's clauses, and an
    option holds as long as that plan answers alike. Raises InvalidInput for anything
    but an assessment.

    >>> import careplan as cp
    >>> mall = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000,
    ...                 rooms=[cp.Room(independent=True, usable_area_m2=8)])
    >>> [remedy] = cp.remedies(cp.assess(mall, cp.get_plan("shuangliao_2021")))
    >>> [option.needed for option in remedy.options]  # doctest: +NORMALIZE_WHITESPACE
    [Venue.rooms[0].usable_area_m2 >= 10,
     all_of(Venue.rooms[1].independent == True, Venue.rooms[1].usable_area_m2 >= 10)]
    """
    check_type(assessment, Assessment, "assessment")
    subject = as_answered(assessment.subject, assessment.answered)
    answered = frozenset((one.fact,) for one in assessment.answered)
    breaches = [
        _Breach.of(_narrowed(finding), subject, answered, assessment.on)
        for finding in assessment.findings
        if finding.force is Force.BINDING and finding.outcome is Outcome.NOT_MET
    ]
    found = []
    named: list[tuple[Way, _Breach, tuple[_Breach, ...]]] = []
    # A person does one thing for all that it ends: it is named under the first breach, and a later
    # one shows only what is its own.
    for place, breach in enumerate(breaches):
        elsewhere = {id(first): first for _, first, ended in named if breach in ended}
        taken = {way for way, _, ended in named if breach in ended}
        own = [way for way in breach.ways if way not in taken]
        if elsewhere and not own:
            continue
        options = []
        for way in own:
            ended, option = _option(way, breach, breaches[place + 1 :][:MOST_JOINED])
            named.append((way, breach, ended))
            options.append(option)
        found.append(
            Remedy(
                finding=breach.finding,
                options=tuple(options),
                fixed=() if options else breach.against(),
                elsewhere=tuple(one.finding.number for one in elsewhere.values()),
                cut=breach.levers.cut and not options,
            )
        )
    return tuple(found)


@attrs.frozen(eq=False)
class _Breach:
    """A finding that is not met, what may be changed for it, and the smallest ways to end it.

    Each of `ways` stands beside what is needed for it to end the breach.
    """

    finding: Finding | LadderFinding
    requires: Criterion
    levers: Levers
    ways: dict[Way, Criterion]

    @classmethod
    def of(
        cls,
        finding: Finding | LadderFinding,
        subject: Noun,
        answered: frozenset[Path],
        on: date | None,
    ) -> "_Breach":
        """Look for the ways to end a breach."""
        applies, requires = _halves(finding)
        # What another plan answered nobody states otherwise: it is that plan's to mend.
        read = paths_read(applies, subject) | answered
        # What decides whether the rule applies stays: a mall is not made smaller to owe nothing.
        whole = frozenset(_not_to_grow(applies, subject, read, on))
        levers = Levers(subject, read, whole, on)
        return cls(finding, requires, levers, _ways(requires, levers))

    def needed(self, way: Way) -> Criterion | None:
        """Return what is needed for a change to end the breach; None if it cannot."""
        if way in self.ways:
            return self.ways[way]
        if not self.levers.may(way):  # the rule might no longer apply
            return None
        return needed_for(self.requires, way, self.levers.subject, self.levers.on)

    def against(self) -> tuple[Evidence, ...]:
        """Return what stands in the way."""
        return tuple(e for e in self.finding.requires_evidence if e.truth is Truth.FALSE)


def _narrowed(finding: Finding | LadderFinding) -> Finding | LadderFinding:
    """Return the finding of the rung that is broken, if it is known which of a ladder binds."""
    if isinstance(finding, LadderFinding) and len(finding.binding) == 1:
        return finding.binding[0]
    return finding


def _halves(finding: Finding | LadderFinding) -> tuple[Criterion, Criterion]:
    """Return of whom something is asked, and what; of a ladder all that may be owed."""
    if isinstance(finding, Finding):
        return pick(finding.rule.applies, {}), pick(finding.rule.requires, {})
    asked: list[Criterion] = []
    for one in reversed(finding.binding):  # what a higher rung asks for anyway is not said again
        requires = pick(one.rule.requires, {})
        if all(can_hold(all_of(above, not_(requires))) for above in asked):
            asked.append(requires)
    return finding.ladder.owed, all_of(*asked)


def _ways(requires: Criterion, levers: Levers) -> dict[Way, Criterion]:
    """Return the smallest ways to end a breach, each with what is needed, which can be."""
    waiting = levers.ways(requires)
    most_added = sum(1 for _ in asking_for_an_item(requires, positive=True))
    kept: dict[Way, Criterion] = {}
    more: list[Lever] | None = None
    tried = 0
    while waiting and tried < MOST_TRIED:
        way = waiting.pop(0)
        full = len(kept) >= MOST_OPTIONS
        if (full and not adds(way)) or any(smaller <= way for smaller in kept):
            continue
        tried += 1
        needed = needed_for(requires, way, levers.subject, levers.on)
        if needed is not None:
            if full:
                kept.popitem()
            kept[way] = needed
            if full or (len(kept) == MOST_OPTIONS and any(map(adds, kept))):
                return kept
            continue
        # Its facts are at odds, or one item cannot be all that is asked: something more may do.
        if more is None:
            if not kept and _is_beyond(requires, levers):
                break
            more = levers.all(paths_read(requires, levers.subject))
        # What was not found may be there all the same, unless it surely cannot be.
        levers.cut |= can_hold(left_by(requires, levers.changed(way)))
        known = set(waiting)
        waiting += [one for one in grown(way, more, most_added) if one not in known]
        levers.cut |= len(waiting) > MOST_TRIED - tried
        waiting = sorted(waiting, key=len)[: MOST_TRIED - tried]
    if levers.cut and not kept:  # where no change helps, none was left out
        levers.cut = not _is_beyond(requires, levers)
    return kept


def _is_beyond(requires: Criterion, levers: Levers) -> bool:
    """Say whether no change of what may change makes it hold; never wrongly yes."""
    read = paths_read(requires, levers.subject)
    return not can_hold(left_by(requires, levers.changed(levers.whatever(read))))


def _not_to_grow(
    applies: Criterion, subject: Noun, read: frozenset[Path], on: date | None
) -> Iterator[Path]:
    """Yield the collections that a rule might no longer apply with if they had an item more."""
    for path in read:
        items = stated(subject, path)
        if isinstance(items, tuple):
            one_more = Changed(subject, frozenset({(*path, len(items))}), on=on)
            if left_by(applies, one_more) != TRUE:
                yield path


def _option(
    way: Way, breach: _Breach, later: list[_Breach]
) -> tuple[tuple[_Breach, ...], RemedyOption]:
    """Return what a change asks for the breach, and for all that it ends beside it."""
    subject = breach.levers.subject
    needed = breach.needed(way)
    assert needed is not None  # noqa: S101 - it is a way to end the breach
    ended, together = [breach], needed
    for other in later:
        alone = other.needed(way)
        if alone is not None:
            both: Criterion | None = simplify_all([together, alone])
            if len(way) > 1 and adds(way):  # which new item is which is a matter of both
                requires = all_of(*(one.requires for one in (*ended, other)))
                both = needed_for(requires, way, subject, breach.levers.on)
            if both is not None and can_surely_hold(both):
                ended, together = [*ended, other], shortened(both)
    numbers = tuple(one.finding.number for one in ended)
    return tuple(ended), RemedyOption(_changes(way, subject), needed, numbers, together)


def _changes(way: Way, subject: Noun) -> tuple[Change, ...]:
    return tuple(
        Change(dotted(path), None, added=True)
        if is_added(path)
        else Change(dotted(path), stated(subject, path))
        for path in in_order(way)
    )
