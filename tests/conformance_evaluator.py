"""A second evaluator, written from docs/en/conformance.md and the JSON alone.

It imports nothing of careplan, so that what it agrees on is what the files say. Truth is
True, False or None for not known.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

Json = Any
Truth = bool | None


DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def measured(value: Json) -> date | Fraction:
    """Read what has an order: a day, or a number, which is a text if it is not whole."""
    is_day = isinstance(value, str) and DAY.fullmatch(value)
    return date.fromisoformat(value) if is_day else Fraction(value)


def fact(subject: Json, path: str) -> Json:
    """Follow a path such as "site.hall" or "equipment[table]"; None if anything is not stated."""
    for key, name in re.findall(r"\[([^\]]*)\]|([^.\[\]]+)", path):
        if subject is None:
            return None
        subject = subject.get(key or name)
    return subject


def every(truths: list[Truth]) -> Truth:
    """One false settles it, then one unknown leaves it open."""
    if False in truths:
        return False
    return None if None in truths else True


def some(truths: list[Truth]) -> Truth:
    """One true settles it, then one unknown leaves it open."""
    if True in truths:
        return True
    return None if None in truths else False


def deny(truth: Truth) -> Truth:
    """Turn an answer round; what is unknown stays so."""
    return None if truth is None else not truth


def compare(op: str, observed: Json, required: Json) -> bool:
    """Compare two stated values: equal ones are written alike, so only an order needs reading."""
    if op in {"==", "!="}:
        return (observed == required) is (op == "==")
    left: Any = measured(observed)
    right: Any = measured(required)
    match op:
        case ">=":
            return bool(left >= right)
        case ">":
            return bool(left > right)
        case "<=":
            return bool(left <= right)
        case "<":
            return bool(left < right)
        case _:
            raise ValueError(op)


End = Fraction | None  # None is without end


def ends(term: Json, subject: Json, on: str | None) -> tuple[End, End]:
    """Say what a term of a sum may come to, at least and at most."""
    least = Fraction(term.get("minimum", 0))
    items = [subject] if "over" not in term else fact(subject, term["over"])
    if items is None:  # any number of items
        return (Fraction(0) if least >= 0 else None), None
    low = Fraction(0)
    high: End = Fraction(0)
    for item in items:
        held = True if "where" not in term else truth(term["where"], item, on)
        amount = 1 if "amount" not in term else fact(item, term["amount"])
        if held is False:
            continue
        one = least if amount is None else Fraction(amount)
        # What may count or not is between nothing and what it is.
        low += one if held else min(one, Fraction(0))
        most = one if held else max(one, Fraction(0))
        high = None if high is None or amount is None else high + most
    return low, high


def sums_up(node: Json, subject: Json, on: str | None) -> Truth:
    """Say whether a sum is so whatever its open terms come to."""
    low: End = Fraction(0)
    high: End = Fraction(0)
    for term in node["terms"]:
        factor = Fraction(term["factor"])
        both = [None if end is None else factor * end for end in ends(term, subject, on)]
        one, other = both if factor > 0 else reversed(both)
        low = None if low is None or one is None else low + one
        high = None if high is None or other is None else high + other
    bound, op = Fraction(node["bound"]), node["op"]
    if op in {"==", "!="}:
        outside = (low is not None and low > bound) or (high is not None and high < bound)
        same = False if outside else True if low is not None and low == high == bound else None
        return same if op == "==" else deny(same)
    met, failed = (low, high) if op in {">=", ">"} else (high, low)
    if met is not None and compare_numbers(op, met, bound):
        return True
    return False if failed is not None and not compare_numbers(op, failed, bound) else None


def with_minimums(value: Json, minimums: Json) -> Json:
    """Return data in which each term of a sum says the least that its amount can be."""
    if isinstance(value, list):
        return [with_minimums(inner, minimums) for inner in value]
    if not isinstance(value, dict):
        return value
    made = {key: with_minimums(inner, minimums) for key, inner in value.items()}
    for term in made["terms"] if made.get("type") == "Linear" else ():
        over = f"{term['over']}[*]." if "over" in term else ""
        name = f"{made['noun']}.{over}{term.get('amount')}"
        term["minimum"] = minimums.get(name, 0)
    return made


def compare_numbers(op: str, left: Fraction, right: Fraction) -> bool:
    """Compare two numbers by an order."""
    return {">=": left >= right, ">": left > right, "<=": left <= right, "<": left < right}[op]


def completed(period: Json, start: date) -> date | None:
    """Say which day completes a period from a day: months first, then days; None if no day does."""
    both = period.get("both_days", False)
    count = start.year * 12 + start.month - 1 + period.get("months", 0)
    year, month = divmod(count, 12)
    if year > date.max.year:
        return None
    last = monthrange(year, month + 1)[1]
    ordinal = date(year, month + 1, min(start.day, last)).toordinal()
    if start.day > last and (both or period.get("missing_day") == "next"):
        ordinal += 1
    ordinal += period.get("days", 0) - both
    return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None


def passed(node: Json, subject: Json, on: str | None) -> Truth:
    """Say whether a period is complete by a day of the subject, or by the day asked."""
    start = node["start"]
    start = start["value"] if isinstance(start, dict) else fact(subject, start)
    end = fact(subject, node["end"]) if "end" in node else on
    if start is not None:
        day = completed(node["period"], date.fromisoformat(start))
        if day is None:
            return False
        return None if end is None else day <= date.fromisoformat(end)
    # Whatever the first day is, it is not before the calendar's first.
    first = completed(node["period"], date.min)
    never = first is None or (end is not None and first > date.fromisoformat(end))
    return False if never and end is not None else None


def truth(node: Json, subject: Json, on: str | None = None) -> Truth:
    """Evaluate a criterion in Kleene's logic; `on` is the day asked."""
    match node:
        case {"type": "AllOf", "parts": parts}:
            return every([truth(part, subject, on) for part in parts])
        case {"type": "AnyOf", "parts": parts}:
            return some([truth(part, subject, on) for part in parts])
        case {"type": "Not", "part": part}:
            return deny(truth(part, subject, on))
        case {"type": "Linear"}:
            return sums_up(node, subject, on)
        case {"type": "Elapsed"}:
            return passed(node, subject, on)
    observed = fact(subject, node["path"])
    if observed is None:
        return None
    match node:
        case {"type": "Some", "where": where}:
            return some([truth(where, item, on) for item in observed])
        case {"type": "Every", "where": where}:
            return every([truth(where, item, on) for item in observed])
        case {"type": "Has", "item": item}:
            return item in observed
        case {"type": "Among", "values": values}:
            return observed in values
        case {"type": "Compare", "op": op, "value": value}:
            return compare(op, observed, value)
        case _:
            raise ValueError(node)


