"""Reminders in words: a message to paste per agency, a 催办单 to file, and what goes before the office's leader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tracker import lifecycle, reminding
from tracker.deeds.instructing import Instruction
from tracker.directory import Agency
from tracker.i18n import language, t
from tracker.reminding import Item, Reminder
from tracker.scripts import content

TOGETHER = 3
"""More deeds than this of one commitment and in the same case are told in one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a reminder: `codes` as commands take them, what it is about, why, and which reminder it is."""

    codes: str
    title: str
    what: str
    nth: str
    by: date


@dataclass(frozen=True, slots=True)
class Speech:
    """The language that reminders are worded in: `say` finds a message, `content` spells what the books say."""

    say: Callable[..., str] = t
    content: Callable[[str], str] = content

    def rows(self, items: Iterable[Item], told: bool = True, listed: bool = False, by: date | None = None) -> list[Row]:
        """A row a deed; many of one commitment in the same case in one. `told`: also who is to see to it; `listed`: each that has a name by itself.

        `by` is the day of the letter: what is asked for by another day says so.
        """
        found = []
        for _, group in groupby(items, key=_named_case if listed else _case):
            alike = list(group)
            found += [self._together(alike, told, by)] if len(alike) > TOGETHER else [self._row(item, told, by) for item in alike]
        return found

    def _row(self, item: Item, told: bool, by: date | None) -> Row:
        title = self.content(item.title) if item.title else self.say("look.unnamed")
        return Row(item.code, title, self._what(item), self._nth(item, told, by), item.asked_by)

    def _together(self, items: list[Item], told: bool, by: date | None) -> Row:
        first = items[0]
        unnamed = sum(item.title is None for item in items)
        of = self.say("remind.unnamed_of", count=unnamed) if unnamed else ""
        name = self.content(first.commitment_name)
        title = self.say("remind.together", commitment=name, count=len(items), unnamed=of)
        codes = self.say("remind.and").join(spans(item.code for item in items))
        return Row(codes, title, self._what(first, alone=False), self._nth(first, told, by), first.asked_by)

    def _what(self, item: Item, alone: bool = True) -> str:
        """The cause with its figures, then what was last reported."""
        days = abs(item.days) if item.days is not None else 0
        what = self.say(f"remind.cause_{item.cause}", due=item.due_on, days=days, points=item.behind, round=item.round)
        if item.due_is_near:
            what += self.say("remind.and_due", due=item.due_on, days=days)
        if item.unheard:
            what += self.say("remind.unheard", round=item.unheard)
        if item.asked_by != item.by:
            what += self.say("remind.closes", day=item.asked_by)
        if item.cause == reminding.SILENT and not item.rejected:
            return what
        if not alone:
            return what
        if item.status == lifecycle.UNREPORTED:
            return what + self.say("remind.never")
        reported = self.say(f"words.status_{item.status}")
        if item.progress is not None:
            reported += f" {item.progress}%"
        return what + self.say("remind.sent_back" if item.rejected else "remind.reported", what=reported, words=self.content(item.rejected or ""))

    def _nth(self, item: Item, told: bool, by: date | None) -> str:
        nth = self.say("remind.nth", count=item.count)
        if by is not None and item.asked_by != by and not item.names_its_day:
            nth += self.say("remind.asked_by", day=item.asked_by)
        if not told:
            return nth + self.say("remind.rung_liaison")
        return nth + (self.say("remind.repeated", day=item.asked_by) if item.repeated else self.say(f"remind.rung_{item.rung}"))

    def addressed(self, reminder: Reminder) -> str:
        """Who is to read it: every rung that an item goes to, with the names registered; empty where it goes to none."""
        found: dict[str, list[str]] = {}
        for item in reminder.items:
            rung = reminding.LEADER if item.rung == reminding.OFFICE else item.rung
            names = found.setdefault(rung, [])
            names += [name for name in item.names if name not in names]
        parts = []
        for rung in (reminding.LEADER, reminding.LIAISON):
            if rung in found:
                duty, names = self.say(f"words.duty_{rung}"), self.say("remind.and").join(map(self.content, found[rung]))
                parts.append(self.say("remind.person", duty=duty, names=names) if names else duty)
        return self.say("remind.to", who=self.say("remind.and").join(parts)) if parts else ""

    def instruction(self, each: Instruction, today: date) -> str:
        said = self.content(each.entry.note or "")
        if each.entry.leader:
            said = self.say("inbox.said", leader=self.content(each.entry.leader), words=said)
        late = self.say("inbox.late" if each.late(today) else "inbox.open")
        key = "remind.instruction" if each.entry.by_on else "remind.instruction_undated"
        return self.say(key, number=each.number, what=said.replace("\n", " "), day=each.entry.by_on, late=late)

    def how(self, items: Sequence[Item]) -> str:
        """How to answer, with codes of the reminder's own."""
        code, blocked = items[0].code, "_blocked" if items[0].status == lifecycle.BLOCKED else ""  # typed as told, it lifts no block
        known = next((item.code for item in items if item.progress is not None and not item.rejected), None)
        unchanged = self.say("remind.how_unchanged", code=known) if known else ""
        typed, line = self.say(f"remind.typed_{items[0].told}"), self.say(f"remind.line_{items[0].told}")
        return self.say(f"remind.how{blocked}", code=code, figure=typed) + unchanged + self.say(f"remind.how_reply{blocked}", code=code, figure=line)


