"""Files: what is drawn, that it is drawn the same for ever, and what stops it."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import report_books
from report_books import facts_of

from tracker import journal
from tracker.errors import BadInput, ReportError
from tracker.reports import making, templates
from tracker.reports.making import Choices, Scope
from tracker.reports.pdf import render

ROOT = Path(__file__).parents[2]
LONG = "推进老旧小区“一区一策”综合改造与适老化公共服务设施提升（含加装电梯、雨污分流、充电设施、无障碍通道）并建立长效管护机制"


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://localhost:9/x.png", "data:image/png;base64,AAAA", "//host/x.png", "../pyproject.toml"])
def test_renderer_reads_nothing_but_template_assets(url):
    with pytest.raises(BadInput, match="asset_refused"):
        render(f'<html lang="en"><img alt="x" src="{url}">', templates.folders())


def test_glyphs_that_no_font_has_stop_it():
    with pytest.raises(ReportError, match="glyphs_missing") as raised:
        render('<html lang="zh-CN"><body>怪\U000107a0</body>', templates.folders())
    assert "U+107A0" in raised.value.values["characters"]


def test_a_character_without_a_font_is_named_with_the_entry_that_holds_it(tmp_path):
    def fill(all_):
        report_books.half_year(all_)
        all_.write([report_books.draft(journal.PROGRESS, date(2021, 11, 29), "MZT-1-1", status="in_progress", progress=90, note="怪\U000107a0")])

    facts = report_books.facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=(("MZT", "专项行动", "action_group", None, ("我为企业减负担",)),)))
    with pytest.raises(ReportError, match="glyphs_missing") as raised:
        making.pdf("ledger", facts, Choices("zh-CN"))
    assert f"(U+107A0 · MZT-1-1 #{facts.reading.known_at})" in raised.value.values["characters"]


def test_a_clean_render_logs_nothing(small_facts, caplog, capfd):
    with caplog.at_level(logging.DEBUG, "weasyprint"):
        making.pdf("agency", small_facts, Choices("zh-CN"), Scope("MZT"))
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING] and capfd.readouterr() == ("", "")


def test_same_bytes_in_another_process_and_hash_seed(small, drawn):
    program = (
        "import sys; sys.path[:0] = [sys.argv[1], sys.argv[2]]\n"
        "from report_books import facts_of\n"
        "from tracker import database\n"
        "from tracker.reports import making\n"
        "made = making.pdf('brief', facts_of(database.open_engine(sys.argv[3])), making.Choices('zh-CN'))\n"
        "sys.stdout.buffer.write(made)"
    )
    environ = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "America/Lima", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
    again = subprocess.run(
        [sys.executable, "-c", program, str(ROOT), str(Path(__file__).parent), str(small.url)],
        env=environ, capture_output=True, check=True, cwd="/",
    )  # fmt: skip
    assert again.stdout == drawn


def test_every_page_of_simulated_books_is_marked(opened, small_facts, full_facts):
    assert small_facts.reading.simulated
    for page in opened.pages:
        assert "SAMPLE" in _text(page)
    assert "@top-center" not in making.html("brief", full_facts, Choices("zh-CN")).html


def _text(page) -> str:
    """The text of a page, by the fonts' own maps from glyphs to characters."""
    maps = {}
    for name, font in page.Resources.Font.items():
        pairs = re.findall(r"^<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE)
        maps[name] = {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for glyph, text in pairs}
    text, font = "", {}
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            font = maps[str(instruction.operands[0])]
        elif str(instruction.operator) in ("TJ", "Tj"):
            operand = instruction.operands[0]
            for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    text += "".join(font.get(int.from_bytes(raw[i : i + 2], "big"), "?") for i in range(0, len(raw), 2))
    return text


def test_archive_and_accessibility_structure(opened):
    root = opened.Root
    assert not opened.check_pdf_syntax()
    assert str(root.Lang) == "zh-CN" and bool(root.MarkInfo.Marked)
    metadata = root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="3"' in metadata and 'pdfaid:conformance="A"' in metadata and "<pdfuaid:part>1" in metadata
    assert root.ViewerPreferences.DisplayDocTitle
    assert "实事进展专报" in str(opened.docinfo.Title)
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0].startswith("截至2021年11月30日") and any("七、" in title for title in titles)
    kinds = set()
    figures = []

    def walk(node):
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                kinds.add(str(node.S))
                if str(node.S) == "/Figure":
                    figures.append(str(node.get("/Alt", "")))
            children = node.get("/K")
            for child in children if isinstance(children, pikepdf.Array) else [children]:
                walk(child)

    walk(root.StructTreeRoot)
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P", "/Figure", "/Link"} <= kinds
    assert figures and all(figures)
    assert {str(spec.AFRelationship) for spec in root.AF} == {"/Data"}


def test_no_line_begins_with_closing_punctuation_and_no_row_is_split(tmp_path):
    def fill(books):
        code = books.codes[0]
        words = "，".join(["资金来源尚未落实", "需有关单位共同研究（含分担比例）", "方案“一区一策”"] * 8) + "。"
        books.write([
            report_books.draft("progress", date(2021, 7, 1), code, status="blocked", progress=10, difficulty=words, ask=words[:60], agency="ZJT"),
        ])  # fmt: skip

    made = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=(("ZJT", LONG, "measure", None, (LONG,)),)))
    import weasyprint

    page = making.html("brief", made, Choices("zh-CN"))
    document = weasyprint.HTML(string=page.html, base_url=f"{templates.folders()[-1].as_uri()}/").render()
    lines = [line for p in document.pages for line in _lines(p._page_box)]
    assert len(lines) > 50
    assert not [line for line in lines if line[:1] in "，。；：、）》”！？"]


def _lines(box):
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.LineBox):
        yield "".join(b.text for b in box.descendants() if isinstance(b, boxes.TextBox))
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _lines(child)
