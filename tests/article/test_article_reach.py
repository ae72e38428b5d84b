"""What is widened, opened, given free or taken in, for those concerned."""

import pytest
from short_texts import deeds, found, owners_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("把医保服务站点延伸到全部214个行政村", "医保服务站点延伸到全部214个行政村"),
        ("自7月1日起把类风湿关节炎等5个病种纳入门诊慢特病管理", "类风湿关节炎等5个病种纳入门诊慢特病管理"),
        ("将扩大门诊慢特病保障范围", "扩大门诊慢特病保障范围"),
        ("拟放宽公积金提取条件", "放宽公积金提取条件"),
        ("在每个便民中心增设老年人、残疾人绿色通道", "老年人、残疾人绿色通道"),
        ("在二级以上医院开设睡眠门诊", "睡眠门诊"),
        ("为群众免费提供婚姻、学籍等8类档案远程查阅", "为群众免费提供婚姻、学籍等8类档案远程查阅"),
        ("对全市乡镇卫生院服务能力进行达标改造", "对全市乡镇卫生院服务能力进行达标改造"),
        ("对特困人员发放一次性生活补贴", "对特困人员发放一次性生活补贴"),
        ("开展为期两个月的校园传染病防控专项检查", "为期两个月的校园传染病防控专项检查"),
    ],
)
def test_how_far_something_is_to_reach_is_proposed(words, name):
    ((owner, told, declared, _),) = deeds(f"市民政局{words}。")
    assert (owner, told, declared) == ("市民政局", name, None)


@pytest.mark.parametrize(
    "words",
    [
        "把群众满意度纳入年度考核", "将实事办理纳入督查内容", "把党史学习延伸到基层", "扩大门诊慢特病保障范围", "将提高服务水平标准",
        "开设“学党史”专栏", "已把医保服务站点延伸到全部214个行政村", "去年为群众免费提供档案查阅", "对各部门给予通报",
    ],
)  # fmt: skip
def test_how_offices_treat_offices_and_what_is_done_is_not(words):
    assert deeds(f"市民政局{words}。") == []


def test_problems_that_are_all_to_be_solved_are_a_list():
    ((owner, name, declared, _),) = deeds("市交通局列出断头路、窄桥险桥等19个出行难点，计划年底前全部解决。")
    assert (owner, name, declared) == ("市交通局", "出行难点", 19)
    assert deeds("市交通局列出断头路、窄桥险桥等19个出行难点。") == []


def test_who_acts_together_with_who_leads_helps():
    for text in ("甲市水利局牵头，甲市教育局、甲市住建局协同开展“清零”行动。", "由甲市水利局牵头，甲市教育局、甲市住建局共同实施“清零”行动。"):
        (one,) = found(text).commitments
        assert (one.agency_name, one.joint) == ("甲市水利局", ("甲市教育局", "甲市住建局"))


@pytest.mark.parametrize("place", ["房山区", "萧山区", "西湖区", "南湖区"])
def test_a_district_may_be_called_after_hills_and_lakes(place):
    assert owners_of(f"{place}打造“一门受理”平台。") == [(place, "“一门受理”平台")]


@pytest.mark.parametrize("words", ["贫困山区打造“一门受理”平台。", "山区将新建学校5所。", "市县两级医院全部开设睡眠门诊。"])
def test_where_something_is_done_is_no_district(words):
    assert not any(owner and owner.endswith(("山区", "全部")) for owner, _ in owners_of(words))


def test_what_is_planned_for_the_year_stays_a_promise_beside_its_progress():
    ((_, _, _, items),) = deeds("市市场监管局全年计划抽检食品4200批次，截至目前完成2308批次。")
    assert items == [("抽检食品4200批次", "4200", "批次")]


