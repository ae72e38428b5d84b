"""Numbered lines (一、 (一) 1. ①) and numbered clauses (一是…二是…) under a heading or a lead-in: a list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.article import behind, labels, numbering, own_lines
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.grouping import below_sections, by_field, counting_on, flattened, lines_below
from tracker.article.labels import Named
from tracker.article.listing import LISTY, Member, are_concrete, are_just_so_many, is_no_deed, is_over, promises
from tracker.article.numerals import NUMBER, whole
from tracker.article.patterns import counting, deeds, lines, listed_items
from tracker.article.patterns.counted import BEHIND, COUNT
from tracker.article.scene import Scene
from tracker.article.structure import DOCUMENT_NUMBER, Block, Paragraph, Span
from tracker.article.words import FINISHED

_GROUPS = compiled(NUMBER)
# 各市、县人民政府： and 苏政办发〔2021〕12号 stand above what a notice orders, and name nothing.
_NO_HEADER = compiled(rf"各[一-龥、，（）]{{2,60}}[：:]|{DOCUMENT_NUMBER}")
_LETTERHEAD = 3  # lines
_PARAGRAPHS = 60  # from which number on a line without a count over it is no member
_LEAD_IN = compiled(r"[：:]$|如下[：:。]?$|分别是$|包括$")


def find(scene: Scene, start: int = 0, end: int | None = None) -> Iterator[Candidate]:
    """Every numbered list that promises something and begins between start and end, or else in the article."""
    end = len(scene.text) if end is None else end
    yield from _under(scene, scene.structure.blocks, None, within=range(start, end))
    paragraphs = scene.structure.paragraphs_within(start - 1, end - 1)
    places = numbering.may_run(scene.text, paragraphs[0].start, paragraphs[-1].end) if paragraphs else ()
    with_runs = {line.index for place in places if (line := scene.structure.paragraph_at(place))}
    for paragraph in paragraphs:
        runs = list(numbering.inline(scene.text, paragraph.start, paragraph.end)) if paragraph.index in with_runs else []
        for run, stop in zip(runs, [*(following[0].start for following in runs[1:]), paragraph.end], strict=False):
            stop = stop if stop > run[-1].end else paragraph.end  # one run within another
            if run[0].start > paragraph.start + 2:
                yield from _inline(scene, _lead_in(scene, paragraph, run), run, stop)
            elif (header := counting.before(scene, paragraph, len(run))) is not None:
                yield from _inline(scene, header, run, stop)
        yield from _below(scene, paragraph)


def _below(scene: Scene, lead_in: Paragraph) -> Iterator[Candidate]:
    """市住建局将办好以下三件实事： over as many lines with bullets, or with nothing before them; 将推进以下工作： over those with bullets."""
    if scene.text[lead_in.end - 1] not in "：:":
        return
    header = Span(scene.text.rfind("。", lead_in.start, lead_in.end) + 1 or lead_in.start, lead_in.end)
    counted = counting.of_header(scene, header, ())
    declared = whole(counted["number"]) if counted else None
    following = 0 if counted or not _FOLLOWING.search(scene.text, header.start, header.end) else lines.with_bullets(scene, lead_in)
    members = lines.unnumbered(scene, lead_in, declared or following) if declared or following else []
    just = are_just_so_many(scene, header, counted, members)
    if members and promises(scene, header, members, None, counted is not None, just=just):
        found = listed_items.candidate(scene, header, counted, members)
        if just and not are_concrete(scene, members):
            found.doubts.append("names_only")
        yield found


_FOLLOWING = compiled(r"(?:以下|如下|下列|这些)[^，。；：\n]{0,10}[：:]$")


def _under(scene: Scene, blocks: list[Block], parent: Block | None, fewest: int = 2, within: range | None = None) -> Iterator[Candidate]:
    """The lists among the blocks; one line is none, unless beside its heading there are others over several."""
    below = 1 if any(len(block.children) > 1 for block in blocks) else 2
    for group in _groups(blocks):
        if within is not None and group[0].start not in within:
            continue
        yield from _list(scene, group, parent, fewest)
        for block in group:
            yield from _under(scene, block.children, block, below)


def _groups(blocks: list[Block]) -> Iterator[list[Block]]:
    """Blocks of one kind that count on; a new 1 begins a new group."""
    group: list[Block] = []
    for block in blocks:
        if group and (block.number.kind != group[-1].number.kind or block.number.ordinal <= group[-1].number.ordinal):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _list(scene: Scene, group: list[Block], parent: Block | None, fewest: int) -> Iterator[Candidate]:
    """The list, or its deeds where each has an owner of its own."""
    if len(group) < fewest and not (group and group[0].number.ordinal == 2):
        yield from _given_alone(scene, [lines.member(scene, block) for block in group])
        return
    header = _header(scene, group, parent)
    if len(group) == 1 == fewest and (header is None or not scene.first_named(header.start, header.end)):
        return
    members = lines.no_longer(scene, [lines.member(scene, block) for block in group])
    sizes = counting.sizes(scene, group, members)
    counted = (counting.of_header(scene, header, sizes) or counting.above(scene, header, sizes)) if header else None
    reported = counting.in_progress(scene, header, len(members)) if header and counted is None else None
    if reported:  # 二、进展情况 looks back, but not all that stands below it
        counted, parent, members = reported, None, [member for member in members if not is_over(scene, member)]
    declared = whole(counted["number"]) if counted else None
    if counted and header is not None and group[0].number.ordinal > 2 and not reported and group[0].number.ordinal + len(group) - 1 != declared:
        return  # 十件实事全部兑现。四、…五、…: sections that go on behind a count are not what was counted
    if group[0].number.ordinal == 2 and (first := lines.lost_first(scene, header, group[0])):
        members.insert(0, first)
    if counted is None:
        if group[0].number.ordinal > _PARAGRAPHS:
            return  # 93. 房屋局会…: the numbered paragraphs of an address
        members = [member for member in members if not is_no_deed(scene, member)]
    if not members:
        return
    offices = [own_lines.alone(scene, member.title) for member in members]
    if all(offices) and all(member.children or lines_below(scene, member) for member in members):
        over = header or scene.structure.heading_before(group[0].start - 1) or group[0].title
        yield from _of_offices(scene, over, members, [Named(office) for office in offices], parent)
        return
    members, sections = below_sections(scene, members, declared)
    named = None if reported else deeds.owned(scene, members, announced=counted is not None and counting.is_announced(scene, counted))
    start = group[0].start
    if named and promises(scene, header or Span(start, start), members, parent, bool(counted)):
        announces = Named(counting.announcer(scene, counted)) if counted else Named()
        told = list(deeds.find(scene, members, [one if one.organ else announces for one in named], counted is not None))
        if header is not None:
            yield _shared_out(header, listed_items.candidate(scene, header, counted, members), told)
        yield from told
        return
    groups = _GROUPS.match(counted["nested"]) if counted else None
    if not any(_is_told_over(scene, member) for member in members):
        members = counting_on(members) or flattened(members, declared, whole(groups[0]) if groups else None)
    if len(members) < fewest or header is None or _is_lost_to_children(scene, members, declared, group[0]):
        return
    given = labels.above(scene, group[0])
    below = labels.below(scene, group) if given is None else None
    if below is not None and labels.owner_of(scene, below).organ:  # a day alone is that of the last member
        given = below
        members[-1] = replace(members[-1], block=Span(members[-1].block.start, given.start))
    assigned = labels.owner_of(scene, given) if given else labels.noted(scene, header)
    said = behind.over(scene, members[-1].title.end)
    alone = own_lines.alone(scene, header) if assigned.organ is None else None
    if alone is not None and promises(scene, header, members, parent, bool(counted), assigned=True):
        yield from deeds.find(scene, members, [Named(alone)] * len(members))  # what an office does is no list by that
        return
    members, fields = by_field(scene, members, declared)
    just = are_just_so_many(scene, header, counted, members)
    if promises(scene, header, members, parent, bool(counted), assigned=bool(assigned.organ or (said and said.organ)), just=just):
        found = listed_items.candidate(scene, header, counted, members)
        found.fields = fields or sections
        if just and not are_concrete(scene, members):
            found.doubts.append("names_only")
        if assigned.organ:
            found.owner, found.joint = assigned.organ, list(assigned.joint)
            _set_day(found, labels.day_of(scene, given) if given else None)
            if labels.LINE.match(scene.text, header.start, header.end):
                found.name, found.place = found.items[0].title, found.items[0].span
        yield found


def _of_offices(scene: Scene, header: Span, members: list[Member], offices: list[Named], parent: Block | None) -> Iterator[Candidate]:
    """（一）县林业局, over its deeds: those without a number, or with the only one; of several with numbers, each is found by itself."""
    told = [
        (deed, office)
        for member, office in zip(members, offices, strict=True)
        if len(member.children) < _SEVERAL
        for deed in member.children or lines_below(scene, member)
    ]
    below = [deed for deed, _ in told]
    if below and promises(scene, header, below, parent, False, assigned=True):
        yield from deeds.find(scene, below, [office for _, office in told])


_SEVERAL = 2  # deeds, which are a list


def _given_alone(scene: Scene, members: list[Member]) -> Iterator[Candidate]:
    """1.健全救助体系。（市民政局主办，市财政局协办）, and no 2.: what brackets give away is a deed without a list."""
    named = [_given(scene, member) for member in members]
    yield from deeds.find(scene, [member for member, one in zip(members, named, strict=True) if one.organ], [one for one in named if one.organ])


def _given(scene: Scene, member: Member) -> Named:
    """Whom brackets at the end of a line that looks back on nothing charge with it."""
    end = min(member.block.end, member.title.end + _LONGEST_HEADER)
    told = member.children or FINISHED.search(scene.text, member.title.start, end) or not _LEADS.search(scene.text, member.title.start, end)
    return Named() if told else labels.noted(scene, Span(member.title.start, end))


_LEADS = compiled(r"(?:主办|牵头|承办)(?:[，；、][^（）()\n]{2,60})?[）)]")


def _is_told_over(scene: Scene, member: Member) -> bool:
    """一、总体情况, of which nothing is numbered, beside 二、进展情况: the sections of a report, whose deeds stand below one of them."""
    return not member.children and _REVIEW.fullmatch(scene.text, member.title.start, member.title.end) is not None


_REVIEW = compiled(r"[^，。；：\d]{2,6}(?:情况|回顾|总结|成效)")


def _set_day(found: Candidate, day: Day | None) -> None:
    """完成时限：2025年12月底 holds for every item without a day of its own."""
    found.due = found.due or day
    for item in found.items:
        if item.due is None or (item.due.month is None and day and day.year == item.due.year):
            item.due = day


def _shared_out(header: Span, found: Candidate, told: list[Candidate]) -> Candidate:
    """The list as context, when its deeds stand for themselves: those lines that make more of them than were counted are doubtful."""
    if found.declared and sum(max(1, len(one.items)) for one in told) > found.declared:
        for one in told:
            one.doubts += ["several_in_one"] if len(one.items) > 1 else []
    found.place, found.extent, found.items = header, None, []
    found.to_context("shared_out")
    return found


def _header(scene: Scene, group: list[Block], parent: Block | None) -> Span | None:
    """The words over a list: a lead-in that ends in a colon, else the parent's title, else the heading above."""
    structure, first = scene.structure, group[0]
    paragraph = structure.paragraph_at(first.start)
    above = structure.paragraphs[max(0, paragraph.index - _LETTERHEAD) : paragraph.index] if paragraph else []
    if paragraph and above and above[-1].heading and above[-1].number is None and _is_in_sections(scene, paragraph, group):
        above = above[:-1]
    before = next((line for line in reversed(above) if not _NO_HEADER.fullmatch(scene.text, line.start, line.end)), None)
    if before is None:
        return None
    body = Span(before.number.end if before.number else before.start, before.end)
    if parent is None or before.start > parent.start:
        if any(sign.search(scene.text, body.start, body.end) for sign in (_LEAD_IN, COUNT, BEHIND)):
            last = scene.text.rfind("。", body.start, body.end - 1) + 1
            return Span(last, body.end) if last > body.start and COUNT.search(scene.text, last, body.end) else body
        if parent is None and before.heading:
            return body
    if parent is not None:
        return _last_words(scene, before, parent) or parent.title
    for earlier in reversed(structure.paragraphs[max(0, before.index - 3) : before.index + 1]):
        span = Span(earlier.start, earlier.end)
        if earlier.heading or COUNT.search(scene.text, span.start, span.end):
            return span
    return body


