"""`deeds db check` finds what is wrong with the books, and nothing in sound ones. On both engines."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
import sample
from sample import CODES, draft, progress
from sqlalchemy import insert, text

from tracker import audit, entries, i18n, journal, models
from tracker.cli import main
from tracker.database import reading, writing


@pytest.fixture
def engine(database_url):
    engine = sample.made(database_url)
    with writing(engine) as connection:
        sample.every_table(connection)
        entries.append(
            connection,
            [
                progress(CODES[1], "in_progress", 10),
                draft(journal.FINDING, CODES[1], about=entries.head(connection).number + 1, verdict=journal.REJECT),
                draft(journal.PROPOSAL, CODES[1], proposes="schedule"),
            ],
        )
    yield engine
    engine.dispose()


def unguard(connection, statement: str) -> None:
    """Take triggers and foreign keys out of a statement's way, as somebody with the file in hands would."""
    if connection.dialect.name == "sqlite":
        there = connection.execute(text("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")).all()
        for name, table in there:
            if table in statement.split():
                connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        connection.execute(text("SET session_replication_role = replica"))


def problems(engine, *statements: str) -> list[audit.Problem]:
    """What a check says of the books with these statements forced on them; they are taken back."""
    with writing(engine) as connection:
        for statement in statements:
            unguard(connection, statement)
            connection.execute(text(statement))
        found = audit.check(connection)
        connection.rollback()
    return [problem for problem in found if not (statements and problem.key == "trigger_missing")]


def keys(engine, *statements: str) -> set[str]:
    return {problem.key for problem in problems(engine, *statements)}


def test_sound_books(engine):
    assert problems(engine) == []


def test_an_empty_book(database_url):
    from tracker import database

    engine = database.open_engine(database_url)
    database.create(engine)
    assert problems(engine) == []
    engine.dispose()


def other_value(column) -> str:
    """A literal that a column does not have yet."""
    kind = column.type.python_type
    if column.foreign_keys:
        return "3" if kind is int else "'BBB'"
    return "'2031-06-30'" if kind is date else "77" if kind is int else f"NOT {column.name}" if kind is bool else "'7'"


def test_a_changed_entry(engine):
    with reading(engine) as connection:
        number = next(e.number for e in sample.journal_of(connection) if e.kind == journal.FINDING)
    chained = ("number", "prev_hash", "hash", "recorded_at")
    for column in models.entry.c:
        if column.name not in chained:
            found = problems(engine, f"UPDATE entry SET {column.name} = {other_value(column)} WHERE number = {number}")
            assert audit.Problem("entry_changed", {"number": number}) in found, column.name


def test_a_changed_child_of_an_entry(engine):
    for table in ("entry_supporter", "entry_point", "entry_evidence"):
        assert "entry_changed" in keys(engine, f"DELETE FROM {table}"), table


def test_a_removed_entry(engine):
    with reading(engine) as connection:
        last = entries.head(connection).number
    found = problems(engine, f"DELETE FROM entry WHERE number = {last - 1}")
    assert audit.Problem("number_gap", {"number": last, "expected": last - 1}) in found
    assert audit.Problem("chain_broken", {"number": last}) in found
    assert any(p.key == "seq_gap" and p.values["deed"] == CODES[1] for p in found)


def test_a_forged_entry_with_its_own_hash(engine):
    """Whoever changes an entry and its hash breaks the link to the next."""
    with reading(engine) as connection:
        entry = sample.journal_of(connection)[-2]
        prev_hash = connection.scalar(text(f"SELECT prev_hash FROM entry WHERE number = {entry.number}"))
    from dataclasses import replace

    forged = journal.link(prev_hash, replace(entry, note="改"))
    found = keys(engine, f"UPDATE entry SET note = '改', hash = '{forged}' WHERE number = {entry.number}")
    assert found == {"chain_broken"}


def test_times_that_go_back(engine):
    assert "time_back" in keys(engine, "UPDATE entry SET recorded_at = '2031-01-01 00:00:00' WHERE number = 2")


