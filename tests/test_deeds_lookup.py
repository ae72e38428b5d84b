"""From what a person types to deeds. On both engines."""

from __future__ import annotations

import pytest
from desk import refused
from importing import file

from tracker.deeds import find, items, naming, select_deeds
from tracker.deeds.lookup import by_code, many, near_codes, normalised

pytest_plugins = ["desk"]


@pytest.mark.parametrize(
    "typed", ["JYT-1-3", "jyt-1-3", " Jyt-1-3 ", "ＪＹＴ－１－３", "JYT–1–3", "JYT 1 3", "JYT_1_3", "JYT—1—3", "jyt.1.3", "心理关爱", "心理", "心理關愛"]
)  # fmt: skip
def test_ways_to_type_a_code(desk, typed):
    assert find(desk.connection, typed).code == "JYT-1-3"


def test_normalised():
    assert normalised("scjg-1-1..20") == "SCJG-1-1-20"


def test_unknown_codes_suggest_near_ones(desk):
    said = refused("deed_unknown_near", find, desk.connection, "JYT-1-33").values
    assert said["word"] == "JYT-1-33" and "JYT-1-3" in said["near"].split("、")
    assert "JYT-1-3" in refused("deed_unknown_near", find, desk.connection, "JTY-1-3").values["near"]
    refused("deed_unknown", find, desk.connection, "没有这样的实事")
    refused("deed_unknown", find, desk.connection, "")
    refused("deed_unknown", find, desk.connection, "%")


def test_an_item_that_is_a_deed_of_another_list_leads_there(desk):
    desk.take_in(file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", declared=5, more="same_as: JYT-1", key="second"))
    for word, code in {"JYT-2-1": "JYT-1-4", "jyt－2－2": "JYT-1-1", "JYT-2-3": "JYT-1-2"}.items():
        for taken in (find, lambda connection, word: select_deeds(connection, [word])):
            assert refused("deed_is_linked", taken, desk.connection, word).values["code"] == code
    assert find(desk.connection, "JYT-2-5").code == "JYT-2-5", "the one that is new has a deed of its own"
    refused("deed_unknown_near", find, desk.connection, "JYT-2-6")
    refused("deed_unknown", find, desk.connection, "JYT-2-99999999999999999999")


def test_words_that_fit_several(desk):
    said = refused("deed_ambiguous", find, desk.connection, "精简").values
    assert said["count"] == 2 and said["near"] == "KJT-1-4 精简牌子、KJT-1-5 精简“帽子”"
    naming.name(desk.as_("SCJG"), "SCJG-1-1", "学生")
    assert find(desk.connection, "学生").code == "SCJG-1-1", "the whole title before a part of one"


def test_wildcards_are_letters(desk):
    naming.name(desk.as_("SCJG"), "SCJG-1-1", "合格率98%以上")
    assert find(desk.connection, "率98%").code == "SCJG-1-1"
    refused("deed_unknown", find, desk.connection, "率%以上")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["JYT-1-3"], ["JYT-1-3"]),
        (["jyt-1-3", "JYT-1-1", "jyt-1-3"], ["JYT-1-1", "JYT-1-3"]),
        (["JYT-1"], ["JYT-1-1", "JYT-1-2", "JYT-1-3", "JYT-1-4"]),
        (["SCJG-1-60..62"], ["SCJG-1-60", "SCJG-1-61", "SCJG-1-62"]),
        (["SCJG-1-2..3", "ZJT"], ["ZJT-1-1", "SCJG-1-2", "SCJG-1-3"]),
        (["rst"], [f"RST-1-{n}" for n in range(1, 9)] + ["RST-2-1"]),
        (["近视防控"], ["JYT-1-4"]),
        ([], []),
    ],
)
def test_selections(desk, words, codes):
    assert [deed.code for deed in select_deeds(desk.connection, words)] == codes


def test_a_range_that_goes_on_behind_the_last_deed_is_refused(desk):
    assert refused("range_beyond", select_deeds, desk.connection, ["SCJG-1-60..99"]).values["right"] == "SCJG-1-60..62"


def test_a_word_that_means_nothing(desk):
    several = refused("several_words_refused", select_deeds, desk.connection, ["JYT-1-1", "JYT-9"])
    assert [(word, error.key) for word, error in several.problems] == [("JYT-9", "errors.deed_unknown_near")]
    for word in ("SCJG-1..20", "scjg-1...20", "SCJG-1～20", "SCJG－1 … 20"):
        for taken in (find, lambda connection, word: select_deeds(connection, [word])):
            assert refused("range_open", taken, desk.connection, word).values["right"] == "SCJG-1-1..20", word
    assert find(desk.connection, "SCJG.1.20").code == find(desk.connection, "SCJG-1-20").code == "SCJG-1-20"
    refused("range_empty", select_deeds, desk.connection, ["SCJG-1-70..80"])
    assert refused("range_backwards", select_deeds, desk.connection, ["SCJG-1-9..3"]).values["right"] == "SCJG-1-3..9"
    refused("deed_unknown_near", select_deeds, desk.connection, ["SCJG-9-1..3"])
    refused("deed_ambiguous", select_deeds, desk.connection, ["精简"])


def test_dropped_deeds_are_meant_by_their_own_code_only(desk):
    items.drop(desk.as_("JYT"), "JYT-1-2", items.NONEXISTENT)
    assert [d.code for d in select_deeds(desk.connection, ["JYT-1"])] == ["JYT-1-1", "JYT-1-3", "JYT-1-4"]
    assert [d.code for d in select_deeds(desk.connection, ["JYT-1-1..2"])] == ["JYT-1-1"]
    assert [d.code for d in select_deeds(desk.connection, ["JYT-1-2"])] == ["JYT-1-2"]
    naming.name(desk.as_("SCJG"), "SCJG-1-1", "教师减压")
    assert find(desk.connection, "JYT-1-2").state.drop is not None


def test_read_together_as_read_alone(desk):
    naming.name(desk.as_("SCJG"), "SCJG-1-5", "五")
    one = find(desk.connection, "SCJG-1-5")
    [together] = many(desk.connection, [one.id])
    assert together == one and together.state == one.state
    assert by_code(desk.connection, ["SCJG-1-5", "NO-1-1"]) == {"SCJG-1-5": one}


def test_near_codes_stay_near(desk):
    assert near_codes(desk.connection, "SCJG-1-63")[0].startswith("SCJG-1-6")
    assert near_codes(desk.connection, "Q") == []
