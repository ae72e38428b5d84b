"""Of the candidates that claim the same words or the same list, the one that tells most."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import attrgetter

from tracker.article import belonging, naming, organs, restraint
from tracker.article.candidates import COMMITMENT, Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.scheduling import common_day
from tracker.article.stretches import Stretches
from tracker.article.structure import Span

_anchor = attrgetter("anchor")
_SAME_BREATH = 24  # characters: 10项重点项目和10件实事 are two lists
_STRONGEST_FIRST = "table numbered deed counted topic introduced open_ended dated quoted amount rollout level scheme lever decoy".split()  # noqa: SIM905


class _Taken:
    """The words that kept candidates claim, looked up in constant time."""

    _SIZE = 256

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[Span, Candidate]]] = defaultdict(list)

    def add(self, candidate: Candidate) -> None:
        for span in candidate.claims:
            for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
                self._buckets[bucket].append((span, candidate))

    def rival(self, candidate: Candidate) -> Candidate | None:
        span = candidate.covers
        for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
            for kept_span, kept in self._buckets.get(bucket, ()):
                if _conflict(kept, kept_span, candidate, span):
                    return kept
        return None


def resolved(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """At most one candidate for the same words and one commitment for the same list, in text order."""
    taken = _Taken()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        rival = taken.rival(candidate)
        if rival is not None and candidate.pattern == "amount" and _keep_the_rest(candidate, rival):
            restraint.judge(scene, candidate)  # now by what is left
            rival = taken.rival(candidate)
        if rival is None:
            taken.add(candidate)
            kept.append(candidate)
        elif candidate.verdict == rival.verdict == COMMITMENT and len(rival.items) < 2:  # the day of one item is no list's
            rival.due = rival.due or candidate.due
    kept = belonging.settle(scene, _not_twice(kept))
    return _told_once(scene, sorted(kept, key=lambda candidate: (candidate.place.start, candidate.place.end)))


def listed(candidates: list[Candidate]) -> Stretches:
    """The words of the lists among what was found of the whole article: what is weak within them gives way."""
    taken = _Taken()
    spans: list[Span] = []
    for candidate in sorted(candidates, key=_rank):
        if taken.rival(candidate) is None:
            taken.add(candidate)
            if candidate.pattern == "numbered" and candidate.verdict == COMMITMENT and len(candidate.items) > 1:
                spans += candidate.claims
    return Stretches(spans)


def _not_twice(kept: list[Candidate]) -> list[Candidate]:
    """办好教育实事 above 某局推出四大行动：…: what a set or another organ within a deed has taken is no part of the deed, and what is left of nothing is no deed."""
    deeds = [each for each in kept if each.pattern == "deed" and each.verdict == COMMITMENT and each.items]
    others = [each for each in kept if each.pattern not in ("numbered", "deed") and each.verdict == COMMITMENT and each.items] if deeds else []
    others.sort(key=_anchor)
    emptied = set()
    for deed in deeds:
        extent = deed.covers
        first, last = (bisect_left(others, place, key=_anchor) for place in (extent.start, extent.end))
        within = [own for each in others[first:last] if len(each.items) > 1 or _is_anothers(deed, each) for own in each.claims]
        left = [item for item in deed.items if not any(_overlap(item.span, own) for own in within)]
        if not left:
            emptied.add(id(deed))
        elif left[0] is not deed.items[0]:
            deed.place = Span(left[0].span.start, left[-1].span.end)  # the quote that announced it is the other's
        if len(left) < len(deed.items):
            deed.items, deed.due = left, common_day(left) or deed.due
    return [each for each in kept if id(each) not in emptied]


def _keep_the_rest(amounts: Candidate, rival: Candidate) -> bool:
    """开展三项行动，培训急救员2万名: the set claims its own words, not the amounts beside it. Whether any are left."""
    left = [item for item in amounts.items if not any(_overlap(item.span, own) for own in rival.claims)]
    if not left or len(left) == len(amounts.items) or rival.pattern in ("numbered", "deed"):
        return False
    amounts.items, amounts.name = left, left[0].title
    amounts.place = Span(left[0].span.start, left[-1].span.end)
    amounts.anchor, amounts.kind, amounts.due = left[0].span.start, naming.single_kind(left[0].title), common_day(left)
    return True


def _rank(candidate: Candidate) -> tuple[bool, bool, int, int, int]:
    return (
        candidate.verdict != COMMITMENT and candidate.reason != "shared_out",
        candidate.weak,
        _STRONGEST_FIRST.index(candidate.pattern),
        -len(candidate.items),
        candidate.place.start - candidate.place.end,
    )


def _conflict(kept: Candidate, kept_span: Span, candidate: Candidate, span: Span) -> bool:
    if kept.pattern in ("numbered", "deed") and candidate.pattern not in ("numbered", "deed"):
        # A set that names its parts inside a list's item is a commitment of its own.
        behind = kept.pattern == "deed" or candidate.place.start >= kept.place.end
        own = len(candidate.items) > 1 and not candidate.weak and behind
        if kept.pattern == "deed" and (_is_anothers(kept, candidate) or _is_beside(kept, candidate)):
            return False
        if candidate.pattern == "amount" and _overlap(kept_span, span):
            return True  # …确定组织实施10件实事： before its list
        return kept_span.start <= candidate.anchor < kept_span.end and not own
    if kept.pattern == candidate.pattern == "numbered":
        outer = {item.span.start for item in kept.items}
        return all(item.span.start in outer for item in candidate.items)
    if candidate.pattern == "amount":  # 建设空间2处，12月底前开放，增加座位500个: what stands between its amounts is not its own
        return any(_overlap(kept_span, item.span) for item in candidate.items)
    return _overlap(kept_span, span)


def _is_anothers(deed: Candidate, candidate: Candidate) -> bool:
    """Whether a sentence behind the deed's own names somebody else, who does something else."""
    names = deed.owner, candidate.owner
    return (
        candidate.place.start >= deed.place.end
        and candidate.sentence != deed.sentence
        and not candidate.owner_far
        and all(owner is not None and not owner.generic for owner in names)
        and candidate.owner is not None
        and candidate.owner.start >= candidate.sentence
        and names[0] is not None
        and candidate.owner.name not in (names[0].name, *deed.joint)
    )


