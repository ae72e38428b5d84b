"""The test server itself: real, shared, empty for each test, gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import postgres
import psycopg
import pytest

INNER = """
import os
from pathlib import Path
def test_inner(postgres_url):
    folder = Path(os.environ["DEEDS_TEST_POSTGRES_FOLDER"])
    print("FOUND", folder, (folder / "data" / "postmaster.pid").read_text().split()[0], flush=True)
    {}
"""


def connect(url: str):
    return psycopg.connect(url.replace("+psycopg", ""))


@pytest.mark.parametrize("turn", [1, 2])
def test_database_is_fresh(postgres_url, turn):
    with connect(postgres_url) as session:
        session.execute("CREATE TABLE left_over (n int)")


def test_both_engines(database_url, request):
    assert database_url.startswith(request.node.callspec.params["database_url"])


def run_inside(tmp_path: Path, body: str, found: bool = True, **environ: str) -> subprocess.CompletedProcess:
    """A pytest run of its own, with our conftest and one test."""
    here = Path(__file__).parent
    for name in ("conftest.py", "postgres.py"):
        text = (here / name).read_text()
        if not found:
            text = text.replace("def find_binaries()", "def find_binaries():\n    return None\n\n\ndef unused()")
        (tmp_path / name).write_text(text)
    (tmp_path / "test_inner.py").write_text(INNER.format(body))
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("DEEDS_TEST", "PYTEST"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", tmp_path],
        cwd=tmp_path, env={**plain, **environ}, capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["assert True", "assert False", "os.kill(os.getpid(), 9)"])
def test_nothing_is_left_however_the_run_ends(tmp_path, ending):
    result = run_inside(tmp_path, ending)
    folder, pid = result.stdout.split("FOUND ")[1].split()[:2]
    deadline = time.monotonic() + 10  # after a kill the guardian needs a moment
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(folder).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_no_server_fails_with_the_line_that_mends(tmp_path):
    once = run_inside(tmp_path, "assert True", found=False)
    assert once.returncode == 1
    assert "no PostgreSQL server binaries" in once.stdout and postgres.MEND in once.stdout
    at_once = run_inside(tmp_path, "assert True", found=False, DEEDS_TEST_REQUIRE_POSTGRES="1")
    assert at_once.returncode == 3
    assert postgres.MEND in at_once.stdout + at_once.stderr
