"""Turns of phrase of genres that are read less often: voted lists, news of a county, city meetings, policy addresses."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2025, 3, 1)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def test_a_voted_list_with_its_year_and_its_members_in_the_next_line():
    text = (
        "大会上，代表们票决产生了3个2025年区政府民生实事项目。\n"
        "当选的项目分别是：托育扩容项目，新增托位500个；老旧电梯更新项目；口袋公园建设项目。\n"
    )
    (one,) = found(text)
    assert (one.agency_name, one.name, one.declared_count) == ("区政府", "民生实事项目", 3)
    assert [item.target_quantity for item in one.items] == ["500", None, None]


@pytest.mark.parametrize(
    ("text", "owner", "joint"),
    [
        ("县公安局和县教育局一道，还要施划车位420个。", "县公安局", ("县教育局",)),
        ("市卫健委部署“银龄”行动。", "市卫健委", ()),
        ("市文化和旅游局将新建驿站6座。", "市文化和旅游局", ()),
        ("市民政局派员下乡。在市供电公司，抢修更快了，公司计划改造台区62个。", "市供电公司", ()),
    ],
)
def test_whose_it_is(text, owner, joint):
    assert [(one.agency_name, one.joint) for one in found(text)] == [(owner, joint)]


@pytest.mark.parametrize(
    ("text", "name", "due"),
    [
        ("市卫健局年内为136个村卫生室接入会诊设备。", "为136个村卫生室接入会诊设备", "2025"),
        ("运输署将在30个交汇处加装显示屏。", "在30个交汇处加装显示屏", None),
        ("园林署将翻新15个公园，于2027年年底前完成。", "翻新15个公园", "2027-12-31"),
        ("市医保局将门诊等候时间压缩到20分钟。", "门诊等候时间压缩到20分钟", None),
        ("市医保局将把审核时限由5个工作日压缩至2个工作日。", "审核时限由5个工作日压缩至2个工作日", None),
        ("工务局预计改善道路150公里，目前已完成86公里。", "改善道路150公里", None),
        ("交通局说明，「小黃公車」10月1日起新增3條路線。", "新增3条路线", "2025-10-01"),
        ("医务局会把「先导计划」扩展至乙肝筛查。", "“先导计划”扩展至乙肝筛查", None),
        ("市医保局把“先导计划”扩展至乙肝筛查。", "“先导计划”扩展至乙肝筛查", None),
        ("市公安局推行“接送专属时段”，9月1日起试行。", "“接送专属时段”", "2025-09-01"),
        ("市公安局推行“一窗受理”，群众少跑腿。", None, None),
        ("市房管局将在2026年内推出“安居”第三期项目。", "“安居”第三期项目", "2026"),
        ("运输署会在明年第二季推出「易乘码」，方便市民。", "“易乘码”", None),
        ("市民政局将为3500户老人家庭实施适老化改造，11月底前完成。", "为3500户老人家庭实施适老化改造", "2025-11-30"),
        ("市民政局提高低保标准，7月起城乡低保每人每月增加45元。", "城乡低保每人每月增加45元", "2025-07-01"),
        ("市城投集团今年承担市级民生实事项目9项，涉及学校等领域。", "市级民生实事项目", None),
        ("盟教育局更新宿舍床铺1.1万张，确保9月1日前让孩子们用上。", "更新宿舍床铺1.1万张", "2025-09-01"),
        ("国家区域医疗中心二期将于2026年底建成。", None, None),
        ("市城管局将新增车位90个，建成后可新增泊位640个。", "新增车位90个", None),
        ("市交通局将自第三季度起新增公交线路6条。", "新增公交线路6条", "2025-07-01"),
        ("省直机关工委汇总形成重点民生项目清单，共计218项，实行销号管理。", "重点民生项目清单", None),
        ("省文旅厅将全年送戏下乡1万场。", "送戏下乡1万场", "2025"),
        ("区卫健局：组织巡诊12场次，服务群众3000余人次。", None, None),
        ("都发处长吴甲回应，安康社会住宅规划兴建，目标今年第四季动工、117年完工。", "安康社会住宅", "2028"),
    ],
)
def test_turns_of_phrase(text, name, due):
    assert [(one.name, one.due) for one in found(text)] == ([(name, due)] if name else [])


def test_sections_that_are_counted_as_fields_of_work_are_no_list():
    text = (
        "市民政局2025年重点工作安排\n2025年，市民政局将抓好三方面工作。\n"
        "一是做实养老服务。新建养老中心9个，嵌入式机构20家。推动助餐提质。\n"
        "二是兜牢民生底线。培训护理员300人。开展摸底排查。\n"
        "三是优化社会事务。打造“婚登”平台，新增登记点6处。建设骨灰堂4座。\n"
    )
    assert [one.name for one in found(text)] == [
        "新建养老中心9个", "嵌入式机构20家", "培训护理员300人", "“婚登”平台", "新增登记点6处", "建设骨灰堂4座",
    ]  # fmt: skip


def test_who_is_given_a_part_of_the_work_does_not_own_the_rest():
    text = "市住建局的承诺很实在：年底前筹集公租房2600套，由市住房保障中心负责分配。"
    assert [one.agency_name for one in found(text)] == ["市住建局"]
    assert [one.agency_name for one in found(text.replace("负责分配", "负责"))] == ["市住房保障中心"]


def test_the_plan_in_which_a_list_stands_is_no_deed_beside_it():
    assert [one.name for one in found("市直机关工委制定“十心”实施方案，排出106项重点事项。")] == ["重点事项"]


def test_a_sum_in_a_name_counts_only_what_can_be_counted():
    counts = [found(f"市教育局推行“5+2”{what}。")[0].declared_count for what in ("民生项目", "课后服务")]
    assert counts == [7, None]


def test_a_line_ends_before_who_answers_without_a_word_before():
    text = "2025年重点任务\n1.建设驿站近1000座，省总工会、省住建厅共同负责。\n2.新增学位2.5万个，由省教育厅牵头落实。\n"
    assert [(one.agency_name, one.joint, one.name) for one in found(text)] == [
        ("省总工会", ("省住建厅",), "建设驿站近1000座"), ("省教育厅", (), "新增学位2.5万个"),
    ]  # fmt: skip


def test_the_text_goes_on_after_a_list_of_single_lines():
    text = (
        "白桥区公布2025年度3件实事，具体如下：\n1.加装电梯60台（责任单位：区房管局）\n2.新增床位300张（责任单位：区民政局）\n"
        "3.新建自行车道5公里（责任单位：区建管委）\n区政府督查室每月跟踪，年底组织评估。\n"
    )
    (one,) = found(text)
    assert [item.due for item in one.items] == [None, None, None]


def test_the_report_of_an_office_is_its_own():
    text = "桃山縣政府社會處工作報告\n貳、下半年重點工作\n一、強化長者照顧：\n（一）9月起，敬老禮金由1,000元調高為1,500元。\n（二）增設據點18處。\n"
    (one,) = found(text)
    assert (one.agency_name, [item.due for item in one.items]) == ("桃山县政府社会处", ["2025-09-01", None])


def test_the_sections_of_an_office_answer_and_date_its_deeds():
    text = (
        "市教育局决定实施三件实事。\n（一）增加供给。新建学校31所。\n责任科室：规划科；完成时限：8月31日\n"
        "（二）改善条件。改造旱厕118个。\n责任科室：计财科；完成时限：10月\n（三）守护视力。更换护眼灯教室90间。\n责任科室：体卫科；完成时限：6月30日\n"
    )
    (one,) = found(text)
    assert [item.due for item in one.items] == ["2025-08-31", "2025-10-31", "2025-06-30"]
