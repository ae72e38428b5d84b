"""A feature tells whose turn it is and opens accounts: who is presented has what follows, and what an account lists is to be done."""

from __future__ import annotations

import pytest

from tests.article.short_texts import deeds, found, owners_of


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("第二个上台的是市体育局。年底前，全市新建球场40片。", "市体育局"),
        ("轮到县文旅局，局长只讲两件事：新建书房12家，修缮古桥5座。", "县文旅局"),
        ("翻开册子，第一页是市妇联的。\n年底前，为3000名妇女免费体检。", "市妇联"),
        ("市残联的那一页写得密：给600户家庭改造卫生间。", "市残联"),
        ("市体育局的账很短。今年再添球场20片。", "市体育局"),
        ("团市委写着“青苗”“青创”两个计划。", "团市委"),
        ("市林业局讲的是加法：新增绿地300亩。", "市林业局"),
        ("采访本翻到最后，是市供销社的账。年底前，新建仓库6座。", "市供销社"),
        ("隔壁市气象局的那一页字不多，只有一行——汛期前新建雨量站30个。", "市气象局"),
        ("市路灯管理处列了单子：3月底前换完老城区的420盏。", "市路灯管理处"),
        ("经市交警支队现场勘查，将在东苑路划设停车位65个。", "市交警支队"),
    ],
)
def test_whose_turn_it_is(text, owner):
    assert {one for one, _ in owners_of(text)} == {owner}


@pytest.mark.parametrize(
    "text",
    [
        "最后一页是市妇联的。三年来，全市新建书房40家。",
        "今年的重点是市区道路，修补工作由街道看情况安排。",
        "市妇联的那一页写得密：三年来已为3000名妇女体检。",
        "市残联的账很短。五年来，全市改造卫生间600户。",
        "市体育局讲的是往事：那年新建了球场40片。",
    ],
)
def test_what_an_account_tells_of_years_past_is_over(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("市税务局将材料压减三成。", ("材料压减三成", "3", "成")),
        ("市审批局将把检查频次再降两成。", ("检查频次再降两成", "2", "成")),
        ("市体育局：社区球场，去年建了20片，今年再添35片。", ("社区球场再添35片", "35", "片")),
        ("县教育局现有校车20辆，今年再添8辆。", ("校车再添8辆", "8", "辆")),
        ("馆长拍了拍那面墙——年底前，市图书馆要新添书架60个。", ("新添书架60个", "60", "个")),
    ],
)
def test_more_or_less_of_what_there_is(text, item):
    ((_, _, _, items),) = deeds(text)
    assert items == [item]


@pytest.mark.parametrize("text", ["占到全市的三成。", "市税务局的窗口减少了三成。", "市林业局说，成活率高出两成。"])
def test_shares_that_are_told_are_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("市住建局昨天下发的《城市更新任务单》，把工作分成4大类36项，逐项标了时限。", ("市住建局", "城市更新任务单", 36)),
        ("区政府印发《2026年民生实事清单》，分解为12类45项。", ("区政府", "2026年民生实事清单", 45)),
        ("接着是区教育局。今年的“放心上学”清单共18项，涉及校车、食堂等领域。", ("区教育局", "“放心上学”清单", 18)),
    ],
)
def test_a_document_is_the_list_that_it_is_parted_into(text, commitment):
    assert [one[:3] for one in deeds(text)] == [commitment]


@pytest.mark.parametrize(
    "text",
    [
        "市人大通过《养犬管理条例》，分为8章65条。",
        "市民政局编制的《养老规划》分为“背景、目标”四个部分，共9章31节。",
        "市文旅局的方案分成三个板块。",
    ],
)
def test_parts_of_a_paper_are_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "name", "due"),
    [
        ("县住建局将建立物业企业“红黑榜”制度，从2027年1月1日起每季度公布一次。", "物业企业“红黑榜”制度", "2027-01-01"),
        ("市教育局实行课后托管备案制度，自9月1日起执行。", "课后托管备案制度", "2026-09-01"),
    ],
)
def test_a_rule_with_the_day_from_which_it_holds(text, name, due):
    assert [(one.name, one.due) for one in found(text).commitments] == [(name, due)]


def test_a_rule_that_has_long_been_in_force_is_none():
    assert deeds("市交通局建立出租车“黑名单”制度，已运行三年。") == []


@pytest.mark.parametrize(("text", "due"), [("“银龄直通车”年底前要走遍60个村。", "2026-12-31"), ("“银龄直通车”11月底前要跑遍60个村。", "2026-11-30")])
def test_a_service_goes_where_it_is_to_be(text, due):
    (one,) = found(f"县民政局把食堂办到了村口，{text}").commitments
    assert (one.agency_name, one.due, one.items[0].target_quantity) == ("县民政局", due, "60")


