"""What a browser shows before the items of a page's lists is read with them."""

import pytest

from tracker.article import clean, extract


def lines(page):
    return [line for line in clean(f"<html><body>{page}</body></html>").text.split("\n") if line]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<ol><li>改造道路。</li><li>新建公园。</li></ol>", ["1、改造道路。", "2、新建公园。"]),
        ("<OL>\n <LI class=a>&emsp;<p><b>改造</b>道路。</p>\n <LI>新建公园。</OL>", ["1、改造道路。", "2、新建公园。"]),
        ("<ol start='3'><li>改造道路。</li><li value=7>新建公园。<li>开通公交。</ol>", ["3、改造道路。", "7、新建公园。", "8、开通公交。"]),
        ("<ol><li>改造道路：<ol><li>东街</li><li>西街</li></ol></li><li>新建公园</li></ol>", ["1、改造道路：", "（1）东街", "（2）西街", "2、新建公园"]),
        ("<ol><li>一、改造道路。</li><li>二、新建公园。</li></ol>", ["一、改造道路。", "二、新建公园。"]),
        ("<ol style='list-style-type: none'><li>改造道路。</li></ol>", ["改造道路。"]),
        ("<ol class=way><li><a href=/>本站</a></li><li> <a href=/b><i></i>公开</a> </li></ol>", ["本站", "公开"]),
        ("<ol><li><a href=/1>改造道路</a>：12条。</li></ol>", ["1、改造道路：12条。"]),
        ("<ul><li>改造道路。</li><li>公园</li></ul>", ["●改造道路。", "公园"]),
        ("<li>改造道路。</li><ol><li></li></ol><p>新建公园。</p>", ["改造道路。", "新建公园。"]),
    ],
)
def test_numbers_and_bullets(page, read):
    assert lines(page) == read


PAGE = (
    "<html><head><title>清河市2025年四件实事_清河市政府网</title></head><body><h1>清河市2025年四件实事</h1>"
    "<p>日前，清河市人民政府召开通气会，公开承诺2025年四件实事。</p><p>具体内容是：</p><ol>"
    "<li><b>建设公办学校。</b>建成学校14所。<em>（市教育局牵头）</em></li><li><b>发展助餐服务。</b>新增食堂48家。<em>（市民政局牵头）</em></li>"
    "<li><b>推动托育服务。</b>每千人口托位数达到4.8个。<em>（市卫生健康委牵头）</em></li>"
    "<li><b>改造供热管网。</b>改造管网95公里。<em>（市住房城乡建设局牵头）</em></li></ol>"
    "<p>为方便群众，市供销合作社同步启动“便民菜车”进小区活动。</p></body></html>"
)


def test_the_list_of_a_page_is_a_list_and_every_item_is_found_back():
    found, beside = extract(PAGE).commitments
    assert (found.agency_name, found.name, found.declared_count) == ("清河市人民政府", "四件实事", 4)
    titles = ["建设公办学校", "发展助餐服务", "推动托育服务", "改造供热管网"]
    assert [item.title for item in found.items] == [PAGE[slice(*item.place)] for item in found.items] == titles
    assert [item.target_quantity for item in found.items] == ["14", "48", "4.8", "95"]
    assert (beside.agency_name, beside.name) == ("市供销合作社", "“便民菜车”进小区活动")


def test_last_years_count_of_the_same_things_is_not_what_is_announced():
    page = PAGE.replace("日前，清河市人民政府召开通气会，公开承诺2025年四件实事。", "2024年四件实事全面完成。")
    assert extract(page).commitments[0].place[0] < page.index("2024年四件")
