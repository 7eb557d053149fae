"""What a score or a grade says that the sheet, the marks and the subject do not."""

from collections.abc import Iterator, Mapping

from careplan.base.errors import Problem
from careplan.base.truth import Truth
from careplan.codec.coherence.comparing import same, wrong_noun
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import (
    FALSE,
)
from careplan.criteria.steps import Facts
from careplan.documents.clauses import readings_used
from careplan.documents.scales.sheets import Marking
from careplan.fields.declaring import Noun
from careplan.verbs.grading import Graded, grade
from careplan.verbs.scoring.marks import condition_of, missing_of, shown_by
from careplan.verbs.scoring.scores import Score
from careplan.verbs.scoring.scoring import questions_used


def of_score(made: Score) -> Iterator[Problem]:
    """Yield what a score says that is not so of its sheet, its marks or its room."""
    sheet, taken = made.sheet, made.taken()
    items = tuple(one.item for one in made.items)
    if items != sheet.items:  # what others would ask of a room is no question
        yield from same(items, sheet.items, "items")
        return
    used = readings_used(sheet.questions, questions_used(sheet, taken), taken)
    yield from same(made.readings, used, "readings")
    for index, one in enumerate(made.items):
        if one.high > one.item.max_points:
            most = {"maximum": one.item.max_points}
            yield Problem(f"items[{index}].high", "too_large", one.high, most)
        if one.high < one.low:
            yield Problem(f"items[{index}].high", "too_small", one.high, {"minimum": one.low})
    room, noun = made.room, sheet.noun() or Noun
    if room is not None and not isinstance(room, noun):
        yield wrong_noun("room", room, noun)
    elif room is not None and evaluate(sheet.applies, room, on=made.on).truth is Truth.FALSE:
        yield Problem("room", "not_on_sheet", room, {"value": sheet.title})
    else:
        yield from _of_marks(made, taken)


def _of_marks(made: Score, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what the items say of a room that is not so."""
    room = made.room if made.marking is Marking.ALL_OR_NOTHING else None
    facts = Facts(made.room, made.on)
    for index, one in enumerate(made.items):
        at = f"items[{index}]."
        condition = condition_of(one.item, facts, taken)
        yield from same(one.condition, condition, f"{at}condition")
        shown, asked = (None, ()) if room is None else shown_by(facts, one.item, taken)
        if condition == FALSE:
            yield from same((one.low, one.high, one.yes), (0, 0, None), f"{at}low")
        elif one.item.yes_or_no and shown is not None:
            yield from same(one.yes, shown, f"{at}yes")
        elif shown is not None:
            yield from same((one.low, one.high), (shown, shown), f"{at}low")
        if not one.item.yes_or_no:
            yield from same(one.yes, None, f"{at}yes")
        expected = missing_of(condition, asked if one.lacks_mark else ())
        yield from same(one.missing, expected, f"{at}missing")


def of_grades(made: Graded) -> Iterator[Problem]:
    """Yield what a grading says of its subject that is not so."""
    noun = made.grading.noun() or Noun
    if not isinstance(made.subject, noun):
        yield wrong_noun("subject", made.subject, noun)
        return
    again = grade(made.subject, made.grading, readings=made.taken(), on=made.on)
    for name in ("readings", "grades", "evidence", "needed"):
        yield from same(getattr(made, name), getattr(again, name), name)
