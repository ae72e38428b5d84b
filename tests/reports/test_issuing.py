"""From draft to register: issuing, comparing with the last issue, verifying, tracing — through the command line."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
import report_books
from report_books import AS_OF, TODAY, facts_of

from tracker import database, directory, journal
from tracker.cli import main
from tracker.deeds import Books
from tracker.errors import BadInput, Conflict, NotAllowed, ReportError, RuleError
from tracker.reports import attachments, corrections, making, pages, register, since, tracing, verifying, words
from tracker.reports.facts import facts
from tracker.reports.making import Choices, Scope
from tracker.reports.reading import position
from tracker.reports.summary import sentences
from tracker.reports.voice import Voice

TWO = (("MZT", "专项行动", "action_group", None, ("我为企业减负担", "打击整治非法社会组织")),)
ABOUT = {"kind": "brief", "language": "zh-CN", "script": "hans", "rule_set": "lights-1", "program": "x", "templates": "x", "fonts": {}, "weasyprint": "x", "words": {}}


def office(connection, agency=None) -> Books:
    known = directory.agencies(connection)
    now = database.Now(TODAY, report_books.at(TODAY))
    return Books(connection, now, directory.identify(connection, known, agency, None, "cli", TODAY), known)


def issue(engine, as_of: date, content: bytes):
    with database.reading(engine) as connection:
        made = facts(connection, as_of, position(connection, None), TODAY)
        number = register.next_issue(office(connection))
    with database.writing(engine) as connection:
        return register.register(office(connection), made, number, content, f"{number}.pdf", ABOUT)


def test_register_on_both_engines(database_url):
    engine = report_books.make(database_url, report_books.half_year, commitments=TWO)
    first = issue(engine, date(2021, 9, 30), b"%PDF-1")
    second = issue(engine, date(2021, 10, 31), b"%PDF-2")
    assert (first.issue, second.issue) == (1, 2) and second.known_at == first.issued
    with database.reading(engine) as connection:
        assert register.registered(connection, first.sha256).issue == 1
        made = facts(connection, AS_OF, position(connection, None), TODAY)
        earlier = facts(connection, AS_OF, first.issued, TODAY)
        with pytest.raises(RuleError, match="issue_before_last"):
            register.check(office(connection), date(2021, 10, 30), second.issued)
        with pytest.raises(NotAllowed):
            register.check(office(connection, "MZT"), AS_OF, second.issued)
        for position_, key in (
            (0, "issue_position_unknown"), (-3, "issue_position_unknown"), (99999, "issue_position_unknown"),
            (second.issued - 1, "issue_position_before_last"),
        ):  # fmt: skip
            with pytest.raises(RuleError, match=key):
                register.check(office(connection), AS_OF, position_)
        register.check(office(connection), AS_OF, second.issued)
    assert made.last.issue.issue == 2 and earlier.last.issue.issue == 1
    with database.writing(engine) as connection, pytest.raises(Conflict, match="issue_taken"):
        register.register(office(connection), made, 2, b"%PDF-3", "x.pdf", ABOUT)
    engine.dispose()


def test_nothing_is_not_issued(database_url):
    engine = report_books.make(database_url, commitments=())
    with pytest.raises(RuleError, match="issue_of_nothing"):
        issue(engine, AS_OF, b"%PDF-1")
    engine.dispose()


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
    assert now.value("followed.all") == now.value("followed.still") + now.value("followed.resolved") == len(named)
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
        f"{pages.meaning(f'book.{name}', now, voice, False)}{present}项（原列{then}项）" for name, (then, present) in values.items() if then != present
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
    assert "涉及实事<a class=\"n\" href=\"#t-corrections.deeds\">62</a>项" in page and "无变化确认" in page


def test_manuscript_there_and_back(tmp_path, small_facts):
    path = tmp_path / "草稿.txt"
    about = making.about("brief", small_facts, Choices("zh-CN"))
    places = dict.fromkeys(making.PLACES, "名")
    path.write_text(words.written(about, places, {"lead": "一\n二", "next": "三"}, "advice\nmore"), encoding="utf-8")
    found = words.read(path, making.PLACES)
    assert found.words == {"lead": "一\n二", "next": "三"}
    assert (found.as_of, found.known_at, found.database) == (AS_OF, small_facts.reading.known_at, small_facts.reading.database)


@pytest.mark.parametrize(
    "text, key",
    [
        (b"%PDF-1.7", "manuscript_is_pdf"),
        (b"\xff\xfe", "manuscript_not_text"),
        (b"[nowhere] x", "manuscript_place"),
        ("导语".encode(), "manuscript_not_ours"),
        (b"format: practical-deeds/1\n[lead]\n", "manuscript_not_ours"),
        ("as_of: 2021-07-31\n导语".encode(), "manuscript_head"),
        (b"[lead] x\n[lead] y", "manuscript_place_twice"),
        (b"known_at: 1\nknown_at: 2", "manuscript_head"),
        (b"as_of: 2021-07-31", "manuscript_not_ours"),
        (b"as_of: soon\nknown_at: 1\nlanguage: en\nscript: hans\ndatabase: x", "manuscript_not_ours"),
    ],
)
def test_what_is_no_manuscript(tmp_path, text, key):
    (tmp_path / "a.txt").write_bytes(text)
    with pytest.raises(BadInput, match=key):
        words.read(tmp_path / "a.txt", making.PLACES)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a database, at which the coordinating office works."""
    report_books.make(f"sqlite:///{tmp_path}/deeds.db", report_books.half_year, simulated=True, commitments=TWO).dispose()
    monkeypatch.chdir(tmp_path)
    for name in ("DEEDS_AGENCY", "DEEDS_PERSON", "DEEDS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DEEDS_DATABASE_URL", f"sqlite:///{tmp_path}/deeds.db")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setenv("DEEDS_TODAY", "2021-12-01")
    return tmp_path