def _is_beside(deed: Candidate, candidate: Candidate) -> bool:
    """新建助餐点40个；同时梳理形成为老服务实事清单10项: whether a set is announced besides the amounts of the deed, whose sum it is not."""
    if candidate.pattern != "counted" or not candidate.declared or not candidate.governed or candidate.verdict != COMMITMENT:
        return False
    behind_headline = candidate.place.start >= deed.place.start + len(deed.name)
    if not deed.items or not behind_headline or any(_overlap(item.span, candidate.place) for item in deed.items):
        return False
    return candidate.kind == "list" or candidate.place.start > deed.items[-1].span.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_OF_A_DOCUMENT = compiled(r"(?<=实事|项目|工程|任务)(?:实施|工作|落实|任务分解)?(?:方案|计划|分解表|清单)$")
_FAMILIES = ("实事", "项目", "工程", "任务", "清单", "事项", "好事", "大事", "小事", "件事", "承诺")


def _told_once(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """A list that is mentioned again (those 20 projects) is one commitment: the mention that tells most."""
    shared_out = {candidate.declared for candidate in candidates if candidate.reason == "shared_out"} - {None}
    for candidate in candidates:
        mentioned = candidate.verdict == COMMITMENT and candidate.declared in shared_out and not candidate.items
        if mentioned and candidate.name.strip("”“").endswith(_FAMILIES):
            candidate.to_context("shared_out")
    _tell_totals(scene, candidates)
    candidates = _without_headlines(scene, candidates)
    kept: list[Candidate | None] = []
    first_at: dict[tuple[int, str], int] = {}
    for candidate in candidates:
        kept.append(candidate)
        if candidate.verdict != COMMITMENT or candidate.declared is None:
            continue
        head = _OF_A_DOCUMENT.sub("", candidate.name.strip("”“《》"))[-2:].replace("举措", "措施")
        family = "family" if head in _FAMILIES else head
        index = first_at.get((candidate.declared, head), first_at.get((candidate.declared, family)))
        first = kept[index] if index is not None else None
        here = len(kept) - 1
        if first is None or index is None or not _may_be_one(first, candidate):
            first_at[candidate.declared, head] = here
            first_at.setdefault((candidate.declared, family), here)
        elif _tells(candidate) > _tells(first) or _is_repeated(scene, first, candidate):
            if (first.name.endswith(candidate.name) and len(first.name) > len(candidate.name)) or (first.governed and not _is_headline(scene, first)):
                _named_before(candidate, first)
            if candidate.owner is None or (candidate.owner_far and first.owner is not None):
                candidate.owner = first.owner
            kept[index] = None
            first_at[candidate.declared, head] = first_at[candidate.declared, family] = here
        else:
            first.owner = first.owner or candidate.owner
            kept[here] = None
    return [candidate for candidate in kept if candidate is not None]


# 今年全市8个部门共推出30余件民生实事: announced, not done
_ANNOUNCED_IN_ALL = compiled(r"(?:今年|本年度?|(?P<year>20\d\d)年)(?!以来)[^。；已了]*?(?<!累计)(?<!已)(?:合|总)?共(?:计|将|要)?(?:推出|梳理|确定|安排|谋划|列出|公布|排出|部署|承诺|实施|办理)了?$")


def _tell_totals(scene: Scene, candidates: list[Candidate]) -> None:
    """The number of all that several organs below promise was taken for work done, for 共: it is their total, and nobody's own."""
    for index, one in enumerate(candidates):
        if one.reason != "finished" or one.pattern != "counted" or one.items:
            continue
        sentence = scene.structure.sentence_at(one.anchor)
        told = _ANNOUNCED_IN_ALL.search(scene.text, sentence.start, one.place.start) if sentence else None
        if told is None or (told["year"] and scene.this_year and int(told["year"]) < scene.this_year):
            continue
        below = {other.owner.name for other in candidates[index + 1 :] if other.verdict == COMMITMENT and other.owner and not other.owner.generic}
        if len(below) > 1:
            one.owner = None
            one.leave_out("total")


def _without_headlines(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Without the single things that a title names and the text names again."""
    named = [one for one in candidates if one.verdict == COMMITMENT]

    def is_told_below(one: Candidate) -> bool:
        if one.verdict != COMMITMENT or one.declared is not None or one.items:
            return False
        return _is_headline(scene, one) and any(one.name in other.name for other in named if other.place.start > one.place.start)

    return [one for one in candidates if not is_told_below(one)]


def _is_headline(scene: Scene, candidate: Candidate) -> bool:
    line = scene.structure.paragraph_at(candidate.place.start)
    return line is not None and line.heading and line.index < _TITLES


_TITLES = 3  # lines at the head of a text


def _named_before(candidate: Candidate, first: Candidate) -> None:
    """产生民生实事项目10个。…这10个项目包括：: what it is called was said where it was announced."""
    candidate.extent, candidate.name, candidate.place = candidate.covers, first.name, first.place


def _may_be_one(first: Candidate, again: Candidate) -> bool:
    if first.anchor == again.anchor:
        return True  # the same count, in the words over a list and as its heading
    if first.items and again.items:
        return False
    if not again.governed and not again.items and again.sentence != first.sentence:
        return True
    if again.sentence == first.sentence and abs(again.anchor - first.anchor) < _SAME_BREATH:
        return False
    return _may_share_owner(first, again)


def _tells(candidate: Candidate) -> tuple[int, int, bool, bool]:
    near = candidate.owner is not None and not candidate.owner_far
    return len(candidate.items), len(candidate.fields), candidate.governed, near


def _is_repeated(scene: Scene, first: Candidate, again: Candidate) -> bool:
    """Whether the text announces in the same words what its title does: there it says whose it is, and goes on to its members."""
    return _is_headline(scene, first) and not _is_headline(scene, again) and again.name == first.name and _tells(again) == _tells(first)


def _may_share_owner(one: Candidate, other: Candidate) -> bool:
    if one.owner is None or other.owner is None or one.owner.generic or other.owner.generic:
        return True
    short, long = sorted((one.owner.name, other.owner.name), key=len)
    if any(place[-1] == whose[0] and whose[1:] in ("政府", "人民政府") for place, whose in ((short, long), (long, short))):
        return True  # 澧江市, and 市政府
    return long.endswith(short) or (long.startswith(short) and short[-1] in _PLACES) or organs.abbreviates(short, long)


_PLACES = "省市县区州旗镇乡"  # 某县2024年十件实事 over a list that 某县人民政府办公室 signs


