"""What became of the last issue, and what late entries change of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import report_books
from issues import issue
from report_books import AS_OF, draft, facts_of

from tracker import database, journal
from tracker.reports import corrections, making, pages, since
from tracker.reports.cells import WHOLE, drawn_together
from tracker.reports.facts import count
from tracker.reports.making import Choices
from tracker.reports.summary import sentences
from tracker.reports.voice import Voice


def test_what_the_last_issue_named_and_what_came_late(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    issued = issue(engine, date(2021, 10, 31), b"%PDF-1")
    before = facts_of(engine, date(2021, 10, 31), issued.known_at)
    named = {d.code for trouble in ("overdue", "behind", "blocked", "sent_back") for d in before.sections[trouble]}
    blocked = before.sections["blocked"][0]
    with database.writing(engine) as connection:
        [late, _, _] = report_books.Books(connection).write([
            report_books.draft(journal.PROGRESS, date(2021, 10, 30), before.deeds[2].code, known=date(2021, 12, 2), status="in_progress", progress=2),
            report_books.draft(journal.RETRACTION, date(2021, 12, 2), before.deeds[3].code, about=before.deeds[3].state.progress.number),
            report_books.draft(journal.PROGRESS, AS_OF, blocked.code, known=date(2021, 12, 2), status="completed", progress=100),
        ])  # fmt: skip
    now = facts_of(engine)
    assert {each.deed.code for each in now.last.followed} == named
    assert {each.deed.code: each.became for each in now.last.followed}[blocked.code] == "unverified"
    assert now.value("followed.all") == sum(now.value(f"followed.{each}") for each in ("still", "resolved", "rescheduled")) == len(named)
    assert late.number in [e.number for e in now.last.late]
    assert [e.number for e in now.last.retracted] == [before.deeds[3].state.progress.number]
    assert now.value("book.status.completed") == now.value("last.status.completed") + now.value("gained.status.completed") - now.value("lost.status.completed")
    page = making.html("brief", now, Choices("zh-CN")).html
    assert "第1期所列问题" in page and "补报与更正" in page and "较上期" in page
    assert "自报完成，待核实</td>" in page and f"#{late.number}</td>" in page and "已撤回" in page
    # What came late is told with its words, and with what it changes of what the issue said.
    assert now.value("corrections.late") == now.value("corrections.retracted") == 1 and now.value("corrections.deeds") == 2
    anew = facts_of(engine, date(2021, 10, 31))
    assert all(now.value(f"restated.{name}") == anew.value(f"book.{name}") for name in since.PRINTED)
    first_page = making.html("brief", before, Choices("zh-CN")).html.split('<h2 id="s-overview">')[0]
    assert {id.removeprefix("book.") for id in re.findall(r"#t-(book\.[\w.]+)", first_page)} <= set(since.PRINTED)
    late_row, retracted_row = corrections.rows(now, Voice("zh-CN"))
    assert late_row.late and late_row.entries == f"#{late.number}" and "推进中 2%" in late_row.what and "→ 推进中 2%" in late_row.effect
    assert not retracted_row.late and "→" in retracted_row.effect


def test_what_two_late_entries_come_to_is_told_once(tmp_path):
    def fill(books):
        books.write([draft(journal.PROGRESS, date(2021, 9, 1), code, agency="MZT", status="in_progress", progress=42) for code in ("MZT-1-1", "MZT-1-2")])

    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=report_books.TWO)
    issue(engine, date(2021, 10, 31), b"%PDF-1")
    with database.writing(engine) as connection:
        report_books.Books(connection).write([
            draft(journal.SCHEDULE, date(2021, 10, 2), "MZT-1-1", known=date(2021, 11, 2), start_on=date(2021, 6, 2), due_on=date(2021, 12, 31), basis="会议纪要"),
            *(draft(journal.PROGRESS, date(2021, 10, 3), code, known=date(2021, 11, 2), agency="MZT", status="in_progress", progress=58) for code in ("MZT-1-1", "MZT-1-2", "MZT-1-2")),
            draft(journal.PROGRESS, date(2021, 10, 1), "MZT-1-2", known=date(2021, 11, 2), agency="MZT", status="in_progress", progress=50),
        ])  # fmt: skip
    rows = corrections.rows(facts_of(engine, date(2021, 11, 3)), Voice("zh-CN"))
    told = [(row.entries, row.effect) for row in rows]
    dated, _, again, _ = (entries for entries, _ in told)
    assert "推进中 42% → 推进中 58%" in told[0][1] and "2021-12-31" in told[0][1]
    assert told[1][1] == f"与{dated}合计，见该行"
    assert "推进中 42% → 推进中 58%" in told[2][1] and "、" in again, "the same said twice is one line"
    assert told[3][1] == f"与{again}合计，见该行"


@pytest.mark.parametrize("plan_only", [False, True])
def test_a_deed_whose_due_day_was_moved_is_not_called_resolved(tmp_path, plan_only):
    """Fixed or not: what the office put off is told as that, with both days."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    before = facts_of(engine, date(2021, 10, 31), issue(engine, date(2021, 10, 31), b"%PDF-1").known_at)
    late = next(d for d in before.sections["behind" if plan_only else "overdue"] if not since.troubles(d)[1:] and (d.due_on > date(2021, 11, 20) or not plan_only))
    start, due = (date(2021, 10, 31), late.due_on) if plan_only else (None, date(2022, 6, 30))
    with database.writing(engine) as connection:
        report_books.Books(connection).write([report_books.draft(journal.SCHEDULE, date(2021, 11, 2), late.code, start_on=start, due_on=due, basis="会议纪要")])
    now = facts_of(engine, date(2021, 11, 3))
    assert {each.deed.code: each.became for each in now.last.followed}[late.code] == "rescheduled"
    value = now.value
    assert value("followed.all") == value("followed.still") + value("followed.resolved") + value("followed.rescheduled")
    page = re.sub("<[^>]*>", "", making.html("brief", now, Choices("zh-CN")).html)
    assert "另有1件调整了时限或计划，不再列为问题。" in page
    told = f"时限仍为{due}，计划已调整：{late.code}" if plan_only else f"时限{late.due_on}改为2022-06-30：{late.code}"
    assert told in page


