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
import io
import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

from tracker.reports import breaking, defaults, embedding, halving, painting, serialising

KNOWN = "70."
"""The version whose functions these stand before."""

REPEATED = 60
"""A cell of more characters is hardly said twice, and not worth the keeping."""

@contextlib.contextmanager
def taken(ours: bool = False) -> Iterator[None]:
    """Draw one document by the rules for the ends of lines and by the shortcuts; `ours` says that the program's own templates made it."""
    import weasyprint

    kept = []
    try:
        for owner, name, shorter in [*breaking.rules(), *(_shortcuts(ours) if weasyprint.__version__.startswith(KNOWN) else ())]:
            kept.append((owner, name, owner.__dict__[name]))
            setattr(owner, name, shorter(kept[-1][2]))
        yield
    finally:
        for owner, name, original in reversed(kept):
            setattr(owner, name, original)


def _shortcuts(ours: bool) -> list[tuple[object, str, Callable]]:
    import tinyhtml5
    from weasyprint import css, document
    from weasyprint.css import StyleFor
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import background, block, inline, table
    from weasyprint.text import line_break

    return [
        *([(tinyhtml5, "parse", _well_formed), (css, "find_stylesheets", _in_the_head), (document, "get_html_metadata", _of_the_head)] if ours else []),
        *defaults.shortcuts(ours),
        (StyleFor, "set_computed_styles", _shared_styles),
        (block, "block_container_layout", _repeated_cells),
        (background, "layout_box_backgrounds", _plain_backgrounds),
        (Box, "is_in_normal_flow", _flow_of_a_style),
        (line_break.Layout, "setup", _context_of_a_style),
        (line_break.Layout, "set_text", _shaped_once),
        (line_break.Layout, "deactivate", _kept_line),
        (line_break.Layout, "reactivate", _line_as_it_is),
        (line_break, "get_font_description", _once_a_style),
        *((module, "strut", _once_a_style) for module in (inline, line_break)),
        *((module, "resolve_percentages", _measured_once) for module in (block, inline, table)),
        *painting.shortcuts(),
        *embedding.shortcuts(),
        (document, "generate_pdf", halving.painted_by_two),
        *serialising.shortcuts(),
    ]


VOID = re.compile(r"<(br|col|hr|img|link|meta)\b([^<>]*)>")


def _well_formed(original):
    """Our pages are XML but for their empty elements, and need no parser that forgives: one in Python takes thirty times as long."""

    def parse(file, **named):
        html = file.read()
        try:
            return ElementTree.fromstring(VOID.sub(r"<\1\2/>", html))
        except ElementTree.ParseError:
            return original(io.StringIO(html), **named)

    return parse


def _in_the_head(original):
    """Our stylesheets are named in the head, a small part of a page."""
    return lambda root, *rest: original(next(root.iter_children(), root), *rest)


def _of_the_head(original):
    """So are title, author and dates."""

    def metadata(html):
        head = copy.copy(html)
        head.wrapper_element = next(html.wrapper_element.iter_children(), html.wrapper_element)
        return original(head)

    return metadata


def _shared_styles(original):
    """Elements that the same rules apply to share a style; so do, here, the parts of pages and what stands before and after elements."""
    known = {}

    def set_computed_styles(styles, element, parent, *, pseudo_type=None, **named):
        if pseudo_type is None and (parent is None or ElementTree.iselement(element)):
            return original(styles, element, parent, pseudo_type=pseudo_type, **named)
        computed = styles.get_computed_styles()
        rules = styles.get_cascaded_styles().get((element, pseudo_type), {})
        # The style keeps that which it stands within and its rules, so that no others have their places in memory.
        key = pseudo_type, id(computed[parent, None]), tuple((name, id(value), *weight[:2], *weight[2]) for name, (value, weight) in rules.items())
        if key not in known:
            original(styles, element, parent, pseudo_type=pseudo_type, **named)
            known[key] = computed[element, pseudo_type]
        computed[element, pseudo_type] = known[key]

    return set_computed_styles


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


