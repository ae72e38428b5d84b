"""Pasted lines: what each says of a deed, read by a small fixed grammar.

    JYT-1-3 推进中 60% 已完成摸底｜困难：…｜提请：财政厅8月前拨付｜预计：12-20

The code first, then a status, a percentage (60%, 六成), an amount (2000个), then words;
after upright strokes named parts in any order. Some names are found without a
stroke too, after a space, a comma or a full stop. "无变化" instead of a status
confirms. What does not fit is refused with the reason, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from tracker import lifecycle, quantities, words
from tracker.deeds.lookup import normalised
from tracker.errors import DeedsError, RuleError
from tracker.i18n import LANGUAGES, Catalogue, t
from tracker.journal import Entry
from tracker.plaintext import line as one_line
from tracker.plaintext import none

LONGEST, MOST = 2_000, 5_000
"""The longest line, in characters, and how many lines are read at a time."""

_STROKES = re.compile("[｜|¦∣丨]")
_BULLET = re.compile(r"^(?:[-*•·●○]|[(（]?\d{1,4}[)）]|\d{1,4}[.、．])\s*(?=[A-Za-zＡ-Ｚａ-ｚ])")
_CODE = re.compile(r"^([A-Z][A-Z0-9]{1,9}(?:\s?[-‐‑‒–—―−]\s?\d+){2})(?![A-Za-z0-9-])[\s,，、:：;；]*", re.IGNORECASE)
_RANGE = re.compile(r"(?:\.\.+|…+|[-~～〜至到])\s*\d")
_PERCENT = re.compile(r"(?:完成率|进度|進度|progress)?[\s:：]*(\d{1,6}(?:\.\d+)?\s*[%％])", re.IGNORECASE)
# What makes the percentage before it an uncertain one: 60%左右, 60%（以上）, 60%-70%, 60%+. After a space it may begin a sentence.
_MORE_OR_LESS = "左右|上下|以上|以下|以内|以內|多|余|餘|强|強|弱|出头|出頭|不到|不足"
_VAGUE = re.compile(
    rf"(?:{_MORE_OR_LESS}|[-+−–—~～〜±/?？]|[至到或]\s?\d)|[\s(（]*(?:(?:{_MORE_OR_LESS}|or so)(?=[\s,，、;；:：。.)）]|$)|(?:[-−–—~～〜/]|至|到|或)\s?\d+(?:\.\d+)?\s?%|[+±?？])",
    re.IGNORECASE,
)
# What may have been meant as the progress: a bare number or a percentage by itself before the words, a percentage after them.
_ASTRAY = re.compile(r"^[-+−]?\d+(?:\.\d+)?\s?%?(?=\s|$)|\s[-+−]?\d+(?:\.\d+)?\s?%$")
_TENTHS = re.compile(r"(?:完成率|进度|進度)?[\s:：]*([一二两兩三四五六七八九1-9])成(?=[\s,，、;；:：。.]|$)")
# A share by itself that is no certain percentage: 过半, 近六成, 已完成60%, 百分之六十, 1/2, 60-70%. After a space it may belong to a sentence.
_ABOUT = "已经|已經|已|完成|总体|總體|进度|進度|大约|大約|约|約|将近|將近|接近|近|超|过|過|逾|不足|不到"
_ROUGHLY = re.compile(
    rf"(?:^|[,，、;；:：。]|\s(?={_ABOUT}|\S+$))(?:{_ABOUT})*"
    r"(?:[一大多]?半数?|半數|百分之[^\s,，。;；]+|[一二两兩三四五六七八九十几幾数數\d]+成[一二三四五六七八九半多]?|\d+(?:\.\d+)?%?[-~至到]\d+(?:\.\d+)?%|\d+(?:\.\d+)?[多余餘几幾]?%|\d+\s?/\s?\d+|[\d一二三四五六七八九十]+分之[^\s,，。;；]+)(?:{_MORE_OR_LESS})?(?=[\s,，、;；。.]|$)"
)
# A day that is expected, at the end of another part: 提请：财政厅拨付；预计12月20日完成.
_EXPECTED = re.compile(r"[\s,，。;；、](预计|預計)(?=\s*\d)")
_SECOND = re.compile(r"^[-+−]?\d+(?:\.\d+)?\s?%(?=\s|$)")
# An amount that stands by itself: 2000个, 已完成2000个, 数量2000. Whether it is the quantity achieved, its deed tells.
_AMOUNT = re.compile(
    r"(?:(?:累计|累計)?(?:完成)?(?:数量|數量)[\s:：]*(?P<named>\d[\d,]*(?:\.\d+)?(?:[^\W\d_]{1,8}|\s[^\W\d_]{1,2})?)|(?:(?:累计|累計)?已?完成)?\s*(?P<bare>\d[\d,]*(?:\.\d+)?(?:[^\W\d_]{1,8}|\s[^\W\d_]{1,2})))(?=[\s,，、;；:：。.]|$)"
)
_TIME = re.compile(r"[年月日号號天周季旬点點时時]")
_BETWEEN = " \t\u3000,，、;；:："
_NAMED = {
    "note": "words", "difficulty": "difficulty", "ask": "ask", "expected": "expected_on", "stage": "stage",
    "quantity": "quantity", "reason": "reason", "approval": "approval", "on": "on",
}  # fmt: skip
_UNSTROKED = ("difficulty", "ask", "expected", "stage", "quantity", "approval")
"""Parts found without a stroke; the names of the others stand in sentences too."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: the deed's code, whether it only confirms, and the fields as `report_draft` takes them.

    `amount` stood by itself before the words; see `settled`. `noted`: the words are named as such.
    """

    number: int
    text: str
    code: str
    confirms: bool = False
    amount: str = ""
    noted: bool = False
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that says nothing certain, and why."""

    number: int
    text: str
    error: DeedsError


