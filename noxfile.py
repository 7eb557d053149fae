"""The checks of careplan: `nox` runs them all, `nox -s tour` shows the library at work."""

import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nox
from nox.command import CommandFailed

nox.needs_version = ">=2025.2.9"
# virtualenv brings its own pip; a system Python often comes without ensurepip.
nox.options.default_venv_backend = "virtualenv"
PYPROJECT = nox.project.load_toml("pyproject.toml")
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"

INSTALLED = """
import pathlib, sysconfig, careplan
home = pathlib.Path(careplan.__file__).resolve().parent
site = pathlib.Path(sysconfig.get_path("purelib")).resolve()
assert home.parent == site, f"tests would import {home}, not what is installed in {site}"
assert (home / "py.typed").is_file(), "py.typed is not shipped"
"""


def working(version: str) -> bool:
    """Whether a Python of this version runs; it is put first on PATH where it is not.

    A version manager may leave a `python3.12` on PATH that only says it is not active.
    """
    name = f"python{version}"
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += sorted(pyenv.glob(f"versions/{version}.*/bin"))
    found = [folder for folder in folders if (folder / name).is_file()]
    for folder in found:
        command = [str(folder / name), "-c", "import ssl, zlib"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:  # noqa: S603 - found above
            if folder != found[0]:
                os.environ["PATH"] = os.pathsep.join([str(folder), os.environ["PATH"]])
            return True
    return False


# `coverage` is the suite on the Python that runs nox; `matrix` is the suite on the others.
OTHERS = [version for version in SUPPORTED if version != RUNNING and working(version)]
ABSENT = [version for version in SUPPORTED if version not in {RUNNING, *OTHERS}]
nox.options.sessions = [
    *("lint", "types", "coverage", "frameworks", "peers"),
    *("package", "consumer", "tests_oldest", "docs", "look", "engines"),
]


def group(name: str) -> tuple[str, ...]:
    """Return the requirements of a dependency group of pyproject.toml."""
    return nox.project.dependency_groups(PYPROJECT, name)


# The tests of the modules that import dateutil or cattrs, and of what is built on those; the kit
# draws what these read, and its own tests take as long as all of them.
OLDEST = [
    *("tests/nouns", "tests/documents/test_calendar.py"),
    *("tests/verbs", "tests/plans", "tests/codec"),
]
PYTEST = (
    "-m",
    "pytest",
    "-q",
    "--doctest-modules",
    "--pyargs",
    "-n",
    "auto",
    "--maxprocesses",
    "4",
)


# What needs more than the group `test` stands in folders, and has sessions, of its own.
APART = ("frameworks", "peers", "look", "postgres", "spark")
LAWS = ("tests/criteria/test_laws.py",)
SUITE = ("tests/", *(f"--ignore=tests/{name}" for name in APART), "careplan")


# Warnings are errors, all of them said; references that lead nowhere are warnings.
SPHINX = ("python", "-m", "sphinx", "-W", "--keep-going", "-n", "-q", "-E", "-b", "html")


# The same cases each time, so that what differs from one run to another, one Python to another, is
# never the draw. New ones are drawn by pytest alone, and with `-- --hypothesis-profile=default`.
SETTLED = "--hypothesis-profile=settled"
# What differs from Python to Python is seldom the draw: beside the one that runs nox a suite draws
# the first of the same cases.
BRISK = "--hypothesis-profile=brisk"


def run_suite(session: nox.Session, *what: str, profile: str = SETTLED) -> None:
    """Run tests and doctests against the installed package, never against src/."""
    session.run("python", "-c", INSTALLED)
    session.run("python", *PYTEST, profile, *session.posargs, *what)


def run_apart(session: nox.Session, name: str) -> None:
    """Run the tests of what careplan is used with, or compared with, in an environment of theirs.

    Not every Python has a release of everything: then these tests are named as not run.
    """
    session.install(".", *group("test"))
    try:
        session.install(*group(name))
    except CommandFailed:
        session.skip(f"NOT RUN: tests/{name}, as not all of {group(name)} can be installed here")
    run_suite(session, f"tests/{name}")


def build_wheel(session: nox.Session) -> str:
    """Build the wheel anew and return where it is."""
    built = Path(session.create_tmp()) / "wheel"
    shutil.rmtree(built, ignore_errors=True)
    session.run("python", "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(built), ".")
    [wheel] = built.glob("careplan-*.whl")
    return str(wheel)


@nox.session(reuse_venv=True)
def tour(session: nox.Session) -> None:
    """Print the guided tour of the library."""
    session.install(".")
    session.run("python", "docs/tour.py", *session.posargs)


@nox.session(python=[RUNNING, *OTHERS], reuse_venv=True)
def tests(session: nox.Session) -> None:
    """Run the suite, with the newest dependencies."""
    session.install(".", *group("test"))
    run_suite(session, *SUITE, profile=SETTLED if session.python == RUNNING else BRISK)


@nox.session(venv_backend="none")
def matrix(session: nox.Session) -> None:
    """Run the suite on every other supported Python found, and name those that were not."""
    for version in OTHERS:
        session.notify(f"tests-{version}")
    if ABSENT:
        session.notify("absent")


@nox.session(venv_backend="none")
def absent(session: nox.Session) -> None:
    """Name the supported Pythons that are not here, where it is read: in nox's last lines."""
    session.skip(f"NOT RUN: the suite on Python {', '.join(ABSENT)}, of which none works here")


@nox.session(reuse_venv=True)
def frameworks(session: nox.Session) -> None:
    """Run what docs/*/howto/web.md and frames.md show: FastAPI, pandas, polars, openpyxl."""
    run_apart(session, "frameworks")


@nox.session(reuse_venv=True)
def peers(session: nox.Session) -> None:
    """Compare with what answers the same by other means: JSON Schema's own validator."""
    run_apart(session, "peers")


@nox.session(reuse_venv=True)
def look(session: nox.Session) -> None:
    """Look at the pages in Chromium: light, dark, narrow and on paper, and keep the pictures."""
    missing = not_here()
    if missing:
        session.skip(f"NOT RUN: tests/look, for want of {' and '.join(missing)}")
    pictures = Path(session.create_tmp(), "pictures").resolve()
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    session.install(".", *group("test"), *group("look"))
    session.env["CAREPLAN_LOOK"] = str(pictures)
    run_suite(session, "tests/look")
    session.log(f"The pictures are in {pictures}")


def not_here() -> list[str]:
    """Name what pages cannot be looked at without, with what Debian calls it."""
    found = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    missing = [] if found else ["Chromium (apt-get install chromium)"]
    font = "a Chinese font (apt-get install fontconfig fonts-noto-cjk)"
    if not shutil.which("fc-list"):
        return [*missing, font]
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)  # noqa: S607 - of this machine
    return missing if listed.stdout.strip() else [*missing, font]


@nox.session(venv_backend="none")
def engines(session: nox.Session) -> None:
    """Ask the databases whose programs are here what careplan writes as SQL; name the others."""
    for name, missing in (("postgres", no_postgres()), ("spark", no_java() or no_pyspark())):
        session.notify(f"no_{name}_here" if missing else name)


@nox.session(venv_backend="none")
def no_postgres_here(session: nox.Session) -> None:
    """Say in nox's last lines that PostgreSQL was not asked."""
    session.skip(f"NOT RUN: tests/postgres, for want of {no_postgres()}")


@nox.session(venv_backend="none")
def no_spark_here(session: nox.Session) -> None:
    """Say in nox's last lines that Spark was not asked."""
    session.skip(f"NOT RUN: tests/spark, for want of {no_java() or no_pyspark()}")


@nox.session(reuse_venv=True)
def postgres(session: nox.Session) -> None:
    """Ask PostgreSQL what careplan writes as SQL: a server of its own, that ends with this."""
    if missing := no_postgres():
        session.error(f"PostgreSQL cannot be asked without {missing}")
    session.install(".", *group("postgres"))
    with postgres_server() as address:
        session.env["CAREPLAN_POSTGRES"] = address
        session.run("python", "-c", INSTALLED)
        session.run("python", "-m", "pytest", "-q", *session.posargs, "tests/postgres")


@nox.session(reuse_venv=True)
def spark(session: nox.Session) -> None:
    """Ask Spark in local mode what careplan writes as SQL."""
    if missing := no_java():
        session.error(f"Spark cannot be asked without {missing}")
    session.install(".", *group("spark"))
    session.run("python", "-c", INSTALLED)
    session.run("python", "-m", "pytest", "-q", *session.posargs, "tests/spark")


def postgres_program(name: str) -> str | None:
    """Return where a program of PostgreSQL's server is; Debian puts none of them on PATH."""
    found = shutil.which(name)
    return found or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)


