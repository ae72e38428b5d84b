"""Lines → paragraphs: joins what a page's width has broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.article import numbering, script
from tracker.article.cleaned import Cleaned
from tracker.article.compiling import compiled

_FINISHED = compiled(r"[。！？；：:!?][”’）)]*(?:[（(][^（）()\n]{2,60}[）)])?$")  # …48家。（市民政局牵头）
_GOES_ON = compiled(r"[，、；。：）)’”]|年(?![初底内终])|月(?![初底末])|日(?![前间])")
_BYLINE = compiled(r"[（(][^（）()\n]{2,24}\d{1,2} *[月日] *[）)]$")  # （某局 2023年7月18日） under a title
_INNER = compiled(r"[，。；]")
_UNFINISHED = compiled(r"[，、（(‘“\d]$")
_TABLE = compiled(r"表\d+、?|年度\d|图\d")
# Who signs and when, in lines of their own at the end.
_SIGNED = compiled(r"[一-龥]{2,20}(?:局|厅|委|办公室|政府|中心|公司|委员会|妇联|残联)|20\d\d年\d{1,2}月\d{1,2}日")
# What opens a line of a post: a bullet, a picture, 【先睹为快】, （责任单位：…）
_OPENS = compiled(r"[\u25b6-\u25bb\u261e\u2705\u2713\u2714\u27a4\U0001f300-\U0001faff•●○◎▪·【]|[（(](?:责任|牵头|主办)单位")
_LINE = compiled(r"[^\n]+")
# 1. in a line of its own, before what it numbers
_ALONE = compiled(r"^(?:\d{1,2}[、.．]|[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])\n+(?=[“《一-龥])", re.M)
# 责任单位： in a line of its own, before whom it names; a form may leave out the colon
_LABEL_ALONE = compiled(
    r"^(?:(?:项目|事项|实事|任务|举措)(?:名称|内容)|(?:责任|牵头|主办|承办|实施|配合|协办)(?:单位|部门)|(?:建设|工作|主要|目标)(?:内容|任务)|(?:完成|办结)(?:时限|时间)|(?:工作)?进展(?:情况|与成效|及成效)?|目前进展)(?P<colon>[：:]?)[ ]*\n+(?=[^\n：:]{2,})", re.M
)
_TITLE = compiled(r"(?:计[划画畫]|报告|要点|方案|概况)$")  # over 本局依据…
_BESIDES = compiled(r"(?:另外|此外|与此同时|除此之外|另悉|另据)")
_NEW_THOUGHT = compiled(r"为(?![主期了])|为了|本[府市局]|目前|今年|\d{2,4}年|自\d+[年月]|即日起")


def unwrapped(cleaned: Cleaned) -> Cleaned:
    """One line a paragraph. A text whose lines are paragraphs already comes back as it is."""
    cleaned = cleaned.rewritten(_ALONE, lambda number: number[0].rstrip("\n"))
    cleaned = cleaned.edited((label.start("colon"), label.end(), "：") for label in _LABEL_ALONE.finditer(cleaned.text))
    lines = [(match.start(), match[0]) for match in _LINE.finditer(cleaned.text)]
    width = _page_width([line for _, line in lines])
    breaks = sorted({*(_broken(lines, width) if width else _few_broken(lines)), *_within_numbered(lines)})
    if not breaks:
        return cleaned
    joined = cleaned.edited((start, end, "") for start, end in breaks)
    return joined.with_text(script.mended(joined.text))


def _page_width(lines: list[str]) -> int:
    """The width at which the page breaks its lines; 0 when it breaks none."""
    if len(lines) < _MANY:
        return _width_of_few(lines)
    width = sorted(map(len, lines))[len(lines) * 85 // 100]
    open_ended = [line for line in lines if not _FINISHED.search(line)]
    full = sum(1 for line in open_ended if len(line) >= width * 3 // 4)
    prose = sum(1 for line in open_ended if _INNER.search(line))
    broken = full * 5 >= len(lines) and len(open_ended) * 5 >= len(lines) * 2 and prose * 3 >= len(open_ended)
    return width if 12 <= width <= 60 and broken else 0


_MANY = 8  # lines whose lengths tell
_OF_ONE = compiled(r"[省市区县州][一-龥]{1,10}[厅局委办院会]")


def _width_of_few(lines: list[str]) -> int:
    """The same for a few lines: each that stops inside its sentence is as long as the longest, and the next goes on with it."""
    if not lines or not _FINISHED.search(lines[-1]):
        return 0
    longest, widest = max(map(len, lines)), max(map(_columns, lines))
    broken = False
    for line, following in pairwise(lines):
        if _FINISHED.search(line) or not _INNER.search(line):
            continue
        if numbering.head(following) or _OPENS.match(following) or _OF_ONE.match(following):
            return 0
        if not _is_full(line, longest, widest):
            return 0
        broken = True
    return longest if broken and 12 <= longest <= 60 else 0


def _is_full(line: str, longest: int, widest: int) -> bool:
    return len(line) >= longest - 2 or _columns(line) >= widest - 4


def _columns(line: str) -> int:
    """How wide a line is on a page: two columns for a Chinese character."""
    return len(line) + sum(char > "\u2e80" for char in line)


def _broken(lines: list[tuple[int, str]], width: int) -> Iterator[tuple[int, int]]:
    """The line ends (and empty lines) that stand inside a paragraph."""
    opens = True  # the line opens a paragraph
    longest, widest = (max(map(measure, (line for _, line in lines))) if len(lines) < _MANY else 0 for measure in (len, _columns))
    told = [_Line.of(line) for _, line in lines]
    for (start, line), (following_start, _), (this, following) in zip(lines, lines[1:], pairwise(told), strict=False):
        headed = len(lines) < _MANY and opens and not _is_full(line, longest, widest)  # by a short line of a short text
        opens = headed or not _runs_on(this, following, width, opens)
        if not opens:
            yield start + len(line), following_start


def _few_broken(lines: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The line ends inside a paragraph where most paragraphs fit into a line: those of lines as long as the longest, up to where it ends.

    It ends with a stop or before a number; lines of a poster, which may be as long as each other, have neither.
    """
    longest = max((len(line) for _, line in lines), default=0)
    if not 20 <= longest <= 60:
        return []
    widest = max(_columns(line) for _, line in lines)
    prose, broken = 0, list[tuple[int, int]]()
    run: list[tuple[int, int, bool]] = []
    for (start, line), (following_start, following), (_, after) in zip(lines, lines[1:], [*lines[2:], (0, "")], strict=False):
        if not _is_full(line, longest, widest) or _FINISHED.search(line) or numbering.head(following) or _OPENS.match(following) or "\t" in line:
            run = []
            continue
        run.append((start + len(line), following_start, bool(_INNER.search(line) or "、" in line)))
        if _FINISHED.search(following) or numbering.head(after):
            broken += [(end, begin) for end, begin, _ in run]
            prose += sum(told for *_, told in run)
            run = []
    return broken if prose >= _FEWEST_BROKEN else []


