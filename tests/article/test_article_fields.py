"""The sentences of a line as the members of a list: below the name of a field, and behind a run-in heading."""

from __future__ import annotations

import pytest

from tests.article.short_texts import deeds, found

BY_FIELD = "今年要办好十方面民生实事。\n1.阅读服务方面。新建书房20家。给盲人读者送书上门。\n2.古城保护方面。修缮牌楼5座。古树名木建档全覆盖。"
RUN_IN = "扎实办好民生实事。新建书房20家。提高乡村放映补贴。修缮牌楼5座。组织送戏下乡300场。"


def test_fields_are_fields_and_their_sentences_the_members():
    (one,) = found(BY_FIELD).commitments
    assert one.fields == ("阅读服务方面", "古城保护方面")
    assert [item.title for item in one.items] == [
        "新建书房20家",
        "给盲人读者送书上门",
        "修缮牌楼5座",
        "古树名木建档全覆盖",
    ]
    assert one.declared_count == 10


def test_lines_that_say_what_is_done_are_members_themselves():
    text = "今年要办好两件民生实事。\n1.建设书房。新建书房20家。\n2.修缮牌楼。修缮牌楼5座。"
    assert [item.title for item in found(text).commitments[0].items] == ["建设书房", "修缮牌楼"]


def test_more_members_than_fields_were_counted_are_no_cause_for_doubt():
    text = BY_FIELD.replace("十方面", "两方面").replace("今年要", "市政府今年将")
    (one,) = found(text).commitments
    assert (one.declared_count, len(one.items), one.confidence) == (2, 4, "sure")


def test_a_run_in_heading_announces_the_deeds_behind_it():
    assert deeds(RUN_IN) == [
        (
            None,
            "民生实事",
            None,
            [
                ("新建书房20家", "20", "家"),
                ("提高乡村放映补贴", None, None),
                ("修缮牌楼5座", "5", "座"),
                ("组织送戏下乡300场", "300", "场"),
            ],
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        RUN_IN.replace("修缮牌楼5座", "已修缮牌楼5座"),  # told of
        RUN_IN.replace("民生实事", "文化工作"),  # a section of a report
        RUN_IN.replace("20家", "一批").replace("5座", "一新"),  # aims rather than deeds
        RUN_IN[:19],
    ],
)
def test_not_every_heading_does(text):
    assert not any(len(items) > 1 for *_, items in deeds(text))


COUNTED = "今年将办好4件民生实事。" + RUN_IN.partition("。")[2]


def test_just_so_many_sentences_are_the_members_that_were_counted():
    ((owner, name, declared, items),) = deeds(COUNTED)
    assert (owner, name, declared) == (None, "民生实事", 4)
    assert [title for title, *_ in items] == ["新建书房20家", "提高乡村放映补贴", "修缮牌楼5座", "组织送戏下乡300场"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("4件", "5件"),
        ("今年将办好", "城里办好"),
        ("组织送戏", "完成了送戏"),
        ("修缮牌楼5座", "市文旅局修缮牌楼5座"),
        ("民生实事。", "民生实事，让人满意。"),
        ("4件民生实事", "4项重点工作"),
    ],
)
def test_not_of_every_count(words, others):
    assert not any(len(items) > 2 for *_, items in deeds(COUNTED.replace(words, others)))


def test_fewer_headings_than_were_counted_have_the_deeds_below_them_as_members():
    text = "云溪区今年将实施5件民生实事：\n1.阅读服务。新建书房20家，新增图书3万册。\n2.古城保护。修缮牌楼5座。为古树名木建档。\n"
    ((_, _, declared, items),) = deeds(text)
    assert (declared, [title for title, *_ in items]) == (5, ["新建书房20家", "新增图书3万册", "修缮牌楼5座", "为古树名木建档"])
    assert [title for title, *_ in deeds(text.replace("5件", "2件"))[0][3]] == ["阅读服务", "古城保护"]


FIELDS = (
    "市公积金中心制定印发《惠民利民五条举措》，并向社会公开。\n"
    "在办理提速方面，推行提取业务“全程网办”，一次不用跑；将贷款审批时限由20个工作日压缩至8个工作日。\n"
    "在待遇提升方面，自6月1日起，提高多子女家庭贷款额度20万元；新增异地贷款城市12个。\n"
    "在便民服务方面，在5家银行网点设立“公积金专窗”。\n"
)


def test_lines_of_fields_hold_the_members_of_the_list_above():
    (one,) = found(FIELDS).commitments
    assert (one.agency_name, one.declared_count) == ("市公积金中心", 5)
    assert [item.title for item in one.items] == [
        "推行提取业务“全程网办”",
        "将贷款审批时限由20个工作日压缩至8个工作日",
        "提高多子女家庭贷款额度20万元",
        "新增异地贷款城市12个",
        "在5家银行网点设立“公积金专窗”",
    ]
    assert one.items[2].due == "2026-06-01"


def test_clauses_that_begin_with_a_deed_are_members_where_no_semicolon_parts_them():
    text = FIELDS.replace("；将贷款", "，将贷款").replace("五条", "六条").replace("便民服务方面，", "便民服务方面，新增网点3家，")
    assert len(found(text).commitments[0].items) == 6


@pytest.mark.parametrize(
    "text",
    [
        FIELDS.replace("推行提取", "已推行提取"),  # told of
        FIELDS.replace("在便民服务方面，在", "在便民服务方面，市住建局在"),  # another's
        FIELDS.replace("五条举措", "两条举措"),  # fewer than are told
    ],
)
def test_lines_that_tell_of_something_else_are_no_members(text):
    assert all(len(one.items) < 2 for one in found(text).commitments if one.declared_count)


def test_a_title_calls_the_list_by_another_word_for_measures():
    text = "市公积金中心：五条措施让办事更省心\n" + FIELDS
    assert [one.declared_count for one in found(text).commitments] == [5]
