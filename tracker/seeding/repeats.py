"""Which proposed commitments are already tracked: same owner, same count, similar name, items that may be the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sqlalchemy import Connection, Select, and_, func, select

from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, current, deed, item, item_deed, item_version, source
from tracker.seeding.links import without_figures

_SIMILAR = 0.75
"""How alike two names must be (`difflib` ratio) as they are compared."""
_SAME = 0.9
"""How alike a name and the title of an item must be to be of one thing."""
_KIND_AT_END = re.compile(r"(?:专项)?(?:行动|工程|活动|项目|工作)[”」]?$")
_DIGITS = re.compile(r"\d+")
_DONE = re.compile(r"^(?:提速|加快|全面|继续|持续|推进|推动|实施|开展|完成|启动)+|\d[\d.,]*[万亿]?[一-龥]{0,3}$")
"""What 推进老旧小区改造1500个 says more than 老旧小区改造: that it is done, and how much."""
_SHORTEST = 4  # characters by which a thing is known
_HOW_MANY = re.compile(r"^[〇零一二两三四五六七八九十百\d]+[个项大件条]?")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A commitment as far as a repetition is known by it."""

    code: str
    source: str
    agency: str
    name: str
    declared: int | None
    shared: frozenset[str] = frozenset()
    """Keys of the sources that announced deeds of it, too."""
    titles: tuple[str, ...] = ()
    """What its items were announced as, and what its deeds are called today."""
    unnamed: int = 0
    """How many of those announced have no name."""
    leads: frozenset[str] = frozenset()
    """Who owes its deeds today, if others than its agency do."""

    def is_of(self, one) -> bool:
        """Whether the proposed commitment is its agency's, or that of one who owes its deeds."""
        return one.agency is not None and one.agency in self.leads | {self.agency}


@dataclass(frozen=True, slots=True)
class TrackedDeed:
    """A deed as far as an item that repeats it is known by it; `source` is the key of the text that announced it first."""

    code: str
    source: str
    lead: str
    title: str
    announced: tuple[str, ...] = ()
    """What it was announced as."""

    @property
    def titles(self) -> frozenset[str]:
        return frozenset((self.title, *self.announced))


def tracked_deeds(connection: Connection) -> list[TrackedDeed]:
    """Every named deed that stands, oldest first."""
    query = (
        select(deed.c.code, source.c.key, current.c.lead, current.c.title)
        .join(current, current.c.deed_id == deed.c.id)
        .join(commitment, commitment.c.id == deed.c.commitment_id)
        .join(source, source.c.id == commitment.c.source_id)
        .where(current.c.dropped.is_(False), current.c.title.is_not(None), current.c.lead.is_not(None))
        .order_by(deed.c.id)
    )
    of = select(deed.c.code, item_version.c.title).join(item_deed, item_deed.c.deed_id == deed.c.id).join(item_version, item_version.c.item_id == item_deed.c.item_id)
    announced = _grouped(connection, of.where(item_deed.c.linked, item_version.c.title.is_not(None)).order_by(item_version.c.position))
    return [TrackedDeed(*row, tuple(announced[row.code])) for row in connection.execute(query)]


def tracked(connection: Connection) -> list[Tracked]:
    """Every tracked commitment, oldest first."""
    version = latest_commitment()
    query = (
        select(commitment.c.code, source.c.key, version.c.agency, version.c.name, version.c.declared)
        .join(version, version.c.commitment_id == commitment.c.id)
        .join(source, source.c.id == commitment.c.source_id)
        .order_by(commitment.c.id)
    )
    shared, announced, today, leads = _shared(connection), _announced(connection), _today(connection), _leads(connection)
    return [
        Tracked(
            *row,
            shared.get(row.code, frozenset()),
            tuple(dict.fromkeys(announced[row.code] + today[row.code])),
            max(0, (row.declared or 0) - max(len(announced[row.code]), len(today[row.code]))),
            frozenset(leads[row.code]),
        )
        for row in connection.execute(query)
    ]


def _announced(connection: Connection) -> defaultdict[str, list[str]]:
    """Code of a commitment → what its items were announced as, as last imported."""
    last = select(item_version.c.item_id, func.max(item_version.c.position).label("position")).group_by(item_version.c.item_id).subquery()
    query = (
        select(commitment.c.code, item_version.c.title)
        .join(item, item.c.commitment_id == commitment.c.id)
        .join(item_version, item_version.c.item_id == item.c.id)
        .join(last, and_(last.c.item_id == item_version.c.item_id, last.c.position == item_version.c.position))
        .where(item_version.c.title.is_not(None))
        .order_by(item.c.number)
    )
    return _grouped(connection, query)


