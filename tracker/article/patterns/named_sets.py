"""“六办”服务, 三个“扩面”, 「行人安全三支箭」: a set whose name in quotes says how many its members are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import members, naming, targets
from tracker.article.candidates import Candidate
from tracker.article.numerals import whole
from tracker.article.patterns.introduced import members_after
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import STUDY

NAME = "counted"
_NUMBER = "[二两三四五六七八九十]{1,2}"
_VERB = "推出|推行|推进|推动|实施|开展|启动|打造|祭出|制定|订定|做好|办好|提供|抓好|落实"
# The groups are those of a written count, as which a list may take it.
IN_QUOTES = re.compile(
    rf"[“「](?P<phrase>(?P<nested>)(?P<about>)[^“”「」\n，。]{{0,10}}?(?P<number>{_NUMBER})(?P<classifier>[个大项支张件]?)(?P<more>)(?!个?一[”」])[一-龥]{{1,4}}(?<![式法度观化心性力气风识]))[”」]"
    r"(?P<head>(?:专项|惠民|便民)?(?:服务|行动|工程|举措|措施|救助|政策|项目|攻坚战?))?(?!工作法|机制|制度|模式|理念|原则|标准|要求|精神|方法|做法|问题|活动|意识)"
)
_BEFORE_QUOTES = re.compile(
    rf"(?P<number>{_NUMBER})[个大项](?P<what>[“「][^“”「」\n]{{2,8}}[”」])(?!工作法|机制|制度|模式|理念|原则|标准|要求|精神|方法|做法|问题|活动|意识)"
)
_GOVERNS = re.compile(rf"(?:{_VERB})(?:了|好)?[^，。；：]{{0,18}}$")
_LEADS = re.compile(rf".*(?:{_VERB})(?:了|好)?")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Sets that are carried out and either name their members or are called services, actions or projects."""
    text = scene.text
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    for pattern in (IN_QUOTES, _BEFORE_QUOTES):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            declared = whole(match["number"])
            if declared is None or declared < 2 or STUDY.search(text, match.start(), min(match.end() + 6, sentence.end)):
                continue
            clause = scene.clause_at(sentence, match.start())
            lead = _LEADS.match(text, clause.start, match.start())
            if lead is None:
                continue
            parts, is_open = members.split(text, lead.end(), match.start(), declared), False
            if len(parts) != declared:
                parts, is_open = members_after(text, match.end(), paragraph.end)
            fits = len(parts) == declared
            called = pattern is IN_QUOTES and match["head"] and _GOVERNS.search(text, clause.start, match.start())
            if not (fits or called):
                continue
            name = text[match.start() : match.end()]
            yield Candidate(
                NAME,
                Span(*match.span()),
                match.start("number"),
                naming.clean_name(name),
                naming.kind(name),
                declared,
                items=[targets.item(scene, part) for part in parts] if fits else [],
                open_list=is_open if fits else False,
            )
