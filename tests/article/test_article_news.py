"""Things in hand, single measures, labels beside a line, posts in short lines, sections of a report."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2023, 2, 3)


def deeds(text):
    return [
        (one.agency_name, one.name, one.declared_count, [(i.title, i.due) for i in one.items])
        for one in extract(text, (), PUBLISHED).commitments
    ]


@pytest.mark.parametrize(
    ("text", "owner", "name", "items"),
    [
        ("市教育局负责的食堂改造，已改造8所，其余3所9月底前完成。", "市教育局", "食堂改造", [("其余3所9月底前完成", "2023-09-30")]),
        ("市卫健委推进的卒中中心建设，5家已通过验收；剩余3家力争10月通过评审。", "市卫健委", "卒中中心建设", [("剩余3家力争10月通过评审", "2023-10-31")]),
        ("市民政局社区食堂建设完成41家，年内达到60家。", "市民政局", "社区食堂建设", [("达到60家", "2023")]),
        ("县卫健局的卫生院标准化改造，9月底前完成11所；", "县卫健局", "卫生院标准化改造", [("完成11所", "2023-09-30")]),
        ("一是农村公路安防工程。受汛期影响进度较慢，市交通局已倒排工期，承诺10月底前完工。", "市交通局", "农村公路安防工程", [("农村公路安防工程", "2023-10-31")]),
    ],
)  # fmt: skip
def test_what_is_still_to_come_of_a_thing_in_hand(text, owner, name, items):
    assert deeds(text) == [(owner, name, None, items)]


@pytest.mark.parametrize(
    "text",
    [
        "市妇联牵头的免费筛查完成2.6万人，超年度任务8%。",
        "市教育局负责的食堂改造，已全部完工。",
        "市水利局牵头的清淤行动，4月底前书面报告市政府。",
    ],
)
def test_a_thing_of_which_nothing_is_left(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "name", "declared"),
    [
        ("市财政局出台中小微企业贷款贴息办法。", "中小微企业贷款贴息办法", None),
        ("市公安局上线“车驾管夜市”业务。", "“车驾管夜市”业务", None),
        ("市住建局部署城镇燃气安全“百日会战”。", "城镇燃气安全“百日会战”", None),
        ("市教育局印发课后服务“提质十条”。", "课后服务“提质十条”", 10),
        ("市科技局推出“科创30条”。", "“科创30条”", 30),
        ("市科技局列出“科创30条”。", "“科创30条”", 30),
        ("市市场监管局对校外培训机构收费行为进行专项检查。", "对校外培训机构收费行为进行专项检查", None),
    ],
)
def test_a_single_measure(text, name, declared):
    assert [(one[1], one[2]) for one in deeds(text)] == [(name, declared)]


@pytest.mark.parametrize(
    "text",
    [
        "市民政局推行“四单”工作法。",
        "市纪委实行“半月一调度”机制。",
        "市教育局对责任落实情况进行台账管理。",
        "市城管局推进“最强党支部”品牌建设。",
    ],
)
def test_a_way_of_working_is_no_measure(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("牵头单位：市卫健委；配合单位：市民政局。新建托育机构20家。", "市卫健委"),
        ("新建托育机构20家，12月底前完成。责任单位：市卫健委、市民政局。", "市卫健委"),
        ("新建托育机构20家，12月底前完成。\n责任单位：市卫健委", "市卫健委"),
        ("新建托育机构20家。（责任单位：市卫健委、市民政局）", "市卫健委"),
        ("责任单位：市卫健委\n新建托育机构20家。", "市卫健委"),
        ("新建托育机构20家（市卫健委主办，市民政局协办），年底前完成。", "市卫健委"),
        ("新建托育机构20家，由市卫健委具体实施。", "市卫健委"),
    ],
)
def test_a_label_beside_the_words(text, owner):
    assert [(one[0], one[1]) for one in deeds(text)] == [(owner, "新建托育机构20家")]


def test_a_label_of_another_sentence_is_not_its():
    text = "市城管局将新建公厕14座。雨污分流工程（市水务局主办）已开工。"
    assert deeds(text)[0][0] == "市城管局"


def test_the_groups_before_the_demands_make_up_the_number():
    text = (
        "清单共2个方面4项重点任务，具体如下：\n一、深化办理\n1. 新增服务13个。\n2. 建设专区5处。\n二、优化线上\n3. 接入事项500项。\n"
        "4. 布设终端150台。\n三、工作要求\n（一）提高认识。\n（二）压实责任。\n"
    )
    ((_, _, declared, items),) = deeds(text)
    assert (declared, [title for title, _ in items]) == (
        4,
        ["新增服务13个", "建设专区5处", "接入事项500项", "布设终端150台"],
    )


def test_whose_deed_it_is_stands_before_the_colon():
    text = "石桥镇2023年微实事项目共3件，现公示如下：\n1、东街社区：安装充电棚3处；\n2、石桥村：硬化巷道1.8公里，6月底完工；\n3、河东村：修复老桥2座。\n"
    (one,) = extract(text, (), PUBLISHED).commitments
    assert [(i.title, i.lead_agency) for i in one.items] == [
        ("安装充电棚3处", "东街社区"),
        ("硬化巷道1.8公里", "石桥村"),
        ("修复老桥2座", "河东村"),
    ]
    assert one.agency_name == "石桥镇"


POST = "今年，市第一医院推出“暖医”服务承诺，共{count}条👇\n【一】停车更方便🅿️\n新增车位420个，6月底前启用\n改造病房30间\n【二】住院更安心\n上线床旁结算\n扶手要抓牢哦～\n⚠️温馨提示\n7月1日起东门封闭\n"


def test_short_lines_under_headings():
    ((owner, name, declared, items),) = deeds(POST.format(count=10))
    assert (owner, name, declared) == ("市第一医院", "“暖医”服务承诺", 10)
    assert [title for title, _ in items] == ["新增车位420个，6月底前启用", "改造病房30间", "上线床旁结算"]


def test_short_lines_that_nobody_counts():
    found = extract(POST.replace("，共{count}条", "").replace("服务承诺", "活动花絮"), (), PUBLISHED)
    assert [one.pattern for one in found.commitments if one.pattern == "numbered"] == []


def test_a_list_counted_behind_its_fields():
    ((owner, name, declared, _),) = deeds(
        "县委办汇总形成为民办实事清单，包括环境整治、就医就学、交通出行3个大类共27项。"
    )
    assert (owner, name, declared) == ("县委办", "为民办实事清单", 27)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("2025年前", "2024"),
        ("二〇二四年六月底前", "2024-06-30"),
        ("一一三年六月底前", "2024-06-30"),
        ("年底前", "2023-12-31"),
    ],
)
def test_days(words, due):
    ((*_, items),) = deeds(f"市教育局将于{words}新建小学5所。")
    assert items == [("新建小学5所", due)]


def test_a_day_of_validity_and_a_term_that_is_no_day():
    assert deeds("市医保局将病种由32个增加到41个，新政策自11月1日起实施。")[0][3][0][1] == "2023-11-01"
    assert deeds("市教育局将于7月底前新建小学5所，确保秋季学期前新增学位900个。")[0][3][1][1] is None


def test_the_residue_of_a_terminal_is_no_text():
    assert deeds("市教育局将新建\x1b[31m小学\x1b[0m5所。")[0][1] == "新建小学5所"
