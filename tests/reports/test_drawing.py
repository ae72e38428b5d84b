"""Pages and files: what is drawn, that it is drawn the same for ever, and what stops it."""

from __future__ import annotations

import base64
import io
import json
import logging
import os
import re
import subprocess
import sys
import zlib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import report_books
import tinyhtml5
from report_books import facts_of

from tracker import i18n, journal, reminding
from tracker.errors import BadInput, OutputError, ReportError
from tracker.reports import attachments, chasing, files, making, many, pages, reopening, shortcuts, singles
from tracker.reports.making import Choices, Scope
from tracker.reports.pdf import render

ROOT = Path(__file__).parents[2]
LONG = "推进老旧小区“一区一策”综合改造与适老化公共服务设施提升（含加装电梯、雨污分流、充电设施、无障碍通道）并建立长效管护机制"


@pytest.fixture(scope="session")
def drawn(small_facts):
    """One brief, drawn once."""
    return making.pdf("brief", small_facts, Choices("zh-CN"))


@pytest.fixture
def opened(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        yield pdf


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None), ("reminder", None)])
def test_every_kind_in_every_language(full_facts, language, kind, agency):
    page = making.html(kind, full_facts, Choices(language), Scope(agency))
    assert f'<html lang="{language}"' in page.html
    if kind != "ledger":
        assert page.printed or kind == "reminder"
    assert all(id in full_facts.figures for id in [*page.printed, *page.plotted])


def test_traditional_script_reaches_content_and_words(full_facts):
    page = making.html("brief", full_facts, Choices("zh-TW")).html
    assert "實事進展專報" in page and "電梯應急處置" in page and "电梯应急处置" not in page
    assert "电梯应急处置" in making.html("brief", full_facts, Choices("zh-TW", "hans")).html


@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None), ("reminder", None), ("reminder", "GXT")])
def test_headings_begin_at_the_first_level_and_skip_none(full_facts, kind, agency):
    levels = [int(n) for n in re.findall(r"<h(\d)", making.html(kind, full_facts, Choices("zh-CN"), Scope(agency)).html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None)])
def test_every_printed_figure_has_a_line_in_the_trace(full_facts, kind, agency):
    page = making.html(kind, full_facts, Choices("zh-CN"), Scope(agency))
    for id in page.printed:
        assert f'href="#t-{id}"' in page.html and f'id="t-{id}"' in page.html


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_longer_brief_has_contents(full_facts, small_facts, language):
    """After the first page, every section and annex; the renderer fills in the pages, and stops at a link that leads nowhere."""
    page = making.html("brief", full_facts, Choices(language)).html
    contents = page[page.index('<nav class="contents">') : page.index("</nav>")]
    headings = re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', page)
    assert len(headings) == 10 and page.index("</nav>") < page.index('<h2 id="s-overview">')
    assert all(f'<a href="#{id}">{title}</a>' in contents for id, title in headings)
    assert "contents" not in making.html("brief", small_facts, Choices(language)).html


def test_first_page_is_for_bookkeeping_while_under_half_are_dated(tmp_path, full_facts):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db")
    made = facts_of(engine)
    assert made.building and not full_facts.building
    first_page = making.html("brief", made, Choices("zh-CN")).html.split("一、总体情况")[0]
    assert "建账" in first_page and "各单位亮灯情况" not in first_page


def test_an_empty_database_says_so(tmp_path):
    page = making.html("brief", facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", commitments=())), Choices("zh-CN"))
    assert "尚无纳入台账的实事" in page.html


def test_content_cannot_become_markup(tmp_path):
    def fill(books):
        title = "<script>alert(1)</script><img src='file:///etc/passwd'>\u202eabc\x07"
        books.write([report_books.draft("title", report_books.SINCE, "ZJT-1-1", title=title)])

    made = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=(("ZJT", "<b>事</b>", "measure", None, ("x",)),)))
    page = making.html("brief", made, Choices("zh-CN")).html
    assert "<script" not in page and "<img" not in page and "&lt;img" in page
    assert "\u202e" not in page and "\x07" not in page and "<b>事" not in page


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://localhost:9/x.png", "data:image/png;base64,AAAA", "//host/x.png", "../pyproject.toml"])
def test_renderer_reads_nothing_but_template_assets(url):
    with pytest.raises(BadInput, match="asset_refused"):
        render(f'<html lang="en"><img alt="x" src="{url}">', pages.folders())


def test_glyphs_that_no_font_has_stop_it():
    with pytest.raises(ReportError, match="glyphs_missing") as raised:
        render('<html lang="zh-CN"><body>怪\U000107a0</body>', pages.folders())
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


