"""What an agency sets down without a word that looks ahead: a verb and an amount; and what is told of work done."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2025, 2, 10)


def told(text: str) -> list[tuple[str | None, list[tuple[str, str | None, str | None]]]]:
    found = extract(text.replace("|", "\n"), (), PUBLISHED).commitments
    return [(one.agency_name, [(i.title, i.target_quantity, i.target_unit) for i in one.items]) for one in found]


@pytest.mark.parametrize(
    ("text", "owner", "amounts"),
    [
        ("市住建局2025年改造老旧小区120个。", "市住建局", ["120"]),
        ("区民政局、区残联等单位实施困难家庭无障碍改造500户。", "区民政局", ["500"]),
        ("市卫健委建立健康档案20万份。", "市卫健委", ["20"]),
        ("市农业农村局报废老旧农机1.5万台。", "市农业农村局", ["1.5"]),
        ("市残联为1000名听障儿童免费植入人工耳蜗。", "市残联", ["1000"]),
        ("市民政局实施养老提升工程，新建机构20家，改造食堂30家，培训护理员1000名。", "市民政局", ["20", "30", "1000"]),
        ("市妇联一是开展家庭教育指导200场，二是建设妇女之家50个，三是培训家政人员3000名。", "市妇联", ["200", "50", "3000"]),
        ("市文旅局围绕三方面发力。一是优化供给，新建书房100家；二是送戏下乡，开展演出500场。", "市文旅局", ["100", "500"]),
        ("市民政局将新增床位一万五千张。", "市民政局", ["15000"]),
        ("市文旅局围绕文化惠民，一是送戏下乡1000场；二是建设“城市书房”20个；三是新增展馆3家。", "市文旅局", ["1000", "20", "3"]),
        ("市文旅局着力抓好以下工作。一是送戏下乡1000场。二是建设“城市书房”20个。", "市文旅局", ["1000", "20"]),
        ("市园林局新建公园5个；改造厕所30座；新增座椅60张。", "市园林局", ["5", "30", "60"]),
        ("市住建局加快改造老旧小区20个。", "市住建局", ["20"]),
        ("市图书馆推出“信用借阅”服务，新增自助借还机20台。", "市图书馆", ["20"]),
        ("市城管局开展“厕所革命”，新建公厕30座。", "市城管局", ["30"]),
        ("市教育局推动新增学位1.2万个。", "市教育局", ["1.2"]),
        ("市商务局打造“一刻钟便民生活圈”10个。", "市商务局", ["10"]),
        ("市热力公司提前启动“夏修冬暖”，更换旧管18公里。", "市热力公司", ["18"]),
        ("市热力公司更换旧管18公里，确保10月底前具备供热条件。", "市热力公司", ["18"]),
        ("区文旅局实施“文化百日行”，送戏下乡60场。", "区文旅局", ["60"]),
        ("市气象局将预警信息提前量提高到60分钟。", "市气象局", ["60"]),
        ("市法院开展集中执行行动，力争年底前执结案件800件。", "市法院", ["800"]),
        ("市住建局持续推进老旧小区改造，改造老旧小区20个。", "市住建局", ["20"]),
        ("市住建局改造老旧小区20个，将惠及居民3000户。", "市住建局", ["20"]),
        ("市教育局2025年重点任务：|（一）教育惠民|1.新建学校3所；|2.改造食堂20个；|（二）健康护航|1.体检学生5万人。|2.新建校医室2家。", "市教育局", ["3", "20", "5", "2"]),
        ("市政府2025年民生实事：|（一）教育惠民。|1.新建学校3所；|2.改造食堂20个；|（二）健康护航。|1.新建医院2家；|2.筛查5万人。", "市政府", ["3", "20", "2", "5"]),
    ],
)
def test_a_verb_and_an_amount_are_proposed(text, owner, amounts):
    found = told(text)
    assert {one for one, _ in found} == {owner}
    assert [quantity for _, items in found for _, quantity, _ in items] == amounts


@pytest.mark.parametrize(
    "text",
    [
        "市住建局2024年改造老旧小区120个。",
        "市卫健委累计建立健康档案20万份。",
        "市卫健委建立健康档案20万份，已全部录入。",
        "去年，市民政局建立养老档案20万份。",
        "市人社局举办招聘会12场。",
        "我市建立健康档案20万份。",
        "市商务局一是组织座谈12场，二是开展走访30次。",
        "市教育局从三方面发力，累计新建学校5所。",
        "某某局工作成效|市卫健委建立健康档案20万份。",
        "市妇联去年一是开展家庭教育指导200场，二是建设妇女之家50个。",
        "市园林局累计新建公园5个；改造厕所30座。",
        "市园林局召开会议；改造厕所30座。",
        "市文旅局围绕文化惠民，去年一是送戏下乡1000场；二是建设“城市书房”20个。",
    ],
)
def test_what_is_over_nobodys_or_only_said_is_not(text):
    assert told(text) == []


def test_an_amount_of_a_year_past_is_called_finished():
    found = extract("市住建局2023年完成3万户，今年再改造5万户。", (), PUBLISHED)
    assert [one.name for one in found.commitments] == ["改造5万户"]
    assert [("完成" in one.name, "已经完成" in one.reason) for one in found.left_out] == [(True, True)]


@pytest.mark.parametrize("year", ["", "2025年度", "2025年"])
def test_a_count_in_a_name_may_follow_its_year(year):
    members = "放心消费、食品抽检、计量惠民、认证提升、电梯安全"
    (found,) = extract(f"市市场监管局近日发布{year}“惠民五条”，包括：{members}。", (), PUBLISHED).commitments
    assert (found.name, found.declared_count, "、".join(item.title for item in found.items)) == ("“惠民五条”", 5, members)


@pytest.mark.parametrize(
    "title",
    [
        "改扩建中小学10所",
        "整改问题清单162件",
        "黑臭水体治理12条",
        "电梯增设30件",
        "重建村卫生室4所",
        "兴建社会住宅3处共1,200户",
        "老旧小区改造44个",
    ],
)
def test_a_name_is_not_cut_in_the_word_nor_parted_from_its_thing(title):
    assert [item[0] for _, items in told(f"市住建局将{title}。") for item in items] == [title]
    assert [item[0] for _, items in told(f"市住建局计划年底前{title}。") for item in items] == [title]


@pytest.mark.parametrize("words", ["完成整治120条", "新建44个", "组织培训900人"])
def test_words_before_a_verb_that_are_no_thing_stay_outside(words):
    assert [item[0] for _, items in told(f"市住建局计划年底前{words}。") for item in items] == [words]


@pytest.mark.parametrize(
    "does",
    ["加固堤防36公里", "除险加固水库12座", "抗震加固农房1200户", "修缮古建筑15处", "翻新公厕20座", "疏浚河道12公里", "拓宽道路6条", "硬化巷道20公里", "补植行道树2000株", "翻建球场8片", "新开便利店30家"],
)
def test_repairs_are_set_down_as_buildings_are(does):
    told = extract(f"市住建局{does}。", (), date(2026, 2, 3)).commitments
    assert [item.title for one in told for item in one.items] == [does]
    assert not extract(f"去年市住建局{does}。", (), date(2026, 2, 3)).commitments
    assert not extract(f"市住建局已{does}。", (), date(2026, 2, 3)).commitments


@pytest.mark.parametrize(("does", "titles"), [("新建教学楼3栋、扩建宿舍2栋", ["新建教学楼3栋", "扩建宿舍2栋"]), ("新建3栋，年底前完成", ["新建3栋"])])
def test_buildings_by_the_block(does, titles):
    told = extract(f"市教育局将{does}。", (), date(2026, 2, 3)).commitments
    assert [item.title for one in told for item in one.items] == titles


@pytest.mark.parametrize(
    ("text", "published", "owner"),
    [
        ("市教育局2024年建设学校5所。", None, "市教育局"),
        ("市教育局2024年新建学校5所，改造食堂30个。", None, "市教育局"),
        ("市民政局聚焦“一老一小”，2024年新建养老院3所。", None, "市民政局"),
        ("市民政局聚焦“一老一小”，2025年新建养老院3所。", PUBLISHED, "市民政局"),
        ("市教育局“十四五”期间新建学校20所。", None, "市教育局"),
        ("市教育局“十五五”期间新建学校20所。", PUBLISHED, "市教育局"),
        ("市自然资源和规划局2024年新建公园3个。", None, "市自然资源和规划局"),
    ],
)
def test_a_year_behind_the_owner_parts_it_from_no_verb(text, published, owner):
    assert {one.agency_name for one in extract(text, (), published).commitments} == {owner}


@pytest.mark.parametrize(
    "text",
    [
        "市民政局聚焦“一老一小”，2024年新建养老院3所。",
        "市教育局2024年新建学校5所，2025年新建学校8所，累计投入3亿元。",
        "市教育局2023年新建学校5所，2024年新建学校8所。",
        "市教育局“十三五”期间新建学校20所。",
        "市教育局2024年以来新建学校20所。",
    ],
)
def test_a_year_or_a_plan_that_is_over_promises_nothing(text):
    assert told(text) == []


def test_no_verb_is_found_within_a_name():
    (one,) = extract("市自然资源和规划局要抓紧8个片区调整。", (), PUBLISHED).left_out
    assert (one.agency_name, one.name) == ("市自然资源和规划局", "要抓紧8个片区调整")
    (one,) = extract("市自然资源和规划局要加快8个片区调整。", (), PUBLISHED).commitments
    assert (one.agency_name, one.name) == ("市自然资源和规划局", "8个片区调整")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市交通局新辟公交线路15条，市公安局将新增护学岗40个。", [("市交通局", "15"), ("市公安局", "40")]),
        ("县水利局完成水库除险3座，县交通局今年新改建农村公路120公里。", [("县交通局", "120")]),
        ("县教育局去年培训教师300名，县交通局新建公路20公里。", []),
    ],
)
def test_each_subject_of_a_sentence_may_set_something_down(text, expected):
    assert [(owner, items[0][1]) for owner, items in told(text)] == expected


@pytest.mark.parametrize("words", ["投入1200万元改造校舍8栋", "将投入专项资金1200万元用于改造校舍8栋", "将安排1200万元，改造校舍8栋"])
def test_what_is_made_of_the_money_is_the_target(words):
    assert told(f"区教体局{words}，8月底前完工。") == [("区教体局", [("改造校舍8栋", "8", "栋")])]


def test_money_alone_is_the_target():
    assert told("市水务局将投入5亿元改造管网。") == [("市水务局", [("投入5亿元改造管网", "5", "亿元")])]


def test_a_layout_is_no_office():
    assert told("市人社局将在全市布局零工市场30个。") == [("市人社局", [("布局零工市场30个", "30", "个")])]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("市民政局聚焦“一老一小”，出台《江城市托育服务管理办法》，新增托位2000个。", ["2000"]),
        ("市交通局新开通“通学专线”18条，9月1日前投入运营。", ["18"]),
        ("市红十字会计划全年培训救护员5000人，在车站配置急救设备150台。", ["5000", "150"]),
    ],
)
def test_other_ways_of_setting_down(text, amounts):
    assert [items[0][1] for _, items in told(text)] == amounts


def test_a_campaign_that_has_nothing_but_a_name_is_what_its_amounts_are_of():
    (one,) = extract("县水务局启动“清渠护岸”，新建护坡8公里。", (), PUBLISHED).commitments
    assert (one.name, [item.title for item in one.items]) == ("“清渠护岸”", ["新建护坡8公里"])
    assert told("县水务局启动“清渠护岸”，已新建护坡8公里。") == []
