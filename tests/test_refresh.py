"""What examples print is written below them; nothing else of a file changes."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "docs" / "refresh.py"


def load() -> ModuleType:
    """Load the script."""
    spec = importlib.util.spec_from_file_location("refresh", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


refresh = load()

PAGE = """# 页 >>> no code

```python
x = "一\\n\\n二"
```

```python
>>> x
'old'
>>> print(x)  # longer than before
old
>>> y = 1
>>> y
1
>>> None

>>> print("三\\n四\\n五")  # doctest: +ELLIPSIS
old
...
>>> print("三\\n四\\n五")  # doctest: +ELLIPSIS
三
...
>>> int("x")
Traceback (most recent call last):
ValueError: old
```

```text
>>> 1 + 1
3
```
"""

FRESH = """# 页 >>> no code

```python
x = "一\\n\\n二"
```

```python
>>> x
'一\\n\\n二'
>>> print(x)  # longer than before
一
<BLANKLINE>
二
>>> y = 1
>>> y
1
>>> None

>>> print("三\\n四\\n五")  # doctest: +ELLIPSIS
三
...
>>> print("三\\n四\\n五")  # doctest: +ELLIPSIS
三
...
>>> int("x")
Traceback (most recent call last):
ValueError: invalid literal for int() with base 10: 'x'
```

```text
>>> 1 + 1
3
```
"""


def test_a_page_gets_what_its_examples_print() -> None:
    new = refresh.refresh_page(PAGE, "page.md")
    assert new.text == FRESH
    assert new.stale == (9, 11, 18, 24)  # the lines of the outputs that no longer held
    assert new.broken == ()


def test_what_is_fresh_stays() -> None:
    assert refresh.refresh_page(FRESH, "page.md") == refresh.Refreshed(FRESH, (), ())


def test_an_output_that_came_or_went_is_put_in_or_taken_out() -> None:
    page = "```python\n>>> 1\n>>> None\n1\n\n```\n"
    fresh = "```python\n>>> 1\n1\n>>> None\n\n```\n"
    assert refresh.refresh_page(page, "page.md").text == fresh


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("```python\n>>> int('x')\n1\n```\n", "page.md:2: ValueError("),
        ("```python\n>>> 1\nTraceback (most recent call last):\nE: x\n```\n", "no longer raises"),
        ("```python\n1 / 0\n```\n", "page.md:2: ZeroDivisionError("),
    ],
)
def test_another_behaviour_is_named_and_left_alone(page: str, says: str) -> None:
    new = refresh.refresh_page(page, "page.md")
    assert new.text == page
    assert says in new.broken[0]


MODULE = '''"""A module.

>>> one()
2
"""

class Held:
    """A class.

    >>> one() + 1
    3
    """

    x: int = 1

    def method(self) -> str:
        """Return.

        >>> Held
        1
        2
        """
        return ">>> not a docstring"


async def later() -> None:
    """No example."""


def escaped() -> None:
    """An escape \\\\.

    >>> 1
    2
    """


def raw() -> None:
    r"""An escape \\.

    >>> Held
    """
'''


def test_docstrings_are_refreshed_where_they_stand() -> None:
    new = refresh.refresh_module(MODULE, "m", {"one": lambda: 1, "Held": "一"})
    assert new.stale == (4, 11, 20, 42)
    assert new.broken == ("m:31: stale, with a backslash; by hand",)
    fresh = MODULE.replace(">>> one()\n2", ">>> one()\n1").replace("+ 1\n    3", "+ 1\n    2")
    fresh = fresh.replace("        1\n        2\n", "        '一'\n")
    assert new.text == fresh.replace('    >>> Held\n    "', "    >>> Held\n    '一'\n    \"")


def test_docstrings_may_be_shortened_and_pages_say_where_they_are() -> None:
    module = '"""A module.\n\n>>> 12\n1...\n>>> print(3, 5, sep=chr(10))\n4\n...\n"""\n'
    new = refresh.refresh_module(module, "m", {})
    assert (new.stale, new.text) == ((6,), module.replace("\n4\n", "\n3\n"))
    assert refresh.refresh_page("```python\n>>> 12\n1...\n```\n", "page.md").stale == (3,)


def test_the_command_writes_or_only_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, other = tmp_path / "a" / "page.md", tmp_path / "a" / "other.md"
    page.parent.mkdir()
    page.write_text("```python\n>>> 1\n2\n```\n", encoding="utf-8")
    other.write_text("nothing to run\n", encoding="utf-8")
    paths = [str(tmp_path), str(tmp_path / "absent.md")]
    assert refresh.main(["--check", *paths]) == 1
    assert capsys.readouterr().out == f"{page}: stale at [3]\n"
    assert refresh.main(paths) == 0
    assert capsys.readouterr().out == f"{page}: written at [3]\n"
    assert page.read_text(encoding="utf-8") == "```python\n>>> 1\n1\n```\n"
    assert refresh.main(["--check", *paths]) == 0
    page.write_text("```python\n1 / 0\n```\n", encoding="utf-8")
    assert refresh.main(paths) == 1
    assert "cannot refresh page.md:2: ZeroDivisionError" in capsys.readouterr().out


def test_what_is_pasted_below_a_marker_is_renewed() -> None:
    page = (
        "# 页\n\n<!-- docs/refresh.py -->\n```python\nold\n```\n\n<!-- tour -->\n\n```text\n```\n"
    )
    new = refresh.refresh_pasted(page, "page.md", "zh")
    assert new.stale == (5, 11)
    assert SCRIPT.read_text(encoding="utf-8") in new.text
    assert "样例" in new.text  # as each heading of the tour says
    assert refresh.refresh_pasted(new.text, "page.md", "zh") == refresh.Refreshed(new.text, (), ())
    assert "a sample, no real place" in refresh.refresh_pasted(page, "page.md", "en").text


def test_a_tour_that_fails_is_named() -> None:
    page = "<!-- tour -->\n```text\nold\n```\n"
    new = refresh.refresh_pasted(page, "page.md", "no language")
    assert new == refresh.Refreshed(page, (), ("page.md:3: the tour fails",))


def test_a_module_of_the_package_is_found_by_its_path() -> None:
    path = SCRIPT.parent.parent / "src" / "careplan" / "base" / "truth.py"
    found = [*refresh.files([path.parent], modules=True)]
    assert path in found
    assert refresh.refreshed(path).broken == ()
