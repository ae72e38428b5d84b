"""What is drawn in a shorter way comes out the same."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
import tinyhtml5

from tracker import i18n
from tracker.reports import defaults, making, shortcuts, templates
from tracker.reports.making import Choices, Scope
from tracker.reports.pdf import render


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
        assert _faces(ours) == _faces(theirs) != []


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


def _faces(pdf) -> list[bytes]:
    """The faces that a PDF embeds, each cut down to what is shown of it."""
    return sorted(each.FontFile3.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile3" in each)


def _tags(node) -> list:
    """The tree of tags by their names."""
    children = node.get("/K", [])
    children = children if isinstance(children, pikepdf.Array) else [children]
    return [str(node.get("/S", "")), *(_tags(child) for child in children if isinstance(child, pikepdf.Dictionary))]


def test_a_list_of_an_own_page_keeps_its_marks(full_facts):
    page = "<html lang='zh-CN'><link rel=stylesheet href=print.css><title>甲</title><ul><li>乙</li><li>丙</li></ul></html>"
    with pikepdf.open(io.BytesIO(render(page, templates.folders()))) as pdf:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert operators.count("TJ") == 5, "two marks, two words, a page number"


def test_what_goes_wrong_with_a_face_is_told(full_facts, monkeypatch):
    from weasyprint.pdf.fonts import Font

    monkeypatch.setattr(Font, "subset", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        render("<html lang='zh-CN'><title>甲</title><p>乙</p></html>", templates.folders())


def test_the_renderers_own_sheets_wait_until_asked_for():
    """Whoever draws without the shortcuts finds them whole."""
    script = """
from tracker.reports import pdf
pdf.load()
import weasyprint
from weasyprint import html
rules = lambda sheet: len(sheet.matcher.lower_local_name_selectors)
before = rules(html.UA_STYLESHEET), len(html.UA_COUNTER_STYLE)
counters = weasyprint.HTML(string="<p>")._ua_counter_style()[0]
print(before == (0, 0), rules(html.UA_STYLESHEET) == rules(weasyprint.CSS(string=html.UA)) > 50, len(counters) > 40, rules(html.PH_STYLESHEET) > 5)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 4


def test_of_the_renderers_sheet_only_what_speaks_of_the_page_is_read():
    sheet = """/* p { } */
p, ul { margin: 1em }
ol, [dir] ul { padding: 0 }
[dir=rtl] { direction: rtl }
:is(p, ul) b::before { content: "a" }
::footnote-call { content: counter(footnote) }
@page {
  @top-left { text-align: left }
}
@counter-style decimal { system: numeric }
@counter-style thai { system: numeric }
"""
    assert defaults.spoken_of(sheet, {"p"}).split("\n") == [
        "", "p, ul { margin: 1em }", "", "[dir=rtl] { direction: rtl }", ':is(p, ul) b::before { content: "a" }', "",
        "@page {", "  @top-left { text-align: left }", "}", "@counter-style decimal { system: numeric }", "", "",
    ]  # fmt: skip
    assert "thai" in defaults.spoken_of(sheet, {"ul"})


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
    assert render("<html lang='zh-CN'><title>甲</title><p>乙<p>丙&nbsp;</html>", templates.folders()).startswith(b"%PDF")


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
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout == "False True\n"