def duty(section: Json, case: Json) -> str:
    """Say what a rule says about a case."""
    applies = truth(section["applies"], case["subject"], case.get("on"))
    if applies is False:
        return "not_applicable"
    held = some([deny(applies), truth(section["requires"], case["subject"], case.get("on"))])
    return {True: "met", False: "not_met", None: "unknown"}[held]


def benefit(section: Json, case: Json) -> str:
    """Say whether a benefit is open."""
    held = truth(section["condition"], case["subject"], case.get("on"))
    return {True: "open", False: "not_open", None: "unknown"}[held]


def number(value: Fraction) -> Json:
    """Write a number as the files do."""
    if value.denominator == 1:
        return int(value)
    places = next((p for p in range(1, 21) if (value * 10**p).denominator == 1), None)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    digits = f"{int(abs(value) * 10**places):0{places + 1}}"
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def marked(item: Json, case: Json, *, by_room: bool) -> Json:
    """Return what an item brings: its range, whether it is open, and whether it is passed."""
    yes_or_no = item.get("must_pass", False) and item["max_points"] == 0
    most = Fraction(item["max_points"])
    mark = case["marks"].get(item["key"])
    if mark is None and by_room and case["room"] is not None:
        asked = item["criterion"]
        shown = None if asked is None else truth(asked, case["room"], case.get("on"))
        mark = shown if yes_or_no or shown is None else (item["max_points"] if shown else 0)
    if yes_or_no:
        return {"low": Fraction(0), "high": Fraction(0), "open": mark is None, "passed": mark}
    low, high = Fraction(mark or 0), most if mark is None else Fraction(mark)
    floor = most if item.get("must_pass") else Fraction(item.get("least", 0))
    passed = True if low >= floor else False if high < floor else None
    return {"low": low, "high": high, "open": low != high, "passed": passed}


