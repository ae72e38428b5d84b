"""What a PDF carries: the figures with what they were counted from, and the ledger."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tracker import reminding
from tracker.errors import BadInput
from tracker.reports import attachments, chasing, making, reopening, singles
from tracker.reports.making import Choices, Scope


def test_attachments_lead_from_figure_to_deed_to_entry_to_place(opened, small_facts, drawn):
    carried = json.loads(opened.attachments["figures.json"].get_file().read_bytes())
    assert carried["format"] == attachments.FORMAT and carried["report"]["as_of"] == "2021-11-30"
    named = carried["figures"]["book.named"]
    assert named["value"] == len(named["deeds"]) == 2
    deed = carried["deeds"][named["deeds"][0]]
    assert deed["entries"]["title"] in named["entries"]
    assert deed["items"][0]["place"] == [10, 14]
    ledger = opened.attachments["ledger.csv"].get_file().read_bytes()
    assert ledger == attachments.ledger_csv(small_facts.deeds) and ledger.count(b"\r\n") == 3
    assert [content[:4] for content in reopening.embedded(drawn)] == [b'{\n "', ledger[:4]]


def test_every_number_of_a_reminder_is_a_figure(full_facts, monkeypatch):
    """What the letters count, and the days and times of each line."""
    made = making.counted("reminder", full_facts)
    letters = chasing.reminders(full_facts, full_facts.agencies)
    assert letters and "reminder.ZRZY.items" not in full_facts.figures
    for letter in letters:
        prefix = f"reminder.{letter.agency}"
        assert made.value(f"{prefix}.items") == len(letter.items) == sum(made.value(f"{prefix}.{level}") for level in reminding.LEVELS)
        assert made.value(f"{prefix}.orders") == len(letter.instructions)
        for item in letter.items:
            assert made.value(f"{prefix}.{item.code}.nth") == item.count
            assert item.days is None or made.value(f"{prefix}.{item.code}.workdays") == abs(item.days)
            if item.cause == reminding.BEHIND:
                assert singles.figure(made, f"deed.{item.code}.behind").value == item.behind
    sent = {}
    monkeypatch.setattr("tracker.reports.pdf.render", lambda *arguments, **_: sent.update({a.name: a.content for a in arguments[3]}) or b"")
    making.pdf("reminder", full_facts, Choices("zh-CN"), Scope("ZRZY"))
    carried = json.loads(sent["figures.json"])
    assert {id.split(".")[1] for id in carried["figures"]} == {"ZRZY"} and carried["deeds"]["ZRZY-1-1"]["values"]


def test_a_cell_of_the_ledger_without_words_is_empty(small_facts):
    rows = list(csv.DictReader(io.StringIO(attachments.ledger_csv(small_facts.deeds).decode("utf-8-sig"))))
    assert [row["supporters"] for row in rows] == ["", ""]


def test_a_damaged_attachment_is_no_report_of_ours(tmp_path, drawn):
    at = drawn.index(b"/Type /EmbeddedFile")
    start = drawn.index(b"stream\n", at) + 20
    (tmp_path / "a.pdf").write_bytes(drawn[:start] + bytes(reversed(drawn[start : start + 40])) + drawn[start + 40 :])
    with pytest.raises(BadInput, match="pdf_not_ours"):
        reopening.read(tmp_path / "a.pdf")
