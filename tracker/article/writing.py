"""A proposal as a seed file (practical-deeds/1) for a person to review: comments show each quote in its sentence."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from tracker.article.compiling import compiled
from tracker.article.newcomers import Newcomer, has_own_lead, likely_office, newcomers, strangers
from tracker.article.proposal import Mention, Place, Proposal, ProposedCommitment, ProposedItem
from tracker.article.showing import Places
from tracker.plaintext import visible

_LONGEST_COMMENT = 300
_SHORT = 30
"""Characters around a quote that may stand there twice."""
_PLAIN = compiled(r"[一-龥“”（）A-Za-z_][一-龥A-Za-z0-9“”《》（）、，。·—_-]*")
_SPECIAL = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n", "Null", "True", "False"))
_SOURCE_FIELDS = ("title", "publisher", "published_on", "file", "year", "year_basis", "sha256", "url")


class Tracked(Protocol):
    """What this room asks of a commitment that is tracked already; `source` is the key of the text that announced it."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def declared(self) -> int | None: ...


def as_seed(
    proposal: Proposal,
    source: Mapping[str, Any] | None = None,
    same_as: Mapping[str, Tracked] | None = None,
    guessed: Collection[str] = (),
) -> dict[str, Any]:
    """The proposal as plain data in the schema of seed files; what is unknown and optional is absent."""
    given = dict(source or {})
    agencies = [_newcomer(each) for each in newcomers(proposal, guessed)]
    return {
        "format": "practical-deeds/1",
        "source": {"key": given.get("key") or "article", **{name: given.get(name) for name in _SOURCE_FIELDS}},
        **({"agencies": agencies} if agencies else {}),
        "commitments": [_commitment(one, (same_as or {}).get(one.key)) for one in proposal.commitments],
        "context": [_mention(again[0]) for again in _alike(proposal.context)],
        "left_out": [_mention(again[0]) for again in _alike(proposal.left_out)],
    }


def _newcomer(each: Newcomer) -> dict[str, Any]:
    return {"code": each.code, "name": each.name, **({"aliases": list(each.aliases)} if each.aliases else {})}


def _commitment(one: ProposedCommitment, same_as: Tracked | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "key": one.key,
        "agency": one.agency,
        "agency_name": one.agency_name,
        "same_as": same_as and same_as.code,
        "name": one.name,
        "kind": one.kind,
        "declared": one.declared_count,
        "approximate": one.approximate or None,
        "fields": list(one.fields) or None,
        "joint": list(one.joint) or None,
        "theme": one.theme,
        "starts": _starts(one),
        "place": list(one.place),
        "due": _day(one.due),
        "due_basis": one.due_basis,
        "pattern": one.pattern,
        "confidence": one.confidence,
        "reason": one.reason,
        "items": [_item(number, item, has_own_lead(one, item)) for number, item in enumerate(one.items, 1)] or None,
    }
    always = ("agency", "agency_name", "declared", *(("due",) if one.due_basis else ()))
    return {name: value for name, value in data.items() if value is not None or name in always}


def _starts(one: ProposedCommitment) -> dict[str, int] | None:
    if one.starts is None:
        return None
    year, month, day = one.starts
    return ({"year": year} if year else {}) | {"month": month, "day": day}


def _item(number: int, item: ProposedItem, own_lead: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"key": str(number), "title": item.title}
    if own_lead:
        data |= {"agency": item.agency} if item.agency else {"agency_name": item.lead_agency}
    if item.joint:
        data["joint"] = list(item.joint)
    data["place"] = list(item.place)
    if item.target_quantity is not None:
        most = {"direction": "<="} if item.target_most else {}
        data["target"] = {"quantity": item.target_quantity, "unit": item.target_unit, **most}
    if item.due_basis is not None:
        data |= {"due": _day(item.due), "due_basis": item.due_basis}
    elif item.due is not None:
        data["due"] = _day(item.due)
    return data


def _day(due: str | None) -> str | None:
    """A year without a day is over on its last day."""
    return f"{due}-12-31" if due and len(due) == 4 else due


def _mention(one: Mention) -> dict[str, Any]:
    data = {"name": one.name, "agency_name": one.agency_name, "place": list(one.place), "reason": one.reason}
    return {name: value for name, value in data.items() if value is not None}


