"""An office's own folder: its templates, stylesheet, pictures and faces, and the faults in them."""

from __future__ import annotations

import base64

import pytest
from own_look import drawn_by, face

from tracker.cli import main
from tracker.errors import BadInput
from tracker.reports import making, templates
from tracker.reports.making import Choices, Scope


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


@pytest.fixture
def own(tmp_path):
    """An office's folder with a page of its own, which a test adds to."""
    folder = tmp_path / "own look"
    (folder / "faces").mkdir(parents=True)
    return folder


def test_own_assets_go_before_those_of_the_program(own, small_facts):
    """Stylesheet, variables, picture and face, each beside the templates; what the office has not is the program's."""
    (own / "own.css").write_text('@font-face { font-family: Ours; src: url("faces/ours.ttf") }\n.own { color: #004080; font-family: Ours }')
    (own / "letterhead.png").write_bytes(PIXEL)
    (own / "faces" / "ours.ttf").write_bytes(face().read_bytes())
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
    ("/* a\n*/ :root{ --accent: #zzz; }", "stylesheet_fault", "--accent: #zzz"),
    (":root{\n--body: 12foo }", "stylesheet_fault", "--body: 12foo"),
    (":root{\n--bodyy: 12pt }", "variable_unknown", "--body"),
])  # fmt: skip
def test_a_fault_in_an_own_stylesheet_is_named(own, small_facts, css, key, value):
    (own / "own.css").write_text(css)
    (own / "link.png").symlink_to("/etc/hostname")
    with pytest.raises(BadInput, match=key) as raised:
        drawn_by(own, small_facts)
    values = raised.value.values
    assert value in str(values) and (key == "asset_refused" or values["sheet"] == "own.css")
    assert str(values.get("line", 2)) == "2"


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


@pytest.mark.parametrize("reach", [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ facts.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ n.__globals__ }}", "{{ facts.figures.clear() }}",
    "{% for i in range(10 ** 9) %}{% endfor %}",
])  # fmt: skip
def test_an_own_template_reaches_nothing_but_the_facts(tmp_path, small_facts, reach):
    (tmp_path / "first_page.html.j2").write_text(f"\n{reach}")
    with pytest.raises(BadInput, match="template_fault") as raised:
        making.html("brief", small_facts, Choices("zh-CN", templates=tmp_path))
    assert raised.value.values["template"] == "first_page.html.j2" and raised.value.values["line"] == 2


def test_a_link_out_of_the_folder_is_no_template(tmp_path, small_facts):
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (own / "link.txt").symlink_to(tmp_path / "secret.txt")
    (own / "first_page.html.j2").write_text('{% include "link.txt" %}')
    with pytest.raises(BadInput, match="template_outside") as raised:
        making.html("brief", small_facts, Choices("zh-CN", templates=own))
    assert raised.value.values == {"template": "link.txt"}


@pytest.mark.parametrize("kind", ["brief", "agency", "ledger", "reminder"])
def test_our_own_templates_keep_to_what_an_office_may(tmp_path, full_facts, kind):
    """Copied into an office's folder they say the same."""
    scope = Scope("SCJG" if kind == "agency" else None)
    plain, boxed = (making.html(kind, full_facts, Choices("zh-CN", templates=own), scope).html for own in (None, tmp_path))
    assert plain == boxed


@pytest.mark.parametrize(("names", "unused"), [
    ({"own.css": "", "brief.html.j2": ""}, []),
    ({"style.css": "a {", "base.html": "{% if %}"}, ["base.html", "style.css"]),
    ({"own.css": '@import "colours.css";', "colours.css": "", "first_page.html.j2": '{% include "parts/head.html" %}', "parts/head.html": "", "logo.png": ""}, []),
    ({"alone.css": '@import "other.css";', "other.css": "", "README.md": ""}, ["alone.css", "other.css"]),
    ({"sub/print.css": ""}, ["sub/print.css"]),
])  # fmt: skip
def test_a_file_that_overrides_nothing_is_named(tmp_path, names, unused):
    for name, text in names.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found, known = templates.unused(tmp_path)
    assert found == unused and {"own.css", "print.css", "base.html.j2"} < set(known)


def test_the_report_is_made_and_says_what_it_did_not_use(desk, capsys):
    (desk / "own").mkdir()
    (desk / "own" / "style.css").write_text("a {")
    assert main(["report", "brief", "--templates", "own", "-o", "a.pdf"]) == 0
    said = capsys.readouterr()
    assert (desk / "a.pdf").exists() and said.out == "a.pdf\n"
    assert "没有用到" in said.err and "style.css" in said.err and "own.css、print.css" in said.err
