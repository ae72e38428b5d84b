"""How well and how fast commitments are found in labelled texts.

    python benchmarks/extraction.py [FOLDER …] [--each] [--errors] [--speed]

A folder holds pairs `name.txt` and `name.gold.json` (the format is described
in CONTRIBUTING.md). Without a folder the project's own texts are scored
and, where the checkout has a neighbour `shared`, the texts labelled there.

A commitment is found when owner and place agree: the owner but for 省, 市, 区
or 县 before it, 人民政府 and 政府 being one (any owner will do where the label
has none), the place by one character in common. An item is found when its title
and place agree. Labels marked debatable count neither way.

Without a folder a line follows for those that were held out once and have been read since, and one for the texts that are held out: nobody mends by
them, so that they tell what to expect of a text that is new.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "article" / "texts"
SEEN = ROOT / "tests" / "article" / "seen"
HELD_OUT = ROOT / "tests" / "article" / "held_out"
SHARED = ROOT.parent / "shared" / "data"
MEASURES = ("commitments", "declared counts", "items", "quantities", "dues")
_PLAIN = re.compile(r"[\W_]+")


@dataclass
class Score:
    """Right, wrong (found, not there) and missed (there, not found)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Result:
    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in MEASURES})
    errors: list[str] = field(default_factory=list)


def compare(gold: dict[str, Any], found: dict[str, Any]) -> Result:
    """Score what was found (the `--json` of `deeds extract`) against the labels."""
    result = Result()
    pairs, debatable = _pair_commitments(gold["commitments"], found["commitments"])
    matched = {index for index, _ in pairs.values()}
    for number, one in enumerate(found["commitments"]):
        if number not in pairs and number not in debatable:
            result.scores["commitments"].wrong += 1
            result.errors.append(f"+ {one['agency_name']} | {one['name']} | {one['declared_count']} ({one['pattern']})")
    for index, one in enumerate(gold["commitments"]):
        if one.get("debatable"):
            continue
        if index in matched:
            result.scores["commitments"].right += 1
        else:
            result.scores["commitments"].missed += 1
            result.errors.append(f"- {one['agency']} | {one['name']} | {one['declared_count']}")
    for number, (_, label) in pairs.items():
        if not label.get("debatable"):
            _value(
                result,
                "declared counts",
                label["declared_count"],
                found["commitments"][number]["declared_count"],
                label["name"],
            )
    _items(gold, found, debatable, result)
    return result


