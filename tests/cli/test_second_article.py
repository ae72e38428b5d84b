"""A second article tells of a known deed with another target or day: linked, told, and changed by the command that is told."""

from __future__ import annotations

import shlex

import pytest

pytest_plugins = ["office"]

FIRST = "2021年重点工作\n省商务厅改造农贸市场500个，12月底前完成。\n省商务厅新建冷库20座，10月底前完成。\n"
SECOND = "2021年重点工作调整（二）\n省商务厅改造农贸市场600个，11月底前完成。\n省商务厅新建冷库20座，12月底前完成。\n"


def taken_in(office, folder, name: str, text: str):
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    office("extract", f"{name}.txt", "-o", f"{name}.yaml")
    return office("import", f"{name}.yaml")


def commands(screen) -> list[list[str]]:
    """What is to be typed for each deed that stays as it is."""
    told = [line for line in screen.err.splitlines() if line.startswith("SWT-")]
    return [shlex.split(line.partition("→ deeds ")[2]) for line in told]


@pytest.mark.parametrize("fixed", [False, True])
def test_a_new_target_is_told_with_the_command_that_lays_it_on_the_known_deed(any_office, tmp_path, fixed):
    office = any_office
    taken_in(office, tmp_path, "first", FIRST)
    if fixed:
        office("baseline", "SWT-2-1", "--approval", "定账〔1〕", "-y")
    told = taken_in(office, tmp_path, "second", SECOND)
    assert "下列各件只是数不同：改造农贸市场600个 → 改造农贸市场500个" in (tmp_path / "second.yaml").read_text(encoding="utf-8")
    assert "新增实事 0 件" in told.err and "SWT-2-1 仍按原来的跟踪（不少于 500 个、2021-12-31），本文件写的是：不少于 600 个、2021-11-30。" in told.err
    assert "不少于 500 个" in office("show", "SWT-2-1").out
    assign, name, later = commands(told)
    assert assign[-2:] == (["--approval", "文号"] if fixed else ["--reason", "2021年重点工作调整（二）"])
    for words in (assign, name, later):
        office(*words, *(["-y"] if words[0] == "assign" else []))
    shown = office("show", "SWT-2-1", "--source").out
    assert shown.startswith("SWT-2-1  改造农贸市场600个") and "不少于 600 个" in shown and "2021-11-30" in shown and "2021年重点工作调整（二）" in shown
    assert shown.count("来源 ") == 2 and "【改造农贸市场500个】" in shown and "【改造农贸市场600个】" in shown
    assert "2021-12-31" in office("show", "SWT-3-1").out
    assert commands(office("import", "second.yaml")) == []


def test_whoever_owes_the_deeds_of_a_list_repeats_it(any_office, tmp_path):
    """The list is the government's, the deed the bureau's: announced by the bureau alone it is the same."""
    text = "format: practical-deeds/1\nsource: {key: s}\ncommitments:\n  - {key: c, agency: SJGW, name: 改造农贸市场500个, items: [{key: '1', title: 改造农贸市场500个, agency: SWT, target: {quantity: '500', unit: 个}}]}\n"
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    (code,) = [each["code"] for each in any_office("import", "list.yaml", "--json").json["changes"] if each["what"] == "commitment"]
    told = taken_in(any_office, tmp_path, "second", SECOND.replace("省商务厅新建冷库20座，12月底前完成。\n", ""))
    assert f"same_as: {code}\n" in (tmp_path / "second.yaml").read_text(encoding="utf-8") and "新增实事 0 件" in told.err
    assert any_office("import", "second.yaml", "--dry-run", "--json").json["differing"] == []