def read(text: str, today: date) -> list[Said | Unreadable]:
    """What every line that is not empty says, in order; of two about one deed neither says anything certain."""
    found: list[Said | Unreadable] = []
    first: dict[str, int] = {}
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip("\ufeff \t\u3000"):
            continue
        try:
            if number > MOST:
                raise RuleError("lines_too_many", limit=MOST)
            said = _line(number, raw, today)
            if said.code in first:
                earlier = found[first[said.code]]
                if isinstance(earlier, Said):
                    twice = RuleError("line_twice", deed=said.code, line=number)
                    found[first[said.code]] = Unreadable(earlier.number, earlier.text, twice)
                raise RuleError("line_twice", deed=said.code, line=earlier.number)
            first[said.code] = len(found)
            found.append(said)
        except DeedsError as error:
            found.append(Unreadable(number, raw.strip(), error))
            if number > MOST:
                break
    return found


def _line(number: int, raw: str, today: date) -> Said:
    text = one_line(raw, "line", LONGEST) or ""
    head, *parts = _parts().split(text)
    # The code and what else is Latin may have come in full width; the words keep theirs.
    head = _BULLET.sub("", head.strip())
    found = _CODE.match(_half_width(head))
    if found is None:
        raise RuleError("line_no_code")
    code, rest = normalised(found[1].replace(" ", "")), head[found.end() :]
    if not rest.strip() and not any(part.strip() for part in parts):
        raise RuleError("line_only_code")
    if _CODE.match(_half_width(rest)) or _RANGE.match(_half_width(rest)):
        raise RuleError("line_two_codes")
    confirms, rest = _confirmation(rest)
    fields: dict[str, Any] = {}
    amount = ""
    if not confirms:
        fields, amount, rest = _status_and_progress(rest)
    if rest:
        if label := _label_within().search(rest):
            raise RuleError("line_label_within", label=label[0])
        fields["words"] = rest
    noted = "words" not in fields
    for part in parts:
        if part.strip():
            named = _named(part, today)
            if named.keys() & fields.keys():
                raise RuleError("line_part_twice", part=part.strip())
            fields |= named
    if confirms and (set(fields) - {"words", "on"} or any(test(_half_width(rest)) for test in (_ASTRAY.search, _ROUGHLY.search, _status))):
        raise RuleError("line_confirms_and_more")
    return Said(number, text, code, confirms, amount, noted, fields)