def proposal_yaml(
    proposal: Proposal,
    raw: str,
    source: Mapping[str, Any] | None = None,
    same_as: Mapping[str, Tracked] | None = None,
    remarks: Mapping[str, str] | None = None,
    office: bool = True,
    guessed: Collection[str] = (),
) -> str:
    """The text of the file.

    `source` may give key, title, publisher, published_on (a date or ISO text),
    file, year, year_basis, sha256 and url; without sha256 that of the text in
    UTF-8 stands in; said_at tells where the text says a field, said_in names what in the head of a page does, of_title the fields that the title tells. `same_as` names, by key, the tracked commitment that one
    repeats; `remarks` is what else to look at beside a tracked one. Without an `office` the directory names none that
    coordinates, and the file asks for it. The codes that are `guessed` are of a directory that need not be the text's:
    their owners stand in the file, as the text writes them.
    """
    from tracker.i18n import t

    given = dict(source or {})
    given.setdefault("sha256", hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest())
    seed = as_seed(proposal, given, same_as, guessed)
    places = Places(raw, proposal.structure)
    quotes = _Quotes(places)
    lines = [
        f"# {line}" for line in t("article.head", count=len(proposal.commitments), field="published_on").split("\n")
    ]
    if proposal.open_dues:
        lines.append(f"# {t('article.head_open', due='due', basis='due_basis')}")
    lines += [f"format: {seed['format']}", "", "source:"]
    for name, value in seed["source"].items():
        if place := dict(given.get("said_at", ())).get(name):
            _, quote, _, paragraph = places.sentence(*place)
            where = f"§{paragraph} " if paragraph else ""
            lines.append(f"  # {t('article.published' if name == 'published_on' else 'article.said_at')}{where}⟦{quote}⟧")
        elif where := dict(given.get("said_in", ())).get(name):
            lines.append(f"  # {t('article.said_in', where=visible(where))}")
        elif name in given.get("of_title", ()):
            lines.append(f"  # {t('article.of_title')}")
        lines.append(f"  {name}: {_scalar(value)}")
    agencies = seed.get("agencies", [])
    helping = strangers(proposal, guessed)
    if agencies or helping or not office:
        lines.append("")
    if agencies:
        lines.append(f"# {t('article.agencies')}")
        if not all(agency["code"] for agency in agencies):
            lines.append(f"# {t('article.agencies_unknown', field='code')}")
        if any(agency["code"] for agency in agencies):
            lines.append(f"# {t('article.agencies_guessed', full='full_name', english='name_en')}")
    if not office:
        lines.append(f"# {t('article.office', field='coordinates: true')}")
    if agencies:
        lines += ["agencies:", *(f"  - {_flow(agency)}" for agency in agencies)]
    elif not office or helping:
        lines.append("#agencies:")
    if not office:
        name = likely_office(proposal)
        listed = {agency["name"] for agency in agencies}
        if proposal.office is not None:
            lines.append(f"# {t('article.office_said')}{quotes(proposal.office.place)}")
        shown = _scalar(name) if name and name not in listed else t("article.office_name")
        lines.append(f"#  - {{code: {t('article.office_code')}, name: {shown}, coordinates: true}}")
        helping = [each for each in helping if each != name]
    if helping:
        lines.append(f"# {t('article.helping', field='joint')}")
        lines += [f"#  - {{code: {t('article.office_code')}, name: {_scalar(each)}}}" for each in helping]
    lines += ["", "commitments:" if proposal.commitments else "commitments: []"]
    for one, data in zip(proposal.commitments, seed["commitments"], strict=True):
        lines += ["", *_commitment_lines(one, data, quotes, (same_as or {}).get(one.key), (remarks or {}).get(one.key))]
    if proposal.commitments:
        lines += ["", *_template()]
    for section, mentions in (("context", proposal.context), ("left_out", proposal.left_out)):
        lines += ["", f"# {t(f'article.{section}')}", f"{section}:" if mentions else f"{section}: []"]
        quotes = _Quotes(places)  # each section is read by itself
        for again, data in zip(_alike(mentions), seed[section], strict=True):
            more = "、".join(dict.fromkeys(f"§{places.sentence(*mention.place)[3]}" for mention in again[1:]))
            also = t("article.again", count=len(again) - 1, places=more) if more else ""
            lines.append(f"  # {quotes(again[0].place)}{also}")
            lines.append(f"  - {_flow(data)}")
    return "\n".join(lines) + "\n"


