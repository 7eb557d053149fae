"""Say what would end the breaches of an assessment, each change once."""

from collections.abc import Iterator

import attrs

from careplan.errors import check_type
from careplan.evaluation import stated
from careplan.fields import Noun
from careplan.levers import Changed, Lever, Levers, Way, grown, in_order, is_added
from careplan.needs import asking_for_an_item, needed_for, shortened
from careplan.nodes import (
    TRUE,
    Criterion,
    Path,
    all_of,
    dotted,
)
from careplan.regions import can_hold
from careplan.residuals import left_by, paths_read
from careplan.sources import Force
from careplan.truth import Outcome, Truth
from careplan.verdicts import Assessment, Change, Finding, Remedy, RemedyOption

# More alternatives nobody weighs; adding to a collection is kept among them.
MOST_OPTIONS = 10
# Of the ways to end one breach, no more are looked at: each asks whether what is needed can be.
MOST_TRIED = 64


def remedies(assessment: Assessment) -> tuple[Remedy, ...]:
    """Say, for each binding finding that is not met, what would end the breach.

    An option is a smallest set of facts a person can change (as the nouns declare) that the
    rule's `requires` reads and its `applies` does not, and of items to add where the rule
    then still applies. `needed` is what they must be: it can always be satisfied. Options are
    alternatives, smallest first, at most MOST_OPTIONS; several findings add up. A change that
    ends several breaches is named once, under the first of them, with all that it `ends`; a
    finding all of whose options stand under others has no remedy of its own. Ways are looked
    for among MOST_TRIED at most. Raises InvalidInput for anything but an assessment.

    >>> import careplan as cp
    >>> mall = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000,
    ...                 rooms=[cp.Room(independent=True, usable_area_m2=8)])
    >>> [remedy] = cp.remedies(cp.assess(mall, cp.get_plan("shuangliao_2021")))
    >>> [option.needed for option in remedy.options]  # doctest: +NORMALIZE_WHITESPACE
    [Venue.rooms[0].usable_area_m2 >= 10,
     all_of(Venue.rooms[1].independent == True, Venue.rooms[1].usable_area_m2 >= 10)]
    """
    check_type(assessment, Assessment, "assessment")
    subject = assessment.subject
    breaches = [
        _Breach.of(finding, subject)
        for finding in assessment.findings
        if finding.force is Force.BINDING and finding.outcome is Outcome.NOT_MET
    ]
    found = []
    named: list[tuple[Way, tuple[_Breach, ...]]] = []
    for place, breach in enumerate(breaches):
        own = [way for way in breach.ways if not _is_named(way, breach, named)]
        elsewhere = [ended[0].finding.number for _, ended in named if breach in ended]
        if elsewhere and not own:
            continue
        options = []
        for way in own:
            ended, needed = _ended(way, breach, breaches[place + 1 :])
            named.append((way, ended))
            numbers = tuple(one.finding.number for one in ended)
            options.append(RemedyOption(_changes(way, subject), needed, numbers))
        against = (e for e in breach.finding.requires_evidence if e.truth is Truth.FALSE)
        found.append(
            Remedy(
                finding=breach.finding,
                options=tuple(options),
                fixed=() if options else tuple(against),
                elsewhere=tuple(dict.fromkeys(elsewhere)),
            )
        )
    return tuple(found)


@attrs.frozen(eq=False)
class _Breach:
    """A finding that is not met, what may be changed for it, and the smallest ways to end it."""

    finding: Finding
    requires: Criterion
    levers: Levers
    ways: list[Way]

    @classmethod
    def of(cls, finding: Finding, subject: Noun) -> "_Breach":
        """Look for the ways to end a breach."""
        applies, requires = _read(finding.rule.applies), _read(finding.rule.requires)
        read = paths_read(applies, subject)
        levers = Levers(subject, read, frozenset(_not_to_grow(applies, subject, read)))
        return cls(finding, requires, levers, _ways(requires, levers))

    def is_ended_by(self, way: Way) -> bool:
        """Say whether a change ends the breach, the rule still applying."""
        changed = Changed(self.levers.subject, way)
        return self.levers.may(way) and can_hold(left_by(self.requires, changed))


def _read(criterion: object) -> Criterion:
    assert isinstance(criterion, Criterion)  # noqa: S101 - a finding's rule is read already
    return criterion


def _is_named(way: Way, breach: _Breach, named: list[tuple[Way, tuple[_Breach, ...]]]) -> bool:
    return any(way == one and breach in ended for one, ended in named)


def _ways(requires: Criterion, levers: Levers) -> list[Way]:
    """Return the smallest ways to end a breach, after which what is needed can be."""
    read = paths_read(requires, levers.subject)
    if not can_hold(left_by(requires, Changed(levers.subject, levers.whatever(read)))):
        return []
    kept: list[Way] = []
    waiting = levers.ways(requires)
    most_added = len(list(asking_for_an_item(requires, positive=True)))
    more: list[Lever] | None = None
    tried = 0
    while waiting and tried < MOST_TRIED:
        way = waiting.pop(0)
        full = len(kept) >= MOST_OPTIONS
        if (full and not _adds(way)) or any(smaller <= way for smaller in kept):
            continue
        tried += 1
        if can_hold(left_by(requires, Changed(levers.subject, way))):
            if full:
                return [*kept[:-1], way]
            kept.append(way)
            if len(kept) == MOST_OPTIONS and any(map(_adds, kept)):
                return kept
            continue
        # Its facts are at odds, or one item cannot be all that is asked: something more may do.
        if more is None:
            more = levers.all(read)
        known = set(waiting)
        waiting += [one for one in grown(way, more, most_added) if one not in known]
        waiting = sorted(waiting, key=len)[: MOST_TRIED - tried]
    return kept


def _adds(way: Way) -> bool:
    return any(map(is_added, way))


def _not_to_grow(applies: Criterion, subject: Noun, read: frozenset[Path]) -> Iterator[Path]:
    """Yield the collections that a rule might no longer apply with if they had an item more."""
    for path in read:
        items = stated(subject, path)
        if isinstance(items, tuple):
            one_more = Changed(subject, frozenset({(*path, len(items))}))
            if left_by(applies, one_more) != TRUE:
                yield path


def _ended(
    way: Way, breach: _Breach, later: list[_Breach]
) -> tuple[tuple[_Breach, ...], Criterion]:
    """Return the breaches that a change ends together, and what is needed for that."""
    subject = breach.levers.subject
    ended, needed = [breach], needed_for(breach.requires, way, subject)
    for other in later:
        if other.is_ended_by(way):
            together = all_of(*(one.requires for one in (*ended, other)))
            both = needed_for(together, way, subject)
            if can_hold(both):
                ended, needed = [*ended, other], shortened(both)
    return tuple(ended), needed


def _changes(way: Way, subject: Noun) -> tuple[Change, ...]:
    return tuple(
        Change(dotted(path), None, added=True)
        if is_added(path)
        else Change(dotted(path), stated(subject, path))
        for path in in_order(way)
    )