def no_postgres() -> str:
    """Name what PostgreSQL cannot be asked without; nothing if it can."""
    here = all(map(postgres_program, ("initdb", "pg_ctl")))
    return "" if here else "PostgreSQL's server (apt-get install postgresql)"


def no_java() -> str:
    """Name what Spark cannot be asked without; nothing if it can."""
    java = "Java 17 or later (apt-get install openjdk-17-jre-headless)"
    if not shutil.which("java"):
        return java
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False)  # noqa: S607 - of this machine
    version = re.search(r'version "(\d+)', said.stderr)
    return "" if version and int(version[1]) >= 17 else java  # noqa: PLR2004 - the version named above


def no_pyspark() -> str:
    """Name what `nox` runs Spark only with; `nox -s spark` brings it, which takes some minutes."""
    return "" if find_spec("pyspark") else "PySpark beside nox (nox -s spark fetches its 450 MB)"


@contextmanager
def postgres_server() -> Iterator[str]:
    """Run a server on loopback, in a folder of its own and with a password that nobody knows.

    It is not run by root, who may not.
    """
    # The folder of a session may lie where only root can look.
    with TemporaryDirectory(prefix="careplan-", ignore_cleanup_errors=True) as folder:
        password = secrets.token_hex(16)
        (known := Path(folder, "password")).write_text(password, encoding="ascii")
        who: dict[str, Any] = {}
        if os.geteuid() == 0:
            user = next(name for name in ("postgres", "nobody") if is_user(name))
            who = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
            shutil.chown(folder, user)
            shutil.chown(known, user)
        port = free_port()
        initdb, pg_ctl = map(str, map(postgres_program, ("initdb", "pg_ctl")))
        data = f"{folder}/data"
        made = [initdb, "-D", data, "-U", "careplan", "-A", "scram-sha-256", "--pwfile", str(known)]
        there = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories=''"
        server = [pg_ctl, "-D", data, "-w", "-s", "-l", f"{folder}/log"]
        commands = {
            "make": [*made, "-E", "UTF8", "--no-locale", "--no-sync"],
            "start": [*server, "-o", f"{there} -c fsync=off", "start"],
            "stop": [*server, "-m", "immediate", "stop"],
        }
        for step in ("make", "start"):
            run_as(who, commands[step], folder)
        try:
            at = f"host=127.0.0.1 port={port} dbname=postgres"
            yield f"{at} user=careplan password={password}"
        finally:
            run_as(who, commands["stop"], folder)