def _pair_commitments(
    gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> tuple[dict[int, tuple[int, Any]], set[int]]:
    """Found number → (label number, label), the largest overlaps first; and the found that touch a debatable label."""
    overlaps = []
    for number, one in enumerate(found):
        for index, label in enumerate(gold):
            common = min(one["span"][1], label["end"]) - max(one["span"][0], label["start"])
            if common > 0 and same_owner(label["agency"], one["agency_name"]):
                # A label that shares the count is preferred to one that only shares more words.
                overlaps.append((label["declared_count"] == one["declared_count"], common, number, index))
    pairs: dict[int, tuple[int, Any]] = {}
    taken: set[int] = set()
    for *_, number, index in sorted(overlaps, reverse=True):
        if number not in pairs and index not in taken:
            pairs[number] = (index, gold[index])
            taken.add(index)
    debatable = {number for number, (_, label) in pairs.items() if label.get("debatable")}
    for number, one in enumerate(found):
        if number not in pairs and any(
            label.get("debatable") and one["span"][0] < label["end"] and label["start"] < one["span"][1]
            for label in gold
        ):
            debatable.add(number)
    return pairs, debatable


def same_owner(label: str | None, found: str | None) -> bool:
    if label is None:
        return True
    if found is None:
        return False
    label, found = (_plain(name).replace("人民政府", "政府") for name in (label, found))
    short = [re.sub(r"^(?:省|市|区|县)", "", name) for name in (label, found)]
    return short[0] == short[1] or label.endswith(found) or found.endswith(label)


def _items(gold: dict[str, Any], found: dict[str, Any], debatable: set[int], result: Result) -> None:
    labels = [
        (item, bool(one.get("debatable") or one.get("items_debatable") or item.get("debatable")))
        for one in gold["commitments"]
        for item in one["items"]
    ]
    ours = [(item, number in debatable) for number, one in enumerate(found["commitments"]) for item in one["items"]]
    taken: set[int] = set()
    for item, doubtful in ours:
        index = next((i for i, (label, _) in enumerate(labels) if i not in taken and _same_item(label, item)), None)
        if index is None:
            if not doubtful and not any(weak and _touch(label, item) for label, weak in labels):
                result.scores["items"].wrong += 1
                result.errors.append(f"  + {item['title']}")
            continue
        taken.add(index)
        label, weak = labels[index]
        if weak:
            continue
        result.scores["items"].right += 1
        _value(
            result,
            "quantities",
            _amount(label["target_quantity"], label["target_unit"]),
            _amount(item["target_quantity"], item["target_unit"]),
            label["title"],
        )
        _value(result, "dues", label["due"], item["due"], label["title"])
    for index, (label, weak) in enumerate(labels):
        if index not in taken and not weak:
            result.scores["items"].missed += 1
            result.errors.append(f"  - {label['title']}")


def _touch(label: dict[str, Any], item: dict[str, Any]) -> bool:
    return bool(item["span"][0] < label["end"] and label["start"] < item["span"][1])


def _same_item(label: dict[str, Any], item: dict[str, Any]) -> bool:
    if not _touch(label, item):
        return False
    one, other = _plain(label["title"]), _plain(item["title"])
    if one in other or other in one:
        return True
    common = sum((Counter(one) & Counter(other)).values())
    return common * 2 >= max(len(one), len(other))


def _plain(text: str) -> str:
    return _PLAIN.sub("", unicodedata.normalize("NFKC", text))


def _amount(quantity: float | None, unit: str | None) -> float | None:
    if quantity is None:
        return None
    scale = 1.0
    for char in unit or "":
        scale *= {"万": 1e4, "亿": 1e8}.get(char, 1)
    return float(quantity) * scale


def _value(result: Result, measure: str, label: Any, found: Any, where: str) -> None:
    score = result.scores[measure]
    if label == found:
        score.right += label is not None
        return
    score.wrong += found is not None
    score.missed += label is not None
    result.errors.append(f"  ~ {measure}: {where}: {label} / {found}")


def texts(folders: list[Path], plain: bool = False) -> list[tuple[str, str, dict[str, Any]]]:
    """Name, raw text and labels of every labelled text, of those without markup only if `plain`."""
    found = []
    for folder in folders:
        for labels in sorted(folder.glob("*.gold.json")):
            name = labels.name.removesuffix(".gold.json")
            path = next(
                (
                    p
                    for p in (folder / f"{name}.txt", folder / f"{name}.html", folder.parent / f"{name}.txt")
                    if p.exists()
                ),
                None,
            )
            if path and not (plain and path.suffix == ".html"):
                from tracker.article import read

                found.append((f"{folder.name}/{name}", read(path.read_bytes()), json.loads(labels.read_text("utf-8"))))
    return found


def known_agencies() -> list[Any]:
    """The shipped directory; empty while there is none."""
    path = ROOT / "seeds" / "agencies.yaml"
    if not path.exists():
        return []
    import yaml

    return [
        SimpleNamespace(
            code=one["code"], name=one["name"], full_name=one.get("full_name", ""), aliases=one.get("aliases", [])
        )
        for one in yaml.safe_load(path.read_text("utf-8")).get("agencies", [])
    ]


def quality(folders: list[Path], each: bool, errors: bool) -> dict[str, Score]:
    from datetime import date

    from tracker.article import extract

    agencies = known_agencies()
    total = {name: Score() for name in MEASURES}
    print(f"{'text':<28}" + "".join(f"{name:>24}" for name in MEASURES))
    for name, raw, gold in texts(folders):
        published = date.fromisoformat(gold["published_on"]) if gold.get("published_on") else None
        result = compare(gold, extract(raw, agencies, published).as_json())
        for measure, score in result.scores.items():
            total[measure] += score
        if each or errors:
            _row(name, result.scores)
        if errors:
            print("\n".join("    " + line for line in result.errors))
    _row("all", total)
    return total


def _row(name: str, scores: dict[str, Score]) -> None:
    cells = (f"{s.precision:.2f} {s.recall:.2f} F1 {s.f1:.2f}" for s in scores.values())
    print(f"{name:<28}" + "".join(f"{cell:>24}" for cell in cells))


_RUN = "import sys; from tracker.article import extract, read; extract(read(open(sys.argv[1], 'rb').read()))"
_COMMAND = "from tracker.cli import main; main()"


def speed(megabytes: float = 1.0) -> None:
    """Seconds to extract from so much text, alone and as the command that writes the proposal, as multiples of `python -c pass`.

    The project's own plain texts hold a promise in every other line, to try every
    pattern (one page among them would make the whole a page with its lines run together); the reference article and the texts
    labelled beside it, where there are any, are as dense as such texts are.
    """
    samples = {"own texts": [raw for _, raw, _ in texts([OWN], plain=True)]}
    if (SHARED / "article.txt").exists():
        samples["reference article"] = [(SHARED / "article.txt").read_text(encoding="utf-8")]
        samples["labelled beside it"] = [raw for _, raw, _ in texts([SHARED / "labelled"])]
    with tempfile.TemporaryDirectory() as folder:
        article, proposal = Path(folder, "article.txt"), Path(folder, "proposal.yaml")
        for name, sample in samples.items():
            text, wanted = "\n".join(sample).encode(), int(megabytes * 1e6)
            article.write_bytes((text * (wanted // len(text) + 1))[:wanted].decode(errors="ignore").encode())
            command = (_COMMAND, "extract", str(article), "-o", str(proposal), "--force")
            _seconds(*command, cwd=folder)  # what Python keeps from a first run is kept
            runs = [[_seconds(*call, cwd=folder) for call in (("pass",), (_RUN, str(article)), command)] for _ in range(7)]
            empty, alone, whole = (median(run[n] for run in runs) for n in range(3))
            times = f"{alone:.2f} s, {alone / empty:.0f} ×; with its command and file {whole:.2f} s, {whole / empty:.0f} ×"
            print(f"{name}, {megabytes} MB: {times} python -c pass ({empty * 1000:.0f} ms)")


def _seconds(code: str, *arguments: str, cwd: str) -> float:
    # With what Python keeps of modules and patterns, as where the program is installed; on an empty desk.
    left = ("PYTHONDONTWRITEBYTECODE", "DEEDS_DATABASE_URL")
    environment = {name: value for name, value in os.environ.items() if name not in left} | {"PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for every text")
    parser.add_argument("--errors", action="store_true", help="and every error")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if arguments.speed:
        speed()
        return
    for folder in arguments.folders:
        if not texts([folder]):
            parser.error(f"no labelled texts in {folder}")
    quality(arguments.folders or [OWN, SHARED / "labelled"], arguments.each, arguments.errors)
    if not arguments.folders:
        print("\nheld out once:")
        quality([SEEN], each=False, errors=False)
        print("\nheld out:")
        quality([HELD_OUT], each=False, errors=False)


if __name__ == "__main__":
    main()