def line_of(line: Json, possible: Fraction) -> Fraction:
    """Return the points of a line, which may be a share of what applies."""
    if isinstance(line, dict):
        return Fraction(line["value"]) * possible
    return Fraction(line)


def worlds(section: Json, case: Json) -> Iterator[list[Json]]:
    """Yield each set of items that can apply: those that ask the same are in or out together."""
    room = {} if case["room"] is None else case["room"]
    asked = {item["key"]: item.get("applies") for item in section["items"]}
    on = case.get("on")
    said = {key: True if one is None else truth(one, room, on) for key, one in asked.items()}
    unknown: list[Json] = []
    for key, one in asked.items():
        if said[key] is None and one not in unknown:
            unknown.append(one)
    for taken in product([True, False], repeat=len(unknown)):
        yield [
            item
            for item in section["items"]
            if (
                said[item["key"]]
                if said[item["key"]] is not None
                else taken[unknown.index(asked[item["key"]])]
            )
        ]


def outcomes(line: Json, brought: list[Json], possible: Fraction) -> set[str]:
    """Return how a sheet may come out, once it is known which items apply."""
    if not brought:
        return {"not_applicable"}
    passed = every([one["passed"] for one in brought])
    high = sum((one["high"] for one in brought), Fraction(0))
    low = sum((one["low"] for one in brought), Fraction(0))
    needs = None if line is None else line_of(line, possible)
    found = set()
    if passed is not False and (needs is None or high >= needs):
        found.add("not_measurable" if needs is None else "met")
    if passed is not True or (needs is not None and low < needs):
        found.add("not_met")
    return found


def score(section: Json, case: Json) -> Json:
    """Score marks, or a room, on a sheet."""
    by_room = section["marking"] == "all_or_nothing"
    brought = {item["key"]: marked(item, case, by_room=by_room) for item in section["items"]}
    points = {item["key"]: Fraction(item["max_points"]) for item in section["items"]}
    line, found, sums, in_any = section["pass_mark"], set(), [], set()
    for items in worlds(section, case):
        keys = [item["key"] for item in items]
        in_any |= set(keys)
        possible = sum((points[key] for key in keys), Fraction(0))
        found |= outcomes(line, [brought[key] for key in keys], possible)
        if keys or not section["items"]:
            low, high = (
                sum((brought[key][end] for key in keys), Fraction(0)) for end in ("low", "high")
            )
            passed = every([brought[key]["passed"] for key in keys])
            sums.append((low, high, possible, passed))
    outcome = found.pop() if len(found) == 1 else "unknown"
    whole = sums or [(Fraction(0), Fraction(0), Fraction(0), False)]
    needed = None
    if line is not None and outcome not in {"not_met", "not_applicable"}:
        short = max(line_of(line, possible) - low for low, _, possible, _ in whole)
        needed = number(max(Fraction(0), short))
    answer = {
        "outcome": outcome,
        "low": number(min(low for low, _, _, _ in whole)),
        "high": number(max(high for _, high, _, _ in whole)),
        "missing": [
            item["key"]
            for item in section["items"]
            if item["key"] in in_any and brought[item["key"]]["open"]
        ],
        "needed": needed,
    }
    if "possible" in case["expected"]:
        all_of_it = [possible for _, _, possible, _ in whole]
        answer["possible"] = [number(min(all_of_it)), number(max(all_of_it))]
    if "low_band" in case["expected"]:
        answer |= bands(
            section, sums, none="not_applicable" in found or outcome == "not_applicable"
        )
    return answer


def bands(section: Json, sums: list[Json], *, none: bool) -> Json:
    """Return the band that is certain and the highest that is possible."""
    sure = high = None
    for band in section.get("bands", []):
        cuts = [line_of(band["least"], possible) for _, _, possible, _ in sums]
        both = list(zip(sums, cuts, strict=True))
        if not none and all(one[3] is True and one[0] >= cut for one, cut in both):
            sure = band["key"]
        if any(one[3] is not False and one[1] >= cut for one, cut in both):
            high = band["key"]
    return {"low_band": sure, "high_band": high}


