"""By what means something is done is no deed: 依托“…”工程, 以“…”为抓手; what is done by it is one."""

import pytest
from short_texts import deeds, found


@pytest.mark.parametrize(
    ("lever", "name"),
    [
        ("依托“我为群众办实事”活动", "“我为群众办实事”活动"),
        ("借助“暖冬”行动", "“暖冬”行动"),
        ("借力“千村示范”工程", "“千村示范”工程"),
        ("依托“青年之家”为载体", "“青年之家”"),
        ("以“三服务”活动为抓手", "“三服务”活动"),
    ],
)
@pytest.mark.parametrize("words", ["新建服务站20个", "将打造夜市5处", "将为500名老人配发手环", "年底前培训职工2000人"])
def test_the_means_is_context_and_what_is_done_by_it_a_deed(lever, name, words):
    told = found(f"市民政局{lever}，{words}。")
    assert [one.name for one in told.context] == [name]
    assert [(one.agency_name, one.name) for one in told.commitments] == [("市民政局", words.removeprefix("将").removeprefix("年底前"))]


@pytest.mark.parametrize("lever", ["依托“幸福里”工程", "结合老旧小区改造项目", "围绕一刻钟便民生活圈建设"])
def test_the_means_gives_no_deed_its_name(lever):
    assert [name for _, name, *_ in deeds(f"市民政局将{lever}，新建助餐点20处，年底前完成。")] == ["新建助餐点20处"]


def test_what_is_done_for_people_by_some_means_needs_no_word_that_looks_ahead():
    assert [name for _, name, *_ in deeds("市民政局借助“暖冬”行动，为500名老人配发手环。")] == ["为500名老人配发手环"]
    assert deeds("去年，市民政局借助“暖冬”行动，为500名老人配发手环。") == []
