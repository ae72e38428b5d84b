"""The article with what was found marked in it, and a quote in its sentence; safe to print."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise

from tracker.article import markup, rows
from tracker.article.cleaning import clean
from tracker.article.layout import unwrapped
from tracker.article.proposal import Proposal
from tracker.article.structure import Paragraph, Span, Structure, structured
from tracker.plaintext import visible

_LEFT_OUT, _CONTEXT, _COMMITMENT, _ITEM = 1, 2, 3, 4
_COLOURS = {_LEFT_OUT: "\x1b[2;31m", _CONTEXT: "\x1b[35m", _COMMITMENT: "\x1b[1;32m", _ITEM: "\x1b[1;4;36m"}
_RESET = "\x1b[0m"
_MARKS = {_LEFT_OUT: ("〔-", "-〕"), _CONTEXT: ("〔~", "~〕"), _COMMITMENT: ("〔+", "+〕"), _ITEM: ("〔*", "*〕")}


def highlighted(raw: str, proposal: Proposal, colour: bool = True) -> str:
    """The raw article with commitments, their items, context and what was left out marked; of a page its words alone.

    In colour by terminal escapes; else by 〔+ +〕, 〔* *〕, 〔~ ~〕, 〔- -〕 in that order.
    """
    kinds = bytearray(len(raw))
    for mention, kind in [(one, _LEFT_OUT) for one in proposal.left_out] + [
        (one, _CONTEXT) for one in proposal.context
    ]:
        _paint(kinds, mention.place, kind)
    for commitment in proposal.commitments:
        _paint(kinds, commitment.place, _COMMITMENT)
    for commitment in proposal.commitments:
        for item in commitment.items:
            _paint(kinds, item.place, _ITEM)
    if markup.is_page(raw):
        page = clean(raw)
        raw, kinds = page.text, bytearray(kinds[place] for place in page.offsets)
    pieces = []
    place = 0
    for kind, run in groupby(kinds):
        length = sum(1 for _ in run)
        piece = visible(raw[place : place + length].replace("\r\n", "\n"))
        place += length
        tells = kind and any(character.isalnum() for character in piece)  # the 、 between two items tells nothing
        pieces.append(_marked(piece, kind, colour) if tells else piece)
    return "".join(pieces)


def _marked(words: str, kind: int, colour: bool) -> str:
    if colour:
        return f"{_COLOURS[kind]}{words}{_RESET}"
    opening, closing = _MARKS[kind]
    return f"{opening}{words}{closing}"


def legend(colour: bool) -> str:
    """What the marks of `highlighted` mean, each shown as it is."""
    from tracker.i18n import t

    kinds = {"commitment": _COMMITMENT, "item": _ITEM, "context": _CONTEXT, "left_out": _LEFT_OUT}
    return t("extract.legend", **{name: _marked(t(f"extract.legend_{name}"), kind, colour) for name, kind in kinds.items()})


def explained(raw: str, proposal: Proposal, colour: bool = False) -> Iterator[str]:
    """A line for each place that is not taken, and for each that is to be checked: its paragraph, its words as they are marked, why."""
    places = Places(raw, proposal.structure)
    found = [(one.place, _LEFT_OUT, one.name, one.reason) for one in proposal.left_out]
    found += [(one.place, _CONTEXT, one.name, one.reason) for one in proposal.context]
    found += [(one.place, _COMMITMENT, one.name, one.reason) for one in proposal.commitments if one.confidence != "sure"]
    for place, kind, name, reason in sorted(found):
        shown = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        yield f"§{places.sentence(*place)[3]} {_marked(_one_line(shown), kind, colour)} — {reason}"


_LONGEST = 40  # characters of a name


def _paint(kinds: bytearray, place: tuple[int, int], kind: int) -> None:
    start, end = max(0, place[0]), min(len(kinds), place[1])
    if end > start:
        kinds[start:end] = bytes([kind]) * (end - start)


class Places:
    """The sentences and rows of a raw article, to look quotes up in; `structure`, where it has been taken apart already."""

    def __init__(self, raw: str, structure: Structure | None = None):
        self._raw = raw
        self._is_page = markup.is_page(raw)
        self._structure = structured(unwrapped(clean(raw))) if structure is None else structure

    def sentence(self, start: int, end: int) -> tuple[str, str, str, int]:
        """What stands before, at and after the raw characters `start` to `end` in their sentence or sentences, or in their row of a table.

        Verbatim but for line ends and the gaps between cells, and safe to print; last comes the number
        of the paragraph, counted from 1, or 0 for what was not read as part of the article.
        """
        offsets = self._structure.cleaned.offsets
        first = bisect_left(offsets, start)
        if first >= len(offsets) or offsets[first] >= end:  # 发布日期：… over it
            return "", _one_line(self._raw[start:end]), "", 0
        last = max(first, bisect_left(offsets, end) - 1)
        paragraph = self._structure.paragraph_at(first)
        row = self._row_at(first, paragraph)
        head_at = self._around(first, row).start
        tail_at = self._around(last, self._row_at(last, self._structure.paragraph_at(last))).end
        told = rows.in_cells if row else str
        if self._is_page:  # its words, without tags and entities
            text, places = self._structure.text, (head_at, first, last + 1, tail_at)
        else:
            text = self._raw
            begin = min(offsets[head_at], start)
            if row and begin and text.startswith('"', begin - 1):  # with which a spreadsheet opens a cell
                begin -= 1
            places = (begin, start, end, max(offsets[tail_at - 1] + 1, end))
        begin, quoted, behind, stop = places
        return (
            told(_one_line(text[begin:quoted])),
            told(self._parted(text, quoted, behind, first, last)),
            told(_one_line(text[behind:stop])),
            paragraph.index + 1 if paragraph else 0,
        )

    def _row_at(self, place: int, paragraph: Paragraph | None) -> Span | None:
        """The row of a table that holds a place of the clean text, whatever lines its cells are broken over."""
        if paragraph is None or rows.TAB not in self._structure.text[paragraph.start : paragraph.end]:
            return None
        found = (row for table in self._structure.tables if table.start <= place < table.end for row in table.rows if row.start <= place < row.end)
        return next((Span(row.start, row.end) for row in found), paragraph)

    def _around(self, place: int, row: Span | None) -> Span:
        """The row, else the sentence that holds a place; the place alone where none does.

        What stands at the head of a paragraph, 养老助餐。, goes with the sentence that tells what it is.
        """
        if row is not None:
            return row
        sentence = self._structure.sentence_at(place)
        if sentence is None or not sentence.start <= place < sentence.end:
            return Span(place, place + 1)
        run_in = self._structure.run_in(self._structure.paragraphs[sentence.paragraph])
        told = self._structure.sentence_at(sentence.end) if run_in and run_in.start <= place < run_in.end else None
        return Span(sentence.start, told.end) if told and told.paragraph == sentence.paragraph else sentence

    def _parted(self, text: str, start: int, end: int, first: int, last: int) -> str:
        """The quote on one line, with a stroke where a paragraph ends in it: a title and what it stands over are no sentence."""
        structure = self._structure
        ends = [one.start for one in structure.paragraphs_within(first, last)]
        cuts = ends if self._is_page else [structure.cleaned.offsets[place] for place in ends]
        parts = (_one_line(text[a:b]).strip() for a, b in pairwise((start, *cuts, end)))
        return "／".join(part for part in parts if part)


def sentence(raw: str, start: int, end: int) -> tuple[str, str, str, int]:
    """One quote in its sentence: before, quote, after, paragraph. Use `Places` for many of one article."""
    return Places(raw).sentence(start, end)


def _one_line(text: str) -> str:
    return visible(re.sub(r"\s*\n\s*", "", text.replace("\r", "")))