def test_draft_issue_verify_trace(desk, capsys):
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "草稿.pdf"]) == 0
    assert capsys.readouterr().out == "草稿.pdf\n"
    text = (desk / "草稿.txt").read_text(encoding="utf-8")
    (desk / "草稿.txt").write_text(re.sub(r"(\[lead\].*)", r"\1\n各单位按定账推进。", text), encoding="utf-8")
    assert main(["report", "issue", "草稿.txt"]) == 0
    assert main(["report", "issue", "草稿.txt"]) == 7, "once"
    name = "专报第1期_示例数据_截至2021-11-30.pdf"
    assert capsys.readouterr().out.splitlines()[-1] == name
    issued = desk / name

    assert main(["report", "verify", name]) == 0
    shown = capsys.readouterr().out
    assert "登记在案的第1期逐字节相同" in shown
    assert main(["report", "verify", name, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["agrees"] and found["verdict"] == "issued" and found["issue"] == 1 and len(found["figures"]) > 50

    assert main(["report", "trace", name, "book.named", "--json"]) == 0
    trails = json.loads(capsys.readouterr().out)["trails"]
    assert [trail["deed"] for trail in trails] == ["MZT-1-1", "MZT-1-2"]
    assert all(trail["entries"] and trail["announced"][0]["place"] and trail["announced"][0]["source"]["key"] == "jiangsu-2021" for trail in trails)
    assert main(["report", "trace", name, "book.reported"]) == 0
    shown = capsys.readouterr().out
    assert "MZT-1-2  打击整治非法社会组织  省民政厅" in shown and "（共产党员网、发布日期不详） 第 20–24 字符" in shown
    assert re.search(r"  #\d+  2021-\d\d-\d\d  省民政厅  自报进展：推进中 \d+%；所处阶段：", shown)
    assert main(["report", "trace", name, "orders.all"]) == 0
    assert "批示交办：请抓紧研究，月内拿出办法。（限 2021-11-15 前答复）" in capsys.readouterr().out
    assert main(["report", "trace", name, "book.agencies"]) == 0
    assert "MZT  省民政厅" in capsys.readouterr().out
    assert main(["report", "trace", name, "deed.MZT-1-2.pace"]) == 0
    assert "时限：" in capsys.readouterr().out
    assert main(["report", "trace", name, "deed.MZT-1-2.pce"]) == 4
    assert main(["report", "trace", name, "book.nmaed"]) == 4
    assert "book.named" in capsys.readouterr().err

    assert main(["report", "issued"]) == 0
    assert [part for part in capsys.readouterr().out.splitlines()[1].split() if part[0] != "#"][:4] == ["第1期", "2021-11-30", "2021-12-01", name]
    assert main(["report", "issued", "1", "-o", "存档.pdf"]) == 0 and (desk / "存档.pdf").read_bytes() == issued.read_bytes()
    assert main(["report", "issued", "1", "-o", "存档.pdf"]) == 0 and main(["report", "issued", "2"]) == 4
    assert "deeds report issued" in capsys.readouterr().err

    # One changed byte: no longer what was registered.
    content = issued.read_bytes()
    place = len(content) - 40
    (desk / "x.pdf").write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    assert main(["report", "verify", "x.pdf"]) == 1
    assert "与登记的第1期不符" in capsys.readouterr().err
    assert main(["report", "issued", "--json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)["issues"]
    assert line["rule_set"] == "lights-1" and set(line["made_with"]) == {"program", "templates", "fonts", "weasyprint"} and line["made_with"]["fonts"]


def test_an_issue_is_dated_by_its_day_and_a_draft_says_that_it_is_one(full_facts, small_facts):
    draft = making.html("brief", full_facts, Choices("zh-CN", draft=True)).html
    issued = making.html("brief", full_facts, Choices("zh-CN", issue=3, issued_on=date(2021, 12, 8))).html
    plain = making.html("brief", full_facts, Choices("zh-CN")).html
    assert "<span>2021年12月8日</span>" in issued and "<span>截至2021年11月30日</span>" in draft and "<span>截至2021年11月30日</span>" in plain
    marks = [re.findall(r'@top-center . content: "([^;]*)";', page) for page in (draft, issued, plain)]
    assert len(marks[0]) == 1 and marks[0][0].startswith("草稿") and marks[1:] == [[], []]
    both = making.html("agency", small_facts, Choices("zh-CN", draft=True), Scope("MZT")).html
    assert re.search('content: "草稿.*示例数据', both)


def test_nobody_signs_where_the_directory_names_no_office(full_facts):
    reading = full_facts.reading
    agencies = {code: replace(agency, coordinates=False) for code, agency in reading.agencies.items()}
    made = replace(full_facts, reading=replace(reading, agencies=agencies))
    for kind, choices in (("reminder", Choices("zh-CN")), ("brief", Choices("zh-CN", issue=1)), ("brief", Choices("zh-CN", draft=True))):
        with pytest.raises(RuleError, match="report_unsigned"):
            making.html(kind, made, choices)
    assert "（发文机关未标明）" in making.html("brief", made, Choices("zh-CN")).html


def test_what_could_never_be_issued_is_not_drafted(tmp_path, monkeypatch, capsys):
    """Books without a deed: the draft says at once what issuing would, and so does a manuscript that was drafted before."""
    report_books.make(f"sqlite:///{tmp_path}/deeds.db", simulated=True, commitments=()).dispose()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEEDS_DATABASE_URL", f"sqlite:///{tmp_path}/deeds.db")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setenv("DEEDS_TODAY", "2021-12-01")
    assert main(["report", "draft"]) != 0
    assert "没有可印发的内容" in (said := capsys.readouterr().err) and "deeds import" in said
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".txt")] == []


def test_no_position_of_an_empty_journal_is_asked_for(database_url):
    engine = database.open_engine(database_url)
    database.create(engine)
    with database.reading(engine) as connection, pytest.raises(RuleError, match="issue_of_nothing"):
        register.check(office(connection), AS_OF, 0)
    engine.dispose()


def test_a_report_that_leaves_out_what_came_later_has_its_own_name_and_the_pages_of_its_position(desk, capsys):
    assert main(["report", "brief", "--as-of", "2021-11-30"]) == main(["report", "brief", "--as-of", "2021-11-30", "--known-at", "9"]) == 0
    whole, part = capsys.readouterr().out.splitlines()
    assert whole == "专报_示例数据_截至2021-11-30.pdf" and part == "专报_示例数据_记录号9_截至2021-11-30.pdf"
    facts = report_books.facts_of(database.open_engine(f"sqlite:///{desk}/deeds.db"), AS_OF, 9)
    then, now = (making.html("brief", facts, Choices("zh-CN", earlier=earlier)).html for earlier in (False, True))
    assert then == now


def test_the_title_of_an_issue_has_its_number(full_facts):
    assert "<title>实事进展专报 第3期 截至2021年11月30日</title>" in making.html("brief", full_facts, Choices("zh-CN", issue=3)).html


def test_a_cell_of_the_ledger_without_words_is_empty(small_facts):
    rows = list(csv.DictReader(io.StringIO(attachments.ledger_csv(small_facts.deeds).decode("utf-8-sig"))))
    assert [row["supporters"] for row in rows] == ["", ""]


def test_volumes_are_numbered_where_an_agency_has_several(full_facts, monkeypatch):
    monkeypatch.setattr(making, "VOLUME", 50)
    names = [making.file_name("ledger", full_facts, Choices("zh-CN"), scope) for scope in making.volumes(full_facts)]
    assert "台账_SCJG_省市场监管局第2卷_截至2021-11-30.pdf" in names and "台账_JYT_省教育厅_截至2021-11-30.pdf" in names


def test_another_file_is_not_written_over(desk, capsys):
    (desk / "a.pdf").write_bytes(b"%PDF-1.7 a thesis")
    assert main(["report", "agency", "MZT", "-o", "a.pdf"]) == 10 and "没有覆盖" in capsys.readouterr().err
    assert (desk / "a.pdf").read_bytes() == b"%PDF-1.7 a thesis"
    assert main(["report", "agency", "MZT", "-o", "b.pdf"]) == main(["report", "agency", "MZT", "-o", "b.pdf"]) == 0


def painted(content: bytes) -> bytes:
    """A PDF with another number painted over page one, the rest left alone."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"1 1 1 rg 100 600 50 20 re f"))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_verdicts_on_files_that_are_not_registered(desk, monkeypatch, capsys):
    assert main(["report", "agency", "MZT", "--as-of", "2021-11-30", "-o", "a.pdf"]) == 0
    content = (desk / "a.pdf").read_bytes()

    def verdict(file, *options):
        capsys.readouterr()
        code = main(["report", "verify", file, "--json", *options])
        printed = capsys.readouterr()
        found = json.loads(printed.out)
        assert found["agrees"] is (code == 0) and all(figure["agrees"] for figure in found["figures"])
        return found["verdict"], printed.err

    assert verdict("a.pdf")[0] == "redrawn"
    (desk / "painted.pdf").write_bytes(painted(content))
    found, said = verdict("painted.pdf")
    assert found == "pages_differ" and "页面所印的不可信" in said
    (desk / "own").mkdir()
    (desk / "own" / "own.css").write_text(":root { --accent: #004080 }")
    assert main(["report", "agency", "MZT", "--as-of", "2021-11-30", "-o", "own.pdf", "--templates", "own"]) == 0
    found, said = verdict("own.pdf")
    assert found == "other_templates" and "--templates" in said and "db check" not in said
    assert verdict("own.pdf", "--templates", "own")[0] == "redrawn"
    draw = making.pdf

    def without_fonts(*arguments):
        raise ReportError("glyphs_missing", count=1, characters="实")

    monkeypatch.setattr(making, "pdf", without_fonts)
    found, said = verdict("a.pdf")
    assert found == "undrawable" and "字体" in said
    monkeypatch.setattr(making, "pdf", lambda *arguments: draw(*arguments[:4], {}) + b"x")
    assert verdict("a.pdf")[0] == "other_faces"
    monkeypatch.setattr(making, "__version__", "0.0")
    assert verdict("a.pdf")[0] == "other_program"


@pytest.mark.parametrize("carried", [
    {}, {"report": None}, {"report": {}}, {"report": {"as_of": "2021-11-30", "known_at": "1"}},
    {"report": {"kind": "x"}}, {"report": {"language": "xx"}}, {"report": {"script": 1}}, {"report": {"agency": "NOBODY"}},
    {"report": {"as_of": "soon"}}, {"report": {"words": [1]}}, {"report": {"volume": 3}}, {"figures": []},
])  # fmt: skip
def test_a_file_that_does_not_say_how_it_was_made_is_not_ours(desk, capsys, carried):
    about = making.about("brief", facts_of(database.open_engine(f"sqlite:///{desk}/deeds.db")), Choices("zh-CN"))
    if len(carried.get("report") or ()) == 1:
        carried = {"figures": {}, "report": about | carried["report"]}
    content = json.dumps({"format": "practical-deeds/figures-1", **carried})
    (desk / "a.pdf").write_bytes(b"%PDF-1.7\n<< /Type /EmbeddedFile >>\nstream\n" + content.encode() + b"\nendstream\n")
    assert main(["report", "verify", "a.pdf"]) == 8
    assert "不是本系统生成的报告" in capsys.readouterr().err


def test_a_changed_number_is_found_and_named(desk):
    engine = database.open_engine(f"sqlite:///{desk}/deeds.db")
    made = facts_of(engine)
    page = making.pdf("brief", made, Choices("zh-CN"))
    (desk / "a.pdf").write_bytes(page)
    entry = next(d for d in made.deeds if d.state.progress).state.progress
    with database.writing(engine) as connection:
        # A forger with the file open: one entry more at a position that the report counted.
        connection.exec_driver_sql("DROP TRIGGER entry_no_update")
        connection.exec_driver_sql(f"UPDATE entry SET status='blocked', progress=5 WHERE number={entry.number}")
    with database.reading(engine) as connection:
        found = verifying.verify(connection, desk / "a.pdf", TODAY, draw=False)
        with pytest.raises(ReportError):
            tracing.trace(connection, desk / "a.pdf", f"book.status.{entry.status}", TODAY)
        assert tracing.trace(connection, desk / "a.pdf", "book.announced", TODAY).figure.value == made.value("book.announced")
    wrong = {finding.id for finding in found.findings if not finding.same}
    assert f"book.status.{entry.status}" in wrong and not found.ledger and not found.agrees


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["brief", "--as-of", "2021-12-02"], 5),
        (["brief", "--as-of", "2021-05-01"], 5),
        (["brief", "--known-at", "99999"], 4),
        (["brief", "--known-at", "2030-01-01"], 4),
        (["brief", "--lang", "fr"], 2),
        (["brief", "--script", "runes"], 2),
        (["brief", "--templates", "nowhere"], 4),
        (["brief", "-o", "no/folder/a.pdf"], 10),
        (["brief", "-o", "."], 10),
        (["agency", "NOBODY"], 4),
        (["verify", "deeds.db"], 8),
        (["verify", "nothing.pdf"], 4),
        (["issue", "nothing.txt"], 4),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_file(desk, capsys, arguments, code):
    before = sorted(p.name for p in desk.iterdir() if not p.name.startswith("deeds.db"))
    assert main(["report", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == "" and len(captured.err.strip().splitlines()) == 1, captured.err
    assert sorted(p.name for p in desk.iterdir() if not p.name.startswith("deeds.db")) == before


def test_summary_is_three_sentences_in_every_language(full_facts, desk, capsys):
    for language in ("zh-CN", "zh-TW", "en"):
        said = sentences(full_facts, language)
        assert len(said) == 3
        for case in ("overdue", "reason.far_behind", "watched", "blocked", "sent_back"):  # as page one has them
            part = str(Voice(language)(f"attention_{case.rsplit('.')[-1]}", n=full_facts.value(f"book.{case}")))
            assert part in re.split("[，。,.] ?", said[1])
    assert main(["report", "summary", "--as-of", "2021-11-30"]) == 0
    assert "示例数据" in capsys.readouterr().out


def test_a_report_lists_its_figures_with_what_they_mean(desk, capsys):
    assert main(["report", "agency", "MZT", "-o", "a.pdf"]) == 0
    capsys.readouterr()
    assert main(["report", "trace", "a.pdf"]) == 0
    screen = capsys.readouterr()
    rows = {line.split("  ")[0]: line for line in screen.out.splitlines()}
    assert "省民政厅 · 实有" in rows["agency.MZT.deeds"] and rows["agency.MZT.deeds"].endswith(" 2")
    assert screen.err.strip().endswith("→ deeds report trace a.pdf 数字编号")
    assert main(["report", "trace", "a.pdf", "--json"]) == 0
    listed = {line["figure"]: line["value"] for line in json.loads(capsys.readouterr().out)["figures"]}
    assert listed["agency.MZT.deeds"] == 2 and set(listed) <= set(rows)
    for id, value in listed.items():
        assert main(["report", "trace", "a.pdf", id, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["value"] == value


def test_an_issue_is_never_written_over(desk, capsys):
    assert main(["report", "draft", "--as-of", "2021-11-30", "-o", "草稿.pdf"]) == 0
    assert main(["report", "issue", "草稿.txt", "-o", "第1期.pdf"]) == 0
    sent = (desk / "第1期.pdf").read_bytes()
    capsys.readouterr()
    for command in ("brief", "draft", "ledger"):
        assert main(["report", command, "-o", "第1期.pdf"]) == 10
        refused = capsys.readouterr().err
        assert "第1期专报" in refused and "→ -o 文件.pdf" in refused and refused.count("\n") == 1
    assert (desk / "第1期.pdf").read_bytes() == sent
    assert main(["report", "issued", "1", "-o", "第1期.pdf"]) == 0, "the same may be taken out again"
    assert main(["report", "brief", "-o", "草稿.pdf"]) == 0, "a draft was never sent"
