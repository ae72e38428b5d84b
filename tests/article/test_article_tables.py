"""Tables of projects: pasted with tabs, spaced, saved in a page, broken by a page; and what is none."""

import pytest

from tracker.article import extract, sentence
from tracker.article.cleaning import clean

HEAD = "序号\t项目名称\t建设内容\t责任单位\t完成时限\t备注\n"
TABLE = (
    "沙洲区2022年实事项目安排表\n" + HEAD + "1\t第三小学扩建\t新增学位720个\t区教育局\t2022年8月底前\t新建\n"
    "2\t农贸市场改造\t改造面积5200平方米，\n设摊位180个\t区商务局、东风街道\t2022年6月\t续建\n"
    "3\t老年大学装修\t室内装修\t区委老干部局\t—\t已投入使用\n"
    "合计\t\t\t\t\t\n"
)


def items(text):
    (one,) = extract(text).commitments
    return [(i.title, i.target_quantity, i.target_unit, i.due, i.lead_agency) for i in one.items]


def test_rows_are_items_with_their_columns():
    assert items(TABLE) == [
        ("第三小学扩建", "720", "个", "2022-08-31", "区教育局"),
        ("农贸市场改造", "5200", "平方米", "2022-06-30", "区商务局"),
    ]


@pytest.mark.parametrize("detail", ["目标任务", "任务目标", "年度目标", "绩效指标", "建设内容"])
def test_the_column_of_aims_tells_how_much(detail):
    (one,) = extract(f"市政府2022年民生实事任务表\n项目名称\t{detail}\t责任单位\n小学扩建\t新增学位720个\t市教育局\n食堂改造\t改造20家\t市民政局\n").commitments
    assert one.agency_name == "市政府"
    assert [(i.title, i.target_quantity, i.lead_agency) for i in one.items] == [("小学扩建", "720", "市教育局"), ("食堂改造", "20", "市民政局")]


def test_a_column_of_aims_alone_names_the_things():
    (one,) = extract("市政府2022年民生实事任务表\n序号\t目标任务\t责任单位\n1\t新增学位720个\t市教育局\n2\t改造食堂20家\t市民政局\n").commitments
    assert [i.title for i in one.items] == ["新增学位720个", "改造食堂20家"]


@pytest.mark.parametrize(
    ("line", "declared"),
    [
        ("市教育局实施“书香校园”三大行动", None),
        ("市卫健委推进五大健康工程", None),
        ("市发改委安排三个重点项目", 3),
        ("市政府推进三大工程", 3),
        ("市水务局推进三大工程", 3),
    ],
)
def test_a_table_is_not_of_the_actions_of_another(line, declared):
    rows = "序号\t项目\t责任单位\n1\t幼儿园扩建4所\t市水务局\n2\t农贸市场改造6个\t市商务局\n3\t健身步道30公里\t市体育局\n"
    found = next(one for one in extract(f"市2024年民生项目表\n{line}\n{rows}").commitments if one.pattern == "table")
    assert found.declared_count == declared and len(found.items) == 3


@pytest.mark.parametrize("gap", ["    ", "\u3000\u3000", " \t "])
def test_cells_may_be_parted_by_a_gap(gap):
    assert [title for title, *_ in items(TABLE.replace("，\n", "，").replace("\t", gap))][:1] == ["第三小学扩建"]


def test_a_table_in_a_page():
    rows = "".join(
        "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in line.split("\t")) + "</tr>"
        for line in (HEAD + "1\t第三小学扩建\t新增学位720个\t区教育局\t2022年8月底前\t新建").splitlines()
    )
    page = f"<html><body><h1>沙洲区2022年实事项目</h1><p>市教育局将新建小学5所。</p><table>{rows}</table></body></html>"
    found = extract(page).commitments
    assert {one.pattern for one in found} == {"table", "amount"}
    assert next(one for one in found if one.pattern == "table").items[0].due == "2022-08-31"


def test_a_cell_that_spans_rows_stands_in_each():
    page = (
        "<h1>2024年区政府民生实事项目表</h1><table><tr><td>类别</td><td>序号</td><td>项目名称</td><td>年度目标</td><td>联系人</td><td>牵头单位</td></tr>"
        '<tr><td rowspan="2">教育</td><td>1</td><td>新建幼儿园</td><td>5所</td><td>甲</td><td rowspan=2>区教育局</td></tr>'
        "<tr><td>2</td><td>食堂改造</td><td>30个</td></tr><tr><td>养老</td><td>3</td><td>助餐点建设</td><td>40个</td><td>甲</td><td>区民政局</td></tr></table>"
    )
    (one,) = extract(page).commitments
    assert [(i.title, i.target_quantity, i.lead_agency) for i in one.items] == [
        ("新建幼儿园", "5", "区教育局"), ("食堂改造", "30", "区教育局"), ("助餐点建设", "40", "区民政局"),
    ]  # fmt: skip
    start, end = one.items[1].place
    assert page[start:end] == "食堂改造"


