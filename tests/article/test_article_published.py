"""The day on which a text says that it was published."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.article import stated_day

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
    ],
)
def test_no_day_is_stated(raw):
    assert stated_day(raw) is None
