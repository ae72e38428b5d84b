"""落选的“夜跑道”由区体育局先行试点, 沿线37盏路灯，则由街道单独更换: what is given to somebody who is told behind it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, organs
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "rollout"
# What is done with a thing tells how it is called (更换37盏路灯); what is only carried out has its own name.
_WORK = "更换|改造|维修|修缮|修复|翻新|建设|治理|整治|重建|改建|新建|加装|安装|更新|清理|拆除|疏通|加固|粉刷|补种|整改|化解|处置"
_CARRIED_OUT = "立项|试点|先行先试|实施|推进|落实|承担|办理|督促办理"
_LISTED = r"(?:建立|列出|形成)?(?:问题|管理|整改)?(?:清单|台账)|(?:逐一|逐个|逐户|一一)?建档"
SIGN = compiled(rf"由[一-龥]{{2,24}}?(?:{_WORK}|{_CARRIED_OUT}|清单|台账|建档)")
_HOW = r"(?:另行|单独|独立|先行|率先|自行|直接|统一|具体|逐[一-龥]|分批|专门|负责|牵头|组织|筹资|出资|列项|立项|挂牌|尽快|重新|继续|限期)"
_HANDED = compiled(
    r"(?:^|(?<=[，。；：、\n]))(?:(?:其中|另外|此外|另|同时|而|至于|针对|对于?)，?)*(?P<thing>(?![这那此其本]|该(?:项|类|工程|项目))[^，。；：！？\n由]{3,48}?)，?(?:则|均|都|也|将|拟|还|全部|统一)*"
    rf"由(?P<organ>[一-龥]{{2,20}}?){_HOW}*(?:(?P<work>{_WORK})|{_CARRIED_OUT}|(?P<listed>{_LISTED}))(?=[，。；、！]|并|$)",

)
_NAMED = compiled(
    r"“[^”\n]{2,16}”[^，。；“”\d]{0,8}$"
    r"|(?:改造|维修|修缮|整治|治理|建设|扩建|改建|迁建|新建|翻新|更新|升级|修复|扩容|提升|加装|加固|清淤|亮化|绿化|工程|项目|试点|行动)$"
)
_NONE = compiled(r"已|曾|去年|上年|此前|累计|截至|资金|经费|费用|款|会议|案件|收入|投资|工资|责任|如果|凡|每|法律|实事|[项件个](?:惠民|便民|重点)*(?:项目|工程|任务|工作|事项)")
_TOLD = compiled(r"已|累计|了(?!解)|去年|一直|长期|历来|建[成于]|[修完]成于|视情|再行?研究|成效|效果|好评")
_ANYBODY = compiled(r"(?:单位|部门|企业|社区|物业[^，。；]{0,4}|业主|双方)$")
_OF_PEOPLE = frozenset(("元", "%", "年", "月", "天", "人", "名", "人次", "岁", "小时"))
_ONE_BY_ONE = compiled(r"逐[一-龥](?:销号|整改|化解|解决|办结|清零|处置|治理|消除|落实)|[一-龥]{1,2}一策|限期(?:整改|办结|清零)|销号")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things with a number, a name or a work of their own that a clause gives to an organ."""
    text = scene.text
    for match in _HANDED.finditer(text, sentence.start, sentence.end):
        owner = organs.named(text, *match.span("organ"), scene.directory)
        thing = Span(*match.span("thing"))
        if owner is None or owner.end != match.end("organ") or _ANYBODY.search(owner.name):
            continue
        if _NONE.search(match["thing"]) or _TOLD.search(text, match.end(), sentence.end):
            continue
        amount = next((one for one in quantities(text, thing.start, thing.end) if one.kind not in _OF_PEOPLE), None)
        worked_off = amount is not None and _ONE_BY_ONE.search(text, match.end("organ"), sentence.end)
        if (match["listed"] and not worked_off) or not (amount or _NAMED.search(match["thing"])):
            continue
        name = naming.clean_name((match["work"] or "" if amount else "") + match["thing"])
        due = next(reversed(list(scene.deadlines(match.end(), sentence.end))), None)
        found = Candidate(NAME, thing, thing.start, name, naming.single_kind(name), items=[Item(name, thing, amount, due)], weak=True, due=due, owner=owner)
        found.extent = Span(thing.start, match.end())
        if worked_off and amount:
            found.declared, found.items, found.kind = int(amount.number), [], "list"
        yield found