_FEWEST_BROKEN = 3


def _within_numbered(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The line ends inside a numbered line, however short: behind a comma, and before how much of it there is (1. 新建绿道 / 12公里。)."""
    numbered = False
    for (start, line), (following_start, following), (_, after) in zip(lines, lines[1:], [*lines[2:], (0, "1.")], strict=False):
        amount = _AMOUNT.match(following) if following[0].isdigit() else None
        ends = amount is not None and (amount.end() < len(following) or following[-1] in "，。；" or numbering.head(after) is not None)
        goes_on = line[-1] in "，、" or (ends and not _FINISHED.search(line))
        numbered = goes_on and (numbered or numbering.head(line) is not None)
        if numbered:
            numbered = not (numbering.head(following) or _OPENS.match(following) or "\t" in line + following)
        if numbered:
            yield start + len(line), following_start


_AMOUNT = compiled(r"\d[\d,.]*[余多]?[万亿千百]*(?![年月日号时点])[一-龥]{1,3}(?:[，。；]|$)")


@dataclass(slots=True)
class _Line:
    """A line, and what is told of it alone."""

    words: str
    numbered: bool
    opens: bool
    alone: bool
    """A byline, or a row of a table."""

    @classmethod
    def of(cls, words: str) -> _Line:
        byline = words[0] in "（(" and _BYLINE.match(words) is not None
        return cls(words, numbering.head(words) is not None, _OPENS.match(words) is not None, byline or "\t" in words)


def _runs_on(this: _Line, following: _Line, width: int, opens: bool) -> bool:
    line = this.words
    if following.opens or (this.opens and len(line) < width * 3 // 4):
        return False
    if this.alone or following.alone or _SIGNED.fullmatch(following.words):
        return False
    if following.numbered:
        return bool(_UNFINISHED.search(line)) and not line[-1].isdigit()
    if "“" in line and line.rfind("“") > line.rfind("”"):
        return True
    if _GOES_ON.match(following.words) or _UNFINISHED.search(line):
        return True
    if _FINISHED.search(line) or _TABLE.match(following.words):
        return False
    if _BESIDES.match(following.words):
        return False
    if not opens:
        return True
    if len(line) < width // 2 or (this.numbered and len(line) < width * 3 // 4):
        return False  # a heading
    titled = this.numbered or _TITLE.search(line) is not None
    return not (titled and not _INNER.search(line) and _NEW_THOUGHT.match(following.words))
