"""How many members the words over a list announce, and who announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.article import members as groups
from tracker.article import numbering, own_lines, principal, targets
from tracker.article.candidates import Item
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.listing import Member
from tracker.article.numerals import NUMBER, NUMERAL, whole
from tracker.article.patterns.counted import BEHIND, COUNT, COUNT_BEHIND
from tracker.article.patterns.named_sets import IN_QUOTES
from tracker.article.scene import Scene
from tracker.article.structure import Block, Paragraph, Span
from tracker.article.words import CLASSIFIER, FINISHED


def of_header(scene: Scene, header: Span, sizes: Sequence[int]) -> re.Match[str] | None:
    """The count that the header gives: one that fits the members, else the last one; where it is first given."""
    counts = _COUNTS.search(scene.text, header.start, header.end) is not None  # quickly, as most headers count nothing
    found = [
        match
        for match in (COUNT.finditer(scene.text, header.start, header.end) if counts else ())
        if (whole(match["number"]) or 0) > 1 and scene.text[match.start() - 1] != "第"
    ]
    if fitting := [match for match in found if whole(match["number"]) in sizes]:
        return fitting[0] if len(fitting) == 1 else next((match for match in fitting if not _is_over(scene, match)), fitting[0])
    if counts and (near := BEHIND.search(scene.text, header.start, header.end)):
        behind = COUNT_BEHIND.search(scene.text, max(header.start, near.start() - _LONGEST_NOUN), header.end)
        if behind and (not found or whole(behind["number"]) in sizes):
            return behind
    if not found and (named := IN_QUOTES.search(scene.text, header.start, header.end)):
        return named if whole(named["number"]) in sizes else None
    return next((match for match in found if whole(match["number"]) == whole(found[-1]["number"])), None)


def _is_over(scene: Scene, match: re.Match[str]) -> bool:
    """去年的十件实事全部兑现。今年的十件实事…: whether the count is that of what was done."""
    sentence = scene.structure.sentence_at(match.start())
    return sentence is not None and FINISHED.search(scene.text, sentence.start, sentence.end) is not None


_COUNTS = compiled(rf"{NUMERAL}[多余几来]?(?:{CLASSIFIER})")
_LONGEST_NOUN = 60  # characters of a noun before its number, and of its verb


def above(scene: Scene, header: Span, sizes: Sequence[int]) -> re.Match[str] | None:
    """The count that somebody announces in a sentence above, else that in the title of a text, when it is the number of the members."""
    paragraph = scene.structure.paragraph_at(header.start)
    index = paragraph.index if paragraph else 0
    lines = scene.structure.paragraphs[max(0, index - 8) : index]
    own = numbering.RANKS[paragraph.number.kind] if paragraph is not None and paragraph.number else None
    titled = None
    for above in lines:
        if own is not None and above.number is not None and numbering.RANKS[above.number.kind] > own:
            continue  # 三项政策 in a line of an earlier section
        match = of_header(scene, above, sizes)
        if match and whole(match["number"]) in sizes:
            sentence = None if above.heading else scene.structure.sentence_at(match.start())
            if sentence and scene.subjects_between(sentence.start, match.start()):
                return match  # 某市政府承诺十件实事, not 上年十件实事共完成投资…
            if titled is None or (not above.heading and not _is_over(scene, match)):
                titled = match  # 现就十件实事制定方案如下, rather than the title of the notice
    return titled


_PROGRESS = compiled(r"(?:推进|进展|进度|办理|落实|实施|完成)情况$|(?:正在|加快|有序|持续)?(?:推进|实施|办理|建设)的\d{1,2}[件项]$")
_OF_DEEDS = compiled(r"实事|民生项目|民生工程")
_LINES_ABOVE = 16


def in_progress(scene: Scene, header: Span, size: int) -> re.Match[str] | None:
    """The count of deeds above 二、进展情况, which tells of most of them and has each in a line of its own."""
    if not _PROGRESS.search(scene.text, header.start, header.end):
        return None
    paragraph = scene.structure.paragraph_at(header.start)
    index = paragraph.index if paragraph else 0
    for above in scene.structure.paragraphs[max(0, index - _LINES_ABOVE) : index]:
        match = COUNT.search(scene.text, above.start, above.end)
        if match and _OF_DEEDS.search(match["phrase"]) and size <= (whole(match["number"]) or 0) <= size * 2:
            return match
    return None


_OTHERS = compiled(rf"(?:其余|其他|另有|另外)的?(?P<number>{NUMBER})[件项个]")
_FAR_BELOW = 160  # characters below the last member


def sizes(scene: Scene, group: Sequence[Block], members: Sequence[Member]) -> tuple[int, ...]:
    """What a count over the list may be: its members, the members below them, those and 其余4件 that are told of in one breath."""
    found = len(members), sum(len(member.children) or 1 for member in members)
    rest = _OTHERS.search(scene.text, group[-1].title.end, group[-1].end + _FAR_BELOW)
    return (*found, len(members) + (whole(rest["number"]) or 0)) if rest else found


def before(scene: Scene, paragraph: Paragraph, size: int) -> Span | None:
    """The sentence in the paragraph above that counts just so many: …推出8项举措。 over 一是…八是… in a paragraph of their own."""
    if not paragraph.index:
        return None
    above = scene.structure.paragraphs[paragraph.index - 1]
    for sentence in scene.sentences_in(above.start, above.end):
        span = Span(sentence.start, sentence.end)
        match = None if above.heading else of_header(scene, span, (size,))
        if match is not None and whole(match["number"]) == size:
            return Span(sentence.start, sentence.end)
    return None


# 这里重点说三件： of a set that was counted just before.
_SOME = compiled(rf"(?:说|讲|谈|介绍|其中|如|有|抓好|办好)(?:说|一下|了)?(?:的有)?(?P<number>{NUMBER})[件项条个](?:事)?[：:]?$")
_JUST_BEFORE = 60


def some_of(scene: Scene, header: Span) -> re.Match[str] | None:
    """The count just before a lead-in that tells of some of the set's members only."""
    part = _SOME.search(scene.text, header.start, header.end)
    if part is None:
        return None
    start = max(0, header.start - _JUST_BEFORE, scene.text.rfind("\n", 0, header.start) + 1)
    found = [*COUNT.finditer(scene.text, start, header.start), *IN_QUOTES.finditer(scene.text, start, header.start)]
    return next((match for match in found if (whole(match["number"]) or 0) > (whole(part["number"]) or 0)), None)