@pytest.mark.parametrize("kind", ["brief", "ledger"])
def test_shortcuts_draw_the_same_pages(full_facts, monkeypatch, kind):
    """Every word in its place, every tag, link and target; only lines below cells are drawn in another way."""
    short = making.pdf(kind, full_facts, Choices("zh-CN"))
    monkeypatch.setattr(shortcuts, "KNOWN", "none")
    long = making.pdf(kind, full_facts, Choices("zh-CN"))
    with pikepdf.open(io.BytesIO(short)) as ours, pikepdf.open(io.BytesIO(long)) as theirs:
        assert len(ours.pages) == len(theirs.pages) > 10
        for one, other in zip(ours.pages, theirs.pages, strict=True):
            assert _words_in_place(one) == _words_in_place(other)
            assert [str(a.get("/Dest", a.get("/A"))) for a in one.get("/Annots", [])] == [str(a.get("/Dest", a.get("/A"))) for a in other.get("/Annots", [])]
        assert _tags(ours.Root.StructTreeRoot) == _tags(theirs.Root.StructTreeRoot)


def _words_in_place(page) -> list:
    """Glyphs, positions and marks of a page's text, to a hundredth of a point."""

    def plain(operand):
        if isinstance(operand, pikepdf.Array | list):
            return [plain(part) for part in operand]
        if isinstance(operand, pikepdf.Dictionary):
            return {key: plain(value) for key, value in operand.items()}
        return bytes(operand) if isinstance(operand, pikepdf.String) else str(operand) if isinstance(operand, pikepdf.Name) else round(float(operand), 2)

    found = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("Tm", "TJ", "Tf", "BDC"):
            found.append((operator, plain(list(instruction.operands))))
    return found


def _tags(node) -> list:
    """The tree of tags by their names."""
    children = node.get("/K", [])
    children = children if isinstance(children, pikepdf.Array) else [children]
    return [str(node.get("/S", "")), *(_tags(child) for child in children if isinstance(child, pikepdf.Dictionary))]


def test_a_list_of_an_own_page_keeps_its_marks(full_facts):
    page = "<html lang='zh-CN'><link rel=stylesheet href=print.css><title>甲</title><ul><li>乙</li><li>丙</li></ul></html>"
    with pikepdf.open(io.BytesIO(render(page, pages.folders()))) as pdf:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert operators.count("TJ") == 5, "two marks, two words, a page number"


def test_shortcuts_are_put_back_and_leave_other_versions_alone(monkeypatch):
    import weasyprint
    from weasyprint.layout import block

    original = block.block_container_layout
    with pytest.raises(RuntimeError), shortcuts.taken():
        assert block.block_container_layout is not original
        raise RuntimeError
    assert block.block_container_layout is original
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with shortcuts.taken():
        assert block.block_container_layout is original


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None), ("reminder", None)])
def test_our_pages_are_read_alike_with_and_without_forgiveness(full_facts, kind, agency, language):
    html = making.html(kind, full_facts, Choices(language), Scope(agency)).html
    strict = shortcuts._well_formed(lambda *_, **__: pytest.fail("not well-formed"))(io.StringIO(html))
    assert _tree(strict) == _tree(tinyhtml5.parse(html, namespace_html_elements=False))


def _tree(element) -> list:
    children = [part for child in element for part in (_tree(child), (child.tail or "").strip())]
    attributes = {name: value for name, value in element.attrib.items() if not name.endswith("}xmlns")}
    return [element.tag, attributes, (element.text or "").strip(), *children]


def test_a_page_that_is_not_well_formed_is_read_too():
    assert render("<html lang='zh-CN'><title>甲</title><p>乙<p>丙&nbsp;</html>", pages.folders()).startswith(b"%PDF")


