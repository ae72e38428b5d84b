"""Of the candidates that claim the same words or the same list, the one that tells most."""

from __future__ import annotations

from collections import defaultdict

from tracker.article.candidates import COMMITMENT, Candidate
from tracker.article.structure import Span

_STRONGEST_FIRST = ("numbered", "counted", "introduced", "quoted", "dated", "amount", "rollout", "decoy")


class _Taken:
    """The words that kept candidates claim, looked up in constant time."""

    _SIZE = 256

    def __init__(self) -> None:
        self._buckets: dict[int, list[Candidate]] = defaultdict(list)

    def add(self, candidate: Candidate) -> None:
        span = candidate.covers
        for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
            self._buckets[bucket].append(candidate)

    def rival(self, candidate: Candidate) -> Candidate | None:
        span = candidate.covers
        for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
            for kept in self._buckets.get(bucket, ()):
                if _conflict(kept, candidate):
                    return kept
        return None


def resolved(candidates: list[Candidate]) -> list[Candidate]:
    """At most one candidate for the same words and one commitment for the same list, in text order."""
    taken = _Taken()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        rival = taken.rival(candidate)
        if rival is None:
            taken.add(candidate)
            kept.append(candidate)
        elif candidate.verdict == rival.verdict == COMMITMENT:
            rival.due = rival.due or candidate.due
    return _told_once(sorted(kept, key=lambda candidate: (candidate.place.start, candidate.place.end)))


def _rank(candidate: Candidate) -> tuple[bool, bool, int, int, int]:
    return (
        candidate.verdict != COMMITMENT,
        candidate.weak,
        _STRONGEST_FIRST.index(candidate.pattern),
        -len(candidate.items),
        candidate.place.start - candidate.place.end,
    )


def _conflict(kept: Candidate, candidate: Candidate) -> bool:
    if kept.pattern == "numbered" and candidate.pattern != "numbered":
        # A set that names its parts inside a list's item is a commitment of its own.
        span = kept.covers
        own = len(candidate.items) > 1 and not candidate.weak and candidate.place.start >= kept.place.end
        return span.start <= candidate.anchor < span.end and not own
    if kept.pattern == candidate.pattern == "numbered":
        return kept.place.start == candidate.place.start
    return _overlap(kept.covers, candidate.covers)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told_once(candidates: list[Candidate]) -> list[Candidate]:
    """A list that is mentioned again (those 20 projects) is one commitment: the mention that tells most."""
    kept: list[Candidate | None] = []
    first_at: dict[tuple[int, str], int] = {}
    for candidate in candidates:
        kept.append(candidate)
        if candidate.verdict != COMMITMENT or candidate.declared is None:
            continue
        key = (candidate.declared, candidate.name.strip("”」“「")[-2:])
        index = first_at.setdefault(key, len(kept) - 1)
        first = kept[index]
        if first is candidate or first is None:
            continue
        if not _may_share_owner(first, candidate):
            first_at[key] = len(kept) - 1
        elif _tells(candidate) > _tells(first):
            candidate.owner = candidate.owner or first.owner
            kept[index] = None
            first_at[key] = len(kept) - 1
        else:
            first.owner = first.owner or candidate.owner
            kept[-1] = None
    return [candidate for candidate in kept if candidate is not None]


def _tells(candidate: Candidate) -> tuple[int, int]:
    return len(candidate.items), len(candidate.fields)


def _may_share_owner(one: Candidate, other: Candidate) -> bool:
    if one.owner is None or other.owner is None:
        return True
    names = (one.owner.name, other.owner.name)
    return names[0].endswith(names[1]) or names[1].endswith(names[0])
