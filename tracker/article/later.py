"""What the words behind a set tell of its members: 其中甲工程新增3处，乙工程6月底前完工; 今年将分别新建800个、260个; and which they are, each in a sentence of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.promised import promises
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.scheduling import in_turn
from tracker.article.structure import Sentence, Span, clauses

_FAR = 400  # characters behind a set in which its members are told of
_QUOTES = "“”‘’"
_BEFORE_NAME = "，。；：、\n" + _QUOTES
_PAST = compiled(r"已(?!纳入|列入)|累计|截至|去年|上年|了(?!解)")
_SHORTEST = 3  # characters of a name that is found again


# 投入7亿元实施文化惠民工程，…。投入2亿元实施体育惠民工程，…。
_OPENS = compiled(r"(?P<lead>[^，。；：“”]{0,20}?)(?:实施|开展|推进|启动)(?P<name>[一-龥]{2,12}?(?P<sort>[一-龥]{2}(?:工程|行动|计划|项目)))(?=[，。；])")
_FEWEST = 3  # members that are as many as declared by no chance
_LONGEST = 4000  # characters behind a set among which they stand


def name(scene: Scene, candidate: Candidate) -> None:
    """Take for its members the things of one sort that open just so many sentences behind it."""
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is None or (candidate.declared or 0) < _FEWEST or candidate.approximate:
        return
    line, sorts = scene.structure.paragraphs[sentence.paragraph], defaultdict(list)
    for one in scene.sentences_in(sentence.end, min(line.end, sentence.end + _LONGEST)):
        if match := _OPENS.match(scene.text, one.start, one.end):
            sorts[match["sort"]].append((one, match))
    found = next((found for found in sorts.values() if len(found) == candidate.declared == len({match["name"] for _, match in found})), None)
    if found is None or any(_PAST.search(scene.text, one.start, one.end) for one, _ in found):
        return
    candidate.scattered, candidate.told = True, [Span(one.start, one.end) for one, _ in found]
    candidate.items, candidate.fields = [_named(scene, match) for _, match in found], []


def _named(scene: Scene, match: re.Match[str]) -> Item:
    """With the money that is put into it, where the words before it tell."""
    money = next(quantities(scene.text, *match.span("lead")), None)
    return Item(match["name"], Span(match.start(), match.end("name")), money)


def tell(scene: Scene, candidate: Candidate) -> None:
    """Give the members the amounts and days that are told of them behind the set; those words are the set's own."""
    bare = [item for item in candidate.items if item.quantity is None]
    if len(bare) < 2 or len(bare) < len(candidate.items):
        return
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is not None and not _share(scene, candidate, sentence):
        _by_name(scene, candidate, sentence)


def _share(scene: Scene, candidate: Candidate, sentence: Sentence) -> bool:
    """今年将分别新建800个、260个、150个: as many amounts as members."""
    line = scene.structure.paragraphs[sentence.paragraph]
    behind = scene.sentences_in(sentence.start, min(line.end, sentence.end + 1))  # its own sentence and the next
    for clause in (clause for one in behind for clause in scene.clauses(one)):
        if clause.end <= candidate.place.end or "分别" not in scene.text[clause.start : clause.end]:
            continue
        if turns := in_turn(scene, Span(max(clause.start, candidate.place.end), clause.end), len(candidate.items)):
            for item, day in zip(candidate.items, turns, strict=True):
                item.due = item.due or day
            return True
        if clause.start < candidate.place.end:
            continue
        amounts = list(quantities(scene.text, clause.start, clause.end))
        if len(amounts) != len(candidate.items) or _PAST.search(scene.text, clause.start, clause.end):
            continue
        day = _day(scene, clause)
        for item, amount in zip(candidate.items, amounts, strict=True):
            item.quantity, item.due = amount, item.due or day
        candidate.told.append(clause)
        return True
    return False


def _by_name(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    limit = min(scene.structure.paragraphs[sentence.paragraph].end, candidate.covers.end + _FAR)
    told = list(_named_again(scene, candidate, limit))
    for index, (item, place) in enumerate(told):
        stop = told[index + 1][1] if index + 1 < len(told) else scene.text.find("。", place, limit)
        end = stop if stop >= 0 else limit
        ahead = [
            clause
            for clause in clauses(scene.text, place, end)
            if not _PAST.search(scene.text, clause.start, clause.end)
        ]
        amount = next((found[2] for clause in ahead for found in promises(scene, clause.start, clause.end)), None)
        days = [day for clause in ahead if (day := _day(scene, clause)) is not None]
        if amount is not None or days:
            item.quantity, item.due = amount, item.due or (days[-1] if days else None)
            if not _GIVEN.search(scene.text, place, end):
                candidate.told.append(Span(place, end))


def _named_again(scene: Scene, candidate: Candidate, limit: int) -> Iterator[tuple[Item, int]]:
    """The members that are named at the head of a clause, one after another."""
    place = candidate.covers.end
    for item in candidate.items:
        name = item.title.strip(_QUOTES)
        found = scene.text.find(name, place, limit) if len(name) >= _SHORTEST else -1
        of_them = found >= 0 and scene.text.startswith("其中", found - 2) and not _A_KIND.match(scene.text, found + len(name))
        if found >= 0 and (scene.text[found - 1] in _BEFORE_NAME or of_them):
            yield item, found
            place = found + len(name)


_GIVEN = compiled(r"由[^，。；]{2,16}(?:负责|牵头|承建|承担|承办|实施)")  # 其中某平台由某公司负责，…: to another, who promises it for himself
_A_KIND = compiled(r"”?(?:项目|工程|行动|计划)")  # 其中智慧监管项目 is a thing by itself


def _day(scene: Scene, clause: Span) -> Day | None:
    return next(scene.deadlines(clause.start, clause.end), None)