def test_a_notice_that_adjusts_a_list_names_the_deeds_that_it_may_mean(any_office, tmp_path):
    """By the owner and the name of each item; the person adds the code, and the import links it."""
    office = any_office
    (tmp_path / "a.txt").write_text("省政府2021年民生实事\n一、农贸改造。改造农贸市场46个。（牵头单位：省商务厅）\n二、助餐服务。新建助餐点60个。（牵头单位：省民政厅）\n", encoding="utf-8")
    office("extract", "a.txt", "-o", "a.yaml")
    (tmp_path / "a.yaml").write_text((tmp_path / "a.yaml").read_text(encoding="utf-8").replace("code: null", "code: SZF"), encoding="utf-8")
    office("import", "a.yaml")
    (tmp_path / "b.txt").write_text("省政府关于调整部分任务的通知\n对下列任务作如下调整：\n1、助餐服务。新建助餐点75个，9月底前投用。（牵头单位：省民政厅）\n2、就业服务。新增就业岗位3000个。（牵头单位：省人社厅）\n", encoding="utf-8")
    office("extract", "b.txt", "-o", "b.yaml")
    text = (tmp_path / "b.yaml").read_text(encoding="utf-8")
    assert "可能已在跟踪：助餐服务 → SZF-1-2 助餐服务。是同一件的，请在该条目中加写 same_as" in text
    filled = text.replace("agency: null", "agency: SZF").replace("title: 助餐服务,", "title: 助餐服务, same_as: SZF-1-2,")
    (tmp_path / "b.yaml").write_text(filled, encoding="utf-8")
    told = office("import", "b.yaml")
    assert "新增实事 1 件" in told.err and "SZF-1-2 仍按原来的跟踪（不少于 60 个），本文件写的是：不少于 75 个。" in told.err
    office("extract", "b.txt", "-o", "c.yaml")
    again = (tmp_path / "c.yaml").read_text(encoding="utf-8")
    assert "可能已在跟踪" not in again, "that is settled"
    (tmp_path / "c.yaml").write_text(again.replace("agency: null", "agency: SZF"), encoding="utf-8")
    assert "新增 0，变更 0，" in office("import", "c.yaml").err


AGAIN = "省级机关实事进展\n省住建厅将提速推进老旧小区改造1500个，年底前完成。\n"
DEED = 'items: [{key: "1", title: "近视防控项目", same_as: JYT-1-4}]'


def test_a_known_name_with_a_figure_is_linked_and_gets_its_target(any_office, tmp_path):
    told = taken_in(any_office, tmp_path, "again", AGAIN)
    assert "same_as: ZJT-1\n" in (tmp_path / "again.yaml").read_text(encoding="utf-8") and "新增实事 0 件" in told.err
    assert "不少于 1500 个" in any_office("show", "ZJT-1-1").out


def test_what_is_much_like_a_deed_of_a_list_is_offered_the_line_that_links_it(any_office, tmp_path):
    office = any_office
    (tmp_path / "b.txt").write_text("省教育厅启动近视防控项目。\n省住建厅推进老旧小区改造。\n" + AGAIN, encoding="utf-8")
    office("extract", "b.txt", "-o", "b.yaml")
    text = (tmp_path / "b.yaml").read_text(encoding="utf-8")
    assert f"JYT-1-4“近视防控”与这一项名称相近。是同一件的，请加写这一行，导入时即关联：{DEED}\n" in text
    assert "ZJT-1-1“老旧小区改造”与这一项名称相近。是同一件的，请在该条目中加写 same_as: ZJT-1-1，" in text, "the commitment itself is repeated by the other"
    filled = text.replace("    name: 近视防控项目\n", f"    name: 近视防控项目\n    {DEED}\n")
    filled = filled.replace("title: 推进老旧小区改造1500个,", "title: 推进老旧小区改造1500个, same_as: ZJT-1-1,").replace("    same_as: ZJT-1\n", "")
    (tmp_path / "b.yaml").write_text(filled, encoding="utf-8")
    told = office("import", "b.yaml")
    assert "JYT-1-4" in told.out and "新增实事 1 件" in told.err


LIST = "省级机关实事进展\n省市场监管局推出食品安全、药品安全、质量安全等62项“为民办实事”任务清单，11月底前完成。\n省人社厅推出八大民心工程，11月底前完成。\n"


def test_a_new_day_for_a_whole_list_is_one_command(any_office, tmp_path):
    office = any_office
    office("assign", "SCJG-1", "--due", "2021-10-31", "--basis", "文", "-y")
    office("assign", "SCJG-1-3", "--due", "2021-12-31", "--basis", "文", "-y")
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    office("extract", "list.txt", "-o", "list.yaml", "--published", "2021-06-01")
    told = office("import", "list.yaml")
    [line] = [line for line in told.err.splitlines() if "仍按原来的跟踪" in line]
    assert line.startswith("SCJG-1-1..62 共 62 件仍按原来的跟踪（2021-10-31 / 2021-12-31），本文件写的是：2021-11-30。以本文件为准的 → deeds assign SCJG-1-1..62 ")
    office(*shlex.split(line.partition("→ deeds ")[2]), "-y")
    assert office("list", "-c", "SCJG-1", "--all", "--columns", "code,due").out.count("2021-11-30") == 62


