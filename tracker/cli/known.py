"""What is known before a text is read: the agencies, sources and commitments of the books, and the shipped directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shipped:
    """An agency of the shipped directory."""

    code: str
    name: str
    full_name: str
    aliases: tuple[str, ...]
    coordinates: bool


class Known:
    """What the database, if there is one, already holds: agencies, sources, commitments; else the shipped directory."""

    def __init__(self, digest: str, agencies, sources=(), commitments=(), deeds=(), imported=(), books=(), guessed=()):
        self.books = books
        """The codes of the agencies that the books have; the others come with the import of what they own."""
        self.guessed = guessed
        """The codes that are only guessed: the text need not be of the province of the shipped directory."""
        self.digest, self.agencies, self.sources, self.commitments, self.deeds = digest, agencies, sources, commitments, deeds
        self.imported = imported
        """The commitments that this text has brought already."""
        self.own = next((each.key for each in sources if each.sha256 == digest), None)
        """The key under which the text of this SHA-256 is known."""

    @classmethod
    def now(cls, digest: str) -> Known:
        from tracker import resources, settings
        from tracker.errors import DatabaseError

        seeds = resources.folder("seeds")
        shipped = directory(seeds)
        alone = cls(digest, shipped, guessed=() if is_shipped(digest, seeds) else {part.code for part in shipped})
        if settings.load().has_no_file:
            return alone
        from tracker.cli.session import books
        from tracker.seeding.again import imported
        from tracker.seeding.repeats import tracked, tracked_deeds
        from tracker.sources import register

        try:
            with books() as b:
                if b.agencies:
                    others, certain = _of_shipped(shipped, b.agencies)
                    texts = register(b.connection)
                    own = next((each.key for each in texts if each.sha256 == digest), None)
                    known = (texts, tracked(b.connection), tracked_deeds(b.connection), imported(b.connection, own), b.agencies)
                    guessed = () if certain or is_shipped(digest, seeds) else {part.code for part in others}
                    return cls(digest, [*b.agencies.values(), *others], *known, guessed)
        except DatabaseError:
            pass  # extracting needs no database
        return alone

    @classmethod
    def and_proposed(cls, digest: str, raw: str, day) -> tuple:
        """What is known now, read while a copy of this process cleans a long text; and what the text proposes."""
        from functools import cache

        from tracker.article import extract

        now = cache(lambda: cls.now(digest))
        found = extract(raw, lambda: now().agencies, day)
        return now(), now()._of_books(found)

    def _of_books(self, found):
        """The proposal, under the keys that it was imported by; an agency that is only guessed is near no other."""
        from dataclasses import replace

        if self.imported:
            from tracker.seeding.again import keyed

            found = replace(found, commitments=keyed(found.commitments, self.imported))
        if not self.guessed:
            return found
        near = [tuple(each for each in one.near if each.split()[0] not in self.guessed) for one in found.commitments]
        return replace(
            found,
            commitments=tuple(
                replace(one, near=of_books) for one, of_books in zip(found.commitments, near, strict=True)
            ),
        )

    def office(self, found) -> bool:
        """Whether an agency coordinates in the directory as it is once the proposal is imported."""
        owners = {part.agency for one in found.commitments for part in (one, *one.items)} - set(self.guessed)
        return any(each.coordinates and (each.code in self.books or each.code in owners) for each in self.agencies)

    def source(self, article: Path, key, day, title, publisher) -> dict:
        """What the proposal says of its source."""
        key = key or self.own or self._free(article)
        return {"key": key, "title": title, "publisher": publisher, "published_on": day, "sha256": self.digest}

    def _free(self, article: Path) -> str:
        """A key after the file's name that no other text has."""
        import re
        from itertools import count

        stem = re.sub(r"[^a-z0-9]+", "-", article.stem.lower())[:50].strip("-") or f"source-{self.digest[:8]}"
        taken = {each.key for each in self.sources}
        return next(key for n in count(1) if (key := stem if n == 1 else f"{stem}-{n}") not in taken)

    def repeated(self, found, source: str) -> tuple:
        """The tracked commitments that are proposed again, not those that are of this text or linked to it already; what to look at; and the
        proposal with the tracked titles of what it tells in other words.
        """
        if not self.commitments:
            return {}, {}, found
        from dataclasses import replace
        from json import dumps

        from tracker.i18n import t
        from tracker.plaintext import visible
        from tracker.seeding.repeats import (
            among_deeds,
            as_tracked,
            beyond,
            items_tracked,
            naming,
            other_items,
            recounted,
            refigured,
            repeats,
            reworded,
        )

        own = {source, self.own}
        others = [each for each in self.commitments if own.isdisjoint({each.source, *each.shared})]
        standing = {each.key for each in self.imported}  # what they repeat was settled when they were imported
        fresh = [one for one in found.commitments if one.key not in standing]
        again = repeats(fresh, others)
        remarks: dict[str, str] = {}  # of those that hold for a commitment, the first
        new_ones = [one for one in fresh if one.key not in again]
        elsewhere = [each for each in self.deeds if each.source not in own]
        for key, same in items_tracked(new_ones, elsewhere).items():
            shown = "、".join(f"{visible(title)} → {each.code} {visible(each.title)}" for title, each in same)
            remarks[key] = t("article.items_tracked", pairs=shown, field="same_as")
        lonely = {one.key: one for one in new_ones if one.key not in remarks}
        for key, each in among_deeds(lonely.values(), elsewhere).items():
            one = lonely[key]
            told = {"code": each.code, "title": visible(each.title)}
            if one.items:
                remarks[key] = t("article.alike_item", field="same_as", **told)
            else:
                line = f'items: [{{key: "1", title: {dumps(visible(one.name), ensure_ascii=False)}, same_as: {each.code}}}]'
                remarks[key] = t("article.alike", line=line, **told)
        nearby = [replace(one, agency=each.split()[0]) for one in new_ones if one.agency is None for each in one.near]
        for key, each in repeats(nearby, others).items():
            told = {"code": each.code, "name": visible(each.name), "source": each.source, "agency": each.agency}
            remarks.setdefault(key, t("article.near_repeats", **told, field="same_as", owner="agency"))
        for key, each in other_items(new_ones, others).items():
            remarks.setdefault(key, t("article.other_items", code=each.code, name=visible(each.name), source=each.source, field="same_as"))
        listed = []
        for one in found.commitments:
            each = again.get(one.key)
            titles = reworded(one, each) if each is not None else {}
            listed.append(as_tracked(one, titles) if titles else one)
            if each is not None and (new := beyond(one, each)):
                names = "、".join(visible(title) for title in new)
                remarks[one.key] = t(
                    "article.beyond", code=each.code, declared=each.declared, names=names, field="same_as"
                )
            elif each is not None and (new := naming(one, each)):
                names = "、".join(visible(title) for title in new)
                remarks[one.key] = t("article.naming", code=each.code, unnamed=each.unnamed, names=names, field="same_as")
            for pairs, key in ((titles, "reworded"), (refigured(one, each) if each is not None else {}, "refigured")):
                if pairs:
                    shown = "、".join(f"{visible(old)} → {visible(new)}" for old, new in pairs.items())
                    told = t(f"article.{key}", pairs=shown, field="same_as")
                    remarks[one.key] = f"{remarks[one.key]}\n{told}" if one.key in remarks else told
        for key, each in recounted(new_ones, others).items():
            remarks.setdefault(key, t("article.recounted", code=each.code, name=visible(each.name), source=each.source, declared=each.declared, field="same_as"))
        return again, remarks, replace(found, commitments=tuple(listed))


