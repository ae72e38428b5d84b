"""What is handed in for a round after its closing (补报): told apart from silence, on the screen and in the brief."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tracker.reports import making
from tracker.reports.facts import Facts, count, facts

pytest_plugins = ["office"]

DAY = date(2021, 8, 10)


def opened(office):
    office("round", "open", "2021-07", "--by", "2021-07-25", today="2021-07-05")


def counted(office) -> Facts:
    with office.books() as b:
        return facts(b.connection, DAY, office.head, DAY)


def section_six(made: Facts) -> str:
    page = re.sub("<[^>]*>", "", making.html("brief", made, making.Choices("zh-CN")).html)
    return page[page.rindex("六、") : page.rindex("七、")]


def told_late(office) -> tuple[tuple[str, ...], int]:
    """The deeds that the brief tells as late, and from how many entries: the figures are those of the round's own screen."""
    made, shown = counted(office), office("round", "status", "2021-07", "--json", today=str(DAY)).json["total"]
    late = made.figures["book.filed_late"]
    for name, figure in (("late", "filed_late"), ("silent", "silent"), ("expected", "expected")):
        assert made.value(f"book.{figure}") == shown[name]
    assert f"另有{late.value}件在截止收报后补报：KJT-1-2" in section_six(made)
    return late.deeds, len(late.entries)


def test_what_comes_after_the_closing_is_told_apart(any_office):
    """A closed round does not lose its silence by what is entered for it later; nor by what is entered on the very day."""
    office = any_office
    opened(office)
    office("update", "KJT-1-1", "-s", "推进中", "-p", "10", today="2021-07-20")
    office("round", "close", today="2021-07-28")
    before = office("round", "status", "--json", today="2021-07-28").json["total"]
    assert "列为补报" in office("update", "KJT-1-2", "-s", "推进中", "-p", "50", today="2021-07-28").err
    office("update", "KJT-1-3", "-s", "推进中", "-p", "50", "--on", "7-20", today="2021-08-10")
    office("update", "KJT-1-1", "-p", "12", "--on", "7-21", today="2021-08-10")
    office("update", "KJT-1-4", "-s", "推进中", "-p", "50", today="2021-08-10")
    total = office("round", "status", "2021-07", "--json", today="2021-08-10").json["total"]
    assert total == before | {"late": 2, "silent": before["silent"] - 2}
    screen = office("round", "status", "2021-07", today="2021-08-10").out
    assert "补报" in screen and "补报" not in office("round", "list", today="2021-08-10").out
    assert told_late(office) == (("KJT-1-2", "KJT-1-3"), 2)
    assert "\n报送期 2021-07 截止收报后补报 2 件 → deeds round status 2021-07\n" in office("status", today="2021-08-10").out
    assert office("status", "--json", today="2021-08-10").json["late"] == 2
    assert "补报" not in office("status", "--as-of", "2021-08-09", today="2021-08-10").out
    office("undo", "KJT-1-3", today="2021-08-10")
    assert office("round", "status", "2021-07", "--json", today="2021-08-10").json["total"] == before | {"late": 1, "silent": before["silent"] - 1}
    assert told_late(office) == (("KJT-1-2",), 1)
    assert office("status", "--json", today="2021-08-10").json["late"] == 1


def test_where_all_handed_in_at_last_the_late_are_among_them(any_office):
    """Nobody is silent any more, and yet not everything came in time; what is taken back after the closing was there at the closing."""
    office = any_office
    opened(office)
    office("update", "KJT-1-1", "-s", "推进中", "-p", "10", today="2021-07-20")
    office("update", "KJT-1-4", "-s", "推进中", "-p", "10", today="2021-07-20")
    office("round", "close", "--early", today="2021-07-22")
    office("update", "KJT-1-2", "-s", "推进中", "-p", "50", "--on", "7-20", today="2021-08-09")
    office("update", "KJT-1-4", "-p", "12", "--on", "7-21", today="2021-08-09")
    [first] = [each["number"] for each in office("log", "KJT-1-4", "--json").json["entries"] if each["kind"] == "progress" and each["progress"] == 10]
    office("undo", "KJT-1-4", "--entry", str(first), today="2021-08-09")
    reading = counted(office).reading
    heard = count(replace(reading, deeds=tuple(deed for deed in reading.deeds if deed.code in ("KJT-1-1", "KJT-1-2", "KJT-1-4"))))
    assert heard.figures["book.filed_late"].deeds == ("KJT-1-2",) and heard.value("book.silent") == 0
    assert "各单位均已报送。其中1件在截止收报后补报：KJT-1-2。" in re.sub(r"\s", "", section_six(heard))
