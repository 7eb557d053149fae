"""Cases at the thresholds of a plan, each differing from its neighbours in one fact only."""

from itertools import chain

from careplan.base.errors import check_type
from careplan.documents.plan import Plan
from careplan.testing.cases.classes import asked_of_classes, cases_of_classes
from careplan.testing.cases.duties import duty_cases
from careplan.testing.cases.face.collected import BoundaryCases
from careplan.testing.cases.face.wanted import Only, Wanted
from careplan.testing.cases.figures.together import figure_cases, of_figures, without_figures
from careplan.testing.cases.variants import asked_of_facts


def boundary_cases(plan: Plan, *, only: Only = None) -> BoundaryCases:
    """Return cases just below, at and above each threshold of a plan, and what is to be answered.

    Of each rule, rung and benefit three subjects that differ in one fact only, by its declared
    step: 0.01 m2, one person, one day. What is expected is not asked of `assess`: it follows from
    the criterion. Everything beside the threshold is stated so that it decides (the rest of a
    conjunction holds, alternatives fail, all items are alike; for a threshold in `requires` the
    rule applies, for one in `applies` it is not fulfilled); the sign of the comparison says what
    holds below, at and above, and each denial on the way turns it round. A threshold whose
    three answers are all alike is not a case: it is listed in `.without`. In a sum over items the
    last item decides: its amount beside others that carry the rest, or how often it is there,
    beside one that does not count. Where it turns above 50 items it has no case.

    Of each row and column of a ledger, of its totals and of each target, for each milestone: on
    the due day the figures around it, none, and an older one; the day before, when what was due
    earlier still is; and the day after. All localities together differ in the last one. Rates are
    tried as a part of a whole, too; a goal in words is NOT_MEASURABLE. Of each sheet the sums
    around the mark to pass, as each item turns them, and around each band; what must pass, or
    has a least mark; and each item without its mark where it may decide. All of that is
    reckoned from the milestones, the items and the lines.

    For each fact eight subjects are tried at most (for items of a sum 24 made of each), and 64
    choices of readings for each rule or sheet; where these are more, one option at a time is read
    beside the defaults. What has no case for that reason is listed in `.without`, too. So a plan
    costs what its rules cost one by one, a rule with n facts n subjects about n facts, and a
    ledger of n rows n cases and totals of n counts. What counts time up to the day asked is asked
    on one day; what is not in force on it has no case.

    `only` asks for a few: the id of a rule, rung, ladder, benefit, row, ledger, target, sheet, band
    or item, its key, the locality of a row, or the number of a clause for all that is numbered
    below it; one or several. The rest is not worked out, and `.without` is silent about it. Terms
    and grades, all of which `class_cases` has, are among the cases where they are asked for.
    Raises InvalidInput for anything but a plan, NotFound for an unknown id, all at once, with a
    suggestion.

    >>> from careplan import get_plan
    >>> plan = get_plan("bda_2017")
    >>> case = next(iter(boundary_cases(plan, only="1.a")))
    >>> case.id, case.path, case.value, case.expected
    ('1.a-female_employees-below', 'female_employees', 99, Outcome.NOT_APPLICABLE)
    >>> [case.value for case in boundary_cases(get_plan("dawa_2023"), only="大洼街道")][:4]
    [79, 80, 81, None]
    >>> boundary_cases(plan, only=["1.a", "care_room"]).check(lambda case: case.answer(plan))
    """
    return _collected(plan, only, thresholds_only=True)


def decisive_cases(plan: Plan, *, only: Only = None) -> BoundaryCases:
    """Return the same for every fact that decides: as asked, other than asked, not stated.

    A fact that is not stated leaves the answer unknown wherever stating it could change
    what the subject is held to. A list, a part or a table that holds such facts is left blank as
    a whole, too, once for each rule and reading. What fulfils a rule is `MET` although one fact
    leaves open whether the rule applies: so each fact that decides about that is left blank there
    as well. Ledgers, targets and sheets have the same cases here. `only` and what is raised are as
    of `boundary_cases`.

    >>> from careplan import get_plan
    >>> len(decisive_cases(get_plan("baodi_2020"))) > 30
    True
    """
    return _collected(plan, only, thresholds_only=False)


def fact_cases(plan: Plan) -> BoundaryCases:
    """Return the cases of rules, rungs and benefits only: each fact that decides."""
    check_type(plan, Plan, "plan")
    return BoundaryCases.of(plan, *duty_cases(plan, Wanted(), unstated=True))


def _collected(plan: Plan, only: Only, *, thresholds_only: bool) -> BoundaryCases:
    check_type(plan, Plan, "plan")
    known = chain(asked_of_facts(plan), of_figures(plan), asked_of_classes(plan))
    wanted = Wanted.among(only, known)
    unstated = not thresholds_only
    cases, without = duty_cases(plan, wanted, unstated=unstated, blank=unstated)
    figures = list(figure_cases(plan, wanted))
    cases, without = [*cases, *figures], [*without, *without_figures(plan, wanted, figures)]
    if only is not None:
        classes, none = cases_of_classes(
            plan, wanted, thresholds_only=thresholds_only, blank=unstated
        )
        cases, without = [*cases, *classes], [*without, *none]
    return BoundaryCases.of(plan, cases, without)
