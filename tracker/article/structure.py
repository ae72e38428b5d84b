"""A clean text taken apart: paragraphs, sentences, clauses, headings, numbered blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from tracker import sharing
from tracker.article import numbering, tables
from tracker.article.cleaned import Cleaned
from tracker.article.compiling import compiled
from tracker.article.numbering import Number
from tracker.article.tables import Table

_LINE = compiled(r"[^\n]+")
_SENTENCE = compiled(r"[^。！？；\n\t]{1,1500}[。！？；]*[”’）)]*")
_CLAUSE_MARK = compiled(r"[，：“”‘’《》（）()【】]|——")
_OPENING, _CLOSING = "“‘《（(【", "”’》）)】"
_FINISHED = compiled(r"[。！？；，、：:](?:[（(][^（）()\n]{2,60}[）)])?$")
_ORGANS = compiled(r"[【\[〔［]?[一-龥、]{1,20}?(?:[局委厅办会联处队院馆社府所站校关]|[科作记律消美音书摄侨体残文]协|小学|办公室|(?<!牵头)(?<!责任)(?<!主办)(?<!承办)(?<!主管)(?<!配合)(?<!协办)部门|[视象]台|少年宫|公路段|商行|(?:宣传|组织|统战|武装)部|中心|集团|公司|街道|[镇乡区县市旗])[】\]〕］]?[：:]")  # 市教育局： in a line of its own
_LISTED = compiled(r"[^，。；：、\n]{2,30}(?:任务|事项|清单|项目|实事|目标|安排|要点)[：:]")  # 市教育局2025年重点任务：
# 立足于服务民生。, not 某局将新建公园3座。 or 市医保局今年目标明确。
_RUN_IN = compiled(r"(?![^。]{2,14}(?:[将拟]|\d[^。]{1,3}。))(?![^。]{0,14}(?:今年|近[日期年]|日前|昨[日天]|记者|获悉|[省市县区][一-龥]{1,6}[局委厅办]))[^，。；：“”]{2,16}。(?=.)")
_RUN_IN_WITHIN = compiled(r"[（(][二三四五六七八九十]{1,3}[）)](?P<words>[^，。；：“”、\d（(\n]{2,16})。(?=.)")  # （一）交通优先。…（二）环境优先。… in one line
_NEAR = 600  # characters behind such words that are under them
_LABEL = compiled(r"(?:牵头|责任|主办|承办|主管|配合|协办)(?:单位|部门|机关)[：:]|(?:(?:整治|工作|主要|建设|具体|项目|实施|服务)?(?:内容|目标任务))[：:]|(?:完成|办结)(?:时限|时间)[：:]")
_TABLE = compiled(r"[附]?表\d+|图\d+")
DOCUMENT_NUMBER = r"[一-龥]{2,12}[〔（(【\[]20\d\d[〕）)】\]]\d{1,4}号"  # 苏政办发〔2021〕12号
# 2021年7月15日 10:36 某某领导小组办公室: when and by whom, and no title of what follows.
_BYLINE = compiled(
    r"20\d\d(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})|(?:时间|地点|来源|作者|记者|文)[：:/]|□|[（(](?:记者|通讯员)|[^\n]{0,24} \d{1,2}:\d\d(?:\n|$)"
    rf"|{DOCUMENT_NUMBER}(?:\n|$)"
    r"|(?:(?:本[报刊台网]|见习|特约|实习|首席|全媒体)+(?:记者|通讯员)|(?:记者|通讯员)[一-龥]{2,8}(?:记者|通讯员))[一-龥·、]{2,16}(?:\n|$)"
    r"|(?:主持人|发布人|主讲人|嘉宾)[：:]"
    r"|[（(][^（）()\n]{0,16}20\d\d年\d{1,2}月\d{1,2}日[）)](?:\n|$)"
)
LONGEST_HEADING = 45


# Not frozen, here and in the neighbours: that makes each of some hundred thousand three times as dear. Nobody writes to them.
@dataclass(slots=True)
class Span:
    start: int
    end: int


@dataclass(slots=True)
class Paragraph(Span):
    """One line. `number` is its marker, `heading` tells that it is a title rather than a text."""

    index: int
    number: Number | None = None
    heading: bool = False


@dataclass(slots=True)
class Sentence(Span):
    """Up to 。！？； ; `paragraph` is the index of its paragraph."""

    paragraph: int


sharing.by_position(Number, Span, Paragraph, Sentence)


@dataclass(slots=True)
class Block:
    """A numbered line with what belongs to it: following unnumbered lines and deeper numbered lines."""

    number: Number
    title: Span
    start: int
    end: int
    parent: Block | None = None
    children: list[Block] = field(default_factory=list)


@dataclass
class Structure:
    text: str
    cleaned: Cleaned
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    blocks: list[Block]
    """The outermost numbered blocks."""
    tables: list[Table] = field(default_factory=list)
    """Tables of projects, whose rows are no sentences."""

    def __post_init__(self) -> None:
        self._paragraph_starts = [paragraph.start for paragraph in self.paragraphs]
        self._numbers = {paragraph.start: paragraph.number for paragraph in self.paragraphs}
        self._clauses: dict[int, list[Span]] = {}
        self._over: dict[tuple[int, bool], list[str]] = {}
        self.sentence_starts = [sentence.start for sentence in self.sentences]
        self._headings = [paragraph for paragraph in self.paragraphs if paragraph.heading]
        self._heading_starts = [paragraph.start for paragraph in self._headings]

    def paragraph_at(self, place: int) -> Paragraph | None:
        index = bisect_right(self._paragraph_starts, place) - 1
        return self.paragraphs[index] if index >= 0 else None

    def paragraphs_within(self, start: int, end: int) -> list[Paragraph]:
        """Those that begin behind `start`, and not behind `end`."""
        return self.paragraphs[bisect_right(self._paragraph_starts, start) : bisect_right(self._paragraph_starts, end)]

    def sentence_at(self, place: int) -> Sentence | None:
        index = bisect_right(self.sentence_starts, place) - 1
        return self.sentences[index] if index >= 0 else None

    def clauses(self, sentence: Sentence) -> list[Span]:
        """The clauses of the sentence, told apart only once."""
        found = self._clauses.get(sentence.start)
        if found is None:
            found = self._clauses[sentence.start] = clauses(self.text, sentence.start, sentence.end)
        return found

    def heading_before(self, place: int) -> Paragraph | None:
        """The nearest heading above."""
        index = self.heading_index(place)
        return self._headings[index] if index >= 0 else None

    def heading_index(self, place: int) -> int:
        """Which heading is the nearest above, counted from 0; -1 for none."""
        return bisect_right(self._heading_starts, place) - 1

    def headings_over(self, place: int) -> list[str]:
        """The nearest heading above, the numbered heading of each outer rank over it, and the title of the text."""
        index = self.heading_index(place)
        below = index, bool(self._headings) and self._headings[0].start < place
        found = self._over.get(below)
        if found is None:
            found = self._over[below] = self._titles_over(index, place)
        return found

    def _titles_over(self, index: int, place: int) -> list[str]:
        titles: list[str] = []
        rank = 99
        for heading in reversed(self._headings[max(0, index - 30) : index + 1]):
            own = numbering.RANKS[heading.number.kind] if heading.number else None
            if not titles or (own is not None and own < rank):
                titles.append(self.text[heading.start : heading.end])
                rank = own if own is not None else rank
        if self._headings and self._headings[0].start < place:
            titles.append(self.text[self._headings[0].start : self._headings[0].end])
        return titles

    def number_at(self, place: int) -> Number | None:
        """The marker of the paragraph that begins at `place`."""
        return self._numbers.get(place)

    def line_title(self, sentence: Sentence) -> Span | None:
        """What the numbered line of the sentence is called before its colon: (四)某中心：…"""
        paragraph = self.paragraphs[sentence.paragraph]
        if paragraph.number is None or paragraph.heading:
            return None
        title = _title(self.text, paragraph)
        return title if self.text[title.end : title.end + 1] in "：:" and title.end - title.start >= 2 else None

    def theme(self, place: int) -> Span | None:
        """The words over a paragraph: its run-in heading (立足于服务民生。), else the nearest heading, but not the headline of the text."""
        paragraph = self.paragraph_at(place)
        if paragraph is None:
            return None
        run_in = self.run_in(paragraph)
        if run_in and paragraph.number:
            within = list(_RUN_IN_WITHIN.finditer(self.text, max(run_in.end, place - _NEAR), place))
            run_in = Span(*within[-1].span("words")) if within else run_in
        if run_in and run_in.end < place and (paragraph.number or self._has_run_ins):
            return run_in
        heading = self.heading_before(place)
        if heading is None or heading.start == paragraph.start or self.is_headline(heading):
            return None
        start = heading.number.end if heading.number else heading.start
        return Span(start, heading.end)

    @cached_property
    def _has_run_ins(self) -> bool:
        """Whether more than one paragraph begins with such words: a single one is the first sentence of a text."""
        found = (paragraph for paragraph in self.paragraphs if not paragraph.heading and self.run_in(paragraph))
        return next(islice(found, 1, None), None) is not None

    def run_in(self, paragraph: Paragraph) -> Span | None:
        """立足于服务民生。 at the head of a paragraph, without its stop."""
        match = _RUN_IN.match(self.text, paragraph.number.end if paragraph.number else paragraph.start, paragraph.end)
        return Span(match.start(), match.end() - 1) if match else None

    def is_headline(self, heading: Paragraph) -> bool:
        """Whether the first heading, or its second line, stands over the whole text: without a number and above all prose."""
        first = heading is self._headings[0] and heading.number is None
        return (first or self.text.startswith("——", heading.start)) and self.text.find("。", 0, heading.start) < 0


_LONG = 60_000  # characters from which on a second process is worth its start


def two_read(text: str) -> bool:
    """Whether two processes share the text."""
    return len(text) >= _LONG and sharing.two_can_work()


def structured(cleaned: Cleaned) -> Structure:
    text = cleaned.text
    paragraphs = _paragraphs(text)
    found = list(tables.find(text, [(line.start, line.end) for line in paragraphs])) if "\t" in text else []
    rows = {index for table in found for index in range(table.first, table.last + 1)}
    sentences = [
        Sentence(start, end, paragraph.index)
        for paragraph in paragraphs
        if paragraph.index not in rows
        for start, end in _sentences(text, paragraph)
    ]
    return Structure(text, cleaned, paragraphs, sentences, _blocks(text, paragraphs), found)


def _sentences(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Up to 。 or ；, but not to a ； in brackets: 改造桥梁3座（牵头：市交通局；配合：市水务局）."""
    begin = None
    for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
        start, end = match.start() if begin is None else begin, match.end()
        begin = start if text[end - 1] == "；" and _is_in_brackets(text, start, end) else None
        if begin is None:
            yield start, end


