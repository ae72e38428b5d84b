"""Sheets that come back: each row held against what it showed when it went out, then entered or refused.

All or nothing for a file: the first fault does not hide the others, and one is
enough for nothing to be written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker import access, database, entries, journal, sources
from tracker.collector import resting
from tracker.deeds import Books, Deed
from tracker.deeds.lookup import by_code, normalised, unknown
from tracker.errors import Conflict, DeedsError, RuleError
from tracker.i18n import Catalogue
from tracker.intake import cells, forms, guard, recalling
from tracker.intake.columns import LOCKED
from tracker.intake.forms import Marks
from tracker.intake.judging import SheetRow
from tracker.intake.tables import Cell, Content, Place, Problem, Table
from tracker.journal import Entry
from tracker.plaintext import line
from tracker.scripts import content

_SUGGESTED = 5  # wrong codes for which near ones are looked for
_COLUMN_OF = {
    "progress_range": "progress", "completed_is_100": "progress", "not_started_is_0": "progress",
    "hundred_is_completed": "progress", "blocked_needs_difficulty": "difficulty", "nothing_reported": "status", "move_impossible": "status",
    "move_breaks_next": "status", "closed_out": "status", "move_needs_approval": "remark",
    "reopening_needs_reason": "remark", "unnamed_not_completed": "title", "nothing_to_confirm": "unchanged", "confirm_rejected": "unchanged",
    **dict.fromkeys(("number_unreadable", "quantity_unit", "quantity_unit_lost", "quantity_not_counted", "quantity_disagrees", "quantity_short", "quantity_over", "quantity_reached"), "quantity"),
    "sheet_tick_and_change": "unchanged", "expected_past": "expected", "title_taken": "title", "sheet_title_twice": "title",
}  # fmt: skip
_COLUMN_OF_FIELD = {"note": "note", "difficulty": "difficulty", "ask": "ask", "title": "title", "reason": "remark", "approval": "remark"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be entered: its deed, its place, one of OUTCOMES, the entries it brings, and what held before."""

    code: str
    title: str | None
    place: Place
    outcome: str
    entries: tuple[Entry, ...]
    before: journal.State


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a file. With problems, or in a dry run, nothing was written.

    `unread` are headings of columns that are not ours.
    """

    file: str
    sha256: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]

    def count(self, outcome: str) -> int:
        return sum(row.outcome == outcome for row in self.rows)


@resting()
def hand_in(books: Books, content: Content, dry_run: bool = False) -> HandedIn:
    """Enter the rows of a sheet that was read, or say everything that is wrong with them.

    The file itself is kept, named by an entry of kind import before those of
    its rows. Raises NotAllowed for who reports nothing, whatever the sheet says.
    """
    access.require_some(books.actor, "report")
    upload = content.upload
    digest = hashlib.sha256(upload.content).hexdigest()
    judge = _Judge(books, bool(recalling.accepted(books.connection, sha256=digest)))
    # Under headings that are wrong every row would be.
    rows, problems = ((), content.problems) if content.problems else judge.all(content.tables)
    unread = tuple(dict.fromkeys(text for table in content.tables for text in table.others))
    drafts = [draft for row in rows for draft in row.entries if not draft.number]
    if drafts and not problems and not dry_run:
        rows = _written(books, upload, judge, drafts)
    return HandedIn(upload.name, digest, tuple(rows), tuple(problems), unread)


def _written(books: Books, upload: guard.Upload, judge: _Judge, drafts: list[Entry]) -> Iterator[Row]:
    digest = sources.keep(books.connection, upload.content, guard.MEDIA[upload.kind])
    name = line(upload.name, "evidence") or "–"
    kept = books.draft(journal.IMPORT, note=recalling.label(name, digest), evidence=((digest, name),))
    ids = {code: deed.id for code, deed in judge.deeds.items()}
    journals = {code: deed.entries for code, deed in judge.deeds.items()}
    made = iter(books.write([kept, *drafts], ids, journals)[1:])
    for row in judge.rows:
        yield replace(row, entries=tuple(each if each.number else next(made) for each in row.entries))


class _Judge:
    """Holds the rows of one file against the books; `accepted` if it was handed in before."""

    def __init__(self, books: Books, accepted: bool):
        self.books, self.accepted = books, accepted
        self.marks = Marks(database.marks(books.connection)["uid"])
        self.head = entries.head(books.connection).number
        self.names: dict[str, dict[str, str]] = {}
        self.deeds: dict[str, Deed] = {}
        self.rows: list[Row] = []
        self.titles: set[tuple[int, str | None]] = set()
        self.problems: list[Problem] = []

    def all(self, found: Sequence[Table]) -> tuple[list[Row], list[Problem]]:
        wanted = {normalised(str(row["code"].value)) for table in found for _, row in table.rows if "code" in row}
        self.deeds = by_code(self.books.connection, wanted)
        seen: dict[str, Place] = {}
        strange, done, total = 0, 0, sum(len(table.rows) for table in found)
        for table in found:
            for number, row in table.rows:
                done += 1
                self.books.tell(done, total)
                place = table.place(number)
                try:
                    code = self._code(row, place, seen)
                    if code not in self.deeds:
                        strange += 1
                        raise unknown(self.books.connection, code, suggest=strange <= _SUGGESTED)
                except DeedsError as error:
                    self.problems.append(Problem(place, error))
                    continue
                self._row(table, number, row, self.deeds[code])
        return self.rows, self.problems

    def _code(self, row: dict[str, Cell], place: Place, seen: dict[str, Place]) -> str:
        if "code" not in row:
            raise RuleError("sheet_row_no_code")
        code = normalised(cells.short(row["code"], "code") or "")
        if code in seen:
            raise RuleError("sheet_twice", deed=code, place=seen[code])
        seen[code] = place
        return code

    def _row(self, table: Table, number: int, row: dict[str, Cell], deed: Deed) -> None:
        title, said, wrong = cells.filled(row)
        try:
            ticked = cells.tick(row.get("unchanged"))
        except DeedsError as error:
            wrong["unchanged"] = error
        mark = str(row["mark"].value).strip().lower() if "mark" in row else None
        position = self.marks.read(deed.code, mark) if mark else None
        if position is None or position > self.head:
            wrong["mark" if mark else "code"] = RuleError(
                "sheet_mark_wrong" if mark else "sheet_mark_missing", deed=deed.code
            )
        else:
            now = deed.state
            then = now if now.last_number <= position else journal.fold(deed.entries, known_at=position)
            wrong |= self._locked(table, row, then, deed.code)
            said = forms.kept(said, forms.shown(then), table.language)
            if title and then.title and title == content(then.title.title, table.language):
                title = then.title.title
            if not wrong:
                try:
                    outcome, drafts = SheetRow(self.books, deed, mark, then, title, said, ticked, self.accepted).judged()
                    self._check_titles(deed, drafts)
                    self.rows.append(Row(deed.code, forms.title(now) or title, table.place(number), outcome, drafts, now))
                except DeedsError as error:
                    wrong[_column(error)] = _for_a_sheet(error)
                    if isinstance(error, Conflict):
                        wrong |= self._besides(deed, mark, title, forms.touched(said, then, now), ticked)
        self.problems += [Problem(table.place(number, key), error) for key, error in wrong.items()]

    def _besides(self, deed: Deed, mark: str, title: str | None, said: forms.Filled, ticked: bool) -> dict[str, DeedsError]:
        """What would be wrong with a row also if it had gone out just now."""
        try:
            SheetRow(self.books, deed, mark, deed.state, title, said, ticked).judged()
        except DeedsError as error:
            return {_column(error): _for_a_sheet(error)}
        return {}

    def _check_titles(self, deed: Deed, drafts: Sequence[Entry]) -> None:
        """Two rows of one commitment do not bring the same name."""
        for draft in drafts:
            if draft.kind == journal.TITLE:
                if (deed.commitment_id, draft.title) in self.titles:
                    raise RuleError("sheet_title_twice", title=draft.title)
                self.titles.add((deed.commitment_id, draft.title))

    def _locked(self, table: Table, row: dict[str, Cell], then: journal.State, deed: str) -> dict[str, DeedsError]:
        """The cells that had to come back as they went out and did not; those of a missing column are passed over."""
        if table.language not in self.names:
            self.names[table.language] = {
                code: agency.called(table.language) for code, agency in self.books.agencies.items()
            }
        went_out = forms.planned(then, self.names[table.language], Catalogue(table.language))
        open_ = {"title"} if then.title is None else set()
        return {
            key: RuleError(
                "sheet_title_locked" if key == "title" else "sheet_locked",
                value=went_out[key] if went_out[key] is not None else "–", deed=deed,
            )
            for key in LOCKED
            if key in table.columns and key not in open_ and not _same(row.get(key), went_out[key], table.language)
        }  # fmt: skip


def _column(error: DeedsError) -> str:
    """The column that an error of the books is about."""
    name = error.key.removeprefix("errors.")
    if name.startswith("standing_"):
        return "quantity"
    if name == "text_too_long":
        return _COLUMN_OF_FIELD.get(error.values["what"], "code")
    return _COLUMN_OF.get(name, "code")


def _for_a_sheet(error: DeedsError) -> DeedsError:
    """Where the command line would take an option, a sheet has its remark column."""
    name = error.key.removeprefix("errors.")
    if name.startswith("standing_"):
        return RuleError("sheet_quantity_stale", **error.values)
    if name in ("move_needs_approval", "reopening_needs_reason", "blocked_needs_difficulty"):
        return RuleError(f"sheet_{name}", **error.values)
    return error


def _same(cell: Cell | None, value: str | date | None, language: str) -> bool:
    """Whether a locked cell still says what went out, in the script of the books or of the form's language."""
    if cell is None or value is None:
        return cell is None and value is None
    try:
        if isinstance(value, date):
            return cells.day(cell) == value
        return cell.value == value or cells.long(cell, "note") in (cells.long(Cell(text), "note") for text in (value, content(value, language)))
    except DeedsError:
        return False
