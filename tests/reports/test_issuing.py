"""From draft to register, through the command line."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
import report_books
from report_books import AS_OF

from tracker import database
from tracker.cli import main
from tracker.errors import BadInput
from tracker.reports import making, words
from tracker.reports.making import Choices
from tracker.reports.summary import sentences
from tracker.reports.voice import Voice


def test_draft_issue_verify_trace(desk, capsys):
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "草稿.pdf"]) == 0
    assert capsys.readouterr().out == "草稿.pdf\n"
    text = (desk / "草稿.txt").read_text(encoding="utf-8")
    (desk / "草稿.txt").write_text(re.sub(r"(\[lead\].*)", r"\1\n各单位按定账推进。", text), encoding="utf-8")
    assert main(["report", "issue", "草稿.txt"]) == 0
    assert main(["report", "issue", "草稿.txt"]) == 7, "once"
    name = "专报第1期_示例数据_截至2021-11-30.pdf"
    assert capsys.readouterr().out.splitlines()[-1] == name
    issued = desk / name

    assert main(["report", "verify", name]) == 0
    shown = capsys.readouterr().out
    assert "登记在案的第1期逐字节相同" in shown
    assert main(["report", "verify", name, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["agrees"] and found["verdict"] == "issued" and found["issue"] == 1 and len(found["figures"]) > 50

    assert main(["report", "trace", name, "book.named", "--json"]) == 0
    trails = json.loads(capsys.readouterr().out)["trails"]
    assert [trail["deed"] for trail in trails] == ["MZT-1-1", "MZT-1-2"]
    assert all(trail["entries"] and trail["announced"][0]["place"] and trail["announced"][0]["source"]["key"] == "jiangsu-2021" for trail in trails)
    assert main(["report", "trace", name, "book.reported"]) == 0
    shown = capsys.readouterr().out
    assert "MZT-1-2  打击整治非法社会组织  省民政厅" in shown and "（共产党员网、发布日期不详） 第 20–24 字符" in shown
    assert re.search(r"  #\d+  2021-\d\d-\d\d  省民政厅  自报进展：推进中 \d+%；所处阶段：", shown)
    assert main(["report", "trace", name, "orders.all"]) == 0
    assert "批示交办：请抓紧研究，月内拿出办法。（限 2021-11-15 前答复）" in capsys.readouterr().out
    assert main(["report", "trace", name, "book.agencies"]) == 0
    assert "MZT  省民政厅" in capsys.readouterr().out
    assert main(["report", "trace", name, "deed.MZT-1-2.pace"]) == 0
    assert "时限：" in capsys.readouterr().out
    assert main(["report", "trace", name, "deed.MZT-1-2.pce"]) == 4
    assert main(["report", "trace", name, "book.nmaed"]) == 4
    assert "是不是：book.named" in capsys.readouterr().err
    assert main(["report", "trace", name, "foo"]) == 4
    assert "是不是" not in capsys.readouterr().err, "nothing is alike"

    assert main(["report", "issued"]) == 0
    assert [part for part in capsys.readouterr().out.splitlines()[1].split() if part[0] != "#"][:4] == ["第1期", "2021-11-30", "2021-12-01", name]
    assert main(["report", "issued", "1", "-o", "存档.pdf"]) == 0 and (desk / "存档.pdf").read_bytes() == issued.read_bytes()
    assert main(["report", "issued", "1", "-o", "存档.pdf"]) == 0 and main(["report", "issued", "2"]) == 4
    assert "deeds report issued" in capsys.readouterr().err

    # One changed byte: no longer what was registered.
    content = issued.read_bytes()
    place = len(content) - 40
    (desk / "x.pdf").write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    assert main(["report", "verify", "x.pdf"]) == 1
    assert "与登记的第1期不符" in capsys.readouterr().err
    assert main(["report", "issued", "--json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)["issues"]
    assert line["rule_set"] == "lights-1" and set(line["made_with"]) == {"program", "templates", "fonts", "weasyprint"}
    # The file of the face, not what a page embeds of it.
    said = line["made_with"]["fonts"]["Noto-Sans-CJK-SC"]
    file = subprocess.run(["fc-match", "--format=%{file}", "Noto Sans CJK SC"], capture_output=True, text=True, check=True).stdout
    assert said["sha256"] == hashlib.sha256(Path(file).read_bytes()).hexdigest() and re.fullmatch(r"\d+\.\d+", said["version"])


def test_what_could_never_be_issued_is_not_drafted(tmp_path, monkeypatch, capsys):
    """Books without a deed: the draft says at once what issuing would, and so does a manuscript that was drafted before."""
    report_books.make(f"sqlite:///{tmp_path}/deeds.db", simulated=True, commitments=()).dispose()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEEDS_DATABASE_URL", f"sqlite:///{tmp_path}/deeds.db")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setenv("DEEDS_TODAY", "2021-12-01")
    assert main(["report", "draft"]) != 0
    assert "没有可印发的内容" in (said := capsys.readouterr().err) and "deeds import" in said
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".txt")] == []


def test_an_issue_is_never_written_over(desk, capsys):
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "草稿.pdf"]) == 0
    assert main(["report", "issue", "草稿.txt", "-o", "第1期.pdf"]) == 0
    sent = (desk / "第1期.pdf").read_bytes()
    capsys.readouterr()
    for command in ("brief", "draft", "ledger"):
        assert main(["report", command, "-o", "第1期.pdf"]) == 10
        refused = capsys.readouterr().err
        assert "第1期专报" in refused and f"→ deeds report {command} -o 文件.pdf" in refused and refused.count("\n") == 1
    assert (desk / "第1期.pdf").read_bytes() == sent
    assert main(["report", "issued", "1", "-o", "第1期.pdf"]) == 0, "the same may be taken out again"
    assert main(["report", "brief", "-o", "草稿.pdf"]) == 0, "a draft was never sent"


def test_a_report_that_leaves_out_what_came_later_has_its_own_name_and_the_pages_of_its_position(desk, capsys):
    assert main(["report", "brief", "--as-of", "2021-11-30"]) == main(["report", "brief", "--as-of", "2021-11-30", "--known-at", "9"]) == 0
    whole, part = capsys.readouterr().out.splitlines()
    assert whole == "专报_示例数据_截至2021-11-30.pdf" and part == "专报_示例数据_记录号9_截至2021-11-30.pdf"
    facts = report_books.facts_of(database.open_engine(f"sqlite:///{desk}/deeds.db"), AS_OF, 9)
    then, now = (making.html("brief", facts, Choices("zh-CN", earlier=earlier)).html for earlier in (False, True))
    assert then == now


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["brief", "--as-of", "2021-12-02"], 5),
        (["brief", "--as-of", "2021-05-01"], 5),
        (["brief", "--known-at", "99999"], 4),
        (["brief", "--known-at", "2030-01-01"], 4),
        (["brief", "--lang", "fr"], 2),
        (["brief", "--script", "runes"], 2),
        (["brief", "--lang", "zh-TW", "--script", "hans"], 2),
        (["brief", "--templates", "nowhere"], 4),
        (["brief", "-o", "no/folder/a.pdf"], 10),
        (["brief", "-o", "."], 10),
        (["agency", "NOBODY"], 4),
        (["verify", "deeds.db"], 8),
        (["verify", "nothing.pdf"], 4),
        (["issue", "nothing.txt"], 4),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_file(desk, capsys, arguments, code):
    before = sorted(p.name for p in desk.iterdir() if not p.name.startswith("deeds.db"))
    assert main(["report", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == "" and len(captured.err.strip().splitlines()) == 1, captured.err
    assert sorted(p.name for p in desk.iterdir() if not p.name.startswith("deeds.db")) == before


@pytest.mark.parametrize("asked, title", [(["--script", "hant"], "實事進展專報"), (["--lang", "zh-TW"], "實事進展專報"), (["--script", "hans"], "实事进展专报"), (["--lang", "en", "--script", "hant"], "Brief")])
def test_a_page_has_one_script(desk, asked, title):
    assert main(["report", "brief", "--as-of", "2021-11-30", "-o", "x.pdf", *asked]) == 0
    with pikepdf.open("x.pdf") as pdf:
        assert title in str(pdf.docinfo.Title)


def test_summary_is_three_sentences_in_every_language(full_facts, desk, capsys):
    for language in ("zh-CN", "zh-TW", "en"):
        said = sentences(full_facts, language)
        assert len(said) == 3
        for case in ("overdue", "reason.far_behind", "watched", "blocked", "sent_back"):  # as page one has them
            part = str(Voice(language)(f"attention_{case.rsplit('.')[-1]}", n=full_facts.value(f"book.{case}")))
            assert part in re.split("[，。：（,.:] ?| \\(", said[1])
    assert main(["report", "summary", "--as-of", "2021-11-30"]) == 0
    assert "示例数据" in capsys.readouterr().out


# The manuscript of a draft


def test_manuscript_there_and_back(tmp_path, small_facts):
    path = tmp_path / "草稿.txt"
    about = making.about("brief", small_facts, Choices("zh-CN"))
    places = dict.fromkeys(making.PLACES, "名")
    path.write_text(words.written(about, places, {"lead": "一\n二", "next": "三"}, "advice\nmore"), encoding="utf-8")
    found = words.read(path, making.PLACES)
    assert found.words == {"lead": "一\n二", "next": "三"}
    assert (found.as_of, found.known_at, found.database) == (AS_OF, small_facts.reading.known_at, small_facts.reading.database)


@pytest.mark.parametrize(
    "text, key",
    [
        (b"%PDF-1.7", "manuscript_is_pdf"),
        (b"\xff\xfe", "manuscript_not_text"),
        (b"[nowhere] x", "manuscript_place"),
        ("as_of: 2021-07-31\n\n[导语]\n话".encode(), "manuscript_place"),
        ("导语".encode(), "manuscript_not_ours"),
        (b"format: practical-deeds/1\n[lead]\n", "manuscript_not_ours"),
        ("as_of: 2021-07-31\n导语".encode(), "manuscript_head"),
        (b"[lead] x\n[lead] y", "manuscript_place_twice"),
        (b"known_at: 1\nknown_at: 2", "manuscript_head"),
        (b"as_of: 2021-07-31", "manuscript_not_ours"),
        (b"as_of: soon\nknown_at: 1\nlanguage: en\nscript: hans\ndatabase: x", "manuscript_not_ours"),
    ],
)
def test_what_is_no_manuscript(tmp_path, text, key):
    (tmp_path / "a.txt").write_bytes(text)
    with pytest.raises(BadInput, match=key):
        words.read(tmp_path / "a.txt", making.PLACES)


def test_a_round_left_open_past_its_day_is_pointed_at(desk, capsys, monkeypatch):
    """On the screen of whoever drafts or issues, with what to type; the brief is made all the same."""
    def said(*words):
        capsys.readouterr()
        assert main(list(words)) == 0
        return capsys.readouterr().err

    assert main(["round", "open", "2021-12", "--by", "2021-12-10"]) == 0
    assert "还没有结束" not in said("report", "draft", "-o", "a.pdf")
    monkeypatch.setenv("DEEDS_TODAY", "2021-12-11")
    for typed in (("report", "draft", "-o", "b.pdf"), ("report", "issue", "b.txt")):
        assert "报送期 2021-12 已过截止日 2021-12-10，还没有结束" in (shown := said(*typed)) and "→ deeds round close\n" in shown
    assert "还没有结束" not in said("report", "draft", "--as-of", "2021-12-10", "-o", "c.pdf"), "on its last day it is as it should be"
    assert main(["round", "close"]) == 0
    assert "还没有结束" not in said("report", "draft", "-o", "d.pdf")
