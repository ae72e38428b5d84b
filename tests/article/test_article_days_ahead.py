"""Days behind their thing, in the next sentence or from which it holds; and months and terms that are still to come."""

from datetime import date

import pytest

from tracker.article import dates, extract

PUBLISHED = date(2026, 2, 3)


def told(text, published=PUBLISHED):
    return [(item.title, item.due) for one in extract(text, (), published).commitments for item in one.items]


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("市卫健委设立“夜间门诊”，9月1日起开放。", "“夜间门诊”", "2026-09-01"),
        ("市卫健委设立“夜间门诊”20个，9月1日起开放。", "设立“夜间门诊”20个", "2026-09-01"),
        ("市医保局出台生育津贴新规，自2026年7月1日起正式实施。", "生育津贴新规", "2026-07-01"),
        ("市医保局调整门诊报销比例至70%，自7月1日起执行。", "调整门诊报销比例至70%", "2026-07-01"),
        ("市教育局推出“校园食堂开放日”，4月起每月开放。", "“校园食堂开放日”", "2026-04-01"),
        ("市园林局所属12座公园7月1日起免费开放。", "12座公园免费开放", "2026-07-01"),
        ("市公积金中心贷款额度7月1日起统一执行新标准。", "贷款额度统一执行新标准", "2026-07-01"),
    ],
)
def test_the_day_from_which_a_thing_holds_is_its_day(text, title, due):
    assert told(text) == [(title, due)]


@pytest.mark.parametrize("text", ["市园林局所属12座公园1月1日起免费开放。", "去年，市园林局12座公园7月1日起免费开放。", "市园林局12座公园已于1月1日起免费开放。"])
def test_what_holds_already_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize("behind", ["项目计划9月底完工。", "预计9月底全部建成投用。", "目前项目进展顺利，预计9月底全部建成投用。", "该项目将于9月底前竣工验收。"])
def test_the_day_in_the_next_sentence_is_that_of_the_thing_and_of_no_other(behind):
    assert told(f"市教育局新建食堂3个。{behind}") == [("新建食堂3个", "2026-09-30")]


def test_the_next_sentence_may_tell_of_another_thing():
    assert told("市教育局将新建食堂3个。妇幼保健院年底前启用。")[0] == ("新建食堂3个", None)


@pytest.mark.parametrize("words", ["年底前覆盖58个县", "力争年底前覆盖所有行政村"])
def test_where_a_thing_is_to_reach_is_its_day(words):
    assert told(f"省广电局推进应急广播建设，{words}。") == [("应急广播建设", "2026-12-31")]


@pytest.mark.parametrize(("month", "due"), [("10月上旬", "2026-10-10"), ("9月份", "2026-09-30"), ("6月底", "2026-06-30")])
def test_a_month_that_is_still_to_come_promises(month, due):
    assert told(f"市文旅局{month}新建书房20个。") == [("新建书房20个", due)]
    assert told(f"市文旅局{month}新建书房20个。", date(2026, 12, 20)) == []


@pytest.mark.parametrize("words", ["本学期内", "今冬", "今冬明春"])
def test_a_term_is_told_and_no_day(words):
    (one,) = extract(f"市教育局{words}新建食堂3个。", (), PUBLISHED).commitments
    assert [(item.due, item.due_basis) for item in one.items] == [(None, f"原文写“{words}”，不是确定的日期")]


