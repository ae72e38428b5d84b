"""Numbers as articles write them: 62, 1,097, 3.66, 十二, 两百, 廿五, 三千五百, 11万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from tracker.article.compiling import compiled

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "俩": 2}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TWENTIES = {"廿": 20, "卅": 30}
MYRIADS = {"万": 10**4, "亿": 10**8}

# Bounded, so that a long run of digits costs no more than its length.
ARABIC = r"\d{1,3}(?:[,，]\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
NUMERAL = r"[\d〇零一二两三四五六七八九十百千廿卅]"  # with which every number ends
CHINESE = r"[〇零一二两三四五六七八九十百千廿卅]{1,10}"
NUMBER = rf"(?:{ARABIC}|{CHINESE})"
FRACTION = r"[〇零一二两三四五六七八九十百]{1,6}点[〇零一二三四五六七八九]{1,4}"  # 三点五, which may be a time of day
_CHINESE = compiled(CHINESE)


@lru_cache(4096)  # the same few numbers are all over a text, and each is looked at by several patterns
def value(text: str) -> Decimal | None:
    """The number that `text` writes, without 万 or 亿; None if it is none."""
    text = text.strip().replace(",", "").replace("，", "")
    if not text:
        return None
    if text[0].isascii():
        try:
            return Decimal(text)
        except ArithmeticError:
            return None
    if not _CHINESE.fullmatch(text):
        return _fraction(text)
    return Decimal(_chinese(text))


def _fraction(text: str) -> Decimal | None:
    if not re.fullmatch(FRACTION, text):
        return None
    before, _, behind = text.partition("点")
    return Decimal(f"{_chinese(before)}.{''.join(str(_DIGITS[char]) for char in behind)}")


def _chinese(text: str) -> int:
    if not any(char in _TENS or char in _TWENTIES for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))  # 二〇二一
    total = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            total += (1 if digit is None or (digit == 0 and char == "十") else digit) * _TENS[char]
            digit = None
        else:
            total += _TWENTIES[char]
            digit = None
    return total + (digit or 0)


def whole(text: str) -> int | None:
    """The whole number that `text` writes; None if it is none or has a fraction."""
    number = value(text)
    return int(number) if number is not None and number == int(number) else None
