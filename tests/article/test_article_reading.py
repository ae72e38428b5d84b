"""Bytes → raw text, and everything that is no article refused in one line."""

import io
import zipfile

import pytest

from tracker.article import read
from tracker.article.reading import LARGEST
from tracker.errors import BadInput
from tracker.i18n import LANGUAGES, Catalogue

TEXT = "省教育厅推进四大专项行动。\n"


def packed(*names: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name in names:
            file.writestr(name, "x" * 100)
    return archive.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_reads_either_encoding_with_or_without_mark(encoding):
    assert read(TEXT.encode(encoding)) == TEXT


def test_reads_gb18030_with_its_own_mark():
    assert read(b"\x84\x31\x95\x33" + TEXT.encode("gb18030")) == TEXT


def test_changes_nothing_so_that_offsets_hold():
    raw = "<p>一\u202e、二</p>\r\n\x0c三"
    assert read(raw.encode()) == raw


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "article_empty"),
        (" \n　\t".encode(), "article_empty"),
        (b"\xef\xbb\xbf", "article_empty"),
        (b"%PDF-1.7 ...", "article_is_pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "article_is_office"),
        (packed("mimetype", "content.xml"), "article_is_office"),
        (packed("通知.txt"), "article_is_zip"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "article_is_sheet"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "article_is_office"),
        (packed("[Content_Types].xml", "word/embeddings/xl/workbook.xml"), "article_is_office"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "article_is_sheet"),
        (b"\xd0\xcf\x11\xe0 a doc", "article_is_office"),
        (b"{\\rtf1 xl/ text}", "article_is_office"),
        (b"\x7fELF\x00\x00\x01", "article_is_binary"),
        (bytes(range(1, 32)) * 40, "article_is_binary"),
        (TEXT.encode("utf-16-le"), "article_encoding_other"),
        (TEXT.encode("utf-16-be"), "article_encoding_other"),
        (TEXT.encode("utf-32"), "article_encoding_other"),
        (b"\xff\xfe\x01", "article_encoding"),
        ("長者福利".encode("big5") * 40, "article_encoding"),
        ("省教育廳今年將新建幼兒園20所，年底前完成。".encode("big5"), "article_encoding_other"),
        ("教育委員会は今年、保育園を20か所新設します。".encode("euc-jp"), "article_encoding"),
        ("教育委員会は今年、保育園を20か所新設します。".encode("shift_jis"), "article_encoding"),
        ("教育委員会は今年、保育園を20か所新設します。".encode("iso2022_jp"), "article_encoding"),
        ("시교육청은 올해 유치원 20곳을 신설하고".encode("euc-kr"), "article_encoding"),
        (TEXT.encode("hz"), "article_encoding"),
        (TEXT.encode("shift_jis", "ignore") * 40, "article_encoding"),
        (b"\xff\xff\xff text", "article_encoding"),
        (b"a" * (LARGEST + 1), "article_too_large"),
    ],
)
def test_refuses_in_one_line(data, key):
    with pytest.raises(BadInput) as caught:
        read(data)
    assert caught.value.key == f"errors.{key}"
    for language in LANGUAGES:
        line = Catalogue(language)(caught.value.key, **caught.value.values)
        assert "\n" not in line and "→" in line


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_text_is_told_with_its_line(encoding):
    whole = (TEXT * 9).encode(encoding)
    with pytest.raises(BadInput) as caught:
        read(whole + b"\xff\xff"[: 1 + (encoding == "gb18030")] + whole)
    assert caught.value.key == "errors.article_damaged"
    assert caught.value.values == {"encoding": encoding.upper(), "line": 10}


@pytest.mark.parametrize("text", ["养老", "清单\n某某道路第一标段\n某某路第二标段\n", "鸟巢", "一、新建口袋公园\n二、改造老旧小区\n", "〔2024〕8号"])
def test_short_texts_without_common_words_are_read(text):
    assert read(text.encode("gb18030")) == text


def test_reads_what_is_just_small_enough():
    assert len(read(b"a" * LARGEST)) == LARGEST


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "article_is_mht"),
        ("市教育局推进五项行动，年底前完成。".encode().decode("cp1252", "ignore").encode() * 9, "article_encoding"),
        ("锟斤拷锟斤拷推锟斤拷".encode() * 20, "article_encoding"),
    ],
)
def test_archives_and_texts_read_wrongly_before_are_refused(data, fault):
    with pytest.raises(BadInput) as refused:
        read(data)
    assert refused.value.key == f"errors.{fault}"