def completions(applicant: Json, domains: Json) -> Iterator[Json]:
    """Yield every way to state the facts that are missing."""
    missing = [name for name in domains if name not in applicant]
    for values in product(*(domains[name] for name in missing)):
        yield {**applicant, **dict(zip(missing, values, strict=True))}


def registration(section: Json, case: Json) -> Json:
    """Say which routes are still possible, and whether the facts contradict."""
    possible = [
        one
        for one in completions(case["applicant"], section["domains"])
        if truth(section["conflict"], one) is not True
    ]
    routes = [
        route["id"]
        for route in section["routes"]
        if any(truth(route["condition"], one) is not False for one in possible)
    ]
    return {"routes": routes, "conflict": not possible}


def newest(reports: Json, on: date) -> Json:
    """Return the newest report dated at most `on`."""
    known = [one for one in reports if date.fromisoformat(one["on"]) <= on]
    return max(known, key=lambda one: str(one["on"]), default=None)


STRENGTHS = ("binding", "striven_for", "expected")


def due_and_next(milestones: Json, on: date) -> tuple[Json, Json]:
    """Return the latest of the strongest milestones that are due, and the earliest after."""
    strongest = [
        one
        for strength in STRENGTHS
        for one in reversed(milestones)
        if one.get("strength", "binding") == strength
    ]
    dated = [one for one in strongest if one["due"] is not None]
    past = [one for one in dated if date.fromisoformat(one["due"]) <= on]
    coming = [one for one in dated if date.fromisoformat(one["due"]) > on]
    return next(iter(past), None), min(coming, key=lambda one: str(one["due"]), default=None)


def reaches(milestone: Json, figure: Json) -> bool | None:
    """Say whether a figure reaches a milestone; None for a goal in words."""
    asked = milestone["value"]
    if asked is None:
        return None
    if not isinstance(asked, dict):
        return bool(compare(milestone.get("op", ">="), figure, asked))
    low = asked.get("low") is None or compare(
        ">" if asked.get("above") else ">=", figure, asked["low"]
    )
    high = asked.get("high") is None or compare(
        "<" if asked.get("below") else "<=", figure, asked["high"]
    )
    return bool(low and high)


def low_end(milestone: Json, *, whole: bool = False) -> Fraction:
    """Return the least figure that reaches a milestone, 0 where none is too small."""
    asked, op = milestone["value"], milestone.get("op", ">=")
    if isinstance(asked, dict):
        least, above = asked.get("low"), bool(asked.get("above"))
    else:
        least, above = (None if op in {"<", "<="} else asked), op == ">"
    return Fraction(0 if least is None else least) + (1 if above and whole else 0)


def high_end(milestone: Json) -> Fraction | None:
    """Return the greatest figure that reaches a milestone, or None where none is too great."""
    asked, op = milestone["value"], milestone.get("op", ">=")
    most = asked.get("high") if isinstance(asked, dict) else asked
    bounded = isinstance(asked, dict) or op in {"<", "<=", "=="}
    return None if most is None or not bounded else Fraction(most)


def ledger(section: Json, case: Json) -> Json:
    """Say where a locality stands on a day."""
    on = date.fromisoformat(case["on"])
    [row] = [row for row in section["rows"] if row["locality"] == case["locality"]]
    of = case.get("of", "slots")
    owed = [one for one in row["milestones"] if one.get("of", "slots") == of]
    due, following = due_and_next(owed, on)
    counts = [one for one in case["counts"] if one["locality"] == case["locality"]]
    number = "slots" if of == "slots" else "number"
    count = newest([one for one in counts if one.get("of", "slots") == of], on)
    stale = count is not None and due is not None and count["on"] < due["due"]

    def short(milestone: Json) -> int | None:
        if milestone is None or count is None or stale:
            return None
        return max(0, int(low_end(milestone, whole=True)) - int(count[number]))

    if due is None:
        outcome = "not_applicable"
    elif count is None or stale:
        outcome = "unknown"
    else:
        outcome = "met" if reaches(due, count[number]) else "not_met"
    return {"outcome": outcome, "short_of_due": short(due), "short_of_next": short(following)}