def test_what_is_told_besides_is_of_no_line_of_the_list():
    text = "县政府今年办好2件实事：\n1.新建学校3所。\n2.改造公厕12座。\n另外，省里下达的农田建设任务2万亩，由县农业局另行组织实施，9月底前完成。\n"
    assert [(owner, declared, len(items)) for owner, _, declared, items in deeds(text)] == [("县政府", 2, 2), ("县农业局", None, 1)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市园林公司今年的账是三加一减。加的是绿：沿江种树3万株。减的是等待：缴费排队控制在5分钟以内。", ["种树3万株", "缴费排队控制在5分钟以内"]),
        ("市邮政公司只说两件事：村邮站扩到400家，收费再降两成。", ["村邮站扩到400家", "收费再降两成"]),
        ("县供销社首批200吨化肥已运抵，5月底前再调运800吨。", ["调运800吨"]),
        ("区城管局表态，口袋公园要建满15个，比年初定的多3个。", ["口袋公园建满15个"]),
        ("市民政局将新建养老中心4个，家庭床位建到2000张。", ["新建养老中心4个", "家庭床位建到2000张"]),
        ("地政署则会简化手续，审批时间由九个月缩短至五个月。", ["审批时间由九个月缩短至五个月"]),
        ("该小区已列入老旧小区改造计划，市住建局拟于9月底前完成屋面整体防水。", ["完成屋面整体防水"]),
        ("市卫健委将为6万名65岁以上老人免费体检。", ["为6万名65岁以上老人免费体检"]),
        ("县图书馆推出“夜读”服务，自3月15日起开放至21时30分。", ["“夜读”服务"]),
        ("市环境局介绍，今年淘汰老旧货车2300辆。", ["淘汰老旧货车2300辆"]),
        ("市城管局把洗扫车增加到120台。", ["把洗扫车增加到120台"]),
        ("县交通局答复，已列入计划，今年先增设站牌2处。", ["增设站牌2处"]),
        ("县交通局已将该路段纳入改造计划，今年改造路面3公里。", ["改造路面3公里"]),
        ("市交通局今年要修补危桥12座。", ["修补危桥12座"]),
        ("市供电公司说，园区第二电源年内投产。", ["园区第二电源"]),
    ],
)
def test_how_prose_tells_what_there_will_be(text, titles):
    assert [item.title for one in found(text).commitments for item in one.items] == titles


@pytest.mark.parametrize("text", ["渠务署下月会展开为期八周的通渠行动。", "渠务署展开为期八周的通渠行动。"])
def test_what_is_unfolded_for_some_weeks(text):
    assert [(one.agency_name, one.name) for one in found(text).commitments] == [("渠务署", "通渠行动")]


def test_finished_projects_of_a_report_are_no_promises():
    text = "关于重点项目进展情况的通报\n一、已完工项目\n县教育局的第二幼儿园如期招生，新增学位360个。\n县交通局改造危桥9座。\n二、在建项目\n县水利局负责的城东水厂扩建，主体完成75%，预计10月底通水。\n"
    assert [(one.agency_name, one.name) for one in found(text).commitments] == [("县水利局", "城东水厂扩建")]


@pytest.mark.parametrize(
    "text",
    [
        "市城管局去年把洗扫车增加到120台。",
        "县交通局已完成计划，今年改造路面3公里。",
        "县第一中学组织1200名学生开展远足活动。",
        "少儿区新增座位60个。",
    ],
)
def test_what_was_done_is_an_outing_or_nobodys(text):
    assert deeds(text) == []


def test_a_headline_and_three_things_are_one():
    text = "河东新区管委会主任的三个承诺\n新区管委会主任陈立当场拍板三件事：一是标准厂房租金减半；二是7月底前开通摆渡车；三是人才公寓再加300套。\n"
    assert [(owner, declared, len(items)) for owner, _, declared, items in deeds(text)] == [("河东新区管委会", 3, 3)]


def test_and_is_no_part_of_a_name():
    assert [one.name for one in found("县图书馆将于4月26日起恢复开放，并延长至21时。").commitments][-1:] == ["延长至21时"]


def test_a_named_work_within_a_set_has_its_amount_and_is_none_besides():
    (one,) = found("市人社局“八大民心工程”进展顺利，其中“安心”工程年底前完成标准化改造30家。").commitments
    assert [item.title for item in one.items] == ["完成标准化改造30家"]