def of_groups(scene: Scene, declared: int | None, members: list[Member]) -> list[Item]:
    """一是某类，包括A、B等6个项目；二是…: when the groups' own counts make up the total, their members are the items."""
    counts = []
    for member in members:
        own = list(COUNT.finditer(scene.text, member.block.start, member.block.end))
        counts.append(own[-1] if own else None)
    if (
        declared is None
        or declared == len(members)
        or declared != sum(whole(own["number"]) or 0 for own in counts if own)
    ):
        return []
    return [
        targets.item(scene, part)
        for member, own in zip(members, counts, strict=True)
        if own
        for part in groups.before(scene.text, member.title.start, own.start(), whole(own["number"]))[0]
    ]


# 六至十项为某某、某某…: the rest of the list in one breath
_NAMED_BELOW = compiled(rf"第?(?P<first>{NUMBER})(?:至|到|—|-)第?(?P<last>{NUMBER})[项件](?:实事|项目|任务)?(?:分别)?(?:为|是|即)(?P<row>[^，。；\n]{{4,120}})")
_BELOW = 300  # characters below the last member


def named_below(scene: Scene, declared: int, members: list[Member]) -> list[Item]:
    """The members that follow the numbered ones in one breath."""
    start = members[-1].title.end
    match = _NAMED_BELOW.search(scene.text, start, start + _BELOW)
    if match is None or whole(match["first"]) != len(members) + 1 or whole(match["last"]) != declared:
        return []
    parts = groups.split(scene.text, *match.span("row"))
    return [targets.item(scene, part) for part in parts] if len(parts) == declared - len(members) else []


def is_announced(scene: Scene, counted: re.Match[str]) -> bool:
    """Whether somebody with a name announces the counted list, or signs it: 县政府将办好以下10项民生实事."""
    sentence = scene.structure.sentence_at(counted.start("number"))
    if sentence is not None and _DECIDED.search(scene.text, sentence.start, counted.start("number")):
        return True
    return own_lines.signed(scene) is not None or announcer(scene, counted) is not None


def announcer(scene: Scene, counted: re.Match[str]) -> Organ | None:
    """Whom the sentence of the count names before it."""
    return principal.of_count(scene, counted.start("number"))


_DECIDED = compiled(r"会议?(?:票决|审议|研究|表决)?(?:确定|通过|产生|选出|部署|安排)的[^，。；]{0,10}$")
