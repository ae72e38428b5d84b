"""The shipped seeds: what they hold, and that they say what the article says.

The article and its labels are not part of the project. Where the folder
`shared` stands beside the checkout, the seeds are held against them.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tracker import resources
from tracker.cli import known
from tracker.proposal import load

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
needs_article = pytest.mark.skipif(
    not (SHARED / "article.txt").is_file(), reason="the article is not part of the project and not beside this checkout"
)

TABLE = {
    # key: owner, name, kind, declared, named items
    "sjgw-1": ("SJGW", "机关党建服务长三角一体化发展创新项目", "project_group", 17, 0),
    "zjt-1": ("ZJT", "老旧小区改造", "measure", None, 0),
    "scjg-1": ("SCJG", "“为民办实事”任务清单", "list", 62, 0),
    "rst-1": ("RST", "八大民心工程", "project_group", 8, 5),
    "rst-2": ("RST", "劳动者权益保障专题活动", "activity", None, 0),
    "jyt-1": ("JYT", "四大专项行动", "action_group", 4, 4),
    "gxt-1": ("GXT", "便利群众进行新能源二手车交易", "measure", None, 0),
    "mzt-1": ("MZT", "专项行动", "action_group", None, 2),
    "zrzy-1": ("ZRZY", "示范引领项目", "project_group", 4, 4),
    "zrzy-2": ("ZRZY", "清单实施方案", "list", 20, 0),
    "swt-1": ("SWT", "五项行动", "action_group", 5, 5),
    "kjt-1": ("KJT", "七项专项行动", "action_group", 7, 7),
}


@pytest.fixture(scope="module")
def directory():
    return load(resources.folder("seeds") / "agencies.yaml").agencies


@pytest.fixture(scope="module")
def seeds():
    return load(resources.folder("seeds") / "jiangsu-2021.yaml")


@pytest.fixture(scope="module")
def raw():
    return (SHARED / "article.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def gold():
    return json.loads((SHARED / "labelled" / "article.gold.json").read_text(encoding="utf-8"))


def simplified(text: str) -> str:
    """Raw text without its bracketed pinyin, in Simplified script."""
    from opencc import OpenCC

    return OpenCC("tw2s").convert(re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+\)", "", text))


# What they hold


def test_extracting_knows_the_agencies_that_an_import_knows(directory):
    shipped = known.directory(resources.folder("seeds"))
    assert [(one.code, one.name, one.full_name, one.aliases, one.coordinates) for one in shipped] == [
        (one.code, one.name, one.full_name, one.aliases, one.coordinates) for one in directory
    ]


def test_the_table(seeds):
    got = {each.key: (each.agency, each.name, each.kind, each.declared, len(each.items)) for each in seeds.commitments}
    assert list(got.items()) == list(TABLE.items())


def test_the_numbers(seeds):
    assert len(seeds.commitments) == 12
    assert len({each.agency for each in seeds.commitments}) == 10
    assert sum(each.deed_count for each in seeds.commitments) == 132


def test_keys_are_numbered_by_owner_in_the_order_of_the_text(seeds):
    places = [each.place for each in seeds.commitments]
    assert places == sorted(places)
    count: dict[str, int] = {}
    for each in seeds.commitments:
        count[each.agency] = count.get(each.agency, 0) + 1
        assert each.key == f"{each.agency.lower()}-{count[each.agency]}"
        assert [item.key for item in each.items] == [str(n) for n in range(1, len(each.items) + 1)]


def test_nothing_is_invented(seeds):
    """The article gives no deadline, target or year; the year is marked as inferred, with the reason."""
    for each in seeds.commitments:
        assert each.due is None
        assert all(item.due is None and item.target is None for item in each.items)
        assert each.starts is None or each.starts.year is None
    assert (seeds.source.title, seeds.source.published_on, seeds.source.url) == (None, None, None)
    assert seeds.source.year == 2021 and seeds.source.year_basis


def test_what_is_not_tracked_has_place_and_reason(seeds):
    assert len(seeds.context) == 4
    assert len(seeds.left_out) == 2
    assert all(each.place and each.reason for each in seeds.context + seeds.left_out)


def test_the_directory(directory, seeds):
    codes = [each.code for each in directory]
    assert codes[0] == "SJGW"
    assert [each.code for each in directory if each.coordinates] == ["SJGW"]
    assert all(each.full_name and each.name_en and each.origin for each in directory)
    names = {each.code: each.name for each in directory}
    for each in seeds.commitments:
        assert names[each.agency] == each.agency_name
    assert all(each.agency is None or each.agency in codes for each in seeds.context + seeds.left_out)


# Held against the article


@needs_article
def test_the_hash_is_the_articles(seeds):
    assert hashlib.sha256((SHARED / "article.txt").read_bytes()).hexdigest() == seeds.source.sha256


@needs_article
def test_owners_counts_names_and_places_are_those_of_the_labels(seeds, gold, raw):
    labels = {(each["start"], each["end"]): each for each in gold["commitments"]}
    for each in seeds.commitments:
        label = labels.pop(each.place)
        assert (each.agency_name, each.declared, each.kind) == (label["agency"], label["declared_count"], label["kind"])
        assert list(each.fields) == label["categories"]
        assert each.name in label["name"]
        assert each.theme == label.get("section")
        assert [(item.title, *item.place) for item in each.items] == [
            (item["title"], item["start"], item["end"]) for item in label["items"]
        ]
        for item, labelled in zip(each.items, label["items"], strict=True):
            assert raw[slice(*item.place)] == labelled["title_raw"]
    # what is labelled and not tracked is told as context
    assert sorted(labels) == sorted(each.place for each in seeds.context)
    assert all(label["debatable"] for label in labels.values())


@needs_article
def test_a_place_holds_the_name(seeds, raw):
    for each in seeds.commitments:
        start, end = each.place
        if each.key == "sjgw-1":  # the place is the number's; the name stands in the clause before
            start -= 60
        assert each.name in simplified(raw[start:end])
        for item in each.items:
            assert simplified(raw[slice(*item.place)]) == item.title


@needs_article
def test_the_directory_has_the_names_that_the_article_writes(directory, raw):
    text = simplified(raw)
    assert [each.name for each in directory if each.name not in text] == []


@needs_article
@pytest.mark.parametrize("file", ["agencies.yaml", "jiangsu-2021.yaml"])
def test_no_clause_of_the_article_is_in_the_project(file, raw):
    seed = (resources.folder("seeds") / file).read_text(encoding="utf-8")
    clauses = [each.strip() for each in re.split(r"[,。;:!?\n]", simplified(raw))]
    assert [each for each in clauses if len(each) >= 12 and each in seed] == []
