"""Policy addresses and replies of Hong Kong and Macau: 政府会…, 署方, 当局; and what members only ask of them."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def deeds(text, published=PUBLISHED):
    return [(one.agency_name, one.name) for one in extract(text, (), published).commitments]


def items(text):
    return [(item.title, item.target_quantity, item.due) for one in extract(text, (), PUBLISHED).commitments for item in one.items]


@pytest.mark.parametrize("does", ["會在", "將於", "計劃", "亦會於"])
@pytest.mark.parametrize("who", ["政府", "當局"])
def test_the_government_is_who_does_it(who, does):
    assert deeds(f"{who}{does}年底前加裝20部升降機。") == [({"政府": "政府", "當局": "当局"}[who], "加装20部升降机")]


def test_the_government_has_the_name_that_the_text_gives_it():
    text = "東海特區政府推出新措施。\n政府會在年底前加裝20部升降機。"
    assert deeds(text)[-1] == ("东海特区政府", "加装20部升降机")


@pytest.mark.parametrize("words", ["政府采购20部升降机的合同年底前完成公示", "政府投资项目年底前加装20部升降机"])
def test_what_is_only_called_after_the_government_is_not_its_deed(words):
    assert ("政府", "加装20部升降机") not in deeds(f"{words}。")


def test_the_department_is_the_one_named_before():
    text = "郵政署檢討服務時間。房屋局另作回應。\n署方會在年底前增設20個郵箱。"
    assert deeds(text) == [("邮政署", "增设20个邮箱")]
    assert deeds("署方會在年底前增設20個郵箱。") == []


@pytest.mark.parametrize("title", ["二〇二七財政年度施政方針", "東海特區《施政綱領》(節錄)"])
def test_a_policy_address_is_its_governments(title):
    text = f"{title}\n\n一、出行\n\n北灣碼頭新大樓明年下半年啟用。東海特區政府亦關注收費。\n"
    assert ("东海特区政府", "北湾码头新大楼") in deeds(text)


@pytest.mark.parametrize("asks", ["促請當局", "要求政府", "建議署方", "希望有關部門"])
def test_what_members_ask_is_nobodys_promise(asks):
    assert deeds(f"北灣區民政事務處列席會議，多名議員{asks}覓地興建社區會堂。") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("會分階段翻新25個球場", ("翻新25个球场", 25, None)),
        ("會在本年第四季增設20個球場", ("增设20个球场", 20, "2026-12-31")),
        ("會於2027年或之前更換九千支燈", ("更换九千支灯", 9000, "2027")),
        ("將取消三條人流不足一成的步道", ("取消三条人流不足一成的步道", 3, None)),
        ("將把服務擴展至另外六間泳館", ("服务扩展至另外六间泳馆", 6, None)),
        ("將於下年度增加訓練名額一萬個", ("增加训练名额一万个", 1, "2027")),
        ("將於北灣增建一間可容納180人的宿舍", ("增建一间可容纳180人的宿舍", 180, None)),
    ],
)
def test_what_a_department_will_do(words, told):
    title, quantity, due = told
    ((found, amount, day),) = items(f"康樂署{words}。")
    assert (found, amount, day) == (title, str(quantity), due)


def test_where_a_plan_begins_is_its_target():
    (one,) = extract("康樂署推出“動起來”先導計劃，首階段覆蓋六個分區。", (), PUBLISHED).commitments
    assert one.name == "“动起来”先导计划" and [item.title for item in one.items] == ["首阶段覆盖六个分区"]


def test_places_are_what_comes_of_a_house():
    assert deeds("康樂署明年開辦三間托兒所，合共提供240個名額。") == [("康乐署", "开办三间托儿所")]


def test_longer_hours_are_a_service():
    assert deeds("康樂署會把開放時間延長至晚上十時。") == [("康乐署", "开放时间延长至晚上十时")]


ADDRESS = "{}\n一、交通\n(一)2027年第二季完成北灣巴士總站擴建。\n(二)推出「便民泊車」措施,增設電單車泊位500個。\n(三)研究引入單軌。\n"


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("東海特別行政區政府 2027年財政年度施政方針", "东海特别行政区政府"),
        ("行政長官施政報告摘要", "特区政府"),
    ],
)
def test_what_an_address_sets_down_is_to_be_done(title, owner):
    found = deeds(ADDRESS.format(title), None)
    assert (owner, "增设电单车泊位500个") in found and {who for who, _ in found} == {owner}


def test_the_year_of_a_budget_is_the_year_of_what_it_sets_down():
    text = ADDRESS.format("東海特別行政區政府 2027年財政年度施政方針") + "(四)年底加裝升降機20部。\n(五)來年首季翻新球場5個。\n"
    found = {item.title: item.due for one in extract(text, ()).commitments for item in one.items}
    assert found["年底加装升降机20部" if "年底加装升降机20部" in found else "加装升降机20部"] == "2027-12-31"
    assert found["翻新球场5个"] == "2027-03-31"


def test_a_department_is_called_by_its_short_name_in_brackets_too():
    text = "環境衞生署(環衞署)自2018年起推行街市活化計劃,預計分別於2026年第二季及2027年完成。環衞署亦會將泊車優惠延長兩年至2027年年底。"
    assert deeds(text) == [("环境卫生署", "街市活化计划"), ("环卫署", "泊车优惠延长两年至2027年年底")]


def test_what_is_to_be_studied_is_no_deed():
    assert deeds("康樂署會在今年內展開另外四個球場的可行性研究。") == []
