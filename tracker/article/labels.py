"""Who owns a numbered line, by its own words: 责任单位：X，配合单位：Y; 由X牵头; （X牵头，Y配合）; X牵头，…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.article import joining, organs
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Block, Paragraph, Span

_ROLE = r"(?P<role>牵头|主办|承办|主管|责任|实施|负责|主责|配合|协办|参与|协同)(?:(?:责任)?(?:单位|部门|机关|机构|科室|处室)|(?<=主办)|(?<=承办)|(?<=牵头)|(?<=协办)|(?<=配合))[：:] ?"
_LABELLED = compiled(
    rf"{_ROLE}(?P<names>(?:[^；。\n（）()：:【】〔〕]|{organs.ROLE}){{2,80}}?)(?=[，,、 ]*(?:牵头|主办|承办|主管|责任|实施|负责|主责|配合|协办|参与|协同|完成)(?:责任)?(?:单位|部门|机关|机构|科室|处室|时限|时间)|[，,、 ]*(?:协办|配合)[：:]|(?!{organs.ROLE})[；。\n（）()【】〔〕]|$)",
    re.M,
)
_LEADS = ("牵头", "主办", "承办")
_HELPS = ("配合", "协办", "参与", "协同")
_NOTED = compiled(
    r"[（(【〔](?P<names>[^，。；：（）()【】〔〕\n]{2,60}?)(?:等)?(?:按职责分工)?(?:牵头|主办|承办|负责)(?:实施|落实)?(?:[，；、](?P<with>[^，。；（）()【】〔〕\n]{2,60}?)(?:等)?(?:按职责分工)?(?:配合|协办|参与|负责))?[）)】〕]"
    r"|[（(](?P<only>[一-龥、]{3,60})(?:[，；](?:20\d\d年)?\d{1,2}月[^，。；（）()\n]{0,6})?[）)](?=[。；]?(?:\n|$))",
    re.M,
)
_BY = compiled(
    r"由(?P<names>[^，。；：\n由]{2,40}?)(?:等(?:部门|单位)?)?(?:共同)?(?:牵头|负责|承办|主办|组织实施|承担|实施)"
)
LINE = compiled(r"(?=[（(【〔牵责主承实负配协完参])(?:[（(【〔]?(?:牵头|责任|主办|承办|实施|主管|负责|配合|协办|参与|完成)(?:单位|部门|机关|局|科室|处室|时限|时间|领导)[：:]|[（(](?:主办|牵头|承办)[：:]|[（(【〔][一-龥、]{3,40}(?:主办|牵头|承办)(?:[，；、][^（）()【】〔〕\n]{2,60})?[）)】〕](?=\n|$))", re.M)
_BEHIND = compiled(rf"[ （(]*(?P<label>{LINE.pattern})")
_BEFORE_NAMES = compiled(r"(?:单位|部门|机关|机构)[：:][^；。\n]*$")
_DAY = compiled(r"(?:完成|办理|办结)?(?:时限|时间|期限)(?:[：:]|为) ?(?P<day>[^；。，\n（）()]{2,20})")


@dataclass(slots=True)
class Named:
    """An owner with those who join, and how the words name it: as a subject, in brackets, or by a label of the form."""

    organ: Organ | None = None
    joint: tuple[str, ...] = ()
    how: Literal["", "subject", "noted", "label"] = ""


def owner_of(scene: Scene, span: Span) -> Named:
    """Whoever the words between start and end make responsible. A label 牵头单位 decides, then the sentence itself."""
    by_label = labelled(scene, span)
    said = _said(scene, span)
    in_brackets = noted(scene, span)
    found = [named for named in (said, in_brackets, by_label) if named.organ]
    if not found:
        return Named()
    first = by_label if by_label.organ and (by_label.how == "label" or not said.organ) else found[0]
    assert first.organ is not None
    helping = in_brackets.joint if in_brackets.organ and in_brackets.organ.name == first.organ.name else ()
    names = [first.organ.name, *first.joint, *by_label.joint, *helping, *(named.organ.name for named in found if named.organ)]
    return Named(first.organ, tuple(dict.fromkeys(names))[1:], found[0].how)


def helpers(scene: Scene, block: Span, lead: str) -> tuple[str, ...]:
    """Who helps the one that leads what the lines of a member tell of."""
    named = owner_of(scene, Span(block.start, min(block.end, block.start + _OF_ONE)))
    return named.joint if named.organ is not None and named.organ.name == lead else ()


_OF_ONE = 1500  # characters of a member among which it is told who leads it


def labelled(scene: Scene, span: Span) -> Named:
    """牵头单位：A；责任单位：B、C; how is "label" where a lead is labelled."""
    organ: Organ | None = None
    joint: list[str] = []
    how: Literal["noted", "label"] = "noted"
    for match in _LABELLED.finditer(scene.text, span.start, span.end):
        names = organs.names(match["names"])
        leads = match["role"] not in _HELPS and (organ is None or match["role"] in _LEADS)
        first = organs.leading(match["names"]) if leads else 0
        names = [*names[first : first + 1], *names[:first], *names[first + 1 :]]
        if names and leads and (lead := _organ(scene, match.start("names") + match["names"].find(names[0]), names[0])):
            if organ is not None:
                joint.insert(0, organ.name)
            organ, names = lead, names[1:]
            how = "label"
        joint += names
    return Named(organ, tuple(joint), how)


def noted(scene: Scene, span: Span) -> Named:
    """（市教育局牵头，市财政局配合）, or nothing but names in brackets at the end of a line."""
    for match in _NOTED.finditer(scene.text, span.start, span.end):
        group = "names" if match["names"] else "only"
        names = organs.names(match[group])
        organ = _organ(scene, match.start(group), names[0]) if names else None
        if organ is not None and all(organs.named(name, 0, len(name), scene.directory) for name in names):
            helpers = organs.names(match["with"] or "")
            return Named(organ, (*names[1:], *helpers), "noted")
    return Named()


def _said(scene: Scene, span: Span) -> Named:
    """由X牵头, else the first subject with a name."""
    by = _BY.search(scene.text, span.start, span.end)
    if by:
        names = organs.names(by["names"])
        organ = _organ(scene, by.start("names"), names[0]) if names else None
        if organ is not None:
            end = _sentence_end(scene, by.end())
            return Named(organ, (*names[1:], *joining.partners(scene, by.end(), end), *joining.helpers(scene, by.end(), end)), "subject")
    organ = next(
        (one for one in scene.subjects_between(span.start, span.end) if not (one.generic or _is_label(scene, one))),
        None,
    )
    if organ is None:
        return Named()
    end = _sentence_end(scene, organ.start)
    return Named(organ, joining.with_whom(scene, organ, end), "subject")


def _is_label(scene: Scene, organ: Organ) -> bool:
    """Whether the organ stands behind 责任单位："""
    return bool(_BEFORE_NAMES.search(scene.text, max(0, organ.start - 80), organ.start))


def _organ(scene: Scene, start: int, name: str) -> Organ | None:
    return organs.named(scene.text, start, start + len(name), scene.directory)


def _sentence_end(scene: Scene, place: int) -> int:
    sentence = scene.structure.sentence_at(place)
    return sentence.end if sentence else place


def day_of(scene: Scene, span: Span) -> Day | None:
    """完成时限：2024年12月底."""
    for match in _DAY.finditer(scene.text, span.start, span.end):
        if (day := next(scene.deadlines(*match.span("day")), None)) is not None:
            return day
    return None


def below(scene: Scene, group: Sequence[Block]) -> Span | None:
    """责任单位：X in lines of its own right below a list assigns all of it, where no other member has such a line."""
    paragraphs = scene.structure.paragraphs
    last = scene.structure.paragraph_at(group[-1].start)
    if last is None or len(group) < 2 or any(LINE.search(scene.text, one.start, one.end) for one in group[:-1]):
        return None
    end = None
    for line in paragraphs[last.index + 1 : last.index + 4]:
        if line.start >= group[-1].end or not LINE.match(scene.text, line.start, line.end):
            break
        end = line.end
    return Span(paragraphs[last.index + 1].start, end) if end is not None else None


def near(scene: Scene, place: int) -> tuple[Named, Day | None] | None:
    """Whom and by when the labels below and beside the words at `place` name; None where there are none."""
    found = [span for span in (under(scene, place), beside(scene, place)) if span is not None]
    if not found:
        return None
    named = next((one for span in found if (one := owner_of(scene, span)).organ), Named())
    return named, next((day for span in found if (day := day_of(scene, span))), None)


def under(scene: Scene, place: int) -> Span | None:
    """The lines 责任单位：X right below the paragraph that holds `place`."""
    if not scene.remembered("labels", lambda: LINE.search(scene.text) is not None):
        return None
    paragraphs = scene.structure.paragraphs
    own = scene.structure.paragraph_at(place)
    if own is None or own.heading:
        return None
    end = None
    for line in paragraphs[own.index + 1 : own.index + 4]:
        if not LINE.match(scene.text, line.start, line.end):
            break
        end = line.end
    return Span(paragraphs[own.index + 1].start, end) if end is not None else None


def beside(scene: Scene, place: int) -> Span | None:
    """牵头单位：X before the words at `place` or behind their sentence in the same line, or in the line above alone."""
    if not scene.remembered("labels", lambda: LINE.search(scene.text) is not None):
        return None
    own = scene.structure.paragraph_at(place)
    sentence = scene.structure.sentence_at(place)
    if own is None or own.heading or sentence is None or sentence.start < own.start:
        return None
    text = scene.text
    if LINE.match(text, own.start, own.end) and place > own.start:
        stop = text.find("。", own.start, place)
        return Span(own.start, stop) if stop >= 0 else None
    behind = _BEHIND.match(text, sentence.end, own.end)
    if behind:
        stop = text.find("。", behind.end(), own.end)
        return Span(behind.start("label"), stop if stop >= 0 else min(own.end, behind.end() + 200))
    if _CONTENT.match(text, own.start, own.end):
        return _labels_over(scene, own)
    line = scene.structure.paragraphs[own.index - 1] if own.index else None
    alone = line is not None and own.number is None and LINE.match(text, line.start, line.end) and not _is_below(scene, line)
    return Span(line.start, line.end) if line is not None and alone else None


_CONTENT = compiled(r"(?:整治|工作|主要|建设|具体|项目|实施|服务)?(?:内容|目标任务)[：:]")


def _labels_over(scene: Scene, own: Paragraph) -> Span | None:
    """牵头单位：X / 配合单位：Y over 整治内容：…: a form of lines with labels."""
    start = None
    for line in reversed(scene.structure.paragraphs[max(0, own.index - _LABELS) : own.index]):
        if not LINE.match(scene.text, line.start, line.end):
            break
        start = line.start
    return Span(start, own.start) if start is not None else None


_LABELS = 3  # lines


def _is_below(scene: Scene, line: Span) -> bool:
    """Whether a line of labels belongs to what stands above it."""
    index = scene.structure.paragraph_at(line.start)
    before = scene.structure.paragraphs[index.index - 1] if index and index.index else None
    return before is not None and not before.heading


def above(scene: Scene, first: Block) -> Span | None:
    """牵头单位：X in lines of its own right above a list, from 1 on, assigns all of it."""
    paragraph = scene.structure.paragraph_at(first.start)
    if paragraph is None or first.number.ordinal != 1:
        return None
    over = _labels_over(scene, paragraph)
    return Span(over.start, first.start) if over is not None else None
