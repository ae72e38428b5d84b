"""What a candidate's sentence still tells of it: its launch, its start, its theme, its later members."""

from __future__ import annotations

import re

from tracker.article import behind, by_field, dates, labels, later, members, overhead, steps, targets, told_below
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.numerals import NUMBER, whole
from tracker.article.patterns import run_in
from tracker.article.patterns.introduced import members_after
from tracker.article.promised import BEGINS
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.scheduling import OPEN_BRACKET
from tracker.article.structure import Sentence, Span

_QUOTED = compiled(r"[“《](?P<name>[^“”《》\n]{4,60})[”》]")
_LAUNCH = compiled(r"启动|发起|举行|推出|开展|实施")
_HEAD = compiled(r"[^“”《》]{3,12}$")


def refine(scene: Scene, candidate: Candidate) -> None:
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is None:
        return
    candidate.sentence = sentence.start
    if candidate.pattern == "counted" and not by_field.shares_out(scene, candidate, sentence):
        if not candidate.items:
            _take_members_after(scene, candidate, sentence)
        if not candidate.items:
            _take_members_before(scene, candidate, sentence)
        if not candidate.items:
            _take_members_first(scene, candidate, sentence)
        if not candidate.items:
            _take_members_left(scene, candidate, sentence)
        if not candidate.items:
            by_field.take(scene, candidate, sentence)
        if not candidate.items:
            _take_members_about(scene, candidate, sentence)
        if not candidate.items:
            later.name(scene, candidate)
        if not candidate.items:
            run_in.take(scene, candidate, sentence)
        if not candidate.items:
            told_below.take(scene, candidate, sentence)
        _take_launched_name(scene, candidate, sentence)
    elif candidate.pattern in ("quoted", "rollout") and not candidate.items:
        _take_parts(scene, candidate)
    if candidate.items and candidate.pattern in ("counted", "open_ended", "quoted", "numbered"):
        if candidate.pattern == "counted":
            _set_day_before(scene, candidate, sentence)
        if candidate.pattern != "numbered":
            later.tell(scene, candidate)
        if candidate.pattern == "counted":
            _leave_what_is_done(scene, candidate, sentence)
    if candidate.pattern in ("counted", "quoted", "introduced", "rollout") and candidate.due is None:
        candidate.due = _day_in_brackets(scene, candidate) or _day_of_all(scene, candidate, sentence) or _day_just_before(scene, candidate, sentence) or _day_in_force(scene, candidate, sentence)
        for item in candidate.items:
            item.due = item.due or candidate.due
    if candidate.pattern in ("quoted", "rollout") and not candidate.items and candidate.declared is None:
        _take_extent(scene, candidate, sentence)
    behind.tell(scene, candidate, sentence)
    overhead.tell(scene, candidate, sentence)
    end = candidate.place.end - 1
    if candidate.pattern not in ("numbered", "deed", "table", "topic") and (given := labels.near(scene, end)) is not None:
        named, day = given
        candidate.owner, candidate.joint = named.organ, list(named.joint)
        candidate.due = candidate.due or day
        for item in candidate.items:
            item.due = item.due or day
    candidate.theme = candidate.theme or scene.structure.theme(candidate.place.start)


def told_alone(candidate: Candidate) -> Candidate:
    """With the one thing that is promised by a day as its item, where nothing else has become one."""
    if candidate.due is not None and candidate.declared is None and not candidate.items:
        candidate.items = [Item(candidate.name, candidate.place, due=candidate.due)]
    return candidate


