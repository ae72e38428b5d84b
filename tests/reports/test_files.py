"""Where reports are written: whole or not at all, several at once, in volumes."""

from __future__ import annotations

import os

import pytest

from tracker.cli import main
from tracker.errors import BadInput, OutputError
from tracker.reports import files, making, many
from tracker.reports.making import Choices, Scope


def test_a_file_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="output_failed"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old" and os.listdir(tmp_path) == ["a.pdf"]


def test_a_device_stays_a_device(tmp_path):
    """Moved into its place, a file would take it away: root once lost /dev/full so."""
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(OutputError, match="output_is_device"):
        files.write(tmp_path / "pipe.pdf", b"new")
    assert (tmp_path / "pipe.pdf").is_fifo()


def test_a_link_keeps_pointing(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "brief.pdf").symlink_to(tmp_path / "kept" / "a.pdf")
    for content in (b"one", b"two"):
        files.write(tmp_path / "brief.pdf", content)
    assert (tmp_path / "brief.pdf").is_symlink() and (tmp_path / "kept" / "a.pdf").read_bytes() == b"two"


def test_where_nothing_can_be_written(tmp_path):
    with pytest.raises(OutputError, match="output_is_folder"):
        files.check(tmp_path)
    with pytest.raises(OutputError, match="output_no_folder"):
        files.check(tmp_path / "no" / "a.pdf")


def test_another_file_is_not_written_over(desk, capsys):
    (desk / "a.pdf").write_bytes(b"%PDF-1.7 a thesis")
    assert main(["report", "agency", "MZT", "-o", "a.pdf"]) == 10 and "没有覆盖" in capsys.readouterr().err
    assert (desk / "a.pdf").read_bytes() == b"%PDF-1.7 a thesis"
    assert main(["report", "agency", "MZT", "-o", "b.pdf"]) == main(["report", "agency", "MZT", "-o", "b.pdf"]) == 0


def test_all_reports_into_one_folder(tmp_path, small_facts):
    wanted = [("agency", Scope("MZT")), ("ledger", making.WHOLE)]
    told = []
    many.write(wanted, small_facts, Choices("zh-CN"), tmp_path / "out", lambda done, total: told.append((done, total)), workers=2)
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == sorted(["index.html", "单位进展_MZT_省民政厅_示例数据_截至2021-11-30.pdf", "台账_示例数据_截至2021-11-30.pdf"])
    assert told[-1] == (2, 2)
    assert (tmp_path / "out" / names[-1]).read_bytes().startswith(b"%PDF")
    with pytest.raises(OutputError, match="folder_not_empty"):
        many.write(wanted, small_facts, Choices("zh-CN"), tmp_path / "out")


def test_a_fault_in_one_of_many_leaves_no_folder(tmp_path, small_facts):
    own = tmp_path / "own"
    own.mkdir()
    (own / "agency.html.j2").write_text("{{ broken }}")
    with pytest.raises(BadInput, match="template_fault"):
        many.write([("agency", Scope("MZT")), ("agency", Scope("MZT"))], small_facts, Choices("zh-CN", templates=own), tmp_path / "out", workers=2)
    assert sorted(os.listdir(tmp_path)) == ["own"]


def test_the_ledger_comes_in_volumes_beyond_a_thousand_rows(full_facts, monkeypatch):
    assert making.volumes(full_facts) == [making.WHOLE]
    monkeypatch.setattr(making, "VOLUME", 50)
    volumes = making.volumes(full_facts)
    assert [d.code for v in volumes for d in v.deeds] == [d.code for d in sorted(full_facts.deeds, key=lambda d: full_facts.agencies.index(d.lead))]
    assert [(v.number, v.of) for v in volumes if v.agency == "SCJG"] == [(1, 2), (2, 2)]


def test_volumes_are_numbered_where_an_agency_has_several(full_facts, monkeypatch):
    monkeypatch.setattr(making, "VOLUME", 50)
    names = [making.file_name("ledger", full_facts, Choices("zh-CN"), scope) for scope in making.volumes(full_facts)]
    assert "台账_SCJG_省市场监管局第2卷_截至2021-11-30.pdf" in names and "台账_JYT_省教育厅_截至2021-11-30.pdf" in names