def target(section: Json, case: Json) -> Json:
    """Say where a target stands on a day."""
    on = date.fromisoformat(case["on"])
    report = newest(case["reports"], on)
    due, following = due_and_next(section["milestones"], on)
    asked = (
        due
        or following
        or min(
            section["milestones"], key=lambda one: STRENGTHS.index(one.get("strength", "binding"))
        )
    )
    if asked["value"] is None:
        return {"outcome": "not_measurable", "short_by": None}
    held = None if report is None else reaches(asked, report["value"])
    older = report is not None and due is not None and due["due"] > report["on"]
    stays = section["measure"] == "count" and high_end(asked) is None and held
    stale = older and not stays
    short_by = None
    if report is not None and not stale:
        figure, most = Fraction(report["value"]), high_end(asked)
        over = Fraction(0) if most is None else max(Fraction(0), figure - most)
        short_by = number(max(Fraction(0), low_end(asked) - figure) or over)
    if asked["due"] is None:
        outcome = "met" if held else "unknown"
    elif due is None:
        outcome = "not_applicable"
    elif held is None or stale:
        outcome = "unknown"
    else:
        outcome = "met" if held else "not_met"
    return {"outcome": outcome, "short_by": short_by}


def ladder(section: Json, case: Json) -> str:
    """Say what a duty in rungs comes to: from the highest rung down, which may bind."""
    subject, on = case["subject"], case.get("on")
    who = truth(section["who"], subject, on)
    possible = []
    owed = some([truth(rung["applies"], subject, on) for rung in section["rungs"]])
    for rung in reversed(section["rungs"]):
        applies = truth(rung["applies"], subject, on)
        if who is not False and applies is not False:
            possible.append(truth(rung["requires"], subject, on))
        if applies is True:
            break
    if not possible:
        return "not_applicable"
    if all(one is True for one in possible):
        return "met"
    sure = every([who, owed]) is True
    return "not_met" if sure and all(one is False for one in possible) else "unknown"


def grading(section: Json, case: Json) -> Json:
    """Say from which grade to which a subject is."""
    subject, on = case["subject"], case.get("on")
    reached = [(one["key"], truth(one["at_least"], subject, on)) for one in section["grades"]]
    low = [key for key, held in reached if held is True]
    high = [key for key, held in reached if held is not False]
    return {"low": low[-1] if low else None, "high": high[-1] if high else None}


def term(section: Json, case: Json) -> str:
    """Say whether a subject falls under a term."""
    held = truth(section["criterion"], case["subject"], case.get("on"))
    return {True: "true", False: "false", None: "unknown"}[held]


EVALUATORS = {
    "duties": duty,
    "benefits": benefit,
    "scores": score,
    "registration": registration,
    "ledgers": ledger,
    "targets": target,
    "ladders": ladder,
    "gradings": grading,
    "terms": term,
}
# Only of a document that has any.
MAY_LACK = {"ladders", "gradings", "terms"}


def sections(data: Json, name: str) -> Json:
    """Return the sections of a kind; a file may lack some kinds, and no others."""
    return data.get(name, []) if name in MAY_LACK else data[name]


def disagreements(data: Json) -> list[str]:
    """Evaluate every case of a file and list those with another answer than expected."""
    found = []
    data = with_minimums(data, data.get("minimums", {}))
    for name, evaluate in EVALUATORS.items():
        for section in sections(data, name):
            for place, case in enumerate(section["cases"]):
                answer = evaluate(section, case)
                if answer != case["expected"]:
                    label = next(
                        iter(section.get(key) for key in ("id", "sheet") if key in section), ""
                    )
                    found.append(f"{name} {label} case {place}: {answer}")
    return found


def number_of_cases(data: Json) -> dict[str, int]:
    """Count the cases of each section, so that nobody passes an empty file."""
    return {
        name: sum(len(section["cases"]) for section in sections(data, name)) for name in EVALUATORS
    }
