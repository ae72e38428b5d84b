"""All that a pattern may look at: the text taken apart, who is the subject where, which year it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from heapq import merge
from operator import attrgetter
from typing import Any

from tracker import sharing
from tracker.article import company, dates, numbering, organs, page
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.directory import Directory, Organ
from tracker.article.published import YEARS, budget_year, gregorian, stated_day, stated_year
from tracker.article.structure import Sentence, Span, Structure, two_read
from tracker.article.words import NEXT_SECTION, PAST_SECTION, PLAN_SECTION

_BUILT_THEN = ("建成的", "建造的", "竣工的", "建成为主", "出生", "入住的", "建设的")  # 2008年以前建成的小区

_SHORT = compiled(r"[（(][一-龥]{2,8}[）)]")
_BARE_MONTH = compiled(r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月")


@dataclass
class Scene:
    structure: Structure
    directory: Directory
    this_year: int | None
    """The year in which the article was published, for 今年 and 年底; None if it cannot be told."""
    published_on: date | None
    """The day on which it was published, as given or as the text says: what is promised lies behind it."""
    was_told: bool
    """The day of publication was given, and is not one that the text names."""
    subjects: list[Organ]
    """Every clause subject, in order; generic ones (我市) included, because they end the reign of the one before."""

    def __post_init__(self) -> None:
        self.text, self.clauses = self.structure.text, self.structure.clauses
        self.keep_subjects(lambda organ: True)
        self._remembered: dict[object, Any] = {}
        self._sections: dict[int, tuple[int | None, bool, bool]] = {}

    def keep_subjects(self, keeps: Callable[[Organ], bool]) -> None:
        """Forget the subjects that are not to be kept."""
        self.subjects = [subject for subject in self.subjects if keeps(subject)]
        self._subject_starts = [subject.start for subject in self.subjects]

    def sentences_with(self, sign: re.Pattern[str], start: int, end: int) -> Iterator[Sentence]:
        """The sentences that begin between start and end and in which the sign occurs, found without a look at the others."""
        text, sentences, starts = self.text, self.structure.sentences, self.structure.sentence_starts
        place, following = start, 0
        while match := sign.search(text, place):
            found = match.start()
            following = bisect_right(starts, found, following)
            if following and found < sentences[following - 1].end:
                if sentences[following - 1].start >= end:
                    return
                yield sentences[following - 1]
                place = sentences[following - 1].end
            elif following < len(starts):  # between two sentences, as in a table
                place = starts[following]
            else:
                return

    def sentences_in(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences between start and end, the last perhaps not whole."""
        place = start
        while place < end and (sentence := self.structure.sentence_at(place)) is not None:
            if sentence.end <= place:  # between two lines
                place += 1
                continue
            yield sentence
            place = sentence.end

    def remembered(self, key: object, find: Callable[[], Any]) -> Any:
        """What `find` gives, asked only once for the key."""
        if key not in self._remembered:
            self._remembered[key] = find()
        return self._remembered[key]

    def year_at(self, place: int) -> int | None:
        """The year that 今年 and 年底 mean at `place`: that of the nearest heading with one, else the article's."""
        return self._section(place)[0]

    def days(self, start: int, end: int) -> Iterator[Day]:
        """The days written between start and end that were not over when the article was published."""
        if not dates.SIGNS.search(self.text, start, end):  # before the year is looked up, as most clauses have no day
            return
        this_year = self.year_at(start)
        told_in = self.published_on.year if self.published_on else self.this_year
        if told_in and this_year and this_year > told_in and (self.text.find("明年", start, end) >= 0 or self.text.find("来年", start, end) >= 0):
            this_year = told_in  # under the heading of a year to come, too, 明年 is the year after the text
        found = (day for day in self._carried(dates.days(self.text, start, end, this_year=this_year), this_year) if not self.is_over(day) and not self.text.startswith(_BUILT_THEN, day.end))
        if self.published_on and any(self.text.find(sign, start, end) >= 0 for sign in dates.NEAR_SIGNS):
            found = merge(found, dates.near(self.text, start, end, self.published_on), key=attrgetter("start"))
        yield from found

    def _carried(self, days: Iterator[Day], this_year: int | None) -> Iterator[Day]:
        """预定明年3月进场，5月完工: the year of a month that follows another month of its sentence is the same, where the text does not say."""
        before: Day | None = None
        for day in days:
            if day.reckoned and day.year == this_year and _BARE_MONTH.match(self.text, day.start, day.end):
                before = before or self._dated_before(day, this_year)
                if before and before.year and day.year and before.year > day.year and (before.month or 12) <= (day.month or 0):
                    day = dates.in_year(day, before.year)
            if day.month and (not day.reckoned or day.year != this_year):
                before = day
            yield day

    def _dated_before(self, day: Day, this_year: int | None) -> Day | None:
        """The last day with another year that the sentence names before."""
        sentence = self.structure.sentence_at(day.start)
        if sentence is None or self.text.find("年", sentence.start, day.start) < 0:
            return None
        found = dates.days(self.text, sentence.start, day.start, this_year=this_year)
        return next((one for one in reversed(list(found)) if one.month and one.year != this_year), None)

    def deadlines(self, start: int, end: int) -> Iterator[Day]:
        """Those of the days by which something may be promised: nothing begins on them, and they are no event's."""
        for day in self.days(start, end):
            if not day.starts and not day.is_held(self.text):
                yield day

    def day_in_cell(self, start: int, end: int) -> Day | None:
        """The day that a cell gives by itself, or the last one of a span of time: 3月至11月."""
        alone = dates.alone(self.text, start, end)
        if alone is not None:
            return None if self.is_over(alone) else alone
        found = list(self.deadlines(start, end))
        ranged = len(found) == 2 and self.text[found[0].end : found[1].start] in ("至", "到", "-", "—", "~")
        return found[-1] if ranged else next(iter(found), None)

    def passed(self, start: int, end: int) -> Iterator[Day]:
        """1月底前, in a text of December: the days by which something was due in the year of the text, of which it cannot be meant."""
        if self.text.find("前", start, end) < 0:
            return
        for day in dates.days(self.text, start, end, this_year=self.year_at(start)):
            if day.reckoned and self.is_over(day) and self.text[day.end - 1] == "前":
                yield replace(day, text=None, note="due_passed")

    def is_over(self, day: Day) -> bool:
        """Whether the day, or the year or month of it, was past when the article was published."""
        if day.year and self.this_year and day.year < self.this_year:
            return True
        return bool(day.text and self.published_on and f"{day.text}-12-31"[:10] <= self.published_on.isoformat())

    def is_plan_section(self, place: int) -> bool:
        """Whether the headings over `place` announce plans, and none of them a review."""
        return self._section(place)[1]

    def is_review_section(self, place: int) -> bool:
        """Whether a heading over `place` announces a review."""
        return self._section(place)[2]

    def _section(self, place: int) -> tuple[int | None, bool, bool]:
        index = self.structure.heading_index(place)
        found = self._sections.get(index)
        if found is None:
            found = self._sections[index] = self._read_section(place)
        return found

    def _read_section(self, place: int) -> tuple[int | None, bool, bool]:
        titles = self.structure.headings_over(place)
        written = next((match[1] for title in titles if (match := YEARS.search(title))), None)
        year = next(filter(None, map(budget_year, titles)), gregorian(written) if written else self.this_year)
        reviewed = any(PAST_SECTION.search(title) for title in titles)
        if titles and NEXT_SECTION.search(titles[0]):
            return year, True, reviewed
        planned = any(PLAN_SECTION.search(title) for title in titles)
        return year, planned and not reviewed, reviewed

    def clause_at(self, sentence: Sentence, place: int) -> Span:
        """The clause of the sentence that holds `place`."""
        found = self.clauses(sentence)
        for clause in found:
            if clause.start <= place < clause.end:
                return clause
        return found[-1]

    def subject_before(self, place: int) -> Organ | None:
        """The nearest subject at or before `place`, wherever it stands."""
        index = bisect_right(self._subject_starts, place) - 1
        return self.subjects[index] if index >= 0 else None

    def subjects_between(self, start: int, end: int) -> list[Organ]:
        return self.subjects[
            bisect_right(self._subject_starts, start - 1) : bisect_right(self._subject_starts, end - 1)
        ]

    def first_named(self, start: int, end: int) -> Organ | None:
        """The first subject between start and end that has a name of its own."""
        return next((organ for organ in self.subjects_between(start, end) if not organ.generic), None)

    def subjects_up_to(self, place: int, window: int = 40) -> list[Organ]:
        """The nearest subjects before `place`, at most `window` of them."""
        index = bisect_right(self._subject_starts, place - 1)
        return self.subjects[max(0, index - window) : index]

    def predicate_start(self, clause: Span) -> int:
        """Where the clause goes on after its subject, those who act with it, and what leads up to it."""
        return self.remembered(("predicate", clause.start, clause.end), lambda: self._past_subject(clause))

    def _past_subject(self, clause: Span) -> int:
        number = self.structure.number_at(clause.start)
        start = organs.skip_lead(self.text, number.end if number else clause.start, clause.end)
        found = self.subjects_between(clause.start, clause.end)
        if found and found[0].start <= start + 2:  # 我们市民政局, 本府工务局
            start = self._past_row(found[-1], clause.end)
            start += 2 * self.text.startswith("分别", start)
        return company.past(self.text, start, clause.end, self.directory)

    def past_short(self, place: int, end: int) -> int:
        """Past the short name in brackets behind a name: 环境卫生署（环卫署）."""
        short = _SHORT.match(self.text, place, end)
        return short.end() if short else place

    def _past_row(self, organ: Organ, end: int) -> int:
        """Past the organs that join the subject: 市教育局、市妇联联合推出…"""
        place = company.row(self.text, organ.name, organ.end, end, self.directory)[1]
        place = self.past_short(place, end)
        if place < end and self.text[place] in "】〕］]":
            place = organs.skip_lead(self.text, place + 1, end)
        return place

    def head_of(self, paragraph: int) -> Organ | None:
        """The organ in brackets that opens a paragraph, and whose affairs all of it tells: 【市教育局】…"""
        line = self.structure.paragraphs[paragraph]
        start = line.number.end if line.number else line.start
        if self.text[start : start + 1] not in ("【", "〔", "［", "["):
            return None
        organ = self.subject_before(start + 1)
        return organ if organ is not None and organ.start == start + 1 else None


