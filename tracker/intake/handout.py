"""The sheets that go out: one workbook for each agency, its present values filled in."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select

from tracker import access, database, entries, lifecycle, rounds, views
from tracker.collector import resting
from tracker.deeds import Books, Deed
from tracker.deeds.lookup import many
from tracker.errors import NotAllowed
from tracker.i18n import Catalogue
from tracker.intake.columns import COLUMNS, Column
from tracker.intake.forms import CONTENT, Marks, planned, shown
from tracker.models import current
from tracker.scripts import content
from tracker.shapes import SHAPES

GUIDE_LINES = 10
_PAINT = {"solid_blue": "#1F4E9E", "hollow_blue": "#2E75B6", "green": "#2E7D32", "yellow": "#B26A00", "red": "#C00000", "grey": "#7F7F7F", "none": "#7F7F7F"}  # fmt: skip
_LOCKED, _HEAD, _HEAD_FILLED = "#F2F2F2", "#D9D9D9", "#DDEBF7"
_FONT = "宋体"
_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


@dataclass(frozen=True, slots=True)
class Form:
    """One workbook: for whom, under which number and file name, how many deeds, and its bytes.

    The number is the agency and the journal position that it shows; handing
    out again at the same position gives the same form and the same bytes.
    """

    agency: str
    number: str
    file: str
    deeds: int
    content: bytes


def agencies_with_deeds(books: Books) -> list[str]:
    """Codes of the agencies that lead any deed, in directory order."""
    leads = set(books.connection.scalars(select(current.c.lead).where(current.c.dropped.is_(False)).distinct()))
    return [code for code in books.agencies if code in leads]


@resting()
def hand_out(books: Books, agency: str, catalogue: Catalogue) -> Form:
    """The workbook of an agency in the language of a catalogue. Raises NotAllowed."""
    if not access.may(books.actor, "handout", agency):
        if access.reach(books.actor, "handout") == access.OWN:
            raise NotAllowed("form_of_another", agency=agency)
        access.require(books.actor, "handout", agency, agency)
    ids = books.connection.scalars(
        select(current.c.deed_id).where(current.c.lead == agency, current.c.dropped.is_(False))
    )
    deeds = many(books.connection, ids)
    head = entries.head(books.connection)
    known = books.agencies[agency]
    number = f"{agency}-{head.number}"
    name = content(known.called(catalogue.language), catalogue.language)
    made = _Writer(books, catalogue, number, head).workbook(name, deeds)
    return Form(agency, number, _UNFIT.sub("_", f"{agency}_{name}.xlsx"), len(deeds), made)


class _Writer:
    """Writes one workbook; every text goes in as text, so that none becomes a formula."""

    def __init__(self, books: Books, catalogue: Catalogue, number: str, head: entries.Head):
        marks = database.marks(books.connection)
        self.books, self.t, self.number, self.head = books, catalogue, number, head
        self.marks = Marks(marks["uid"])
        self.simulated = "simulated" in marks
        self.names = {code: agency.called(catalogue.language) for code, agency in books.agencies.items()}
        self.since = views.silent_before(books.connection, books.now.today)

    def workbook(self, agency: str, deeds: Sequence[Deed]) -> bytes:
        from xlsxwriter import Workbook

        buffer = io.BytesIO()
        book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        # The moment of the last entry, not of this run: the same state of the books gives the same bytes.
        book.set_properties({"title": self.number, "created": self.head.recorded_at or datetime(2000, 1, 1)})
        self._guide(book, agency, len(deeds))
        self._ledger(book, deeds)
        book.close()
        return buffer.getvalue()

    def _guide(self, book, agency: str, count: int) -> None:
        sheet = book.add_worksheet(self.t("intake.sheet_guide"))
        heading = book.add_format({"bold": True, "font_size": 16, "font_name": _FONT})
        plain = book.add_format({"text_wrap": True, "valign": "top", "font_name": _FONT, "font_size": 11})
        sheet.set_column(0, 0, 90)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        lines = [self.t("intake.guide_title", agency=agency)]
        if self.simulated:
            lines.append(self.t("intake.guide_simulated"))
        lines.append(self.t("intake.guide_form", number=self.number, day=self.books.now.today, count=count))
        if asked := rounds.open_now(self.books.connection):
            lines.append(self.t("intake.guide_round", round=asked.key, by=asked.closes_on))
        lines += [f"{n}. " + self.t(f"intake.guide_{n}") for n in range(1, GUIDE_LINES + 1)]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, plain if row else heading)
        sheet.protect()

    def _ledger(self, book, deeds: Sequence[Deed]) -> None:
        sheet = book.add_worksheet(self.t("intake.sheet_ledger"))
        formats = _Formats(book)
        for place, column in enumerate(COLUMNS):
            hidden = {"hidden": True} if column.key == "mark" else {}
            sheet.set_column(place, place, column.width, None, hidden)
            sheet.write_string(0, place, self.t(f"intake.column_{column.key}"), formats.heading(column))
        for row, deed in enumerate(deeds, 1):
            self._row(sheet, formats, row, deed)
        self._checks(book, sheet, len(deeds))
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, max(len(deeds), 1), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3: seventeen columns that are read
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C&P / &N")
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        sheet.activate()

    def _row(self, sheet, formats: _Formats, row: int, deed: Deed) -> None:
        state = deed.state
        filled = shown(state)
        values = {
            "serial": row,
            "code": deed.code,
            "light": self._light(deed),
            "mark": self.marks.make(deed.code, self.head.number),
            "note": filled.note,
            "difficulty": filled.difficulty,
            "ask": filled.ask,
            "expected": filled.expected,
            "remark": filled.remark,
            "status": self.t(f"words.status_{filled.status}") if filled.status else None,
            "progress": filled.progress,
            "quantity": filled.quantity,
            **planned(state, self.names, self.t),
        }
        closed, unnamed = state.closed_out, state.title is None
        for place, column in enumerate(COLUMNS):
            value = values.get(column.key)
            how = formats.cell(column, not closed and (column.filled or (unnamed and column.key == "title")))
            if value is None:
                sheet.write_blank(row, place, None, how)
            elif isinstance(value, date):
                sheet.write_datetime(row, place, value, how)
            elif isinstance(value, int):
                sheet.write_number(row, place, value / 100 if column.kind == "percent" else value, how)
            elif isinstance(value, Decimal) and Decimal(str(float(value))) == value:
                sheet.write_number(row, place, float(value), how)
            else:  # a text, or a number that a spreadsheet would round
                sheet.write_string(row, place, content(value, self.t.language) if column.key in CONTENT else str(value), how)

    def _light(self, deed: Deed) -> str:
        state = deed.state
        silent = self.since is not None and deed.tracked_from <= self.since[1]
        silent = silent and (state.handed_in_on is None or state.handed_in_on < self.since[0])
        colour = lifecycle.light(state.rating, self.books.now.today, silent).colour
        return f"{SHAPES[colour]} {self.t(f'words.colour_{colour}')}"

    def _checks(self, book, sheet, count: int) -> None:
        """What may be typed into the open cells, and the colours of the lights."""
        last = max(count, 1)
        place = {column.key: number for number, column in enumerate(COLUMNS)}

        def check(key: str, rule: dict) -> None:
            words = {"error_title": self.t("intake.check_title"), "error_message": self.t(f"intake.check_{key}")}
            sheet.data_validation(1, place[key], last, place[key], {**rule, **words})

        statuses = [self.t(f"words.status_{code}") for code in lifecycle.STATUSES]
        check("status", {"validate": "list", "source": statuses})
        check("progress", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1})
        hint = {"input_title": self.t("intake.column_quantity"), "input_message": self.t("intake.hint_quantity")}
        check("quantity", {"validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning", **hint})
        check("expected", {"validate": "date", "criteria": "between", "minimum": date(2000, 1, 1), "maximum": date(2099, 12, 31)})  # fmt: skip
        check("unchanged", {"validate": "list", "source": [self.t("words.yes")]})
        for colour, paint in _PAINT.items():
            rule = {
                "type": "text",
                "criteria": "begins with",
                "value": SHAPES[colour],
                "format": book.add_format({"font_color": paint, "bold": True}),
            }
            sheet.conditional_format(1, place["light"], last, place["light"], rule)


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book):
        self.book, self.made = book, {}

    def heading(self, column: Column):
        ground = _HEAD_FILLED if column.filled else _HEAD
        return self._made(
            ("heading", ground), {"bold": True, "bg_color": ground, "align": "center", "valign": "vcenter"}
        )

    def cell(self, column: Column, open_: bool):
        if (made := self.made.get((column.kind, open_))) is not None:
            return made
        number = {"text": "@", "choice": "@", "number": "0", "amount": "General", "percent": "0%", "day": "yyyy-mm-dd"}[column.kind]
        how = {"num_format": number, "locked": not open_, "valign": "top"}
        return self._made((column.kind, open_), how if open_ else {**how, "bg_color": _LOCKED})

    def _made(self, key: tuple, how: dict):
        if key not in self.made:
            common = {"border": 1, "text_wrap": True, "font_name": _FONT, "font_size": 11}
            self.made[key] = self.book.add_format({**common, **how})
        return self.made[key]
