"""A mayor before his council, stations of a township, and what is made of what: 把老市场改成影像馆."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def deeds(text):
    return [(one.agency_name, one.name) for one in extract(text, (), PUBLISHED).commitments]


@pytest.mark.parametrize(
    ("salutation", "ours", "owner"),
    [
        ("議長、副議長、各位議員先進,大家早。", "本市", "市政府"),
        ("主席、各位議員女士、先生:", "本縣", "县政府"),
        ("議長、各位議員,大家好。安平市政府感謝指教。", "市府", "安平市政府"),
    ],
)
def test_who_speaks_to_the_council_is_the_government(salutation, ours, owner):
    assert deeds(f"{salutation}\n\n{ours}路燈老舊。年底前汰換路燈300盞。") == [(owner, "汰换路灯300盏")]


def test_the_title_names_the_government_that_reports():
    assert deeds("安平縣政府施政總報告\n一、交通\n將於年底前汰換路燈300盞。\n") == [("安平县政府", "汰换路灯300盏")]


def test_whoever_only_greets_members_is_no_government():
    assert deeds("各位議員先進,大家早。\n\n年底前汰換路燈300盞。") == []


@pytest.mark.parametrize("words", ["四年分批", "分三期", "訂於6月"])
def test_what_is_done_in_parts_is_still_to_be_done(words):
    assert [name for _, name in deeds(f"警察局{words}汰換監視器520支。")] == ["汰换监视器520支"]


@pytest.mark.parametrize("who", ["南塘供電所", "石橋衛生院", "柳河稅務所"])
def test_a_station_of_a_township_is_an_owner(who):
    ((owner, name),) = deeds(f"{who}年底前加裝監測點30個。")
    assert owner[-1] in "所院" and len(owner) > 4 and name == "加装监测点30个"


@pytest.mark.parametrize(("words", "name"), [("老市場改成影像館", "老市场改成影像馆"), ("它改成影像館", "影像馆")])
def test_what_is_made_of_a_thing(words, name):
    assert deeds(f"市文化局會把{words}。") == [("市文化局", name)]
    assert deeds(f"市文化局已把{words}。") == []


def test_what_is_said_in_a_figure_is_nothing():
    assert deeds("市文化局将把工作短板换成发展优势。") == []
