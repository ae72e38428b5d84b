"""What the words behind say of all before them: whose it is, by when."""

from datetime import date

import pytest
from short_texts import deeds

from tracker.article import extract

MARKS = ("①新建社区食堂20个", "②改造养老院5所", "③培训护理员300名")
TURNS = ("一是新建社区食堂20个", "二是改造养老院5所", "三是培训护理员300名")


def told(text):
    """Whose, with whom and by when each item is."""
    return [(one.agency_name, one.joint, item.due) for one in extract(text, (), date(2026, 2, 3)).commitments for item in one.items]


@pytest.mark.parametrize("listed", ["".join(f"\n{one}。" for one in MARKS) + "\n", "；".join(MARKS) + "。"])
@pytest.mark.parametrize(
    ("behind", "joint", "due"),
    [
        ("以上由市人社局负责，11月底前完成。", (), "2026-11-30"),
        ("上述任务由市人社局牵头，市财政局配合，确保11月底前完成。", ("市财政局",), "2026-11-30"),
        ("以上各项任务均由市人社局、市财政局共同负责落实。", ("市财政局",), None),
    ],
)
def test_who_and_when_behind_the_points_is_that_of_all(listed, behind, joint, due):
    assert told(f"今年重点工作：{listed}{behind}") == [("市人社局", joint, due)] * 3


def test_points_that_are_given_away_behind_them_need_no_words_over_them():
    text = "关于做好养老服务的通知\n新建社区食堂20个，改造养老院5所。\n推进适老化改造500户。\n以上工作由市民政局负责，年底前完成。"
    assert told(text) == [("市民政局", (), "2026-12-31")] * 3
    text = "技能培训\n" + "。\n".join(MARKS) + "。\n上述工作由市人社局牵头负责。"
    assert told(text) == [("市人社局", (), None)] * 3


@pytest.mark.parametrize("lead", ["市民政局将做好以下工作：", "市民政局将重点抓好三件事：", "市民政局将做好以下工作。"])
@pytest.mark.parametrize("mark", ["；", "，", "。"])
@pytest.mark.parametrize("behind", ["。以上任务年底前完成。", "，年底前全部完成。", "，年底前要全部完成。"])
def test_the_day_behind_a_run_is_that_of_all(lead, mark, behind):
    assert {due for *_, due in told(lead + mark.join(TURNS) + behind)} == {"2026-12-31"}


@pytest.mark.parametrize("behind", ["。以上任务年底前完成。", "，年底前全部完成。"])
def test_a_run_right_behind_its_owner(behind):
    assert told(f"市民政局{'；'.join(TURNS)}{behind}") == [("市民政局", (), "2026-12-31")] * 3


def test_a_part_of_its_own_closes_those_before_it():
    assert [due for *_, due in told("市民政局计划新建食堂20个；改造养老院5所；培训护理员300名；年底前全部完成。")] == ["2026-12-31"] * 3


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("市民政局计划新建食堂20个；改造养老院5所，年底前完成；培训护理员300名。", [None, "2026-12-31", None]),
        ("市民政局一是新建食堂20个；二是改造养老院5所，6月底前全部完成；三是培训护理员300名。", [None, "2026-06-30", None]),
        ("市民政局计划新建食堂20个；改造养老院5所，6月底前完成。上述任务年底前全部完成。", ["2026-12-31", "2026-06-30"]),
        ("市民政局计划新建食堂20个。以上工作6月底前完成招标。", [None]),
    ],
)
def test_the_day_of_one_is_none_of_the_others(text, dues):
    assert [due for *_, due in told(text)] == dues


@pytest.mark.parametrize("text", ["去年，全市新建食堂20个，改造养老院5所。以上工作由市民政局负责。", "全市现有养老院20所。以上数据由市统计局负责。"])
def test_what_is_done_is_no_promise_by_whose_it_was(text):
    assert deeds(text) == []


@pytest.mark.parametrize("listed", ["；".join(MARKS), "；".join(TURNS), "；".join(one[1:] for one in MARKS), "今年办好以下实事：" + "；".join(MARKS)])
@pytest.mark.parametrize(
    ("behind", "joint", "due"),
    [
        ("由市人社局牵头，市财政局、市妇联配合，年底前完成。", ("市财政局", "市妇联"), "2026-12-31"),
        ("均由市人社局负责实施，力争10月底前全部完成。", (), "2026-10-31"),
        ("该项工作由市人社局牵头，市财政局配合。", ("市财政局",), None),
    ],
)
def test_a_sentence_of_nothing_but_who_and_when_tells_of_the_row_before_it(listed, behind, joint, due):
    assert told(f"新建学校2所（市教育局）。{listed}。{behind}改造公厕5座（市城管局）。")[1:-1] == [("市人社局", joint, due)] * 3


def test_a_row_in_which_each_has_its_own_is_nobody_else_s():
    text = "市教育局将新建学校5所；市民政局将新建社区食堂20个。由市发改委牵头，年底前完成。"
    assert {owner for owner, *_ in told(text)} == {"市教育局", "市民政局"}


@pytest.mark.parametrize(
    ("behind", "due"), [("完成时限均为12月底。", "2026-12-31"), ("上述实事年内全部完成。", "2026"), ("以上项目完成时间统一为9月30日前。", "2026-09-30")]
)
def test_a_limit_in_a_line_below_is_that_of_all(behind, due):
    lines = "\n".join(f"{number}.新建幼儿园{number + 2}所。" for number in range(1, 4))
    (one,) = extract(f"区政府2026年要办好以下3件民生实事：\n{lines}\n{behind}", (), date(2026, 2, 3)).commitments
    assert {item.due for item in one.items} == {due}


def test_of_all_reaches_over_the_sentences_before():
    row = [("市人社局", (), "2026-11-30")] * 2
    assert told("改造小区30个。新建公厕3座。均由市人社局负责，11月底前完成。") == row
    assert told("改造小区30个。新建公厕3座。由市人社局负责，11月底前完成。") == row[:1]
    assert told("市教育局将新建学校5所。新建公厕3座。均由市人社局负责，11月底前完成。")[0] == ("市教育局", (), None)


@pytest.mark.parametrize("these", ["这3项工作", "这三个项目", "以上3项任务", "上述三个项目"])
def test_so_many_that_stand_before_are_not_counted_again(these):
    text = f"市教育局将新建学校3所、改造食堂20个、培训教师300名。{these}均由市教育局负责，11月底前完成。"
    assert [name for _, name, *_ in deeds(text)] == ["新建学校3所", "改造食堂20个", "培训教师300名"]
    assert len(deeds("市教育局将新建学校3所。这3项工作均由市教育局负责，11月底前完成。")) == 2  # which are others


def test_the_limit_below_is_of_those_without_one():
    lines = "1.改造老旧小区26个，惠及居民9400户。（牵头单位：区住建局）\n2.新增泊位3200个，三季度末完成过半。（牵头单位：区城管局）\n3.扩建小学，增加学位1080个，8月底前交付。（牵头单位：区教育局）\n"
    (one,) = extract(f"青槐区2026年民生实事项目安排\n一、三件民生实事\n{lines}以上项目除注明时限的外，均于11月底前完成。\n", (), date(2026, 2, 3)).commitments
    assert [item.due for item in one.items] == ["2026-11-30", "2026-11-30", "2026-08-31"]