def test_a_change_since_the_last_issue_is_told_in_words(tmp_path):
    """The net change with its sign; where deeds came and went, how many of each."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    issue(engine, date(2021, 9, 30), b"%PDF-1")
    made = facts_of(engine)
    strip = making.html("brief", made, Choices("zh-CN")).html.split('<table class="strip">')[1].split("</table>")[0]
    told = [re.sub("<[^>]*>", "|", cell) for cell in strip.split("<td>")[1:]]
    seen = set()
    for name, cell in zip(("deeds", "status.completed", "overdue", "reason.far_behind", "blocked"), told, strict=True):
        more, less = made.value(f"gained.{name}"), made.value(f"lost.{name}")
        net = "与上期持平" if more == less else f"较上期{'+' if more > less else '−'}{abs(more - less)}"
        assert net in cell.replace("|", ""), (name, cell)
        assert (f"新增{more}、减少{less}" in cell.replace("|", "")) == bool(more and less), (name, cell)
        seen.add((bool(more), bool(less)))
    assert len(seen) > 2, seen


def test_page_one_lets_what_needs_attention_meet_the_lights(tmp_path):
    """Yellow and red, less what is yellow for silence alone, and with what was sent back and is neither; the summary says the same."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    made = facts_of(engine, date(2021, 10, 31))
    value = {id.removeprefix("book."): figure.value for id, figure in made.figures.items() if id.startswith("book.")}
    assert value["troubled"] == value["light.yellow"] + value["light.red"] - value["silent_only"] + value["unlit"] == 56
    assert (value["silent_only"], value["unlit"], value["unreported"]) == (6, 2, 11)
    page = re.sub("<[^>]*>", "", making.html("brief", made, Choices("zh-CN")).html)
    assert "推进中82件，从未报送11件。需关注56件：" in page
    told = "核实退回3件（2件未亮黄灯、红灯）；有3件兼有两种情形，两处均计入。另有6件仅因未按期报送亮黄灯。"
    assert told in page and told in sentences(made, "zh-CN")[1]
    earlier = facts_of(engine, date(2021, 9, 10))
    assert "报送亮黄灯" not in making.html("brief", earlier, Choices("zh-CN")).html
    assert "核实退回" not in sentences(earlier, "zh-CN")[1], "what there is none of is not told"


