"""Importing a second source that repeats what a first one announced. On both engines."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest
from desk import TODAY
from importing import actions, codes_of, count, file

from tracker import journal, models, proposal, sources, views
from tracker.deeds import find, items, naming, planning
from tracker.errors import BadInput
from tracker.reports import making
from tracker.reports.facts import facts
from tracker.reports.reading import position
from tracker.seeding import ADD, CHANGE, KEPT, LINK, UNCHANGED, differing, repeats

pytest_plugins = ["desk"]
pytestmark = pytest.mark.usefixtures("in_chinese")


def test_a_repetition_means_the_announced_names(desk):
    """JYT-1-1, announced as 学生减负, has been given the name under which JYT-1-2 was announced."""
    naming.name(desk.as_("JYT"), "JYT-1-2", "为教师减负")
    naming.name(desk.as_("JYT"), "JYT-1-1", "教师减压")
    plan = desk.take_in(file("key: '1', title: 教师减压\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second"))
    found = [(c.label, c.code) for c in plan.changes if c.what == "item"]
    assert found[:2] == [("教师减压", "JYT-1-2"), ("学生减负", "JYT-1-1")] and desk.added == 0


def test_a_repetition_links_to_the_same_deeds(desk):
    before = count(desk, models.deed)
    plan = desk.take_in(file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second"))
    assert desk.added == 0 and count(desk, models.deed) == before
    assert [(c.label, c.code) for c in plan.changes if c.what == "item"] == [
        ("近视防控", "JYT-1-4"), ("学生减负", "JYT-1-1"), ("", "JYT-1-2"), ("", "JYT-1-3"),
    ], "by title first, the rest in order"  # fmt: skip
    found = sources.places(desk.connection, find(desk.connection, "JYT-1-1").id)
    assert [(place.source, place.item) for place in found] == [("jiangsu-2021", 1), ("second", 2)], "one deed, two items"
    assert actions(plan) == {LINK: 4} and actions(plan, "commitment") == {LINK: 1}
    assert [c.same_as for c in plan.changes if c.what == "item"][1:3] == [("JYT-1-1", "学生减负"), ("JYT-1-2", "教师减压")]
    again = file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second")
    assert desk.take_in(again).empty


def test_a_report_says_of_a_repetition_why_it_has_no_deeds(desk):
    desk.take_in(file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second"))
    counted = facts(desk.connection, TODAY, position(desk.connection, None), TODAY)
    row = {code: re.search(rf"<tr><td>{code}</td><td>(.*?)</td>", making.html("brief", counted, making.Choices("zh-CN"), making.Scope(None)).html)[1] for code in ("JYT-1", "JYT-2")}
    assert re.sub("<[^>]*>", "", row["JYT-2"]).endswith("（重复列入归并4件）") and "归并" not in row["JYT-1"]


def test_a_repetition_names_unnamed_deeds_and_adds_what_is_new(desk):
    text = file("key: '1', title: 学生减负\nkey: '2', title: 新的事项", declared=5, more="same_as: JYT-1", key="second")
    desk.take_in(text)
    assert desk.added == 1 and desk.state("JYT-2-2").title.title == "新的事项", "no unnamed deed is left for it: it is new"
    named = file("key: '1', title: 食品抽检", declared=62, more="same_as: SCJG-1", key="third").replace("JYT\n", "SCJG\n")
    desk.take_in(named)
    assert desk.added == 0 and desk.state("SCJG-1-1").title.title == "食品抽检"
    assert [e.kind for e in desk.entries("SCJG-1-1")] == [journal.OWNERS, journal.TITLE]


def test_a_repetition_follows_merged_deeds(desk):
    items.drop(desk.as_("JYT"), "JYT-1-1", items.MERGED, into="JYT-1-2")
    items.drop(desk.as_("JYT"), "JYT-1-4", items.NONEXISTENT)
    plan = desk.take_in(file(declared=4, more="same_as: JYT-1", key="second"))
    assert [c.code for c in plan.changes if c.what == "item"] == ["JYT-1-2", "JYT-1-3", "JYT-2-3", "JYT-2-4"]


def test_a_repetition_cannot_be_declared_afterwards(desk):
    desk.take_in(file(key="second"))
    with pytest.raises(BadInput, match="import_impossible") as caught:
        desk.take_in(file(more="same_as: JYT-1", key="second"))
    assert "JYT-2-1" in caught.value.problems[0] and "deeds drop" in caught.value.problems[0]
    with pytest.raises(BadInput):
        desk.take_in(file(more="same_as: JYT-9", key="third"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("JYT-9", "没有编号为 JYT-9"),
        ("jyt-1", "是不是 JYT-1？"),
        ("JYT-1-2", "是不是 JYT-1？"),  # a deed, not a commitment
        ("KJT-1", "KJT-1 由 KJT 负责，本项的单位是 JYT"),
        ("JYT-2", "JYT-2 就是本项自己"),
    ],
)
def test_a_wrong_link_is_refused_at_its_place(desk, code, said):
    with pytest.raises(BadInput) as caught:
        desk.take_in(file(more=f"same_as: {code}", key="second"))
    [problem] = caught.value.problems
    assert said in problem and re.match(r"f\.yaml:\d+:\d+: commitments\[.+\]\.same_as: ", problem)


def test_nothing_is_linked_to_what_was_dropped(desk):
    text = file("key: '1', title: 学生减负", more="same_as: JYT-1", key="second")
    for number in range(1, 5):
        items.drop(desk.as_("JYT"), f"JYT-1-{number}", items.NONEXISTENT)
    with pytest.raises(BadInput) as caught:
        desk.take_in(text)
    assert "JYT-1 的实事都已核减" in caught.value.problems[0]


def test_what_was_linked_may_be_imported_again_after_it_was_dropped(desk):
    text = file("key: '1', title: 学生减负", more="same_as: JYT-1", key="second")
    desk.take_in(text)
    for number in range(1, 5):
        items.drop(desk.as_("JYT"), f"JYT-1-{number}", items.NONEXISTENT)
    assert desk.take_in(text).empty


def test_two_links_to_the_same_are_told_with_the_first_line():
    text = file(more="same_as: JYT-1", key="second") + "  - {key: d, agency: JYT, name: 名, kind: list, same_as: JYT-1}\n"
    with pytest.raises(BadInput) as caught:
        proposal.loads(text, "f.yaml")
    assert "行已关联到 JYT-1" in caught.value.problems[0]


def test_a_correction_of_the_second_source_leaves_the_shared_deed(desk):
    desk.take_in(file("key: '1', title: 学生减负", more="same_as: JYT-1", key="second"))
    plan = desk.take_in(file("key: '1', title: 给学生减负", more="same_as: JYT-1", key="second"))
    assert actions(plan) == {CHANGE: 1, UNCHANGED: 3}
    assert desk.state("JYT-1-1").title.title == "给学生减负", "nobody entered another title since"
    plan = desk.take_in(file("key: '2', title: 别名", more="same_as: JYT-1", key="second"))
    assert actions(plan)[KEPT] == 1 and desk.state("JYT-1-2").title.title == "教师减压"


def test_what_one_repetition_added_is_no_other_deed_in_the_next(desk):
    """教育公平, which JYT-1 has not, is JYT-2-4; a third text that repeats JYT-1 with it means that deed."""
    desk.take_in(file("key: '4', title: 教育公平", more="same_as: JYT-1", key="second"))
    new = codes_of(desk, "教育公平")
    before = count(desk, models.deed)
    plan = desk.take_in(file("key: '1', title: 教育公平\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="third"))
    assert [c.code for c in plan.changes if c.what == "item"][:2] == [*new, "JYT-1-1"]
    assert desk.added == 0 and count(desk, models.deed) == before


def test_a_single_deed_is_repeated_under_another_name(desk):
    """ZJT-1 is one deed, neither counted nor listed; so is its repetition, whatever it is called, and that of that."""
    once = "format: practical-deeds/1\nsource: {{key: {0}}}\ncommitments: [{{key: c, agency: ZJT, name: {1}, kind: project, same_as: {2}}}]\n"
    desk.take_in(once.format("second", "城镇老旧小区改造", "ZJT-1"))
    desk.take_in(once.format("third", "城镇老旧小区的改造", "ZJT-2"))
    assert codes_of(desk, "ZJT") == ["ZJT-1-1"]
    found = sources.places(desk.connection, find(desk.connection, "ZJT-1-1").id)
    assert [place.source for place in found] == ["jiangsu-2021", "second", "third"]
    assert desk.take_in(once.format("second", "城镇老旧小区改造", "ZJT-1")).empty


def test_a_repetition_with_nothing_in_common_can_be_imported_again(desk):
    text = file("key: '1', title: 全新的一件", declared=1, more="same_as: JYT-1", key="second")
    desk.take_in(text)
    assert desk.added == 1 and desk.take_in(text).empty


def test_marks_tell_no_name_from_another():
    """Where a repetition is proposed as where one file may list a deed twice."""
    one = SimpleNamespace(key="c", agency="JYT", name="护·苗—清·网", declared_count=4, items=())
    tracked = repeats.Tracked("JYT-1", "s", "JYT", "护苗清网", 4)
    assert repeats.repeats([one], [tracked]) == {"c": tracked}
    assert repeats.plain("“护·苗 2025”、（清_网）") == "护苗2025清网"


@pytest.mark.parametrize(("name", "known"), [("推进老旧小区改造1500个", "老旧小区改造"), ("改造老旧小区1500个", "老旧小区改造"), ("新建学校8所", "新建学校5所"), ("改造公厕300座", "改造校舍300间"), ("改造东城西厕30座", "西城东厕改造")])
def test_a_figure_and_that_it_is_done_tell_no_name_from_another(name, known):
    one, tracked = SimpleNamespace(key="c", agency="JYT", name=name, declared_count=None, items=()), repeats.Tracked("JYT-1", "s", "JYT", known, None)
    assert repeats.repeats([one], [tracked]) == ({} if "厕" in name else {"c": tracked})


def test_what_is_most_alike_is_the_repetition():
    one, other = (SimpleNamespace(key=name, agency="JYT", name=name, declared_count=None, items=()) for name in ("新建学校8所", "新建学校5所"))
    tracked = repeats.Tracked("JYT-1", "s", "JYT", "新建学校5所", None)
    assert repeats.repeats([one, other], [tracked]) == {other.key: tracked}


@pytest.mark.parametrize(("name", "known", "alike"), [("两项行动", "五项行动", False), ("七大专项行动", "四大专项行动", False), ("十大民心工程", "八大民心工程", True)])
def test_a_number_and_a_kind_are_no_name_to_be_alike(name, known, alike):
    one, tracked = SimpleNamespace(key="c", agency="JYT", name=name, declared_count=2, items=()), repeats.Tracked("JYT-1", "s", "JYT", known, 5)
    assert repeats.recounted([one], [tracked]) == ({"c": tracked} if alike else {})


@pytest.mark.parametrize(
    ("title", "tracked", "same"),
    [
        ("减轻学生负担", "学生减负", True),
        ("防控近视", "近视防控", True),
        ("新建学校5所", "新建学校6所", False),
        ("改造食堂", "学生减负", False),
    ],
)
def test_a_title_in_other_words(title, tracked, same):
    one = SimpleNamespace(items=[SimpleNamespace(title=title)])
    known = repeats.Tracked("A-1", "s", "A", "行动", 1, titles=(tracked,))
    assert repeats.reworded(one, known) == ({title: tracked} if same else {})


def test_a_tracked_title_is_taken_once():
    one = SimpleNamespace(items=[SimpleNamespace(title=title) for title in ("学生减负", "减轻学生负担")])
    known = repeats.Tracked("A-1", "s", "A", "行动", 2, titles=("学生减负", "教师减压"))
    assert repeats.reworded(one, known) == {}


FIGURES = "key: '1', title: 改造老旧小区{0}个, target: {{quantity: \"{0}\", unit: 个}}, due: 2021-{1}\nkey: '2', title: 新建公园3座, target: {{quantity: \"3\", unit: 座}}"


def test_another_target_of_a_known_deed_is_told_and_left(desk):
    """One deed, two items: what the second announcement says otherwise is for somebody to enter, with its basis."""
    desk.take_in(file(FIGURES.format(500, "12-31"), declared=2, key="first"))
    plan = desk.take_in(file(FIGURES.format(600, "11-30"), declared=2, key="second", more="same_as: JYT-2"))
    assert desk.added == 0 and [c.same_as for c in plan.changes if c.what == "item"] == [("JYT-2-1", "改造老旧小区500个"), ("JYT-2-2", "新建公园3座")]
    [one] = differing(plan)
    assert (one.deed.code, one.quantity, one.unit, one.due, one.title, one.fixed) == ("JYT-2-1", 600, "个", date(2021, 11, 30), "改造老旧小区600个", False)
    assert desk.state("JYT-2-1").target.target == 500 and desk.state("JYT-2-1").plan.due == date(2021, 12, 31)
    planning.baseline(desk.as_(), [find(desk.connection, "JYT-2-1")], approval="定账〔1〕")
    [again] = differing(desk.take_in(file(FIGURES.format(700, "12-31"), declared=2, key="third", more="same_as: JYT-2")))
    assert (again.quantity, again.due, again.fixed) == (700, None, True)
    assert not list(differing(desk.take_in(file(FIGURES.format(700, "12-31"), declared=2, key="third", more="same_as: JYT-2")))), "told once"


def test_figures_tell_no_deed_where_two_have_its_words(desk):
    two = "key: '1', title: 新建学校5所\nkey: '2', title: 新建学校8所"
    desk.take_in(file(two, declared=2, key="first"))
    desk.take_in(file("key: '1', title: 新建学校6所\nkey: '2', title: 新建学校8所", declared=2, key="second", more="same_as: JYT-2"))
    assert desk.added == 0, "8 is 8, so that 6 is the other"
    desk.take_in(file("key: '1', title: 新建学校7所\nkey: '2', title: 新建学校9所", declared=2, key="third", more="same_as: JYT-2"))
    assert desk.added == 2


def test_a_deed_of_two_names_is_one_of_two_items_with_other_figures(desk):
    desk.take_in(file("key: '1', title: 改造小区500个", declared=1, key="first"))
    naming.name(desk.as_("JYT"), "JYT-2-1", "整治小区500个")
    plan = desk.take_in(file("key: '1', title: 改造小区600个\nkey: '2', title: 整治小区600个", declared=2, key="second", more="same_as: JYT-2"))
    assert [(c.action, c.code) for c in plan.changes if c.what == "item"] == [(LINK, "JYT-2-1"), (ADD, "JYT-3-2")]


def test_a_single_deed_with_its_one_item_listed_is_repeated_under_another_name(desk):
    """As a proposal writes a single thing that has a target."""
    once = "format: practical-deeds/1\nsource: {{key: {0}}}\ncommitments: [{{key: c, agency: ZJT, name: {1}, kind: project, same_as: {2}, items: [{{key: '1', title: {1}, due: 2021-12-31}}]}}]\n"
    desk.take_in(once.format("second", "城镇老旧小区改造", "ZJT-1"))
    assert codes_of(desk, "ZJT") == ["ZJT-1-1"] and desk.state("ZJT-1-1").plan.due == date(2021, 12, 31)


def test_an_item_may_say_which_deed_it_is(desk):
    """As a notice that adjusts a list does: its items are of several tracked ones, and of their owners."""
    text = file("key: '1', title: 近视防控, same_as: jyt-1-4\nkey: '2', title: 新的一件\nkey: '3', title: 减税, agency: KJT, same_as: KJT-1-1", declared=None, key="second")
    plan = desk.take_in(text)
    assert [(c.action, c.code) for c in plan.changes if c.what == "item"] == [(LINK, "JYT-1-4"), (ADD, "JYT-2-2"), (LINK, "KJT-1-1")]
    assert desk.added == 1 and desk.take_in(text).empty
    found = sources.places(desk.connection, find(desk.connection, "JYT-1-4").id)
    assert [(place.source, place.item) for place in found] == [("jiangsu-2021", 4), ("second", 1)], "one deed, two items"
    listed = [row.code for row in views.deeds(desk.connection, TODAY, views.Filter(commitment="JYT-2"))[0]]
    assert listed == ["JYT-1-4", "JYT-2-2", "KJT-1-1"], "those of others that it repeats are its, too"
    items.drop(desk.as_("JYT"), "JYT-2-2", items.DUPLICATE, into="JYT-1-1")
    assert desk.take_in(text.replace("title: 新的一件", "title: 新的一件, same_as: JYT-1-1")).empty, "as it stands by now"


@pytest.mark.parametrize(
    ("code", "said"),
    [("JYT-1-9", "没有编号为 JYT-1-9 的实事"), ("JYT-1", "没有编号为 JYT-1 的实事"), ("近视防控", "没有编号为"), ("KJT-1-1", "KJT-1-1 由 KJT 负责，这一条的单位是 JYT")],
)
def test_a_wrong_deed_is_refused_at_its_item(desk, code, said):
    with pytest.raises(BadInput) as caught:
        desk.take_in(file(f"key: '1', title: 近视防控, same_as: {code}", key="second"))
    [problem] = caught.value.problems
    assert said in problem and ".items[1].same_as: " in problem


def test_a_deed_that_was_given_to_an_item_cannot_become_another(desk):
    desk.take_in(file("key: '1', title: 防控近视", declared=1, key="second"))
    with pytest.raises(BadInput) as caught:
        desk.take_in(file("key: '1', title: 防控近视, same_as: JYT-1-4", declared=1, key="second"))
    assert "deeds drop JYT-2-1 --reason 重复 --into JYT-1-4" in caught.value.problems[0]
    twice = file("key: '1', title: 甲, same_as: JYT-1-4\nkey: '2', title: 乙, same_as: JYT-1-4", key="third")
    with pytest.raises(BadInput) as caught:
        proposal.loads(twice, "f.yaml")
    assert "行已关联到 JYT-1-4" in caught.value.problems[0]


@pytest.mark.parametrize("other", ["jyt-1-2", "JYT-1-1"], ids=["spelt otherwise", "merged into it"])
def test_two_items_of_a_file_are_not_one_deed(desk, other):
    items.drop(desk.as_("JYT"), "JYT-1-1", items.DUPLICATE, into="JYT-1-2")
    with pytest.raises(BadInput) as caught:
        desk.take_in(file(f"key: '1', title: 甲, same_as: JYT-1-2\nkey: '2', title: 乙, same_as: {other}", declared=2, key="second"))
    [problem] = caught.value.problems
    assert "JYT-1-2 已是本文件的另一条" in problem and ".items[2].same_as: " in problem
    desk.take_in(file("key: '1', title: 甲, same_as: JYT-1-2", declared=1, key="second"))
    with pytest.raises(BadInput, match="import_impossible"):
        desk.take_in(file(f"key: '1', title: 甲, same_as: JYT-1-2\nkey: '2', title: 乙, same_as: {other}", declared=2, key="second"))


def test_what_an_item_names_is_given_to_no_unnamed_one(desk):
    """Wherever in the file it stands."""
    more = "  - {key: d, agency: JYT, name: 名, kind: list, items: [{key: '1', title: 乙, same_as: JYT-1-1}]}\n"
    plan = desk.take_in(file(declared=3, key="second", more="same_as: JYT-1") + more)
    assert [c.code for c in plan.changes if c.what == "item"] == ["JYT-1-2", "JYT-1-3", "JYT-1-4", "JYT-1-1"] and desk.added == 0
