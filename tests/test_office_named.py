"""Books whose directory names no coordinating office: said at once, named with one command, and all it does follows. On both engines."""

from __future__ import annotations

import pytest
import yaml

from tracker import audit, directory, resources

pytest_plugins = ["office"]

ARTICLE = "青川市民政局推进助老、助残、助困、助医四项行动。青川市住建局推出12项便民举措。青川市城管局推进2项行动。\n"
CODES = {"青川市民政局": "MZ", "青川市住建局": "ZJ", "青川市城管局": "CG"}
NAMED = "agency add 代码 名称 --coordinates"


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request, tmp_path):
    """Books with nothing in them, and an article all of whose owners are unknown."""
    office = request.getfixturevalue("office")
    office.url = str(tmp_path / "empty.db") if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    office.screen = office("init", "--empty", "--simulated")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return office


def reviewed(office, folder) -> str:
    """Extract, give the owners their codes, and say how the file asks for the office."""
    office("extract", "article.txt", "-o", "p.yaml", "--force")
    text = (folder / "p.yaml").read_text(encoding="utf-8")
    for name, code in CODES.items():
        text = text.replace(f"{{code: null, name: {name}}}", f"{{code: {code}, name: {name}}}")
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return text


def tracked(office, folder):
    reviewed(office, folder)
    return office("import", "p.yaml")


def verifiers(office) -> dict[str, str | None]:
    return {each["code"]: office("show", each["code"], "--json").json["verifier"] for each in office("list", "--all", "--json").json["deeds"]}


def test_from_an_article_of_unknown_owners_to_an_issued_brief(fresh, tmp_path):
    """README's road, with its half sentence on the office."""
    reviewed(fresh, tmp_path)
    fresh("import", "p.yaml", "--dry-run")
    fresh("import", "p.yaml")
    fresh("agency", "add", "ZFB", "青川市政府办公室", "--coordinates")
    fresh("status")
    fresh("assign", "MZ-1", "--due", "12-31", "--basis", "示例文号", "--yes")
    fresh("update", "MZ-1-3", "-s", "推进中", "-p", "60", "-n", "已完成摸底")
    fresh("name", "ZJ-1-1", "办事指南进社区")
    fresh("show", "MZ-1-3")
    fresh("explain", "MZ-1-3")
    fresh("report", "draft", "-o", "草稿.pdf")
    assert "第1期" in fresh("report", "issue", "草稿.txt").err
    fresh("verify", "MZ-1-3", "--confirm")
    with fresh.books() as b:
        assert audit.check(b.connection) == []


def test_every_screen_of_the_beginning_says_that_no_office_is_named(fresh, tmp_path):
    assert NAMED in fresh.screen.err, "init --empty"
    said = reviewed(fresh, tmp_path)
    assert "尚未标明统筹单位" in said and "coordinates: true" in said
    screens = [fresh("import", "p.yaml", "--dry-run"), fresh("import", "p.yaml")]
    screens += [fresh(command) for command in ("status", "inbox", "whoami")]
    assert all(NAMED in screen.err for screen in screens)
    assert "–（–）" not in screens[-1].out
    refused = fresh("report", "draft", ok=False)
    assert refused.code == 5 and NAMED in refused.err
    fresh("agency", "add", "ZFB", "青川市政府办公室", "--coordinates")
    assert not any(NAMED in fresh(*words).err for words in (["status"], ["inbox"], ["whoami"], ["import", "p.yaml"]))
    assert "尚未标明统筹单位" not in reviewed(fresh, tmp_path)


def test_a_reminder_that_nobody_would_sign_is_not_written(fresh, tmp_path):
    tracked(fresh, tmp_path)
    fresh("assign", "MZ-1", "--due", "2021-07-06", "--basis", "示例文号", "--yes")
    before = fresh.head
    refused = fresh("remind", today="2021-07-20", ok=False)
    assert refused.code == 5 and NAMED in refused.err and fresh.head == before
    fresh("agency", "coordinate", "CG")
    assert fresh("remind", today="2021-07-20").out.splitlines()[-1] == "青川市城管局  2021-07-20"


def test_the_line_of_the_proposal_names_the_office(fresh, tmp_path):
    """Its # taken away and the agency filled in; beside unknown owners and, where all are known, alone."""
    text = reviewed(fresh, tmp_path)
    line = "#  - {code: 代码, name: 名称, coordinates: true}"
    assert line in text
    (tmp_path / "p.yaml").write_text(text.replace(line, "  - {code: ZFB, name: 青川市政府办公室, coordinates: true}"), encoding="utf-8")
    assert NAMED not in fresh("import", "p.yaml").err
    assert set(verifiers(fresh).values()) == {"ZFB"}


def test_the_line_stands_alone_where_all_owners_are_known(fresh, tmp_path):
    fresh("agency", "add", "JYT", "省教育厅")
    (tmp_path / "article.txt").write_text("省教育厅推出12项便民举措。\n", encoding="utf-8")
    fresh("extract", "article.txt", "-o", "p.yaml")
    text = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert "agencies" not in yaml.safe_load(text)
    filled = "\n".join(line.removeprefix("#") if line.startswith(("#agencies", "#  - {code")) else line for line in text.splitlines())
    (tmp_path / "p.yaml").write_text(filled.replace("代码, name: 名称", "ZFB, name: 省政府办公厅"), encoding="utf-8")
    fresh("import", "p.yaml")
    assert set(verifiers(fresh).values()) == {"ZFB"}


