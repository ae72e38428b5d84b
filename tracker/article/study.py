"""What is study: courses of one's own cadres, talks and displays; not what teaches people a trade."""

from __future__ import annotations

from tracker.article import naming, words
from tracker.article.candidates import LISTED, Candidate
from tracker.article.compiling import compiled
from tracker.article.promised import BEGUN
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_SECTION = compiled(r"学习|宣传(?!部)|思想|理论|研讨|培训|感悟|入脑|党性|组织生活")
_SERVICE_SECTION = compiled(r"实事|服务|群众|民生|为民|惠民|利企|便民|发展|解难|落实|任务|项目|力行|职业|技能|就业|创业|农民")
_DEEDS = compiled(r"实事|民生|惠民|便民|为民|利民|服务|整治|任务清单|改造|帮扶|助企|惠企")
# Whom a course is for who are no cadres, and what they learn to live on
_TRADE = compiled(r"职业|技能|农民|失业|下岗|退役军人|残疾人|妇女|创业|就业|护理员|护工|家政|劳动者|电商|育婴|月嫂|急救|救护")
_CADRES = compiled(r"干部|党员|党务|公务员|履职|队伍|教师|民警")


def is_study(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """学党史, 宣讲, 干部培训班."""
    if candidate.pattern in LISTED:
        return False
    if _DEEDS.search(candidate.name):
        return False
    if _is_taught(candidate.name):
        return True
    if candidate.kind == "activity" and words.STUDY.search(scene.text, sentence.start, sentence.end):
        return True
    study = [_is_taught(item.title) for item in candidate.items]
    if study and all(study) and candidate.declared in (None, len(study)):
        return True  # “党史大讲堂”“红色研学”两项活动
    if candidate.weak and any(study):
        if candidate.pattern != "amount" or study[0]:
            return True
        candidate.items = [item for item, is_study in zip(candidate.items, study, strict=True) if not is_study]
        candidate.place = Span(candidate.place.start, candidate.items[-1].span.end)
    return candidate.weak and bool(
        words.STUDY.search(naming.unquoted(scene.text[clause.start : candidate.place.start])[-20:])
    )


def _is_taught(title: str) -> bool:
    """Study, but not 建设“三个课堂”智慧校园100所: what is built, whatever it is called after; nor 职业技能培训班40期, which teaches a trade."""
    told = naming.unquoted(title) if BEGUN.match(title) else title
    return bool(words.STUDY.search(told.replace("培训班", "") if _TRADE.search(told) and not _CADRES.search(told) else told))


def is_in_section(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """Below a heading that announces study, unless an organ promises it by a day."""
    if candidate.pattern in LISTED or (candidate.declared and _DEEDS.search(candidate.name)):
        return False
    if not (candidate.weak or candidate.pattern == "quoted"):
        return False
    heading = scene.structure.heading_before(candidate.anchor)
    if heading is None:
        return False
    title = scene.text[heading.start : heading.end]
    if not _SECTION.search(title) or _SERVICE_SECTION.search(title):
        return False
    if _is_dated_by_somebody(candidate, sentence):
        candidate.doubts.append("study_section")
        return False
    return True


def _is_dated_by_somebody(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether an organ that the sentence names promises it by a day."""
    owner = candidate.owner
    dated = candidate.due is not None or any(item.due for item in candidate.items)
    return dated and owner is not None and not owner.generic and owner.start >= sentence.start
