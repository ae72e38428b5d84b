"""To whom a sentence gives what it tells of: 由X负责…, …，由X牵头; (X主办，Y协办); 责任单位：X."""

from __future__ import annotations

import re

from tracker.article import closing, organs
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.promised import VERB
from tracker.article.scene import Scene
from tracker.article.structure import Sentence

_BY = compiled(
    r"(?=[由（(牵责主承实])(?:(?<!费用)(?<!资金)(?<!经费)(?<!成本)(?<!款项)由(?:下属|所属|下辖|直属|旗下|辖区)?的?(?P<by>[^，。；：\n由]{2,30}?)(?:等(?:部门|单位)?)?(?:共同|联合|一起)?(?<!配合)(?<!协助)"
    rf"(?:牵头|负责(?=[，。；）)、\s]|施工|落实|实施|推进|推动|组织|牵头|具体|办理|承办|统筹|建设|改造|完成|的|$|(?P<does>{VERB}))|督办(?=[，。；])|承办|主办|施工|施作|承作|主政|主责|(?:另行|统一|具体|全程)?(?:组织实施|具体实施|实施|办理)|(?:另行|统一|具体|全程)?(?:组织|投资|出资)?(?:建设|建造|代建|承建|推进|开展|落实|改造|完成)(?=[，。；）)\s])|执行|承担|发起|统筹|会同|督促|跟进|倒排|盯办|接续|加快|抓紧)"
    r"|[（(](?P<noted>[^，。；：（）()\n]{2,30}?)(?:主办|牵头|负责|承办|负责实施)(?:，(?P<with>[^，。；：（）()\n]{2,60}?)(?:协办|配合|参与|支持))?[）)]"
    r"|(?:牵头|责任|主办|承办|实施|主管)(?:单位|部门|机关)[：:] ?(?P<label>[^；。，\n（）()]{2,40}))"
)
_BEHIND = 40  # characters behind a sentence in which a label stands
_REACH = 60  # characters from the words to 由某局牵头 behind them
_LEADS = compiled(r"负责|牵头")
_ENDS = frozenset("，。；、）) \n")
_HEAD = 14  # characters before 由某局牵头 at the head of a sentence: 省政府决定，

_TOLD = compiled(r"[\d”、]")  # something is told of before


def owner(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """Whoever the sentence, or a label just behind it, charges with the candidate."""
    if candidate.pattern == "numbered":
        return None
    if (note := closing.over(scene, sentence, candidate.place)) is not None:
        candidate.joint += note.joint
        return note.organ
    match = charge(scene, sentence, candidate.anchor)
    if (
        match is None
        or match.start() > candidate.place.end + _REACH
        or scene.text[sentence.end : match.start()].strip()
    ):
        return None
    own = scene.clause_at(sentence, candidate.anchor)
    if match.end() < own.start and any(not organ.generic for organ in scene.subjects_between(own.start, candidate.anchor)):
        return None  # 甲由乙公司承担，丙集团今年将…: of the words before
    if (also := _goes_on(scene, match, candidate.anchor)) is not None:
        return also
    group = next(name for name in ("by", "noted", "label") if match[name])
    parts = organs.names(match[group])
    if not parts:  # 由一、实施: nobody
        return None
    if group == "label" and match.start() < sentence.end and (doer := _who_does_it(scene, sentence, candidate.anchor)) is not None:
        candidate.joint += [name for name in parts if name != doer.name]
        return doer
    start = match.start(group)
    found = organs.named(scene.text, start, start + len(parts[0]), scene.directory)
    if found is not None:
        candidate.joint += parts[1:]
        if match["with"]:
            candidate.joint += organs.names(match["with"])
    return found


_OVERSEES = compiled(r"(?:政府|[省市县区州旗镇乡]委|[省市县区州旗镇乡])$")  # whose deeds others carry out


def _who_does_it(scene: Scene, sentence: Sentence, place: int) -> Organ | None:
    """市民政局将新建…，责任单位：市财政局: an office that is said to do it is no less its owner for the label."""
    doer = next((one for one in scene.subjects_up_to(place + 1, 1) if one.start >= sentence.start), None)
    return None if doer is None or doer.generic or _OVERSEES.search(doer.name) else doer


def charge(scene: Scene, sentence: Sentence, place: int) -> re.Match[str] | None:
    """The words that give away what stands at `place`, where a sentence gives several things to several organs.

    由甲局负责新建5所，由乙局负责改造3片 gives what follows, 新建5所，由甲局负责，改造3片，由乙局负责 what stands before.
    """
    # 筹集公租房2600套，由某中心负责分配: a part of the work is given away, and not what stands before
    found = [match for match in _charges(scene, sentence) if match.start() <= place or not match["does"]]
    if len(found) < 2:
        return found[0] if found else None
    before = [match for match in found if match.start() <= place]
    if before and _leads_on(scene, sentence, before[-1]):
        return before[-1]
    behind = next((match for match in found if match.start() > place and not _leads_on(scene, sentence, match)), None)
    return behind or (before or found)[-1]


def _charges(scene: Scene, sentence: Sentence) -> list[re.Match[str]]:
    end = min(scene.structure.paragraphs[sentence.paragraph].end, sentence.end + _BEHIND)

    def find() -> list[re.Match[str]]:
        found = _BY.finditer(scene.text, sentence.start, end)
        return [match for match in found if match.start() < sentence.end or not match["by"]]

    return scene.remembered(("charges", sentence.start), find)


def _leads_on(scene: Scene, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether what is given away follows: the clause goes on, or the sentence only begins here."""
    if not match["by"]:
        return False
    if scene.text[match.end() : match.end() + 1] not in _ENDS:
        return True
    return match.start() - sentence.start <= _HEAD and not _TOLD.search(scene.text, sentence.start, match.start())


def _goes_on(scene: Scene, match: re.Match[str], place: int) -> Organ | None:
    """由甲局负责新建5所，乙局负责改造3片: 由 is said once for all of them."""
    named = [organ for organ in scene.subjects_between(match.end(), place) if not organ.generic] if match["by"] else []
    return named[-1] if named and _LEADS.match(scene.text, named[-1].end) else None
