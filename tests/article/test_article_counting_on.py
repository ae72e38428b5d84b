"""Parts of a line that count on behind what leads them in: ①甲②乙, 一是甲。二是乙。"""

import pytest
from short_texts import deeds, owners_of

PARTS = ["新建泵站6座", "更换水表900只", "修复堤岸4公里"]
OWNED = [("市水务局", [part]) for part in PARTS]


@pytest.mark.parametrize("mark", ["", "，", "；", "。"])
@pytest.mark.parametrize("numbers", ["①②③", ["一是", "二是", "三是"], ["（1）", "（2）", "（3）"]])
def test_parts_behind_a_colon_are_whose_name_stands_before_it(numbers, mark):
    if mark or numbers == "①②③":
        text = mark.join(number + part for number, part in zip(numbers, PARTS, strict=True))
        assert owners_of(f"市水务局：{text}。") == OWNED
        assert owners_of(f"市水务局将：{text}。") == OWNED


def test_circled_numbers_part_what_nothing_else_does():
    assert owners_of("市水务局将①新建泵站6座②更换水表900只③修复堤岸4公里。") == OWNED
    assert owners_of("①新建泵站6座②更换水表900只③修复堤岸4公里，由市水务局负责。") == OWNED


@pytest.mark.parametrize(
    "text",
    [
        "市水务局去年：①新建泵站6座②更换水表900只。",
        "市水务局去年：①新建泵站6座。②更换水表900只。",
        "口径见表①新建泵站6座，另见②更换水表900只。",
    ],
)
def test_parts_of_what_is_over_and_marks_of_notes_promise_nothing(text):
    assert deeds(text) == []


def test_a_part_that_begins_the_line_leads_in_no_other():
    assert owners_of("1.市教育局将新建绿道5公里。2.市交通局培训司机300名。") == [("市教育局", ["新建绿道5公里"])]