def _flow_of_a_style(original):
    """Whether a box is in the flow, asked of each ten times."""
    known = {}

    def is_in_normal_flow(box):
        style = box.style
        if id(style) not in known:
            known[id(style)] = style, original(box)
        return known[id(style)][1]

    return is_in_normal_flow


def _context_of_a_style(original):
    """What Pango is told of a style, it is told once, unless there is more to tell than language and face."""
    from weasyprint.text.constants import PANGO_DIRECTION
    from weasyprint.text.ffi import ffi, gobject, pango
    from weasyprint.text.fonts import get_font_description

    known = {}

    def context_of(style, layout):
        if layout.ascent is not None or not style["lang"] or pango.pango_layout_get_attributes(layout.layout) != ffi.NULL:
            return None
        context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(context, False)
        pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
        pango.pango_context_set_language(context, layout.language)
        return context

    def setup(layout, style):
        if id(style) not in known:
            original(layout, style)
            known[id(style)] = style, context_of(style, layout), layout.language, get_font_description(style)
            return
        _, context, language, face = known[id(style)]
        if context is None:
            original(layout, style)
            return
        layout.style, layout.language, layout.first_line_direction = style, language, 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, face)

    return setup


def _shaped_once(original):
    """To be drawn, a line is made a paragraph of its own, and Pango would set it once more: it is one from the beginning."""
    from weasyprint.text.ffi import pango

    def set_text(layout, text, *rest, **named):
        original(layout, text, *rest, **named)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, "\n" not in layout.text)

    return set_text


def _kept_line(original):
    """A line is set when it is laid out, and would be set once more to be drawn: it is kept instead (17 MB a thousand rows)."""
    return lambda layout: None


def _line_as_it_is(original):
    def reactivate(layout, style):
        if layout.justification_spacing:  # known only after the line was set
            original(layout, style)

    return reactivate


def _once_a_style(original):
    """What depends on a style alone. The styles are kept, so that no other has the place in memory that stands for one here."""
    known = {}

    def found(style):
        if id(style) not in known:
            known[id(style)] = style, original(style)
        return known[id(style)][1]

    return found


MEASURES = [
    *(f"{what}_{side}" for what in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    *(f"border_{side}_width" for side in ("top", "right", "bottom", "left")),
    *(f"{most}{way}" for most in ("", "min_", "max_") for way in ("width", "height")),
]  # fmt: skip


def _measured_once(original):
    """Boxes of one style in containers of one size have the same measures."""
    known = {}

    def resolve(box, containing_block):
        size = containing_block if isinstance(containing_block, tuple) else (containing_block.width, containing_block.height)
        key = id(box.style), size
        if key in known:
            box.__dict__.update(known[key][1])
            return
        original(box, containing_block)
        if box.style["border_collapse"] != "collapse":  # else its borders may be another's
            known[key] = box.style, {name: getattr(box, name) for name in MEASURES}

    return resolve


def _plain_backgrounds(original):
    """Most boxes have neither background nor round corners."""
    plain = {}
    corners = {f"border_{side}_radius": (0, 0) for side in ("top_left", "top_right", "bottom_right", "bottom_left")}
    nothing = {"background": None, **corners}

    def layout_box_backgrounds(page, box, *rest, **named):
        if id(box.style) not in plain or named or len(rest) > 1 or box is page:
            original(page, box, *rest, **named)
            square = all((0, "px") in box.style[corner] for corner in corners)
            if square and box.background is None and box.style["border_image_source"][0] == box.style["mask_border_source"][0] == "none":
                plain[id(box.style)] = box.style
            return
        for name, value in nothing.items():
            setattr(box, name, value)
        for child in box.all_children():
            layout_box_backgrounds(page, child, *rest)

    return layout_box_backgrounds
