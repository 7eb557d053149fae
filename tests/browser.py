"""Chromium, to look at pages with: how wide they are, pictures of them, and what they print."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path

import attrs

NAMES = ("chromium", "chromium-browser", "google-chrome")
PRESSED = 500  # no window of Chromium is narrower; narrow pages stand in a frame
BARE = """<!DOCTYPE html>
<meta charset="utf-8">
<title>to look at</title>
<style>body{margin:0;display:flex;align-items:flex-start}iframe{border:0;flex:none}</style>
"""
Sizes = tuple[tuple[int, int], ...]
MEASURE = """
<script>
onload = () => {
  const told = [...document.querySelectorAll("iframe")].map(frame => {
    const root = frame.contentDocument.documentElement;
    return [root.scrollWidth - root.clientWidth, root.scrollHeight].join(",");
  });
  document.title = "measured " + told.join(" ");
};
</script>
"""


def chromium() -> str | None:
    """Return where Chromium is, None where it is not."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@attrs.frozen
class Browser:
    """Chromium without a window, with what it keeps in a folder of its own."""

    program: str
    folder: Path

    def measure(self, pages: Iterable[str], widths: tuple[int, ...]) -> list[tuple[int, int]]:
        """Return how far each page reaches beyond each width, and how high it is there."""
        frames = "".join(frame(page, width, 100) for page in pages for width in widths)
        told = self._run(self._kept("measure", f"{BARE}{frames}{MEASURE}"), "--dump-dom")
        found = re.search(r"<title>measured ([^<]*)</title>", told)
        assert found is not None
        pairs = (pair.split(",") for pair in found[1].split())
        return [(int(over), int(high)) for over, high in pairs]

    def shoot(self, page: str, sizes: Sizes, to: Path, *, dark: bool = False) -> None:
        """Take a picture of a page in sizes beside each other, for who wishes dark pages or not."""
        frames = "".join(frame(page, *size) for size in sizes)
        wide, high = sum(width for width, _ in sizes), max(height for _, height in sizes)
        window = f"--window-size={max(wide, PRESSED)},{high}"
        # Chromium's own enum: 0 is dark, 1 is light.
        wish = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        self._run(self._kept(to.stem, BARE + frames), window, wish, f"--screenshot={to}")

    def prints(self, page: str, to: Path) -> None:
        """Print a page as PDF."""
        self._run(self._kept(to.stem, page), "--no-pdf-header-footer", f"--print-to-pdf={to}")

    def _kept(self, name: str, page: str) -> Path:
        path = self.folder / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        return path

    def _run(self, page: Path, *options: str) -> str:
        as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
        common = ("--headless", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage")
        profile = f"--user-data-dir={self.folder / 'profile'}"
        command = [self.program, *common, *as_root, profile, *options, page.as_uri()]
        done = subprocess.run(  # noqa: S603 - the browser found above, on a page of ours
            command, capture_output=True, check=True, timeout=120
        )
        return done.stdout.decode()


def frame(page: str, width: int, height: int) -> str:
    """Return a page in a frame of a width."""
    size = f"width:{width}px;height:{height}px"
    return f'<iframe style="{size}" srcdoc="{escape(page)}"></iframe>'
