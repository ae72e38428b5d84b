"""Traditional → Simplified, character for character."""

from __future__ import annotations

from functools import cache

from tracker.article.compiling import compiled

# Frequent characters that Simplified text never holds. Text without any of them is left alone, because the
# conversion would spoil words such as 显著 there.
_TRADITIONAL = compiled(
    "[個們這來時會學國發對為說開實與關區業務員點問題進動體機構經濟設計劃畫專項縣處辦黨產權總應長單總資訊醫療衛養護環"
    "節費稅財補貼災樓橋園島鄉鎮東車馬門間從後將無電腦網絡線級統織紀歷舊轉輔導據檢驗觀標準確認識課議書館傳齡兒嬰託僅臺灣監換視號質練藝勞財鋪]"
)
# What OpenCC turns into another word, or leaves when a line end stands within the word.
_OWN = {"计画": "计划", "幺": "么", "苧": "苎", "显着": "显著", "卓着": "卓著", "规画": "规划", "衞": "卫"}


@cache
def _converter():
    from opencc import OpenCC

    return OpenCC("tw2s")


def is_traditional(text: str) -> bool:
    """Whether any of the text is in Traditional script."""
    return _TRADITIONAL.search(text) is not None


def simplified(text: str, traditional: bool | None = None) -> str:
    """The same text in Simplified script, of the same length; already Simplified text comes back unchanged.

    Whether it is `traditional` may be known of a text of which this is a part.
    """
    if not (is_traditional(text) if traditional is None else traditional):
        return text
    return mended(_same_length(text))


def _same_length(text: str) -> str:
    """OpenCC's conversion. The few phrases that change length are converted character by character instead."""
    convert = _converter().convert
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    lines = []
    for line in text.split("\n"):
        new = convert(line)
        if len(new) != len(line):
            new = "".join(one if len(one) == 1 else char for char in line for one in (convert(char),))
        lines.append(new)
    return "\n".join(lines)


def mended(text: str) -> str:
    """With the words put right that a line end had kept from being converted as one."""
    for wrong, right in _OWN.items():
        text = text.replace(wrong, right)
    return text