def _is_in_sections(scene: Scene, first: Paragraph, group: list[Block]) -> bool:
    """【就业类】1、2、 【教育类】3、4、: whether the numbers count on below a heading of a later section, too."""
    last = scene.structure.paragraph_at(group[-1].start)
    between = scene.structure.paragraphs[first.index : last.index] if last else []
    return any(line.heading and line.number is None for line in between)


def _last_words(scene: Scene, line: Paragraph, parent: Block) -> Span | None:
    """七、守护食品安全。市市场监管局推出六大举措：: the sentence with which the parent's own line leads on to the list."""
    stop = scene.text.rfind("。", parent.title.end, line.end) if line.start == parent.start else -1
    return Span(stop + 1, line.end) if stop >= 0 and _LEAD_IN.search(scene.text, stop, line.end) else None


def _is_lost_to_children(scene: Scene, members: list[Member], declared: int | None, first: Block) -> bool:
    """Whether the members are only headings over lists of their own."""
    if declared == len(members):
        return False
    return sum(1 for member in members if len(member.children) > 1 or any(_given(scene, child).organ for child in member.children)) * 2 >= len(members)


def _last_end(scene: Scene, run: list[numbering.Number], end: int) -> int:
    """Where the last member ends: with its sentence if each of them fills no more, else before another organ speaks."""
    last = scene.structure.sentence_at(run[-1].start)
    if last is None:
        return end
    if not re.search("。", scene.text[run[0].start : run[-1].start]):
        stop = scene.text.find("。", run[-1].start, end)
        return stop + 1 if stop >= 0 else end
    return next((organ.start for organ in scene.subjects_between(last.end, end) if not organ.generic), end)


