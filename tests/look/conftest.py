"""One browser for all pages, and where their pictures are kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, chromium, started


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Yield the browser, one for all; `nox -s look` runs this only where there is one."""
    program = chromium()
    assert program is not None
    with started(program, tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pictures are kept."""
    given = os.environ.get("CAREPLAN_LOOK")
    return Path(given) if given else tmp_path_factory.mktemp("look")
