"""Instructions: to whom, who answers, open until answered, taken back on the record."""

from __future__ import annotations

import re

import pytest

from tracker import access, audit
from tracker.access import Actor
from tracker.reports import facts, making

pytest_plugins = ["office"]


def instruct(office, *words, **who) -> int:
    return office("instruct", *words, "--json", **who).json["number"]


def register(office, *words, **who):
    return office("instructions", "--json", *words, **who).json["instructions"]


def test_open_until_answered(any_office):
    office = any_office
    on_deed = instruct(office, "JYT-1-3", "请查明滞后原因", "--by", "8-10", "--from", "张副省长")
    to_agency = instruct(office, "省教育厅", "请报总体安排", "--from", "李主任")
    assert office("show", "JYT-1-3", "--json").json["open_instructions"] == [on_deed]
    assert [each["number"] for each in register(office, "--open", "-a", "JYT")] == [on_deed, to_agency]
    office("answer", str(on_deed), "已查明", agency="JYT")
    office("answer", str(to_agency), "已报", agency="JYT")
    assert register(office, "--open") == []
    assert office("show", "JYT-1-3", "--json").json["open_instructions"] == []
    [first, second] = register(office)
    assert (first["deed"], first["leader"], first["by"], first["answer"]) == ("JYT-1-3", "张副省长", "2021-08-10", "已查明")
    assert (second["deed"], second["agency"], second["leader"], second["answer"]) == (None, "JYT", "李主任", "已报")
    with office.books() as b:
        assert audit.check(b.connection) == []


def test_an_instruction_goes_with_the_deed(office):
    number = instruct(office, "JYT-1-3", "请查明")
    office("assign", "JYT-1-3", "--lead", "KJT")
    assert [each["agency"] for each in register(office)] == ["KJT"]
    refused = office("answer", str(number), "不归我了", agency="JYT", ok=False)
    assert refused.code == 6 and "由省科技厅答复" in refused.err
    office("answer", str(number), "已接手", agency="KJT")


def test_what_the_reports_read(office):
    """The brief reads instructions of both kinds from the same entries."""
    from tracker import entries
    from tracker.reports.facts import facts

    instruct(office, "JYT-1-3", "请查明", "--by", "7-20", today="2021-07-05")
    answered = instruct(office, "JYT", "请报安排")
    office("answer", str(answered), "已报", agency="JYT", today="2021-07-06")
    office("status", today="2021-07-21")
    with office.books() as b:
        found = facts(b.connection, b.now.today, entries.head(b.connection).number, b.now.today)
    assert [(order.of, order.answer is not None, order.overdue) for order in found.orders] == [
        ("JYT-1-3", False, True),
        ("JYT", True, False),
    ]


def test_taking_back(office):
    number = instruct(office, "JYT", "写错了")
    office("answer", str(number), "也写错了", agency="JYT")
    answer = register(office)[0]["answer_number"]
    assert office("instructions", "--withdraw", str(answer), agency="KJT", ok=False).code == 6
    office("instructions", "--withdraw", str(answer), agency="JYT")
    assert register(office)[0]["answer"] is None, "open again"
    assert office("instructions", "--withdraw", str(number), agency="JYT", ok=False).code == 6
    office("instructions", "--withdraw", str(number), "--reason", "登记有误")
    assert register(office) == []
    assert "已经撤回" in office("instructions", "--withdraw", str(number), ok=False).err
    on_deed = instruct(office, "JYT-1-3", "写错了")
    office("instructions", "--withdraw", str(on_deed))
    assert office("show", "JYT-1-3", "--json").json["open_instructions"] == []


def test_what_a_leader_asked_does_not_go_with_its_deed(office):
    """Neither open, when nobody may drop the deed, nor answered, when it stays on the list."""
    number = str(instruct(office, "JYT-1-3", "请查明"))
    for agency in ("JYT", None):
        refused = office("drop", "JYT-1-3", "--reason", "不存在", agency=agency, ok=False)
        assert refused.code == 5 and f"→ deeds answer {number}" in refused.err and f"--withdraw {number}" in refused.err
        assert office("drop", "JYT-1-3", "--reason", "重复", "--into", "JYT-1-4", agency=agency, ok=False).code == 5
    answer = office("answer", number, "并无此事", "--json", agency="JYT").json["answer_number"]
    office("drop", "JYT-1-3", "--reason", "不存在")
    [kept] = register(office)
    assert kept["dropped"] and kept["answer"] == "并无此事" and "已核减" in office("instructions").out
    office("instructions", "--withdraw", str(answer))
    assert [each["number"] for each in office("inbox", "--json", agency="JYT").json["sections"]["instruction"]] == [int(number)]
    office("answer", number, "确无此事", agency="JYT")


REFUSED = [
    (["instruct", "没有局", "x"], {}, 4, "既不是实事也不是单位"),
    (["instruct", "SCJG-1", "x"], {}, 4, "deeds list -c SCJG-1"),
    (["instruct", "JYT-1-9", "x"], {}, 4, "没有“JYT-1-9”这件实事"),
    (["instruct", "JYT-1-3", " "], {}, 5, "批示交办没有内容"),
    (["instruct", "JYT-1-3", "x", "--by", "7-4"], {}, 5, "早于批示日期"),
    (["instruct", "JYT-1-3", "x", "--on", "7-6"], {}, 5, "还没有到"),
    (["instruct", "JYT", "x", "--on", "7-6"], {}, 5, "还没有到"),
    (["instruct", "JYT", "字" * 5001], {}, 5, "最多 5000 个"),
    (["instruct", "JYT", "x"], {"agency": "JYT"}, 6, "只有统筹单位可以登记批示交办"),
    (["answer", "1", "x"], {}, 4, "没有第 1 号批示交办"),
    (["answer", "99999", "x"], {}, 4, "没有第 99999 号批示交办"),
    (["answer", "十", "x"], {}, 2, "不是记录号"),
    (["instructions", "--withdraw", "1"], {}, 4, "没有第 1 号批示交办"),
]