def test_section_four_tells_of_every_deed_what_became_of_it(tmp_path):
    """Solved is only what was checked: who is merely on course again is told apart, and who is still in trouble stands there by code."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    issue(engine, date(2021, 10, 31), b"%PDF-1")
    now = facts_of(engine)
    page = making.html("brief", now, Choices("zh-CN")).html
    four = page[page.index('id="s-followed"') : page.index('id="s-changed"')]
    assert "解决" not in four and "未列" not in four
    groups = since.standing(now.last.followed)
    assert len(groups) > 3 and sum(map(len, groups.values())) == now.value("followed.still")
    for found in groups.values():
        assert drawn_together([each.deed.code for each in found], Voice("zh-CN"), WHOLE) in four
    for outcome in ("verified", "unverified", "on_course"):
        if codes := now.figures[f"followed.{outcome}"].deeds:
            assert drawn_together(codes, Voice("zh-CN"), WHOLE) in four


def test_every_figure_of_page_one_that_a_late_entry_changes_is_told(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    before = facts_of(engine, date(2021, 10, 31), issue(engine, date(2021, 10, 31), b"%PDF-1").known_at)
    watched, far = before.sections["watched"][0], next(d for d in before.deeds if d.light.reason == "far_behind")
    with database.writing(engine) as connection:
        report_books.Books(connection).write([
            report_books.draft(journal.PROGRESS, date(2021, 10, 31), watched.code, known=date(2021, 12, 2), status="completed", progress=100),
            report_books.draft(journal.PROGRESS, date(2021, 10, 31), far.code, known=date(2021, 12, 2), status="blocked", progress=90),
        ])  # fmt: skip
    now, anew, voice = facts_of(engine), facts_of(engine, date(2021, 10, 31)), Voice("zh-CN")
    page = re.sub("<[^>]*>", "", making.html("brief", now, Choices("zh-CN")).html)
    told = page.partition("第1期的数字应为：")[2].partition("。")[0].split("、")
    values = {name: (before.value(f"book.{name}"), anew.value(f"book.{name}")) for name in since.PRINTED}
    assert told == [
        f"{pages.meaning(f'book.{name}', now, voice).partition(' · ')[2]}{present}件（原列{then}件）" for name, (then, present) in values.items() if then != present
    ]
    for what in ("自报推进中", "需关注", "滞后或临近时限", "严重滞后于序时进度"):
        assert any(part.startswith(what) for part in told), (what, told)


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_the_last_issue_is_quoted_in_its_own_words(tmp_path, monkeypatch, language):
    """A deed stands beside the heading under which the issue listed it, and that under which it is listed now."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    before = facts_of(engine, date(2021, 10, 31), issue(engine, date(2021, 10, 31), b"%PDF-1").known_at)
    now, voice = facts_of(engine), Voice(language)
    monkeypatch.setattr(pages, "LISTED", 200)
    page = making.html("brief", now, Choices(language)).html
    table = page.split('<h2 id="s-followed">')[1].split(str(voice("now_still")))[1].split("</table>")[0]
    rows = re.findall(r"<tr><td>([^<]+)</td><td>.*?</td><td>(.*?)</td><td>(.*?)<br>", table)
    headings = {"overdue": "book.overdue", "far_behind": "book.reason.far_behind", "watched": "book.watched", "blocked": "book.blocked", "sent_back": "book.sent_back"}
    assert any(code in before.figures["book.reason.far_behind"].deeds for code, _, _ in rows)
    for code, *cells in rows:
        for made, cell in zip((before, now), cells, strict=True):
            listed = [str(voice(f"trouble_{name}")) for name, id in headings.items() if code in made.figures[id].deeds]
            assert listed and f"</b> {voice('listed').join(listed)}" in cell, (code, cell)


def test_the_same_correction_of_many_deeds_is_one_line(tmp_path):
    """An office that confirms a whole list late is told of in a line, not deed by deed."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    issue(engine, date(2021, 10, 31), b"%PDF-1")
    with database.writing(engine) as connection:
        report_books.Books(connection).write(
            report_books.draft(journal.CONFIRMATION, date(2021, 10, 30), f"SCJG-1-{n}", known=date(2021, 12, 2), agency="SCJG") for n in range(1, 63)
        )
    now = facts_of(engine)
    rows = corrections.rows(now, Voice("zh-CN"))
    assert sum(row.size for row in rows) == now.value("corrections.late") == now.value("corrections.deeds") == 62
    assert len(rows) < 6 and len(now.last.late) == 62
    page = making.html("brief", now, Choices("zh-CN")).html
    assert "涉及实事<a class=\"n\" href=\"#t-corrections.deeds\">62</a>件" in page and "无变化确认" in page


def test_who_owed_a_report_stands_beside_who_sent_none_and_what_was_added_beside_what_was_dropped(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    made = facts_of(engine, date(2021, 10, 31))
    assert 0 < made.value("book.silent") < made.value("book.expected") <= made.value("book.deeds")
    page = making.html("brief", made, Choices("zh-CN")).html
    assert "未报送单位" not in page and "应报" in page
    alone = replace(made.reading, closed_round=None, round=None)
    assert sentences(replace(made, reading=alone), "zh-CN")[1].endswith("尚未开始报送期。")
    commitment = next(iter(made.commitments))
    added = replace(next(deed for deed in made.reading.deeds if deed.commitment == commitment), code="X-1-99", items=())
    with_it = count(replace(made.reading, deeds=(*made.reading.deeds, added)))
    page = re.sub("<[^>]*>", "", making.html("brief", with_it, Choices("zh-CN")).html)
    assert "增补1件" in page and "公布之外增补实事1件（X-1-99）" in page
