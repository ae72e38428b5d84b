"""Reports of an office to its council: whose the sections are, and that what stands below their headings is no list."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2025, 1, 10)
SECTION = """一、路燈
(一)路燈智慧化:全縣 1 萬 2,000 盞,114 年將汰換 3,000 盞。
(二)巷弄補燈:113 年度共補裝 270 盞,尚餘 40 盞未能施工。
(三)燈桿編碼:預定 114 年 6 月完工。
二、管線
(一)114 年賡續執行「人孔下地」專案,以老街為示範,上半年施作 180 處。
"""


def told(text):
    return [(one.agency_name, one.name, one.declared_count, [(i.title, i.due) for i in one.items]) for one in extract(text, (), PUBLISHED).commitments]


def test_the_deeds_of_a_section_are_those_of_the_office_whose_report_it_is():
    found = told(f"肆、建設處工作報告\n{SECTION}")
    assert ("建设处", "汰换3,000盏", None, [("汰换3,000盏", "2025")]) in found
    assert all(owner == "建设处" for owner, *_ in found)
    assert not any("巷弄补灯" in str(one) for one in found)


def test_the_title_of_the_text_may_be_the_report():
    assert {owner for owner, *_ in told(f"清河市政府交通局報告\n{SECTION}")} == {"清河市政府交通局"}


def test_what_the_office_sets_itself_is_still_a_list():
    found = told("肆、建設處工作報告\n二、114年度重點工作\n(一)汰換路燈 3,000 盞。\n(二)增設天橋照明 12 處。\n")
    assert [(name, len(items)) for _, name, _, items in found] == [("114年度重点工作", 2)]


def test_a_half_year_behind_what_is_to_come_is_to_come():
    (one,) = [one for one in told(f"肆、建設處工作報告\n{SECTION}") if "专案" in one[1]]
    assert one[1] == "“人孔下地”专案" and one[3] == [("施作180处", "2025-06-30")]


def test_a_year_of_the_republic_is_a_year():
    words = "警察局檢討路口監視器,{}年度汰換620支。"
    assert told(words.format(114)) == [("警察局", "汰换620支", None, [("汰换620支", "2025")])]
    assert told(words.format(113)) == []


def test_a_thing_in_hand_is_ready_by_the_later_of_its_days():
    (one,) = told("水利局表示,安平排水整治工程刻正辦理設計中,預定明年3月發包、115年12月完工。")
    assert one == ("水利局", "安平排水整治工程", None, [("安平排水整治工程", "2026-12-31")])


def test_the_points_of_an_answer_are_no_list():
    points = "一、有關北岸步道,農業處預定114年5月底前鋪設2,000公尺。\n二、停車一節,現階段財源不足,容後研議。\n三、遊客中心經鑑定尚可補強,估計每年需增300萬元。\n"
    assert told(f"清河縣議會書面答復\n答復單位:農業處\n答復內容:\n{points}") == [("农业处", "铺设2,000公尺", None, [("铺设2,000公尺", "2025-05-31")])]


def test_what_a_budget_sets_down_is_to_be_done():
    found = told("安平縣政府建設處業務報告\n貳、建築管理科\n一、推動老屋補強:114年度編列800萬元,補助60戶。\n二、橋梁:114年度已檢測212座。\n")
    assert found == [("安平县政府建设处", "补助60户", None, [("补助60户", "2025")])]


def test_who_signs_an_answer_without_a_day_speaks_in_it():
    text = "清河市議會質詢答覆\n案由:北門國小操場整修乙案\n一、查本市國小18所。\n二、本局優先辦理北門等3所操場整修,預計9月開學前完工。\n三、其餘分年辦理。\n清河市政府教育局\n"
    assert told(text) == [("清河市政府教育局", "办理北门等3所操场整修", None, [("办理北门等3所操场整修", "2025-09-30")])]


def test_the_title_may_tell_of_what_was_and_what_will_be():
    text = "北河市政府衛生局114年施政成果與未來規劃\n壹、施政成果\n一、設置據點72處。\n貳、未來規劃\n一、佈建體溫計200台。\n二、籌建第二衛生所,預計116年6月啟用。\n"
    assert {owner for owner, *_ in told(text)} == {"北河市政府卫生局"}
    assert "72" not in str(told(text))


@pytest.mark.parametrize("title", ["安平市公所114年度工作計畫", "安平市政府社會局114年度施政計畫"])
def test_a_plan_is_whose_title_it_bears(title):
    assert told(f"{title}\n一、更新遊具3處。\n二、汰換燈具20組。\n")[0][0] == title[: title.index("1")].replace("會", "会")


def test_figures_of_the_year_before_are_no_members_of_a_plan():
    text = "白鹿縣政府文化處工作報告\n未來施政重點\n一、推廣閱讀\n(一)114年度預計新增書房8處。\n(二)113年1月至8月完成巡迴書車120車次，成長6%。\n(三)培訓志工60人，預計114年6月底完成。\n"
    titles = [item for *_, items in told(text) for item, _ in items]
    assert len(titles) >= 2 and not any("120" in title and "113" in title for title in titles)