@pytest.mark.parametrize(("words", "who", "code", "said"), REFUSED, ids=lambda v: v[0] if isinstance(v, list) else "")
def test_refusals(office, words, who, code, said):
    screen = office(*words, ok=False, **who)
    assert screen.code == code and said in screen.err
    assert screen.err.count("\n") == 1 and screen.out == ""
    assert register(office) == []


def test_refused_answers(office):
    number = str(instruct(office, "JYT-1-3", "请查明", today="2021-07-05"))
    for words, who, said in (
        (["answer", number, " "], {"agency": "JYT"}, "答复没有内容"),
        (["answer", number, "x", "--on", "7-4"], {"agency": "JYT"}, "不能在 2021-07-04 答复"),
        (["answer", number, "x", "--on", "7-7"], {"agency": "JYT"}, "还没有到"),
        (["answer", number, "x"], {"agency": "KJT"}, "由省教育厅答复"),
    ):
        screen = office(*words, ok=False, **who)
        assert said in screen.err and screen.err.count("\n") == 1
    office("answer", number, "已查明", agency="JYT")
    assert "已于 2021-07-05 答复" in office("answer", number, "再答", ok=False, agency="JYT").err


@pytest.mark.parametrize("role", access.ROLES)
def test_who_may(office, role):
    """Every role, through the functions that all doors share."""
    from dataclasses import replace

    from tracker.deeds import instructing
    from tracker.errors import NotAllowed

    def tried(act, *words) -> bool:
        try:
            act(replace(b, actor=Actor("JYT", role)), *words)
        except NotAllowed:
            return False
        return True

    number = instruct(office, "JYT-1-3", "请查明")
    with office.books(write=True) as b:
        assert tried(instructing.instruct, "JYT-1-4", "x") == (role == access.OFFICE)
        assert tried(instructing.answer, number, "x") == (role in (access.OFFICE, access.CLERK))


def test_screens(office):
    made = office("instruct", "JYT-1-3", "请查明滞后原因", "--by", "8-10", "--from", "张副省长")
    number = re.search(r"#(\d+)", made.out)[1]
    assert made.out == f"已登记批示交办 #{number} → JYT-1-3 心理关爱（省教育厅）：张副省长：请查明滞后原因（限 2021-08-10 前答复）\n"
    assert made.err == f"省教育厅答复时输入 → deeds answer {number} 内容\n"
    answered = office("answer", number, "已查明", lang="en")
    assert answered.out.startswith(f"Answered #{number} (JYT-1-3 心理关爱 (Jiangsu Provincial Department of Education)): 已查明 (entry #")
    assert answered.err == "Entered for Jiangsu Provincial Department of Education.\n"
    log = office("log", "JYT-1-3").out.splitlines()
    assert log[-2].split()[2:4] == ["批示交办", "张副省长：请查明滞后原因（限"]
    assert f"#{number} 已查明" in log[-1]
    assert office("instructions").out == (
        "记录  日期        交办对象                      批示交办                                          办理答复\n"
        f"#{number}  2021-07-05  JYT-1-3 心理关爱（省教育厅）  张副省长：请查明滞后原因（限 2021-08-10 前答复）  2021-07-05 已查明\n"
    )


def test_an_instruction_without_a_day_or_a_leader_is_entered_and_told(office):
    assert "没有写 --by、--from" in office("instruct", "JYT-1-3", "请查明").err
    assert "没有写" not in office("instruct", "JYT-1-3", "请查明", "--by", "8-1", "--from", "李").err


def pages(office, kind: str, agency: str | None = None) -> str:
    with office.books() as b:
        made = facts.facts(b.connection, b.now.today, office.head, b.now.today)
    assert "SJT" not in made.agencies, "it has no deed"
    scope = making.Scope(agency)
    return re.sub(r"(?s)<style>.*?</style>|<[^>]*>", "", making.html(kind, making.counted(kind, made, scope), making.Choices("zh-CN"), scope).html)


def test_an_agency_without_a_deed_is_told_what_it_is_to_answer(any_office):
    """Wherever it looks, and without an 另有 where nothing stands before."""
    office = any_office
    number = instruct(office, "省审计厅", "请报审计安排", "--by", "7-7")
    assert "请报审计安排" in office("inbox", agency="SJT").out
    reminded = office("remind", "-a", "SJT", "--dry-run").out
    assert f"现有批示交办 1 项请答复：\n  #{number} 请报审计安排" in reminded
    assert "请报审计安排" in pages(office, "agency", "SJT") and "没有需要办理" not in pages(office, "agency", "SJT")
    letters = pages(office, "reminder")
    assert "江苏省审计厅：" in letters and "请报审计安排" in letters and "另有批示交办" not in letters
    assert pages(office, "reminder", "SJT").count("请报审计安排") == 1
    office("answer", str(number), "已报")
    assert "请报审计安排" not in pages(office, "agency", "SJT") + pages(office, "reminder")


def test_who_took_over_from_an_agency_answers_in_the_pages_too(any_office):
    office = any_office
    instruct(office, "省政府信访局", "请报整合安排", "--by", "7-7")
    office("agency", "succeed", "XFJ", "SJT", "--reason", "机构改革", "--approval", "苏编〔2021〕1号")
    assert "请报整合安排" in office("inbox", agency="SJT").out
    assert "请报整合安排" in pages(office, "agency", "SJT") and "请报整合安排" in pages(office, "reminder")
    assert "省审计厅" in pages(office, "brief").split("请报整合安排")[0][-200:]