def test_templates_are_compiled_once(full_facts, monkeypatch):
    making.html("brief", full_facts, Choices("zh-CN"))
    monkeypatch.setattr(pages.Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    making.html("brief", full_facts, Choices("zh-TW"))


def test_a_stream_is_compressed_once(small_facts, monkeypatch):
    """The library would do it again to sum up the file."""
    made = []
    monkeypatch.setattr(zlib, "compressobj", lambda make=zlib.compressobj, **how: made.append(make(**how)) or made[-1])
    with pikepdf.open(io.BytesIO(making.pdf("agency", small_facts, Choices("zh-CN"), Scope("MZT")))) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert len(made) == len(streams) > 10


def test_tools_for_rare_faces_wait_until_they_are_called():
    program = (
        "import sys\n"
        "from tracker.reports import pdf\n"
        "pdf.load()\n"
        "assert not {'fontTools.subset', 'fontTools.varLib'} & set(sys.modules)\n"
        "from weasyprint.pdf import fonts\n"
        "print(fonts.subset.Options(hinting=False).hinting, 'fontTools.subset' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT).stdout == "False True\n"


def test_every_page_of_simulated_books_is_marked(opened, small_facts, full_facts):
    assert small_facts.reading.simulated
    for page in opened.pages:
        assert "SAMPLE" in _text(page)
    assert "@top-center" not in making.html("brief", full_facts, Choices("zh-CN")).html


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
    assert titles[0].startswith("关于截至2021年11月30日") and any("七、" in title for title in titles)
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


def test_every_number_of_a_reminder_is_a_figure(full_facts, monkeypatch):
    """What the letters count, and the days and times of each line."""
    made = making.counted("reminder", full_facts)
    letters = chasing.reminders(full_facts, full_facts.agencies)
    assert letters and "reminder.ZRZY.items" not in full_facts.figures
    for letter in letters:
        prefix = f"reminder.{letter.agency}"
        assert made.value(f"{prefix}.items") == len(letter.items) == sum(made.value(f"{prefix}.{level}") for level in reminding.LEVELS)
        assert made.value(f"{prefix}.orders") == len(letter.instructions)
        for item in letter.items:
            assert made.value(f"{prefix}.{item.code}.nth") == item.count
            assert item.days is None or made.value(f"{prefix}.{item.code}.workdays") == abs(item.days)
            if item.cause == reminding.BEHIND:
                assert singles.figure(made, f"deed.{item.code}.behind").value == item.behind
    sent = {}
    monkeypatch.setattr("tracker.reports.pdf.render", lambda *arguments: sent.update({a.name: a.content for a in arguments[3]}) or b"")
    making.pdf("reminder", full_facts, Choices("zh-CN"), Scope("ZRZY"))
    carried = json.loads(sent["figures.json"])
    assert {id.split(".")[1] for id in carried["figures"]} == {"ZRZY"} and carried["deeds"]["ZRZY-1-1"]["values"]


def test_attachments_lead_from_figure_to_deed_to_entry_to_place(opened, small_facts, drawn):
    carried = json.loads(opened.attachments["figures.json"].get_file().read_bytes())
    assert carried["format"] == attachments.FORMAT and carried["report"]["as_of"] == "2021-11-30"
    named = carried["figures"]["book.named"]
    assert named["value"] == len(named["deeds"]) == 2
    deed = carried["deeds"][named["deeds"][0]]
    assert deed["entries"]["title"] in named["entries"]
    assert deed["items"][0]["place"] == [10, 14]
    ledger = opened.attachments["ledger.csv"].get_file().read_bytes()
    assert ledger == attachments.ledger_csv(small_facts.deeds) and ledger.count(b"\r\n") == 3
    assert [content[:4] for content in reopening.embedded(drawn)] == [b'{\n "', ledger[:4]]


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
    document = weasyprint.HTML(string=page.html, base_url=f"{pages.folders()[-1].as_uri()}/").render()
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


# An office's own folder.


def test_own_templates_and_stylesheet_are_used(tmp_path, small_facts):
    (tmp_path / "own.css").write_text(":root { --accent: #004080 }")
    (tmp_path / "first_page.html.j2").write_text("<p>本单位版式</p>")
    page = making.html("brief", small_facts, Choices("zh-CN", templates=tmp_path))
    assert "本单位版式" in page.html and 'href="own.css"' in page.html
    assert making.templates_digest(tmp_path) != making.templates_digest()


@pytest.mark.parametrize("css, colour", [
    (None, "#b5121b"), (":root { --body: 14pt }", "#b5121b"), (":root { --accent: #004080 }", "#004080"),
    (":root{--accent:rgb(0 64 128)} /* --accent: red; */", "rgb(0 64 128)"),
])  # fmt: skip
def test_the_accent_reaches_pictures_and_margins(tmp_path, small_facts, css, colour):
    if css:
        (tmp_path / "own.css").write_text(css)
    page = making.html("brief", small_facts, Choices("zh-CN", templates=tmp_path)).html
    assert f'fill="{colour}" stroke="{colour}"' in page and f"border: 1pt solid {colour};" in page
    assert colour == "#b5121b" or "#b5121b" not in page


PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
PLAIN = '{% extends "base.html.j2" %}{% block title %}x{% endblock %}{% block body %}<p class="own">x</p>BODY{% endblock %}'


@pytest.fixture
def own(tmp_path):
    """An office's folder with a page of its own, which a test adds to."""
    folder = tmp_path / "own look"
    (folder / "faces").mkdir(parents=True)
    return folder


def drawn_by(own, facts, body="") -> pikepdf.Pdf:
    (own / "agency.html.j2").write_text(PLAIN.replace("BODY", body), encoding="utf-8")
    return pikepdf.open(io.BytesIO(making.pdf("agency", facts, Choices("zh-CN", templates=own), Scope("MZT"))))


def test_own_assets_go_before_those_of_the_program(own, small_facts):
    """Stylesheet, variables, picture and face, each beside the templates; what the office has not is the program's."""
    (own / "own.css").write_text('@font-face { font-family: Ours; src: url("faces/ours.ttf") }\n.own { color: #004080; font-family: Ours }')
    (own / "letterhead.png").write_bytes(PIXEL)
    found = subprocess.run(["fc-match", "--format=%{file}", "DejaVu Sans Mono"], capture_output=True, text=True, check=True).stdout
    (own / "faces" / "ours.ttf").write_bytes(Path(found).read_bytes())
    with drawn_by(own, small_facts, '<img alt="x" src="letterhead.png">') as pdf:
        page = pdf.pages[0]
        assert b"0 0.25098 0.501961 rg" in page.Contents.read_bytes() and [str(o.Subtype) for o in page.Resources.XObject.values()] == ["/Image"]
        assert "Ours" in " ".join(str(font.BaseFont) for font in page.Resources.Font.values())
        assert round(page.mediabox[2]) == 595, "A4 is the program's print.css"
    (own / "print.css").write_text("@page { size: A5 }")
    with drawn_by(own, small_facts) as pdf:
        assert round(pdf.pages[0].mediabox[2]) == 420
    seen = making.templates_digest(own)
    (own / "faces" / "ours.ttf").write_bytes(b"")
    assert making.templates_digest(own) != seen


@pytest.mark.parametrize("css, key, value", [
    ("\np { colr: red }", "stylesheet_fault", "colr: red"),
    ("h1 ]] { color: red }", "stylesheet_broken", "h1 ]]"),
    ('@font-face { font-family: X; src: url("no.ttf") }', "asset_refused", "no.ttf"),
    (".own { background: url(http://localhost:9/x.png) }", "asset_refused", "http://localhost:9/x.png"),
    ("@import url(file:///etc/hostname);", "asset_refused", "file:///etc/hostname"),
    (".own { background: url(link.png) }", "asset_refused", "link.png"),
])  # fmt: skip
def test_a_fault_in_an_own_stylesheet_is_named(own, small_facts, css, key, value):
    (own / "own.css").write_text(css)
    (own / "link.png").symlink_to("/etc/hostname")
    with pytest.raises(BadInput, match=key) as raised:
        drawn_by(own, small_facts)
    values = raised.value.values
    assert value in str(values) and (key == "asset_refused" or values["sheet"] == "own.css")
    assert values.get("line") in (None, "2")


def test_a_template_that_is_no_text_is_named(own, small_facts):
    (own / "agency.html.j2").write_bytes(b"a\n\xff")
    with pytest.raises(BadInput, match="template_not_text") as raised:
        making.html("agency", small_facts, Choices("zh-CN", templates=own), Scope("MZT"))
    assert raised.value.values == {"template": "agency.html.j2", "line": 2}


@pytest.mark.parametrize("fault", ["{% if %}", "\n{{ nothing_of_the_kind }}", "{{ n('book.nothing') }}", "{% include 'x' %}", "{{ 1 / 0 }}"])
def test_a_fault_in_an_own_template_is_named(tmp_path, small_facts, fault):
    (tmp_path / "first_page.html.j2").write_text(fault)
    with pytest.raises(BadInput, match="template_fault") as raised:
        making.html("brief", small_facts, Choices("zh-CN", templates=tmp_path))
    assert raised.value.values["template"] == "first_page.html.j2"
    assert raised.value.values["line"] == (2 if fault.startswith("\n") else 1)


# Files.


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


def test_a_damaged_attachment_is_no_report_of_ours(tmp_path, drawn):
    at = drawn.index(b"/Type /EmbeddedFile")
    start = drawn.index(b"stream\n", at) + 20
    (tmp_path / "a.pdf").write_bytes(drawn[:start] + bytes(reversed(drawn[start : start + 40])) + drawn[start + 40 :])
    with pytest.raises(BadInput, match="pdf_not_ours"):
        reopening.read(tmp_path / "a.pdf")
