"""The headline of a text: with its space as written, and no theme of what is promised below it."""

import pytest

from tracker.article import extract, imprint

PROMISE = "省教育厅将新建幼儿园30所。\n"


def themes(text):
    return [one.theme for one in extract(text).commitments]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("我为群众办实事 江北省直机关这样干", "我为群众办实事 江北省直机关这样干"),
        ("我爲羣衆辦實事　江北這樣幹", "我为群众办实事 江北这样干"),
        ("关 于 公 布 2022 年 实 事", "关于公布2022年实事"),  # set with spaces between the characters
        ("民生实事\u200b敲定", "民生实事敲定"),
    ],
)
def test_the_space_in_a_headline_is_kept(line, title):
    assert imprint.title(f"{line}\n{PROMISE}")[0] == title


def test_the_space_in_the_heading_of_a_section_is_kept():
    assert themes(f"一、惠民生 办实事\n{PROMISE}") == ["惠民生 办实事"]


@pytest.mark.parametrize(
    ("above", "theme"),
    [
        ("我为群众办实事 江北这样干", None),
        ("江北把实事办好\n——省直机关巡礼", None),
        ("江北把实事办好\n办学条件再提升", "办学条件再提升"),
        ("江北把实事办好\n近日，省里传来消息。\n办学条件再提升", "办学条件再提升"),
        ("近日，省里传来消息。\n办学条件再提升", "办学条件再提升"),
        ("一、办学条件再提升", "办学条件再提升"),
        ("江北把实事办好\n立足于服务民生。近日，省里传来消息。", None),
    ],
)
def test_only_the_heading_of_a_section_is_a_theme(above, theme):
    assert themes(f"{above}\n{PROMISE}") == [theme]


@pytest.mark.parametrize("number", ["江政办发〔2022〕6号", "江民发[2022]16号"])
@pytest.mark.parametrize("to", ["", "各市、县人民政府，省各有关部门：\n"])
def test_a_document_number_and_a_salutation_name_nothing(number, to):
    text = f"江北省2022年民生实事\n{number}\n{to}1.更换路灯300盏。牵头单位：省住建厅\n2.改造菜场7个。牵头单位：省商务厅\n"
    (one,) = extract(text).commitments
    assert (one.name, one.theme) == ("江北省2022年民生实事", None)


def test_numbered_words_within_a_line_are_the_theme_of_what_follows_them():
    text = "（一）交通优先。区交通局将新建站台30个。（二）环境优先。区城管局将新建公厕15座。区园林局将新建绿道6公里。"
    assert themes(text) == ["交通优先", "环境优先", "环境优先"]
