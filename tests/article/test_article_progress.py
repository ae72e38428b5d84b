"""Reports of progress: what was done promises nothing, what is left over or stands under 下一步 does."""

from datetime import date

from tracker.article import extract

PUBLISHED = date(2026, 11, 15)


def deeds(text):
    return [
        (one.agency_name, one.declared_count, [(item.title, item.due) for item in one.items])
        for one in extract(text, (), PUBLISHED).commitments
    ]


REPORT = """关于2026年市政府民生实事办理情况的报告
一、总体情况
年初市政府确定民生实事12件。截至10月底，10件已全面完成；市图书馆新馆、滨河路改造2件正按计划推进，分别于12月底、2027年3月底前完成。
二、已完成事项
（一）学位供给扩大。新建改扩建学校14所，新增学位1.2万个。
（二）出行改善。新辟公交线路8条，建成充电桩2150个。
三、下一步打算
（一）市住建局负责管网更新，完成改造40公里。
（二）市发展改革委征集建议2700条，初步筛选候选项目16个。
"""


def test_a_report_promises_what_is_left_and_what_comes_next():
    assert deeds(REPORT) == [
        ("市政府", 12, [("市图书馆新馆", "2026-12-31"), ("滨河路改造", "2027-03-31")]),
        ("市住建局", None, [("完成改造40公里", None)]),
    ]


def test_the_rest_of_a_list_are_its_members():
    text = "沙洲县年初确定的20件民生实事，截至10月底已完成17件。其余3件分别是中医院住院楼、城东市场、滨河步道，均将于年底前交付。"
    ((owner, declared, items),) = deeds(text)
    assert (owner, declared) == ("沙洲县", 20)
    assert items == [(name, "2026-12-31") for name in ("中医院住院楼", "城东市场", "滨河步道")]
    assert deeds(text.replace("3件分别是", "4件分别是"))[0][2] == []  # not the number of them


def test_a_title_that_speaks_of_results_makes_no_plan():
    text = "沙洲县20件民生实事交出暖心答卷\n今年，全县新改建农村公路136公里，改造危桥7座。县教育局新建学校5所。"
    assert deeds(text) == []
