"""Long work shows how far it is: on a terminal only, only when it lasts, and not once it is done."""

from __future__ import annotations

import io
from contextlib import contextmanager

import pytest

from tracker.cli import output

pytest_plugins = ["office"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_terminal(monkeypatch) -> Terminal:
    made = Terminal()
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("TERM", "xterm-256color")
    return made


def test_a_bar_for_work_that_lasts_and_gone_with_it(monkeypatch):
    terminal = a_terminal(monkeypatch)
    monkeypatch.setattr(output, "_PATIENCE", 0)
    with output.progress("Working") as tell:
        tell(1, 4)
        tell(3, 4, "Checking")
        assert "Working" in terminal.getvalue()
        tell(4, 4, "Checking")
        last = terminal.getvalue()
        assert "Checking" in last and last.endswith(("\x1b[2K", "\x1b[?25h")), last[-40:]
    assert terminal.getvalue() == last


def test_no_bar_for_short_work(monkeypatch):
    terminal = a_terminal(monkeypatch)
    with output.progress("Working") as tell:
        tell(1, 4)
        tell(4, 4)
    assert terminal.getvalue() == ""


def test_no_bar_where_stderr_is_piped(monkeypatch, capsys):
    monkeypatch.setattr(output, "_PATIENCE", 0)
    with output.progress("Working") as tell:
        tell(1, 4)
    assert capsys.readouterr().err == ""


@pytest.fixture
def told(monkeypatch):
    """What the bars of a command were told."""
    heard: list[tuple[int, int]] = []

    @contextmanager
    def progress(what: str):
        assert isinstance(what, str)
        yield lambda done, total, now="": heard.append((done, total))

    monkeypatch.setattr(output, "progress", progress)
    return heard


@pytest.mark.parametrize(
    "words",
    [
        ("import", "more.yaml"),
        ("handout", "-o", "again"),
        ("handin", "out/JYT_省教育厅.xlsx"),
        ("assign", "SCJG-1", "--due", "12-31", "--basis", "文号", "--yes"),
        ("db", "rebuild"),
        ("db", "check"),
        ("report", "all", "-o", "reports"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_what_may_last_tells_how_far_it_is(office, told, tmp_path, words):
    (tmp_path / "more.yaml").write_text(MORE, encoding="utf-8")
    office("handout", "-o", "out", "--agency", "JYT")
    _fill(tmp_path / "out" / "JYT_省教育厅.xlsx")
    told.clear()
    office(*words)
    assert any(done < total for done, total in told), "it begins before it ends"
    done, total = told[-1]
    assert done == total > 0


def test_one_bar_over_all_forms(office, told, tmp_path):
    office("handout", "-o", "out", "--agency", "JYT")
    office("handout", "-o", "out", "--agency", "KJT")
    told.clear()
    office("handin", *sorted(str(path) for path in (tmp_path / "out").glob("*.xlsx")))
    assert {total for _, total in told} == {2} and told[-1] == (2, 2)
    assert [done for done, _ in told] == sorted(done for done, _ in told) and [done for done, _ in told].count(2) == 1


def _fill(path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    [head] = [row for row in sheet.iter_rows() if any(cell.value == "编号" for cell in row)]
    places = {cell.value: cell.column for cell in head}
    sheet.cell(head[0].row + 1, places["状态"]).value = "推进中"
    book.save(path)


MORE = """\
format: practical-deeds/1
source: {key: more, title: 更多}
commitments:
- {key: more-1, agency: JYT, name: 三项措施, kind: list, declared: 3}
"""


def test_a_moving_bar_for_work_that_cannot_say_how_far_it_is(monkeypatch):
    terminal = a_terminal(monkeypatch)
    with output.working("Drawing"):
        assert "Drawing" in terminal.getvalue()
    assert terminal.getvalue().endswith(("\x1b[2K", "\x1b[?25h"))


@pytest.mark.parametrize(
    "words", [("report", "draft"), ("report", "brief"), ("report", "agency", "JYT"), ("report", "issue", "a.txt"), ("report", "verify", "a.pdf")],
    ids=lambda words: " ".join(words[:2]),
)  # fmt: skip
def test_drawing_shows_that_it_goes_on(office, monkeypatch, words):
    office("report", "draft", "-o", "a.pdf")
    shown = []

    @contextmanager
    def working(what: str):
        shown.append(what)
        yield

    monkeypatch.setattr(output, "working", working)
    office(*words)
    assert len(shown) == 1
