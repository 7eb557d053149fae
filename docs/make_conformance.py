"""Write docs/conformance/<plan>.json; `--check` only says whether the files are stale."""

import json
import sys
from pathlib import Path

import careplan as cp
from careplan.testing.conforming.conformance import conformance

HERE = Path(__file__).parent / "conformance"


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


if __name__ == "__main__":
    if "--check" in sys.argv:
        names = stale()
        print("stale: " + ", ".join(names) if names else "up to date")
        sys.exit(bool(names))
    HERE.mkdir(exist_ok=True)
    for one in cp.plan_ids():
        (HERE / f"{one}.json").write_text(text_of(one), encoding="utf-8", newline="\n")
