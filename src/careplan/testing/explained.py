"""Assert that a result explains itself: clauses named, gaps listed, words in both languages."""

from collections.abc import Iterator
from typing import Any

from careplan.base.errors import check_type
from careplan.base.messages import LANGUAGES, join, say
from careplan.base.quoting import visible
from careplan.base.truth import Availability, Outcome
from careplan.criteria.wording.asking import question
from careplan.display.result import Result
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding, Found
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.grading import Graded
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.paths import RegistrationPaths
from careplan.verbs.remedies.remedy import Remedy
from careplan.verbs.scoring.scores import Score
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.targets import TargetProgress


def assert_explained(result: Result) -> None:
    """Raise AssertionError unless a result says why, under which clause, and what is missing.

    Every finding (path, row, item) inside it must cite a clause that the words in Chinese
    and in English name; one that is unknown must list the facts it lacks, and the words of
    an assessment, a finding, a benefit or a path must name each. Raises InvalidInput for
    anything but a result.

    >>> import careplan as cp
    >>> assert_explained(cp.assess(cp.Venue(), cp.get_plan("shuangliao_2021")))
    """
    check_type(result, Result, "result")
    said = [*_of_parts(result), *_in_words(result)]
    if said:
        raise AssertionError("\n".join(said))


def _parts(result: Any) -> Iterator[Any]:
    """Yield the result and every result inside it that answers for itself."""
    yield result
    match result:
        case Assessment():
            for finding in result.findings:
                yield from _parts(finding)
            yield from (*result.benefits, *result.definitions)
        case LadderFinding():
            yield from result.rungs
        case RegistrationPaths():
            yield from result.paths
        case Remedy():
            yield result.finding


def _of_parts(result: Any) -> Iterator[str]:
    for part in _parts(result):
        answer = getattr(part, "outcome", getattr(part, "availability", None))
        unknown = answer in (Outcome.UNKNOWN, Availability.UNKNOWN)
        if unknown and not getattr(part, "missing", True):
            yield say("kit.nothing_missing", "en", result=repr(part))


def _in_words(result: Any) -> Iterator[str]:
    for language in LANGUAGES:
        wanted = [name for part in _parts(result) for name in _named(part, result, language)]
        words = result.explain(language, detail="all")
        lacking = dict.fromkeys(name for name in wanted if visible(name) not in words)
        if lacking or not words:
            listed = join(map(repr, lacking), "en")
            yield say("kit.unsaid", "en", language=language, listed=listed)


def _named(part: Any, whole: Any, language: str) -> Iterator[str]:
    """Yield what the words about a part must name: its clause, and each fact it lacks."""
    match part:
        case Finding() | LadderFinding() if isinstance(whole, Remedy):
            yield part.number
        case Found():
            yield from (part.clause.locator, *part.missing)
        case RegistrationPath():
            yield part.clause.locator
            yield from (question(part.noun, path, language) for path in part.missing)
        case Assessment():
            yield from part.missing
        case RegistrationPaths():
            noun = type(part.subject)
            yield from (question(noun, path, language) for path in part.missing)
        case Owed():
            yield from (*(duty.clause.locator for duty in part.duties), *part.missing)
        case Graded():
            yield from (*(one.grade.clause.locator for one in part.grades), *part.missing)
        case Score():
            yield part.sheet.clause.locator
            yield from (one.item.clause.locator for one in part.items)
            for item in part.items:
                yield from item.asked(part.sheet.noun(), language)
        case TargetProgress():
            yield part.clause.locator
        case LedgerProgress():
            yield part.ledger.clause.locator
            yield from (row.locality for row in part.rows)
        case Agenda():
            yield from (entry.clause.locator for entry in part.entries)
