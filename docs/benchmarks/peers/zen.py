"""zen-engine: each task as one compiled expression, and as a decision graph."""

import json
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import pairwise
from typing import Any

import careplan.criteria.nodes as n
from benchmarks.peers.bounds import Words, name_of
from benchmarks.tasks import Task

WORDS = Words(
    fact=lambda path, inside: f"#.{name_of(path)}" if inside else name_of(path),
    stated="{} != null".format,
    blank="{} == null".format,
    compared=lambda fact, sign, value: f"{fact} {sign} {json.dumps(value)}",
    among=lambda fact, values: f"{fact} in {json.dumps(values)}",
    both=lambda parts: f"({' and '.join(parts)})",
    either=lambda parts: f"({' or '.join(parts)})",
    denied="not ({})".format,
    some="some({}, {})".format,
    points=lambda items, least: (
        f"({' + '.join(f'({one} ? {points} : 0)' for points, one in items)} >= {least})"
    ),
    three="{} ? true : ({} ? null : false)".format,
)


def expression(task: Task) -> Callable[[Any], Any]:
    """Return what answers a record with true, false or null: a compiled expression."""
    text = WORDS.three_valued(task.criterion)
    made: Callable[[Any], Any] = import_module("zen").compile_expression(text).evaluate
    return made


def graph(task: Task) -> Callable[[Any], Any]:
    """Return what answers a record with {"result": {"kept": ...}}: a decision graph."""
    ends = [("input", "inputNode", None), *steps_of(task), ("output", "outputNode", None)]
    nodes = [
        {
            "id": name,
            "name": name,
            "type": kind,
            "position": {"x": 0, "y": 0},
            **({} if content is None else {"content": content}),
        }
        for name, kind, content in ends
    ]
    edges = [
        {"id": f"to_{after[0]}", "type": "edge", "sourceId": before[0], "targetId": after[0]}
        for before, after in pairwise(ends)
    ]
    # Of all ways to hold a graph the quickest: others read it anew for each answer.
    content = {task.key: {"nodes": nodes, "edges": edges}}
    engine = import_module("zen").ZenEngine({"loader": {"type": "static", "content": content}})
    return partial(engine.evaluate, task.key)


def kept(answer: Any) -> bool | None:
    """Return what a graph answered: true, false, or None where it says "open"."""
    return {"yes": True, "no": False, "open": None}[answer["result"]["kept"]]


Step = tuple[str, str, Any]


def expressions(name: str, **keyed: str) -> Step:
    """Return a step that adds values to what it is given."""
    rows = [{"id": key, "key": key, "value": text} for key, text in keyed.items()]
    return name, "expressionNode", {"expressions": rows, "passThrough": True}


def worded(node: n.Criterion) -> str:
    """Return what says "yes", "no" or "open" of a criterion."""
    surely, could = (WORDS.bound(node, surely=one) for one in (True, False))
    return f'{surely} ? "yes" : ({could} ? "open" : "no")'


def table_of_rungs(task: Task) -> list[Step]:
    """Return the ladder as its author would draw it: who and what is there, then a table."""
    lower: Any
    upper: Any
    lower, upper = task.plan.rules
    facts = expressions(
        "facts",
        listed=worded(lower.applies.parts[0]),
        six=worded(lower.requires),
        ten=worded(upper.requires),
    )
    area = "building_area_m2"
    rows = (
        # listed, area, six, ten: kept; "" asks nothing
        ('"no"', "", "", "", "yes"),
        ("", "!= null and $ < 5000", "", "", "yes"),
        ("", "", "", '"yes"', "yes"),
        ("", "== null", "", "", "open"),
        ("", "<= 10000", '"yes"', "", "yes"),
        ("", "<= 10000", '"open"', "", "open"),
        ("", "> 10000", "", '"open"', "open"),
        ('"open"', "", "", "", "open"),
        ("", "", "", "", "no"),
    )
    keys = ("listed", area, "six", "ten")
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": key, "name": key, "type": "expression", "field": key} for key in keys],
        "outputs": [{"id": "kept", "name": "kept", "type": "expression", "field": "kept"}],
        "rules": [
            {"_id": str(place), **dict(zip(keys, asked, strict=True)), "kept": json.dumps(said)}
            for place, (*asked, said) in enumerate(rows)
        ],
    }
    return [facts, ("rungs", "decisionTableNode", content)]


def by_expressions(task: Task) -> list[Step]:
    """Return any other task as a step that says what is asked."""
    return [expressions("asked", kept=worded(task.criterion))]


def steps_of(task: Task) -> list[Step]:
    """Return the steps of a task's graph between what goes in and what comes out."""
    return GRAPHS.get(task.key, by_expressions)(task)


GRAPHS: dict[str, Callable[[Task], list[Step]]] = {
    "ladder": table_of_rungs,
    "rooms": table_of_rungs,
}
