"""How much is found in labelled texts: nearly all in those by which the patterns were made, what was promised in those held out."""

import json

import pytest
from article_gold import SHARED, TEXTS, scorer

SCORER = scorer()


def test_own_texts_have_more_negatives_than_commitments():
    labels = [json.loads(path.read_text("utf-8")) for path in TEXTS.glob("*.gold.json")]
    assert len(labels) >= 12
    assert sum(len(one["negatives"]) for one in labels) >= sum(len(one["commitments"]) for one in labels)


def test_labels_quote_their_texts():
    for name, raw, gold in SCORER.texts([TEXTS]):
        for one in gold["commitments"]:
            assert 0 <= one["start"] < one["end"] <= len(raw), name
            assert all(0 <= item["start"] < item["end"] <= len(raw) for item in one["items"]), name
        assert all(raw[one["start"] : one["end"]] == one["span"] for one in gold["negatives"]), name


def test_own_texts():
    total = SCORER.quality([TEXTS], each=False, errors=True)
    assert total["commitments"].f1 >= 0.95
    assert total["items"].f1 >= 0.95
    assert total["declared counts"].f1 >= 0.95
    assert total["quantities"].f1 >= 0.9
    assert total["dues"].f1 >= 0.9


def test_texts_that_were_held_out_once():
    """Written without sight of the patterns, scored, and then read: between the two others."""
    total = SCORER.quality([SCORER.SEEN], each=False, errors=False)
    assert total["commitments"].f1 >= 0.80
    assert total["items"].f1 >= 0.80


def test_texts_that_nobody_mends_by():
    """What is promised of texts that are new: commitments found with F1 0.70, items with 0.75."""
    total = SCORER.quality([SCORER.HELD_OUT], each=False, errors=False)
    assert total["commitments"].f1 >= 0.70
    assert total["items"].f1 >= 0.75


def test_a_negative_is_never_proposed():
    from tracker.article import extract

    for name, raw, gold in SCORER.texts([TEXTS]):
        proposed = [one.place for one in extract(raw).commitments]
        for negative in gold["negatives"]:
            hit = [place for place in proposed if negative["start"] <= place[0] and place[1] <= negative["end"]]
            assert not hit, (name, negative["span"])


needs_shared = pytest.mark.skipif(not SHARED.exists(), reason=f"the labelled texts are not at {SHARED}")


@needs_shared
def test_the_reference_article():
    labelled = [one for one in SCORER.texts([SHARED / "labelled"]) if one[0].endswith("/article")]
    ((_, raw, gold),) = labelled
    from tracker.article import extract

    result = SCORER.compare(gold, extract(raw, SCORER.known_agencies()).as_json())
    assert result.errors == []
    assert result.scores["commitments"].right == 11 and result.scores["items"].right == 27


@needs_shared
def test_the_reference_article_gives_the_shipped_commitments():
    import yaml
    from article_gold import ROOT

    from tracker.article import as_seed, extract, read

    raw = read((SHARED / "article.txt").read_bytes())
    ours = as_seed(extract(raw, SCORER.known_agencies()))["commitments"]
    shipped = yaml.safe_load((ROOT / "seeds" / "jiangsu-2021.yaml").read_text("utf-8"))["commitments"]
    facts = ("key", "agency", "agency_name", "name", "kind", "declared", "fields", "starts", "place")
    assert [[one.get(name) for name in facts] for one in ours] == [[one.get(name) for name in facts] for one in shipped]
    assert [one.get("items") for one in ours] == [one.get("items") for one in shipped]


@needs_shared
def test_the_other_labelled_texts():
    total = SCORER.quality([SHARED / "labelled"], each=False, errors=True)
    assert total["commitments"].f1 >= 0.9
    assert total["items"].f1 >= 0.9
