"""开展“A”“B”专项行动: names in quotes before a head noun, without a count."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import members, naming
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.patterns.counted import AFTER_HEAD
from tracker.article.promised import BEGUN
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import ACTIONS, ACTIVITIES, LISTING_VERB, PROJECTS

NAME = "quoted"
_QUOTE = r"“[^”\n]{2,30}”"
_ROW = compiled(
    rf"(?P<row>{_QUOTE}(?:[、和及与]?{_QUOTE}){{0,9}})(?P<phrase>[^，。；：、！？\n“”0-9（）()]{{0,10}}?(?:{PROJECTS}|{ACTIONS}|{ACTIVITIES}|主题实践|专项工作|计划|方案|改革|举措|承诺|专项|专案){{1,2}}){AFTER_HEAD}"
)
# 推出“周末不打烊”服务, 开展“暖蜂行动”: the noun stands in the quote, or the verb alone tells that it is new.
_BROUGHT_IN = compiled(
    r"(?=[推启开试上提实深办执打规设建兴成展组免“])(?:(?:推出|启动|开通|试行|推行|实行|上线|开展|提供|实施)了?(?P<service>(?:“[^”\n]{2,30}”[、和及与]?){1,6}(?<![、和及与])[^，。；：、！？\n“”0-9（）()]{0,6}?服务)(?=[，。；！？\n]|$)"
    r"|(?:推出|推行|开设|开通|设立|增设|试行|上线|启用|开办)了?(?P<row>(?:“[^”\n]{1,12}(?:法庭|门诊|窗口|专窗|专区|课堂|学堂|超市|驿站|专车|专线|热线|夜市|集市|夜校|小屋|通道|食堂|书屋|码|一件事|直通车|套餐|贷|券)”[、和及与]?){2,6}(?<![、和及与]))(?=[，。；\n]|$)"
    r"|(?<=持续|继续|定期|态化|化地|每月|每周|每季|每年|全年|轮流)(?:组织|免费)?(?:开展|推出|实施|组织|提供)(?P<going>“[^”\n]{2,12}(?:下乡|下基层|下沉|到村|到校|到户|进[一-龥]{1,3}|[到进送][村镇社校园乡厂企区户站][一-龥]{0,2}|上门|到家|入户)”|“[^”\n]{2,20}”[^，。；：、！？\n“”0-9（）()]{0,6}?(?:演出|巡演|展演|义诊|巡诊|集市|夜市|夜校|招聘会|专场|陪伴|结对|陪诊|送戏|送药))(?=[，。；！？\n]|$)"
    # 启动“冬病夏治”，更换管网22公里: a campaign that has nothing but a name, and what it consists of
    rf"|(?:提前|率先)?(?:实施|启动|开展)(?P<campaign>“(?![^”]*(?:学|讲|党|廉|主题))[^”\n]{{3,10}}”)(?=，(?:{BEGUN.pattern}|送(?=[戏书医药电文演]))[^，。；\d]{{1,16}}\d)"
    r"|(?P<vehicle>“[^”\n]{1,14}(?:直通车|专车|流动车|服务车|大篷车|专列|快车)”(?=今年|[今明]?年底|(?:明年)?\d{1,2}月|要)|(?:“[^”\n]{1,14}(?:直通车|专车|流动车|服务车|大篷车|行动|工程|计划|专列|快车)”|“[^”\n]{1,14}”(?:工程|行动|项目|计划))(?=开进|走进|驶进|驶入|将|年内|计划))"
    r"|(?:实施|启动|开展|推进|推出|深化|推动|办理|执行|打造|推行|规划|设置|设立|建置|兴建|成立|开办|展开)(?:了|为期[^，。“\n]{1,8}的)?(?P<whole>(?:“[^”\n]{1,28}(?:行动|工程|计划|革命|大作战|专案|贷款|补助|方案|项目|规划|中心|系统|服务|馆|园区|基地|平台)”(?:[、和及与]|以及)?){1,6}(?<![、和及与]))(?=[，。；：！？\n]|$))"
)


_AND = compiled(r"以及|[和及与、]")
_GOVERNS = compiled(rf"{LISTING_VERB}(?:了|好|以[^，。]{{2,14}}为主题的)?[^在，、。；：]{{0,14}}$")
_PARTS = compiled(r"“(\d{1,3}(?:\+\d{1,3}){1,3})”")  # “6+4”民生项目
_COUNTABLE = compiled(r"(?:项目|实事|措施|举措|行动|工程|任务|清单|计划)$")  # “5+2”课后服务 counts days


# “断头路”打通项目，涉及柳林巷、文昌路、建设街3处: what its places, or its parts (3项内容), are
_PLACES = compiled(rf"，(?:涉及|包括|涵盖|覆盖)(?P<row>[^，。；：\d]{{2,80}}?)等?(?P<number>{NUMBER})(?:[处条座]|[项个](?:内容|任务|工作|服务|举措|子?项目)?)(?=[，。；]|$)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Rows of quoted names; a single one gives way to any other pattern."""
    text = scene.text
    done = 0  # where the last one that is carried out ends: 开展“护航”行动和|“净网”行动
    for match in _ROW.finditer(text, sentence.start, sentence.end):
        row = members.split(text, match.start("row"), match.end("row"))
        if len(row) > 1:
            yield Candidate(
                NAME,
                Span(members.quote_start(text, row, match.end("phrase")), match.end("phrase")),
                match.start(),
                naming.clean_name(match["phrase"].removeprefix("等")),
                {"project_group": "project_group"}.get(naming.kind(match["phrase"]), "action_group"),
                items=[Item(text[part.start : part.end], part) for part in row],
            )
        elif _is_done(scene, sentence, match.start()) or (done and _AND.fullmatch(text, done, match.start())):
            done = match.end("phrase")
            single = _single(Span(match.start(), match.end("phrase")), match["row"] + match["phrase"])
            _take_places(scene, sentence, single, match.end("phrase"))
            _take_content(scene, sentence, single)
            yield single
    for match in _BROUGHT_IN.finditer(text, sentence.start, sentence.end):
        group = match.lastgroup or "whole"
        found = _single(Span(*match.span(group)), match[group])
        end = text.rfind("”", *match.span(group)) + 1
        row = members.split(text, match.start(group), end)
        if len(row) > 1:  # 推出“甲”“乙”延时服务
            found.items, found.kind = [Item(text[part.start : part.end], part) for part in row], "action_group"
            found.name = naming.clean_name(text[end : match.end(group)]) or found.name
        _take_content(scene, sentence, found)
        yield found


