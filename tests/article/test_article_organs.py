"""Organs by the grammar of their names, and who owns what."""

import pytest
from article_gold import DIRECTORY

from tracker.article import extract
from tracker.article.directory import Directory
from tracker.article.organs import subject

KNOWN, EMPTY = Directory(DIRECTORY), Directory()


def found(clause, directory=EMPTY):
    organ = subject(clause, 0, len(clause), directory)
    return organ and organ.name


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("省住建厅加大资金支持力度", "省住建厅"),
        ("省委省级机关工委坚持把实事办好", "省委省级机关工委"),
        ("5月14日市教育局推进课后服务", "市教育局"),
        ("今年，某市卫生健康委员会将新建医院", "某市卫生健康委员会"),
        ("鲤城区公布第一批清单", "鲤城区"),
        ("重庆列出清单", "重庆"),
        ("湖南衡阳聚焦群众所盼", "湖南衡阳"),
        ("台北市政府文化局将办理", "台北市政府文化局"),
        ("市府教育局则推动方案", "市府教育局"),
        ("某能源集团公司实施工程", "某能源集团公司"),
        ("县人力资源和社会保障局开展培训", "县人力资源和社会保障局"),
        ("市城管局、市住建局联合开展整治", "市城管局"),
        ("【某某讯】市水利局启动工程", "市水利局"),
        ("本报讯（记者 甲） 市民政局推出举措", "市民政局"),
        ("市数据局负责人介绍，下一步将推出", "市数据局"),
        ("运输署将在十个交汇处加装", "运输署"),
        ("康乐及文化事务署将翻新", "康乐及文化事务署"),
        ("房屋局会推出", "房屋局"),
        ("市教育局等部门联合印发方案", "市教育局"),
        ("市教育局等多个部门联合推出", "市教育局"),
        ("市公安局和平分局将新设岗亭", "市公安局和平分局"),
        ("市图书馆和文化馆将新建书屋", "市图书馆"),
        ("会展中心将新建车位", "会展中心"),
        ("体检中心今年新增体检车", "体检中心"),
        ("兴建集团拟新建房屋", "兴建集团"),
        ("市人社局培训中心年内培训3000人", "市人社局培训中心"),
        ("县民政局救助站年底前新增床位", "县民政局救助站"),
        ("市民政局安置中心负责新增床位", "市民政局安置中心"),
        ("市教育局新建学校年底前完工", "市教育局"),
        ("房委会亦会于未来五年兴建", "房委会"),
        ("国家卫生健康委将遴选", "国家卫生健康委"),
        ("住宅发展处至117年止", "住宅发展处"),
        ("市第一中学将增设心理课", "市第一中学"),
        ("市教育局党组书记、局长李华承诺", "市教育局"),
    ],
)
def test_finds_the_subject(clause, name):
    assert found(clause) == name


@pytest.mark.parametrize(
    "clause",
    [
        "老旧小区改造全面铺开",
        "市民卡提供服务",
        "东亭路此前年久失修",
        "省交通运输厅机关党委副书记甲参训",
        "东区活动中心新建工程动工",
        "台东博览会将开幕",
        "推进教育局建设",
        "在市教育局领导下",
        "最终结局将",
        "城北小学将于9月底前建成投用",
        "区第二实验小学已完成主体封顶",
        "各项部署将",
        "的工作",
        "",
    ],
)
def test_finds_none(clause):
    assert found(clause) is None


@pytest.mark.parametrize("clause", ["我市将新建学校", "本府将设置", "各级党组织开展", "市级部门重点推进", "全市重点办好"])
def test_somebody_without_a_name(clause):
    organ = subject(clause, 0, len(clause), EMPTY)
    assert organ is not None and organ.generic


def test_the_directory_knows_names_that_grammar_does_not():
    directory = Directory([*DIRECTORY, type(DIRECTORY[0])(code="X1", name="某某之家", full_name="", aliases=())])
    assert found("某某之家推出服务", directory) == "某某之家"
    assert KNOWN.code("江苏市教育局") == "JYJ"
    assert KNOWN.code("市教委") is None
    assert KNOWN.near("市教育委员会局") == ("JYJ 市教育局",)


