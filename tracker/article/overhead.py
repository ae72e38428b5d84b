"""The day that the words over a list or a section set for all that stands below: 6月底前，将办好以下5件实事; 二、年底前完成的项目."""

from __future__ import annotations

from tracker.article import steps
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import PAST_SECTION

_BY = compiled(r"[前内底末]$")
_AWAY = 12  # characters that lead up to a day of its own: 力争在2022年6月底前
_DONE = compiled(
    r"(?:之?前|以前|内)?(?:将|要|力争|确保|争取|可)?(?:全部|全面|基本|逐项|陆续|均)?(?:完成|落地|落实|上线|见效|办结|建成|投用|投运|到位|实施|完工|竣工|交付)?[^，。；：0-9]{0,6}(?=[，。；：）)]|$)"
)
_BACK = compiled(r"已|去年|上年|截至|累计")
_MONTH = compiled(r"(?:今年|\d{4}年)?\d{1,2}月份?[：:]?")


def tell(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """Give the members without a day that of the words over their list, else that of the section."""
    if all(item.due for item in candidate.items):
        return
    listed = candidate.pattern in ("counted", "numbered", "introduced")
    day = (_of_list(scene, candidate, sentence) if listed else None) or of_section(scene, candidate.place.start)
    for item in candidate.items if day else ():
        item.due = item.due or day


def _of_list(scene: Scene, candidate: Candidate, sentence: Sentence) -> Day | None:
    """The only day before the first member, when it stands alone, governs the list, or follows it in brackets."""
    text = scene.text
    region = Span(sentence.start, min(sentence.end, candidate.items[0].span.start))
    found = [day for day in scene.deadlines(region.start, region.end) if day.month or _BY.search(text, day.start, day.end)]
    if len(found) != 1 or steps.begins(text, found[0]) or _BACK.search(text, region.start, region.end):
        return None
    day = found[0]
    if not _BY.search(text, day.start, day.end) and not _DONE.match(text, day.end, region.end):
        return None
    clause = scene.clause_at(sentence, day.start)
    governs = clause.start <= candidate.anchor <= clause.end
    alone = day.end >= clause.end - 1 and day.start - clause.start <= _AWAY
    return day if (governs and (day.end <= candidate.anchor or _DONE.match(text, day.end, region.end))) or alone else None


def of_section(scene: Scene, place: int) -> Day | None:
    """The day in the heading over `place`: 2023年底前完成的项目, 近期举措（6月底前完成）, 9月份."""
    heading = scene.structure.heading_before(place)
    if heading is None or heading.start <= place < heading.end or scene.structure.is_headline(heading):
        return None

    def find() -> Day | None:
        text = scene.text
        if PAST_SECTION.search(text, heading.start, heading.end):
            return None
        start = heading.number.end if heading.number else heading.start
        found = list(scene.deadlines(start, heading.end))
        whole = _MONTH.fullmatch(text, start, heading.end)
        by = len(found) == 1 and _BY.search(text, found[0].start, found[0].end) and _DONE.match(text, found[0].end, heading.end)
        return found[0] if len(found) == 1 and (whole or by) else None

    return scene.remembered(("day over", heading.start), find)