def settled(said: Said, target: Entry | None) -> dict[str, Any]:
    """The fields of a line about a deed of that target: what is an amount to one is words to another.

    Raises RuleError where an amount may be the quantity achieved or not.
    """
    fields, unit = dict(said.fields), target.unit if quantities.in_numbers(target) else None
    if said.amount:
        found = _AMOUNT.match(_half_width(said.amount))
        number, of = words.quantity(found["named"] or found["bare"])
        if unit is not None and "quantity" not in fields and quantities.converted(number, of, unit) is not None:
            return fields | {"quantity": number, "unit": of}
        if unit is not None and "quantity" not in fields and (found["named"] or not _TIME.match(of or "")):
            raise RuleError("line_amount_unsure", what=found[0], target=f"{target.target:f}{unit}")
        if not fields.keys() & {"status", "progress", "quantity"}:
            raise _no_status(said.amount)
        fields["words"] = (said.amount + fields.get("words", "")).strip(_BETWEEN)
        if "progress" not in fields and _ASTRAY.search(_half_width(fields["words"])):
            raise RuleError("line_percent_astray")
    within = unit and not said.noted and not fields.keys() & {"quantity", "progress"}
    if within and (found := re.search(rf"\d[\d,.]*\s*{re.escape(unit)}", _half_width(fields.get("words", "")))):
        raise RuleError("line_amount_unsure", what=found[0], target=f"{target.target:f}{unit}")
    return fields


def _no_status(found: str) -> RuleError:
    choices = "、".join(t(f"words.status_{code}") for code in lifecycle.STATUSES)
    return RuleError("line_no_status", found=found[:12] or "–", choices=choices)


def _half_width(text: str) -> str:
    """Sign for sign, so that places stay."""
    return "".join(half if len(half := unicodedata.normalize("NFKC", sign)) == 1 else sign for sign in text)


def _status_and_progress(rest: str) -> tuple[dict[str, Any], str, str]:
    """Status, percentage and an amount in any order: the fields of the first two, the third, and the words after them."""
    fields: dict[str, Any] = {}
    amount = ""
    while rest:
        plain = _half_width(rest)
        if "progress" not in fields and (found := _PERCENT.match(plain)):
            fields["progress"] = words.percent(re.sub(r"\.0+(?=\s*%)", "", found[1]).replace(" ", ""))
            length = found.end()
            if vague := _VAGUE.match(plain, length):
                raise RuleError("line_percent_roughly", found=plain[: vague.end()].strip())
        elif "progress" not in fields and (found := _TENTHS.match(plain)):
            fields["progress"] = 10 * _tenths(found[1])
            length = found.end()
        elif "status" not in fields and (status := _status(plain)) and (plain[status[1] :][:1] in _BETWEEN or not _AMOUNT.match(plain)):
            fields["status"], length = status
        elif not amount and (found := _AMOUNT.match(plain)):
            length = len(plain) - len(plain[found.end() :].lstrip(_BETWEEN + "。"))
            amount = rest[:length]
        else:
            break
        rest = rest[length:].lstrip(_BETWEEN)
    plain = _half_width(rest)
    if not fields and not amount:
        raise _no_status(rest)
    if (_SECOND if "progress" in fields else _ASTRAY).search(plain):
        raise RuleError("line_percent_astray")
    if "progress" not in fields and (roughly := _ROUGHLY.search(plain)):
        raise RuleError("line_percent_roughly", found=roughly[0].strip(_BETWEEN + "。"))
    if "status" in fields and (second := _status(plain)) and not _done_what(second, plain):
        if fields["status"] == lifecycle.COMPLETED and fields.get("progress", 100) < 100 and second[0] in lifecycle.GOING_ON:
            # 完成50%，正在推进: how much is done, not that it is.
            return {**fields, "status": second[0]}, amount, rest[second[1] :].lstrip(_BETWEEN + "。").strip()
        raise RuleError("line_two_statuses")
    return fields, amount, rest.strip()


def _tenths(sign: str) -> int:
    return int(sign) if sign.isdecimal() else 2 if sign in "两兩" else "〇一二三四五六七八九".index(sign)


