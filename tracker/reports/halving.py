"""The second half of a document's pages is painted by a copy of this process; a shortcut of `shortcuts`, where there is a processor for it.

The copy is made once all pages are laid out, and gives what it painted page by
page. The other half is painted here meanwhile, and what the copy gave is taken
over in the order of the pages, so that the file has the same bytes as if they
had all been painted here. A page that needed more than faces that are known by
then (a picture, a see-through group, a face of its own) is painted here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from tracker import sharing

FEW = 8
"""With fewer pages the copy would take longer than it spares."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """A page as bytes. `marked` are the tags of its boxes, which have the same places in memory here and there; `faces` what it
    was the first of the copy's pages to show: text and width of glyphs."""

    content: bytes
    marked: list[tuple[int, str]]
    states: dict[str, Any]
    faces: dict[int, tuple[dict[int, str], dict[int, float]]]


def painted_by_two(original: Callable) -> Callable:
    from weasyprint.document import Page

    def generate_pdf(document, target, zoom, **options):
        pages = document.pages[len(document.pages) // 2 :]
        if len(document.pages) < FEW or any(any(page.bleed.values()) for page in pages) or not sharing.two_can_work():
            return original(document, target, zoom, **options)
        paint, ready = Page.paint, {}
        with sharing.meanwhile(partial(_painted, document, pages, 0.75 * zoom)) as there:

            def taken_or_painted(page, stream, scale):
                if page is pages[0]:
                    ready.update(zip(map(id, pages), there(list), strict=False))
                if not _taken(ready.get(id(page)), document.fonts, stream):
                    paint(page, stream, scale)

            Page.paint = taken_or_painted
            try:
                return original(document, target, zoom, **options)
            finally:
                Page.paint = paint

    return generate_pdf


class _Unusual(logging.Handler):
    """What is to be told ends the copy, and is told where the page is painted once more."""

    def emit(self, record: logging.LogRecord) -> None:
        raise ValueError(record.getMessage())


def _painted(document, pages: Sequence, scale: float) -> list[_Painted | None]:
    from weasyprint.pdf.stream import Stream

    logging.getLogger("weasyprint").handlers = [_Unusual()]
    fonts, streams, found = {}, [], []
    for page in pages:
        resources = {"ExtGState": {}, "XObject": {}, "Pattern": {}, "Shading": {}, "ColorSpace": None}
        box, profiles, tags = (0, 0, page.width, page.height), document.color_profiles, {}
        stream = Stream(fonts, box, resources, {}, tags, profiles, document.output_intent, compress=True)
        stream.transform(d=-1, f=page.height * scale)
        known = {key: (len(font.to_unicode), len(font.widths)) for key, font in fonts.items()}
        page.paint(stream, scale)
        states = resources.pop("ExtGState")
        plain = not any(resources.values()) and all(name[0] in "aA" for name in states) and not any(font.missing for font in fonts.values())
        faces = {}
        for key, font in fonts.items():
            texts, widths = known.get(key, (0, 0))
            faces[key] = dict(islice(font.to_unicode.items(), texts, None)), dict(islice(font.widths.items(), widths, None))
        streams.append(stream)
        found.append((plain, [(id(box), kid["tag"]) for box, kid in tags.items()], states, faces))
    return [_Painted(stream.data, *rest) if plain else None for stream, (plain, *rest) in zip(streams, found, strict=True)]


class _Marked(dict):
    """Boxes are asked for by their place in memory."""

    def pop(self, box):
        return super().pop(id(box))


def _taken(painted: _Painted | None, fonts: dict, stream) -> bool:
    """Whether the page is as if it had been painted into this stream."""
    if painted is None or not painted.faces.keys() <= fonts.keys():
        return False
    for key, (texts, widths) in painted.faces.items():
        for known, found in ((fonts[key].to_unicode, texts), (fonts[key].widths, widths)):
            known.update((glyph, value) for glyph, value in found.items() if glyph not in known)
    for name, state in painted.states.items():
        stream._resources["ExtGState"].setdefault(name, state)
    stream._tags = _Marked((box, {"tag": tag, "mcid": number}) for number, (box, tag) in enumerate(painted.marked))
    stream.bytes = Future()
    stream.bytes.set_result(painted.content)
    return True
