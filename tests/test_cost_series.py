"""Every public function has a series of what it costs, or its bound is said: counted in calls."""

import importlib.util
import inspect
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from counting import MOST, calls

import careplan as cp

DOCS = Path(__file__).parents[1] / "docs"


@cache
def cost_series() -> ModuleType:
    """Load the module beside the page, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("cost_series", DOCS / "cost_series.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["cost_series"] = module
    spec.loader.exec_module(module)
    return module


# What an author writes a document with, and the types of answers.
NOT_ASKED = {"writing", "results"}


def public_functions() -> set[str]:
    """Name every function of `careplan`, and of the modules that it names beside them."""
    modules = (getattr(cp, name) for name in sorted({*cp.__all__} - NOT_ASKED))
    faces = {cp, import_module("careplan.testing"), *filter(inspect.ismodule, modules)}
    return {
        f"{face.__name__}.{name}"
        for face in faces
        for name in face.__all__
        if inspect.isfunction(getattr(face, name))
    }


SERIES: tuple[Any, ...] = cost_series().SERIES


def test_every_public_function_has_a_series_or_a_bound() -> None:
    listed = [*(one.function for one in SERIES), *cost_series().BOUNDED]
    assert len(listed) == len(set(listed))
    assert set(listed) == public_functions()


def test_what_is_bounded_says_why() -> None:
    assert all(cost_series().BOUNDED.values())
    assert all((one.power == 1) is (one.why == "") for one in SERIES)


def test_each_is_measured_at_three_sizes() -> None:
    assert all(len(one.sizes) == 3 for one in SERIES)
    assert all(list(one.sizes) == sorted(set(one.sizes)) for one in SERIES)


def test_the_page_names_each() -> None:
    page = (DOCS / "en" / "costs.md").read_text(encoding="utf-8")
    assert [name for name in public_functions() if f"`{short(name)}`" not in page] == []


def short(function: str) -> str:
    """Name a function as a program that imports careplan does."""
    return function.removeprefix("careplan.")


@pytest.mark.parametrize("one", SERIES, ids=[one.function for one in SERIES])
def test_twice_the_input_costs_as_many_calls_more_as_is_said(one: Any) -> None:
    if one.function.startswith("careplan.frames."):
        pytest.importorskip("narwhals")
        pytest.importorskip("polars")
    size = one.sizes[0]
    one.make(max(1, size // 2))()  # what is made once and kept is no part of the growth
    once, twice = (calls(one.make(times * size)) for times in (1, 2))
    assert twice <= MOST**one.power * once
