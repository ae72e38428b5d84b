"""Rights are the same through every door: the command line, the pasted line and the sheet. On both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheets import Sheet

pytest_plugins = ["office"]
CLI, LINE, SHEET = "cli", "line", "sheet"
DOORS = (CLI, LINE, SHEET)


class Doors:
    """Says of a deed, through a door, that its status is another."""

    def __init__(self, office):
        self.office = office

    def __call__(self, door: str, code: str, status: str, agency: str | None, approval: str = "口头", ok: bool = True):
        if door == CLI:
            return self.office("update", code, "-s", status, "--approval", approval, agency=agency, ok=ok)
        if door == LINE:
            Path("pasted.txt").write_text(f"{code} {status}｜批准：{approval}\n", encoding="utf-8")
            return self.office("take", "pasted.txt", agency=agency, ok=ok)
        lead = code.split("-")[0]
        number = len(list(Path().glob("out*")))
        self.office("handout", "-o", f"out{number}", "-a", lead)
        [form] = Path(f"out{number}").glob("*.xlsx")

        Sheet(form).set(code, status=status, remark=approval).save(form)
        return self.office("handin", str(form), agency=agency, ok=ok)


@pytest.fixture
def doors(any_office):
    return Doors(any_office)


@pytest.mark.parametrize("door", DOORS)
def test_what_stops_is_the_offices_once_the_plan_is_fixed(doors, door):
    office = doors.office
    doors(door, "JYT-1-1", "暂缓", "JYT")  # free before
    office("baseline", "JYT", "--approval", "批1", "--yes")
    for code, status, asked in (("JYT-1-1", "推进中", "resume"), ("JYT-1-2", "暂缓", "suspend"), ("JYT-1-3", "终止", "terminate")):
        refused = doors(door, code, status, "JYT", ok=False)
        assert refused.code and f"deeds propose {code} --{asked} --reason" in refused.err, refused
    asked = office("propose", "JYT-1-4", "--terminate", "--reason", "疫情", "--json", agency="JYT").json["entries"][0]["number"]
    office("decide", str(asked), "--approve", "--approval", "批3")
    assert "--resume" in doors(door, "JYT-1-4", "推进中", "JYT", ok=False).err
    assert office("show", "JYT-1-4", "--json").json["status"] == "terminated"
    doors(door, "JYT-1-4", "推进中", None, approval="批4")
    assert office("show", "JYT-1-4", "--json").json["status"] == "in_progress"
    number = office("log", "JYT-1-4", "--json").json["entries"][-1]["number"]
    assert office("undo", "--entry", str(number), "--reason", "误", "--approval", "自批", agency="JYT", ok=False).code == 6


@pytest.mark.parametrize("door", DOORS)
def test_who_may_not_is_told_so_with_the_same_code(doors, door):
    assert doors(door, "JYT-1-1", "推进中", "KJT", ok=False).code == 6


@pytest.mark.parametrize("door", DOORS)
def test_what_was_checked_is_not_taken_back(doors, door):
    office = doors.office
    doors(door, "KJT-1-4", "推进中", "KJT")
    office("verify", "KJT-1-4", "--reject", "-n", "只有20%")
    words = [["undo", "KJT-1-4"]] + ([["undo", "--form", next(Path("out0").glob("*.xlsx")).name]] if door == SHEET else [])
    for each in words:
        refused = office(*each, agency="KJT", ok=False)
        assert refused.code == 5 and "核实退回" in refused.err and "deeds update KJT-1-4" in refused.err
    assert [row["text"] for row in office("inbox", "--json", agency="KJT").json["sections"]["sent_back"]] == ["只有20%"]
    [differs] = office("disagreements", "--json").json["disagreements"]
    assert (differs["code"], differs["about"]) == ("KJT-1-4", "rejected") and "自报推进中，核实退回" in office("disagreements").out
    doors(door, "KJT-1-4", "受阻", "KJT", ok=False)
    office("update", "KJT-1-4", "-p", "20", agency="KJT")
    assert "sent_back" not in office("inbox", "--json", agency="KJT").json["sections"]
    assert office("disagreements", "--json").json["disagreements"] == []
