"""Organs that stand alone in a line: over a section, over a list, at the head or the end of a text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tracker.article import numbering, organ_words, principal
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Span

_ONLY_AN_ORGAN = compiled(r"(?!各)[一-龥]{1,14}(?:局|厅|委员会|[改健建资]委|政府|公所|[一-龥]处|办公室|总工会|妇联|残联|工商联|红十字会|集团|公司|银行|人民法院|检察院|[支大]队|办事处|管委会)")


_BRACKETS = " （）()：:【】[]〔〕"
_ONLY_A_DAY = compiled(r"20\d\d年\d{1,2}月\d{1,2}日")
_SIGNED_WITHIN = 6  # lines at the end of a text


def over(scene: Scene, candidate: Candidate) -> Organ | None:
    """参、交通局: a heading that is nothing but an organ's name owns what stands below it."""
    start = candidate.place.start
    for title in _titles_over(scene, start):
        name, *others = title.split("、")
        if _is_name(name):
            candidate.owner_far = True
            candidate.joint += others
            return Organ(name, start, start, scene.directory.code(name))
    candidate.owner_far = True
    return reports(scene, start) or of_heading(scene, start)


def _is_name(words: str) -> bool:
    """Whether they are nothing but an organ's name: 市公交集团, but not 组建公交集团."""
    return _ONLY_AN_ORGAN.fullmatch(words) is not None and not organ_words.NOT_A_NAME.search(words) and words[:2] not in organ_words.PREDICATES


def _titles_over(scene: Scene, place: int) -> Iterator[str]:
    """The headings over the place without their numbers and brackets."""
    for title in scene.structure.headings_over(place):
        number = numbering.head(title)
        yield title[number.end if number else 0 :].strip(_BRACKETS)


def reports(scene: Scene, place: int) -> Organ | None:
    """肆、工务局工作报告: whose report the section is."""
    found = (principal.OWN_LIST.fullmatch(title) for title in _titles_over(scene, place))
    match = next((match for match in found if match and match[0].endswith("报告") and not organ_words.NOT_A_NAME.search(match["organ"])), None)
    return Organ(match["organ"], place, place, scene.directory.code(match["organ"])) if match else None


def of_heading(scene: Scene, place: int) -> Organ | None:
    """■市医保局：减轻看病负担, 县民政局“三聚焦”: the subject of the nearest heading, to which belongs what stands below it."""
    heading = scene.structure.heading_before(place)
    if heading is None or place < heading.end or scene.structure.is_headline(heading):
        return None
    found = scene.subjects_between(heading.start, heading.end)
    begins = heading.number.end if heading.number else heading.start
    if not found or found[0].generic or found[0].start > begins + 1:
        return None
    name = found[0].name
    if (name[-1] in _PLACE or organ_words.is_house(name)) and found[0].end < heading.end and scene.text[found[0].end] not in "：:】":
        return None  # 市第一医院搬迁, 河西区建成驿站3家
    return found[0]


_PLACE = "省市县区州旗镇乡道"


def alone(scene: Scene, header: Span) -> Organ | None:
    """（省教育厅） over a list, and nothing else: the organ whose list it is."""
    name = scene.text[header.start : header.end].strip(_BRACKETS + "。")
    if not _is_name(name):
        return None
    return Organ(name, header.start, header.end, scene.directory.code(name))


def letterhead(scene: Scene) -> Organ | None:
    """The organ that stands in the first lines alone, with the day beside it, or as who answers: 回复单位：某局（主办）、某局."""
    for line in scene.structure.paragraphs[:_HEAD_LINES]:
        if line.index < 3 and (organ := alone(scene, Span(line.start, line.end))):
            return organ
        match = _DATED.fullmatch(scene.text, line.start, line.end)
        if match and not organ_words.NOT_A_NAME.search(match["organ"]):
            return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))
    return answers(scene)


def answers(scene: Scene) -> Organ | None:
    """回复单位：某局 over a letter: the answer is its own."""
    return scene.remembered("answers", lambda: _answering(scene))


def _answering(scene: Scene) -> Organ | None:
    lines = scene.structure.paragraphs[:_HEAD_LINES]
    match = next((match for line in lines if (match := _ANSWERS.match(scene.text, line.start, line.end))), None)
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"])) if match else None


_HEAD_LINES = 8
_DATED = compiled(r"[（(](?P<organ>[^，。（()）0-9]{2,16}(?:局|厅|委员会|[改健建资]委|政府|处|办公室|中心|集团|公司|会)) *20\d\d *年 *\d{1,2} *月(?: *\d{1,2} *日)?[）)]")
_ANSWERS = compiled(r"(?:回[复覆]|答[复覆]|承办|办理|发布)(?:单位|机关|部门)[：:] ?(?P<organ>[^，。；：（(、\n]{2,16}?[局厅委办处会府署心])(?=[（(、，；\n]|$)")
_OWN = compiled(r"本[府局处厅署市县]|我[局厅处](?!里)")


def is_own(scene: Scene) -> bool:
    """本府将…: whether the text is an office's own, and so is what it gives nobody else."""
    return scene.remembered("own", lambda: _OWN.search(scene.text) is not None)


_FAREWELL = compiled(r" ?(?:敬上|敬启|谨启|谨上|敬复|敬覆)$")


def signed(scene: Scene) -> Organ | None:
    """清溪区人民政府 in a line of its own above the date that ends the text: whoever signs promises."""
    return scene.remembered("signature", lambda: _signature(scene))


def government(scene: Scene, organ: Organ) -> Organ:
    """The organ; for a place whose government signs the text (某镇…公示 … 某镇人民政府), that; of a mere 自治区, its government."""
    if organ.name == "自治区":
        return Organ("自治区人民政府", organ.start, organ.end, scene.directory.code("自治区人民政府"))
    writes = signed(scene) if organ.name[-1] in "市县区旗镇乡道" else None
    its_own = writes is not None and writes.name.removeprefix(organ.name) in ("人民政府", "政府", "办事处")
    return writes if writes and its_own else organ


def _signature(scene: Scene) -> Organ | None:
    paragraphs = scene.structure.paragraphs[-_SIGNED_WITHIN:]
    for line in paragraphs:  # 某市工务处 敬上
        name = scene.text[line.start : line.end]
        if (farewell := _FAREWELL.search(name)) and _ONLY_AN_ORGAN.fullmatch(name, 0, farewell.start()):
            return Organ(name[: farewell.start()], line.start, line.start + farewell.start(), scene.directory.code(name))
    last = paragraphs[-1] if paragraphs else None
    if last and is_own(scene) and (writes := alone(scene, Span(last.start, last.end))):
        return writes  # of an answer without a day
    for line, below in itertools.pairwise(paragraphs):
        name = scene.text[line.start : line.end].strip()
        if _ONLY_AN_ORGAN.fullmatch(name) and _ONLY_A_DAY.fullmatch(scene.text[below.start : below.end].strip()):
            return Organ(name, line.start, line.start + len(name), scene.directory.code(name))
    return None