_ALL_BY = compiled(
    r"(?:之?前|以前|内)?(?:将|要|力争|确保|争取|可)?(?:全部|全面|基本|逐项|陆续|均)?(?:完成|落地|落实|上线|见效|办结|办成|结束|建成|投用|投运|到位|整改|销号|答复|回复|实施|运行|启用|完工|竣工|交付|开放|通车|推开|铺开|见到?成效)[^，。；0-9）)]{0,6}(?=[，。；）)]|$)"
)
# …，年底前覆盖全省; 9月底前重点景区全部完成: where all of it is reached, by a day that is a limit
_REACHED_BY = compiled(
    r"(?:将|要|力争|确保|争取|可)?(?:全部|全面|基本)?(?:(?:实现)?全?覆盖|贯通|结束|清零|达标|化解)"
    r"|(?:[^，。；0-9已]|\dA){2,12}?(?:将|要|力争|确保)?(?:全部|全面)(?:完成|落地|落实|上线|办结|建成|投用|投运|到位|实施|启用|完工|开放)(?=[，。；]|$)"
)
_ANOTHER = compiled(r"启动|推出|实施|开展|推进|出台|上线|推行|组织|新建|建设")


def _day_of_all(scene: Scene, candidate: Candidate, sentence: Sentence) -> Day | None:
    """…26项清单，6月底前全部落地: the day of the whole set."""
    text = scene.text
    for clause in scene.clauses(sentence):
        if clause.start < candidate.place.end or _PHASE.match(text, clause.start, clause.end) or "已" in text[clause.start : clause.end]:
            continue
        for day in scene.deadlines(clause.start, clause.end):
            if candidate.pattern != "counted" and OPEN_BRACKET.search(text, clause.start, day.start):
                continue  # of what stands before the bracket
            if steps.is_step(scene, clause, day) or steps.is_anothers(scene, clause, day):
                continue
            if _ALL_BY.match(text, day.end, clause.end) or _LIMIT.search(text, clause.start, day.start):
                return day
            reached = _BY.search(text, day.start, day.end) and _REACHED_BY.match(text, day.end, clause.end)
            if reached and not _ANOTHER.search(text, candidate.place.end, day.start):
                candidate.told.append(clause)
                return day
    return None


def _day_in_brackets(scene: Scene, candidate: Candidate) -> Day | None:
    """启动“清零”行动（11月底结束）: the day that stands in brackets behind a single thing."""
    note = _NOTE.match(scene.text, candidate.place.end) if candidate.pattern in ("quoted", "rollout") else None
    return next((day for day in scene.deadlines(*note.span("note")) if _ALL_BY.match(scene.text, day.end) or day.end == note.end("note")), None) if note else None


