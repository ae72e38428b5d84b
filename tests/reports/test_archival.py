"""What an archive's validator asks of a file, where the renderer would leave it out."""

from __future__ import annotations

from xml.etree import ElementTree

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from own_look import drawn_by, face
from PIL import Image

from tracker.errors import BadInput, ReportError

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PREDEFINED = {
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
    "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfa/ns/extension/",
}  # fmt: skip


def test_every_word_of_the_metadata_is_one_that_archives_know_or_are_told(opened):
    """PDF/A knows a few vocabularies; of any other the file has to say what each word means (ISO 19005-3, 6.6.2.3)."""
    metadata = ElementTree.fromstring(opened.Root.Metadata.read_bytes())
    told, used = set(), set()
    for schema in metadata.iter("{http://www.aiim.org/pdfa/ns/extension/}schemas"):
        for one in schema.findall(f"{RDF}Bag/{RDF}li"):
            word = {each.tag.partition("}")[2]: each for each in one}
            for each in word["property"].findall(f"{RDF}Seq/{RDF}li"):
                parts = {part.tag.partition("}")[2]: part.text for part in each}
                assert set(parts) == {"name", "valueType", "category", "description"} and all(parts.values())
                told.add(f"{{{word['namespaceURI'].text}}}{parts['name']}")
    for about in metadata.iter(f"{RDF}Description"):
        used |= {each.tag for each in about} | (set(about.keys()) - {f"{RDF}about"})
    assert "{http://www.aiim.org/pdfua/ns/id/}part" in used
    assert {word for word in used - told if word[1:].partition("}")[0] not in PREDEFINED} == set()


def test_own_pictures_are_shown_as_they_are(tmp_path, small_facts):
    """A viewer that smooths a picture shows what is not in it (6.2.8)."""
    Image.new("RGBA", (2, 2), (200, 20, 20, 128)).save(tmp_path / "seal.png")
    Image.new("RGB", (2, 2)).save(tmp_path / "photo.jpg")
    with drawn_by(tmp_path, small_facts, '<img alt="x" src="seal.png"><img alt="x" src="photo.jpg">') as pdf:
        pictures = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert len(pictures) == 3, "two and a mask"
        assert not any(picture.get("/Interpolate", False) for picture in pictures)


@pytest.mark.parametrize("body, named", [
    ('<img alt="x" src="press.jpg">', "press.jpg"),
    ('<p style="color: device-cmyk(0 1 1 0)">x</p>', "agency.html.j2"),
    ('<p style="border: 1pt solid device-cmyk(0 1 1 0)">x</p>', "agency.html.j2"),
])  # fmt: skip
def test_colours_of_a_printing_press_are_refused_and_named(tmp_path, small_facts, body, named):
    """They mean nothing beside the sRGB that the file declares (6.2.4.3)."""
    Image.new("RGB", (2, 2)).save(tmp_path / "another.jpg")
    if "press" in body:
        Image.new("CMYK", (2, 2)).save(tmp_path / "press.jpg")
    with pytest.raises(BadInput, match="print_colours") as raised:
        drawn_by(tmp_path, small_facts, body)
    assert raised.value.values == {"file": named}


def test_characters_that_only_one_machine_knows_stop_it(tmp_path, small_facts):
    """A font of the machine may draw them; what is read in an archive is a number without a meaning (6.2.11.7.3)."""
    font = TTFont(face())
    for table in filter(lambda each: each.isUnicode(), font["cmap"].tables):
        table.cmap[0xE810] = "A"
    font.save(tmp_path / "ours.ttf")
    (tmp_path / "own.css").write_text('@font-face { font-family: Ours; src: url("ours.ttf") } p { font-family: Ours }')
    with pytest.raises(ReportError, match="characters_private") as raised:
        drawn_by(tmp_path, small_facts, "<p>B\ue810</p>")
    assert raised.value.values["characters"] == "\ue810 (U+E810)"
    with drawn_by(tmp_path, small_facts, "<p>BA</p>") as pdf:
        assert "Ours" in " ".join(str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values())
