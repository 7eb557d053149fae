"""Asks every way beside `evaluate` of a million pairs of a subject and a criterion.

`nox -s differential`, or `nox -s differential -- --seed 7 --pairs 20000`: prints the seed first,
each mismatch as it is found, made as small as it goes, and the figures; fails if there is a
mismatch, or if a criterion of a plan is refused. With `--write` the figures are written into
docs/*/differential.md.
"""

import argparse
import random
import sys
from collections.abc import Sequence

from differential.asked import Asked, drawn, drawn_plans, of_plans
from differential.databases import Database, DuckDB, Queried, SQLite, WholeQueried
from differential.engines import ENGINES, Expressed, Framed, WholeFramed
from differential.figures import Part, Run, lines, write
from differential.running import batches, run, run_whole
from differential.servers import Postgres, Spark
from differential.ways import Compiled, Refereed, Way
from differential.whole import Spelt, Streamed, WholeWay, askings, findings_of
from posts import Post

import careplan as cp
from careplan.documents.plan import Plan

PAIRS, DRAWN = 1_000_000, 400
# Ways that take long are asked of so many pairs of a part.
MOST = {Refereed.name: 20_000, Spelt.name: 50_000, Spark.name: 10_000, Postgres.name: 200_000}
DATABASES: tuple[Database, ...] = (SQLite(), DuckDB(), Postgres(), Spark())
PAIRS_OF_DRAWN = 10  # of so many pairs one is of what was drawn
# Nouns with numbers, days, sets, tables, parts and collections; `Post` is made for sums.
NOUNS = (
    *(cp.Venue, cp.Room, cp.Institution, cp.Employer, cp.Kindergarten),
    *(cp.Child, cp.StaffMember, cp.Site, cp.SlotCount, Post),
)


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="differential", description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, help="which: the same seed, the same pairs")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="of the plans' own criteria")
    parser.add_argument("--drawn", type=int, default=DRAWN, help="criteria drawn beside them")
    parser.add_argument("--only", action="append", help="a way to ask, by name; all if none")
    parser.add_argument("--write", action="store_true", help="the figures into the docs")
    return parser.parse_args(given)


def ways(only: Sequence[str] | None) -> list[Way]:
    """Return the ways to ask, all or those named."""
    every: list[Way] = [Compiled(), Refereed(), *map(Framed, ENGINES)]
    every += [Expressed(one) for one in ENGINES if not one.mixed]
    every += map(Queried, DATABASES)
    return [way for way in every if only is None or way.name in only]


def subjects_of(questions: int) -> dict[str, int]:
    """Return of how many subjects a way that takes long is asked, for each noun."""
    return {name: -(-most // max(questions, 1)) for name, most in MOST.items()}


def part(name: str, asked: Sequence[Asked], pairs: int, seed: int, asking: Sequence[Way]) -> Part:
    """Ask so many pairs of some criteria."""
    chance = random.Random(seed)
    counts, seen = run(asking, batches(chance, asked, pairs), most=subjects_of(len(asked)))
    return Part(name, tuple(counts), len(seen.of), seen.by_all())


def whole(
    name: str, plans: Sequence[Plan], pairs: int, seed: int, only: Sequence[str] | None
) -> Part:
    """Ask whole plans, so many pairs of a subject and a finding."""
    every: list[WholeWay] = [Streamed(), Spelt(), *map(WholeFramed, ENGINES)]
    every += map(WholeQueried, DATABASES)
    every = [way for way in every if name == "whole" or way.name != Spark.name]
    asking = [way for way in every if only is None or way.name in only]
    chance = random.Random(seed)
    counts, findings = run_whole(
        asking, askings(chance, plans, pairs), most=subjects_of(findings_of(plans))
    )
    return Part(name, tuple(counts), findings, len(plans))


def main(given: Sequence[str]) -> int:
    """Ask all ways; return 0 if they answer alike."""
    asked = arguments(given)
    seed = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    print(f"seed {seed}", flush=True)
    asking = ways(asked.only)
    plans = [*map(cp.get_plan, cp.plan_ids())]
    own = of_plans(plans)
    parts = [part("plans", own, asked.pairs, seed, asking)]
    if asked.drawn:
        others, pairs = drawn(NOUNS, asked.drawn, seed), asked.pairs // PAIRS_OF_DRAWN
        quick = [way for way in asking if way.name != Spark.name]  # which plans each query long
        parts.append(part("drawn", others, pairs, seed, quick))
    parts.append(whole("whole", plans, asked.pairs, seed, asked.only))
    if asked.drawn:
        small = drawn_plans(NOUNS, asked.drawn // PAIRS_OF_DRAWN, seed)
        parts.append(whole("small", small, asked.pairs // PAIRS_OF_DRAWN, seed, asked.only))
    done = Run(seed, tuple(parts))
    print("\n".join(lines(done)))
    if asked.write:
        write(done)
    refused = [one.name for one in parts[0].counts if one.refused]
    if refused:
        print(f"criteria of the plans are refused by {', '.join(refused)}")
    return int(bool(done.mismatches or refused))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
