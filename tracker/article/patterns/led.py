"""由某局牵头、某局配合的“清泉”行动: a thing with those who lead and help before it, whatever the sentence goes on to tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, organs
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.scheduling import dated_items
from tracker.article.structure import Sentence, Span

NAME = "topic"
_KIND = "行动|工程|项目|计划|改造|整治|建设|试点|服务|活动|平台"
_LED = compiled(
    r"由(?P<organ>[一-龥]{2,16}?)(?:牵头|负责|主办|承办)(?:实施|组织|建设)?"
    r"(?:[，、 ]?(?P<with>[^。；：\n]{2,50}?)(?:等(?:\d+个)?(?:部门|单位)?)?(?:共同|联合|积极|协同)?(?:(?:配合|参与|协助|协办)(?:实施|推进)?|(?<=[同合])(?:实施|推进|推动|建设|开展|承担)))?"
    rf"的(?P<thing>[^，。；：、“”\n]{{0,16}}“(?:[^”\n]{{2,16}}”[^，。；：、“”\n]{{0,6}}?(?:{_KIND})|[^”\n]{{1,14}}(?:{_KIND})”)|[^，。；：、“”\n]{{2,20}}?(?:{_KIND}))"
    r"(?=[，。；]|已|正|于|将|自|从|同步|全面|\d|[启开动]工?)"
)
_OVER = compiled(r"已(?:经|于[^，。；]{1,10})?(?:全部|全面|如期|顺利)?(?:完成|建成|完工|竣工|收官|结束|通车|投用|投运)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things that somebody leads, unless they are over."""
    text = scene.text
    for match in _LED.finditer(text, sentence.start, sentence.end):
        owner = organs.named(text, *match.span("organ"), scene.directory)
        thing = Span(*match.span("thing"))
        if owner is None or owner.end != match.end("organ") or _OVER.search(text, thing.end, sentence.end):
            continue
        name = naming.clean_name(match["thing"])
        rest = [clause for clause in scene.clauses(sentence) if clause.end > thing.end]
        amounts = [item.quantity for item in dated_items(scene, rest) if item.quantity]
        days = list(scene.deadlines(thing.end, sentence.end))
        due = days[-1] if days else None
        told = amounts or due
        yield Candidate(
            NAME,
            thing,
            thing.start,
            name,
            naming.single_kind(name),
            items=[Item(name, thing, amounts[0] if amounts else None, due)] if told else [],
            due=due,
            owner=owner,
            joint=organs.names(match["with"] or ""),
            extent=Span(thing.start, sentence.end),
        )