def test_places_are_those_of_the_raw_text():
    (one,) = extract(TABLE).commitments
    start, end = one.items[1].place
    assert TABLE[start:end] == "农贸市场改造"


@pytest.mark.parametrize(
    "text",
    [
        "地区\t小区数\t户数\n东城区\t32\t9800\n西城区\t18\t5400\n",
        "姓名\t职务\t电话\n甲\t主任\t8866123\n",
        "项目名称\t责任单位\n老年大学装修\t已投入使用\n",
        "一段  有两个空格  的话，市教育局很忙。\n",
    ],
)
def test_other_tables_promise_nothing(text):
    assert extract(text).commitments == ()


def test_a_tab_that_parts_no_cells_is_a_space():
    assert "\t" not in clean("市教育局\t将新建小学5所。").text
    assert clean("甲 \t乙\t\t 丙").text == "甲\t乙\t\t丙"


def test_a_table_is_called_after_its_list_and_its_owner_after_who_signs():
    text = (
        "红柳镇2025年度民生微实事项目公示\n现将项目公示如下，公示期5天。\n序号\t项目名称\t建设内容\t责任单位\t完成时间\n"
        "1\t村道硬化\t硬化巷道3.2公里\t镇村建办\t6月底\n2\t广场照明\t安装路灯45盏\t镇文化站\t第二季度\n红柳镇人民政府\n2025年3月3日\n"
    )
    (found,) = extract(text).commitments
    assert (found.agency_name, found.name) == ("红柳镇人民政府", "2025年度民生微实事项目")
    assert [item.due for item in found.items] == ["2025-06-30", "2025-06-30"]


COLUMNS = "2026年区民生实事项目表\n序号\t项目\t内容\t牵头单位\t完成时限\n1\t公园建设\t新建口袋公园10个\t区园林局\t2026-10-31\n"
LAST = "3\t学校\t新建学校3所\t区教育局\t2026-12-31\n"


@pytest.mark.parametrize(
    "broken",
    [
        "2\t养老服务\t新建助餐点40个\t区民政局\n区财政局\t2026-12-31\n",
        "2\t养老服务\t新建助餐点40个\t区民政局\n区财政局\n区住建局\t2026-12-31\n",
        "2\t养老服务\t新建\n助餐点40个\t区民政局\t2026-12-31\n",
        "2\t养老服务\t新建助餐点40个\t区民政局\t\n\t\t\t区财政局\t2026-12-31\n",
    ],
)
def test_a_cell_that_the_page_has_broken_is_one(broken):
    assert items(COLUMNS + broken + LAST) == [
        ("公园建设", "10", "个", "2026-10-31", "区园林局"),
        ("养老服务", "40", "个", "2026-12-31", "区民政局"),
        ("学校", "3", "所", "2026-12-31", "区教育局"),
    ]


def test_the_last_cell_may_be_broken_too():
    (one,) = extract("2026年区民生实事项目表\n序号\t项目\t内容\t牵头单位\n1\t养老服务\t新建助餐点40个\t区民政局\n区财政局\n2\t学校\t新建学校3所\t区教育局\n").commitments
    assert [(i.title, i.lead_agency, i.joint) for i in one.items] == [("养老服务", "区民政局", ("区财政局",)), ("学校", "区教育局", ())]


ROWS = "\n翠湖{kind}\t食堂提升\t改造食堂5家\t2026年5月31日\n海堤{kind}\t共享花园\t建设花园12处\t2026年9月底\n"