def _status(plain: str) -> tuple[str, int] | None:
    """The status that a text begins with, and how long its word is; the word must end there."""
    lower = plain.lower()
    for word, code in _status_words():
        after = lower[len(word) : len(word) + 1]
        if lower.startswith(word) and (not after or after in _BETWEEN or after.isdigit() or after in "。." or _TENTHS.match(lower[len(word) :])):
            return code, len(word) + (after in "。." and bool(after))
    return None


def _done_what(second: tuple[str, int], plain: str) -> bool:
    """Whether a word for completed after the status says what is completed: 推进中 10% 完成3家快检室."""
    status, length = second
    what = plain[length:].lstrip(" \t\u3000")
    return status == lifecycle.COMPLETED and what[:1] not in ("", *_BETWEEN) and plain[length - 1] not in "。." and not _PERCENT.match(what) and not _status(what)


@cache
def _status_words() -> tuple[tuple[str, str], ...]:
    """Every word for a status in any language, the longest first."""
    return tuple(sorted(words.status_words().items(), key=lambda pair: -len(pair[0])))


def _confirmation(rest: str) -> tuple[bool, str]:
    lower = _half_width(rest).lower()
    for word in _labels()["unchanged"]:
        after = lower[len(word) : len(word) + 1]
        if lower.startswith(word) and (not after or after in _BETWEEN or after in "。."):
            return True, rest[len(word) :].lstrip(_BETWEEN + "。.").strip()
    return False, rest


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """The words that a part may be named by, in any language, the longest first."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        catalogue = Catalogue(language)
        for name in (*_NAMED, "unchanged"):
            found.setdefault(name, set()).update(catalogue(f"intake.label_{name}").lower().split("/"))
    return {name: tuple(sorted(labels, key=len, reverse=True)) for name, labels in found.items()}


@cache
def _unstroked() -> str:
    labels = {label for name in _UNSTROKED for label in _labels()[name]}
    return f"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\\s*[:：]"


@cache
def _parts() -> re.Pattern[str]:
    """Where a part ends: at a stroke, or before a name after a space or a sign."""
    return re.compile(rf"{_STROKES.pattern}|(?<![\s,，。;；、:：])[\s,，。;；、:：]+(?={_unstroked()})", re.IGNORECASE)


@cache
def _label_within() -> re.Pattern[str]:
    """A name in the middle of words; those of other scripts than Han end where a word does."""
    return re.compile(rf"(?<![A-Za-z]){_unstroked()}", re.IGNORECASE)


def _named(part: str, today: date) -> dict[str, Any]:
    """A part as fields and their values."""
    label, colon, value = part.strip().replace("：", ":", 1).partition(":")
    name = next(
        (name for name, labels in _labels().items() if label.strip().lower() in labels and name in _NAMED), None
    )
    if not colon or name is None:
        known = "、".join(t(f"intake.label_{each}").split("/")[0] for each in _NAMED)
        raise RuleError("line_part_unknown", part=part.strip()[:20], known=known)
    value = value.strip()
    if not value:
        raise RuleError("line_part_empty", part=label.strip())
    if name == "quantity":
        number, unit = words.quantity(_half_width(value))
        return {"quantity": number} | ({"unit": unit} if unit else {})
    if name == "expected" and none(value):
        return {"expected_on": None, "cleared": ("expected_on",)}
    if name in ("expected", "on"):
        return {_NAMED[name]: _day(value, today, name == "expected")}
    if found := _EXPECTED.search(value):
        raise RuleError("line_label_within", label=found[1])
    return {_NAMED[name]: value}


def _day(value: str, today: date, ahead: bool) -> date:
    """A day; one that is expected and stands without its year must not be past already."""
    plain = _half_width(value).rstrip("。.")
    day = words.day(plain, today)
    with_year = bool(re.match(r"\d{4}", plain))
    if ahead and day < today and not with_year:
        raise RuleError("line_day_past", word=value, day=day)
    if with_year and not 2000 <= day.year < 2100:
        raise RuleError("sheet_day_far", day=day)
    return day
