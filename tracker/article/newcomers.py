"""The owners that the directory has not: who they are, by the names that the text gives them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tracker.article.proposal import Proposal, ProposedCommitment, ProposedItem


@dataclass(frozen=True)
class Newcomer:
    """An owner to be registered: a code where one is suggested, the first name that the text gives it, its others."""

    code: str | None
    name: str
    aliases: tuple[str, ...] = ()


def newcomers(proposal: Proposal, guessed: Collection[str] = ()) -> list[Newcomer]:
    """In the order of the text, the owners without a code and those whose code is `guessed`.

    A guessed code comes from a directory that need not be that of the text:
    it names the owner in the books, and nothing else of that directory is
    taken over.
    """
    names: dict[str | None, dict[str, None]] = {}
    for code, name in _owners(proposal):
        if code is None or code in guessed:
            names.setdefault(code or name, {})[name] = None
    return [Newcomer(key if key in guessed else None, first, tuple(others)) for key, (first, *others) in names.items()]


def _owners(proposal: Proposal) -> Iterator[tuple[str | None, str]]:
    for one in proposal.commitments:
        if one.agency_name:
            yield one.agency, one.agency_name
        for item in one.items:
            if has_own_lead(one, item) and item.lead_agency:
                yield item.agency, item.lead_agency


def has_own_lead(one: ProposedCommitment, item: ProposedItem) -> bool:
    """Whether the text gives an item another lead than its commitment's."""
    if item.agency is not None:
        return item.agency != one.agency
    return item.lead_agency not in (None, one.agency_name)


def strangers(proposal: Proposal, guessed: Collection[str] = ()) -> list[str]:
    """The organs that join or help and own nothing, in the order of the text, where the directory has none of their names."""
    from tracker.article import organ_words

    owners = {name for _, name in _owners(proposal)}
    helping = dict.fromkeys(name for one in proposal.commitments for part in (one, *one.items) for name in part.joint)
    return [
        name
        for name in helping
        if name not in owners
        and proposal.known.get(name) in (None, *guessed)
        and organ_words.AT_END.search(name)
        and not organ_words.GENERIC.match(name)
    ]


def likely_office(proposal: Proposal) -> str | None:
    """Who coordinates, as the text says; else who leads the whole of which the commitments are parts."""
    if proposal.office is not None:
        return proposal.office.name
    return next((each.agency_name for each in proposal.context if each.umbrella and each.agency_name), None)
