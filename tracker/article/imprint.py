"""What a plain text says of itself: its headline, and who published it."""

from __future__ import annotations

from tracker.article import markup
from tracker.article.cleaning import clean
from tracker.article.compiling import compiled
from tracker.article.proposal import Place
from tracker.article.published import readable
from tracker.article.structure import structured

_HEAD = 4_000  # characters in which it says so
_PUBLISHER = compiled(r"(?:信息来源|信息來源|来源|來源|稿源)[:：][ \u3000]*(?P<who>[一-龥A-Za-z0-9“”《》·]{2,30})")


def title(raw: str) -> tuple[str, Place] | None:
    """The headline: the first line, if it is one and a text follows."""
    if markup.is_page(raw):
        return None
    structure = structured(clean(raw[:_HEAD]))
    first = structure.paragraphs[0] if len(structure.paragraphs) > 1 else None
    if first is None or not first.heading or first.number is not None:
        return None
    return structure.cleaned.spaced(raw, first.start, first.end), structure.cleaned.raw_span(first.start, first.end)


def publisher(raw: str) -> tuple[str, Place] | None:
    """来源：某某日报, in the first lines."""
    head = raw[:_HEAD]
    written = readable(head)
    match = _PUBLISHER.search(written.text if written else head)
    if match is None:
        return None
    place = match.span("who")
    return match["who"], written.raw_span(*place) if written else place