def _today(connection: Connection) -> defaultdict[str, list[str]]:
    """Code of a commitment → what its deeds are called today."""
    query = (
        select(commitment.c.code, current.c.title)
        .join(deed, deed.c.commitment_id == commitment.c.id)
        .join(current, current.c.deed_id == deed.c.id)
        .where(current.c.title.is_not(None))
        .order_by(deed.c.number)
    )
    return _grouped(connection, query)


def _leads(connection: Connection) -> defaultdict[str, list[str]]:
    """Code of a commitment → who owes its deeds today."""
    query = select(commitment.c.code, current.c.lead).join(deed, deed.c.commitment_id == commitment.c.id).join(current, current.c.deed_id == deed.c.id)
    return _grouped(connection, query.where(current.c.dropped.is_(False), current.c.lead.is_not(None)).distinct())


def _grouped(connection: Connection, query: Select) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, title in connection.execute(query):
        found[code].append(title)
    return found


def _shared(connection: Connection) -> dict[str, frozenset[str]]:
    """Code of a commitment → the other sources whose items were ever linked to deeds that its items were linked to."""
    several = select(item_deed.c.deed_id).group_by(item_deed.c.deed_id).having(func.count(item_deed.c.item_id.distinct()) > 1)
    query = (
        select(item_deed.c.deed_id, commitment.c.code, source.c.key)
        .join(item, item.c.id == item_deed.c.item_id)
        .join(commitment, commitment.c.id == item.c.commitment_id)
        .join(source, source.c.id == commitment.c.source_id)
        .where(item_deed.c.deed_id.in_(several))
        .distinct()
    )
    ends: dict[int, list[tuple[str, str]]] = {}
    for linked, code, key in connection.execute(query):
        ends.setdefault(linked, []).append((code, key))
    found: dict[str, set[str]] = {}
    for of_deed in ends.values():
        for code, _ in of_deed:
            found.setdefault(code, set()).update(key for other, key in of_deed if other != code)
    return {code: frozenset(keys) for code, keys in found.items()}


def repeats(proposed: Iterable, known: Sequence[Tracked]) -> dict[str, Tracked]:
    """Key of a proposed commitment → the tracked one that it repeats.

    A proposed commitment has `key`, `agency`, `name`, `declared_count` and `items`.
    Each tracked one is repeated at most once, by what is most like it; of those that are as much alike it is the oldest.
    """
    pairs = [
        (likeness, one, each)
        for one in proposed
        for each in known
        if each.declared == one.declared_count and each.is_of(one) and (likeness := _likeness(one.name, each.name))[0] >= _SIMILAR and _fits(one, each)
    ]
    found: dict[str, Tracked] = {}
    for _, one, each in sorted(pairs, key=lambda pair: pair[0], reverse=True):  # the first of equals stays first
        if one.key not in found and each not in found.values():
            found[one.key] = each
    return found


def called_alike(code: str, part, known: Iterable[Tracked]) -> Tracked | None:
    """The oldest tracked commitment with deeds that has the owner, the number and the name of one about to be imported as another."""
    titles = {plain(each.title) for each in part.items if each.title}
    for each in known:
        same = each.leads and each.code != code and (each.agency, each.declared, plain(each.name)) == (part.agency, part.declared, plain(part.name))
        if same and (_has_a_topic(part.name) or not titles.isdisjoint(map(plain, each.titles))):
            return each
    return None


def recounted(proposed: Iterable, known: Sequence[Tracked]) -> dict[str, Tracked]:
    """Key of a proposed commitment → the tracked one of a similar name whose number is another."""
    found = {
        one.key: _nearest(one, [each for each in known if None not in (each.declared, one.declared_count) and each.declared != one.declared_count and _has_a_topic(each.name)])
        for one in proposed
    }
    return {key: each for key, each in found.items() if each is not None}


def other_items(proposed: Iterable, known: Sequence[Tracked]) -> dict[str, Tracked]:
    """Key of a proposed commitment → the tracked one of its number and a similar name that has other items: the same in other words, or another year's."""
    found = {one.key: _nearest(one, [each for each in known if one.declared_count and each.declared == one.declared_count and not _fits(one, each)]) for one in proposed}
    return {key: each for key, each in found.items() if each is not None}