def _take_places(scene: Scene, sentence: Sentence, single: Candidate, end: int) -> None:
    """…项目，涉及A、B、C3处: what it consists of, when just so many are named."""
    places = _PLACES.match(scene.text, end, sentence.end)
    parts = members.split(scene.text, *places.span("row"), whole(places["number"])) if places else []
    if places and len(parts) == whole(places["number"]):
        day = next(scene.deadlines(places.end(), sentence.end), None)
        single.place = Span(single.place.start, places.end())
        single.items = [Item(scene.text[part.start : part.end], part, due=day) for part in parts]
        single.declared, single.due, single.weak = len(parts), day, False


# 推出“家门口办税”服务，把申报、缴费等18项业务下放到村
_CONTENT = compiled(rf"，(?:将|把)(?P<row>[^。；：]{{4,80}}?)(?P<others>等)?(?P<number>{NUMBER})[项件个](?:[^，。；\d]{{0,8}}?(?:业务|事项|服务|手续|功能|环节))(?:全部|全都|统一|一并)?(?:下放|下沉|延伸|集成|整合|纳入|搬|送|归并|打包|并入|接入|移交|放)[^，。；]{{0,12}}")


def _take_content(scene: Scene, sentence: Sentence, single: Candidate) -> None:
    """What a service brought in by its name is made of."""
    content = _CONTENT.match(scene.text, single.place.end, sentence.end) if not single.items else None
    parts = members.split(scene.text, *content.span("row"), whole(content["number"])) if content else []
    if content and parts:
        single.place, single.declared, single.weak = Span(single.place.start, content.end()), whole(content["number"]), False
        single.items = [Item(scene.text[part.start : part.end], part) for part in parts]
        single.open_list = content["others"] is not None


def _single(place: Span, name: str) -> Candidate:
    parts = _PARTS.match(name)
    declared = sum(int(part) for part in parts[1].split("+")) if parts and _COUNTABLE.search(name) else None
    return Candidate(NAME, place, place.start, name, naming.single_kind(name), declared, weak=True)


def _is_done(scene: Scene, sentence: Sentence, place: int) -> bool:
    """Whether a verb of carrying out governs the name: 开展“…”活动, not 在“…”活动中."""
    clause = scene.clause_at(sentence, place)
    start = scene.predicate_start(clause)
    if scene.text[start:place].endswith(("、", "和", "及", "与")):
        return False
    return bool(_GOVERNS.search(scene.text, max(start, place - 24), place))
