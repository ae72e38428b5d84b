"""事项：停水提前告知 / 承办单位：市水务集团 / 内容：…: a deed in the lines of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import labels, naming, targets
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Span

NAME = "table"
_SUBJECT = compiled(r"(?:事项|实事|项目|任务|举措)(?:名称)?[：:] ?(?P<name>[^\n。]{3,40})$", re.M)
_LINE = compiled(r"[一-龥]{2,6}[：:]")
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
        named = labels.owner_of(scene, Span(line.end, end)) if end > line.end else None
        if named is None or named.organ is None or named.how != "label":
            continue
        name_at = Span(*match.span("name"))
        found = targets.of_item(scene, name_at, Span(line.start, end), True)
        found.due = found.due or targets.in_force(scene, Span(line.end + 1, end))
        found.title = name = naming.clean_name(match["name"])
        found.lead = named.organ.name
        yield Candidate(
            NAME,
            Span(name_at.start, end),
            name_at.start,
            name,
            naming.single_kind(name),
            items=[found],
            due=found.due,
            owner=named.organ,
            joint=list(named.joint),
            extent=Span(line.start, end),
        )
