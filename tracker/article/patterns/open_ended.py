"""推出A、B、C等措施: members and a head noun after 等, without a count."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import members, naming, targets
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.patterns.counted import AFTER_HEAD
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "open_ended"
_TAIL = compiled(
    rf"等(?P<phrase>(?P<modifier>[^，。；：、！？\n“”0-9]{{0,8}}?)(?:专项行动|行动|工程|项目|措施|举措|实事|政策))(?P<rest>){AFTER_HEAD}"
)
_VERB = compiled(r"推出|实施|启动|出台|推行|办好|抓好|开展|打造|推进|列出|提供")
_OF_WHOM = compiled(rf"{members.OF_WHOM}的(?=[一-龥]{{2}})")
_OTHER_WAY = compiled(r"采取|采用|通过|利用|运用|借助|依托|结合|围绕|针对|根据|按照|参加|举办")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Sets left open, of somebody who is named."""
    text = scene.text
    for match in _TAIL.finditer(text, sentence.start, sentence.end):
        clause = scene.clause_at(sentence, match.start())
        start = scene.predicate_start(clause)
        parts, _, begin = members.before(text, start, match.start() + 1)
        lead = text[start:begin]
        if len(parts) < 2 or not _VERB.search(lead) or _OTHER_WAY.search(lead):
            continue
        if (of_whom := _OF_WHOM.match(text, match.start(), match.end("phrase"))) is not None:
            yield _one(text, Span(begin, match.end("phrase")), of_whom.end())
            continue
        yield Candidate(
            NAME,
            Span(members.quote_start(text, parts, match.end("phrase")), match.end("phrase")),
            match.start(),
            naming.clean_name(match["phrase"]),
            naming.kind(match["phrase"]),
            items=[targets.item(scene, part) for part in parts],
            open_list=True,
            weak=True,
            extent=Span(begin, match.end("phrase")),
        )


def _one(text: str, place: Span, head: int) -> Candidate:
    """推进甲、乙、丙等地的某某工程: one thing, in several places or for several groups."""
    name = naming.clean_name(text[head : place.end])
    return Candidate(NAME, place, place.start, name, naming.single_kind(name), weak=True)
