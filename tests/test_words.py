"""What a person types for a status, a light, a day, a percentage, a quantity, a target."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import lifecycle, words
from tracker.errors import RuleError
from tracker.i18n import LANGUAGES, Catalogue

TODAY = date(2021, 7, 5)


def unreadable(call, word, key):
    with pytest.raises(RuleError) as caught:
        call(word)
    assert caught.value.key == f"errors.{key}" and caught.value.values["word"] == word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", (*lifecycle.STATUSES, lifecycle.UNREPORTED))
def test_a_status_by_its_name_in_every_language(language, code):
    assert words.status(Catalogue(language)(f"words.status_{code}"), unreported=True) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("in_progress", "in_progress"), ("In-Progress", "in_progress"), ("in progress", "in_progress"), ("doing", "in_progress"),
     ("进行中", "in_progress"), (" 办结 ", "completed"), ("DONE", "completed"), ("停滞", "blocked"), ("未开工", "not_started")],
)  # fmt: skip
def test_a_status_as_people_say_it(word, code):
    assert words.status(word) == code


@pytest.mark.parametrize("word", ["", "快完成了", "unreported", "未报送", "推进", "60"])
def test_no_status(word):
    unreadable(words.status, word, "status_word_unknown")


@pytest.mark.parametrize(("word", "code"), [("red", "red"), ("红", "red"), ("蓝", "solid_blue"), ("hollow-blue", "hollow_blue"), ("实心蓝", "solid_blue"), ("空心藍", "hollow_blue"), ("gray", "grey"), ("none", "none")])
def test_a_light(word, code):
    assert words.light(word) == code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", lifecycle.COLOURS)
def test_a_light_by_its_name_in_every_language(language, code):
    assert words.light(Catalogue(language)(f"words.light_{code}")) == code


def test_no_light():
    unreadable(words.light, "紫", "light_word_unknown")


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2021-07-31", date(2021, 7, 31)), ("2021/7/31", date(2021, 7, 31)), ("2021.7.31", date(2021, 7, 31)),
        ("20210731", date(2021, 7, 31)), ("2021年7月31日", date(2021, 7, 31)), ("7-31", date(2021, 7, 31)),
        ("7月31日", date(2021, 7, 31)), ("7月31號", date(2021, 7, 31)), ("12/20", date(2021, 12, 20)), (" today ", TODAY),
        ("今天", TODAY), ("昨天", date(2021, 7, 4)), ("yesterday", date(2021, 7, 4)), ("-3", date(2021, 7, 2)), ("-0", TODAY),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_a_day(word, day):
    assert words.day(word, TODAY) == day


@pytest.mark.parametrize("word", ["", "-", "2021-13-01", "2021-02-29", "7", "7月底", "soon", "31-7-2021", "2021-7-31-1", "99999999", "-99999999", "-" + "9" * 5000])
def test_no_day(word):
    unreadable(lambda w: words.day(w, TODAY), word, "day_unreadable")


@given(st.dates(date(1000, 1, 1)))
def test_every_day_as_it_is_printed(day):
    assert words.day(day.isoformat(), TODAY) == day == words.day(f"{day:%Y%m%d}", TODAY)


@given(st.integers(0, 9999))
def test_days_ago(days):
    try:
        wanted = TODAY - timedelta(days=days)
    except OverflowError:
        return
    assert words.day(f"-{days}", TODAY) == wanted


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_told(word):
    with contextlib.suppress(RuleError):
        assert isinstance(words.day(word, TODAY), date)


@pytest.mark.parametrize(("word", "percent"), [("60", 60), ("60%", 60), (" 60 ％ ", 60), ("６０", 60), ("0", 0), ("120", 120), ("-5", -5)])
def test_a_percentage(word, percent):
    """Out of range is the rules' to say."""
    assert words.percent(word) == percent


@pytest.mark.parametrize("word", ["", "%", "60.5", "六十", "1e2", "60%%%x", "²", "9" * 5000])
def test_no_percentage(word):
    unreadable(words.percent, word, "percent_unreadable")


