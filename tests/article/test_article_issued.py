"""Whose a list is that an office issues, an inspection tells of, or a report is cut out of: notices, annexes, bulletins, excerpts."""

import pytest
from short_texts import owners_of

from tracker.article import extract

LIST = """2025年临江区为民办实事项目公示
现将2025年度区政府为民办实事项目公示如下。今年的项目共六大类18件，本次公示前两类4件。
{first}
1. 新增社区服务点26个。（牵头单位：区人社局；配合单位：各街镇）
2. 帮助创业900人。（牵头单位：区人社局）
{second}
3. 新增养老床位450张。（牵头单位：区民政局）
4. 完成320户残疾人家庭无障碍改造。（牵头单位：区残联）
{signed}
2025年1月16日
"""


def lists(text):
    return [(one.agency_name, one.name, one.declared_count, len(one.items)) for one in extract(text).commitments]


@pytest.mark.parametrize("first, second", [("就业类", "养老类"), ("【就业类】", "【养老类】"), ("【一、就业类】", "【二、养老类】"), ("一、就业类", "二、养老类")])
@pytest.mark.parametrize("signed", ["临江区人民政府办公室", "临江区人民政府", "临江区政府办公室"])
def test_a_list_in_sections_is_called_and_counted_as_the_words_over_it_say(first, second, signed):
    assert lists(LIST.format(first=first, second=second, signed=signed)) == [("区政府", "为民办实事项目", 18, 4)]


NOTICE = "{office}关于{does}“护苗”专项行动的通知\n各区县教育局：\n为保障安全，{decides}在全市组织开展“护苗”专项行动。\n一、各学校要逐项落实8项重点任务。\n{office}\n2025年3月2日\n"


@pytest.mark.parametrize(
    "office, owner",
    [("市教育局办公室", "市教育局"), ("省卫生健康委办公室", "省卫生健康委"), ("市住房和城乡建设局办公室", "市住房和城乡建设局"), ("省民政厅办公厅", "省民政厅"), ("市教育局", "市教育局"), ("临海县安全生产委员会办公室", "临海县安全生产委员会办公室")],
)
def test_what_an_office_of_a_department_issues_is_the_departments(office, owner):
    for does, decides in (("开展", "经研究，决定"), ("组织实施", "现决定"), ("启动", "定于4月")):
        found = extract(NOTICE.format(office=office, does=does, decides=decides)).commitments
        assert [(one.agency_name, one.declared_count) for one in found] == [(owner, None), (owner, 8)]


@pytest.mark.parametrize("words", ["近日，教育部召开“护苗”行动部署会。", "去年，全市组织开展了“护苗”专项行动。", "各校要学习“护苗”专项行动的经验。"])
def test_a_notice_that_decides_nothing_promises_nothing(words):
    assert owners_of(f"市教育局办公室关于学习贯彻“护苗”行动会议精神的通知\n各区县教育局：\n{words}\n市教育局办公室\n2025年3月2日\n") == []


def test_what_is_annexed_is_a_list_of_its_own():
    text = "省教育厅关于开展专项行动的通知\n一、提高认识。各地要认真学习。\n二、抓好落实。各地要落实责任。\n附件1\n2026年专项行动重点任务分工表\n（一）教学\n①新建学校12所。（责任处室：基教处）\n②改造食堂30个。（责任处室：基教处）\n（二）生活\n③新增宿舍200间。（责任处室：后勤处）\n④更新校车90辆。（责任处室：后勤处）\n（其余8项任务由各地自行确定）\n省教育厅\n2026年2月27日\n"
    assert lists(text) == [("省教育厅", "2026年专项行动重点任务分工表", None, 4)]