def free_port() -> int:
    """Return a port of loopback that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def run_as(who: dict[str, Any], command: list[str], folder: str) -> None:
    """Run a program of PostgreSQL as the user who may."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **who)  # noqa: S603 - found by the caller


def is_user(name: str) -> bool:
    """Say whether this machine has a user of a name."""
    return any(one.pw_name == name for one in pwd.getpwall())


@nox.session(reuse_venv=True)
def tests_oldest(session: nox.Session) -> None:
    """Run what reckons with dates, or reads JSON, on the oldest releases of what it uses."""
    session.install(".", *group("test"), "python-dateutil==2.9.*", "cattrs==25.2.*")
    run_suite(session, *OLDEST, "careplan")


@nox.session(reuse_venv=True)
def docs(session: nox.Session) -> None:
    """Write the generated pages of the docs, and build the site; any warning fails it.

    With `-- --check` only say if pages are stale. The site is in build/site/index.html.
    """
    session.install(".")
    session.run("python", "docs/make_tables.py", *session.posargs)
    if session.posargs:
        return
    try:
        session.install(*group("docs"))
    except CommandFailed:
        session.skip(f"NOT RUN: the site, as not all of {group('docs')} can be installed here")
    site = Path("build", "site")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    shutil.copy("docs/site/index.html", site)
    for tree in ("zh", "en"):
        known = str(Path(session.create_tmp()) / tree)
        folders = ("-c", "docs/site", "-d", known, f"docs/{tree}", str(site / tree))
        session.run(*SPHINX, *folders, env={"CAREPLAN_DOCS": tree})


@nox.session(reuse_venv=True)
def conformance(session: nox.Session) -> None:
    """Write the conformance files of the plans, and list the answers that changed since a release.

    With `-- --check` only say if the files are stale; see docs/make_conformance.py for the rest.
    """
    session.install(".")
    session.run("python", "docs/make_conformance.py", *session.posargs)