def test_an_article_of_the_shipped_directory_asks_for_none(fresh, tmp_path):
    fresh("import", str(resources.folder("seeds") / "agencies.yaml"))
    (tmp_path / "article.txt").write_text("省委省级机关工委推出2项便民举措。省教育厅推出12项便民举措。\n", encoding="utf-8")
    fresh("extract", "article.txt", "-o", "p.yaml")
    assert "统筹" not in (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert NAMED not in fresh("import", "p.yaml").err


def test_an_office_named_first_keeps_its_place(fresh, tmp_path):
    fresh("agency", "add", "ZFB", "省政府办公厅", "--coordinates")
    (tmp_path / "article.txt").write_text("省委省级机关工委推出2项便民举措。省教育厅推出12项便民举措。\n", encoding="utf-8")
    fresh("extract", "article.txt", "-o", "p.yaml")
    fresh("import", "p.yaml")
    with fresh.books() as b:
        assert directory.coordinator(b.agencies) == "ZFB" and not b.agencies["SJGW"].coordinates
    assert set(verifiers(fresh).values()) == {"ZFB"}


def test_an_office_named_later_verifies_what_nobody_did(fresh, tmp_path):
    tracked(fresh, tmp_path)
    fresh("assign", "ZJ-1-1", "--verifier", "MZ")
    fresh("drop", "ZJ-1-2", "--reason", "不存在")
    before = fresh.head
    made = fresh("agency", "coordinate", "青川市城管局")
    assert "青川市城管局" in made.out and "增加 14 件" in made.out
    expected = {f"MZ-1-{n}": "CG" for n in range(1, 5)} | {f"ZJ-1-{n}": "CG" for n in range(3, 13)}
    assert verifiers(fresh) == expected | {"ZJ-1-1": "MZ", "CG-1-1": None, "CG-1-2": None}, "its own wait for another"
    with fresh.books() as b:
        assert directory.coordinator(directory.agencies(b.connection, before)) is None, "what was known before stays"
        assert audit.check(b.connection) == []
    assert "变更 0" in fresh("import", "p.yaml").err, "a file that does not say so takes nothing back"
    assert agency(fresh, "CG")["coordinates"]


def test_an_office_that_a_file_names_later_verifies_what_nobody_did(fresh, tmp_path):
    tracked(fresh, tmp_path)
    (tmp_path / "d.yaml").write_text("format: practical-deeds/1\nagencies:\n- {code: ZFB, name: 办公室, coordinates: true}\n", encoding="utf-8")
    fresh("import", "d.yaml")
    assert set(verifiers(fresh).values()) == {"ZFB"}
    assert "责任分工" in fresh("log", "MZ-1-1").out.splitlines()[-1]


def agency(office, code):
    return next(each for each in office("agency", "list", "--json").json["agencies"] if each["code"] == code)


def test_another_office_takes_over_what_the_one_before_verified(any_office):
    office = any_office
    office("assign", "JYT-1-1", "--verifier", "KJT")
    asked = office("agency", "coordinate", "JYT", ok=False)
    assert asked.code == 2 and "--yes" in asked.err, "many deeds are shown and agreed to"
    office("agency", "coordinate", "JYT", "--yes")
    found = verifiers(office)
    assert found["JYT-1-1"] == "KJT" and found["JYT-1-2"] == "SJGW", "it never verifies its own"
    assert found["SCJG-1-1"] == found["SJGW-1-1"] == "JYT"
    assert agency(office, "JYT")["coordinates"] and not agency(office, "SJGW")["coordinates"]
    assert office("agency", "succeed", "SJGW", "KJT", "--approval", "示例〔1〕", "--yes").code == 0


@pytest.mark.parametrize(
    ("words", "who", "code", "said"),
    [
        (["coordinate", "SJGW"], None, 5, "已经是统筹单位"),
        (["add", "ZFB", "办公室", "--coordinates"], None, 5, "agency coordinate ZFB"),
        (["coordinate", "JYT"], "JYT", 6, "只有统筹单位"),
    ],
)
def test_an_office_that_cannot_be_named(office, words, who, code, said):
    before = office.head
    refused = office("agency", *words, agency=who, ok=False)
    assert refused.code == code and said in refused.err and office.head == before


def test_a_clerk_may_name_the_office_while_there_is_none(fresh, tmp_path):
    tracked(fresh, tmp_path)
    fresh("agency", "coordinate", "MZ", agency="MZ")
    assert agency(fresh, "MZ")["coordinates"]


def test_empty_books_track_from_no_day(office, tmp_path):
    office.url = str(tmp_path / "empty.db")
    refused = office("init", "--empty", "--tracked-from", "2021-06-01", ok=False)
    assert refused.code == 2 and "deeds import 文件.yaml --tracked-from 2021-06-01" in refused.err
    assert not (tmp_path / "empty.db").exists()
