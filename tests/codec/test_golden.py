"""Files of this version of the format, kept and read: what was written once stays readable.

`python tests/codec/test_golden.py` writes those that are not there yet; a file that is there
is never written over while the version of the format is the same.
"""

from pathlib import Path
from typing import Any

import pytest
from codec_samples import MALL, sample_results

import careplan as cp
from careplan.codec import FORMAT

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


def path_of(name: str) -> Path:
    return GOLDEN / f"v{FORMAT}_{name}.json"


def class_of(name: str) -> Any:
    known = {**sample_results(), **OBJECTS, "plan": cp.get_plan("shuangliao_2021")}
    kept = next(one for key, one in known.items() if name == key)
    return type(kept)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_kept_file_is_still_read_and_is_canonical(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = cp.codec.loads(text, class_of(path.stem.partition("_")[2]))
    assert cp.codec.dumps(made) + "\n" == text


@pytest.mark.parametrize("name", OBJECTS)
def test_what_was_written_once_means_the_same(name: str) -> None:
    text = path_of(name).read_text(encoding="utf-8")
    assert cp.codec.loads(text, type(OBJECTS[name])) == OBJECTS[name]


def test_every_kind_of_file_is_kept() -> None:
    kept = {path.stem.partition("_")[2] for path in FILES}
    assert kept == {*sample_results(), *OBJECTS, "plan"}


def write_missing() -> None:
    """Write the files of this version that are not there yet."""
    objects = {**sample_results(), **OBJECTS, "plan": cp.get_plan("shuangliao_2021")}
    for name, one in objects.items():
        if not path_of(name).exists():
            path_of(name).write_text(cp.codec.dumps(one) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_missing()
