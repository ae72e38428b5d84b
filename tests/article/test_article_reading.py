"""Bytes → raw text, and everything that is no article refused in one line."""

import pytest

from tracker.article import read
from tracker.article.reading import LARGEST
from tracker.errors import BadInput
from tracker.i18n import LANGUAGES, Catalogue

TEXT = "省教育厅推进四大专项行动。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
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
        (b"PK\x03\x04 a docx", "article_is_office"),
        (b"\xd0\xcf\x11\xe0 a doc", "article_is_office"),
        (b"{\\rtf1 text}", "article_is_office"),
        (b"\x7fELF\x00\x00\x01", "article_is_binary"),
        (bytes(range(1, 32)) * 40, "article_is_binary"),
        (TEXT.encode("utf-16"), "article_encoding"),
        ("長者福利".encode("big5") * 40, "article_encoding"),
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
