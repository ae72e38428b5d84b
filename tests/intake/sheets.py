"""Forms to try: handed out once, changed in ways that people and programs change them."""

from __future__ import annotations

import io
import uuid
import warnings
import zipfile
from pathlib import Path

import openpyxl
from sqlalchemy import func, select

from tracker.i18n import Catalogue
from tracker.intake.columns import COLUMNS
from tracker.models import blob, entry

CHINESE = Catalogue("zh-CN")
CODE = "JYT-1-2"
"""A named deed; stands in row 3 of the form of its agency."""


def column(key: str) -> int:
    """The place of a column as it is handed out, from 1."""
    return [each.key for each in COLUMNS].index(key) + 1


class Sheet:
    """The ledger of a form, to be changed cell by cell and saved again."""

    def __init__(self, source: Path | bytes):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl drops; no matter here
            self.book = openpyxl.load_workbook(io.BytesIO(source) if isinstance(source, bytes) else source)
        self.ledger = self.book.worksheets[-1]

    def row(self, code: str) -> int:
        return next(cell.row for cell in self.ledger["B"] if cell.value == code)

    def cell(self, code: str, key: str):
        return self.ledger.cell(self.row(code), column(key))

    def set(self, deed: str, number_format: str | None = None, **values) -> Sheet:
        """Set cells of a deed's row; a number in a text cell keeps the cell's format unless one is given."""
        for key, value in values.items():
            cell = self.cell(deed, key)
            cell.value = value
            if isinstance(value, str) and cell.data_type == "f":
                cell.data_type = "s"  # typed as text
            if number_format:
                cell.number_format = number_format
        return self

    def save(self, path: Path) -> Path:
        self.book.properties.identifier = uuid.uuid4().hex  # no two savings are the same file, within one second either
        self.book.save(path)
        return path


def repacked(source: Path, target: Path, change) -> Path:
    """The archive with its parts changed: `change` takes and returns {name: bytes}."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in change(parts).items():
            archive.writestr(name, content)
    return target


def written(office) -> tuple[int, int]:
    """How many entries and kept files there are."""
    with office.books() as books:
        return (
            books.connection.scalar(select(func.count()).select_from(entry)),
            books.connection.scalar(select(func.count()).select_from(blob)),
        )


def handed_out(office, agency: str = "JYT", folder: str = "out", **who: str) -> Path:
    """The form of an agency, as it goes out now."""
    return Path(office("handout", "-o", folder, "--agency", agency, **who).out.strip())


def handin(office, path: Path, *words: str, **who: str) -> dict[str, int]:
    """Hand in a form: how many of its rows had which outcome."""
    [file] = office("handin", str(path), "--json", *words, **who).json["files"]
    return {outcome: count for outcome, count in file["counts"].items() if count}


def last(office, code: str = CODE) -> dict:
    """The last entry of a deed."""
    return office("log", code, "--json").json["entries"][-1]
