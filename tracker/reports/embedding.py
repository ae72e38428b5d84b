"""Shortcuts through the embedding of faces; they belong to `shortcuts`, which takes and puts them back.

A face is cut down to the glyphs that were shown. The library that does it lets
other threads run, so all faces of a document are cut at the same time.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial


def shortcuts() -> list[tuple[object, str, Callable]]:
    """As those of `shortcuts`, for one document."""
    from weasyprint import pdf
    from weasyprint.pdf.fonts import Font

    clean, cut = _read_where_needed(Font.clean), {}
    return [
        (Font, "__init__", _unread),
        (Font, "clean", lambda original: _cut_before(cut, clean)),
        (pdf, "build_fonts_dictionary", partial(_all_at_once, cut, clean)),
    ]


def _unread(original):
    """The file of a face is not copied to make a subset of it: some have twenty megabytes."""
    from weasyprint.pdf import fonts

    def __init__(font, *given):
        read, fonts.get_hb_object_data = fonts.get_hb_object_data, lambda face: None
        try:
            original(font, *given)
        finally:
            fonts.get_hb_object_data = read
        if font.bitmap:
            font.file_content = read(font.hb_face)

    return __init__


def _read_where_needed(original):
    """A face of which nothing was shown has no subset."""
    from weasyprint.pdf.fonts import get_hb_object_data

    def clean(font, to_unicode, hinting):
        if not to_unicode:
            font.file_content = get_hb_object_data(font.hb_face)
        original(font, to_unicode, hinting)

    return clean


def _all_at_once(cut: dict[int, Future], clean: Callable, original):
    def build(pdf, fonts, compress, subset, options):
        shown = {}
        for font in fonts.values():
            shown.setdefault(font.hash, (font, {}))[1].update(font.to_unicode)
        alone = [(font, glyphs) for font, glyphs in shown.values() if subset and not font.used_in_forms and not font.bitmap]
        with ThreadPoolExecutor() as pool:
            cut.update((id(font), pool.submit(clean, font, glyphs, options["hinting"])) for font, glyphs in alone)
        return original(pdf, fonts, compress, subset, options)

    return build


def _cut_before(cut: dict[int, Future], otherwise: Callable):
    """A face that was cut down before its turn came is not cut again; what went wrong is raised in its turn."""

    def clean(font, to_unicode, hinting):
        done = cut.pop(id(font), None)
        return done.result() if done else otherwise(font, to_unicode, hinting)

    return clean