def test_an_entry_that_speaks_of_the_wrong_one(engine):
    """Of none, of the book's, of another deed's, of one that does not exist."""
    with reading(engine) as connection:
        known = sample.journal_of(connection)
    finding = next(e for e in known if e.kind == journal.FINDING)
    of_another = next(e for e in known if e.kind == journal.PROGRESS and e.deed != finding.deed)
    for about in (None, 1, 2, of_another.number, 999):
        found = problems(engine, f"UPDATE entry SET about = {about or 'NULL'} WHERE number = {finding.number}")
        assert audit.Problem("about_wrong", {"number": finding.number, "about": about}) in found


def test_what_each_kind_speaks_of(engine):
    """Each kind of its own, and nothing of itself."""
    others = [kind for kind in journal.KINDS if kind not in audit.SPEAKS_OF]
    with writing(engine) as connection:
        written = entries.append(connection, [draft(kind, CODES[2]) for kind in others])
        pairs = [(kind, other) for kind in audit.SPEAKS_OF for other in written]
        made = entries.append(connection, [draft(kind, CODES[2], about=other.number) for kind, other in pairs])
        wrong = {p.values["number"] for p in audit.check(connection) if p.key == "about_wrong"}
    assert journal.RETRACTION not in set().union(*audit.SPEAKS_OF.values()), "a retraction is final"
    expected = {e.number for e, (kind, other) in zip(made, pairs, strict=True) if other.kind not in audit.SPEAKS_OF[kind]}
    assert wrong == expected and len(wrong) == (len(audit.SPEAKS_OF) - 1) * (len(others) - 1)


def test_a_sequence_with_a_gap(engine):
    assert "seq_gap" in keys(engine, "UPDATE entry SET seq = 9 WHERE number = 4")


def test_an_unknown_kind(engine):
    assert "kind_unknown" in keys(engine, "UPDATE entry SET kind = 'rumour' WHERE number = 4")


def test_a_position_that_the_journal_has_not(engine):
    assert keys(engine, "UPDATE item SET position = 999") == {"position_beyond"}


def test_rounds_and_reports_come_from_their_entries(engine):
    for change in ("round SET opened = 1", "round SET closed = 1", "report SET issued = 1"):
        assert keys(engine, f"UPDATE {change}") == {"opening_wrong"}


def test_a_round_closes_on_the_day_that_its_entries_say(engine):
    assert keys(engine, "UPDATE round SET closes_on = '2021-12-31'") == {"round_day_wrong"}


def test_a_wrong_code(engine):
    assert "code_wrong" in keys(engine, "UPDATE deed SET code = 'AAA-1-9' WHERE code = 'AAA-1-1'")


def test_deeds_and_items_without_each_other(engine):
    assert keys(engine, "DELETE FROM item_deed WHERE id = 1") == {"deed_without_item", "item_without_deed"}


def test_an_item_that_was_unlinked(engine):
    with writing(engine) as connection:
        connection.execute(insert(models.item_deed).values(item_id=1, deed_id=1, position=2, linked=False))
    assert keys(engine) == {"item_without_deed"}
    with writing(engine) as connection:
        connection.execute(insert(models.item_deed).values(item_id=1, deed_id=2, position=3))
    assert keys(engine) == set(), "now another deed fulfils it"


def test_content_that_is_not_there(engine):
    for table in ("agency", "source", "commitment", "item"):
        assert "without_version" in keys(engine, f"DELETE FROM {table}_version")


def test_a_projection_that_differs(engine):
    for column in models.current.c:
        if column.name != "deed_id":
            found = problems(engine, f"UPDATE current SET {column.name} = {other_value(column)} WHERE deed_id = 1")
            assert found == [audit.Problem("projection_differs", {"deed": CODES[0], "fields": column.name})]


def test_a_past_that_differs(engine):
    """Any value of any span, a span that is missing, and one too many."""
    wrong = [audit.Problem("projection_differs", {"deed": CODES[0], "fields": "span"})]
    for column in models.span.c:
        if column.name != "deed_id":
            assert problems(engine, f"UPDATE span SET {column.name} = {other_value(column)} WHERE deed_id = 1 AND until_on IS NULL") == wrong
    assert problems(engine, "DELETE FROM span WHERE deed_id = 1") == wrong
    names = [c.name for c in models.span.c]
    for changed, deed in (("from_on", CODES[0]), ("deed_id", 99)):
        copy = ", ".join({"from_on": "'2031-06-30'", "deed_id": "99"}[name] if name == changed else name for name in names)
        found = problems(engine, f"INSERT INTO span SELECT {copy} FROM span WHERE deed_id = 1 AND until_on IS NULL")
        assert audit.Problem("projection_differs", {"deed": deed, "fields": "–" if deed == 99 else "span"}) in found


