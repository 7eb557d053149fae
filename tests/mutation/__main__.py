"""Changes the library a little, many times over, and asks whether a test notices.

`nox -s mutation`, or `nox -s mutation -- --sample 150 --seed 7`: prints each mutant that no test
notices, and the score; fails below the least score, or if an entry of `equivalent.toml` is stale.

It is a tool of our own because it needs three things together. Tests chosen by line: mutmut
chooses by function, and changes nothing outside of one; cosmic-ray runs one command for all. A
sample that a seed repeats, and a list of equivalents that says what is stale: neither has both.
And speed: a process forked from a warm one runs a few tests in a second or two.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Sequence
from os import cpu_count
from pathlib import Path
from tempfile import gettempdir

from mutation.baseline import Baseline, copy, digest, read, trace
from mutation.known import LIST, read_equivalents, stale
from mutation.mutants import Mutant, mutants_of
from mutation.trying import SPARE, Trial

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "careplan"
# What is mutated: folders and files of the package; what reckons, and not what documents say.
TARGETS = [PACKAGE / name for name in ("fields", "criteria", "verbs")]
SAMPLE, AT_LEAST = 400, 95.0


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", type=Path, help="folders and files, if not all")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many mutants to try")
    parser.add_argument("--seed", type=int, help="which: the same seed, the same mutants")
    parser.add_argument("--jobs", type=int, default=cpu_count() or 1)
    parser.add_argument("--spare", type=float, default=SPARE, help="seconds more for each test")
    parser.add_argument("--at-least", type=float, default=AT_LEAST, help="the score, in percent")
    parser.add_argument("--work", type=Path, default=Path(gettempdir()), help="for copies")
    parser.add_argument("--root", type=Path, default=ROOT, help="another project to try it on")
    return parser.parse_args(given)


def prepared(root: Path, work: Path, files: list[str], jobs: int) -> tuple[Path, Baseline]:
    """Return a copy of the project and what its tests run: as kept, if nothing has changed."""
    here = work.resolve() / f"mutants-{digest(root)}"
    home, traces, done = here / "home", here / "traces", here / "files"
    if done.is_file() and set(files) <= set(done.read_text().split()):
        return home, read(traces)
    for older in work.glob("mutants-*"):
        shutil.rmtree(older)
    baseline = trace(copy(root, home), traces, files, jobs)
    done.write_text("\n".join(files))
    return home, baseline


def score(killed: int, survived: int) -> float:
    """Return the percentage of mutants that were noticed; of none, all were."""
    return 100 * killed / (killed + survived) if killed + survived else 100.0


def main(given: Sequence[str]) -> int:
    """Try a sample of the mutants; return 0 if enough are noticed."""
    asked = arguments(given)
    seed = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    root = asked.root.resolve()
    mutants = mutants_of([one.resolve() for one in asked.targets] or TARGETS, root)
    listed = read_equivalents((root / LIST).read_text(encoding="utf-8"))
    known = {one.key for one in listed}
    sample = random.Random(seed).sample(mutants, min(asked.sample, len(mutants)))  # noqa: S311 - no secret
    tried = [mutant for mutant in sample if mutant.key not in known]
    files = sorted({mutant.file for mutant in mutants})
    home, baseline = prepared(root, asked.work, files, asked.jobs)
    survivors: list[Mutant] = []
    told = 0

    def tell(mutant: Mutant, killed: bool) -> None:
        nonlocal told
        told += 1
        if not killed:
            survivors.append(mutant)
            print(mutant, flush=True)
        if told % 50 == 0:
            print(f"{told} of {len(tried)} tried", flush=True)

    Trial(baseline, home, asked.spare).run(tried, asked.jobs, tell)
    outdated = [] if asked.targets else stale(listed, mutants)
    for one in outdated:
        print(f"{LIST.name}: no such mutant any more: {one.inside}: {one.change}\n    {one.text}")
    killed = len(tried) - len(survivors)
    reached = score(killed, len(survivors))
    print(
        f"seed {seed}: {len(sample)} of {len(mutants)} mutants, "
        f"{len(sample) - len(tried)} of them known as equivalent; "
        f"{killed} of {len(tried)} killed, {reached:.1f} %"
    )
    return int(reached < asked.at_least or bool(outdated))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
