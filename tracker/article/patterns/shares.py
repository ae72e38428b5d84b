"""推出便民举措（户政20项+交管28项）: a list whose number is told in shares, with or without the total behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import naming
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.organ_words import PREDICATES
from tracker.article.patterns.counted import COUNT, IN_TOTAL, VERB
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import HEAD, LISTING_VERB

NAME = "counted"
_SHARES = compiled(
    r"(?:[（(]|[：，](?:(?P<some>其中)|分别(?:是|为)|包括)?)(?P<row>[^，。；：、！？\n（）()0-9]{2,12}\d{1,4}[项件条个](?:[、+，和][^，。；：、！？\n（）()0-9]{2,12}\d{1,4}[项件条个])+)(?=[）)。；]|$)"
)
_SHARE = compiled(r"(?:^|(?<=[项件条个])[、+，和])(?P<name>[^、+，0-9]{2,12})(?P<number>\d{1,4})[项件条个]")
_TELLS = compiled(rf"[已将均现]|完成|{LISTING_VERB}")  # 征集意见1200条，现已完成40项: clauses, and no shares
_ENDS_IN_HEAD = compiled(rf"(?:{HEAD})$")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Lists counted in shares; what several clauses count (征集意见1200条，现已完成40项) are none."""
    for match in _SHARES.finditer(scene.text, sentence.start, sentence.end):
        if (found := _of_shares(scene, sentence, match)) is not None:
            yield found


def _of_shares(scene: Scene, sentence: Sentence, match: re.Match[str]) -> Candidate | None:
    text = scene.text
    clause = scene.clause_at(sentence, match.start() - 1)
    verb = VERB.search(text, clause.start, match.start())
    if verb is None or not _ENDS_IN_HEAD.search(text, verb.end(), match.start()):
        return None
    start = verb.end()
    name = naming.clean_name(text[start : match.start()])
    shares = list(_SHARE.finditer(match["row"]))
    written = IN_TOTAL.match(shares[-1]["name"])
    total = int(shares.pop()["number"]) if written else sum(int(share["number"]) for share in shares)
    if len(name) < 2 or COUNT.search(name) or any(_is_clause(share["name"]) for share in shares):
        return None
    return Candidate(
        NAME,
        Span(start, match.end("row")),
        start,
        name,
        naming.kind(name),
        total if written or not match["some"] else None,  # 其中A20项、B12项 may not be all
        fields=[share["name"] for share in shares],
        doubts=[] if written or match["some"] else ["summed"],
    )


def _is_clause(name: str) -> bool:
    return not name.endswith("类") and (name[:2] in PREDICATES or _TELLS.search(name) is not None)
