"""The yearly plan of an office whose lines a page has broken: whose it is, and what stands under headings that are deeds themselves."""

from datetime import date

import pytest

from tracker.article import extract

HEAD = "西湾市政府交通局114年度施政计划\n本局依据本府施政纲要，配合核定预算额度，并针对社会变迁及\n本市未来发展需要，编定114年度施政计划，其重点与项目如下：\n壹、重要施政计划\n"
LINES = "一、轨道运输\n(一)增设站点自行车架\n自行车架目前计有12处，114年度将扩大至30处，每处至少可停放\n20辆。\n(二)推动无障碍车站\n114年度预计新增电梯8座，累计达74座，提供候车指引、无障碍\n叫号及协助上下车服务。\n"


def told(text):
    return [(one.agency_name, one.name, [item.title for item in one.items]) for one in extract(text, (), date(2025, 1, 6)).commitments]


def test_a_title_is_no_part_of_the_sentence_below_it():
    assert {owner for owner, _, _ in told(HEAD + LINES)} == {"西湾市政府交通局"}


@pytest.mark.parametrize("before", ["113年服务6万2340趟次。", ""])
def test_what_is_done_this_year_stands_beside_the_figures_of_the_last(before):
    text = f"{HEAD}{LINES}二、公路运输\n(一)充实候车设施\n114年度预计增设候车亭16座。\n(二)敬老巴士服务\n{before}114年度汰换6辆、新购4辆。\n(三)推广共乘\n113年共乘服务3万人次。\n"
    assert ("西湾市政府交通局", "公路运输", ["充实候车设施", "敬老巴士服务"]) in told(text)
