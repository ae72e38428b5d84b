"""The day on which a text says that it was published."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.article import extract, stated_day

BODY = "省教育厅推出12项便民举措。\n"


@pytest.mark.parametrize(
    ("raw", "day", "words"),
    [
        ("标题\n发布时间：2024-01-26 09:12\n" + BODY, date(2024, 1, 26), "发布时间：2024-01-26"),
        ("標題\n發佈日期：113年5月3日\n" + BODY, date(2024, 5, 3), "發佈日期：113年5月3"),
        ("標題\n發(fā)布時(shí)間：2022-04-08\n" + BODY, date(2022, 4, 8), "發(fā)布時(shí)間：2022-04-08"),
        ("标题\n某网 2024-01-26 09:12 来源：某报\n" + BODY, date(2024, 1, 26), "某网 2024-01-26 09:"),
        ("《某某日报》2021年6月3日 第2版\n" + BODY, date(2021, 6, 3), "2021年6月3日"),
        ("□本报记者某某 2022-10-12\n" + BODY, date(2022, 10, 12), "2022-10-12"),
        (BODY + "某省某厅\n2022年4月18日\n", date(2022, 4, 18), "2022年4月18日"),
        (BODY + "某厅办公室 2022年4月18日印发\n", date(2022, 4, 18), "2022年4月18日"),
        (BODY + "某厅办公室2022年4月18日印发\n", date(2022, 4, 18), "2022年4月18日"),
        ("标题\n来源：某网 2021年09月10日08:42\n" + BODY, date(2021, 9, 10), "2021年09月10日"),
        ("标题\n2021年06月21日09:40 来源：某网\n" + BODY, date(2021, 6, 21), "2021年06月21日"),
        ("标题\n来源：某厅　时间：2024-03-05　浏览次数：12\n" + BODY, date(2024, 3, 5), "时间：2024-03-05"),
        ("标题\n【2024-03-05】\n" + BODY, date(2024, 3, 5), "2024-03-05"),
        ("标题\n发布时间：2024 年 3 月 5 日\n" + BODY, date(2024, 3, 5), "发布时间：2024 年 3 月 5"),
        ("標題\n發布日期：民國 113 年 5 月 14 日\n" + BODY, date(2024, 5, 14), "發布日期：民國 113 年 5 月 14"),
        (BODY + "中華民國113年5月14日\n", date(2024, 5, 14), "民國113年5月14日"),
        (BODY + "某县人民政府\n二○二四年三月十二日\n", date(2024, 3, 12), "二○二四年三月十二日"),
        ("标题\n某报2024年3月5日讯（记者某某）" + BODY, date(2024, 3, 5), "2024年3月5日"),
    ],
)
def test_a_stated_day(raw, day, words):
    found, (start, end) = stated_day(raw)
    assert found == day and raw[start:end] == words


@pytest.mark.parametrize(
    "raw",
    [
        BODY,
        "标题\n活动时间：2024年5月1日\n" + BODY,
        "2024年5月1日启动的便民行动\n" + BODY,
        "截至2024年5月1日\n" + BODY,
        "标题\n发布时间：2024-13-26\n" + BODY,
        "标题\n5月27日上午\n" + BODY,
        "标题\n最后更新日期：112-03-08　点阅数：5\n" + BODY,
        "标题\n某府办发〔2024〕12号\n" + BODY,
        "标题\n公园建设\t新建公园10个\t区园林局\t2024-10-31\n" + BODY,
        "标题\n1\t公园建设\t新建公园10个\t2024/10/31\n",
        "标题\n公园建设　　新建公园10个　　区园林局　　2024-10-31\n" + BODY,
        "标题\n（一）新建学校5所 2025年9月1日\n" + BODY,
        "<p>标题</p><table><tr><td>公园建设</td><td>\n2024-10-31\n</td></tr></table>\n",
        "标题\n某局2024年5月1日电话回访了群众，收到意见12条。\n" + BODY,
    ],
)
def test_no_day_is_stated(raw):
    assert stated_day(raw) is None


@pytest.mark.parametrize(
    ("raw", "year"),
    [
        ("标题\n最后更新日期：112-03-08　点阅数：5\n", 2023),
        ("标题\n某府办发〔2024〕12号\n", 2024),
        ("工委于2021年5月下旬印发通知，部署各单位。\n", 2021),
        ("截至2021年5月底，已建成18所。工程到2023年6月全部建成。\n", 2021),
        ("工程到2023年6月全部建成。\n", None),
        ("（一）新建公园5所（2025年9月1日）\n", None),
        ("2020年5月已建成18所，2021年6月又建成2所。\n", None),
    ],
)
def test_the_year_of_a_text_that_states_no_day(raw, year):
    found = extract(raw + "市教育局将于年底前新建学校5所。\n", []).as_json()["commitments"]
    assert [one["items"][0]["due"] for one in found] == [year and f"{year}-12-31"]


def test_the_deadlines_of_a_table_are_deadlines():
    """The first of them was taken as the day of publication, and its row lost it."""
    text = "2024年区民生实事项目表\n序号\t项目\t内容\t牵头单位\t完成时限\n1\t公园建设\t新建口袋公园10个\t区园林局\t2024-10-31\n2\t养老服务\t新建助餐点40个\t区民政局\t2024-12-31\n"
    [found] = extract(text, []).as_json()["commitments"]
    assert [item["due"] for item in found["items"]] == ["2024-10-31", "2024-12-31"]


@pytest.mark.parametrize(
    ("list_", "due"),
    [("2026年民生实事清单", "2026-09-30"), ("2026年十件为民实事", "2026-09-30"), ("民生实事清单", None), ("2025年民生实事、2026年民生实事清单", None)],
)
def test_the_year_of_the_only_list_is_that_of_its_days(list_, due):
    text = f"白鹿区围绕就学、就医列出{list_}86件。\n区文旅局新建书房20家，9月底前开放。\n"
    assert [item.due for one in extract(text).commitments for item in one.items] == [due]
