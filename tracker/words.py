"""The field's own words, as a person may type them, to the codes that are kept."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from unicodedata import normalize

from tracker import lifecycle
from tracker.errors import RuleError, UsageError
from tracker.i18n import LANGUAGES, Catalogue, t
from tracker.plaintext import none


def _meaning(word: str, prefix: str, codes: tuple[str, ...], also: dict[str, str]) -> str | None:
    plain = word.strip().rstrip("。.；;，,").lower().replace("-", "_").replace(" ", "_" if word.isascii() else "")
    if plain in codes:
        return plain
    if plain in also:
        return also[plain]
    for language in LANGUAGES:
        catalogue = Catalogue(language)
        for code in codes:
            if catalogue(f"words.{prefix}_{code}").lower().replace(" ", "_") == plain:
                return code
    return None


def _choices(prefix: str, codes: tuple[str, ...]) -> str:
    """What may be typed, in the user's language; a code where its name has a space that a shell would part it at."""
    names = ((code, t(f"words.{prefix}_{code}")) for code in codes)
    return " / ".join(code if " " in name else name for code, name in names)


_STATUS_ALSO = {
    "doing": lifecycle.IN_PROGRESS, "done": lifecycle.COMPLETED, "进行中": lifecycle.IN_PROGRESS,
    "正在推进": lifecycle.IN_PROGRESS, "完成": lifecycle.COMPLETED, "办结": lifecycle.COMPLETED,
    "正在办理": lifecycle.IN_PROGRESS, "办理中": lifecycle.IN_PROGRESS, "已办结": lifecycle.COMPLETED, "完结": lifecycle.COMPLETED,
    "已完结": lifecycle.COMPLETED, "已辦結": lifecycle.COMPLETED, "辦結": lifecycle.COMPLETED, "完結": lifecycle.COMPLETED,
    "正在辦理": lifecycle.IN_PROGRESS, "進行中": lifecycle.IN_PROGRESS,
    "未开始": lifecycle.NOT_STARTED, "未开工": lifecycle.NOT_STARTED, "暂停": lifecycle.SUSPENDED,
    "中止": lifecycle.SUSPENDED, "停滞": lifecycle.BLOCKED, "遇阻": lifecycle.BLOCKED,
}  # fmt: skip


def status(word: str, unreported: bool = False) -> str:
    """The status meant by a code or by its name in any of our languages. Raises RuleError with the choices."""
    codes = lifecycle.STATUSES + ((lifecycle.UNREPORTED,) if unreported else ())
    found = _meaning(word, "status", codes, _STATUS_ALSO)
    if found is None:
        raise RuleError("status_word_unknown", word=word, choices=_choices("status", codes))
    return found


def status_words() -> dict[str, str]:
    """Every word that is understood as a status, in lower case, with its code."""
    named = {Catalogue(language)(f"words.status_{code}").lower(): code for language in LANGUAGES for code in lifecycle.STATUSES}
    return {code: code for code in lifecycle.STATUSES} | _STATUS_ALSO | named


def entry_number(word: str) -> int:
    """The number of an entry, also as screens show it: #195. Raises UsageError."""
    plain = normalize("NFKC", word).strip().removeprefix("#")
    if not plain.isdecimal():
        raise UsageError("entry_number_unreadable", word=word)
    return int(plain)


def light(word: str) -> str:
    """The colour meant by a code or its name. Raises RuleError with the choices."""
    also = {"红": "red", "黄": "yellow", "绿": "green", "蓝": "solid_blue", "空心蓝": "hollow_blue", "实心蓝": "solid_blue", "空心藍": "hollow_blue", "實心藍": "solid_blue", "灰": "grey", "blue": "solid_blue", "gray": "grey"}  # fmt: skip
    found = _meaning(word, "light", lifecycle.COLOURS, also) or _meaning(word, "colour", lifecycle.COLOURS, {})
    if found is None:
        raise RuleError("light_word_unknown", word=word, choices=_choices("colour", lifecycle.COLOURS))
    return found


def role(word: str) -> str:
    """clerk, office, verifier or leader, by code or name. Raises RuleError with the choices."""
    from tracker.access import ROLES

    found = _meaning(word, "role", ROLES, {"经办": "clerk", "核实": "verifier", "统筹": "office"})
    if found is None:
        raise RuleError("role_unknown", word=word, choices=_choices("role", ROLES))
    return found


def duty(word: str) -> str:
    """leader (分管领导) or liaison (联络员), by code or name. Raises RuleError with the choices."""
    codes = ("leader", "liaison")
    found = _meaning(word, "duty", codes, {"联系人": "liaison", "分管": "leader"})
    if found is None:
        raise RuleError("duty_unknown", word=word, choices=_choices("duty", codes))
    return found


