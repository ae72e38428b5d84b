"""Places of a file that slipped when it was edited by hand."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest

from tracker import proposal
from tracker.article import extract, proposal_yaml, read
from tracker.seeding import misplaced

pytest_plugins = ["office"]
TEXTS = Path(__file__).parent / "article" / "texts"
RAW = "市教育局今年新建學校(xué)5所，12月底前完成。\n市住建局改造老舊小區300個，首批啟動12個。\n序號\t名稱\t內容\n1\t夜間亮化\t安裝路燈\n2\t公廁改造\t改造公廁\n"


def found(commitment: str = "", **parts: str) -> list[tuple[str, str]]:
    """Lines of the file and words of the text, for a commitment at line 4 and other parts."""
    text = "format: practical-deeds/1\nsource: {key: s}\ncommitments:\n" + (f"  - {{key: c, agency: JYT, {commitment}}}\n" if commitment else "  []\n")
    text += "".join(f"{name}:\n  - {{{part}}}\n" for name, part in parts.items())
    return [(each.where.split(": ")[0], each.words) for each in misplaced(proposal.loads(text, "f.yaml"), RAW)]


def filled_in(text: str) -> str:
    """A proposal with a code for each agency that has none."""
    numbers = count(1)
    return re.sub("code: null", lambda _: f"code: NEW{next(numbers)}", text)


def place(words: str) -> list[int]:
    start = RAW.index(words)
    return [start, start + len(words)]


@pytest.mark.parametrize(
    "fields",
    [
        f"name: 新建学校5所, place: {place('新建學校(xué)5所')}",  # cleaned and in the other script
        f"name: 學校5所新建, place: {place('今年新建學校(xué)5所')}",  # wider, and worded anew
        f"name: 新建学校5所（含改扩建3所）, place: {place('新建學校')}",
        f"name: 办好教育, due_basis: 原文写“12月底前”, place: {place('12月底前')}",
        f"name: 民生项目, declared: 12, place: {place('首批啟動12個')}",  # named in a heading
        f'name: 办好教育, place: {place("今年新建學校")}, items: [{{key: "1", title: 新建学校5所, place: {place("新建學校(xué)5所")}}}]',
        f'name: 办好教育, items: [{{key: "1", title: 校园扩容, target: {{quantity: "5", unit: 所}}, place: {place("學校(xué)5所")}}}]',
        f"name: 夜间亮化, place: {place('安裝路燈')}",  # another cell of its row
        "name: 新建学校5所",
    ],
)
def test_what_stands_at_its_place_in_other_words(fields):
    assert found(fields) == []


def test_places_that_slipped():
    other = place("改造老舊小區300個")
    assert found(f"name: 新建学校5所, place: {other}") == [("f.yaml:4:48", "改造老旧小区300个")]
    item = f'{{key: "1", title: 新建学校5所, place: {other}}}'
    assert [words for _, words in found(f"name: 办好教育, place: {place('今年新建學校')}, items: [{item}]")] == ["改造老旧小区300个"]
    assert found(f"name: 夜间亮化, place: {place('改造公廁')}"), "another row"
    assert [line for line, _ in found(f"name: 新建学校5所, place: {other}", left_out=f"name: 新建学校5所, place: {other}")] == ["f.yaml:4:48", "f.yaml:6:27"]


@pytest.mark.parametrize("name", ["roundup-noisy.txt", "saved-page.html", "taiwan-plan.txt", "own-deeds-tw.txt", "pasted-table.txt", "hongkong-measures.txt", "joint-work.txt"])
def test_a_proposal_has_its_places_right(name):
    raw = read((TEXTS / name).read_bytes())
    proposed = proposal.loads(filled_in(proposal_yaml(extract(raw), raw)), name, reviewed=False)
    assert any(one.place for one in proposed.commitments) and misplaced(proposed, raw) == []


def test_a_slipped_place_is_told_at_its_line_and_imported(any_office, tmp_path):
    """The text may stand beside the file or be kept already."""
    (tmp_path / "a.txt").write_text(RAW, encoding="utf-8")
    any_office("extract", "a.txt", "-o", "p.yaml")
    text = filled_in((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    assert "原文是" not in any_office("import", "p.yaml").err
    (tmp_path / "a.txt").unlink()
    right = f"place: {place('改造老舊小區300個')}"
    line = next(n for n, each in enumerate(text.splitlines(), 1) if right in each)
    (tmp_path / "p.yaml").write_text(text.replace(right, "place: [2, 11]"), encoding="utf-8")
    for words in ((), ("--dry-run",)):
        told = any_office("import", "p.yaml", *words).err
        assert f"p.yaml:{line}:" in told and "与“改造老旧小区300个”不像。请改正 place，或删去。" in told
    assert any_office("import", "p.yaml", "--json").json["misplaced"][0]["name"] == "改造老旧小区300个"