def owner(text, directory=DIRECTORY):
    (one, *_) = extract(text, directory).commitments
    return one.agency, one.agency_name, one.joint


@pytest.mark.parametrize(
    ("text", "name", "joint"),
    [
        ("市教育局推出12项便民举措。", "市教育局", ()),
        ("市教育局紧盯需求，推出12项便民举措。", "市教育局", ()),
        ("市教育局紧盯需求。推出12项便民举措。", "市教育局", ()),
        ("甲区聚焦民生。该区推出12项便民举措。", "甲区", ()),
        ("推出12项便民举措，由市教育局牵头落实。", "市教育局", ()),
        ("推出12项便民举措（市教育局主办，市住建局、市财政局协办）。", "市教育局", ("市住建局", "市财政局")),
        ("推出12项便民举措。责任单位：市教育局。", "市教育局", ()),
        ("市教育局会同市财政局推出12项便民举措。", "市教育局", ("市财政局",)),
        ("市教育局、市财政局联合推出12项便民举措。", "市教育局", ("市财政局",)),
        ("市教育局联合甲、乙、丙一市两省教育厅推出12项便民举措。", "市教育局", ("甲教育厅", "乙教育厅", "丙教育厅")),
        ("市政府今年的12件民生实事顺利推进。", "市政府", ()),
        ("记者从市教育局获悉，今年我市推出12项便民举措。", "市教育局", ()),
        ("桃园市积极转型。本府推出12项便民举措。", "桃园市政府", ()),
        ("今年推出12项便民举措。", None, ()),
        ("我市推出12项便民举措。", None, ()),
    ],
)
def test_owners(text, name, joint):
    code, written, others = owner(text)
    assert (written, others) == (name, joint)
    assert code == {"市教育局": "JYJ"}.get(name)


def test_the_fullest_name_of_the_article_is_given():
    text = "省委省级机关工委坚持为民。\n省级机关工委推出12项便民举措。"
    assert owner(text)[:2] == ("SJGW", "省委省级机关工委")


def test_a_new_paragraph_takes_no_owner_from_the_one_before():
    assert owner("市教育局紧盯需求。\n今年推出12项便民举措。")[1] is None


def test_an_unknown_owner_comes_with_near_ones():
    (one,) = extract("市教育厅局推出12项便民举措。", DIRECTORY).commitments
    assert one.agency is None and "JYJ 市教育局" in one.near and one.key == "x-1"


@pytest.mark.parametrize("office", ["教务处", "后勤保障处", "研究生院", "图书馆", "校医院", "保卫处", "学生处", "科研处", "校团委", "招生就业处", "护理部", "网络中心"])
def test_the_offices_of_a_school_or_a_hospital_have_no_place_in_their_names(office):
    found = extract(f"某处风景：\n9月新学期，{office}将在三个校区新开食堂3个。下一步，{office}拟更换空调1800台，12月底前完成。").commitments
    assert {one.agency_name for one in found} == {office} and len(found) == 2


@pytest.mark.parametrize("words", ["好处是，今年新开食堂3个", "学生们将在年底前种树300棵", "到处将开花", "研究生将参加比赛3场"])
def test_what_only_sounds_like_an_office_is_none(words):
    assert all(one.agency_name is None for one in extract(words + "。").commitments)


@pytest.mark.parametrize("verb", ["承担", "领办", "承建", "救助", "帮扶", "改善", "统筹", "补齐", "托管", "精准建设"])
@pytest.mark.parametrize("owner", ["市教育局", "区民政局", "县卫健委", "市总工会"])
def test_a_name_ends_before_what_the_office_does_to_a_house(owner, verb):
    for house in ("法律服务站建设", "社区医院改造项目", "村卫生室12所", "养老院设施"):
        assert found(f"{owner}{verb}{house}。") == owner


@pytest.mark.parametrize("owner", ["市民政局救助管理站", "市教育局招生办", "市公安局出入境管理支队", "市住建局保障中心"])
def test_an_office_within_an_office_has_a_name_of_its_own(owner):
    assert found(f"{owner}将新建公园5个。") == owner
