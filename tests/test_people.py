"""People: registering, dated roles, whom reminders go to, and whoami."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import access, audit, people

pytest_plugins = ["office"]


def add(office, name, agency, role, *more, **who):
    return office("person", "add", name, "--agency", agency, "--role", role, *more, **who)


def test_a_registered_role_is_the_role_one_has(any_office):
    office = any_office
    assert office("whoami", "--json", agency="JYT", person="李四").json["role"] == "clerk"
    add(office, "李四", "省教育厅", "领导", "--duty", "分管领导")
    found = office("whoami", "--json", agency="JYT", person="李四").json
    assert (found["role"], found["registered"], found["duty"]) == ("leader", True, "leader")
    refused = office("update", "JYT-1-3", "-p", "60", agency="JYT", person="李四", ok=False)
    assert refused.code == 6 and "只供查看" in refused.err
    with office.books() as b:
        assert audit.check(b.connection) == []


def test_a_role_begins_and_ends_on_its_days(office):
    add(office, "李四", "JYT", "leader", "--from", "7-10", "--until", "7-20")

    def role(today):
        return office("whoami", "--json", agency="JYT", person="李四", today=today).json["role"]

    days = ("2021-07-09", "2021-07-10", "2021-07-20", "2021-07-21")
    assert [role(day) for day in days] == ["clerk", "leader", "leader", "clerk"]


def test_the_last_word_on_a_pair_holds(office):
    add(office, "张三", "JYT", "clerk", "--duty", "联络员")
    add(office, "张三", "JYT", "verifier")
    add(office, "张三", "KJT", "clerk", "--duty", "liaison")
    office("person", "list")
    with office.books() as b:
        found = {(m.agency, m.role, m.duty) for m in people.members(b.connection)}
        assert found == {("JYT", "verifier", None), ("KJT", "clerk", "liaison")}
        assert {code: dict(duties) for code, duties in people.contacts(b.connection, b.now.today).items()} == {
            "KJT": {"liaison": ["张三"]}
        }


def test_ending(office):
    add(office, "张三", "JYT", "clerk", "--duty", "liaison")
    office("person", "end", "张三", "--agency", "JYT", "--on", "7-31")
    assert "张三" in office("person", "list", today="2021-07-31").out
    assert "张三" not in office("person", "list", today="2021-08-01").out
    assert "张三" in office("person", "list", "--all", today="2021-08-01").out
    with office.books() as b:
        assert not people.contacts(b.connection, date(2021, 8, 1))


REFUSED = [
    (["张三", "--agency", "JYT", "--role", "司机"], {}, 5, "没有“司机”这种角色"),
    (["张三", "--agency", "JYT", "--role", "clerk", "--duty", "司机"], {}, 5, "没有“司机”这种职责"),
    (["张三", "--agency", "JYT", "--role", "office"], {}, 5, "不是统筹单位"),
    (["张三", "--agency", "没有厅", "--role", "clerk"], {}, 4, "没有“没有厅”这个单位"),
    (["", "--agency", "JYT", "--role", "clerk"], {}, 5, "姓名不能为空"),
    (["长" * 41, "--agency", "JYT", "--role", "clerk"], {}, 5, "姓名有 41 个字符"),
    (["张三", "--agency", "JYT", "--role", "clerk", "--from", "7-20", "--until", "7-19"], {}, 5, "早于开始日"),
    (["张三", "--agency", "JYT", "--role", "clerk"], {"agency": "JYT"}, 6, "只有统筹单位"),
    (["张三", "--agency", "JYT"], {}, 2, "--role"),
]


@pytest.mark.parametrize(("words", "who", "code", "said"), REFUSED)
def test_refusals(office, words, who, code, said):
    screen = office("person", "add", *words, ok=False, **who)
    assert screen.code == code and said in screen.err
    assert screen.err.count("\n") == 1 and screen.out == ""
    assert office("person", "list", "--all", "--json").json == {"people": []}


def test_ending_who_is_not_there(office):
    screen = office("person", "end", "张三", "--agency", "JYT", ok=False)
    assert screen.code == 4 and "deeds person list --agency 省教育厅" in screen.err


def test_whoami_shows_a_database_file_as_a_path(office):
    [line] = [line for line in office("whoami").out.splitlines() if "deeds.db" in line]
    assert "sqlite" not in line and f"{office.url}　← DEEDS_DATABASE_URL" in line


def test_whoami_prints_the_permission_table_as_it_is(office):
    said = {"own": "本单位牵头的", "checks": "由本单位核实的", "any": "全部", None: "–"}
    from tracker.i18n import Catalogue

    zh = Catalogue("zh-CN")
    lines = office("whoami", agency="JYT", person="李四").out.splitlines()
    top = [line.split() for line in lines[:6]]
    assert top[0] == ["单位", "省教育厅（JYT）", "←", "DEEDS_AGENCY"]
    assert top[1] == ["角色", "经办人（此人未登记，按单位认定）"]
    assert top[2] == ["姓名", "李四", "←", "DEEDS_PERSON"]
    assert lines[7].split() == ["可以做什么", "经办人＊", "统筹单位", "核实人", "领导"]
    table = [line.split() for line in lines[8:]]
    assert table == [
        [zh(f"words.act_{act}"), *(said[far.get(role)] for role in access.ROLES)]
        for act, far in access.PERMISSIONS.items()
    ]


def test_whoami_says_which_setting_it_is_from(office, tmp_path):
    default = office("whoami", "--json").json
    assert default["agency"] == "SJGW" and "agency" not in default["origins"]
    (tmp_path / "deeds.toml").write_text('agency = "kjt"\nperson = "赵六"\n', encoding="utf-8")
    found = office("whoami", "--json").json
    assert (found["agency"], found["person"]) == ("KJT", "赵六")
    assert found["origins"]["agency"] == "deeds.toml"
    assert office("whoami", "--json", agency="JYT").json["origins"]["agency"] == "DEEDS_AGENCY"
    screen = office("whoami", lang="en")
    assert screen.out.splitlines()[0].split() == ["Agency", "Jiangsu", "Provincial", "Department", "of", "Science", "and", "Technology", "(KJT)", "←", "deeds.toml"]


def test_no_password_on_the_screen(postgres_office):
    postgres_office.url = postgres_office.url.replace("postgres@", "postgres:geheim@")
    screen = postgres_office("whoami")
    assert "postgresql" in screen.out and "geheim" not in screen.out + postgres_office("whoami", "--json").out


def test_list_screen(office):
    add(office, "李四", "JYT", "leader", "--duty", "分管领导", "--until", "2021-12-31")
    add(office, "张三", "JYT", "clerk", "--duty", "联络员")
    add(office, "王五", "SJGW", "office")
    assert office("person", "list").out == (
        "姓名  单位              角色      职责      起止\n"
        "王五  省委省级机关工委  统筹单位  –         自 2021-07-05 起\n"
        "李四  省教育厅          领导      分管领导  2021-07-05 至 2021-12-31\n"
        "张三  省教育厅          经办人    联络员    自 2021-07-05 起\n"
    )
    english = office("person", "list", "-a", "JYT", lang="en").out.splitlines()
    assert english[0].split() == ["Name", "Agency", "Role", "Duty", "From,", "to"]
    assert english[1].endswith("leader  leader in charge  2021-07-05 to 2021-12-31")


def test_whoami_shows_a_path_as_it_is_called(office, tmp_path):
    (tmp_path / "练习 一").mkdir()
    office.url = str(tmp_path / "练习 一" / "账.db")
    office("init", "--empty", "--simulated")
    assert "练习 一/账.db" in office("whoami").out


def test_whoami_says_that_a_role_is_over(office):
    add(office, "李四", "JYT", "clerk", "--from", "7-10", "--until", "7-20")
    assert "此人登记至 2021-07-20，已期满" in office("whoami", agency="JYT", person="李四", today="2021-07-21").out
    assert "此人自 2021-07-10 起才登记在册" in office("whoami", agency="JYT", person="李四", today="2021-07-09").out
    assert "此人未登记" in office("whoami", agency="MZT", person="王五").out


def test_the_office_sets_up_books_under_its_own_name(office, tmp_path):
    office.url = str(tmp_path / "new.db")
    office("init", "--simulated", "--tracked-from", "2021-06-01", agency="SJGW")
    assert office("list", "-a", "JYT", "--json", agency="JYT").json["total"] == 4


def test_a_leader_reads_wherever_they_look(any_office, tmp_path):
    """Neither a clerk of another agency nor the office; unless they are registered there as something else."""
    office = any_office
    office("person", "add", "王领导", "-a", "JYT", "--role", "leader")
    office("handout", "-o", "own", "-a", "JYT")
    for agency in (None, "JYT", "KJT", "SJGW"):
        who = {"agency": agency, "person": "王领导"}
        assert office("whoami", "--json", **who).json["role"] == "leader", agency
        for words in (["start", "KJT-1-1"], ["baseline", "KJT"], ["handout", "-o", "out"], ["db", "rebuild"], ["handin", "own/JYT_省教育厅.xlsx"], ["undo", "--form", "a.xlsx"]):
            refused = office(*words, ok=False, **who)
            assert refused.code == 6 and "领导角色只供查看" in refused.err, (agency, words)
    assert "登记为省教育厅的领导，只供查看" in office("whoami", agency="KJT", person="王领导").out
    office("person", "add", "王领导", "-a", "KJT", "--role", "clerk")
    assert office("whoami", "--json", agency="KJT", person="王领导").json["role"] == "clerk"


def test_sheets_and_what_is_worked_out_are_in_the_table(any_office):
    office = any_office
    table = office("whoami").out
    assert "发放填报表" in table and "重建汇总表" in table
    refused = office("handout", "-o", "out", "-a", "KJT", agency="JYT", ok=False)
    assert refused.code == 6 and "只发本单位的" in refused.err
    assert [form["agency"] for form in office("handout", "-o", "own", "--json", agency="JYT").json["forms"]] == ["JYT"]
    assert office("db", "rebuild", agency="JYT", ok=False).code == 6
    assert office("db", "rebuild", "--json").json["deeds"] == 132