@pytest.mark.parametrize(("word", "number"), [("3000", "3000"), ("3,000", "3000"), ("3，000.50", "3000.50"), ("0", "0")])
def test_a_quantity(word, number):
    assert str(words.number(word)) == number


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        (">=3000 个", ("3000", "个", ">=", None)), ("3000个", ("3000", "个", None, None)), ("≤5天", ("5", "天", "<=", None)), ("不多于 5 天", ("5", "天", "<=", None)),
        ("95％", ("95", "%", None, None)), ("≥３万个", ("3", "万个", ">=", None)), ("＞＝1.5万", ("1.5", "万", ">=", None)), ("50000㎡", ("50000", "㎡", None, None)), ("100 households", ("100", "households", None, None)),
        ("≤0起", ("0", "起", "<=", None)), ("3人次/年", ("3", "人次/年", None, None)), ("无", (None, "", "qualitative", "")), ("none", (None, "", "qualitative", "")), ("家长满意", (None, None, "qualitative", "家长满意")), ("三年内建成投用", (None, None, "qualitative", "三年内建成投用")),
        ("3000个以上", ("3000", "个", ">=", None)), ("95%及以上", ("95", "%", ">=", None)), ("5个工作日内", ("5", "个工作日", "<=", None)), ("不超过30分钟以内", ("30", "分钟", "<=", None)), ("全省以内", (None, None, "qualitative", "全省以内")),
    ],
)  # fmt: skip
def test_a_target_as_it_is_typed(word, meant):
    number, *others = words.target(word)
    assert (None if number is None else f"{number.normalize():f}", *others) == meant


@pytest.mark.parametrize(("word", "key"), [
    *((word, "target_unreadable") for word in ("<5天", ">5天", "-5个", "三千个", "三万", "1:15", "2/3", "3000个，力争3500个", "100%覆盖全省", "≥5天内", "不少于三千个", "小于5天", "超过3000个")), ("0件", "target_nothing"), ("≥0", "target_nothing"),
])  # fmt: skip
def test_what_looks_like_a_number_and_is_none_is_no_target(word, key):
    unreadable(words.target, word, key)


@pytest.mark.parametrize("word", ["", "-1", "1e9", "1e999999999", "NaN", "Infinity", "3万", "1.", ".5", "9" * 16, "1.2.3"])
def test_no_quantity(word):
    unreadable(words.number, word, "number_unreadable")


@pytest.mark.parametrize(
    ("word", "quantity"),
    [("3,100个", (3100, "个")), ("3100 个。", (3100, "个")), ("95％", (95, "%")), ("1200", (1200, None)), ("3万", (3, "万"))],
)
def test_a_quantity_with_its_unit(word, quantity):
    assert words.quantity(word) == quantity


@pytest.mark.parametrize("word", ["约3000", "-3个", "3个4", "个", "3~4个"])
def test_no_quantity_with_a_unit(word):
    unreadable(words.quantity, word, "number_unreadable")


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("3000个", (Decimal(3000), "个", None, None)), (">=3000 个", (Decimal(3000), "个", ">=", None)),
        ("不少于3,000户", (Decimal(3000), "户", ">=", None)), ("<=5天", (Decimal(5), "天", "<=", None)), ("不超过 5 天", (Decimal(5), "天", "<=", None)),
        ("95%", (Decimal(95), "%", None, None)), ("≥95％", (Decimal(95), "%", ">=", None)), ("≤5%", (Decimal(5), "%", "<=", None)),
        ("12", (Decimal(12), None, None, None)), ("群众满意", (None, None, "qualitative", "群众满意")),
    ],
)  # fmt: skip
def test_a_target(word, target):
    assert words.target(word) == target


def test_no_target():
    with pytest.raises(RuleError):
        words.target("1.2.3个")


@pytest.mark.parametrize("word", ["9-30=60%", "9-30＝60", "2021-09-30:60"])
def test_a_point(word):
    assert words.point(word, TODAY) == (date(2021, 9, 30), 60)


def test_no_point():
    unreadable(lambda w: words.point(w, TODAY), "60%", "point_unreadable")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["merged", "duplicate", "nonexistent"])
def test_a_reason_to_drop(language, reason):
    assert words.drop_reason(Catalogue(language)(f"words.drop_{reason}")) == reason == words.drop_reason(reason)


def test_no_reason_to_drop():
    unreadable(words.drop_reason, "不想做", "drop_reason_unknown")
