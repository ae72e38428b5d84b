"""从9月1日起恢复夜间保洁, 10月底前为村卫生室配齐终端: what holds from a day on or is done by it, without an amount."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import frames, naming
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "rollout"
SIGN = compiled(r"(?:[月日号年度]|学期|底|末|即日)(?:份|底|末)?(?:起|开始)|[月底末日内节](?:之|以)?前")
_DOES = (
    "恢复|延长|开办|开通|开行|开设|开放|推行|试行|实行|施行|实施|执行|调整|取消|免收|免除|减免|提供|启用|受理|开展|展开|增加|增开|增设|扩大|上线|发放|提高|降低|放宽|上调|下调|允许|统一|使用|启动|接受|办理|停止"
    "|配齐|配备|安装|更换|建立|设立|推广|普及|完善|整治|修复|搬迁|培训|缩短|简化|优化|解决|打通|改造|组织|承担|补贴|补助|收取|征收|接种|筛查|供应|供给|发行|投放|供暖|完成(?=[^，。；]{4})"
)
_MANNER = "(?:将|可|要|可以|全面|正式|统一|陆续|逐步|试点|率先|全部|同步|继续|专门|分批)*"
_BY_MEANS = "(?:(?:“[^”\\n]{2,12}”|[一-龥]{2,10})(?:小程序|公众号|平台|系统|热线|网站|服务大厅|办事大厅))?"  # “某某水务”小程序开通…
# Past 将 and where it is done; 为谁, 对谁 and 把什么 belong to the thing.
_THING = compiled(
    rf"，?{_BY_MEANS}{_MANNER}(?:[在于面][^，。；：\n]{{2,14}}?)?{_MANNER}"
    rf"(?P<thing>(?:(?:为|对|给|向|把|将)[^，。；：！？\n]{{2,20}}?{_MANNER})?(?:{_DOES})(?![者人时日期率量力起过]|到[位户手]|完[毕成])[^。；：！？，\n]{{2,40}})(?=[，。；]|$)"
)
_HOLDS = compiled(r"(?:[在于面][^，。；：\n]{2,8}?)?(?:将|全面|正式|统一|陆续|全部)*(?:推行|实施|施行|执行|试行|实行|启用|开行|开放|上线|推广)(?=[。；]|$)")
_BEFORE_IT = compiled(r"(?:[一-龥]{2,12}[局委厅办院会处]的(?=“))?(?P<thing>[^，。；：！？\n]{4,30}?)(?:将|拟|计划)?(?:自|从|于|由)?$")
_STEP = compiled(r"^完成(?:全部|全年|年度|各项|上述|以上|所有|剩余|整改|阶段|相关|既定|下达|[^，。；]{0,12}(?:任务|目标|投资|工作|计划|进度|工程量|额|指标|总量|[施动开竣完]工|封顶|方案|报告|设计|审批|选址|征[迁收地]|主体|建设|改造|施工|上报|报送|销号|备案|归档)$)|^(?:启动|开展|组织|完成)[^，。；]{0,12}(?:调研|论证|招标|采购|征集|评审|摸底|统计|培训|会议|验收|部署)|(?:会|会议|仪式|讲座|比赛|竞赛|展览?|征文|演出)$|内部|长效机制|勤务|备课|[此该本]案|案件|举报|公务用?车")
_BY = ("前", "内")
_OF_A_NAME = compiled(r"(?:推出|设立|开设|开通|上线|启用|试行|推行|开展|实施)[^，。；]{0,8}“[^”\n]{2,16}”[^，。；“”]{0,8}，$")
_ONLY_HOLDS = compiled(r"(?:开放|延长|运行|办理|受理|试行|施行|执行|实行|推行|启用|开诊|营业)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Services and rules of the sentence's subject, each with its day."""
    text, clauses = scene.text, scene.clauses(sentence)
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        for place, day in _days(scene, clause):
            alone = place.end == clause.end and following is not None and text[clause.end] == "，"
            begin, end = (scene.predicate_start(following), following.end) if alone and following else (place.end, clause.end)
            match = _THING.match(text, begin, end)
            if match is None and day and day.starts and _HOLDS.match(text, place.end, clause.end):  # 新的收费办法|7月1日起施行
                match = _BEFORE_IT.match(text, scene.predicate_start(clause), place.start)
            if match is None or _STEP.search(match["thing"]):
                continue
            if _ONLY_HOLDS.match(match["thing"]) and _OF_A_NAME.search(text, sentence.start, clause.start) and not scene.subjects_between(clause.start, match.start("thing")):
                continue  # 推出“夜读”服务，自3月15日起开放至21时: the day of what is named
            if match["thing"].startswith("完成") and clause.start > sentence.start and not scene.subjects_between(clause.start, place.start):
                continue  # 开展某行动，9月底前完成…: of what the sentence tells before
            thing = Span(*match.span("thing"))
            if any(quantities(text, thing.start, thing.end)) and text[place.end - 1] in _BY:
                continue  # an amount by a day is told by its own pattern
            if frames.looks_back(scene, sentence, clause.start):
                continue
            name = naming.clean_name(text[thing.start : thing.end])
            items = [Item(name, thing, due=day)] if day else []
            yield Candidate(NAME, thing, thing.start, name, naming.single_kind(name), items=items, weak=True, due=day)


_AT_ONCE = compiled("即日(?:起|开始)(?!至)")


def _days(scene: Scene, clause: Span) -> Iterator[tuple[Span, Day | None]]:
    """From what something holds, or by what it is done; none is named by 即日起."""
    text = scene.text
    for day in scene.days(clause.start, clause.end):
        if ((day.starts and text[day.end - 1] in "起始") or text[day.end - 1] in _BY) and not day.is_held(text):
            yield Span(day.start, day.end), day
    if (now := _AT_ONCE.search(text, clause.start, clause.end)) is not None:
        yield Span(*now.span()), None
