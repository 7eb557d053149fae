"""Write docs/conformance/<plan>.json, and list the answers that changed since the last release.

`--check` only says whether the files are stale. `--since COMMIT` lists what changed since the
files of a commit instead, where there is git and its history. `--released` keeps the answers as
those of the version that careplan says it is: done once when it is released, it is what the next
list begins from, also in a copy without history or tags.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import careplan as cp
from careplan.testing.conforming.conformance import conformance

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent / "conformance"
RELEASED = HERE / "released" / "answers.json"
# By which key a section goes, and what of a case says where it comes from, not what is asked.
NAMES = ("id", "target", "ledger", "sheet", "grading", "key")
ABOUT_A_CASE = {"expected", "fact", "place", "value"}
# What is asked, by section and rule, then by a digest of the facts: the answer, as JSON.
Answers = dict[str, dict[str, str]]


def text_of(plan_id: str) -> str:
    """Return the file of a plan: sorted keys, the same bytes every time."""
    data = conformance(cp.get_plan(plan_id))
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def stale() -> list[str]:
    """Return the names of the files that no longer say what the plans say, or have no plan."""
    wanted = {f"{plan_id}.json": plan_id for plan_id in cp.plan_ids()}
    found = {file.name for file in HERE.glob("*.json")}
    return sorted(
        name
        for name in {*wanted, *found}
        if name not in wanted
        or name not in found
        or (HERE / name).read_text(encoding="utf-8") != text_of(wanted[name])
    )


def compact(value: object) -> str:
    """Return JSON in one line, the same for what is equal."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def questions(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each question of a plan's file: the rule, what is stated, and the answer."""
    for section, entries in data.items():
        if not isinstance(entries, list):
            continue
        for entry in entries:
            if not isinstance(entry, dict) or "cases" not in entry:
                continue
            name = next((entry[key] for key in NAMES if key in entry), "")
            readings = entry.get("readings") or entry.get("under") or {}
            taken = f" ({compact(readings)})" if readings else ""
            for case in entry["cases"]:
                asked = {key: value for key, value in case.items() if key not in ABOUT_A_CASE}
                rule = " ".join(part for part in (data["plan"], section, name) if part)
                yield f"{rule}{taken}", compact(asked), compact(case["expected"])


def answers(files: Iterable[Mapping[str, Any]]) -> Answers:
    """Return the answers of the files of plans, by what is asked."""
    found: Answers = {}
    for data in files:
        for rule, asked, expected in questions(data):
            found.setdefault(rule, {})[digest(asked)] = expected
    return found


def digest(asked: str) -> str:
    """Return a short name for what is asked: of a few thousand no two share one."""
    return sha256(asked.encode()).hexdigest()[:12]


def changes(before: Answers, after: Answers, said: Mapping[str, str]) -> Iterator[str]:
    """Yield, for a changelog, what is answered otherwise, newly and no more, rule by rule.

    `said` holds what is asked by its digest, for an example.
    """
    for rule in sorted({*before, *after}):
        old, new = before.get(rule, {}), after.get(rule, {})
        both = [key for key in new if key in old and new[key] != old[key]]
        for (was, now), times in sorted(Counter((old[key], new[key]) for key in both).items()):
            example = next(key for key in both if (old[key], new[key]) == (was, now))
            yield f"- {rule}: {times} × {now}, was {was}; one is asked with {said[example]}"
        for word, keys in (("new", new.keys() - old), ("no more asked", old.keys() - new)):
            if keys:
                yield f"- {rule}: {len(keys)} × {word}"


def listed(before: Answers, since: str) -> list[str]:
    """Return the list of what changed since a release or a commit, from the files as they are."""
    files = [json.loads((HERE / f"{plan_id}.json").read_text("utf-8")) for plan_id in cp.plan_ids()]
    said = {digest(asked): asked for data in files for _, asked, _ in questions(data)}
    found = list(changes(before, answers(files), said))
    if not found:
        return [f"No answer changed since {since}."]
    return [f"Answers that changed since {since}:", *found]


def of_commit(commit: str) -> Answers:
    """Return the answers that the files of a commit hold."""

    def git(*command: str) -> str:
        done = subprocess.run(  # noqa: S603 - git, and a commit that whoever runs this names
            ["git", *command],  # noqa: S607 - as it is on their path
            cwd=ROOT,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    names = git("ls-tree", "--name-only", commit, "docs/conformance/").split()
    return answers(
        json.loads(git("show", f"{commit}:{name}")) for name in names if name.endswith(".json")
    )


def keep() -> None:
    """Keep the answers of the files as those of the version released."""
    files = (json.loads(text_of(plan_id)) for plan_id in cp.plan_ids())
    kept = {"version": cp.__version__, "answers": answers(files)}
    RELEASED.parent.mkdir(exist_ok=True)
    text = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    RELEASED.write_text(text, encoding="utf-8", newline="\n")


def since_release() -> list[str]:
    """Return the list of what changed since the release whose answers are kept."""
    if not RELEASED.is_file():
        return ["No answers of a release are kept yet: `--since COMMIT` compares with a commit."]
    kept = json.loads(RELEASED.read_text(encoding="utf-8"))
    return listed(kept["answers"], kept["version"])


def main(arguments: list[str]) -> int:
    """Do what is asked for, and return how it ended."""
    if "--check" in arguments:
        names = stale()
        print("stale: " + ", ".join(names) if names else "up to date")
        return bool(names)
    HERE.mkdir(exist_ok=True)
    for one in cp.plan_ids():
        (HERE / f"{one}.json").write_text(text_of(one), encoding="utf-8", newline="\n")
    match arguments:
        case ["--since", commit]:
            print(*listed(of_commit(commit), commit), sep="\n")
        case ["--released"]:
            keep()
            print(f"kept as the answers of {cp.__version__}")
        case []:
            print(*since_release(), sep="\n")
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
