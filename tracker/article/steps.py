"""Which days are only steps on the way: 6月底前完成招标, 开工率达到80%, 9月底前投用首家; no deadline of what stands before them."""

from __future__ import annotations

from dataclasses import replace

from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.scene import Scene
from tracker.article.structure import Span
from tracker.article.things import KINDS

_VERY = r"(?:将|要|可|均|都|再|先|率先|力争|确保|争取|计划|正式|全面|全部|全数|陆续|基本|完成|实现|做好|开展|组织|启动|进行|办理)*"
_PREPARED = (
    "招投标|招标|投标|发包|选址|勘[察测探]|设计|可研|可行性|立项|报批|审批|核准|备案|审查|评审|签约|征[地收迁]|用地|前期|筹备|方案|摸[底排]|调查|调研|普查|建档|台账|清单|登记|报名|申报|公开征集"
)
_BEGUN = "开工|动工|开建|启动|开始|进场|奠基|破土|动土"
_TOLD = "公布|公示|发布|公开|披露|报告|书面报告|报送|上报|通报|汇报|听取|测评|考核|评估|中期"
_RATE = compiled(r"[^，。；]{0,14}(?:率|比例|占比|比重|进度)(?:要|应|将|力争|全部|均)*(?:[达到至超过]|不低于|不少于|提升|提高|完成)*(?:\d|过?半|一半|序时)")
_PART = compiled(r"[^，。；]{0,10}?(?:首[家批座个期条所间处台栋站]|第[一二][家批座个期条所间处台栋站段]|[二三四五六七八九]成(?![果效立为员])|[二三四五]分之[一二三]|部分|先[行期]?[一-龥]{2,4}\d|过半|一半|主体(?:结构)?(?:施工|封顶|完工|工程)?)")
_STEP = compiled(rf"(?:[之以]?前)?{_VERY}(?:{_PREPARED}|{_BEGUN}|(?:拿出|提出|编制|提交|制[定订])[^，。；]{{0,10}}?(?:计划|方案|规划|报告)$|(?!100)\d+(?:\.\d+)?[%％]|(?:向[^，。；]{{2,10}}?)?(?:{_TOLD})(?!实施))")
# 年底前建成县级救治中心: something else has that day; 年底前实现市、县两级全覆盖 is where the same thing will be
_OTHER = compiled(
    rf"(?:[之以]?前)?{_VERY}(?:建成|建立|建设|开通|启用|上线|推出|出台|印发|制定|打造|设立|成立|开展|实施|实现)(?!并|投入|使用|通车|运营)[一-龥“”]{{2,16}}?(?:{KINDS})"
)
_ALL = compiled(r"所有|全部|以上|上述|这些|各[项个]|项目(?:均|都|全部|将|预计|力争|计划|于)*$")
_OWN_HEAD = compiled(rf"^(?!(?:该|此|本|全部|整个)).{{2,}}(?:{KINDS})”?(?:项目|工程)?(?:均|都|也|将|预计|力争|计划|争取|拟|可|要|于|在|到|并)*$")
_WITHOUT = compiled(r"其中|首[家批]|第一批|部分")


def is_step(scene: Scene, clause: Span, day: Day) -> bool:
    """Whether the verb behind the day is of what comes before the end: it is tendered for, begun, told."""
    return _STEP.match(scene.text, day.end, clause.end) is not None


_BEGINS_THEN = compiled(r"(?:将|要|正式|全面|组织|陆续)*(?:启动|开工|动工|开始|开建)")


def begins(text: str, day: Day) -> bool:
    """将于3月中旬启动…行动: whether it is the day on which all begins, and none by which."""
    return text[day.end - 1] not in "前内" and _BEGINS_THEN.match(text, day.end) is not None


def is_anothers(scene: Scene, clause: Span, day: Day) -> bool:
    """Whether the clause names a thing, a part or a rate of its own, whose day it is."""
    head = scene.text[clause.start : day.start]
    if _WITHOUT.match(head) or (_OWN_HEAD.match(head) and not _ALL.search(head)):
        return True
    return any(sign.match(scene.text, day.end, clause.end) for sign in (_RATE, _PART, _OTHER))


def is_of_part(scene: Scene, clause: Span, day: Day) -> bool:
    """三季度末完成过半, 年底前完成七成: whether only a part is to be done by the day."""
    return _PART.match(scene.text, day.end, clause.end) is not None


def open_day(day: Day) -> Day:
    """The day of a step, for want of any other: it says when, but not by when all is ready."""
    return replace(day, text=None, year=None, month=None, day=None, note="due_step")