def scene_of(structure: Structure, directory: Directory, published_on: date | None, raw: str = "") -> Scene:
    sentences, half = structure.sentences, len(structure.sentences) // 2
    if two_read(structure.text):
        here, there = sharing.both(
            lambda: _subjects(structure, directory, sentences[:half]),
            lambda: _subjects(structure, directory, sentences[half:]),
        )
        subjects = [*here, *there]
    else:
        subjects = _subjects(structure, directory, sentences)
    this_year = published_on.year if published_on else stated_year(structure, raw)
    told = published_on is not None
    if not told:
        stated = stated_day(raw)
        published_on = page.of(raw).day or (stated[0] if stated else None)
    return Scene(structure, directory, this_year, published_on, told, subjects)


def _subjects(structure: Structure, directory: Directory, sentences: list[Sentence]) -> list[Organ]:
    text = structure.text
    found = []
    for sentence in sentences:
        number = structure.number_at(sentence.start)
        for clause in structure.clauses(sentence):
            start = clause.start
            if start == sentence.start and (inline := number or numbering.within(text, start)):
                start = inline.end  # 六、市水务局开展…
            subject = (
                organs.in_brackets(text, start, clause.end, directory) if clause.start == sentence.start else None
            ) or organs.subject(text, start, clause.end, directory)
            if subject is not None and organs.only_supports(text, subject.start, subject.end, clause.end):
                continue
            charged = organs.tasked(text, subject.end if subject else start, clause.end, directory)
            if charged is not None or subject is not None:
                found.append(charged or subject)
    return found
