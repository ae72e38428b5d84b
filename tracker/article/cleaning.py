"""Raw text → clean text, with the way back.

Every cleaned character knows its place in the raw text, so that whatever is
recognised can be shown verbatim. All steps work on `Cleaned`; those that make
work for each other are gone through until none has any, so that cleaning
twice equals cleaning once.
"""

from __future__ import annotations

import re

from tracker.article import furniture, markup, readings, rows, script, stacked
from tracker.article.cleaned import Cleaned
from tracker.article.compiling import compiled

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_MARKS = "，。、；：？！“”‘’《》〈〉（）【】—…·"

# Characters that are never part of the words: control, zero-width and bidirectional marks, private use, ornaments
# with which copied pages are peppered.
_UNSEEN = compiled(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e0fff"
    "\u2580-\u259f\u25a0\u25a1\u25c6\u25c7\u2605\u2606\u25b2\u25b3\u25bc\u25bd]"
)
_COLOURS = compiled(r"\x1b\[[0-9;]{0,12}[A-Za-z]")  # what a terminal was told
_LINE_ENDS = compiled(r"(?=[\n\r\x0b\x0c\x85\u2028\u2029])(?:\r\n?[\x0b\x0c]*|\n?[\x0b\x0c\x85\u2028\u2029]+)")
_SPACES = compiled(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_REPEATED = compiled(
    r"(?=[，,、；：。])(?:([，,、；：])[，,、；：]+|[，,、；：]+(?=[。！？])|(。)。+(?!。)|(?<=[。！？])[，,、]+)"
)
_HALF = str.maketrans(",;:?!.", "，；：？！。")
_HALF_MARK = compiled(
    rf"(?=[,;:?!. ])(?:(?<=[{HAN}{_MARKS}%％)\]])(?: *[,;:?!])+(?!//)|(?<=[0-9A-Za-z])[,;:?!](?=[{HAN}“《])|[,;:](?=[{HAN}“《])|(?<=[{HAN}%％)\]”])(?<![一二三四五六七八九十])\.(?!\.|[.\w]{{0,30}}[A-Za-z]))"
)
_INNER_SPACE = compiled(
    # A run is tried from its first space only, or a long one would be read once for each of its spaces.
    rf"(?= )(?<! )(?: +(?=[{HAN}{_MARKS}\n])|(?<=[{HAN}{_MARKS}\n]) +|^ +| +\Z|(?<=[0-9]) +(?=[%％‰])|(?<=[(\[]) +| +(?=[)\]]))"
)
_LABEL_SPACE = compiled(r"(?<=[牵責责主承協协配][頭头任辦办合][單单]位) (?=[省市縣县區区州])")  # 责任单位 市教育局
# ★某镇　5月14日，…; （一）某局。老旧小区…: an organ that opens its line, parted from the rest as by a colon
_ORGAN = r"[一-龥]{1,14}?(?:[局廳厅委辦办處处院會会聯联隊队鎮镇鄉乡區区縣县村校館馆站所社部]|街道|社區|社区|小[學学]|中心|集[團团]|公司)"
_OFFICE = r"[一-龥]{0,4}?[省市縣县區区州旗鎮镇鄉乡][一-龥]{1,12}?[局廳厅委辦办會会聯联社院]"
_REST = r"(?=(?:[一-龥“]|20\d\d年|\d{1,2}月)[^\n]{10,})"
_MARKED = compiled(rf"(?=[★☆■□◆◇▲△▼▽●○※▶►•·  　])^[  　]*[★☆■□◆◇▲△▼▽●○※▶►•·][  ]?{_ORGAN}(?P<space>[  　]+){_REST}", re.M)  # before the marks are gone
_HEADED = compiled(rf"^(?:[（(][一二三四五六七八九十]{{1,3}}[）)]|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．])[ ]?{_OFFICE}(?P<stop>。){_REST}", re.M)  # when the words are clean
# 3 0 0 个 in letters set wide, 1 200座: what a page parts of one number
_PARTED_NUMBER = compiled(r"(?=\d{1,3} \d)(?<![\d.] )(?<![\d.])(?:\d(?: \d){1,6}(?= ?[个座所家条处项件户名人公万亿年月日号%])|\d{1,3}(?: \d{3})+(?= ?[个座所家条处项件户名人公万亿元盏辆台套间宗张棵支米吨平]))(?!\d)")
_ROUND_ZERO = compiled(r"(?=[○O０◯])(?:(?<=[一二三四五六七八九〇])[○O０◯](?=[一二三四五六七八九〇○O０◯年])|(?<=[一二三四五六七八九〇][○O０◯])[○O０◯](?=[一二三四五六七八九年]))")  # 二○二八年
_COUNTIES = compiled(r"(?<=[市县縣區区])(?:[（(][市县縣區区旗、]{1,6}[）)])+")  # 各县（市、区）政府
_CIRCLE = compiled(r"[①-⑳](?=[一-龥“])")
_CIRCLED = compiled(r"(?=①)(?:(?<=[，。；：、将要是\n])|(?<![\s\S]))①[^\n①]{2,}", re.M)
# 市科技局，|市工信局共同推进…: a comma between those who act together
_OWNER = r"[省市縣县區区州旗](?!委，|府，)[一-龥]{1,9}?[局廳厅委辦办會会聯联院]"
_BETWEEN_OFFICES = compiled(rf"(?<=[局厅委办会联院])，(?=[一-龥]{{0,3}}?{_OWNER}(?:，[一-龥]{{0,3}}?{_OWNER}){{0,3}}(?:将|要|拟|计划)?(?:共同|联合|携手|协同|联手|合力|一道))")
_OPENS = compiled(rf"(?:(?:今年|明年|近日|下一步|年内|20\d\d年)，)?(?![据按依经由与和对向请从受在])[一-龥]{{0,3}}?{_OWNER}(?:[，、]{_OWNER}){{0,3}}")
_STRAIGHT_QUOTED = compiled(r'"([^"\n]{1,80})"')
_HALF_QUOTED = compiled(r"“([^“”\"\n]{1,60})\"|\"([^“”\"\n]{1,60})”")
_WIDE = {
    chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDE |= {
    "％": "%",
    "．": ".",
    "＋": "+",
    "﹑": "、",
    "︰": "：",
    "﹔": "；",
    "､": "、",
}
_WIDE |= {"「": "“", "」": "”", "『": "‘", "』": "’"}  # corner quotes are quotes
_WIDE |= {"～": "~", "–": "-", "─": "—", "━": "—", "―": "—", "•": "·", "‧": "·"}
_WIDE_SIGN = compiled(f"[{''.join(_WIDE)}]")


def clean(raw: str) -> Cleaned:
    """The article's words in Simplified script, free of mark-up, page furniture and copying noise."""
    return without_furniture(line_by_line(markup.without_markup(Cleaned.of(raw))))


def line_by_line(raw: Cleaned, traditional: bool | None = None) -> Cleaned:
    """The same with its page furniture: what is done without a look at the rest of a text, but for its tables and the two things below.

    A part of a text is told whether the whole is `traditional`, and whether its `readings` are taken out for the sake of another part is for the caller to see.
    """
    text = raw.rewritten(_COLOURS).rewritten(_LINE_ENDS, "\n")
    text = text.edited((*match.span("space"), "：") for match in _MARKED.finditer(text.text)).rewritten(_UNSEEN)
    text = text.with_text(_WIDE_SIGN.sub(lambda match: _WIDE[match[0]], text.text))
    text = text.edited(stacked.joined(text.text))
    text = text.edited(rows.piped(text.text)).edited(rows.comma_parted(text.text)).edited(rows.columned(text.text))
    text = text.edited(rows.owned_and_dated(text.text))
    text = text.edited(rows.aligned(text.text)).rewritten(_SPACES, " ").rewritten(_LABEL_SPACE, "：")
    text = _steady(text)
    text = text.with_text(script.simplified(text.text, traditional))
    while (more := _joined(text)).text != text.text:  # each step only takes away, or makes what none unmakes, so that this ends
        text = _steady(more)
    return text


def _steady(text: Cleaned) -> Cleaned:
    """Without readings in brackets, half-width marks and spaces, until there are none that the others have brought together."""
    before = None
    while before is None or text.text != before.text:
        before = text
        text = text.edited(readings.in_brackets(text.text))
        text = text.with_text(_full_width(text.text))
        text = text.rewritten(_INNER_SPACE).rewritten(_REPEATED, lambda m: m[1] or m[2] or "")
    return text


def _joined(text: Cleaned) -> Cleaned:
    """With what is seldom there made whole: parted numbers, round zeros, bracketed counties, and the office that heads a line."""
    text = text.edited((place, place + 1, "") for match in _PARTED_NUMBER.finditer(text.text) for place in range(*match.span()) if text.text[place] == " ")
    text = text.with_text(_ROUND_ZERO.sub("〇", text.text))
    text = text.rewritten(_COUNTIES, lambda match: re.sub("[（()）、]", "", match[0]))
    text = text.edited((place, place, "，") for run in _CIRCLED.finditer(text.text) for place in _circles(text.text, *run.span()))
    text = text.edited((mark.start(), mark.end(), "、") for mark in _BETWEEN_OFFICES.finditer(text.text) if _OPENS.fullmatch(text.text, _head(text.text, mark.start()), mark.start()))
    return text.edited((*match.span("stop"), "：") for match in _HEADED.finditer(text.text))


def _circles(text: str, start: int, end: int) -> list[int]:
    """①发放1亿元|②设立5亿元: where the parts begin that nothing but their numbers parts, as long as these count on."""
    marks = list(_CIRCLE.finditer(text, start, end))
    counts_on = len(marks) > 1 and all(ord(mark[0]) == ord("①") + index for index, mark in enumerate(marks))
    return [mark.start() for mark in marks[1:] if text[mark.start() - 1] not in "，。；：、！？…—（\n"] if counts_on else []


def _head(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in "。；\n") + 1


def without_furniture(text: Cleaned) -> Cleaned:
    """What is left of a page when all that is no part of its article is gone: whole lines, until there are none that those between them have hidden."""
    before = None
    while (first := before is None) or len(text.text) != len(before.text):
        before = text
        text = text.edited(furniture.other_headlines(text.text))
        text = text.edited(furniture.running_heads(text.text))
        if first:
            text = text.rewritten(furniture.LINES)  # each of which says by itself what it is
        text = text.rewritten(furniture.PAGE_NUMBERS)
    return text


def _full_width(text: str) -> str:
    text = _HALF_MARK.sub(lambda match: match[0].translate(_HALF), text)
    return _STRAIGHT_QUOTED.sub(r"“\1”", _HALF_QUOTED.sub(r"“\1\2”", text))
