"""HTML → PDF: with `shortcuts` and what belongs to it, the only file that imports WeasyPrint.

The renderer reads the stylesheet and what else stands in the template folders,
an office's own before the program's, never the network and no other file. A character that no font has stops it, so
a page of empty boxes is never written; so does anything else that it would
only have logged.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import hashlib
import importlib
import io
import itertools
import logging
import os
import re
import sys
import types
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tracker import resources
from tracker.errors import BadInput, MissingTool, ReportError
from tracker.reports import archival, defaults, shortcuts, styles


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside the PDF. `relationship` as ISO 32000-2 names it: Data, Source, Supplement …"""

    name: str
    content: bytes
    description: str
    relationship: str = "Data"


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    """The lines that WeasyPrint would only have logged."""
    said = _Collected()
    logger = logging.getLogger("weasyprint")
    propagated, logger.propagate = logger.propagate, False
    handlers, logger.handlers = logger.handlers, [said]
    try:
        yield said.lines
    finally:
        logger.handlers, logger.propagate = handlers, propagated


def render(
    html: str,
    folders: Sequence[Path],
    at: datetime | None = None,
    attached: Sequence[Attached] = (),
    fonts: dict[str, dict[str, str]] | None = None,
    where: Callable[[str], str] = lambda character: "",
) -> bytes:
    """A PDF/A-3a and PDF/UA-1 document.

    `folders` are the template folders that the page may read from, each file
    from the first one that has it; `at` is the
    fixed moment that the attachments are dated with; `fonts`, if given, is
    filled with the faces used, each with the version and the SHA-256 of its file; `where` says
    what text holds a character. Raises ReportError for
    characters that no font has or only one machine knows or a page that cannot be set, BadInput for a fault
    in a stylesheet, an asset that is not there or colours that no archive takes,
    MissingTool where a library of the system is missing.
    """
    weasyprint = load()
    at = (at or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    refused: list[str] = []
    fetcher = _fetcher(weasyprint, folders, refused)
    files = [
        weasyprint.Attachment(
            file_obj=_Bytes(one.content), name=one.name, description=one.description, created=at, modified=at,
            relationship=one.relationship, url_fetcher=fetcher,
        )
        for one in attached
    ]  # fmt: skip
    if next(_drawn):
        gc.collect()  # what the report before left; a page that was measured left little
    with _listening() as said, unhurried(), shortcuts.taken(ours=len(folders) == 1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        page = weasyprint.HTML(string=html, base_url=f"{folders[0].resolve().as_uri()}/", url_fetcher=fetcher)
        made = _roomily(page.write_pdf, finisher=partial(_finish, fonts, folders, where), pdf_variant="pdf/a-3a", attachments=files)
    if refused:
        raise BadInput("asset_refused", asset=refused[0][:200], folder=folders[0])
    if said:
        raise _fault(weasyprint, said, folders)
    return made


def drawn(html: str, *rest, **named) -> tuple[bytes, dict[str, dict[str, str]]]:
    """As `render`, with the faces used."""
    fonts: dict[str, dict[str, str]] = {}
    return render(html, *rest, **named, fonts=fonts), fonts


def prepare() -> None:
    """Load the renderer, and draw a little: its first page takes longer than those that follow."""
    anchors('<html lang="zh"><head><link rel="stylesheet" href="print.css"/></head><body><p>事</p></body></html>', [resources.folder("report_templates")])


def anchors(html: str, folders: Sequence[Path]) -> list[set[str]]:
    """Which elements with an id begin on each page, once it is set; what is wrong with the page is `render`'s to say."""
    weasyprint = load()
    with _listening(), unhurried(), shortcuts.taken(ours=len(folders) == 1):
        page = weasyprint.HTML(string=html, base_url=f"{folders[0].resolve().as_uri()}/", url_fetcher=_fetcher(weasyprint, folders, []))
        return [set(each.anchors) for each in page.render().pages]


def load():
    """WeasyPrint, imported. Raises MissingTool, naming the library of the system that is missing."""
    import ctypes.util

    # For every name that a library might have, ctypes would start gcc and ldconfig: a second of child processes.
    # The dynamic linker finds the sonames, which are among the names tried.
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        # A missing library is explained on stdout, where only data belong.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), _when_called("fontTools.subset", "fontTools.varLib.instancer"), defaults.unread(shortcuts.KNOWN):
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint
    except OSError as error:
        raise MissingTool("report_library_missing", what=str(error).split("\n")[0]) from None
    except ImportError as error:
        raise MissingTool("report_library_missing", what=error.name) from None
    finally:
        ctypes.util.find_library = found
    return weasyprint


@contextlib.contextmanager
def _when_called(*names: str) -> Iterator[None]:
    """Import these modules only when one of their functions is called: no face of ours needs them, and they take as long as half of the rest."""

    class Later(types.ModuleType):
        def __getattr__(self, function: str):
            return lambda *given, **named: getattr(importlib.import_module(self.__name__), function)(*given, **named)

    later = {name: Later(name) for name in names if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        for name in later:
            del sys.modules[name]


_drawn = itertools.count()


@contextlib.contextmanager
def unhurried():
    """Without the garbage collector: rendering makes millions of objects and next to no cycles worth finding."""
    was = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        # Frozen and thawed, the objects count as old; else the collector, once enabled, would at once walk through all.
        gc.freeze()
        gc.unfreeze()
        if was:
            gc.enable()


atexit.register(gc.freeze)  # nor need it walk through them when the program ends


def _roomily(call, /, **named):
    """Call with half a megabyte of Python's stack in one piece.

    Python takes its stack in pieces of 16 kB and gives an empty one back at
    once; where a piece happens to end under a loop of the renderer, every call
    from it asks the system for memory anew. A frame that claims to be large
    takes a large piece, and leaves the rest of it to the frames above.
    """
    return call(**named)


_roomily.__code__ = _roomily.__code__.replace(co_stacksize=48_000)


class _Bytes:
    """A readable that WeasyPrint takes for a file without a name on disk."""

    def __init__(self, content: bytes):
        self._content = content

    def read(self, *_size) -> bytes:
        content, self._content = self._content, b""
        return content


def _fetcher(weasyprint, folders: Sequence[Path], refused: list[str] | None = None):
    """What the page may read; what it asked for besides is kept in `refused`."""
    from urllib.parse import unquote, urlsplit

    from weasyprint.urls import URLFetcher

    roots = [folder.resolve() for folder in folders]
    kept = [] if refused is None else refused

    def asset(url: str) -> Path | None:
        """The file meant: the first of that name in the folders, whichever of them the address was made from."""
        parts = urlsplit(url)
        path = Path(os.path.normpath(unquote(parts.path)))
        inside = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
        if parts.scheme != "file" or parts.netloc or not inside:
            return None
        found = ((root / inside[0]).resolve() for root in roots)
        return next((path for path in found if path.is_file() and any(map(path.is_relative_to, roots))), None)

    class Assets(URLFetcher):
        def fetch(self, url, headers=None):
            path = asset(url)
            if path is None:
                kept.append(url.removeprefix(f"{roots[0].as_uri()}/"))
                raise ValueError("not an asset of the templates")  # ends in the log, and there it stops the report
            return super().fetch(path.as_uri(), headers)

    return Assets(allowed_protocols=("file",))


_CSS_FAULT = re.compile(r"(?s)Ignored `(?P<what>.*)` at (?P<line>\d+):\d+, ")


def _fault(weasyprint, said: Sequence[str], folders: Sequence[Path]) -> ReportError | BadInput:
    """What was logged, as an error that names the stylesheet and the line if it is a fault of one.

    WeasyPrint does not say which; each is read once more alone.
    """
    for sheet in (sheet for folder in folders for sheet in sorted(folder.rglob("*.css"))):
        with _listening() as alone:
            weasyprint.CSS(string=sheet.read_text("utf-8", "replace"), url_fetcher=_fetcher(weasyprint, ()))
        if said[0] not in alone:
            continue
        if found := _CSS_FAULT.match(said[0]):
            return BadInput("stylesheet_fault", sheet=sheet.name, line=found["line"], what=" ".join(found["what"].split())[:200])
        return BadInput("stylesheet_broken", sheet=sheet.name, what=said[0][:200].rstrip("."))
    if (found := _CSS_FAULT.match(said[0])) and (placed := styles.where_set(found["what"], folders)):
        sheet, line, what = placed
        return BadInput("stylesheet_fault", sheet=sheet, line=line, what=what[:200])
    return ReportError("report_unclean", what=said[0].rstrip("."))


def _finish(fonts: dict[str, dict[str, str]] | None, folders: Sequence[Path], where: Callable[[str], str], document, pdf) -> None:
    used = document.fonts.values()
    _stop_at("glyphs_missing", {chr(codepoint) for font in used for codepoint in font.missing}, where)
    # What such a character is, only the font of one machine knows: elsewhere, and in an archive, it may be drawn as any other.
    _stop_at("characters_private", {c for font in used for text in font.to_unicode.values() for c in text if unicodedata.category(c) == "Co"}, where)
    if fonts is not None:
        fonts.update({font.name.decode().partition("+")[2]: _face(font) for font in used})
    archival.finish(pdf)
    if archival.in_print_colours(pdf):
        raise BadInput("print_colours", file=_in_print_colours(folders))


def _face(font) -> dict[str, str]:
    """Which face it is, as its file says it, and the file: what the page embeds of it is another subset each time."""
    from fontTools.ttLib import TTFont
    from weasyprint.text.fonts import get_hb_object_data

    whole = get_hb_object_data(font.hb_face)
    with TTFont(io.BytesIO(whole), fontNumber=font.index, lazy=True) as face:
        said = face["name"].getDebugName(5) or ""
    return {"version": said.partition(";")[0].removeprefix("Version ").strip(), "sha256": hashlib.sha256(whole).hexdigest()}


def _stop_at(key: str, characters: set[str], where: Callable[[str], str]) -> None:
    if characters:
        shown = " ".join(f"{character} (U+{ord(character):04X}{where(character)})" for character in sorted(characters)[:10])
        raise ReportError(key, count=len(characters), characters=shown, first=min(characters))


def _in_print_colours(folders: Sequence[Path]) -> str:
    """Which of the folders' files has the colours of a printing press: a picture, or a text that names them."""
    from PIL import Image

    for path in (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()):
        if b"device-cmyk" in path.read_bytes():
            return path.name
        with contextlib.suppress(OSError), Image.open(path) as picture:
            if picture.mode == "CMYK":
                return path.name
    return folders[0].name
