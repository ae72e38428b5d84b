"""Reminders in words: a message to paste per agency, a 催办单 to file, and what goes before the office's leader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from tracker import reminding
from tracker.deeds.instructing import Instruction
from tracker.directory import Agency
from tracker.i18n import language, t
from tracker.reminding import Item, Reminder

SHAPES = {reminding.RED: "■", reminding.YELLOW: "◆", reminding.BLUE: "●"}
TOGETHER = 3
"""More deeds than this of one commitment and in the same case are told in one line."""


def message(reminder: Reminder, known: Mapping[str, Agency], office: str | None, today: date) -> str:
    """Plain text, ready to paste into a chat or a mail."""
    head = t("remind.message_head", agency=_agency(known, reminder.agency), to=_addressed(reminder))
    return "\n".join([head, *_body(reminder, today), _signed(known, office, today)])


def letter(reminder: Reminder, known: Mapping[str, Agency], office: str | None, today: date) -> str:
    """The 催办单 as a text file."""
    full = known[reminder.agency].full_name if language() != "en" else _agency(known, reminder.agency)
    head = [t("remind.letter_title"), "", t("remind.letter_to", agency=full, to=_addressed(reminder)), ""]
    return "\n".join([*head, *_body(reminder, today), "", _signed(known, office, today), ""])


def attention(reminders: Iterable[Reminder], known: Mapping[str, Agency], today: date) -> str | None:
    """What was reminded of three times or more, for the office's leader, in directory order; None if nothing was."""
    lines = [
        f"{_agency(known, reminder.agency)}  {line}"
        for reminder in reminders
        for line in _lines([item for item in reminder.items if item.rung == reminding.OFFICE], told=False)
    ]
    return "\n".join([t("remind.attention_head", day=today, count=len(lines)), *lines]) if lines else None


def _agency(known: Mapping[str, Agency], code: str | None) -> str:
    return known[code].called(language()) if code in known else str(code or "")


def _addressed(reminder: Reminder) -> str:
    """Who is to read it: every rung that an item goes to, with the names registered."""
    found: dict[str, list[str]] = {}
    for item in reminder.items:
        rung = reminding.LEADER if item.rung == reminding.OFFICE else item.rung
        names = found.setdefault(rung, [])
        names += [name for name in item.names if name not in names]
    parts = [
        t("remind.person", duty=t(f"words.duty_{rung}"), names=t("remind.and").join(found[rung])) if found[rung] else t(f"words.duty_{rung}")
        for rung in (reminding.LEADER, reminding.LIAISON)
        if rung in found
    ]  # fmt: skip
    return t("remind.to", who=t("remind.and").join(parts)) if parts else ""


def _body(reminder: Reminder, today: date) -> list[str]:
    lines = [t("remind.opening", day=today, count=len(reminder.items))] if reminder.items else []
    for level in reminding.LEVELS:
        items = reminder.of(level)
        if items:
            lines.append(t(f"remind.level_{level}", shape=SHAPES[level], count=len(items)))
            lines += [f"  {line}" for line in _lines(items)]
    if reminder.instructions:
        lines.append(t("remind.instructions", count=len(reminder.instructions)))
        lines += [f"  {_instruction(each, today)}" for each in reminder.instructions]
    if reminder.by:
        lines.append(t("remind.by", day=reminder.by))
    if reminder.items:
        code = reminder.items[0].code
        known = next((item.code for item in reminder.items if item.progress is not None), None)
        unchanged = t("remind.how_unchanged", code=known) if known else ""
        lines.append(t("remind.how", code=code) + unchanged + t("remind.how_reply", code=code))
    return lines


def _lines(items: list[Item], told: bool = True) -> list[str]:
    """One line a deed; many of one commitment in the same case in one. `told`: also who is to see to it."""
    lines = []
    for _, group in groupby(items, key=_case):
        alike = list(group)
        if len(alike) > TOGETHER:
            lines.append(_together(alike, told))
        else:
            lines += [
                t("remind.line", code=item.code, title=_title(item), what=_what(item), nth=_nth(item, told)) for item in alike
            ]
    return lines


def _case(item: Item) -> tuple:
    alone = item.code if item.cause == reminding.BEHIND else ""
    due = item.due_on if item.cause != reminding.SILENT else None
    return (item.commitment, item.cause, item.count, item.rung, item.by, due, item.names, alone)


def _together(items: list[Item], told: bool) -> str:
    first = items[0]
    unnamed = sum(item.title is None for item in items)
    of = t("remind.unnamed_of", count=unnamed) if unnamed else ""
    codes = "、".join(spans(item.code for item in items))
    return t(
        "remind.together", commitment=first.commitment_name, codes=codes, count=len(items), unnamed=of,
        what=_what(first, alone=False), nth=_nth(first, told),
    )  # fmt: skip


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


def _title(item: Item) -> str:
    return item.title or t("look.unnamed")


def _what(item: Item, alone: bool = True) -> str:
    """The cause with its figures, then what was last reported."""
    days = abs(item.days) if item.days is not None else 0
    what = t(f"remind.cause_{item.cause}", due=item.due_on, days=days, points=item.behind, round=item.round)
    if item.cause == reminding.SILENT:
        return what + (t("remind.closes", day=item.asked_by) if item.asked_by != item.by else "")
    if not alone:
        return what
    reported = t(f"words.status_{item.status}")
    if item.progress is not None:
        reported += f" {item.progress}%"
    return what + t("remind.sent_back" if item.sent_back else "remind.reported", what=reported)


def _nth(item: Item, told: bool) -> str:
    nth = t("remind.nth", count=item.count)
    if not told:
        return nth + t("remind.rung_liaison")
    return nth + (t("remind.repeated", day=item.asked_by) if item.repeated else t(f"remind.rung_{item.rung}"))


def _instruction(each: Instruction, today: date) -> str:
    said = each.entry.note or ""
    if each.entry.leader:
        said = t("inbox.said", leader=each.entry.leader, words=said)
    late = t("inbox.late" if each.late(today) else "inbox.open")
    return t("remind.instruction", number=each.number, what=said.replace("\n", " "), day=each.entry.by_on, late=late)


def _signed(known: Mapping[str, Agency], office: str | None, today: date) -> str:
    return f"{_agency(known, office)}  {today}".strip()
