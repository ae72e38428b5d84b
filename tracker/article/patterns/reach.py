"""How far something is to reach: 把5个病种纳入门诊慢特病管理, 扩大保障范围, 增设绿色通道, 为群众免费提供远程查阅."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import naming, outlook
from tracker.article.candidates import Candidate, Item
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FUTURE

NAME = "rollout"
SIGN = re.compile(r"[把将][^，。；]{3,40}?(?:[展大伸广盖放沉][至到]|纳入)|通道|门诊|专窗|窗口|专[区线]|课程|服务[站点]|免费提供|(?:扩大|放宽|提高|[上下]调|调高|降低|取消|[免减][除免]|延长)[^，。；]{3,20}")
_WORDS = r"[^，。；：！？\n“”（）()]"
_ENDS = r"(?=[，。；！？\n（(]|$)"
# 把“先导计划”扩展至乙肝筛查, 将5个病种纳入门诊慢特病管理; but 纳入年度考核 is how offices treat offices
_TAKEN_IN = re.compile(
    rf"(?<!已)(?<!已经)[把将](?P<thing>[^，。；：！？\n把将]{{3,40}}?(?:(?:扩展|扩大|延伸|推广|拓展|覆盖|下放|下沉)[至到]|纳入(?![^，。；]{{0,12}}(?:考核|督查|规划|计划|议程|日程|内容|目标|重点|台账|清单|项目|工程|实事|党|学习))){_WORDS}{{2,24}}){_ENDS}"
)
_OPENED = re.compile(
    rf"(?:增设|开设|开辟|设立|新设)了?(?P<thing>{_WORDS}{{2,24}}?(?:通道|门诊|窗口|专窗|专区|专线|课程|服务站|服务点)){_ENDS}"
)
_FREE = re.compile(rf"(?P<thing>为[^，。；：！？\n]{{2,16}}免费提供[^，。；：！？\n]{{2,30}}){_ENDS}")
_WIDENED = re.compile(
    r"(?P<thing>(?:扩大|放宽|提高|上调|调高|降低|下调|取消|免除|减免|延长)(?![^，。；]{0,6}(?:水平|质量|能力|效率|认识))"
    rf"[^，。；：！？\n“”（）()\d]{{3,20}}?(?:范围|标准|额度|限额|上限|门槛|比例|条件|费用?|限制|时间|时长|期限|待遇)){_ENDS}"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """What the sentence's subject takes in, opens or gives free; what it widens, where the clause looks ahead."""
    text = scene.text
    for pattern in (_TAKEN_IN, _OPENED, _FREE, _WIDENED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if pattern is _WIDENED and not _is_ahead(scene, sentence, match.start()):
                continue
            place = Span(*match.span("thing"))
            name = naming.clean_name(match["thing"])
            amount = next(quantities(text, place.start, place.end), None)
            items = [Item(name, place, amount)] if amount is not None else []
            yield Candidate(NAME, place, place.start, name, "measure", items=items, weak=True)


def _is_ahead(scene: Scene, sentence: Sentence, place: int) -> bool:
    clause = scene.clause_at(sentence, place)
    return FUTURE.search(scene.text, clause.start, place) is not None or outlook.is_planned(scene, sentence)