def _of_shipped(shipped, known) -> tuple[list, bool]:
    """The agencies of the shipped directory that the books have not, and whether the books' directory is this one for certain.

    None, where the books have a directory of their own: the names of an
    agency there are others than those here under its code.
    """
    # The office may be named before anything is imported.
    own = [agency for agency in known.values() if not agency.coordinates]
    names = {part.code: {part.name, part.full_name} for part in shipped}
    if own and not any(agency.full_name in names.get(agency.code, ()) for agency in own):
        return [], False
    taken = {name for agency in known.values() for name in agency.names}
    others = [
        part
        for part in shipped
        if part.code not in known and taken.isdisjoint((part.name, part.full_name, *part.aliases))
    ]
    full = {part.code: part.full_name for part in shipped}
    return others, any(full.get(agency.code) == agency.full_name for agency in own)


def directory(seeds: Path) -> list[Shipped]:
    """The shipped agencies. What is shipped needs no check each time, which would take a fifth of what one article takes."""
    import yaml

    listed = yaml.load((seeds / "agencies.yaml").read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))["agencies"]
    return [Shipped(one["code"], one["name"], one["full_name"], tuple(one.get("aliases", ())), one.get("coordinates", False)) for one in listed]


def is_shipped(digest: str, seeds: Path) -> bool:
    """Whether shipped commitments are from the text of this SHA-256, so that the shipped directory is its own."""
    return any(digest in file.read_text(encoding="utf-8") for file in seeds.glob("*.yaml"))
