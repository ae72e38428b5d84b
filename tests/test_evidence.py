"""Files attached to entries: which are taken, how they are kept and given out. On both engines."""

from __future__ import annotations

import hashlib

import pytest
from desk import refused
from sqlalchemy import func, select

from tracker import evidence, models, plaintext

pytest_plugins = ["desk"]


def put(folder, name: str, content: bytes):
    path = folder / name
    path.write_bytes(content)
    return path


def kept(desk) -> int:
    return desk.connection.scalar(select(func.count()).select_from(models.blob))


GOOD = [
    ("验收.pdf", b"%PDF-1.7"), ("a.PDF", b"%PDF"), ("b.png", b"\x89PNG\r\n"), ("c.jpg", b"\xff\xd8\xff"), ("d.jpeg", b"\xff\xd8"),
    ("e.xlsx", b"PK\x03\x04"), ("f.docx", b"PK\x03\x04"), ("g.ofd", b"PK\x03\x04"), ("h.zip", b"PK\x03\x04"), ("i.txt", b"x"), ("j.csv", b"a,b"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), GOOD)
def test_taken_and_given(desk, tmp_path, name, content):
    [(sha256, said)] = evidence.take(desk.connection, [put(tmp_path, name, content)])
    assert (sha256, said) == (hashlib.sha256(content).hexdigest(), name)
    assert evidence.give(desk.connection, sha256) == content == evidence.give(desk.connection, sha256[:8].upper())


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.exe", b"MZ", "evidence_type"), ("noending", b"x", "evidence_type"), ("a.html", b"<html>", "evidence_type"),
        ("a.pdf", b"", "evidence_empty"), ("a.pdf", b"MZ", "evidence_not_its_type"), ("a.docx", b"%PDF", "evidence_not_its_type"),
        ("a.png", b"\xff\xd8", "evidence_not_its_type"), ("a.txt", b"", "evidence_empty"),
    ],
)  # fmt: skip
def test_refused(desk, tmp_path, name, content, key):
    refused(key, evidence.take, desk.connection, [put(tmp_path, name, content)])
    assert kept(desk) == 0


def test_too_large(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "LIMIT", 10)
    evidence.take(desk.connection, [put(tmp_path, "a.txt", b"0123456789")])
    refused("evidence_too_large", evidence.take, desk.connection, [put(tmp_path, "b.txt", b"0123456789x")])


def test_missing_or_a_folder(desk, tmp_path):
    refused("file_missing", evidence.take, desk.connection, [tmp_path / "a.pdf"])
    refused("file_missing", evidence.take, desk.connection, [tmp_path / "a"])
    (tmp_path / "b.pdf").mkdir()
    refused("evidence_is_folder", evidence.take, desk.connection, [tmp_path / "b.pdf"])


def test_the_same_bytes_are_kept_once(desk, tmp_path):
    found = [evidence.take(desk.connection, [put(tmp_path, name, b"x")])[0] for name in ("a.txt", "b.txt")]
    assert [name for _, name in found] == ["a.txt", "b.txt"] and len({sha for sha, _ in found}) == 1 == kept(desk)


def test_given_by_enough_of_its_hash(desk, tmp_path):
    [(sha256, _)] = evidence.take(desk.connection, [put(tmp_path, "a.txt", b"x")])
    for word in (sha256[:7], "0" * 64, "%%%%%%%%", "", sha256 + "0"):
        refused("evidence_unknown", evidence.give, desk.connection, word)


def test_a_name_is_plain_text(desk, tmp_path):
    name = "x\u202egpj.txt"
    [(_, said)] = evidence.take(desk.connection, [put(tmp_path, name, b"x")])
    assert said == plaintext.line(name, "evidence") and "\u202e" not in said


def test_the_same_content_twice_in_one_entry(desk, tmp_path):
    twice = [put(tmp_path, "a.txt", b"x"), put(tmp_path, "b.txt", b"x")]
    assert refused("evidence_twice", evidence.take, desk.connection, twice).values == {"file": "b.txt", "first": "a.txt"}
    refused("evidence_twice", evidence.take, desk.connection, [twice[0], twice[0]])
