"""Who writes the text, and calls himself 我院, 集团, 街道 or 我们 in it: the name under it, over it, in its headline or beside its day."""

from __future__ import annotations

from itertools import pairwise

from tracker.article import organ_words
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Span

_ENDS = (
    "有限责任公司|有限公司|公司|集团|医院|卫生院|保健院|[中小大]学|学院|学校|幼儿园|中心|馆|法院|检察院|街道办事处|街道|社区|镇政府|乡政府|人民政府|政府|管委会|委员会|办公室|总工会|工会|妇联|残联|团[省市县区]?委|协会|联合会|红十字会"
    "|基金会|供销社|局|厅|署|[改健建资教农工]委|[支总大]队|银行|[分支]行|[镇乡村所站社处]"
)
_NAME = rf"(?P<organ>(?!致|各|关于|尊敬|附|抄|主|报|送|第)[一-龥（）]{{2,24}}?(?:{_ENDS}))"
_SIGNED = compiled(rf"{_NAME}(?:宣)?")
_ONLY_A_DAY = compiled(r"(?:20\d\d|[二〇○零一三四五六七八九]{4}|民国\d{2,3}|1\d\d)年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?")
_SIGNED_AND_DATED = compiled(rf"{_NAME}(?:宣)?{_ONLY_A_DAY.pattern}")
# 某某街道 某某发布 2026年6月12日18：30: beside the day under a headline
_BESIDE_ITS_DAY = compiled(rf"(?:来源[:：])?{_NAME}(?:官方)?(?:[一-龥]{{2,8}}(?:发布|微信|公众号|微讯|融媒))?(?:{_ONLY_A_DAY.pattern}|20\d\d-\d{{1,2}}-\d{{1,2}})(?:星期.)?(?:\d\d[:：]\d\d)?")
# 某水务集团有限公司|客户服务>常见问题: the way to a page
_WAY_TO_IT = compiled(rf"{_NAME}[|｜>＞·：]?(?:首页|客户服务|服务大厅|便民服务|网站|常见问题|公告|通知|新闻|政务公开|信息公开)[^。\n]*")
# 某市第二人民医院 关于…的公告, 某集团致…的一封信, of one line or two
_HEADLINE = compiled(rf"{_NAME}(?:20\d\d年(?:度)?)?(?:关于[^。\n]{{4,60}}|致[^。\n]{{2,30}}信|[^。，\n]{{0,20}}(?:公告|通告|公示|通知|承诺书?|公开信|告知书|倡议书|问答|须知))")
_TITLED = compiled(r"(?:20\d\d年)?(?:关于|致|[^。\n]{0,24}(?:公告|通告|公示|通知|承诺|公开信|告知书|问答|须知|一封信)$)")
# ——访某集团董事长某某
_VISITED = compiled(rf"[—\-“”]*(?:专访|访|对话)(?:了)?{_NAME}(?:党[组委])?(?:书记|(?:副)?(?:董事|局|厅|处|院|校|会|所|队|馆|行|站|区|县|市|镇)长|总经理|经理|主任|主席|负责人)")
# ——某集团党委“为民办实事”综述: whom the text is about
_TOLD_OF = compiled(rf"[—\-]{{1,2}}{_NAME}(?:党[委组]|党总支|党支部)?(?:[^。\n]{{0,30}}?)(?:综述|侧记|纪实|掠影|素描|札记|工作回眸)")
_TELLS_OF_OTHERS = compiled(r"(?:通讯社|(?:报|新闻|杂志|电视|融媒体?|传媒)(?:社|台|中心|集团|公司|有限公司))$")
_OF_NEIGHBOURS = compiled(r"(?:小区|村|社区|家|居民|业主|老百姓|这[里儿边])")  # 我们小区, in the mouth of who lives there
_LINES = 6  # at either end of a text

_SAYS_OF_HIMSELF = compiled(r"[我本](?P<kind>[院校馆所站社行会队局厅处委署镇乡]|中心|集团|公司|街道|社区|单位)$")
# What each word for himself may mean, by the last character of the name
_MEANS = {
    "集团": "团司",
    "公司": "司团",
    "医院": "院",
    "学校": "学校园院",
    "校": "学校园院",
    "学院": "院学",
    "院": "院",
    "街道": "道处",
    "镇": "镇府",
    "乡": "乡府",
    "行": "行",
    "社区": "区",
    "中心": "心",
}


def of_text(scene: Scene) -> Organ | None:
    """Whoever signs the text, heads it or is visited in it; None where it tells of others, as a newspaper does."""
    return scene.remembered("author", lambda: _found(scene))


def of_himself(scene: Scene, organ: Organ) -> Organ | None:
    """The author, if it is him whom 我院, 集团, 街道 or 我们 means."""
    writes = of_text(scene)
    if writes is None or (organ.name == "我们" and _OF_NEIGHBOURS.match(scene.text, organ.end)):
        return None
    said = _SAYS_OF_HIMSELF.match(organ.name)
    word = said["kind"] if said else organ.name
    if word in ("我们", "单位"):
        return writes
    return writes if writes.name[-1] in _MEANS.get(word, word[-1] if said else "") else None


def is_his_own(scene: Scene) -> bool:
    """Whether the author says 我们 or 我院 of himself, so that what the text gives nobody else is his."""
    return scene.remembered("author speaks", lambda: of_text(scene) is not None and any(organ.generic and of_himself(scene, organ) for organ in scene.subjects))


def _found(scene: Scene) -> Organ | None:
    text, lines = scene.text, scene.structure.paragraphs
    for line, below in pairwise(lines[-_LINES:]):
        if _ONLY_A_DAY.fullmatch(text, below.start, below.end) and (match := _SIGNED.fullmatch(text, line.start, line.end)):
            return _organ(scene, match)
    for line in lines[-2:]:
        if match := _SIGNED_AND_DATED.fullmatch(text, line.start, line.end):
            return _organ(scene, match)
    for line, below in zip(lines[:_LINES], [*lines[1 : _LINES + 1], Span(0, 0)], strict=False):
        alone = _SIGNED.fullmatch(text, line.start, line.end) if line.index < 2 and _TITLED.match(text, below.start, below.end) else None
        match = alone or next((match for pattern in (_HEADLINE, _WAY_TO_IT) if line.index < 2 and (match := pattern.fullmatch(text, line.start, line.end))), None)
        match = match or _BESIDE_ITS_DAY.fullmatch(text, line.start, line.end) or _VISITED.match(text, line.start, line.end) or _TOLD_OF.fullmatch(text, line.start, line.end)
        if match and (organ := _organ(scene, match)):
            return organ
    return None


def _organ(scene: Scene, match) -> Organ | None:
    name = match["organ"]
    if organ_words.NOT_A_NAME.search(name) or organ_words.NO_PLACE.search(name) or _TELLS_OF_OTHERS.search(name):
        return None
    return Organ(name, *match.span("organ"), scene.directory.code(name))
