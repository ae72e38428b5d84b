"""What a saved page says of its article in its head."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from article_gold import DIRECTORY

from tracker.article import extract, page_of, proposal_yaml, sentence, stated_day, stated_publisher, stated_title
from tracker.cli.extract import _told_by_the_text

BODY = "<body><p>市教育局将新建幼儿园20所，年底前完成。</p></body>"
HEAD = (
    '<title>关于民生实事的通知_某某政府网</title><meta name="SiteName" content="某某政府网" />'
    '<meta name="ArticleTitle" content="关于&ldquo;民生实事&rdquo;的\u202e通知"><meta content="2024-02-18 10:20" name="PubDate">'
    "<meta name='ContentSource' content='来源：某报'>"
)


def page(head: str) -> str:
    return f"<html><head>{head}</head>{BODY}</html>"


def test_the_head_of_a_government_page():
    found = page_of(page(HEAD))
    assert (found.title, found.publisher, found.day) == ("关于“民生实事”的通知", "某报", date(2024, 2, 18))
    assert dict(found.said_in) == {"title": "<meta ArticleTitle>", "publisher": "<meta ContentSource>", "day": "<meta PubDate>"}


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", (None, None, None)),
        ("<title> 甲\n乙 </title>", ("甲 乙", None, None)),
        ('<title>甲 - 某网</title><meta property="og:site_name" content="某网">', ("甲", "某网", None)),
        ('<title>甲_某日报</title><meta name="ContentSource" content="来源：某日报">', ("甲", "某日报", None)),
        ('<meta property="og:title" content="甲"><title>甲_某网</title>', ("甲", None, None)),
        ('<meta property="article:published_time" content="2024-03-05T08:00:00+08:00">', (None, None, date(2024, 3, 5))),
        ('<meta name="PubDate" content="20240305">', (None, None, date(2024, 3, 5))),
        ('<meta name="PubDate" content="2024-13-05">', (None, None, None)),
        ('<meta name="PubDate" content="2024-01-26"><meta name="ArticleTitle" content="">', (None, None, date(2024, 1, 26))),
        (f"<title>{'长' * 900}</title>", ("长" * 300, None, None)),
    ],
)
def test_other_heads(head, told):
    found = page_of(page(head))
    assert (found.title, found.publisher, found.day) == told


def test_plain_text_has_no_head():
    assert page_of("标题<title>甲</title").title is None


def test_the_proposal_says_where_it_is_from_and_what_is_given_counts_more():
    raw = page(HEAD)
    source = {"key": "a", "title": None, "publisher": "别处", "published_on": None}
    _told_by_the_text(source, raw)
    text = proposal_yaml(extract(raw, DIRECTORY), raw, source)
    read = yaml.safe_load(text)["source"]
    assert (read["title"], read["publisher"], read["published_on"]) == ("关于“民生实事”的通知", "别处", date(2024, 2, 18))
    assert "# 取自网页中的 <meta PubDate>，请核对：\n  published_on" in text and "ContentSource" not in text


def test_the_year_of_the_page_is_the_year_of_its_deadlines():
    (found,) = extract(page('<meta name="PubDate" content="2023-02-18">'), DIRECTORY).commitments
    assert found.due == "2023-12-31" and "2023" in (found.due_basis or "")
    assert stated_day(page("")) is None


PLAIN = "{}\n市教育局将新建幼儿园20所，年底前完成。\n"


@pytest.mark.parametrize(
    ("raw", "title", "publisher"),
    [
        (PLAIN.format("惠民消息一览\n来源：某某日报"), "惠民消息一览", "某某日报"),
        (PLAIN.format("惠(huì)民(mín)消息\n發(fā)布時間：2022-04-08  來(lái)源：某报 作者：甲"), "惠民消息", "某报"),
        (PLAIN.format("2022-04-08 09:12 稿源：某网"), None, "某网"),
        (PLAIN.format("市教育局今天发布了消息。"), None, None),
        (PLAIN.format("一、教育"), None, None),
        ("惠民消息一览", None, None),
        (page(""), None, None),
    ],
)
def test_what_a_plain_text_says_of_itself(raw, title, publisher):
    for found, told in ((stated_title(raw), title), (stated_publisher(raw), publisher)):
        assert (found and found[0]) == told
        assert told is None or (raw[found[1][0]] == told[0] and raw[found[1][1] - 1] in (told[-1], ")"))


def test_the_proposal_quotes_where_a_plain_text_says_it():
    raw = PLAIN.format("惠民消息一览\n来源：某某日报")
    source = {"key": "a", "title": None, "publisher": None, "published_on": date(2022, 4, 8)}
    _told_by_the_text(source, raw)
    text = proposal_yaml(extract(raw, DIRECTORY), raw, source)
    assert "# 取自原文，请核对：§1 ⟦惠民消息一览⟧\n  title: 惠民消息一览" in text
    assert "# 取自原文，请核对：⟦某某日报⟧\n  publisher: 某某日报" in text
    assert "published_on: 2022-04-08" in text and "发布日期取自" not in text


def test_what_a_page_says_above_its_article_is_quoted():
    raw = "<html><body><h1>惠民消息</h1><p>发布日期：2024-03-01</p><p>市教育局将新建学校5所。</p></body></html>"
    start = raw.index("2024-03-01")
    source = {"key": "a", "published_on": date(2024, 3, 1), "said_at": {"published_on": (start, start + 10)}}
    assert "请核对：⟦2024-03-01⟧\n  published_on: 2024-03-01" in proposal_yaml(extract(raw, DIRECTORY), raw, source)


def test_a_quote_of_several_paragraphs_shows_where_they_end():
    raw = "市教育局2025年工作要点\n\n今年抓好以下工作。\n一、建设学校\n1.新建学校5所。\n2.改造食堂30个。\n"
    for text in (raw, "".join(f"<p>{line}</p>" for line in raw.splitlines())):
        assert sentence(text, 0, text.index("5所"))[1] == "市教育局2025年工作要点／今年抓好以下工作。／一、建设学校／1.新建学校"
