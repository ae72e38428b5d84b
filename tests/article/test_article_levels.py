"""Levels that are to be reached, and how many there are to be: 控制在35微克以下, 由60%提高到85%, 全部清零."""

import pytest
from short_texts import deeds, found


@pytest.mark.parametrize(
    ("text", "title", "quantity", "unit"),
    [
        ("市生态环境局今年PM2.5平均浓度控制在35微克/立方米以下。", "PM2.5平均浓度控制在35微克/立方米以下", "35", "微克/立方米"),
        ("市生态环境局将PM2.5浓度控制在35微克以下。", "PM2.5浓度控制在35微克以下", "35", "微克"),
        ("市生态环境局确保空气优良天数达到310天。", "空气优良天数达到310天", "310", "天"),
        ("市卫健委把平均候诊时间压缩到20分钟以内。", "平均候诊时间压缩到20分钟以内", "20", "分钟"),
        ("市教育局今年新增学位近万个。", "新增学位近万个", "1", "万个"),
        ("市教育局今年新增学位超过万个。", "新增学位超过万个", "1", "万个"),
        ("市民政局2026年养老床位达到2万张。", "养老床位达到2万张", "2", "万张"),
        ("市教育局力争到2027年公办学位达到3万个。", "公办学位达到3万个", "3", "万个"),
        ("市教育局将公办园覆盖率由60%提高到85%。", "公办园覆盖率由60%提高到85%", "85", "%"),
        ("市水务局2026年底前自来水普及率由60%提高到85%。", "自来水普及率由60%提高到85%", "85", "%"),
        ("市城管局年内实现垃圾分类覆盖率100%。", "垃圾分类覆盖率100%", "100", "%"),
        ("市住建局2026年实现“三无小区”全部清零。", "实现“三无小区”全部清零", None, None),
        ("市交通局公交准点率要提高到90%。", "公交准点率要提高到90%", "90", "%"),
        ("市交通局改建道路5.6km。", "改建道路5.6km", "5.6", "km"),
        ("市总工会计划为5000名职工体检。", "为5000名职工体检", "5000", "名"),
        ("市卫健委将访视老人9000案次。", "访视老人9000案次", "9000", "案次"),
    ],
)
def test_a_level_is_a_target(text, title, quantity, unit):
    assert [(len(items), items[0]) for _, _, _, items in deeds(text)] == [(1, (title, quantity, unit))]


@pytest.mark.parametrize(
    "text",
    [
        "市民政局2025年养老床位达到2万张。",
        "2026年，市民政局养老床位已达到2万张。",
        "市民政局养老床位达到2万张。",
        "市住建局2025年实现“三无小区”全部清零。",
        "市教育局今年公办学位达到3万个，比去年增长5%。",
    ],
)
def test_a_level_that_was_reached_is_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize("text", ["市图书馆4月1日起推出错峰阅读。", "市图书馆、市博物馆暑期延长开放时间至21时。", "市第一中学9月起开设心理课。", "市水务局供水普及率100%，居第一。", "市交通运输局投放夜班车60辆次。"])
def test_what_an_organ_has_a_number_or_a_day_for_is_lost_in_silence_never(text):
    told = found(text)
    assert told.commitments or told.left_out


def test_what_a_meeting_counts_is_no_number_of_an_organ():
    assert found("会上，市民政局、市残联等6个单位作了交流发言。").left_out == ()


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("省教育厅到2027年实现中小学专职心理教师全覆盖。", "中小学专职心理教师全覆盖", "2027"),
        ("省教育厅年底前实现课后服务全覆盖。", "课后服务全覆盖", "2026-12-31"),
    ],
)
def test_what_is_to_be_everywhere_is_promised(text, title, due):
    (one,) = found(text).commitments
    assert [(item.title, item.due) for item in one.items] == [(title, due)]


def test_where_a_named_thing_is_to_be_is_its_item():
    (one,) = found("省司法厅实施“法律明白人”培养工程，年底前实现法律顾问全覆盖。").commitments
    assert (one.name, one.items[-1].title) == ("“法律明白人”培养工程", "法律顾问全覆盖")


@pytest.mark.parametrize("words", ["年底前实现市、县两级全覆盖", "年底前实现主城区街道全覆盖", "已实现课后服务全覆盖", "实现课后服务全覆盖"])
def test_where_something_told_before_will_be_or_is_is_no_deed(words):
    assert found(f"省教育厅{words}。").commitments == ()


@pytest.mark.parametrize(("words", "title"), [("将“免申即享”率提升到90%", "“免申即享”率提升到90%"), ("力争“一网通办”率达到95%", "“一网通办”率达到95%"), ("年底前“物业进社区”覆盖率达到80%", "“物业进社区”覆盖率达到80%")])
def test_a_level_of_what_has_a_name_in_quotes(words, title):
    assert [items[0][0] for *_, items in deeds(f"市住建局{words}。")] == [title]


@pytest.mark.parametrize(("words", "reason"), [("覆盖率达到90%以上", "已经完成的工作或统计数字"), ("力争覆盖率达到90%", "像承诺，但没有认出句式；确是承诺的，请自行补列")])
def test_a_level_behind_a_named_thing_is_told_of(words, reason):
    told = found(f"市邮政管理局推进“快递进村”工程，{words}。")
    assert [one.name for one in told.commitments] == ["“快递进村”工程"]
    assert [one.reason for one in told.left_out] == [reason]