def test_numbered_paragraphs_of_an_address_are_no_list():
    text = "安居\n93. 房屋局会在2027年前兴建公屋3万个。\n94. 劳工处将举办招聘会10场。\n95. 有团体建议放宽政策。\n"
    assert [owner for owner, *_ in deeds(text)] == ["房屋局", "劳工处"]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("中国民航局在千万级机场推行“无纸化”便捷出行。", "中国民航局", "“无纸化”便捷出行"),
        ("省水务集团在所属营业厅设置“老年人专窗”。", "省水务集团", "“老年人专窗”"),
        ("市中级人民法院在乡镇设立“共享法庭”。", "市中级人民法院", "“共享法庭”"),
        ("保卫处从10月20日起全面禁止外卖车辆进入教学区。", "保卫处", "全面禁止外卖车辆进入教学区"),
        ("校医院自11月起每周二安排三甲医院专家坐诊。", "校医院", "每周二安排三甲医院专家坐诊"),
        ("国铁集团增开公益列车8对。", "国铁集团", "增开公益列车8对"),
        ("汉源农商银行推出“创业贷”“惠农贷”“复工贷”三款信贷产品。", "汉源农商银行", "三款信贷产品"),
        ("市第一人民医院开设“老年友善门诊”。", "市第一人民医院", "“老年友善门诊”"),
        ("市审计局开展民生资金专项审计。", "市审计局", "民生资金专项审计"),
        ("教务处推动选课、转专业等21项业务“掌上办”。", "教务处", "业务"),
        ("市行政审批局推动企业开办、不动产登记等15项事项“一窗受理”。", "市行政审批局", "事项"),
    ],
)
def test_what_companies_schools_and_courts_bring_in(text, owner, name):
    assert [(one[0], one[1]) for one in deeds(text)] == [(owner, name)]


@pytest.mark.parametrize("words", ["推行“红黄绿”三色预警管理", "推行“一项目一小组”跟踪监督", "已在全省推行户口迁移等26项业务“跨省通办”"])
def test_ways_of_working_and_what_is_in_force_already_are_not(words):
    assert deeds(f"省公安厅{words}。") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("基建处正在推进图书馆扩建工程，预计2026年8月建成，届时将新增阅览座位2000个。", ["图书馆扩建工程"]),
        ("国网公司新建改造线路460公里，年底前完成其中89个。", ["新建改造线路460公里"]),
        ("人社部推出10个以上“打包一件事”。", ["“打包一件事”"]),
        ("机械学院共建基地；法学院开展“法治进乡村”志愿服务活动。", ["“法治进乡村”志愿服务活动"]),
    ],
)
def test_what_comes_of_a_deed_and_a_part_of_it_are_no_deeds(text, names):
    assert [one[1] for one in deeds(text)] == names


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("执行局自3月起开展“春雷”专项执行行动。", "执行局", "“春雷”专项执行行动"),
        ("刑事审判庭实施“护航青春”法治进校园工程。", "刑事审判庭", "“护航青春”法治进校园工程"),
        ("市供电公司推广“刷脸办电”“一证办电”。", "市供电公司", "“刷脸办电”“一证办电”"),
        ("市总工会为户外劳动者建设“爱心驿站”30座。", "市总工会", "建设“爱心驿站”30座"),
        ("市城管局对城区126处易涝点实行挂图作战、逐一销号。", "市城管局", "对城区126处易涝点实行挂图作战、逐一销号"),
        ("市信访局对排查出的217件信访积案逐案建立台账。", "市信访局", "信访积案"),
        ("市政府启动第二福利院建设。", "市政府", "第二福利院建设"),
    ],
)
def test_what_courts_firms_and_offices_take_up(text, owner, name):
    assert [(one[0], one[1]) for one in deeds(text)] == [(owner, name)]


def test_a_day_is_that_of_the_thing_just_before():
    found_things = {one.name: one.due for one in found("县交通局推进“四好农村路”建设，松阳大桥拓宽工程正在施工，力争9月底前通车。").commitments}
    assert found_things["松阳大桥拓宽工程"] == "2026-09-30"
