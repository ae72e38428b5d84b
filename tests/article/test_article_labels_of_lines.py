"""An organ that opens its line, set off by a space or a full stop, is whose line it is."""

import pytest
from short_texts import found


@pytest.mark.parametrize(
    ("text", "owner", "titles"),
    [
        ("各镇动态\n★平寨镇　5月14日，平寨镇到冷水村走访。下一步，该镇将硬化通组路4.6公里，力争8月底前完工。", "平寨镇", ["硬化通组路4.6公里"]),
        ("　　▲云丰县　县医保局将新增服务点15个，7月底前开放。", "县医保局", ["新增服务点15个"]),
        ("下一步计划\n（一）县交通局。道路硬化52公里，已完成41公里，12月15日前完成路面铺设。\n（二）县供销社。冷链仓储中心预计12月底投入运营。", "县交通局", ["道路硬化52公里"]),
        ("市政府公报\n●县医保局：今年将新增服务点15个。", "县医保局", ["新增服务点15个"]),
    ],
)
def test_whose_line_it_is(text, owner, titles):
    first = found(text).commitments[0]
    assert (first.agency_name, [item.title for item in first.items]) == (owner, titles)


def test_what_a_week_brought_is_no_promise():
    text = "一周动态\n★县医保局　县医保局开展宣传，发放折页3000份，解答咨询270人次。\n★县水务局　5月16日，县水务局到青山水库检查。"
    assert found(text).commitments == ()