def _commitment_lines(
    one: ProposedCommitment, data: dict[str, Any], quotes: _Quotes, same_as: Tracked | None, remark: str | None
) -> Iterator[str]:
    from tracker.i18n import t

    yield f"  # {quotes(one.place)}"
    if one.agency is None and one.agency_name is None and one.items and all(has_own_lead(one, item) for item in one.items):
        yield f"  # {t('article.shared', field='agency')}"
    if one.near:
        yield f"  # {t('article.near', names='、'.join(one.near))}"
    if same_as:
        count = (
            t("article.same_uncounted") if same_as.declared is None else t("article.same_count", count=same_as.declared)
        )
        yield f"  # {t('article.same_as', code=same_as.code, name=visible(same_as.name), source=same_as.source, count=count, field='same_as')}"
    for line in remark.split("\n") if remark else ():
        yield f"  # {line}"
    marker = "- "
    for name, value in data.items():
        if name != "items":
            yield f"  {marker}{name}: {_flow(value)}"
            marker = "  "
    if one.items:
        yield "    items:"
        for item, plain in zip(one.items, data["items"], strict=True):
            if item.target_place is not None:
                yield f"      # {quotes(item.target_place)}"
            if item.others:
                said = "article.others" if item.target_quantity is not None else "article.others_alone"
                yield f"      # {t(said, targets='、'.join(visible(one.words) for one in item.others), field='target')}"
            for words in item.aside:
                yield f"      # {t('article.aside', words=visible(words), field='due')}"
            lead = f"  # {t('article.lead', name=visible(item.lead_agency))}" if "agency" in plain else ""
            yield f"      - {_flow(plain)}{lead}"


def _template() -> Iterator[str]:
    """What a person copies who adds what was not recognised."""
    from tracker.i18n import t

    code, name, joint, title, unit = (t(f"article.template_{part}") for part in ("code", "name", "joint", "title", "unit"))
    item = f'{{key: "1", title: {_scalar(title)}, target: {{quantity: "10", unit: {unit}}}, due: 2030-12-31}}'
    yield f"# {t('article.template')}"
    lines = ["- key: added-1", f"  agency: {code}", f"  name: {_scalar(name)}", f"  joint: [{_scalar(joint)}]", "  items:", f"    - {item}"]
    yield from (f"#  {line}" for line in lines)


def _alike(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions that say the same word for word, at their first place."""
    found: dict[tuple, list[Mention]] = {}
    for one in mentions:
        found.setdefault((one.name, one.agency_name, one.reason), []).append(one)
    yield from found.values()


class _Quotes:
    """Quotes, each in its sentence; a long sentence stands there the first time only, if it stood there whole."""

    def __init__(self, places: Places):
        self._places = places
        self._told: set[tuple[int, str]] = set()

    def __call__(self, place: Place) -> str:
        from tracker.i18n import t

        before, quote, after, paragraph = self._places.sentence(*place)
        told = (paragraph, before + quote + after)
        around = len(before) + len(after)
        if told in self._told and around > _SHORT:
            return f"§{paragraph} …⟦{quote[:_LONGEST_COMMENT]}⟧…{t('article.above')}"
        if around + len(quote) <= _LONGEST_COMMENT:
            self._told.add(told)
        return _in_sentence(before, quote, after, paragraph)


def _in_sentence(before: str, quote: str, after: str, paragraph: int) -> str:
    if len(before) + len(quote) + len(after) > _LONGEST_COMMENT:
        before, quote, after = f"…{before[-80:]}", quote[:_LONGEST_COMMENT], f"{after[:80]}…"
    return f"§{paragraph} {before}⟦{quote}⟧{after}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    """A YAML scalar: plain where nothing in it can be misread, else in double quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = visible(str(value).replace("\n", ""))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    if _PLAIN.fullmatch(text) and text not in _SPECIAL:
        return text
    return json.dumps(text, ensure_ascii=False)
