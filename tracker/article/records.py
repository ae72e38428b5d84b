"""What was recognised → the frozen records of a proposal: weighed, in the order of the text, beside what only sounds like a promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from tracker import sharing
from tracker.article import confidence, coordinating, figures, full_names, sweeping
from tracker.article.candidates import COMMITMENT, CONTEXT, LEFT_OUT, Candidate, Item
from tracker.article.cleaned import Cleaned
from tracker.article.dates import Day
from tracker.article.proposal import Mention, Office, OtherTarget, Proposal, ProposedCommitment, ProposedItem
from tracker.article.scene import Scene
from tracker.article.stretches import Stretches
from tracker.article.structure import Span, two_read


def proposal(scene: Scene, raw: str, found: list[Candidate]) -> Proposal:
    """The proposal; two processes write the halves of a long one."""
    taken = Stretches(span for one in found for span in one.claims), Stretches(span for one in found for span in _told(one))
    sentences, end = scene.structure.sentences, len(scene.text)
    if not (sentences and two_read(scene.text)):
        return _joined(scene, [_part(scene, raw, found, taken, 0, end)])
    half = sentences[len(sentences) // 2].start
    before, behind = [[one for one in found if (one.place.start < half) is first] for first in (True, False)]
    numbers = Counter(_owner_key(one) for one in before if one.verdict == COMMITMENT)
    return _joined(scene, sharing.both(lambda: _part(scene, raw, before, taken, 0, half), lambda: _part(scene, raw, behind, taken, half, end, numbers)))


def _told(candidate: Candidate) -> list[Span]:
    """The words by which a commitment is named: of a line that is a deed, those of its things alone."""
    if candidate.verdict != COMMITMENT:
        return []
    return [candidate.place, *(item.span for item in candidate.items)] if candidate.pattern == "deed" else candidate.claims


def place(candidate: Candidate) -> tuple[int, int]:
    """By which candidates are sorted."""
    return candidate.place.start, candidate.place.end


def _part(scene: Scene, raw: str, found: list[Candidate], taken: tuple[Stretches, Stretches], start: int, end: int, numbers: Counter[str] | None = None) -> Proposal:
    """What was found between start and end, and what only sounds like a promise. `numbers` tells how many commitments of each owner stand before."""
    numbers = Counter() if numbers is None else numbers
    cleaned = scene.structure.cleaned
    swept = sweeping.find(scene, *taken, start, end)
    # Organs of whom a broken line says no more (民政部将会同财政部) leave nothing to show.
    told = sorted((one for one in chain(found, swept) if one.name or one.verdict == COMMITMENT), key=place)
    commitments = []
    for candidate in told:
        if candidate.verdict != COMMITMENT:
            continue
        if candidate.owner is not None:
            candidate.owner = full_names.known(scene, candidate.owner)
        confidence.weigh(scene, candidate)
        owner = _owner_key(candidate)
        numbers[owner] += 1
        commitments.append(_commitment(scene, candidate, f"{owner}-{numbers[owner]}", raw))
    left = {place(one): one for one in reversed(told) if one.verdict == LEFT_OUT}  # the same words once, with the first reason
    return Proposal(
        tuple(commitments),
        tuple(_mention(cleaned, candidate) for candidate in told if candidate.verdict == CONTEXT),
        tuple(_mention(cleaned, candidate) for candidate in reversed(left.values())),
        None,
        {name: code for name in _helping(commitments) if (code := scene.directory.code(name))},
    )


def _joined(scene: Scene, parts: Sequence[Proposal]) -> Proposal:
    return Proposal(
        tuple(chain.from_iterable(part.commitments for part in parts)),
        tuple(chain.from_iterable(part.context for part in parts)),
        tuple(chain.from_iterable(part.left_out for part in parts)),
        _office(scene),
        {name: code for part in parts for name, code in part.known.items()},
    )


def _owner_key(candidate: Candidate) -> str:
    return ((candidate.owner and candidate.owner.code) or "x").lower()


def _helping(commitments: list[ProposedCommitment]) -> Iterator[str]:
    for one in commitments:
        yield from one.joint
        yield from chain.from_iterable(item.joint for item in one.items)


def _office(scene: Scene) -> Office | None:
    told = coordinating.office(scene)
    if told is None:
        return None
    organ, words = told
    return Office(full_names.fullest(scene, organ), scene.structure.cleaned.raw_span(words.start, words.end))


def _commitment(scene: Scene, candidate: Candidate, key: str, raw: str) -> ProposedCommitment:
    from tracker.i18n import t

    owner = candidate.owner
    near = scene.directory.near(owner.name) if owner and not owner.code else ()
    reasons = [t(f"article.{note}") for note in candidate.notes] or [
        t("article.sure_uncounted" if candidate.declared is None else "article.sure")
    ]
    starts, theme = candidate.starts, candidate.theme
    return ProposedCommitment(
        key=key,
        agency=owner.code if owner else None,
        agency_name=full_names.fullest(scene, owner) if owner else None,
        near=near,
        name=candidate.name,
        kind=candidate.kind,
        declared_count=candidate.declared,
        approximate=candidate.approximate,
        items=tuple(_item(scene, item) for item in candidate.items),
        fields=tuple(candidate.fields),
        joint=tuple(dict.fromkeys(candidate.joint)),
        theme=scene.structure.cleaned.spaced(raw, theme.start, theme.end).strip("。：: ") or None if theme else None,
        starts=(starts.year, starts.month, starts.day) if starts and starts.month and starts.day else None,
        due=candidate.due.text if candidate.due else None,
        due_basis=_basis(scene, candidate.due),
        place=scene.structure.cleaned.raw_span(candidate.place.start, candidate.place.end),
        pattern=candidate.pattern,
        confidence=candidate.confidence,
        reason=t("article.and").join(reasons),
    )


def _item(scene: Scene, item: Item) -> ProposedItem:
    cleaned = scene.structure.cleaned
    return ProposedItem(
        title=item.title.replace(" ", ""),
        place=cleaned.raw_span(item.span.start, item.span.end),
        target_quantity=item.quantity.shown if item.quantity else None,
        target_unit=item.quantity.unit if item.quantity else None,
        due=item.due.text if item.due else None,
        due_basis=_basis(scene, item.due),
        lead_agency=item.lead,
        agency=scene.directory.code(item.lead) if item.lead else None,
        target_most=item.quantity is not None and item.quantity.most,
        target_place=_counted_at(scene, item),
        others=_others(scene, item),
        aside=tuple([scene.text[clause.start : clause.end].replace(" ", "") for clause in item.aside]) if item.aside else (),
        joint=tuple(name for name in dict.fromkeys(item.joint) if name != item.lead),
    )


def _others(scene: Scene, item: Item) -> tuple[OtherTarget, ...]:
    found = figures.besides(scene.text, item.span, item.quantity) if item.others is None else item.others
    return tuple([OtherTarget(one.shown, one.unit, scene.text[one.start : one.end].replace(" ", "")) for one in found]) if found else ()


def _counted_at(scene: Scene, item: Item) -> tuple[int, int] | None:
    """The words that say of what a target is so many (新增养老床位1200张), where the title does not: 提升养老服务."""
    amount = item.quantity
    if amount is None or item.span.start <= amount.start < item.span.end:
        return None
    start = max(amount.start - _LONGEST_NOUN, *(scene.text.rfind(mark, max(0, amount.start - _LONGEST_NOUN), amount.start) + 1 for mark in "，。；：、\n\t"))
    return scene.structure.cleaned.raw_span(start, amount.end)


_LONGEST_NOUN = 30  # characters before an amount


def _basis(scene: Scene, due: Day | None) -> str | None:
    """What a deadline rests on that the text does not write as a whole."""
    from tracker.i18n import t

    if due is None:
        return None
    words = scene.text[due.start : due.end]
    if due.note:
        return t(f"article.{due.note}", words=words)
    if not due.reckoned:
        return t("article.year_only") if due.month is None else None
    if due.text is None:
        return t("article.due_open", words=words)
    year = scene.year_at(due.start)
    told = scene.was_told and year == scene.this_year
    basis = t("article.due_published" if told else "article.due_stated", words=words, year=year)
    return basis if due.month else t("article.and").join((basis, t("article.due_end_of_year")))


def _mention(cleaned: Cleaned, candidate: Candidate) -> Mention:
    from tracker.i18n import t

    return Mention(
        candidate.name,
        candidate.owner.name if candidate.owner else None,
        cleaned.raw_span(candidate.place.start, candidate.place.end),
        t(f"article.{candidate.reason}"),
        candidate.reason == "umbrella",
    )
