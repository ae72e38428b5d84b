"""Whether a line without a heading over it is written as a plan (健全制度。新建养老中心20个。) or as a review (增速居全省前列。实事全部完成。)."""

from __future__ import annotations

from typing import NamedTuple

from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.organ_words import is_house
from tracker.article.promised import BEGUN
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Sentence, Span
from tracker.article.words import FINISHED, FUTURE

_MANNER = "(?:[扎坚]实|全力|持续|深入|大力|积极|加快|稳步|分步|有序|着力|进一步|统筹|继续|有效|切实|全面|不断|务实|坚决|努力|狠抓|更好|大范围|多渠道|系统|精准|突出|聚力|从严|协同|深度|广泛)*"
# What is aimed at: a review tells of what came of it (就业保持稳定) and has few of these at the head of its sentences.
_AIMED = compiled(
    rf"{_MANNER}(?:加强|强化|健全|完善|推[进动行广]|深化|支持|促进|优化|落实|[抓办做]好|抓实|加[快大]|扩大|提[高升]|鼓励|引导|倡导|保障|巩固|坚持|统筹|探索|构建|打造|培育|发展|关[心爱]|防范|补齐|壮大|开展|实施|狠抓|聚焦"
    r"|严格|规范|营造|稳定|建强|拓展|增加|着力|持续|深入|扎实|积极|大力|全力|努力)(?!的)"
)
_DOES = compiled(rf"{_MANNER}(?:{BEGUN.pattern}|(?:城镇)?新增|(?:新)?开工|筹[措建集]|建[成好]|做[强优]|用好|完成|提供|举办|为(?!了)|[对向将把](?=[^，。；]{{2,20}}))")
_TOLD = compiled(
    r"已(?!纳入|列入)|了(?!解)|累计|以来|去年|上年|五年来|同比|环比|[增下][长降]\d|(?:调|提)[高增升]\d[\d.]*%|(?:全部|全面|圆满|如期)完成|获评|荣获|获得|入选|位居|[居列]全[国省]|居[^，。；]{0,6}前列|[一-龥]{2}惠及|创[^，。；]{0,6}新高|首次|连续[一二三四五六七八九十\d]+[年个]"
    r"|(?:显著|明显|稳步|持续|大幅|有效|不断)(?:改善|提[高升]|增强|增[长进]|向好|优化|完善|推进|缓解|下降|巩固|扩大)(?=[，。；]|\d)|取得[^，。；]{0,8}(?:成效|进展|突破)|成功(?:承办|举办|创建|入选)|(?:总体|保持)稳定|有力有效|初步成型|建成运行|历史最|近[^，。；]{1,3}年最|升格为"
)
_SENTENCES = 3  # from which on lines show how they are written
_MOST, _MANY = 0.7, 0.4  # of the sentences
_NEAR = 5  # lines


def is_plan(scene: Scene, sentence: Sentence) -> bool:
    """Whether the line of the sentence is one of aims and deeds without a subject, in a text that nobody was named in before."""
    return scene.remembered(("plan", sentence.paragraph), lambda: _is_plan(scene, sentence.paragraph))


def is_review(scene: Scene, sentence: Sentence) -> bool:
    """Whether the line of the sentence tells what came of the work without a subject, and nothing of what is to come."""
    return scene.remembered(("review", sentence.paragraph), lambda: _is_review(scene, sentence.paragraph))


def _is_plan(scene: Scene, index: int) -> bool:
    """By itself, or with the lines around it: 加强灌区建设。新建渠道50公里。 is too little to tell by."""
    own = _openings(scene, index)
    if (own.aims + own.deeds) * 2 < max(own.sentences, 1):
        return False
    around = range(max(0, index - _NEAR), min(len(scene.structure.paragraphs), index + _NEAR + 1))
    return _plans([own]) or _plans([_openings(scene, other) for other in around])


class _Openings(NamedTuple):
    """How many sentences there are, and how many of them open with an aim or a deed."""

    sentences: int = 0
    aims: int = 0
    deeds: int = 0


def _plans(lines: list[_Openings]) -> bool:
    sentences, aims, deeds = map(sum, zip(*lines, strict=True))
    return sentences >= _SENTENCES and aims + deeds >= _MOST * sentences and aims >= _MANY * sentences


def _openings(scene: Scene, index: int) -> _Openings:
    """Of no sentence, where the line names somebody or tells of what was done."""
    return scene.remembered(("openings", index), lambda: _counted(scene, scene.structure.paragraphs[index]))


def _counted(scene: Scene, line: Paragraph) -> _Openings:
    text = scene.text
    if line.heading or scene.is_review_section(line.start) or _first_actor(scene) < line.end:
        return _Openings()
    if any(sign.search(text, line.start, line.end) for sign in (_TOLD, FINISHED)) or _is_counted_out(scene, line):
        return _Openings()
    starts = [_start(scene, one) for one in scene.sentences_in(line.start, line.end)]
    aims, deeds = (sum(1 for start in starts if sign.match(text, start, line.end)) for sign in (_AIMED, _DOES))
    return _Openings(len(starts), aims, deeds)


def _names(scene: Scene, line: Span) -> bool:
    return any(map(_acts, scene.subjects_between(line.start, line.end)))


def _acts(organ: Organ) -> bool:
    """Whether it is somebody with a name; a hospital may be what is built."""
    return not (organ.generic or is_house(organ.name))


def _first_actor(scene: Scene) -> int:
    """Where the text first names somebody who acts."""
    return scene.remembered("first actor", lambda: next((organ.start for organ in scene.subjects if _acts(organ)), len(scene.text)))


def _start(scene: Scene, sentence: Sentence) -> int:
    lead = _LEAD.match(scene.text, sentence.start, sentence.end)
    return lead.end() if lead else sentence.start


_LEAD = compiled(r"(?:—*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?—*(?:今年|各位代表|我们|将|要|，|！)*")


def _is_counted_out(scene: Scene, line: Span) -> bool:
    """城镇新增就业86.22万人, 改造小区2187个: figures that nobody sets himself; what money is put in may be so exact."""
    counted = (one for one in quantities(scene.text, line.start, line.end) if one.kind not in ("元", "%"))
    return any(_RAGGED.fullmatch(scene.text[one.start : one.end].translate(_BARE)) for one in counted)


_BARE = str.maketrans("", "", ",，")
_RAGGED = compiled(r"(?:\d+\.\d\d|\d{3,}[1-9]).*")


def _is_review(scene: Scene, paragraph: int) -> bool:
    line = scene.structure.paragraphs[paragraph]
    if any(sign.search(scene.text, line.start, line.end) for sign in (FUTURE, _NOW)) or _names(scene, line):
        return False
    return sum(1 for _ in _TOLD.finditer(scene.text, line.start, line.end)) >= _MARKS


_NOW = compiled(r"(?:今年|本年度?|20\d\d年度?)(?!以来)")
_MARKS = 3  # of what came of the work
