"""A numbered line as the member of a list: where its words end, and what it numbers within itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from tracker.article import closing, labels, numbering, targets
from tracker.article.compiling import compiled
from tracker.article.listing import Member
from tracker.article.numerals import NUMBER
from tracker.article.scene import Scene
from tracker.article.structure import Block, Paragraph, Span


def member(scene: Scene, block: Block, lead: str | None = None, joint: tuple[str, ...] = ()) -> Member:
    """The line with the members below it; `lead` leads and `joint` help where nothing else is said."""
    end = block.children[0].start if block.children else _own_end(scene, block)
    if block.children and (given := labels.noted(scene, block.title)).organ:
        lead, joint = given.organ.name, given.joint
    return Member(
        block.title,
        Span(block.start, end),
        tuple(no_longer(scene, [member(scene, child, lead, joint) for child in block.children])) or tuple(_within(scene, block, end)),
        block.number.kind,
        block.number.ordinal,
        lead,
        joint,
    )


def no_longer(scene: Scene, members: list[Member]) -> list[Member]:
    """The last of them with no more lines than the longest of the others: after a list of single lines the text goes on."""
    if len(members) < _FEW or members[-1].children:
        return members
    *others, last = members
    most = max(scene.text.count("\n", one.block.start, one.block.end) for one in others)
    end = last.block.start
    for _ in range(most + 1):
        end = scene.text.find("\n", end + 1, last.block.end)
        if end < 0:
            return members
    return [*others, replace(last, block=Span(last.block.start, end))]


_FEW = 3  # members that show how long they are


def _within(scene: Scene, block: Block, end: int) -> Iterator[Member]:
    """（一）提质行动。①改造34个；②更新9600户。（责任单位：某局）: the members that a line's own words number."""
    text = scene.text
    if text[block.title.end : block.title.end + 1] not in ("。", "："):
        return
    runs = numbering.inline(text, block.title.end, end)
    run = next((run for run in runs if run[0].kind in ("circled", "num_paren", "num")), None)
    if run is None:
        yield from _closed(scene, block.title, Span(block.title.end + 1, end))
        return
    if run[0].start > block.title.end + 2:
        return  # 全力办好八件实事：①…: a list that the line announces is one by itself
    lead = targets.lead(scene, Span(block.start, end))
    joint = labels.helpers(scene, Span(block.start, end), lead) if lead else ()
    for number, stop in zip(run, [*(number.start for number in run[1:]), end], strict=True):
        close = _MEMBER_END.search(text, number.end, stop)
        stop = close.start() if close else stop
        yield Member(Span(number.end, stop), Span(number.end, stop), (), number.kind, number.ordinal, lead, joint)


_COUNTED = compiled(rf"[（(]{NUMBER} ?[项件个][）)]$")


def _closed(scene: Scene, title: Span, words: Span) -> Iterator[Member]:
    """1、教育类（2项）。新建幼儿园12所（市教育局）；实训基地2个（市人社局）: each of them closed by whose it is.

    Where the title says how many there are, they may all be of one, or there may be one only.
    """
    found = closing.notes(scene, words)
    if not found:
        return
    several = len({note.organ.name for note in found}) > 1 or _COUNTED.search(scene.text, title.start, title.end)
    if not several or "\n" in scene.text[words.start : found[-1].end]:
        return
    start = words.start
    for ordinal, note in enumerate(found, 1):
        while start < note.start and scene.text[start] in "。；，、 ":
            start += 1
        if start == note.start:
            continue  # （市教育局）（市财政局）: the second of two brackets
        yield Member(Span(start, note.start), Span(start, note.end), (), "circled", ordinal, note.organ.name, note.joint)
        start = note.end


_MEMBER_END = compiled(r"[。；]|[（(](?=(?:牵头|责任|主办|承办|负责)(?:单位|部门))")


def _own_end(scene: Scene, block: Block) -> int:
    """An item that is a whole text ends with its line and the labels below it; one that is a title, with its block."""
    paragraph = scene.structure.paragraph_at(block.start)
    if paragraph is None or paragraph.heading:
        return block.end
    end = paragraph.end
    labelled = False
    for below in scene.structure.paragraphs[paragraph.index + 1 : paragraph.index + 6]:
        label = labels.LINE.match(scene.text, below.start, below.end)
        # A line that the page has broken goes on in the next one.
        goes_on = not labelled and not (below.number or below.heading) and scene.text[end - 1] not in "。！？）)"
        if below.start >= block.end or not (label or goes_on):
            break
        if _heads_a_list(scene, below):
            return paragraph.end
        labelled = labelled or bool(label)
        end = below.end
    return end


def _heads_a_list(scene: Scene, paragraph: Paragraph) -> bool:
    """Whether a list begins right below."""
    following = scene.structure.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return bool(following and following[0].number and following[0].number.ordinal == 1)


_BULLET = compiled(r"[●○◎▪·•■□◆◇▶►★☆➤✓✔※*—–-]{1,2} ?")
_LONGEST_LINE = 60  # characters of a line with nothing before it
_MOST_LINES = 100  # that one lead-in is over


def with_bullets(scene: Scene, lead_in: Paragraph) -> int:
    """How many lines with bullets follow; of more than a list has, the most that are looked at."""
    following = scene.structure.paragraphs[lead_in.index + 1 : lead_in.index + 1 + _MOST_LINES]
    return sum(1 for _ in takewhile(lambda line: _BULLET.match(scene.text, line.start, line.end), following))


def unnumbered(scene: Scene, lead_in: Paragraph, declared: int) -> list[Member]:
    """The `declared` lines below, if they have bullets or are short, and no further line is like them."""
    text = scene.text
    below = scene.structure.paragraphs[lead_in.index + 1 : lead_in.index + 2 + declared]
    bullets = [_BULLET.match(text, line.start, line.end) for line in below]
    marked = bool(bullets) and bullets[0] is not None
    alike = [
        (bullet is not None) is marked
        and (line.number is None or line.number.kind == "bullet")
        and text[line.end - 1] not in "：:"
        and (marked or (line.end - line.start <= _LONGEST_LINE and text.find("。", line.start, line.end - 1) < 0))
        for line, bullet in zip(below, bullets, strict=True)
    ]
    further = len(alike) > declared and alike[declared] and (marked or text[below[declared].end - 1] not in "。！？")
    if declared < _TWO or len(alike) < declared or not all(alike[:declared]) or further:
        return []
    if not marked and text[below[declared - 1].end - 1] == "。" and text[below[0].end - 1] != "；":
        return []  # a text that goes on
    starts = [bullet.end() if bullet else line.start for line, bullet in zip(below, bullets, strict=True)]
    ends = [_TITLE_END.search(text, start, line.end) for start, line in zip(starts, below, strict=True)]
    return [
        Member(Span(start, end.start() if end else line.end), Span(start, line.end))
        for line, start, end in list(zip(below, starts, ends, strict=True))[:declared]
    ]


_TWO = 2
_TITLE_END = compiled(r"[。；]")


def lost_first(scene: Scene, header: Span | None, second: Block) -> Member | None:
    """The first item when its number was lost: a short line of its own between the header and 2、."""
    if header is None:
        return None
    structure = scene.structure
    last = structure.paragraph_at(second.start)
    first = structure.paragraph_at(header.end)
    for paragraph in structure.paragraphs[(first.index if first else 0) : (last.index if last else 0)]:
        if paragraph.start >= header.end and paragraph.heading and paragraph.number is None:
            return Member(Span(paragraph.start, paragraph.end), Span(paragraph.start, second.start))
    return None
