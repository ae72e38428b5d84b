"""事项：停水提前告知 / 承办单位：市水务集团 / 内容：…: a deed in the lines of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import labels, naming, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.scheduling import common_day, dated_items
from tracker.article.structure import Span

NAME = "table"
_SUBJECT = compiled(r"(?:事项|实事|项目|任务|举措)(?:名称)?[：:] ?(?P<name>[^\n。]{3,40})$", re.M)
_LINE = compiled(r"[一-龥]{2,6}[：:]")
_CONTENT = compiled(r"(?:项目|建设|工作|主要|实施|服务|目标)?(?:内容|任务|目标|举措|措施)[：:]")
_MOST = 6  # lines below the first


def find(scene: Scene) -> Iterator[Candidate]:
    """Every form that names a deed and who answers for it."""
    if not re.search(r"(?:事项|实事|项目|任务|举措)(?:名称)?[：:]", scene.text):
        return
    text = scene.text
    for line in scene.structure.paragraphs:
        match = _SUBJECT.match(text, line.start, line.end)
        if match is None:
            continue
        end = line.end
        for below in scene.structure.paragraphs[line.index + 1 : line.index + 1 + _MOST]:
            if not _LINE.match(text, below.start, below.end) or _SUBJECT.match(text, below.start, below.end):
                break
            end = below.end
        named = labels.labelled(scene, Span(line.end, end)) if end > line.end else None
        if named is None or named.organ is None:
            continue
        name_at = Span(*match.span("name"))
        found = targets.of_item(scene, name_at, Span(line.start, end), True)
        found.due = found.due or targets.in_force(scene, Span(line.end + 1, end))
        found.title = name = naming.clean_name(match["name"])
        found.lead = named.organ.name
        parts = _parts(scene, line.index + 1, end)
        yield Candidate(
            NAME,
            Span(name_at.start, end),
            name_at.start,
            name,
            naming.single_kind(name),
            items=parts or [found],
            due=(common_day(parts) if parts else None) or found.due,
            owner=named.organ,
            joint=list(named.joint),
            extent=Span(line.start, end),
        )


def _parts(scene: Scene, index: int, end: int) -> list[Item]:
    """The amounts of which the lines up to `end` say that they are what is to be done."""
    lines = [line for line in scene.structure.paragraphs[index : index + _MOST] if line.end <= end and _CONTENT.match(scene.text, line.start)]
    return [item for line in lines for sentence in scene.sentences_in(line.start, line.end) for item in dated_items(scene, scene.clauses(sentence), lambda _: True)]
