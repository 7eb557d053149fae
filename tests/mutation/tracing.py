"""A plugin of pytest that writes which lines each test runs, and how long it takes.

It is loaded by `-p mutation.tracing`, in the workers of pytest-xdist too. What is traced, and
where to, stands in the environment, which workers inherit.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import Phase, settings
from mutation.baseline import SOURCE, TO

# The same cases each time, so that a mutant is found or not whenever it is tried; a failure is
# enough, and need not be made small.
settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)


class Tracing:
    """Traces the tests of one process. Outside of a test the context is "": imports, collection."""

    def __init__(self, folder: Path, source: str, name: str) -> None:
        """Begin at once: much of a module runs only when it is imported."""
        self.file = folder / f"{name}.json"
        self.passed: dict[str, float] = {}
        self.coverage = Coverage(
            data_file=str(folder / f"{name}.coverage"),
            config_file=False,
            include=source.split(os.pathsep),
        )
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Give the lines that run from here on to this test."""
        self.coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the seconds of a test that passes."""
        if report.when == "call" and report.passed:
            self.passed[report.nodeid] = report.duration

    def pytest_unconfigure(self) -> None:
        """Write what was found."""
        self.coverage.stop()
        self.coverage.save()
        data = self.coverage.get_data()
        here = Path.cwd()
        lines = {
            Path(file).relative_to(here).as_posix(): data.contexts_by_lineno(file)
            for file in data.measured_files()
        }
        self.file.write_text(json.dumps({"passed": self.passed, "lines": lines}), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Trace where it is asked for, in each process that runs tests."""
    workers = getattr(config.option, "numprocesses", None)
    is_worker = hasattr(config, "workerinput")
    if TO in os.environ and (is_worker or not workers):
        name = os.environ.get("PYTEST_XDIST_WORKER", "main")
        tracing = Tracing(Path(os.environ[TO]), os.environ[SOURCE], name)
        config.pluginmanager.register(tracing)