@nox.session(reuse_venv=True)
def costs(session: nox.Session) -> None:
    """Measure the tables of docs/en/costs.md; those of frames need what the group `test` brings."""
    session.install(".", *group("test"))
    session.run("python", "docs/measure_costs.py")


@nox.session(reuse_venv=True)
def bench(session: nox.Session) -> None:
    """Measure careplan beside its peers, and write docs/*/benchmarks.md (10 minutes).

    With `-- --quick` fewer rows are asked, and nothing is written. A peer that cannot be installed
    is named as not run.
    """
    session.install(".")
    without = []
    for wanted in group("bench"):
        try:
            session.install(wanted)
        except CommandFailed:
            name = wanted.partition(">")[0]
            session.warn(f"NOT RUN: {name}, which has no release for Python {RUNNING}")
            without += ["--without", name]
    session.run("python", "docs/make_benchmarks.py", *without, *session.posargs)


@nox.session(reuse_venv=True)
def laws(session: nox.Session) -> None:
    """Try the laws of criteria that hold sums and elapsed time on 150,000 cases (5 minutes)."""
    session.install(".", *group("test"))
    session.run("python", *PYTEST, "--hypothesis-profile=laws", *LAWS, *session.posargs)


@nox.session(reuse_venv=True)
def differential(session: nox.Session) -> None:
    """Ask every way of a million pairs beside `evaluate`; `-- --seed 7 --pairs 20000`.

    A way whose packages or program are not here is named as not run. With `-- --write` the
    figures are written into docs/*/differential.md.
    """
    session.install(".", *group("test"))
    for name in ("postgres", "spark"):
        try:
            session.install(*group(name))
        except CommandFailed:
            session.log(f"not all of {group(name)} can be installed here")
    session.run("python", "-c", INSTALLED)
    session.env["PYTHONPATH"] = "tests"
    command = ("python", "-m", "differential", *session.posargs)
    if no_postgres():
        session.run(*command)
        return
    with postgres_server() as address:
        session.env["CAREPLAN_POSTGRES"] = address
        session.run(*command)


@nox.session(reuse_venv=True)
def mutation(session: nox.Session) -> None:
    """Change the library a little, 400 times, and ask whether a test notices (20 to 30 minutes)."""
    session.install(*PYPROJECT["project"]["dependencies"], *group("test"))
    work = session.create_tmp()
    command = ("-m", "mutation", "--work", work, *session.posargs)
    session.run("python", *command, env={"PYTHONPATH": "tests"})


@nox.session(reuse_venv=True)
def lint(session: nox.Session) -> None:
    """Check style and formatting."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session(reuse_venv=True)
def types(session: nox.Session) -> None:
    """Check types of the package, its tests, the docs' scripts and this file."""
    session.install(*PYPROJECT["project"]["dependencies"], *group("types"))
    session.run("mypy")


@nox.session(reuse_venv=True)
def coverage(session: nox.Session) -> None:
    """Require that tests and doctests together take every branch of the package."""
    session.install(".", *group("test"))
    session.run("python", "-c", INSTALLED)
    session.run("coverage", "erase")
    # A line that only chance had reached would fail some other day.
    session.run("coverage", "run", *PYTEST, SETTLED, *SUITE)
    session.run("coverage", "combine", "-q")
    session.run("coverage", "report")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and run its doctests with what it alone installs."""
    session.install("--force-reinstall", build_wheel(session), "pytest>=8", "hypothesis>=6.100")
    session.run("python", "-c", INSTALLED)
    # The examples of `careplan.frames` need what its extra brings; the suite runs them.
    apart = "--ignore-glob=*/careplan/frames/*"
    session.run("python", "-m", "pytest", "-q", "--doctest-modules", "--pyargs", apart, "careplan")


@nox.session
def consumer(session: nox.Session) -> None:
    """Run the suite of a small project that uses the wheel by its public names only.

    Its types are checked against the wheel as well: strictly, and with its own configuration.
    """
    project = Path("tests", "consumer")
    checked = ("pytest>=8", "hypothesis>=6.100", "mypy>=1.13", str(project))
    session.install("--force-reinstall", build_wheel(session), *checked)
    session.run("python", "-c", INSTALLED)
    session.chdir(project)
    session.run("python", "-m", "mypy")
    session.run("python", "-m", "pytest", "-q")
