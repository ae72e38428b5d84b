"""What is being done for people now, told in the present: 选派技术员18名进村入户; 组织医生赴12个乡镇义诊，每月不少于一次."""

from __future__ import annotations

from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence

_MANNER = "(?:持续|积极|定期|联合|共同|专门)*"
# Who is only moved about within offices serves nobody yet.
_COLLEAGUES = "干部|党员|书记|骨干|同志|代表|学[生员]"
_AMONG_PEOPLE = "[进入到赴下][村企户校社园田乡镇]|上门|义诊|巡诊|坐诊|支教"
_OFTEN = "每(?:年|季度?|月|周|学期|半年|星期)[^，。；]{0,16}?(?:不少于|至少|不低于|[一二两三四五\\d][次轮场天])"
_SERVES = compiled(
    rf"{_MANNER}(?:(?:组织|选派)(?![^，。；]{{0,30}}(?:{_COLLEAGUES}))[^，。；：\d]{{0,16}}\d[\d.]*[名位支个][^，。；：\d]{{0,14}}?(?:{_AMONG_PEOPLE})"
    rf"|开通\d{{1,3}}[条个](?!热线|专线)|(?:组织|选派|安排|组建|邀请|结对|帮扶|对口|定点)[^，。；：]{{2,40}}，[^，。；]{{0,6}}{_OFTEN})"
)
_ROUGHLY = compiled(r"\d余")  # 解决难题300余个: what has come of it


def serves(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether the predicate at `start` sends people out, opens a line or comes again and again."""
    return bool(_SERVES.match(scene.text, start, sentence.end)) and not _ROUGHLY.search(scene.text, start, sentence.end)