@pytest.mark.parametrize(("column", "kind"), [("街道", "街道"), ("社区", "社区"), ("乡镇", "镇"), ("责任单位", "街道"), ("学校", "小学")])
def test_rows_that_nothing_calls_a_list_are_deeds_of_whoever_stands_in_them(column, kind):
    text = f"小切口撬动大治理“民生微实事”进行时\n2025年，全区累计实施“民生微实事”项目68个，惠及群众2万人次。\n在各地，暖心之举也在落地：\n{column}\t项目\t内容\t完成时间" + ROWS.format(kind=kind)
    found = extract(text).commitments
    assert [(one.agency_name, one.name, one.declared_count, one.items[0].due) for one in found] == [
        (f"翠湖{kind}", "食堂提升", None, "2026-05-31"), (f"海堤{kind}", "共享花园", None, "2026-09-30"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["2026年民生微实事项目", "2026年民生微实事项目公示\n经研究，现公示如下。", "区政府确定2026年民生微实事项目2个：", "今年共有以下2件民生实事："])
def test_a_table_that_is_called_a_list_stays_one(head):
    found = extract(head + "\n街道\t项目\t内容\t完成时间" + ROWS.format(kind="街道")).commitments
    assert [len(one.items) for one in found] == [2]


@pytest.mark.parametrize("words", ["共立项214个", "共安排214个", "共确定214个", "共计214个", "共梳理214个"])
def test_the_number_of_a_list_stands_behind_how_it_was_made(words):
    found = extract(f"日前，区委社会工作部联合区财政局公布2026年首批“民生微实事”项目清单，{words}，8月底前完成。").commitments
    assert [(one.agency_name, one.declared_count) for one in found] == [("区委社会工作部", 214)]


def test_a_table_that_a_spreadsheet_has_saved():
    text = (
        "2026年民生项目表\n序号,项目,内容,责任单位,时限\n"
        '1,校园安全,"为45所学校更换设施,新建3所",市教育局,2026年8月\n2,"“数字乡村”建设",建成示范村30个,"市农业农村局,市财政局",2026-12-31\n3,办公用房,,市民政局,\n'
    )
    assert items(text) == [
        ("校园安全", "45", "所", "2026-08-31", "市教育局"),
        ("“数字乡村”建设", "30", "个", "2026-12-31", "市农业农村局"),
        ("办公用房", None, None, None, "市民政局"),
    ]


def test_commas_elsewhere_part_no_cells():
    assert [one.name for one in extract("内容,单位,时间\n市教育局将新建学校5所,改造食堂3个。\n").commitments] == ["新建学校5所", "改造食堂3个"]


CSV = '项目,内容,责任单位,时限\n"小学,扩建",新增学位720个,区教育局,2022年8月\n公厕,改造5座,区城管局,2022年9月\n'


@pytest.mark.parametrize(
    ("text", "quote", "before", "after", "paragraph"),
    [
        (TABLE, "第三小学扩建", "1 | ", " | 新增学位720个 | 区教育局 | 2022年8月底前 | 新建", 3),
        (TABLE, "摊位180个", "2 | 农贸市场改造 | 改造面积5200平方米，设", " | 区商务局、东风街道 | 2022年6月 | 续建", 5),
        (TABLE, "室内装修", "3 | 老年大学装修 | ", " | 区委老干部局 | — | 已投入使用", 6),
        (TABLE.replace("\t", "    "), "第三小学扩建", "1 | ", " | 新增学位720个 | 区教育局 | 2022年8月底前 | 新建", 3),
        (CSV, "新增学位720个", '"小学,扩建",', ",区教育局,2022年8月", 2),
        ("<table><tr><td>序号</td><td>项目</td><td>单位</td></tr><tr><td>1</td><td>小学<br>扩建</td><td>区教育局</td></tr></table>", "小学", "1 | ", "扩建 | 区教育局", 2),
        ("市教育局推进项目：扩建小学。", "项目", "市教育局推进", "：扩建小学。", 1),
    ],
)
def test_a_cell_is_shown_in_its_row(text, quote, before, after, paragraph):
    start = text.index(quote)
    assert sentence(text, start, start + len(quote)) == (before, quote, after, paragraph)


@pytest.mark.parametrize(
    ("over", "items"),
    [
        ("市教育局实施校园食堂改造、护眼灯安装、课后服务扩面等六项暖心工程。", 3),
        ("市教育局实施“食堂”“护眼”“延时”三项暖心工程。", 3),
        ("市教育局开展校园食堂改造、护眼灯安装两项行动。", 2),
        ("市教育局将办好三件实事：一是改造食堂；二是安装护眼灯；三是扩建操场。", 3),
        ("市政府今年办好新增学位、改造厕所等六件实事。", None),
        ("市政府今年办好2件实事。", None),
    ],
)
@pytest.mark.parametrize("gap", ["\t", "    "])
def test_a_list_with_members_of_its_own_is_not_that_of_the_table_behind_it(over, items, gap):
    rows = "序号\t项目\t责任单位\t完成时限\n1\t新增学位1200个\t市教育局\t8月底\n2\t改造厕所36座\t市城管局\t10月底\n".replace("\t", gap)
    first, *others = extract(f"{over}\n{rows}").commitments
    assert [len(first.items), *((one.agency_name, one.name) for one in others)] == (
        [2] if items is None else [items, ("市教育局", "新增学位1200个"), ("市城管局", "改造厕所36座")]
    )


INDICATORS = """東海特區《施政綱領》主要績效指標
範疇三 環境
指標 負責部門 完成日期
3.1 將露天黑點由 480 個減至 200 個以下 環境衞生署 2027年6月
3.2 更換 1 500 盞舊式街燈 路政署 2027年內
3.3 每季檢討一次 環境衞生署 持續
範疇四 ……(略)
{}。
"""


@pytest.mark.parametrize(("below", "declared"), [("備註:本綱領共列 64 項指標", 64), ("備註:本綱領由各部門推行", None)])
def test_the_last_blanks_of_a_row_part_its_owner_and_its_day(below, declared):
    text = INDICATORS.format(below)
    assert [(title, quantity, due, lead) for title, quantity, _, due, lead in items(text)] == [
        ("将露天黑点由480个减至200个以下", "200", "2027-06-30", "环境卫生署"),
        ("更换1500盏旧式街灯", "1500", "2027", "路政署"),
        ("每季检讨一次", None, None, "环境卫生署"),
    ]
    (one,) = extract(text).commitments
    assert one.declared_count == declared and one.agency_name == "东海特区政府"


def test_words_with_blanks_under_no_such_heads_are_no_row():
    assert "\t" not in clean(INDICATORS.replace("完成日期", "備註")).text
