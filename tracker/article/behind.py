"""What the words behind say of all that they close: 以上任务由某局负责，11月底前完成; …三是…，年底前全部完成; 该项工作将于11月底前完成。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.article import organs
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.directory import Organ
from tracker.article.numerals import NUMBER, whole
from tracker.article.promised import promises
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Sentence, Span

_THINGS = "项目|事项|实事|任务|工作|工程|措施|举措|行动|内容"
_TO = r"(?:将|要|须|应|需|计划|预计|力争|确保|争取|务必|可|并|统一|于|在|到)*"
_DAY = r"(?P<day>[^，。；：\n]{2,14}?前|[^，。；：\n]{1,12}?[月年]底|(?:今年|20\d\d年)?年?内)"
_DONE = r"(?:全部|全面|基本|正式|按期|高质量|保质保量)*(?:完成|建成|完工|竣工|落地|办结|投用|投运|投入使用|交付|到位|见效|落实|开放|启用|通车|验收)+(?:任务|目标|施工|使用|见效|到位)?"
_BY = r"由(?P<by>[一-龥、]{2,40}?)(?:等(?:单位|部门)?)?(?:统一|共同|具体|统筹)*(?:牵头|负责|主办|承办|主政|实施|组织(?=实施|落实))(?:组织|抓好|负责|落实|实施|推进|办理|完成)*(?:，(?:由|会同)?(?P<with>[一-龥、]{2,60}?)(?:等(?:单位|部门)?)?(?:协同|积极)?(?:配合|协办|参与|协助)(?:实施|落实)?)?"
# 以上任务由某局负责，11月底前完成。
_OF_ALL = compiled(
    rf"(?:(?:以上|上述|所有|全部|这些|各项)(?:[两三四五六七八九十\d]{{1,3}}[项件个])?|这[两三四五六七八九十\d]*[项件个])[^，。；：\d“”由]{{0,6}}?(?:{_THINGS})?(?:除[^，。；：\n]{{2,14}}外)?，?(?:均|都|一律|分别|全部)*(?:{_BY})?(?:，?{_TO}{_DAY}(?:要|须|必须)?{_DONE})?(?=[。；\n]|，此前|$)"
)
# …；…。由某局牵头，某局配合，11月底前完成。: a sentence that is nothing but who does what stands before it
_OF_ROW = compiled(rf"(?:(?:该|此|本)项?(?:{_THINGS})?|均|都|统一)*{_BY}(?:，?{_TO}{_DAY}(?:要|须|必须)?{_DONE})?(?=[。\n]|$)")
# …。该项工作将于11月底前完成。: a sentence that is nothing but the day
_OF_ONE = compiled(rf" ?(?:目前，?)?(?:(?:(?:该|此|本)[^，。；：\d“”]{{0,4}}?)?(?:{_THINGS}))?(?:(?:目前)?(?:进展|推进)(?:顺利|有序|正常|良好|平稳|迅速)，)?{_TO}{_DAY}{_DONE}。")
# …三是培训300名，年底前全部完成。
_RUN = compiled(rf"(?<=[，；]){_TO}{_DAY}(?:要|须|必须)?(?:全部|均|都|全数){_DONE}(?=[。\n]|$)")
_TURN = compiled(r"(?:^|(?<=[，；。：]))(?:[二三四五六七八九]是|[(（][二三四五六2-9][）)]|[②③④⑤⑥⑦⑧⑨])", re.M)
_FIRST = compiled(r"以上|上述|所有|全部|这[些项两三四五六七八九十\d]|各项|(?:完成|办结|竣工)(?:时限|期限|时间)")
# 完成时限均为12月底。
_LIMIT_OF_ALL = compiled(r"[^，。；：\n]{0,12}(?:时限|期限|时间)(?:均|都|一律|统一|全部)(?:为|是|到|至|定为|定在|截至)(?P<by>(?!))?(?P<with>(?!))?(?P<day>[^，。；：\n]{1,12}?(?:底|前|日|内))(?=[。；\n]|$)")


@dataclass(slots=True)
class Said(Span):
    """The words with whom they charge, who helps, and by when."""

    organ: Organ | None
    joint: tuple[str, ...]
    day: Day | None
    since: int = 0
    """Where what it tells of begins."""


def over(scene: Scene, place: int) -> Said | None:
    """What is said of all that stands at `place`: farther on in its line, else in a line of its own behind its list."""
    line = scene.structure.paragraph_at(place)
    if line is None:
        return None
    found = scene.remembered(("said behind", line.index), lambda: list(_within(scene, line)))
    return next((one for one in found if one.since <= place <= one.start), None) or _by_lines(scene).get(line.index)


_THESE = compiled(rf"(?:以上|上述|这)(?P<number>{NUMBER})[项件个]")


def counts_again(scene: Scene, place: int) -> bool:
    """这3项工作均由某局负责: whether so many are promised before it in the line, and it only says something of them."""
    line, own = scene.structure.paragraph_at(place), scene.structure.sentence_at(place)
    these = _THESE.match(scene.text, own.start, own.end) if own else None
    if line is None or own is None or these is None:
        return False
    promised_before = sum(1 for sentence in scene.sentences_in(line.start, own.start) for clause in scene.clauses(sentence) for _ in promises(scene, clause.start, clause.end))
    return promised_before >= (whole(these["number"]) or _SEVERAL)


def _within(scene: Scene, line: Paragraph) -> Iterator[Said]:
    text = scene.text
    for first in _FIRST.finditer(text, line.start, line.end):
        if first.start() == line.start or text[first.start() - 1] in "。；）)" or _SAYS.search(text, line.start, first.start()):
            match = _OF_ALL.match(text, first.start(), line.end) or _LIMIT_OF_ALL.match(text, first.start(), line.end)
            if match and (said := _said(scene, match, line.start)):
                yield said
    for stop in _STOP.finditer(text, line.start, line.end):
        match = _OF_ROW.match(text, stop.end(), line.end)
        since = max(text.rfind("。", line.start, stop.start()) + 1, line.start)
        if text[stop.end()] in "均都" and "（" not in text[line.start : since] and not scene.subjects_between(line.start, since):
            since = line.start  # 新建3所。改造5处。均由某局负责: of all before it, as nobody else has any of it
        if match and len({organ.name for organ in scene.subjects_between(since, stop.start()) if not organ.generic}) < _SEVERAL and (said := _said(scene, match, since)):
            yield said


_SAYS = compiled(r"(?:介绍|表示|说|透露|称)，$")  # 某局负责人介绍，这两项工作都由该局实施
_STOP = compiled(r"。(?=[由均都统该此本])")
_SEVERAL = 2  # organs, each of which has its own in what stands before


def _said(scene: Scene, match: re.Match[str], since: int) -> Said | None:
    names = organs.names(match["by"] or "")
    start = match.start("by")
    organ = organs.named(scene.text, start, start + len(names[0]), scene.directory) if names else None
    if organ is not None and organ.name in _ITSELF:
        organ = next((one for one in reversed(scene.subjects_up_to(start)) if not one.generic), None)
    days = list(scene.deadlines(*match.span("day"))) if match["day"] else []
    joint = (*names[1:], *organs.names(match["with"] or "")) if organ else ()
    return Said(*match.span(), organ, joint, days[0] if len(days) == 1 else None, since) if organ or len(days) == 1 else None


_ITSELF = ("该局", "该委", "该厅", "该处", "该办", "该中心", "该公司", "该集团")  # who has just been named


def _by_lines(scene: Scene) -> dict[int, Said]:
    """The lines of which such a line tells: those of the list that ends right above it, or those up to a heading."""
    return scene.remembered("said behind lines", lambda: dict(_closed(scene)))


def _closed(scene: Scene) -> Iterator[tuple[int, Said]]:
    lines = scene.structure.paragraphs
    last = 0  # the line behind which the next one begins to tell
    for line in lines:
        if not _FIRST.match(scene.text, line.start, line.end):
            continue
        said = next(_within(scene, line), None)
        if said is None or said.start > line.start:
            continue
        kind = lines[line.index - 1].number.kind if line.index and lines[line.index - 1].number else None
        for above in reversed(lines[last : line.index]):
            if kind is None and above.heading:
                break
            yield above.index, said
            if kind is not None and above.number and above.number.kind == kind and above.number.ordinal == 1:
                break
        last = line.index + 1


def tell(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """Give the items without a day that of the words behind them."""
    bare = [item for item in candidate.items if item.due is None]
    if not bare:
        return
    day = _day(scene, candidate, bare, sentence)
    if day is None:
        return
    if len(bare) == len(candidate.items) and candidate.pattern != "numbered":
        candidate.due = candidate.due or day
    for item in bare:
        item.due = day


def _day(scene: Scene, candidate: Candidate, bare: list[Item], sentence: Sentence) -> Day | None:
    text = scene.text
    line = scene.structure.paragraphs[sentence.paragraph]
    said = over(scene, bare[-1].span.end)
    if said is not None and said.day is not None:
        return said.day
    runs = scene.remembered(("run", line.index), lambda: list(_RUN.finditer(text, line.start, line.end)))
    run = next((one for one in runs if one.start() >= bare[-1].span.end), None)
    if run is not None and _is_of_run(text, bare[-1].span.start, run, line):
        return next(scene.deadlines(*run.span("day")), None)
    if len(bare) < len(candidate.items) or candidate.pattern in ("numbered", "deed", "table") or text[sentence.end - 1] != "。":
        return None
    match = _OF_ONE.match(text, sentence.end, line.end)
    found = list(scene.deadlines(*match.span("day"))) if match else []
    return found[0] if match and len(found) == 1 and found[0].start == match.start("day") else None  # 某医院年底前启用 tells of another


def _is_of_run(text: str, start: int, run: re.Match[str], line: Paragraph) -> bool:
    """Whether the words close a run: behind the last of 一是…；二是…, or as a part of their own."""
    between = text[start : run.start()]
    if text[run.start() - 1] == "；":
        return "。" not in between
    return _TURN.search(text, line.start, run.start()) is not None and _TURN.search(text, run.end(), line.end) is None
