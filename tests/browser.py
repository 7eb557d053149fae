"""Chromium, to look at pages with: how wide they are, pictures of them, and what they print.

One browser serves a whole session. It is asked over two pipes (`--remote-debugging-pipe`), in JSON
that ends with a zero byte: so no port is opened and nothing is waited for longer than it takes.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import attrs

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"),
    *("--no-first-run", "--remote-debugging-pipe"),
)
LOW = 400  # of a window, before it is as high as its page
SIZE = "[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight]"


def chromium() -> str | None:
    """Return where Chromium is, None where it is not."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@attrs.define
class Browser:
    """Chromium without a window, with one page in it."""

    told: IO[bytes]  # what it is asked
    heard: IO[bytes]  # what it answers
    folder: Path
    rest: bytes = b""  # what it answered that was not read yet
    count: int = 0
    session: str | None = None
    seen: str | Path | None = None

    def show(self, page: str | Path, width: int, *, dark: bool = False) -> tuple[int, int]:
        """Show a page, or a file of one, in a width.

        Return how far it reaches beyond that, and how high it is.
        """
        self._ask("Emulation.setEmulatedMedia", features=[wish(dark=dark)])
        self._sized(width, LOW)
        if self.seen != page:
            file = page if isinstance(page, Path) else self.folder / "page.html"
            if isinstance(page, str):
                file.write_text(page, encoding="utf-8")
            self._ask("Page.navigate", until="Page.loadEventFired", url=file.as_uri())
            self.seen = page
        told = self._ask("Runtime.evaluate", expression=SIZE, returnByValue=True)
        over, high = told["result"]["value"]
        return over, high

    def shoot(self, page: str | Path, width: int, to: Path, *, dark: bool = False) -> int:
        """Take a picture of a whole page in a width; return how far it reaches beyond that."""
        over, high = self.show(page, width, dark=dark)
        self._sized(width, high)
        taken = self._ask("Page.captureScreenshot", format="png", optimizeForSpeed=True)
        to.write_bytes(base64.b64decode(taken["data"]))
        return over

    def prints(self, page: str | Path, to: Path) -> None:
        """Print a page as PDF, on the paper that it asks for."""
        self.show(page, LOW)
        made = self._ask("Page.printToPDF", preferCSSPageSize=True)
        to.write_bytes(base64.b64decode(made["data"]))

    def _sized(self, width: int, height: int) -> None:
        size: dict[str, Any] = {"width": width, "height": height}
        size |= {"deviceScaleFactor": 1, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", **size)

    def open(self) -> None:
        """Open the page that all are shown in."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        found = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self.session = found["sessionId"]
        self._ask("Page.enable")

    def _ask(self, method: str, *, until: str | None = None, **parameters: Any) -> Any:
        """Ask one thing; return what is answered, `until` something has come about as well."""
        self.count += 1
        asked: dict[str, Any] = {"id": self.count, "method": method, "params": parameters}
        if self.session is not None:
            asked["sessionId"] = self.session
        self.told.write(json.dumps(asked).encode() + b"\0")
        self.told.flush()
        answered = None
        while answered is None or until is not None:
            heard = json.loads(self._hear())
            answered = heard if heard.get("id") == self.count else answered
            until = None if heard.get("method") == until else until
        assert "result" in answered, answered
        return answered["result"]

    def _hear(self) -> bytes:
        while b"\0" not in self.rest:
            more = os.read(self.heard.fileno(), 1 << 20)
            assert more, "Chromium has ended"
            self.rest += more
        first, _, self.rest = self.rest.partition(b"\0")
        return first


def wish(*, dark: bool) -> dict[str, str]:
    """Return that the reader wishes dark pages, or light ones."""
    return {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}


@contextmanager
def started(program: str, folder: Path) -> Iterator[Browser]:
    """Start the browser, with what it keeps in a folder of its own, and end it."""
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    # It reads what it is asked from 3 and answers in 4.
    piped = ("/bin/sh", "-c", 'exec "$@" 3<&0 4>&1 0</dev/null 1>&2', "sh")
    command = (*piped, program, *FLAGS, *as_root, f"--user-data-dir={folder / 'profile'}")
    with subprocess.Popen(  # noqa: S603 - the browser found above, on pages of ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        browser = Browser(run.stdin, run.stdout, folder)
        browser.open()
        yield browser
        run.terminate()