def test_items_without_a_name_are_told_together_with_the_deeds_that_they_are(any_office, tmp_path):
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    any_office("extract", "list.txt", "-o", "list.yaml", "--published", "2021-06-01")
    any_office("assign", "RST-1-1", "--due", "2021-10-31", "--basis", "文", "-y")
    shown = any_office("import", "list.yaml", "--dry-run").out
    assert "（未具名）" not in shown and "& 关联 未具名条目 1 个 → RST-1-1\n" in shown
    assert "& 关联 未具名条目 69 个 → SCJG-1-1..62、RST-1-2..8\n      完成时限：– → 2021-11-30\n" in shown


CAMPAIGN = """\
format: practical-deeds/1
source: {{key: {key}}}
commitments:
  - {{key: c, agency: {agency}, name: 暖冬三项行动, declared: {declared}, items: [{{key: '1', title: 送温暖}}, {{key: '2', title: 查隐患}}]}}
"""


def test_an_import_notes_that_it_brings_a_tracked_commitment_once_more(any_office, tmp_path):
    """With the line that links it while that can be; another agency, number or a linked one is none, nor what is imported already."""
    office = any_office

    def write(key, agency="MZT", declared=3, said=""):
        text = CAMPAIGN.format(key=key, agency=agency, declared=declared)
        (tmp_path / "f.yaml").write_text(text.replace("name: 暖冬", f"{said}name: 暖冬"), encoding="utf-8")

    write("s")
    assert "请核对" not in office("import", "f.yaml").err
    for other in ({"agency": "SWT"}, {"declared": 4}, {"said": "same_as: MZT-2, "}):
        write("other", **other)
        assert "请核对" not in office("import", "f.yaml", "--dry-run").err
    write("t")
    note = "请核对：MZT-3 与已跟踪的 MZT-2（来源 s）单位、公布数、名称都相同（暖冬三项行动）"
    assert f"{note}。是同一项的，请在该项加写 same_as: MZT-2\n" in office("import", "f.yaml", "--dry-run").err
    assert office("import", "f.yaml", "--dry-run", "--json").json["told_before"] == [{"code": "MZT-3", "same_as": "MZT-2"}]
    assert f"{note}，可能是同一项。\n确是一件的，请核减其一 → deeds drop" in office("import", "f.yaml").err
    assert "请核对" not in office("import", "f.yaml").err


@pytest.mark.parametrize(
    ("owner", "said", "repeated"),
    [
        ("市文化广电旅游局", "“文化下乡”“夜读陪伴”“老街焕新”三项行动", True),
        ("市文化广电和旅游局", "“文化下乡”“夜读陪伴”“老街焕新”三项行动", True),
        ("市文化广电旅游局", "“文化下乡”“夜读陪伴”“老街焕新”“驻场演出”四项行动", False),
        ("市水利局", "“文化下乡”“夜读陪伴”“老街焕新”三项行动", False),
    ],
)
def test_a_repetition_under_another_spelling_of_its_agency_is_offered_the_code_and_the_link(any_office, tmp_path, owner, said, repeated):
    office = any_office
    known = "format: practical-deeds/1\nagencies: [{code: WGLJ, name: 市文广旅局}]\n"
    (tmp_path / "agencies.yaml").write_text(known, encoding="utf-8")
    office("import", "agencies.yaml")
    taken_in(office, tmp_path, "first", "市文广旅局开展“文化下乡”“夜读陪伴”“老街焕新”三项行动。\n")
    (tmp_path / "second.txt").write_text(f"{owner}会同市体育局开展{said}。\n", encoding="utf-8")
    office("extract", "second.txt", "-o", "second.yaml")
    proposed = tmp_path / "second.yaml"
    text = proposed.read_text(encoding="utf-8")
    offered = "单位如是 WGLJ，似与已跟踪的 WGLJ-1“三项行动”（来源 first）是同一项。是的，请填 agency: WGLJ，加写 same_as: WGLJ-1\n"
    assert (offered in text) is repeated, text
    if repeated:
        own = text.replace("agency: null", "agency: WGLJ").replace(f"- {{code: null, name: {owner}}}", "").replace("agencies:\n", "")
        proposed.write_text(own, encoding="utf-8")
        assert "WGLJ-2 与已跟踪的 WGLJ-1（来源 first）" in office("import", "second.yaml", "--dry-run").err, "whose name is no more than its number, by its items"
        proposed.write_text(own.replace("文化下乡", "非遗展览").replace("夜读陪伴", "研学路线").replace("老街焕新", "民宿提质"), encoding="utf-8")
        assert "请核对" not in office("import", "second.yaml", "--dry-run").err
        proposed.write_text(own.replace("    name: 三项行动", "    same_as: WGLJ-1\n    name: 三项行动"), encoding="utf-8")
        assert "新增实事 0 件" in office("import", "second.yaml").err
