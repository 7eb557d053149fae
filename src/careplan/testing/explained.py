"""Assert that a result explains itself: clauses named, gaps listed, words in both languages."""

from collections.abc import Iterator
from typing import Any

from careplan.base.errors import check_type
from careplan.base.messages import LANGUAGES, join, say, show
from careplan.base.quoting import visible
from careplan.base.truth import Availability, Outcome
from careplan.criteria.nodes import noun_of
from careplan.criteria.wording.asking import fact_question
from careplan.display.phrases import askers, missing_names
from careplan.display.result import Result
from careplan.verbs.advising.questions import ask_for
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Found
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
    and in English name; one that is unknown must list the facts it lacks. With detail "all" the
    words must ask for each (a finding by itself may list it as still to be stated), and say each
    reading taken. Raises InvalidInput for anything but a result.

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
    """Yield what the words of a result do not say, language by language."""
    for language in LANGUAGES:
        words = result.explain(language, detail="all")
        lacking = dict.fromkeys(
            text
            for part in _parts(result)
            for text in (
                *(name for name in _named(part) if visible(name) not in words),
                *_unasked(part, words, language),
                *(() if isinstance(result, Remedy) else _unread(part, words, language)),
            )
        )
        if lacking or not words:
            listed = join(map(repr, lacking), "en")
            yield say("kit.unsaid", "en", language=language, listed=listed)


def _named(part: Any) -> Iterator[str]:
    """Yield what the words about a part must name: its clause, and what it is of."""
    match part:
        case RegistrationPath() | TargetProgress() | Found() | LadderFinding():
            yield part.clause.locator
        case Owed():
            yield from (duty.clause.locator for duty in part.duties)
        case Graded():
            yield from (one.grade.clause.locator for one in part.grades)
        case Score():
            yield part.sheet.clause.locator
            yield from (one.item.clause.locator for one in part.items)
        case LedgerProgress():
            yield part.ledger.clause.locator
            yield from (row.locality for row in part.rows)
        case Agenda():
            yield from (entry.clause.locator for entry in part.entries)


def _unasked(part: Any, words: str, language: str) -> Iterator[str]:
    """Yield the question for each missing fact of a part that the words do not ask for."""
    match part:
        case Found() | LadderFinding():
            yield from _unlisted(part, words, language)
            return
        case Assessment() | Owed() | RegistrationPaths() | Graded():
            yield from _not_asked(part.subject, part.missing, words, language)
            return
        case RegistrationPath():
            asked = [fact_question(part.noun, path, language) for path in part.missing]
        case Score():
            noun: Any = part.sheet.noun()
            asked = [one for item in part.items for one in item.asked(noun, language)]
        case _:
            return
    yield from (one for one in asked if visible(one) not in words)


def _not_asked(about: Any, missing: Any, words: str, language: str) -> Iterator[str]:
    """Yield the questions that are not asked; of a fact `on` the day asked may be meant as well."""
    for path in missing:
        ways = [ask_for(about, path, language, to_day=one) for one in (True, False)]
        if not any(visible(one) in words for one in ways):
            yield ways[0]


def _unlisted(part: Any, words: str, language: str) -> Iterator[str]:
    """Yield the missing facts of a finding that are neither asked for nor listed as missing."""
    askers_of = askers(part.evidence)
    names = missing_names(part.missing, part.evidence, language, part.noun)
    begin = say("missing", language, facts="")
    lines = [line.strip() for line in words.splitlines() if line.strip().startswith(begin)]
    for path, name in names.items():
        noun: Any = noun_of(askers_of[path][0]) if path in askers_of else part.noun
        listed = any(visible(name) in line for line in lines)
        if not listed and visible(fact_question(noun, path, language)) not in words:
            yield name


def _unread(part: Any, words: str, language: str) -> Iterator[str]:
    """Yield each reading a part took that the words do not say: the question and the option."""
    for reading in getattr(part, "readings", ()):
        both = {"question": reading.interpretation.question, "option": reading.option.text}
        if not all(show(text, language) in words for text in both.values()):
            yield say("view.made.reading", language, **both)