def among_deeds(proposed: Iterable, known: Sequence[TrackedDeed]) -> dict[str, TrackedDeed]:
    """Key of a proposed single thing → the tracked deed of its owner that is, or was announced as, much like it but for figures."""
    found = {}
    for one in proposed:
        if len(one.items) > 1 or (one.declared_count or 1) > 1:
            continue
        near = [(_likeness(_called(one.name), _called(title))[0], each) for each in known if each.lead == one.agency for title in each.titles]
        best = max(near, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= _SAME:
            found[one.key] = best[1]
    return found


def items_tracked(proposed: Iterable, known: Iterable[TrackedDeed]) -> dict[str, list[tuple[str, TrackedDeed]]]:
    """Key of a proposed commitment → titles of its items, each with the tracked deed of its owner that is called so, but for figures and marks."""
    by_name: dict[tuple[str, str], TrackedDeed] = {}
    for each in known:
        by_name.setdefault((each.lead, _called(each.title)), each)
    found: dict[str, list[tuple[str, TrackedDeed]]] = {}
    for one in proposed:
        for part in one.items:
            lead = part.agency or (None if part.lead_agency else one.agency)
            if (same := by_name.get((lead, _called(part.title)))) is not None:
                found.setdefault(one.key, []).append((part.title, same))
    return found


def _called(title: str) -> str:
    return without_figures(plain(_KIND_AT_END.sub("", title) or title))


def reworded(one, each: Tracked) -> dict[str, str]:
    """减轻学生负担, which is tracked as 学生减负: title of an item → that by which a tracked one says the same in other words."""
    free = [title for title in each.titles if title not in {part.title for part in one.items}]
    found: dict[str, str] = {}
    for part in one.items:
        if part.title in each.titles:
            continue
        best = max(free, key=lambda title: _in_other_words(part.title, title), default=None)
        if best is not None and _in_other_words(part.title, best) >= _SIMILAR:
            found[part.title] = best
            free.remove(best)
    return found


def as_tracked(one, titles: dict[str, str]):
    """The proposed commitment with the tracked titles of its items."""
    return replace(one, items=tuple(replace(part, title=titles.get(part.title, part.title)) for part in one.items))


def naming(one, each: Tracked) -> list[str]:
    """The items of a repetition whose names deeds without one would take."""
    new = _new_titles(one, each)
    return new if len(new) <= each.unnamed else []


def beyond(one, each: Tracked) -> list[str]:
    """The items of a repetition for which a tracked commitment has neither the name nor a deed without one."""
    new = _new_titles(one, each)
    return new if each.declared is not None and len(new) > each.unnamed else []


def refigured(one, each: Tracked) -> dict[str, str]:
    """改造600个, which is tracked as 改造500个: title of an item → the tracked one that has other figures, as the import will link them."""
    own, theirs = (Counter(map(without_figures, titles)) for titles in ((part.title for part in one.items), each.titles))
    known = {without_figures(title): title for title in each.titles}
    words = {part.title: without_figures(part.title) for part in one.items if part.title not in each.titles}
    return {title: known[each] for title, each in words.items() if own[each] == theirs[each] == 1}


def _new_titles(one, each: Tracked) -> list[str]:
    known = {*each.titles, *reworded(one, each), *refigured(one, each)}
    return [part.title for part in one.items if part.title not in known]


def _nearest(one, known: Sequence[Tracked]) -> Tracked | None:
    own = [each for each in known if each.is_of(one)]
    best = max(own, key=lambda each: _likeness(one.name, each.name), default=None)  # the first of the highest
    return best if best is not None and _likeness(one.name, best.name)[0] >= _SIMILAR else None


def _likeness(left: str, right: str) -> tuple[float, float]:
    """How much two names mean the same, then how much they are alike as they stand: 改造老旧小区1500个 means 老旧小区改造."""
    alike = _alike(left, right)
    one, other = (_DONE.sub("", plain(name)) for name in (left, right))
    turned = len(one) == len(other) >= _SHORTEST and one in other * 2  # 西门东街改造 has the characters of 东门西街改造, and is another
    return (1.0 if turned else alike), alike


def _has_a_topic(name: str) -> bool:
    """五项行动 says of nothing what it is, so that 两项行动 need have nothing to do with it."""
    return _KIND_AT_END.sub("", _HOW_MANY.sub("", plain(name))) != ""


def _fits(one, each: Tracked) -> bool:
    """Whether the named items of both may be the same: some are, or there are deeds without a name to be them."""
    if not one.items or not each.titles or len(one.items) <= each.unnamed:
        return True
    if any(_likeness(part.title, title)[0] >= _SIMILAR for part in one.items for title in each.titles):
        return True
    return len(reworded(one, each)) * 2 >= len(one.items)


def plain(name: str) -> str:
    """A name as it is compared: without marks and spaces."""
    return _MARKS.sub("", name)


def _in_other_words(left: str, right: str) -> float:
    """How much two titles have in common, in whatever order; nothing where they have other figures (新建学校5所, 新建学校6所)."""
    if _DIGITS.findall(left) != _DIGITS.findall(right):
        return 0.0
    return SequenceMatcher(None, plain(left), plain(right)).quick_ratio()


def _alike(left: str, right: str) -> float:
    return SequenceMatcher(None, plain(left), plain(right)).ratio()