def test_what_is_left_is_done_by_its_day():
    assert told("市教育局新建食堂3个，目前已完成1个，其余9月底前完工。") == [("新建食堂3个", "2026-09-30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卫生局将增设据点15处，并自7月1日起提高假牙补助至5万元。", [("增设据点15处", None), ("提高假牙补助至5万元", "2026-07-01")]),
        ("5月1日起，市医保局全部开通移动支付，还将新增病种5种。", [("全部开通移动支付", "2026-05-01"), ("新增病种5种", None)]),
        ("市交通局将于5月1日起，在30处车站安装屏幕，并购置公交600辆。", [("在30处车站安装屏幕", "2026-05-01"), ("购置公交600辆", "2026-05-01")]),
        ("教育局预计嘉惠12万名学生，年底前完成85校厨房设备汰换。", [("完成85校厨房设备汰换", "2026-12-31")]),
    ],
)
def test_the_day_from_which_one_thing_holds_is_none_of_another(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("owner", ["市水务局", "市消防救援支队", "县供热办"])
@pytest.mark.parametrize(
    ("time", "due"),
    [
        ("明年6月前", "2027-06-30"), ("下月", "2026-03-31"), ("下个月底前", "2026-03-31"), ("下月15日前", "2026-03-15"), ("本月内", "2026-02-28"), ("下季度", "2026-06-30"),
        ("一个月内", None), ("两周内", None), ("10天内", None), ("下个采暖季前", None), ("冬季来临前", None), ("汛前", None),
    ],
)  # fmt: skip
def test_a_limit_promises_without_another_word(owner, time, due):
    assert told(f"{owner}{time}检修水泵站12座。") == told(f"市林业局将新建公园3个；{owner}{time}检修水泵站12座。")[1:] == [("检修水泵站12座", due)]
    assert told(f"{owner}已检修水泵站12座。") == []


@pytest.mark.parametrize("verb", ["走访", "慰问", "救护", "巡护"])
def test_a_limit_promises_with_any_verb(verb):
    for time, due in {"一个月内": None, "9月底前": "2026-09-30", "下月": "2026-03-31"}.items():
        assert told(f"市总工会{time}{verb}企业职工500名。") == [(f"{verb}企业职工500名", due)]


@pytest.mark.parametrize("time", ["近一个月内", "过去一年内", "近三年内", "短短两周内", "用时半年内", "在不到10天内"])
def test_a_time_that_is_over_is_no_limit(time):
    assert told(f"市总工会{time}走访企业职工500名。") == []
    assert told(f"市总工会{time}新建职工之家50家。") == []
    assert told(f"市总工会将{time}走访企业职工500名。") or not time.startswith("近")


@pytest.mark.parametrize(
    "text",
    ["市审计局全年内部审计项目30个", "市工会半年内部轮岗干部30名", "市商务局博览会推出新品300个", "市文旅局的音乐会继续上演30场", "市工会旗下月度培训职工300名", "市工会三个月内容丰富，培训职工300名", "往年采暖季前，市供热办检修管网300公里"],
)
def test_what_only_holds_the_characters_of_a_limit_promises_nothing(text):
    assert told(f"{text}。") == []


@pytest.mark.parametrize(("time", "due"), [("2027年上半年", "2027-06-30"), ("2026年三季度", "2026-09-30"), ("2027年", "2027")])
def test_a_part_of_a_year_to_come_promises_before_the_owner_too(time, due):
    assert told(f"{time}，市住建局完成旧改30个。") == [("完成旧改30个", due)]
    assert told(f"{time.replace('2027', '2024').replace('2026', '2025')}，市住建局完成旧改30个。") == []


@pytest.mark.parametrize(("time", "due"), [("下月起", "2026-03-01"), ("自下月起", "2026-03-01"), ("自本月起", "2026-02-28"), ("下季度起", "2026-04-01"), ("从下个月开始", "2026-03-01"), ("自下月15日起", "2026-03-15")])
@pytest.mark.parametrize("thing", ["开设周末门诊", "推行垃圾分类", "提高报销比例"])
def test_the_month_from_which_a_service_holds_is_counted_from_the_day_of_publication(time, due, thing):
    assert told(f"市卫健委{time}{thing}。") == told(f"{time}，市卫健委{thing}。") == [(thing, due)]


@pytest.mark.parametrize("what", ["污水处理厂提标", "交通信号灯联网", "馆藏档案数字化", "政务系统整合迁移"])
def test_what_is_completed_by_a_day_needs_no_noun_of_building(what):
    assert told(f"市数据局明年6月前完成{what}。") == [(f"完成{what}", "2027-06-30")]


@pytest.mark.parametrize("what", ["全年任务", "年度投资", "整改方案", "施工图设计", "各项工作", "经济普查数据上报", "交办事项销号", "全市方志资料归档"])
def test_a_step_or_a_whole_that_is_completed_is_no_thing(what):
    assert told(f"市数据局明年6月前完成{what}。") == []


def test_the_second_term_of_a_school_year_lies_ahead_of_nothing():
    assert told("市教育局2025学年度下学期举办音乐会30场。") == []


def test_next_year_is_the_one_after_the_text_whatever_year_the_heading_plans():
    text = "石桥县2026年民生实事公告\n县城管局将于明年9月底前新增泊位800个。年底前改造公厕5座。\n"
    found = extract(text, (), date(2025, 12, 29)).commitments
    assert [str(one.due) for one in found] == ["2026-09-30", "2026-12-31"]


def test_when_something_was_built_is_no_deadline():
    (one,) = extract("市水务集团将为9.6万户居民更换水表，以2030年以前建成的小区为主。", (), date(2026, 2, 3)).commitments
    assert one.due is None


@pytest.mark.parametrize("ready", ["通车", "开园", "运营"])
def test_what_is_being_mended_is_ready_before_a_feast(ready):
    assert told(f"镇党委、镇政府筹资180万元，对东湾至西坪2.6公里村道进行加宽，预计国庆节前{ready}。") == [("对东湾至西坪2.6公里村道进行加宽", "2026-09-30")]


@pytest.mark.parametrize(
    ("words", "days_"),
    [
        ("113年1月至8月", ["2024-01-31", "2024-08-31"]),
        ("2025年11月至3月", ["2025-11-30", "2026-03-31"]),
        ("2024年5月至2025年3月", ["2024-05-31", "2025-03-31"]),
        ("2025年1月，8月底前", ["2025-01-31", "2026-08-31"]),
    ],
)
def test_the_end_of_a_range_is_in_the_year_of_its_beginning(words, days_):
    assert [day.text for day in dates.days(words, this_year=2026)] == days_