_LONGEST_HEADER = 400
_LONGEST_MEMBER = 1500


def _is_plain(scene: Scene, header: Span) -> bool:
    """Whether the paragraph of the lead-in is no numbered line itself."""
    paragraph = scene.structure.paragraph_at(header.start)
    return paragraph is None or paragraph.number is None


def _lead_in(scene: Scene, paragraph: Paragraph, run: list[numbering.Number]) -> Span:
    """The last sentence before the first member, and the one before that where it only says 分别是."""
    text = scene.text
    begin = paragraph.number.end if paragraph.number else paragraph.start
    floor = max(begin, run[0].start - _LONGEST_HEADER)
    last = max(text.rfind("。", floor, run[0].start - 1) + 1, floor)
    if last and re.match(r" ?(?:分别|具体|依次|包括|主要|即|它们)", text[last : run[0].start]):
        last = max(text.rfind("。", floor, last - 1) + 1, floor)
    return Span(last, run[0].start)


def _inline(scene: Scene, header: Span, run: list[numbering.Number], end: int) -> Iterator[Candidate]:
    text = scene.text
    # Bounded, because a paragraph may hold any number of runs.
    end = min(end, run[-1].end + _LONGEST_MEMBER)
    if re.match(r".{1,3}要", text[run[0].start : run[0].end + 1]):
        return
    bounds = [*(number.start for number in run[1:]), _last_end(scene, run, end)]
    members = []
    for number, stop in zip(run, bounds, strict=True):
        full = re.search(r"[。；]", text[number.end : stop])
        title_end = number.end + full.start() if full else stop
        if text[number.end : title_end].strip():
            members.append(Member(Span(number.end, title_end), Span(number.end, stop)))
    if not members:
        return
    words = text[header.start : header.end]
    counted = counting.of_header(scene, header, (len(members),))
    if counted is None and (counted := counting.some_of(scene, header)) is not None:
        header = Span(counted.start(), header.end)
    if text[header.end - 1] == "。" and (alone := own_lines.alone(scene, header)) and promises(scene, header, members, None, False, assigned=True):
        yield from deeds.find(scene, members, [Named(alone)] * len(members))  # （一）市教育局。1.…；2.…
        return
    organs = scene.subjects_between(header.start, header.end) if run[0].kind == "cn" else []
    spoken = any(not organ.generic and organ.end == header.end - 1 for organ in organs)
    if not (counted or spoken or (_is_plain(scene, header) and LISTY.search(words) and re.search(r"[：:]$|包括|分别|如下", words))):
        return
    if promises(scene, header, members, None, bool(counted), assigned=spoken):
        found = listed_items.candidate(scene, header, counted, members)
        if spoken and not counted:
            found.name = found.items[0].title  # 市政府：一、新建…；二、改造…
        yield found
