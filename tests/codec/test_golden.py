"""Files of every version of the format, kept: what was written once stays readable.

Of older formats that is nouns, criteria and plans; their answers are refused by name.
`PYTHONPATH=tests python tests/codec/test_golden.py` writes the files of this version that are
not there yet; a file that is there is never written over while the version of the format is the
same.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from codec_samples import MALL, sample_results

import careplan as cp
from careplan.base.errors import InvalidInput
from careplan.base.refusing.names import CLASSES
from careplan.codec.known import FORMAT

GOLDEN = Path(__file__).parent.parent / "data" / "golden"
venue = cp.facts(cp.Venue)
OBJECTS: dict[str, Any] = {
    "venue": MALL,
    "measurement": cp.Measurement(
        on=cp.get_plan("dawa_2023").ledgers["slots"].dates()[0], part=1, whole=3
    ),
    "criterion": (venue.building_area_m2 > 10_000.5) & ~cp.some(venue.rooms),
}
FILES = sorted(GOLDEN.glob("*.json"))
# Results that older formats did not have.
SINCE_FORMAT_3 = {"finding_in_groups", "remedy_of_several", "score_with_room"}
SINCE_FORMAT_4 = {
    *("assessment_of_a_ladder", "ladder_finding", "remedy_of_a_ladder", "owed", "graded"),
}
SINCE_FORMAT_5 = {
    *("due", "path_due", "path_of_many_steps", "assessments", "assessment_with_money"),
    *("split", "unknown", "roll_up", "progress_table", "period_progress", "period_total"),
    *("disagreements", "class_kind", "assessments_answered"),
}
# What carries no version, and so is the same in all.
UNVERSIONED = {*OBJECTS, "coverage", "evaluation"}
# What format 4 says otherwise, as it stands in the one form of a text: what a room's one use
# had to be is what its uses include, and a rule's one note is a list of one.
SAID_OTHERWISE_SINCE_4 = (
    (
        r'{"noun":"Room","op":"==","path":"use","type":"Compare","value":("\w+")}',
        r'{"item":\1,"noun":"Room","path":"use","type":"Has"}',
    ),
    (
        r'"otherwise":({"text":{[^{}]*},"when":{[^{}]*}})',
        r'"otherwise":[\1]',
    ),
)


# What format 5 says otherwise: the one figure of a target is a milestone, and what is in force for
# a time says since and until when. By the kept files, the one target and four duties of the plan.
SAID_OTHERWISE_SINCE_5 = (
    (r'"due":"2021-12-31","forecast":false,("key":"coverage","measure":"percent"),', r"\1,"),
    (r'"op":">=","precision":"year_end",("title":{[^{}]*},"type":"Target"),"value":100', r"\1"),
    (
        r'("measure":"percent"),("title":{[^{}]*},"type":"Target")',
        r'\1,"milestones":[{"derived":false,"due":"2021-12-31","precision":"year_end","value":100}],\2',
    ),
)
HELD_OTHERWISE_SINCE_5 = (
    r'"within":{"end":("[-\d]+"),"precision":("\w+"),"start":("[-\d]+")}',
    r'"within":{"precision":\2,"since":\3,"until":\1}',
)


def version_and_name(path: Path) -> tuple[int, str]:
    version, _, name = path.stem.partition("_")
    return int(version[1:]), name


def path_of(name: str, version: int = FORMAT) -> Path:
    return GOLDEN / f"v{version}_{name}.json"


def class_of(name: str) -> Any:
    known = {**sample_results(), **OBJECTS, "plan": cp.get_plan("shuangliao_2021")}
    return type(known[name])


OLD_ANSWERS = [
    path
    for path in FILES
    if version_and_name(path)[0] < FORMAT
    and version_and_name(path)[1] not in UNVERSIONED | {"plan"}
]


@pytest.mark.parametrize("path", [p for p in FILES if p not in OLD_ANSWERS], ids=lambda p: p.stem)
def test_a_kept_file_is_still_read_and_is_canonical(path: Path) -> None:
    version, name = version_and_name(path)
    text = path.read_text(encoding="utf-8")
    made = cp.codec.loads(text, class_of(name))
    again = cp.codec.dumps(made) + "\n"
    again = again.replace(f'"format":{FORMAT}', f'"format":{version}', 1)
    if name == "plan" and version < 4:
        text = said_as_in_4(text)
    if name == "plan" and version < 5:
        text = said_as_in_5(text)
    # What careplan learnt to say since is added, and nothing else is changed.
    assert again == text or is_added_to(json.loads(text), json.loads(again))
    assert cp.codec.loads(again, class_of(name)) == made


def said_as_in_4(text: str) -> str:
    """Put into the text of an older plan what format 4 says otherwise, and nothing else."""
    for (old, new), times in zip(SAID_OTHERWISE_SINCE_4, (2, 1), strict=True):
        # By the kept files: two parts of 4.1.e ask for a use, and 4.1.a has the one note.
        text, found = re.subn(old, new, text)
        assert found == times
    return text


def said_as_in_5(text: str) -> str:
    """Put into the text of an older plan what format 5 says otherwise, and nothing else."""
    for old, new in SAID_OTHERWISE_SINCE_5:
        text, found = re.subn(old, new, text)
        assert found == 1
    text, found = re.subn(*HELD_OTHERWISE_SINCE_5, text)
    assert found == 4  # by the kept files
    return text


def test_a_plan_of_format_3_is_written_as_in_4_and_nothing_is_added() -> None:
    old, new = (path_of("plan", version).read_text(encoding="utf-8") for version in (3, 4))
    assert said_as_in_4(old).replace('"format":3', '"format":4') == new


def is_added_to(old: Any, new: Any) -> bool:
    """Say whether data differ from older data by keys of objects that were added, and only so."""
    match old, new:
        case dict(), dict():
            kept = all(name in new and _is_kept(one, new[name]) for name, one in old.items())
            return kept and old != new
        case _:
            return False


def _is_kept(old: Any, new: Any) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_is_kept, old, new))
    return bool(old == new) or is_added_to(old, new)


def test_added_keys_are_told_from_changes() -> None:
    assert is_added_to({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    for new in ({"a": 2, "d": 3}, {"d": 3}, {"a": 1}, [1], {"a": [1], "d": 3}):
        assert not is_added_to({"a": 1}, new)


@pytest.mark.parametrize("path", OLD_ANSWERS, ids=lambda path: path.stem)
def test_an_answer_of_an_older_format_is_refused_by_name(path: Path) -> None:
    cls = class_of(version_and_name(path)[1])
    with pytest.raises(InvalidInput) as caught:
        cp.codec.loads(path.read_text(encoding="utf-8"), cls)
    [problem] = caught.value.problems
    assert (problem.path, problem.code) == ("format", "old_result")
    assert problem.value == version_and_name(path)[0]
    assert CLASSES[cls.__name__] in problem.text("zh")
    assert cls.__name__ in problem.text("en")


@pytest.mark.parametrize("name", OBJECTS)
@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_what_was_written_once_means_the_same(name: str, version: int) -> None:
    text = path_of(name, version).read_text(encoding="utf-8")
    assert cp.codec.loads(text, type(OBJECTS[name])) == OBJECTS[name]


def test_every_kind_of_file_is_kept() -> None:
    kept = {version_and_name(path) for path in FILES}
    names = {*sample_results(), *OBJECTS, "plan"}
    every = {(version, name) for version in range(1, FORMAT + 1) for name in names}
    later = {(old, name) for old in range(1, 3) for name in SINCE_FORMAT_3}
    later |= {(old, name) for old in range(1, 4) for name in SINCE_FORMAT_4}
    later |= {(old, name) for old in range(1, 5) for name in SINCE_FORMAT_5}
    assert kept == every - later


def write_missing() -> None:
    """Write the files of this version that are not there yet."""
    objects = {**sample_results(), **OBJECTS, "plan": cp.get_plan("shuangliao_2021")}
    for name, one in objects.items():
        if not path_of(name).exists():
            path_of(name).write_text(cp.codec.dumps(one) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_missing()