def _take_extent(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """分批翻新东门市场，涉及摊位60个: how much of it there is."""
    extent = _EXTENT.match(scene.text, candidate.place.end, sentence.end)
    amount = next(quantities(scene.text, extent.end(), scene.clause_at(sentence, extent.end()).end), None) if extent else None
    if amount is not None:
        candidate.items = [Item(candidate.name, candidate.place, amount, candidate.due)]


_EXTENT = compiled(r"[”’]?，(?:共|总共|一共|主要)?涉及")
_NOTE = compiled(r"[”’]?[（(](?P<note>[^（）()\n]{2,20})[）)]")


def _day_in_force(scene: Scene, candidate: Candidate, sentence: Sentence) -> Day | None:
    """设立“夜间门诊”，9月1日起开放; 出台新规，自7月1日起施行: the day from which a single thing holds."""
    if candidate.pattern not in ("quoted", "rollout"):
        return None
    for clause in scene.clauses(sentence):
        day = next(scene.days(clause.start, clause.end), None) if clause.start >= candidate.place.end else None
        if day and day.starts and day.day and day.start - clause.start <= _LEAD and _HOLDS.match(scene.text, day.end):
            return day
    return None


_LEAD = 2  # characters before the day: 将于
_HOLDS = compiled(r"(?:将|可|正式|全面|免费)*(?:面向[^，。；]{2,8}|对外|在[^，。；]{2,10})?(?:施行|实施|执行|实行|生效|推行|试[行运]|开放|开诊|上线|启用|开通|运行|运营|受理|办理|发放|适用)")
_PHASE = compiled(r"(?:其中，?)?(?:首(?:阶段|期|批)|第[一二三]阶段|[一二三]期)")  # 首阶段10月完成: not all of it
_LIMIT = compiled(r"(?:时限|期限|时间)(?:都|均|统一|一律)*[是为到]$")  # 完成时限都是12月20日


def _set_day_before(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """9月底前推出A、B、C三项措施; 从7月1日起推行A、B等10项举措: the day before a set is that of its members."""
    clause = scene.clause_at(sentence, candidate.anchor)
    start = min([candidate.place.start, *(item.span.start for item in candidate.items)])
    if scene.text.find("月", clause.start, start) < 0 and scene.text.find("年底", clause.start, start) < 0:
        return
    for day in scene.days(clause.start, start):
        if day.month and (not day.starts or day.day) and (day.starts or _BY.search(scene.text, day.start, day.end)) and not steps.begins(scene.text, day):
            for item in candidate.items:
                item.due = item.due or day


def _day_just_before(scene: Scene, candidate: Candidate, sentence: Sentence) -> Day | None:
    """将在2026年内推出“安居”项目: the day that stands before a single thing and its verb."""
    if len(candidate.items) > 1 or candidate.pattern not in ("quoted", "rollout"):
        return None
    clause = scene.clause_at(sentence, candidate.anchor)
    opens = scene.text.rfind("，", sentence.start, clause.start - 1) + 1 or sentence.start  # 9月底前，对…
    start = opens if clause.start - opens <= _BARE_DAY else clause.start
    ahead = scene.deadlines(start, candidate.place.start)
    return next((day for day in ahead if _BY.search(scene.text, day.start, day.end) and not steps.begins(scene.text, day)), None)


_BY = compiled(r"[前内底末]$")
_BARE_DAY = 10  # characters of a clause that is nothing but a day, with its comma


def _take_members_after(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """…10件实事，分别是：A；B；C"""
    lines = scene.structure.paragraphs[sentence.paragraph : sentence.paragraph + 2]
    # The line that follows may go on: 当选的项目分别是：…
    ends_here = lines[0].end - candidate.place.end <= 2
    parts, is_open = members_after(scene.text, candidate.place.end, lines[-1 if ends_here else 0].end, candidate.declared)
    if not parts and _SPELLED_OUT.match(scene.text, sentence.end, lines[0].end):
        parts, is_open = members_after(scene.text, sentence.end - 1, lines[0].end)  # 十件实事总投资5亿元。具体包括：
    if not parts or (candidate.declared and len(parts) > candidate.declared * 3 // 2):
        return
    shares = [_SHARE.search(scene.text, part.start, part.end) for part in parts]
    if all(shares):  # 提取类9项、贷款类6项: fields of the list with their shares of it
        candidate.fields = [
            scene.text[part.start : share.start()] for part, share in zip(parts, shares, strict=True) if share
        ]
        return
    if len(parts) != candidate.declared and _CONCERNS.match(scene.text, candidate.place.end):
        candidate.fields = [scene.text[part.start : part.end] for part in parts]  # 6个民生项目，涉及公交优化、公路养护
        return
    candidate.items = [targets.item(scene, part) for part in parts]
    candidate.fields = []
    candidate.open_list = is_open or len(parts) < (candidate.declared or 0)


# 实施“平安路口”工程，包括加装信号灯、安装减速带等: only what is done; 包括讲座、展览 are sorts of it
_CONSISTS = compiled(r"”?，(?:主要|具体|重点)?(?:包括|包含|涵盖)(?P<row>[^，。；：\n]{4,120}?)(?P<others>等)?(?=[，。；\n])")


def _take_parts(scene: Scene, candidate: Candidate) -> None:
    row = _CONSISTS.match(scene.text, candidate.place.end)
    parts = members.split(scene.text, *row.span("row")) if row else []
    if row and len(parts) > 1 and all(BEGINS.match(scene.text, part.start) for part in parts):
        candidate.items = [targets.item(scene, part) for part in parts]
        candidate.extent, candidate.open_list = Span(candidate.place.start, row.end()), row["others"] is not None


# 推进三项改革，前两项已全面落地
_FIRST_DONE = compiled(rf"[，。；]?(?:其中，?)?前(?P<number>{NUMBER})[项个件条](?:均|都)?已(?:经)?(?:全部|全面|基本|如期)*(?:落地|完成|完工|建成|上线|投用|办结|实现|兑现|竣工)")


def _leave_what_is_done(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """What of a set is done is how far it has come, and none of what is to be done."""
    done = _FIRST_DONE.search(scene.text, candidate.covers.end, sentence.end)
    number = whole(done["number"]) if done else 0
    if number and number < len(candidate.items):
        candidate.extent, candidate.items = candidate.covers, candidate.items[number:]


_CONCERNS = compiled(r"”?，?(?:主要|具体|重点)?(?:涉及|涵盖)(?![：:]|[^。；\n]{2,80}，(?:主要|具体|其中|分别|重点)?(?:包括|包含|有))")
_SPELLED_OUT = compiled(r"(?:具体|分别|主要)(?:包括|有|是|为)：")
_SHARE = compiled(r"(?:共|各|计|为)?\d{1,4}[项件条]$")


def _take_members_before(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """最终票决出：A；B；C，为今年10项民生实事: the members stand between a colon and the count."""
    text = scene.text
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    begin = max(text.rfind("。", paragraph.start, candidate.place.start) + 1, paragraph.start)
    colon = text.find("：", begin, candidate.place.start)
    clause = scene.clause_at(sentence, candidate.anchor)
    if colon < 0 or not re.match(r"(?:等)?(?:为|作为|列为|成为|共|共计|这)", text[clause.start : clause.end]):
        return
    end = clause.start - 1
    pieces = re.finditer(r"[^；]+", text[colon + 1 : end])
    parts = [Span(colon + 1 + piece.start(), colon + 1 + piece.end()) for piece in pieces]
    if 1 < len(parts) <= (candidate.declared or 0) * 3 // 2 and all(part.end - part.start <= 70 for part in parts):
        candidate.items = [targets.item(scene, part) for part in parts]


# “十条措施”，首批公布A、B、C三条，其余陆续公布
_FIRST_ROW = compiled(
    rf"[，。](?:其中，?)?(?:首批|第一批|首期|先期|先行|率先)(?:将|已)?(?:公布|推出|实施|出台|发布|开展|启动|推行|上线|落地|推进)?的?(?:包括|分别是|分别为|有|是|为|：)?"
    rf"(?P<row>[^。；，：]{{4,120}}?)(?P<others>等)?(?:共|这)?(?P<number>{NUMBER})[项件个条](?:措施|举措|项目|行动|服务|实事|事项)?(?=[，。；])"
    rf"|[，。](?:其中，?)?(?:首批|第一批|首期)的?(?P<count>{NUMBER})[项件个条](?:措施|举措|项目|行动|服务|实事|事项)?(?:将|已)?(?:公布|推出|实施)?的?(?:包括|分别是|分别为|有|是|为|：)(?P<list>[^。；，：]{{4,160}}?)(?P<more>等)?(?=[，。；])"
)


def _take_members_first(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """What of a set is named at first are its members; the others have no name yet."""
    match = _FIRST_ROW.match(scene.text, candidate.place.end, scene.structure.paragraphs[sentence.paragraph].end)
    if match is None:
        return
    group, number, others = ("row", "number", "others") if match["row"] else ("list", "count", "more")
    named = whole(match[number]) or 0
    parts = members.split(scene.text, *match.span(group), None if match[others] else named)
    as_many = 1 < len(parts) < named if match[others] else len(parts) == named
    if as_many and len(parts) < (candidate.declared or 0):
        candidate.items = [targets.item(scene, part) for part in parts]
        candidate.open_list = True


_LEFT = compiled(r"其余|剩余|余下|另外?|[项件个](?:项目|工程)?(?:正|仍|还在|在建|按计划)")
# …其余3件分别是A、B、C，均将于年底前交付
_LEFT_ROW = compiled(
    rf"(?:其余|剩余|余下|另外?|还有)的?(?P<number>{NUMBER})[项件个](?:项目|工程)?(?:分别|即)?(?:是|为|：|即)(?P<row>[^。；，]{{4,120}})"
    rf"|(?:^|(?<=[，。；：]))(?P<topics>[^。；，：]{{4,120}}?)(?P<count>{NUMBER})[项件个](?:项目|工程)?(?=正|仍|还在|在建|按)"
)


def _take_members_left(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """年初确定的20件实事，已完成17件。其余3件分别是A、B、C，年底前交付: what is left of the list are its members."""
    text = scene.text
    end = min(scene.structure.paragraphs[sentence.paragraph].end, candidate.place.end + _FAR_LEFT)
    if not _LEFT.search(text, candidate.place.end, end):
        return
    match = _LEFT_ROW.search(text, candidate.place.end, end)
    if match is None:
        return
    group = "row" if match["row"] else "topics"
    parts = members.split(text, *match.span(group))
    if len(parts) != whole(match["number"] or match["count"]) or len(parts) >= (candidate.declared or 0):
        return
    stop = text.find("。", match.end(), end)
    days = list(scene.deadlines(match.end(), stop if stop >= 0 else end))
    if len(days) != len(parts):
        days = days[:1] * len(parts)
    candidate.items = [targets.item(scene, part) for part in parts]
    for item, day in zip(candidate.items, days, strict=False):
        item.due = item.due or day
    candidate.open_list = True


_FAR_LEFT = 200


# 开展“护苗”四项行动，围绕A、B、C、D，…; 围绕A、B、C、D，开展四项行动
_ABOUT = compiled(r"(?:围绕|聚焦|着力于|瞄准|紧扣)(?P<row>[^，。；：\n等]*?、[^，。；：\n等]*?)(?<!方面)(?<!领域)(?<!环节)(?=[，。；]|(?:集中|组织|重点|全面|深入)*(?:开展|推出|实施|出台|制定|部署|启动)|$)")
_FEWEST = 3  # members that are as many as declared by no chance


def _take_members_about(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """…四项行动，围绕A、B、C、D: what a set is about are its members when they are just as many, and fields when they are not."""
    if (candidate.declared or 0) < _FEWEST or candidate.approximate:
        return
    for match in _ABOUT.finditer(scene.text, sentence.start, sentence.end):
        between = scene.text[match.end() : candidate.place.start] if match.start() < candidate.place.start else scene.text[candidate.place.end : match.start()]
        parts = members.split(scene.text, *match.span("row"), candidate.declared)
        if len(parts) == candidate.declared and not set("；：。") & set(between) and between.count("，") < 2:
            candidate.items, candidate.fields = [targets.item(scene, part) for part in parts], []
            return


def _take_launched_name(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """…举行“…——X项目”启动仪式，首批启动实施的17个创新项目: the list is called X项目."""
    head = _HEAD.search(candidate.name)
    if head is None or candidate.items:
        return
    for quoted in _QUOTED.finditer(scene.text, sentence.start, candidate.place.start):
        name = quoted["name"]
        if name.endswith(head[0]) and len(name) > len(head[0]):
            candidate.name = re.split(r"——|—", name)[-1]
            candidate.place = Span(_phrase_start(scene, sentence, candidate), candidate.place.end)
            day = next(
                dates.days(scene.text, sentence.start, quoted.start(), this_year=scene.year_at(sentence.start)), None
            )
            if day and day.month and day.day and _LAUNCH.search(scene.text, day.end, candidate.place.end):
                candidate.starts = day
            return


def _phrase_start(scene: Scene, sentence: Sentence, candidate: Candidate) -> int:
    return max(scene.clause_at(sentence, candidate.anchor).start, candidate.place.start - 20)
