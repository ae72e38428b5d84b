"""Page one by itself is enough, and is one page whatever the office writes."""

from __future__ import annotations

import re
from datetime import date

import pytest
import report_books
from laid_out import ONE, boxes, laid, text_of
from report_books import AS_OF, draft, facts_of

from tracker.cli import main
from tracker.reports import fitting, gravity, making, templates
from tracker.reports.making import Choices, Scope
from tracker.reports.summary import sentences

LEAD = "总体看，多数事项按序时推进，部分事项受资金、数据共享等因素影响进度滞后，需要加强统筹协调，确保年底前全部完成。" * 2
WORDS = {"lead": LEAD[:84] + "\n现将有关情况报告如下。", "ask": "请召开数据共享协调会\n请明确资金拨付时间"}


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
@pytest.mark.parametrize("words", [{}, WORDS])
def test_page_one_is_one_page_whatever_the_office_writes(full_facts, language, words):
    choices = Choices(language, words=words)
    room = making.first_page(full_facts, choices)
    assert room.fits and room.asks >= fitting.FEWEST
    import weasyprint

    first, _ = making.html("brief", full_facts, choices, room=room).html.split('<div id="first-page-ends">')
    assert len(weasyprint.HTML(string=first, base_url=f"{templates.folders()[-1].as_uri()}/").render().pages) == 1


def test_the_picture_gives_way_before_the_requests(full_facts):
    assert making.first_page(full_facts, Choices("zh-CN", words=WORDS)).picture != making.first_page(full_facts, Choices("zh-CN")).picture
    made = making.html("brief", full_facts, Choices("zh-CN"), room=fitting.Room("total")).html
    assert made.index('<h2 id="s-overview">') < made.index("各单位亮灯情况")


def test_words_that_page_one_cannot_hold_are_named_and_not_issued(tmp_path, monkeypatch, capsys):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year, simulated=True, commitments=ONE)
    engine.dispose()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEEDS_DATABASE_URL", f"sqlite:///{tmp_path}/a.db")
    monkeypatch.setenv("DEEDS_TODAY", "2021-11-30")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "draft.pdf"]) == 0
    written = (tmp_path / "draft.txt").read_text(encoding="utf-8")
    (tmp_path / "draft.txt").write_text(written.replace("[lead] 导语\n", "[lead] 导语\n" + LEAD * 12), encoding="utf-8")
    capsys.readouterr()
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "draft.pdf"]) == 0
    assert "[lead]" in capsys.readouterr().err
    assert main(["report", "issue", "draft.txt"]) != 0
    assert "[lead]" in capsys.readouterr().err and not list(tmp_path.glob("专报第*"))


def test_the_offices_requests_stand_one_by_one_before_those_of_agencies(full_facts):
    made = making.html("brief", full_facts, Choices("zh-CN", words=WORDS), room=fitting.Room(asks=3)).html
    asked = re.findall(r"<p[^>]*>(\d\. .*?)</p>", made.split('<div class="asked">')[1].split("</div>")[0])
    assert [line[:2] for line in asked] == ["1.", "2.", "3.", "4.", "5."]
    assert asked[0] == "1. 请召开数据共享协调会" and asked[1] == "2. 请明确资金拨付时间"
    gravest = gravity.worst_first(full_facts.sections["asking"], AS_OF)
    assert [re.search(r"（([A-Z]+-\d+-\d+) [^）]{2,}）", line)[1] for line in asked[2:]] == [deed.code for deed in gravest[:3]]


def test_trouble_is_counted_once_and_only_what_there_is_is_said(full_facts, tmp_path):
    value = full_facts.value
    cases = ("overdue", "reason.far_behind", "watched", "blocked", "sent_back")
    assert sum(value(f"book.{case}") for case in cases) - value("book.overlapping") == value("book.troubled")

    def late(books):
        books.write([draft("schedule", date(2021, 6, 2), "MZT-1-1", start_on=date(2021, 6, 2), due_on=date(2021, 12, 31), basis="x")])
        books.write([draft("progress", date(2021, 11, 1), "MZT-1-1", status="in_progress", progress=65, agency="MZT")])

    one = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", late, commitments=ONE))
    said = re.sub(r"<[^>]*>", "", making.html("brief", one, Choices("zh-CN")).html)
    assert "需关注1件：滞后或临近时限1件。" in said and "逾期0件" not in said
    english = re.sub(r"<[^>]*>", "", making.html("brief", one, Choices("en")).html)
    assert "1 agency announced 1 deed; 1 is tracked." in english


def test_books_without_deadlines_are_not_called_punctual(tmp_path):
    made = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", commitments=ONE))
    assert sentences(made, "zh-CN")[1].startswith("实事均未定时限，逾期和滞后不评")


@pytest.mark.parametrize("kind", ["brief", "agency", "ledger"])
def test_the_first_page_says_what_it_knows(full, kind):
    """A report of an earlier position would else be taken for one of all that is known; that something came since it cannot know."""
    facts = facts_of(full, date(2021, 9, 10), 400)
    first = laid(kind, facts, Choices("zh-CN"), Scope("SCJG" if kind == "agency" else None))[0]
    said = [text_of(box) for box in boxes(first, "MarginBox")]
    assert "计入第400号（2021年7月20日录入）及以前的记录" in said, said


def test_figures_and_bar_of_an_agency_stand_on_one_line(full_facts):
    """Also where the name beside them has two."""
    rows = [row for row in boxes(laid("brief", full_facts, Choices("en"))[0], "TableRowBox") if any(boxes_in(row, "ReplacedBox"))]
    middles = [[each.position_y + each.height / 2 for each in row.descendants() if type(each).__name__.endswith("ReplacedBox") or (type(each).__name__ == "TextBox" and each.text.isdigit())] for row in rows]
    assert len(rows) > 5 and any(row.height > 1.5 * min(each.height for each in rows) for row in rows)
    assert all(max(found) - min(found) < 4 for found in middles)


def boxes_in(box, kind):
    return (each for each in box.descendants() if type(each).__name__.endswith(kind))
