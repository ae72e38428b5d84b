"""A hospital, a museum, a home for the old: what something is done to, unless it does something itself."""

import pytest
from short_texts import deeds, found

LIST = "县政府今年办好以下3件实事：\n"


@pytest.mark.parametrize(
    "lines",
    [
        ["镇敬老院提升改造", "建成县城区“15分钟健身圈”", "乡卫生院中医馆建设"],
        ["县疾控中心实验室能力提升", "县体育馆、县图书馆免费开放", "县医院托育中心"],
        ["城关镇卫生院、河口镇卫生院升级改造", "县福利中心提档升级工程", "市民中心停车场改扩建"],
        ["县人民医院门诊楼扩建", "县体育馆智能化", "覆盖全县所有中小学"],
    ],
)
def test_a_house_of_which_something_is_made_is_no_owner_of_the_item(lines):
    proposal = found(LIST + "".join(f"{mark}{line}；\n" for mark, line in zip("①②③", lines, strict=True)))
    (one,) = proposal.commitments
    assert (one.agency_name, one.declared_count, proposal.context) == ("县政府", 3, ())
    assert [(item.title, item.lead_agency) for item in one.items] == [(line, None) for line in lines]


def test_a_house_that_acts_leads_its_item():
    (one,) = found(LIST + "①县中医院开展义诊20场；\n②建设城北公园；\n③改造道路5条。").commitments
    assert next((item.title, item.lead_agency) for item in one.items) == ("开展义诊20场", "县中医院")


def test_a_hospital_that_does_something_to_its_own_house_owns_it():
    assert deeds("县人民医院将推进门诊楼扩建，年底前新增床位50张。")[0][0] == "县人民医院"


def test_items_with_offices_of_their_own_stay_deeds():
    text = LIST + "①县教育局新建学校5所；\n②县住建局改造小区12个；\n③县水利局整治河道3条。"
    assert [one[0] for one in deeds(text)] == ["县教育局", "县住建局", "县水利局"]


def test_an_item_without_an_office_is_whose_the_list_is():
    text = LIST + "①县教育局新建学校5所；\n②县住建局改造小区12个；\n③整治河道3条。"
    assert [one[0] for one in deeds(text)] == ["县教育局", "县住建局", "县政府"]


def test_in_a_governments_report_houses_are_the_governments():
    text = "平阳县人民政府工作报告\n今年，我们将抓好以下工作。县图书馆延时开放到晚上9点。县中医院搬迁项目年底前封顶。年内培育特色专科3个。\n"
    assert {owner for owner, *_ in deeds(text)} == {"平阳县人民政府"}
    assert deeds("县中医院年内培育特色专科3个。")[0][0] == "县中医院"