def _is_in_brackets(text: str, start: int, end: int) -> bool:
    opened, closed = (max(text.rfind(mark, max(start, end - _LONGEST_NOTE), end) for mark in marks) for marks in ("（(", "）)"))
    return opened > closed and _NOTE_ENDS.match(text, end) is not None


_LONGEST_NOTE = 80  # characters of a note in brackets
_NOTE_ENDS = compiled(rf"[^（()）。！？\n\t]{{1,{_LONGEST_NOTE}}}[）)]")


def _paragraphs(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    last = 0  # the ordinal of the latest 1. 2. 3.
    for match in _LINE.finditer(text):
        start, end = match.span()
        number = numbering.head(text, start, end) or numbering.following(text, start, last)
        if number and not text[number.end : end].strip():
            number = None  # 5. at the end of what was cut off numbers nothing
        if number and number.kind == "num":
            last = number.ordinal
        body = number.end if number else start
        heading = 2 <= end - body <= LONGEST_HEADING and not (
            _FINISHED.search(text, max(body, end - 63), end) and not (_ORGANS.fullmatch(text, body, end) or _LISTED.fullmatch(text, body, end))
        )
        heading = heading and text.find("\t", start, end) < 0 and text.find("。", body, end) < 0
        heading = heading and not (_TABLE.match(text, start) or _LABEL.match(text, start) or _BYLINE.match(text, start))
        found.append(Paragraph(start, end, len(found), number, heading))
    return found


def _blocks(text: str, paragraphs: list[Paragraph]) -> list[Block]:
    """The tree of numbered lines. Numbers inside a table are its own affair."""
    roots: list[Block] = []
    open_blocks: list[Block] = []
    in_table = aside = False
    for paragraph in paragraphs:
        number = paragraph.number
        if number is None or number.kind == "bullet":
            in_table = in_table or bool(_TABLE.match(text, paragraph.start))
            if text.startswith("附件", paragraph.start):
                open_blocks.clear()  # what is annexed belongs to no section of the notice
            aside = aside or _ASIDE.match(text, paragraph.start) is not None
            if not (in_table or aside):
                for block in open_blocks:
                    block.end = paragraph.end
            continue
        expected = next((block for block in open_blocks if block.number.kind == number.kind), None)
        if in_table and not (
            number.kind in ("part", "cn", "cn_paren") or (expected and number.ordinal == expected.number.ordinal + 1)
        ):
            continue
        if aside and expected is None:
            open_blocks.clear()  # 有关要求：（一）…, behind what is told besides
        in_table = aside = False
        while open_blocks and not _deeper(open_blocks, number):
            open_blocks.pop()
        block = Block(
            number, _title(text, paragraph), paragraph.start, paragraph.end, open_blocks[-1] if open_blocks else None
        )
        (block.parent.children if block.parent else roots).append(block)
        open_blocks.append(block)
        for outer in open_blocks:
            outer.end = paragraph.end
    return roots


_ASIDE = compiled(r"(?:另外|此外|除此之外|另悉|另据|又讯)[，：了悉]?")  # behind a list: of no line of it


def _deeper(open_blocks: list[Block], number: Number) -> bool:
    """Whether a number belongs under the innermost open block."""
    if any(block.number.kind == number.kind for block in open_blocks):
        return False
    return numbering.RANKS[number.kind] > numbering.RANKS[open_blocks[-1].number.kind] or number.ordinal == 1


_TITLE_END = compiled(r"(?=[：:。；！？\n])(?:[：:](?<!\d[：:])|[：:](?!\d)|[。；！？\n])")  # but not of 22：30


def _title(text: str, paragraph: Paragraph) -> Span:
    """What a numbered line is called: up to its colon or first full stop."""
    assert paragraph.number is not None
    start = paragraph.number.end
    while start < paragraph.end and text[start] in " 　":
        start += 1
    if paragraph.heading:
        return Span(start, paragraph.end)
    match = _TITLE_END.search(text, start, paragraph.end)
    return Span(start, match.start() if match else paragraph.end)


_LONG_QUOTE = 24
_SPEECH = compiled(r"[，。！？；]")


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether the quote that begins at `start` is what somebody says, and no name."""
    stop = text.find("”", start, min(end, start + _LONG_QUOTE))
    return stop < 0 or _SPEECH.search(text, start, stop) is not None


def clauses(text: str, start: int, end: int) -> list[Span]:
    """A sentence's parts between ， and ： outside brackets and quoted names; a quoted speech has clauses of its own."""
    parts: list[Span] = []
    depth = 0
    begin = start
    for match in _CLAUSE_MARK.finditer(text, start, end):
        mark = match[0]
        if mark in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and (mark in "，：——" or (mark == "“" and _is_speech(text, match.end(), end))):
            if begin < match.start():
                parts.append(Span(begin, match.start()))
            begin = match.end()
        elif mark in _OPENING:
            depth += 1
    if begin < end:
        parts.append(Span(begin, end))
    return parts or [Span(start, end)]
