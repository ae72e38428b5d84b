"""Shortcuts through WeasyPrint: the same pages for half of the work.

A ledger of a thousand deeds is thirteen thousand cells, and most of them say
what another cell of their column says. While a report is drawn, `taken()` puts
a few functions of the renderer behind shorter ones, and puts them back. Each
knows one plain case and leaves every other to the function that it stands
before; a test draws reports with and without, and compares the pages. Another
major version of WeasyPrint is left alone: slower, never wrong.
"""

from __future__ import annotations

import contextlib
import copy
import zlib
from collections.abc import Callable, Iterator

KNOWN = "70."
"""The version whose functions these stand before."""

REPEATED = 60
"""A cell of more characters is hardly said twice, and not worth the keeping."""

UNUSED = {"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
"""Pseudo-elements that the renderer's own stylesheet gives every element of a page: footnotes, which no report has, and the marks of lists, which come
out the same without."""


@contextlib.contextmanager
def taken() -> Iterator[None]:
    """Draw one document by the shortcuts."""
    import weasyprint

    kept = []
    try:
        for owner, name, shorter in _shortcuts() if weasyprint.__version__.startswith(KNOWN) else ():
            kept.append((owner, name, owner.__dict__[name]))
            setattr(owner, name, shorter(kept[-1][2]))
        yield
    finally:
        for owner, name, original in reversed(kept):
            setattr(owner, name, original)


def _shortcuts() -> list[tuple[object, str, Callable]]:
    import pydyf
    import weasyprint
    from weasyprint import draw
    from weasyprint.layout import block
    from weasyprint.text.line_break import Layout

    return [
        (weasyprint.HTML, "_ua_stylesheets", _without_unused),
        (block, "block_container_layout", _repeated_cells),
        (Layout, "deactivate", _kept_line),
        (Layout, "reactivate", _line_as_it_is),
        (draw, "draw_border", _single_line),
        (pydyf.PDF, "page_references", _looked_up),
        (pydyf, "zlib", _quicker_compression),
    ]


def _without_unused(original):
    """The renderer's stylesheet makes six styles beside that of every element: a quarter of the memory, for nothing."""

    def sheets(html, forms=False):
        found = [copy.copy(sheet) for sheet in original(html, forms)]
        for sheet in found:
            sheet.matcher = copy.copy(sheet.matcher)
            sheet.matcher.other_selectors = [entry for entry in sheet.matcher.other_selectors if entry[3] not in UNUSED]
        return found

    return sheets


def _repeated_cells(original):
    """A cell that was laid out before, in the same column and with the same words, is moved to its place."""
    from weasyprint.formatting_structure import boxes

    cells = {}

    def layout(context, box, bottom_space, skip_stack, *rest, **named):
        words = _words(box, boxes) if type(box) is boxes.TableCellBox and skip_stack is None else None
        if words is None:
            return original(context, box, bottom_space, skip_stack, *rest, **named)
        # The styles are kept with the cells, so that no other has the place in memory that stands for it here.
        key = id(box.style), box.grid_x, box.colspan, box.rowspan, box.width, words
        if key in cells:
            cell, page = cells[key]
            if not context.overflows_page(bottom_space, box.position_y + cell.border_height()):
                moved = _copied(cell)
                moved.element = box.element
                moved.translate(box.position_x - cell.position_x, box.position_y - cell.position_y)
                return moved, None, {"break": "any", "page": page}, [], False, None
        laid_out, resume_at, next_page, *others = original(context, box, bottom_space, skip_stack, *rest, **named)
        if laid_out is not None and resume_at is None:
            # What is returned is changed by its row; what is kept must not be.
            cells[key] = _copied(laid_out), next_page["page"]
        return laid_out, resume_at, next_page, *others

    return layout


def _words(cell, boxes) -> tuple | None:
    """The words of a cell with their styles; None unless it is short and nothing but words, without links or targets."""
    if len(cell.children) > 1 or cell.first_letter_style or cell.first_line_style or cell.element.get("id"):
        return None
    if not cell.children:
        return ()
    if type(cell.children[0]) is not boxes.LineBox:
        return None
    words, length = [], 0
    for part in cell.children[0].children:
        if type(part) is boxes.InlineBox and len(part.children) == 1 and set(part.element.keys()) <= {"class"}:
            words.append(id(part.style))
            part = part.children[0]
        if type(part) is not boxes.TextBox:
            return None
        words.append(part.text)
        length += len(part.text)
    return tuple(words) if length <= REPEATED else None


def _copied(box):
    copied = box.copy()
    copied.children = [_copied(child) for child in box.children]
    return copied


def _kept_line(original):
    """A line is set when it is laid out, and would be set once more to be drawn: it is kept instead (17 MB a thousand rows)."""
    return lambda layout: None


def _line_as_it_is(original):
    def reactivate(layout, style):
        if layout.justification_spacing:  # known only after the line was set
            original(layout, style)

    return reactivate


def _single_line(original):
    """The line below a cell, its only border, as one rectangle instead of a path clipped by another."""
    from weasyprint.draw.color import get_color

    def draw_border(stream, box):
        style, width = box.style, box.border_bottom_width
        plain = (
            width
            and not (box.border_top_width or box.border_left_width or box.border_right_width)
            and style["border_bottom_style"] == "solid"
            and style["border_image_source"][0] == "none"
            and style["visibility"] == "visible"
            and style["column_width"] == style["column_count"] == "auto"
            and not any(box.border_bottom_left_radius + box.border_bottom_right_radius)
        )
        if not plain:
            return original(stream, box)
        with stream.artifact(), stream.stacked():
            stream.set_color(get_color(style, "border_bottom_color"))
            stream.rectangle(box.border_box_x(), box.border_box_y() + box.border_height() - width, box.border_width(), width)
            stream.fill()

    return draw_border


def _looked_up(original):
    """The tags ask for one page at a time, and would be given a new list of all of them: pages times rows."""

    class References:
        def __init__(self, pdf):
            self._kids = pdf.pages["Kids"]

        def __getitem__(self, page: int) -> bytes:
            return f"{self._kids[3 * page]} 0 R".encode()

    return property(References)


def _quicker_compression(original):
    """Level 6 takes a third of the time of level 9; a file grows by a fortieth."""

    class Level6:
        compress = original.compress

        @staticmethod
        def compressobj(level):
            return zlib.compressobj(level=min(level, 6))

    return Level6
