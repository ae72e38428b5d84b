"""梳理问题清单162件; 该清单共42项; 《任务书》分成36项: the number behind its noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import members, naming
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.patterns.counted import BEHIND, NAME, NESTED, NOT_CHOSEN, PLACES, VERB, share_out, stated_fields
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import HEAD

# 今年的民生实事由代表票决产生，共10个方面32项: the number stands a clause behind its noun.
_IN_ALL = compiled(
    rf"，(?P<place>(?:总|合)?共(?:计|有|包括|包含|涉及|分为)?{NESTED}(?P<number>{NUMBER})(?P<classifier>[项件条]))(?=[，。；（(]|$)"
)
_NOUN_AHEAD = compiled(
    r"(?:今年的?|本年度的?|20\d\d年(?:度)?的?)[^，。；：“”]{0,6}?(?P<noun>民生实事|为民实事|惠民实事|为民办实事|实事|民生项目|民生工程|任务清单)(?:项目)?"
)
_HEAD_BEFORE = compiled(rf"(?:{HEAD})”?(?:(?:总|合)?(?:共|共计|共有|包括|涉及)?|，)$")
_LISTED = compiled(r"包括|分别[是为]|：|(?:进行|实行)?(?:逐[一项件条个]|限期)[^，。；]{0,6}(?:整改|销号|办结|解决|化解|落实)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Sets whose number follows their noun, at once or a clause later."""
    for match in _IN_ALL.finditer(scene.text, sentence.start, sentence.end):
        found = _number_in_all(scene, sentence, match)
        if found is not None:
            yield found
    for match in BEHIND.finditer(scene.text, sentence.start, sentence.end):
        found = _number_behind(scene, sentence, match)
        if found is not None:
            yield found


def _number_behind(scene: Scene, sentence: Sentence, match: re.Match[str]) -> Candidate | None:
    text = scene.text
    declared = whole(match["number"])
    if declared and declared > 1 and (document := _DIVIDED.search(text, sentence.start, match.start())):
        place, name = Span(document.start(), match.end()), naming.clean_name(document["name"])
        return Candidate(NAME, place, match.start("number"), name, "list", declared, bool(match["more"]), fields=stated_fields(text, match.end(), sentence.end))
    if (
        declared is None
        or declared < 2
        or not _HEAD_BEFORE.search(text, max(sentence.start, match.start() - 6), match.start())
    ):
        return None
    apart = text[match.start() - 1] == "，"  # 形成清单，共计218项
    if apart and text[match.start()] not in "共合总":
        return None
    clause = scene.clause_at(sentence, match.start() - 2 if apart else match.start("number"))
    predicate = scene.predicate_start(clause)
    found = VERB.finditer(text, predicate, match.start())
    verb = next((verb for verb in found if naming.is_outside_quotes(text, predicate, verb.start())), None)
    listed = _LISTED.match(text, match.end())
    if verb is None and (own := _ITSELF.fullmatch(text, predicate, match.start())):
        return _of_itself(scene, sentence, match, own, declared)
    if (verb is None and not listed) or (verb and text[verb.end()] in "成结完毕"):
        return None
    start = verb.end() if verb else predicate
    if chosen := _CHOSEN.match(text, start, match.start()):
        start = chosen.end()  # 票决产生, 梳理形成
    while start < match.start() and text[start] in "了出好":
        start += 1
    if before := _COUNTED_BEFORE.search(text, start, match.start()):
        start = before.end()  # 市级项目52个、县级项目318个
    row = _ROW_AHEAD.match(text, start, match.start())
    head = row.end() if row else start
    head = max(head, text.rfind("（", head, match.start()) + 1)  # 10件实事（其中为民实事6件
    head = led.end() if (led := _TO_WHOM.match(text, head, match.start())) else head
    name = text[head : match.start()]
    if len(name) < 2 or name.startswith("其中") or NOT_CHOSEN.search(name) or (match["classifier"] in "个条" and PLACES.fullmatch(name)):
        return None
    candidate = Candidate(
        NAME,
        Span(head, match.end()),
        match.start("number"),
        naming.clean_name(name),
        naming.kind(name),
        declared,
        bool(match["more"]) or bool(match["about"]),
        fields=stated_fields(text, match.end(), sentence.end),
    )
    if row:
        parts = members.split(text, start, row.end("row"), declared)
        candidate.place = Span(members.quote_start(text, parts, match.end()), match.end())
        candidate.extent, candidate.open_list = Span(start, match.end()), bool(row["open"])
        share_out(scene, candidate, parts, candidate.open_list, "")
    return candidate


# 《城市更新任务书》把工作分成4大类36项: the document is the list
_DIVIDED = compiled(r"《(?P<name>[^《》\n]{2,30}(?:任务[书单]|清单|方案|计划|要点|责任书|台账))》[^。；\n《》]{0,24}?(?:分成|分为|细分为|细化[为成]|分解[为成]|拆[分解]?[为成]|列出?了?|排出?了?|写[着了]|部署了?|明确了?|安排了?)$")
# “甲”“乙”等服务举措15项; 甲、乙、丙等举措15项: the members before the noun whose number stands behind
_ROW_AHEAD = compiled(
    r"(?P<row>(?:“[^”\n]{2,30}”[、和及与]?){2,}|(?:“[^”\n]{2,30}”[、和及与]?)+(?=等)|[^，。；：、“”\n]+(?:、[^，。；：、“”\n]+)+(?=等))(?P<open>等(?![级待候]))?"
)


_TO_WHOM = compiled(r"(?:将|要|拟|计划)?(?:对|把|将)")  # 对|问题清单47项逐一整改
_CHOSEN = compiled(r"产生|确定|选出|形成|列出|排出|推出")
_COUNTED_BEFORE = compiled(r"\d[项件条个]、(?=[^、]*$)")
# 清单共4个方面13类42项: the list of the sentence before is what has the number.
_ITSELF = compiled(
    r"的?(?:该|此|这份|本次|此次|项目|任务|今年的?|本年度的?|20\d\d年度?的?)*(?P<named>“[^”\n]{2,16}”)?(?P<head>清单|方案|承诺)(?:总|合)?共?(?:计|有|包括|涉及|梳理|提出)?"
)
_CALLED = compiled(r"(?:[“《][^”》\n]{2,30}[”》])?[^，。；：、“”《》\n]{0,10}(?:清单|方案|承诺)")


def _of_itself(scene: Scene, sentence: Sentence, match: re.Match[str], own: re.Match[str], declared: int) -> Candidate:
    start = scene.structure.paragraphs[sentence.paragraph].start
    before = [one for one in _CALLED.finditer(scene.text, start, own.start()) if one[0].endswith(own["head"])]
    name = naming.clean_name(before[-1][0] if before else (own["named"] or "") + own["head"])
    fields = stated_fields(scene.text, match.end(), sentence.end)
    return Candidate(NAME, Span(own.start(), match.end()), match.start("number"), name, "list", declared, fields=fields)


def _number_in_all(scene: Scene, sentence: Sentence, match: re.Match[str]) -> Candidate | None:
    noun = next(reversed(list(_NOUN_AHEAD.finditer(scene.text, sentence.start, match.start()))), None)
    declared = whole(match["number"])
    if noun is None or declared is None or declared < 2:
        return None
    return Candidate(
        NAME,
        Span(*match.span("place")),
        noun.start(),
        noun["noun"],
        naming.kind(noun["noun"]),
        declared,
        fields=stated_fields(scene.text, match.end(), sentence.end),
    )