def day(word: str, today: date) -> date:
    """A day as people write it: 2021-07-31, 2021/7/31, 2021.7.31, 20210731, 7-31 or 7月31日 (of this year), today, -3 (days ago), 今天, 昨天.

    Raises RuleError.
    """
    plain = word.strip().lower()
    if plain in ("today", "今天", "今日"):
        return today
    if plain in ("yesterday", "昨天", "昨日"):
        return today - timedelta(days=1)
    if re.fullmatch(r"-\d{1,4}", plain):
        return today - timedelta(days=int(plain[1:]))
    for mark in ("年", "月", "/", "."):
        plain = plain.replace(mark, "-")
    plain = plain.rstrip("日号號-")
    if plain.isdecimal() and len(plain) == 8:
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    parts = plain.split("-")
    if len(parts) == 2:
        parts = [str(today.year), *parts]
    try:
        year, month, of_month = (int(part) for part in parts)
        return date(year, month, of_month)
    except ValueError:
        raise RuleError("day_unreadable", word=word) from None


def percent(word: str) -> int:
    """A whole percentage from 60, 60% or 60％. Raises RuleError."""
    plain = word.strip().rstrip("%％").strip()
    if not re.fullmatch(r"-?\d{1,6}", plain):
        raise RuleError("percent_unreadable", word=word)
    return int(plain)


def number(word: str) -> Decimal:
    """A quantity: up to 15 digits with an optional point, thousands separators allowed. Raises RuleError."""
    plain = word.strip().replace(",", "").replace("，", "")
    if not re.fullmatch(r"\d{1,15}(\.\d{1,9})?", plain):
        raise RuleError("number_unreadable", word=word)
    return Decimal(plain)


_NAME = r"(?:[A-Za-z]{1,20}|(?:[^\W\d_]|[㎡㎢㎥㎞]){1,8})"
_UNIT = rf"{_NAME}(?:[/／]{_NAME})?|[%％]"


def quantity(word: str) -> tuple[Decimal, str | None]:
    """A quantity and the unit that stands behind it, if any: 3,100个, 1.5万. Raises RuleError."""
    match = re.fullmatch(rf"\s*([\d,，.]+)\s*({_UNIT})?。?\s*", word)
    if match is None:
        raise RuleError("number_unreadable", word=word)
    unit = "%" if match[2] == "％" else match[2]
    return number(match[1]), unit


def drop_reason(word: str) -> str:
    """merged, duplicate or nonexistent, by code or name (合并, 重复, 不存在). Raises RuleError."""
    codes = ("merged", "duplicate", "nonexistent")
    found = _meaning(word, "drop", codes, {})
    if found is None:
        raise RuleError("drop_reason_unknown", word=word)
    return found


_LEAST = (">=", "≥", "不少于", "不低于", "至少")
_MOST = ("<=", "≤", "不超过", "不高于", "不多于", "最多", "至多")
_TARGET = re.compile(rf"({'|'.join((*_LEAST, *_MOST))})?\s*([\d,，.]+)\s*({_UNIT})?", re.DOTALL)
_BEHIND = re.compile("[及之]?(以上|以下|以内|以內|内|內)$")
# What begins as a number does, or compares, and is none that can be kept; numbers in words such as 三千个.
_COMPARED = r"(?:不少于|不低于|至少|不超过|不高于|不多于|最多|至多)"
_NO_TARGET = re.compile(
    rf"[-+−<>＜＞=＝≥≤\d.]|{_COMPARED}\s*\d|(?:少于|小于|低于|大于|超过|多于|高于)\s*[\d,，.]+\s*(?:{_UNIT})?$"
    rf"|{_COMPARED}?[〇零一二两兩三四五六七八九十百千万萬亿億]+[^\W\d_]{{0,3}}$"
)


def target(word: str) -> tuple[Decimal | None, str | None, str | None, str | None]:
    """A target as (quantity, unit, direction, wording).

    `>=3000 个`, `<=5天`, `3000个以上`, `5天内` are numbers with a unit and a direction, `3000个`,
    `95%` leave it open; a word for none (无) clears what was set; anything else is qualitative and kept in words.
    Raises RuleError for what looks like a number and is none.
    """
    plain = word.strip()
    if none(plain):
        return None, "", "qualitative", ""
    behind = _BEHIND.search(plain)
    bare = plain[: behind.start()] if behind else plain
    match = _TARGET.fullmatch(bare.replace("％", "%").replace("＞", ">").replace("＜", "<").replace("＝", "="))
    if match is None:
        if _NO_TARGET.match(bare):
            raise RuleError("target_unreadable", word=word)
        return None, None, "qualitative", word
    said = {"<=" if each in _MOST else ">=" for each in (match[1],) if each} | {">=" if each[1] == "以上" else "<=" for each in (behind,) if each}
    if len(said) > 1:
        raise RuleError("target_unreadable", word=word)
    direction = next(iter(said), None)
    quantity = number(match[2])
    if not quantity and direction != "<=":
        raise RuleError("target_nothing", word=word)
    return quantity, match[3], direction, None


def point(word: str, today: date) -> tuple[date, int]:
    """A point of a schedule, `9-30=60%`: by that day that percentage. Raises RuleError."""
    on, equals, share = word.replace("＝", "=").replace(":", "=").partition("=")
    if not equals:
        raise RuleError("point_unreadable", word=word)
    return day(on, today), percent(share)