def message(reminder: Reminder, known: Mapping[str, Agency], office: str | None, today: date) -> str:
    """Plain text, ready to paste into a chat or a mail."""
    head = t("remind.message_head", agency=_agency(known, reminder.agency), to=Speech().addressed(reminder))
    return "\n".join([head, *_body(reminder, today), _signed(known, office, today)])


def letter(reminder: Reminder, known: Mapping[str, Agency], office: str | None, today: date) -> str:
    """The 催办单 as a text file."""
    full = content(known[reminder.agency].full_name) if language() != "en" else _agency(known, reminder.agency)
    head = [t("remind.letter_title"), "", t("remind.letter_to", agency=full, to=Speech().addressed(reminder)), ""]
    grades = ["", t("remind.grades")] if reminder.items else []
    return "\n".join([*head, *_body(reminder, today), *grades, "", _signed(known, office, today), ""])


def attention(reminders: Iterable[Reminder], known: Mapping[str, Agency], today: date) -> str | None:
    """What was reminded of three times or more, for the office's leader, in directory order; None if nothing was."""
    found = [(reminder.agency, [item for item in reminder.items if item.rung == reminding.OFFICE]) for reminder in reminders]
    lines = [f"{_agency(known, agency)}  {line}" for agency, items in found for line in _lines(items, told=False)]
    count = sum(len(items) for _, items in found)
    return "\n".join([t("remind.attention_head", day=today, count=count), *lines]) if lines else None


def _agency(known: Mapping[str, Agency], code: str | None) -> str:
    return content(known[code].called(language())) if code in known else str(code or "")


def _body(reminder: Reminder, today: date) -> list[str]:
    lines = [t("remind.opening", day=today, count=len(reminder.items))] if reminder.items else []
    for level in reminding.LEVELS:
        items = reminder.of(level)
        if items:
            lines.append(t(f"remind.level_{level}", count=len(items)))
            lines += [f"  {line}" for line in _lines(items, by=reminder.by)]
    if reminder.instructions:
        lines.append(t(reminder.heading, count=len(reminder.instructions)))
        lines += [f"  {Speech().instruction(each, today)}" for each in reminder.instructions]
    if reminder.by:
        lines.append(t("remind.by" if reminder.one_day else "remind.by_unless", day=reminder.by))
    if reminder.items:
        lines.append(Speech().how(reminder.items))
    return lines


def _lines(items: list[Item], told: bool = True, by: date | None = None) -> list[str]:
    return [
        t("remind.line", code=row.codes, title=row.title, what=row.what, nth=row.nth) for row in Speech().rows(items, told, by=by)
    ]


def _case(item: Item) -> tuple:
    """What deeds have in common that are told of together; what is behind is told of alone."""
    alone = item.code if item.cause == reminding.BEHIND else ""
    due = item.due_on if item.cause != reminding.SILENT or item.due_is_near else None
    return (item.commitment, item.cause, item.count, item.rung, item.by, item.asked_by, item.unheard, item.rejected, due, item.names, alone)


def _named_case(item: Item) -> tuple:
    return (item.title and item.code, *_case(item))


def spans(codes: Iterable[str]) -> list[str]:
    """Codes with runs written as `SCJG-1-1..62`, the way commands take them."""
    found: list[tuple[str, int, int]] = []
    for code in codes:
        stem, _, number = code.rpartition("-")
        if found and found[-1][0] == stem and found[-1][2] + 1 == int(number):
            found[-1] = (stem, found[-1][1], int(number))
        else:
            found.append((stem, int(number), int(number)))
    return [f"{stem}-{first}" if first == last else f"{stem}-{first}..{last}" for stem, first, last in found]


def _signed(known: Mapping[str, Agency], office: str | None, today: date) -> str:
    return f"{_agency(known, office)}  {today}".strip()
