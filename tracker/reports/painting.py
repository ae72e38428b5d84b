"""Shortcuts through the painting of pages; they belong to `shortcuts`, which takes and puts them back."""

from __future__ import annotations

from collections.abc import Callable


def shortcuts() -> list[tuple[object, str, Callable]]:
    """As those of `shortcuts`, for one document."""
    from weasyprint import draw
    from weasyprint.pdf.stream import Stream

    return [
        (draw, "draw_border", _single_line),
        (Stream, "set_color", _converted_once),
    ]


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


def _converted_once(original):
    """A colour of the screen in the numbers of a PDF."""
    known = {}

    def set_color(stream, color, stroke=False):
        if stroke or color.space != "srgb":
            return original(stream, color, stroke)
        if id(color) not in known:
            *channels, alpha = color
            known[id(color)] = color, alpha, (color.space, *channels), color.to("srgb").coordinates
        _, alpha, now, numbers = known[id(color)]
        stream.set_alpha(alpha)
        if now != stream._current_color:
            stream._current_color = now
            stream.set_color_rgb(*numbers)

    return set_color
