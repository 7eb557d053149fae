"""Evaluate a criterion about a subject, looking at everything once, and keep what decides."""

from datetime import date
from typing import assert_never

import careplan.criteria.nodes as n
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evidence import Evaluation
from careplan.criteria.looking.items import ItemsLook
from careplan.criteria.looking.joins import JoinLook, NotLook
from careplan.criteria.looking.leaves import LeafLook
from careplan.criteria.looking.looks import Look
from careplan.criteria.looking.sums import ElapsedLook, SumLook
from careplan.criteria.soundness import checked_about
from careplan.criteria.steps import Facts
from careplan.fields.declaring import Noun


def evaluate(criterion: n.Given, subject: Noun, *, on: date | None = None) -> Evaluation:
    """Evaluate a criterion about `subject` in Kleene's logic, with evidence.

    `on` is the day asked, which criteria about elapsed time read. Raises InvalidInput if it is no
    day or a datetime, or if the subject is not of the criterion's noun.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts
    >>> evaluate(facts(Venue).building_area_m2 > 10_000, Venue()).truth
    Truth.UNKNOWN
    """
    node = checked_about(criterion, subject)
    return looked_at(node, Facts(subject, None if on is None else day_asked(on)))


def looked_at(node: n.Criterion, facts: Facts) -> Evaluation:
    """Do the same for a criterion that is known to be sound and about the subject's noun.

    The subject itself is read: what another reader of it would hide is for `residuals`.
    """
    look = look_of(node)
    seen = look.at(facts)
    return Evaluation(seen[0], look.evidence(seen, facts))


def truth_by(node: n.Criterion, facts: Facts) -> Truth:
    """Return the truth alone, of a criterion known to be sound and about the subject's noun."""
    return look_of(node).at(facts)[0]


def look_of(node: n.Criterion) -> Look:
    """Return how a node is looked at; it is kept with the node."""
    look: Look | None = getattr(node, "_look", None)
    if look is None:
        object.__setattr__(node, "_look", look := _prepared(node))
    return look


def _prepared(node: n.Criterion) -> Look:
    match node:
        case n.Compare() | n.Among() | n.Has():
            return LeafLook(node)
        case n.AllOf() | n.AnyOf():
            return JoinLook(node, tuple(map(look_of, node.parts)))
        case n.Not():
            return NotLook(node, look_of(node.part))
        case n.Some() | n.Every():
            return ItemsLook(node, look_of(node.where), look_of)
        case n.Linear():
            return SumLook(node)
        case n.Elapsed():
            return ElapsedLook(node)
        case _:
            assert_never(node)
