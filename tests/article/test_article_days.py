"""Days of the text: which may be a deadline, and which are over or an event's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.article import extract

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "article.txt"
PUBLISHED = date(2021, 6, 10)
OF_EVENTS = """\
5月14日，市文旅局联合两区文旅局举行“书香到家”启动仪式，首批启动实施的17个阅读项目惠及社区居民。
5月14日，市文旅局举行启动仪式，将建设书房20个。
5月20日，市民政局召开推进会，计划新建助餐点30个。
6月8日，记者从市教育局获悉，市教育局将新建学校20所。
6月1日，市卫健委启动“护苗行动”，计划为2万名儿童免费筛查。
5月31日，市交通局推出10项便民举措，将开通公交线路5条。
6月5日上午，市农业农村局举办开工仪式，计划改造农田5000亩。
5月18日，市残联在人民广场举行仪式，市残联将为900名残疾人适配辅具。
""".splitlines()


def dues(raw: str, published: date | None) -> set[str | None]:
    found = extract(raw, (), published).commitments
    assert found
    return {part.due for one in found for part in (one, *one.items)}


@pytest.mark.parametrize("sentence", OF_EVENTS)
@pytest.mark.parametrize("published", [PUBLISHED, date(2021, 5, 1), None])
def test_the_day_of_an_event_is_no_deadline(sentence, published):
    """Neither where the day of publication is known nor where the text tells only its year."""
    assert dues(sentence if published else f"2021年惠民消息\n\n{sentence}", published) == {None}


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("5月底前，市水务局将完成管网改造12公里。", None),
        ("6月10日前，市水务局将完成管网改造12公里。", None),
        ("6月11日前，市水务局将完成管网改造12公里。", "2021-06-11"),
        ("市水务局将改造管网12公里，自5月1日起执行。", None),
        ("年底前，市园林局将新建公园6个。", "2021-12-31"),
        ("今年，市园林局将新建公园6个。", "2021"),
        ("7月1日，市人社局将举办招聘会12场。", "2021-07-01"),
        ("6月30日前，市医保局将推出便民措施8项。", "2021-06-30"),
    ],
)
def test_a_deadline_lies_behind_the_day_of_publication(sentence, due):
    assert dues(sentence, PUBLISHED) == {due}


def test_the_day_that_the_text_says_counts_as_the_day_of_publication():
    assert dues("某网 2021-06-10 09:12 来源：某报\n5月底前，市水务局将完成管网改造12公里。\n", None) == {None}


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the checkout (../shared/data/article.txt)")
@pytest.mark.parametrize("published", [None, PUBLISHED, date(2021, 5, 10), date(2021, 5, 20)])
def test_the_article_names_no_deadline_whenever_it_was_published(published):
    from tracker import proposal, resources
    from tracker.article import read

    agencies = proposal.load(resources.folder("seeds") / "agencies.yaml").agencies
    found = extract(read(ARTICLE.read_bytes()), agencies, published).commitments
    assert {part.due for one in found for part in (one, *one.items)} == {None}
    (launched,) = [one for one in found if one.starts]
    assert (launched.agency, launched.starts[1:]) == ("SJGW", (5, 14))