def test_a_projection_that_is_missing_or_too_much(engine):
    assert problems(engine, "DELETE FROM current WHERE deed_id = 2") == [
        audit.Problem("projection_differs", {"deed": CODES[1], "fields": "–"})
    ]
    copy = "INSERT INTO current SELECT " + ", ".join("99" if c.name == "deed_id" else c.name for c in models.current.c)
    found = problems(engine, f"{copy} FROM current WHERE deed_id = 1")
    assert audit.Problem("projection_differs", {"deed": 99, "fields": "–"}) in found


def test_evidence_that_was_changed(engine):
    bytes_of = "CAST('another' AS BLOB)" if engine.dialect.name == "sqlite" else "'another'"
    assert keys(engine, f"UPDATE blob SET content = {bytes_of}") == {"file_changed"}
    assert keys(engine, "UPDATE blob SET size = 7") == {"file_changed"}


def test_a_broken_reference(sqlite_url):
    engine = sample.made(sqlite_url)
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO mention (source_id, position, kind, name, reason) VALUES (77, 1, 'context', 'x', 'y')")
        raw.execute("PRAGMA foreign_keys = ON")
    assert keys(engine) == {"reference_broken"}
    engine.dispose()


def test_progress_is_told(engine):
    told = []
    with reading(engine) as connection:
        audit.check(connection, lambda *how_far: told.append(how_far))
    assert [step for step, done, total in told if (done, total) == (0, 1)] == list(audit.STEPS)
    assert all(0 <= done <= total for _, done, total in told)


def test_every_problem_has_its_words():
    import ast
    import inspect

    made = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(audit)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem"
    }
    for language in i18n.LANGUAGES:
        assert {key for key in made if not i18n.Catalogue(language).has(f"audit.{key}")} == set()


def test_effective_days_may_be_late(engine):
    """A late entry is no fault: only recorded times have an order."""
    with writing(engine) as connection:
        entries.append(connection, [progress(CODES[0], "in_progress", 20, sample.SINCE + timedelta(days=9))])
        entries.append(connection, [progress(CODES[0], "in_progress", 10, sample.SINCE)])
    assert problems(engine) == []


# The commands


@pytest.fixture
def deeds(engine, monkeypatch, capsys):
    """Run `deeds` on the book; returns exit code, stdout and stderr."""
    monkeypatch.setenv("DEEDS_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")

    def run(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_check_says_that_all_is_well(deeds, engine):
    code, out, err = deeds("db", "check")
    assert (code, out) == (0, "") and "没有发现问题" in err
    code, out, _ = deeds("db", "check", "--json")
    report = json.loads(out)
    with reading(engine) as connection:
        head = entries.head(connection)
    assert code == 0 and report == {
        "sound": True, "entries": head.number, "hash": head.hash, "deeds": 4, "files": 1, "problems": [],
    }  # fmt: skip


def test_check_says_what_is_wrong(deeds, engine):
    wrong = "0" * 64
    with writing(engine) as connection:
        connection.execute(insert(models.blob).values(sha256=wrong, size=1, media_type="text/plain", content=b"x"))
    code, out, err = deeds("db", "check")
    assert code == 1 and out == f"佐证材料 {wrong} 的内容与其哈希不符\n" and err.startswith("错误：检查发现 1 处问题")
    code, out, _ = deeds("db", "check", "--json")
    assert code == 1 and json.loads(out)["problems"] == [{"key": "file_changed", "sha256": wrong}]


def test_a_stale_projection_is_rebuilt(deeds, engine):
    with writing(engine) as connection:
        connection.execute(text("UPDATE current SET progress = 99"))
        connection.execute(text("DELETE FROM span"))
    code, _, err = deeds("db", "check")
    assert code == 1 and err.rstrip().endswith("→ deeds db rebuild")
    assert deeds("db", "rebuild")[0] == 0
    assert deeds("db", "check")[0] == 0


def test_upgrade_of_a_current_database(deeds):
    code, out, err = deeds("db", "upgrade")
    assert (code, out) == (0, "") and "已是最新版本" in err