BULLETIN = "临江市人民政府督查室\n关于2025年上半年重点民生工作推进情况的通报\n各县区人民政府：\n7月上旬，市政府督查室对市政府2025年{promised}的6件重点民生实事开展了专项督查。现将情况通报如下。\n一、总体情况\n提前完成2件，完成投资27.4亿元。\n二、进展情况\n1. 老旧小区改造。市住建局年初计划改造136个小区，已开工121个，力争11月底前全部完工。\n2. 养老服务。市民政局今年新建服务中心20个，年底前具备运营条件。\n3. 停车场建设。市城管局计划新增泊位8000个，截至6月底完成2130个。\n4. 食堂改造。已完成64所，今年任务全部完成。\n三、下步工作\n（一）对照目标抓进度。7月底前制定追赶方案。\n（二）对照问题抓整改。要求8月20日前整改完毕。\n（三）对照标准抓验收。11月组织“回头看”。\n2025年7月18日\n"


@pytest.mark.parametrize("promised", ["向社会承诺", "向社会公开承诺", "公布", "确定", "承诺"])
def test_what_an_inspection_tells_of_is_whose_promise_it_was(promised):
    found = extract(BULLETIN.format(promised=promised)).commitments
    assert [(one.agency_name, one.declared_count) for one in found] == [("市政府", 6)]
    assert [item.title for item in found[0].items] == ["老旧小区改造", "养老服务", "停车场建设"]


PART = "（三）聚焦乡村振兴\n2026年，我们将锚定目标，让农民的日子更红火。\n做强产业。新建茶园5000亩。去年，新认定龙头企业4家。\n推进建设。创建示范村6个。\n过去五年，我们累计投入156亿元，办成实事50件。\n{taken}\n"


@pytest.mark.parametrize(
    "taken, owner",
    [
        ("——摘自《白鹿县人民政府工作报告》（2026年1月8日通过）", "白鹿县人民政府"),
        ("（节选自《白鹿县政府工作报告》，2026年1月8日）", "白鹿县政府"),
        ("（摘自2026年白鹿县人民政府工作报告）", "白鹿县人民政府"),
        ("（节选：白鹿县2026年政府工作报告）", "白鹿县人民政府"),
        ("（选自《2026年白鹿市政府工作报告》）", "白鹿市政府"),
        ("（节选自2026年1月8日在白鹿市第六届人民代表大会第五次会议上的《政府工作报告》）", "白鹿市人民政府"),
    ],
)
def test_a_part_of_a_report_is_that_governments(taken, owner):
    assert owners_of(PART.format(taken=taken)) == [(owner, ["新建茶园5000亩"]), (owner, ["创建示范村6个"])]


@pytest.mark.parametrize("taken", ["——摘自《白鹿日报》（2026年1月8日）", "（作者系白鹿县人民政府工作人员）"])
def test_a_part_of_something_else_is_nobodys(taken):
    assert all(owner is None for owner, _ in owners_of(PART.format(taken=taken)))


@pytest.mark.parametrize("name", ["“三年攻坚”", "“三月春风”", "“四季平安”"])
def test_a_time_in_a_name_counts_nothing(name):
    found = extract(f"市公安局将开展{name}等专项行动。").commitments
    assert [one.declared_count for one in found] == [None]


def test_a_name_with_and_in_it_is_no_share():
    found = extract("县政府将实施五年行动，创建省级和美乡村示范村6个、市级18个。").commitments
    assert [one.declared_count for one in found] == [None] * len(found)


PLAN = """{over}
关于印发《2026年助老助残工作方案》的通知
各镇人民政府、各街道办事处：
一、重点工作
（一）家庭改造。区民政局、区残联共同实施适老化改造1200户，11月底前完成。
（二）康复服务。区残联要为残疾人适配辅具不少于2000件。
（三）补贴提高。自7月1日起，困难残疾人生活补贴由每人每月80元提高到100元，所需资金由区财政统筹安排。
2026年5月20日
"""


@pytest.mark.parametrize("over", ["河东区民政局　河东区残疾人联合会", "河东区民政局、河东区财政局", "河东区民政局"])
def test_what_a_notice_gives_nobody_is_of_who_issues_it(over):
    found = extract(PLAN.format(over=over)).commitments
    assert [one.agency_name for one in found][1:] == ["区残联", "河东区民政局"]
