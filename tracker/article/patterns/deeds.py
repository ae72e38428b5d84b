"""Numbered deeds that have owners of their own: 一、改善住房条件。市住建局牵头，改造小区36个，10月底前完成。

Such a list is no commitment of one owner: each of its deeds is one, named
after its headline, with its amounts as items.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tracker.article import frames, joining, labels, naming, numbering, organ_words, organs
from tracker.article import things as named_things
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.labels import Named
from tracker.article.listing import Member
from tracker.article.numerals import NUMBER
from tracker.article.patterns import behind_noun, counted, measures, quoted, rollout
from tracker.article.promised import BEGINS
from tracker.article.scene import Scene
from tracker.article.scheduling import common_day, dated_items
from tracker.article.structure import Sentence, Span

NAME = "deed"
_PARTS = frozenset(("is", "first"))  # 一是…二是…: the parts of one announcement, whoever leads them
_TOLD = compiled(r"已(?!纳入|列入)|累计|截至|去年|上年|(?:完成|建成|新增|解决|改造|发放)了|同比")
_OWN_WORDS = 300  # characters in which a deed says who does it


def owned(scene: Scene, members: list[Member], announced: bool) -> list[Named] | None:
    """Who owns each member, in order; None when the list is one owner's.

    `announced` tells that somebody announces and counts the whole list: then
    names in brackets or labels only say who leads which part of it.
    """
    if members[0].kind in _PARTS:
        return None
    found = [_owner(scene, member) for member in members]
    said = [
        named
        for named, member in zip(found, members, strict=True)
        if named.organ and (_does(scene, named.organ, member, announced) if named.how == "subject" else named.how == "noted" and not announced)
    ]
    several = len({named.organ.name for named in said if named.organ}) > 1
    return found if several and len(said) * 2 >= len(members) else None


def _does(scene: Scene, organ: Organ, member: Member, announced: bool) -> bool:
    """Whether the organ acts: ③县医院托育中心 is a thing, and so is the house of an item of what another announces."""
    return (organ.end != member.title.end or scene.text.startswith("：", organ.end)) and not (announced and organ_words.is_house(organ.name))


def _owner(scene: Scene, member: Member) -> Named:
    if len(member.children) > 1:
        return Named()
    return labels.owner_of(scene, Span(member.title.start, min(member.block.end, member.title.start + _OWN_WORDS)))


def find(scene: Scene, members: list[Member], named: list[Named], counted: bool = False) -> Iterator[Candidate]:
    """A candidate for every member that does not hold a list of its own; of a counted list whatever it is called."""
    longest = max((_lines(scene, member.block) for member in members[:-1]), default=0)
    for member, owner in zip(members, named, strict=True):
        block = _first_lines(scene, member.block, longest)
        if len(member.children) > 1 or _holds_a_list(scene, block):
            continue
        found = _deed(scene, member.title, block, owner, counted)
        if found is not None:
            found.owner, found.joint = owner.organ, list(owner.joint)
            yield found


def _deed(scene: Scene, title: Span, block: Span, owner: Named, counted: bool) -> Candidate | None:
    text = scene.text
    items: list[Item] = []
    over = False
    for sentence in scene.sentences_in(title.start, block.end):
        told = dated_items(
            scene, scene.clauses(sentence), lambda clause: not _TOLD.search(text, clause.start, clause.end)
        )
        told = [item for item in told if not _COUNTS_A_SET.fullmatch(text, item.span.start, item.span.end)]
        still = [item for item in told if not frames.looks_back(scene, sentence, item.span.start) or frames.still_ahead(scene, item.span.start, sentence.end)]
        over = over or len(still) < len(told)
        items += _shared(scene, sentence, still, owner)
    if over and not items:
        return None  # 去年，市园林局新建公园7个: and nothing that is still to be done
    headline = _headline(scene, title, items) or (_behind_owner(scene, title) if counted else None)
    if headline is None or _is_a_set(scene, headline):
        return None
    opened = text.rfind("（", headline.start, headline.end)
    if opened > headline.start and text.find("）", opened, headline.end) < 0:
        headline = Span(headline.start, opened)  # 视力普查3万人（市卫健委主办，市教育局协办）
    if not items and _DEMAND.match(text, headline.start):
        return None
    due = labels.day_of(scene, block)
    for item in items:
        item.due = item.due or due
    name = naming.clean_name(text[headline.start : headline.end])
    end = max(headline.end, items[0].span.end) if items else headline.end
    return Candidate(
        NAME,
        Span(headline.start, end),
        headline.start,
        name,
        naming.single_kind(name),
        items=items,
        weak=not items,
        due=common_day(items) or due,
        extent=block,
    )


# 开展三项专项行动: a number of deeds, and none of them
_COUNTS_A_SET = compiled(rf"(?:组织|全面|深入|集中)*(?:开展|实施|推出|启动|推进|部署|办好|打好|抓好)(?:了)?(?:“[^”\n]{{1,20}}”)?{NUMBER}[项件个大](?:“[^”\n]{{1,20}}”)?[^，。；、“”\n]{{0,10}}?(?:行动|工程|举措|措施|攻坚战|实事|活动|计划)”?")


def _shared(scene: Scene, sentence: Sentence, items: list[Item], owner: Named) -> list[Item]:
    """甲局新建…。甲局会同乙局改造…。丙局新增…: a later sentence has its own helpers, and may have another lead."""
    doer = scene.first_named(sentence.start, sentence.end)
    if doer is None or owner.organ is None or doer.start == owner.organ.start or not items:
        return items
    joint = joining.with_whom(scene, doer, sentence.end)
    lead = None if doer.name in (owner.organ.name, *owner.joint) else doer.name
    return [replace(item, lead=lead, joint=joint) for item in items] if joint or lead else items


def _is_a_set(scene: Scene, headline: Span) -> bool:
    """推动“A”、“B”、“C”三项政策: a set whose members are named is told as such."""
    sentence = scene.structure.sentence_at(headline.start)
    found = chain(counted.find(scene, sentence), behind_noun.find(scene, sentence)) if sentence and scene.text[headline.end - 1] != "”" else ()
    return any(len(one.items) > 1 and one.place.end == headline.end for one in found)


def _headline(scene: Scene, title: Span, items: list[Item]) -> Span | None:
    """The words before the first full stop, when they are a headline; else what they say is carried out, else the first amount."""
    title = Span(organs.skip_lead(scene.text, title.start, title.end), title.end)  # 自7月1日起，调高…
    if not scene.subjects_between(title.start, title.end) and title.end - title.start <= _LONGEST:
        comma = scene.text.find("，", title.start + _SHORTEST, title.end)
        named = named_things.at_head(scene, title)
        if named is not None and not scene.text[named.end : named.end + 1].isdigit():
            return named
        return Span(title.start, comma if comma >= 0 else title.end)
    comma = scene.text.find("，", title.start + 4, title.start + _LONGEST)
    if comma >= 0 and not scene.subjects_between(title.start, comma):
        return Span(title.start, comma)
    sentence = scene.structure.sentence_at(title.start)
    things = chain(quoted.find(scene, sentence), measures.find(scene, sentence), rollout.find(scene, sentence)) if sentence else iter(())
    return next((thing.place for thing in things), items[0].span if items else None)


def _behind_owner(scene: Scene, title: Span) -> Span | None:
    """市公安局整治校园周边交通秩序: what its owner does, in a list that counts it."""
    text = scene.text
    sentence = scene.structure.sentence_at(title.start)
    clause = scene.clause_at(sentence, title.start) if sentence else title
    start, end = scene.predicate_start(clause), min(clause.end, title.end)
    end -= text[end - 1] in "。；"
    said = BEGINS.match(text, start, end) and not _AMOUNT_OR_TOLD.search(text, start, end)  # its amounts are judged by themselves
    return Span(start, end) if said and _SHORTEST <= end - start <= _LONGEST else None


_AMOUNT_OR_TOLD = compiled(rf"\d|{_TOLD.pattern}")
_LONGEST, _SHORTEST = 40, 6  # characters of a headline
# 集中力量攻坚, 严格督查问效: how things are to be done, not what
_DEMAND = compiled(r"集中|严格|严肃|强化|加强|压实|狠抓|提高|坚持|突出|注重|密切|落实|健全|完善.{0,4}机制|对[^，。；]{0,16}(?:偏慢|滞后|缓慢|不力)|各[^，。；]{0,8}(?:单位|部门|地|乡镇)要")


def _lines(scene: Scene, block: Span) -> int:
    return scene.text.count("\n", block.start, block.end)


def _first_lines(scene: Scene, block: Span, most: int) -> Span:
    """The block, no longer than `most` line ends: after the last deed the text may go on."""
    end = block.start
    for _ in range(most + 1):
        end = scene.text.find("\n", end + 1, block.end)
        if end < 0:
            return block
    return Span(block.start, end)


def _holds_a_list(scene: Scene, block: Span) -> bool:
    return any(run[0].start > block.start + 2 for run in numbering.inline(scene.text, block.start, block.end))
