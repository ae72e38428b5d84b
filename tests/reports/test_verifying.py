"""Whether a file is what it says, and where its figures come from."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest
from report_books import TODAY, facts_of

from tracker import database
from tracker.cli import main
from tracker.errors import ReportError
from tracker.reports import making, tracing, verifying
from tracker.reports.making import Choices


def painted(content: bytes) -> bytes:
    """A PDF with another number painted over page one, the rest left alone."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"1 1 1 rg 100 600 50 20 re f"))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_verdicts_on_files_that_are_not_registered(desk, monkeypatch, capsys):
    assert main(["report", "agency", "MZT", "--as-of", "2021-11-30", "-o", "a.pdf"]) == 0
    content = (desk / "a.pdf").read_bytes()

    def verdict(file, *options):
        capsys.readouterr()
        code = main(["report", "verify", file, "--json", *options])
        printed = capsys.readouterr()
        found = json.loads(printed.out)
        assert found["agrees"] is (code == 0) and all(figure["agrees"] for figure in found["figures"])
        return found["verdict"], printed.err

    assert verdict("a.pdf")[0] == "redrawn"
    (desk / "painted.pdf").write_bytes(painted(content))
    found, said = verdict("painted.pdf")
    assert found == "pages_differ" and "页面所印的不可信" in said
    (desk / "own").mkdir()
    (desk / "own" / "own.css").write_text(":root { --accent: #004080 }")
    assert main(["report", "agency", "MZT", "--as-of", "2021-11-30", "-o", "own.pdf", "--templates", "own"]) == 0
    found, said = verdict("own.pdf")
    assert found == "other_templates" and "--templates" in said and "db check" not in said
    assert verdict("own.pdf", "--templates", "own")[0] == "redrawn"
    draw = making.pdf

    def without_fonts(*arguments):
        raise ReportError("glyphs_missing", count=1, characters="实")

    monkeypatch.setattr(making, "pdf", without_fonts)
    found, said = verdict("a.pdf")
    assert found == "undrawable" and "字体" in said
    monkeypatch.setattr(making, "pdf", lambda *arguments: draw(*arguments[:4], {}) + b"x")
    assert verdict("a.pdf")[0] == "other_faces"
    monkeypatch.setattr(making, "__version__", "0.0")
    assert verdict("a.pdf")[0] == "other_program"


@pytest.mark.parametrize("carried", [
    {}, {"report": None}, {"report": {}}, {"report": {"as_of": "2021-11-30", "known_at": "1"}},
    {"report": {"kind": "x"}}, {"report": {"language": "xx"}}, {"report": {"script": 1}}, {"report": {"agency": "NOBODY"}},
    {"report": {"as_of": "soon"}}, {"report": {"words": [1]}}, {"report": {"volume": 3}}, {"figures": []},
])  # fmt: skip
def test_a_file_that_does_not_say_how_it_was_made_is_not_ours(desk, capsys, carried):
    about = making.about("brief", facts_of(database.open_engine(f"sqlite:///{desk}/deeds.db")), Choices("zh-CN"))
    if len(carried.get("report") or ()) == 1:
        carried = {"figures": {}, "report": about | carried["report"]}
    content = json.dumps({"format": "practical-deeds/figures-1", **carried})
    (desk / "a.pdf").write_bytes(b"%PDF-1.7\n<< /Type /EmbeddedFile >>\nstream\n" + content.encode() + b"\nendstream\n")
    assert main(["report", "verify", "a.pdf"]) == 8
    assert "不是本系统生成的报告" in capsys.readouterr().err


def test_a_changed_number_is_found_and_named(desk):
    engine = database.open_engine(f"sqlite:///{desk}/deeds.db")
    made = facts_of(engine)
    page = making.pdf("brief", made, Choices("zh-CN"))
    (desk / "a.pdf").write_bytes(page)
    entry = next(d for d in made.deeds if d.state.progress).state.progress
    with database.writing(engine) as connection:
        # A forger with the file open: one entry more at a position that the report counted.
        connection.exec_driver_sql("DROP TRIGGER entry_no_update")
        connection.exec_driver_sql(f"UPDATE entry SET status='blocked', progress=5 WHERE number={entry.number}")
    with database.reading(engine) as connection:
        found = verifying.verify(connection, desk / "a.pdf", TODAY, draw=False)
        with pytest.raises(ReportError):
            tracing.trace(connection, desk / "a.pdf", f"book.status.{entry.status}", TODAY)
        assert tracing.trace(connection, desk / "a.pdf", "book.announced", TODAY).figure.value == made.value("book.announced")
    wrong = {finding.id for finding in found.findings if not finding.same}
    assert f"book.status.{entry.status}" in wrong and not found.ledger and not found.agrees


def test_a_report_lists_its_figures_with_what_they_mean(desk, capsys):
    assert main(["report", "agency", "MZT", "-o", "a.pdf"]) == 0
    capsys.readouterr()
    assert main(["report", "trace", "a.pdf"]) == 0
    screen = capsys.readouterr()
    rows = {line.split("  ")[0]: line for line in screen.out.splitlines()}
    assert "省民政厅 · 实有" in rows["agency.MZT.deeds"] and rows["agency.MZT.deeds"].endswith(" 2")
    assert screen.err.strip().endswith("→ deeds report trace a.pdf 数字编号")
    assert main(["report", "trace", "a.pdf", "--json"]) == 0
    listed = {line["figure"]: line["value"] for line in json.loads(capsys.readouterr().out)["figures"]}
    assert listed["agency.MZT.deeds"] == 2 and set(listed) <= set(rows)
    for id, value in listed.items():
        assert main(["report", "trace", "a.pdf", id, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["value"] == value
