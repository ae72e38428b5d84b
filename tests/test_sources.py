"""The texts that announced the commitments: places, quotes, attaching. On both engines."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from desk import refused
from sqlalchemy import func, select

from tracker import models, proposal, sources
from tracker.deeds import find, items

pytest_plugins = ["desk"]
ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "data" / "article.txt"
needs_article = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the checkout (../shared/data/article.txt)")

TEXT = "前言。\n\n甲厅开展学生减负、教师减压等两项行动。后记。\n"


@pytest.fixture
def attached(desk, tmp_path):
    """A source of its own, its text attached."""
    content = TEXT.encode()
    start = TEXT.index("教师减压")
    desk.take_in(
        "format: practical-deeds/1\n"
        f"source: {{key: small, sha256: {hashlib.sha256(content).hexdigest()}, year: 2021, year_basis: 推断}}\n"
        "commitments:\n  - {key: c, agency: JYT, name: 两项行动, kind: action_group, declared: 2, place: [6, 25],\n"
        f'     items: [{{key: "1", title: 教师减压二, place: [{start}, {start + 4}]}}]}}\n'
    )
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    return path


def places(desk, code: str):
    return sources.places(desk.connection, find(desk.connection, code).id)


def test_places(desk, attached):
    [named], [counted] = places(desk, "JYT-2-1"), places(desk, "JYT-2-2")
    assert (named.source, named.item, named.announced, named.of) == ("small", 1, True, "item")
    assert TEXT[named.start : named.end] == "教师减压"
    assert (counted.of, counted.start, counted.end) == ("commitment", 6, 25)
    assert named.as_json()["sha256"] == named.sha256


def test_words_only_when_the_text_is_attached(desk, attached):
    [place] = places(desk, "JYT-2-1")
    assert sources.quote(desk.connection, place) is None
    known = sources.attach(desk.connection, attached)
    assert known.key == "small"
    quote = sources.quote(desk.connection, place)
    assert (quote.words, quote.before, quote.after) == ("教师减压", "甲厅开展学生减负、", "等两项行动。")
    assert quote.paragraph == 2 and quote.as_json()["words"] == "教师减压"


def test_an_added_deed_has_no_place(desk, attached):
    code = items.add(desk.as_("JYT"), "JYT-2", "补报")
    [place] = places(desk, code)
    assert not place.announced


def test_a_place_beyond_the_text_quotes_nothing(desk, attached):
    from dataclasses import replace

    sources.attach(desk.connection, attached)
    [place] = places(desk, "JYT-2-1")
    assert sources.quote(desk.connection, replace(place, end=10_000)) is None
    assert sources.quote(desk.connection, replace(place, start=None, end=None)) is None
    assert sources.quote(desk.connection, replace(place, sha256=None)) is None


def test_the_register(desk, attached):
    first, second = sources.register(desk.connection)
    assert (first.key, first.commitments, first.attached, first.year) == ("jiangsu-2021", 12, False, 2021)
    assert first.year_basis and first.title is None and first.published_on is None
    assert (second.key, second.commitments) == ("small", 1)
    sources.attach(desk.connection, attached)
    assert [each.attached for each in sources.register(desk.connection)] == [False, True]


def test_another_text_is_refused(desk, tmp_path):
    (tmp_path / "b.txt").write_text("别的")
    said = refused("source_hash_unknown", sources.attach, desk.connection, tmp_path / "b.txt").values
    assert said["sha256"] == hashlib.sha256("别的".encode()).hexdigest()
    refused("file_missing", sources.attach, desk.connection, tmp_path / "none.txt")
    refused("file_unreadable", sources.attach, desk.connection, tmp_path)
    assert desk.connection.scalar(select(func.count()).select_from(models.blob)) == 0


@needs_article
def test_every_shipped_place_has_words_in_the_article(desk):
    sources.attach(desk.connection, ARTICLE)
    for code in ("JYT-1-3", "SCJG-1-17", "ZRZY-1-4", "SJGW-1-1", "ZJT-1-1"):
        [place] = places(desk, code)
        quote = sources.quote(desk.connection, place)
        assert quote.words and quote.paragraph > 0
        assert len(quote.words) == place.end - place.start


@pytest.mark.parametrize(
    ("said", "found"),
    [(", file: a.txt, sha256: RIGHT", b"text"), (", file: b.txt, sha256: RIGHT", None), (", file: a.txt", None), ("", None)],
)
def test_the_text_beside_the_file(tmp_path, said, found):
    """`file` of a source, as seen from the YAML."""
    (tmp_path / "a.txt").write_bytes(b"text")
    assert sources.beside(_source(said.replace("RIGHT", hashlib.sha256(b"text").hexdigest())), tmp_path) == found


def test_another_text_beside_the_file_is_refused(tmp_path):
    """Its places would be others."""
    (tmp_path / "a.txt").write_bytes(b"another")
    refused("source_text_differs", sources.beside, _source(f", file: a.txt, sha256: {'0' * 64}"), tmp_path)


def _source(said: str) -> proposal.Source:
    text = f"format: practical-deeds/1\nsource: {{key: s{said}}}\ncommitments: [{{key: c, agency: JYT, name: 名, kind: list}}]\n"
    return proposal.loads(text, "f").source
