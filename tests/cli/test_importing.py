"""From an article to tracked deeds on the command line: what the proposal says, what the preview shows, every fault at once."""

from __future__ import annotations

import pytest

from tracker.proposal import loads

pytest_plugins = ["office"]

ARTICLE = (
    "市政府工作安排\n省教育厅推进学生减负、教师减压、教育公平、近视防控四项专项行动。\n"
    "省公安厅推出户籍服务5项行动。\n省政府办公厅推出政务服务4项行动。\n今年推出12项便民举措。\n"
)
LINKED = """\
format: practical-deeds/1
source: {key: s}
commitments:
  - {key: c, agency: JYT, same_as: JYT-1, name: 四项行动, kind: action_group, declared: 5, items: [{key: "1", title: 近视防控, due: 2021-12-31, due_basis: 年底前}]}
  - {key: d, agency: SCJG, same_as: SCJG-1, name: 清单, kind: list, declared: 2}
"""


@pytest.fixture
def proposed(office, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    screen = office("extract", "article.txt", "-o", "p.yaml")
    return screen, (tmp_path / "p.yaml").read_text(encoding="utf-8")


def test_a_proposed_link_says_to_what_and_why(proposed):
    lines = proposed[1].splitlines()
    at = lines.index("    same_as: JYT-1")
    said, beyond = [line for line in lines[:at] if "same_as" in line]
    assert all(part in said for part in ("JYT-1“", "四大专项行动”", "来源 jiangsu-2021", "同一单位", "公布数同为 4"))
    assert "教育公平" in beyond, "the fifth name of four"


def test_unknown_owners_are_named_and_open_ones_counted(proposed):
    talk = proposed[0].err
    assert "代码：省公安厅\n" in talk and "1 项原文未写明单位" in talk and "未公布" not in talk


def test_near_agencies_share_what_tells_them_apart(proposed):
    assert "相近的单位" not in proposed[1]


def test_a_reason_names_a_number_only_where_there_is_one(office, tmp_path):
    (tmp_path / "a.txt").write_text("省教育厅开展“清凉”“护学”专项行动。省教育厅推出4项行动。", encoding="utf-8")
    found = office("extract", "a.txt", "--json").json["commitments"]
    assert {one["declared_count"]: "数目" in one["reason"] for one in found} == {None: False, 4: True}


def test_a_link_is_shown_as_one_with_what_it_means(office, tmp_path):
    (tmp_path / "f.yaml").write_text(LINKED, encoding="utf-8")
    preview = office("import", "f.yaml", "--dry-run")
    assert "& 关联 承诺事项 JYT-2  四项行动 → JYT-1  " in preview.out
    assert "& 关联 条目 1  近视防控 → JYT-1-4  近视防控\n      完成时限：– → 2021-12-31\n" in preview.out
    assert "& 关联 未具名条目 5 个 → JYT-1-1..3、SCJG-1-1、SCJG-1-2\n" in preview.out, "whether the deeds have a name or not"
    assert "+ 新增 未具名条目 1 个\n" in preview.out, "the fifth is tracked nowhere yet"
    assert "将新增 2，" in preview.err and "另有 8 处关联" in preview.err
    done = office("import", "f.yaml", "--json").json
    assert done["deeds_added"] == 1
    linked = [change for change in done["changes"] if change["action"] == "link"]
    assert [change["same_as"] for change in linked][:2] == ["JYT-1", "JYT-1-4"] and len(linked) == 8
    assert "新增 0，" in office("import", "f.yaml").err


def test_unknown_agencies_are_told_with_the_other_faults(office, tmp_path):
    (tmp_path / "f.yaml").write_text(LINKED.replace("agency: JYT", "agency: NOSUCH").replace("declared: 2", "declared: 0"), encoding="utf-8")
    refused = office("import", "f.yaml", ok=False)
    assert refused.code == 8 and "有 2 处错误" in refused.err
    assert "f.yaml:4:22: commitments[c].agency: 没有代码为 NOSUCH 的单位" in refused.err and "commitments[d].declared" in refused.err


def test_a_wrong_link_is_told_with_the_other_faults(any_office, tmp_path):
    (tmp_path / "f.yaml").write_text(LINKED.replace("same_as: JYT-1", "same_as: KJT-1").replace("declared: 2", "declared: 0"), encoding="utf-8")
    refused = any_office("import", "f.yaml", ok=False)
    assert refused.code == 8 and "有 2 处错误" in refused.err
    assert "commitments[c].same_as: KJT-1 由 KJT 负责" in refused.err and "commitments[d].declared" in refused.err


@pytest.mark.parametrize("fault", ["agency: SCJG, declared: 0", "agency: NOSUCH, declared: 2", "agency: SCJG, same_as: KJT-1, declared: 2"])
def test_what_was_refused_is_typed_again_as_it_was(any_office, tmp_path, fault):
    """A trial leads to the same trial: the next command must not be the one that writes."""
    (tmp_path / "f.yaml").write_text(LINKED.replace("agency: SCJG, same_as: SCJG-1, name: 清单, kind: list, declared: 2", f"name: 清单, kind: list, {fault}"), encoding="utf-8")
    for words in (["f.yaml", "--dry-run", "--tracked-from", "6-1"], ["--json", "./f.yaml"]):
        assert any_office("import", *words, ok=False).err.rstrip().endswith(f"→ deeds import {' '.join(words)}")


def test_a_trial_leads_to_the_import_with_its_other_options(office, tmp_path):
    (tmp_path / "f.yaml").write_text(LINKED, encoding="utf-8")
    tried = office("import", "--dry-run", "f.yaml", "--tracked-from", "6-1").err
    assert tried.rstrip().endswith("→ deeds import f.yaml --tracked-from 6-1")


def test_faults_are_told_where_there_are_no_books(office, tmp_path):
    (tmp_path / "f.yaml").write_text(LINKED.replace("declared: 2", "declared: 0"), encoding="utf-8")
    office.url = str(tmp_path / "none.db")
    refused = office("import", "f.yaml", ok=False)
    assert refused.code == 8 and "有 1 处错误" in refused.err


def test_a_source_without_a_title_is_named_once(office, tmp_path):
    (tmp_path / "f.yaml").write_text("format: practical-deeds/1\nsource: {key: s}\ncommitments: [{key: c, agency: MZT, name: 清单, kind: list, place: [0, 9]}]\n", encoding="utf-8")
    office("import", "f.yaml")
    shown = office("show", "MZT-2-1", "--source")
    assert "来源      s 第 0–9 字符" in shown.out, "the key alone, once"


def test_showing_an_article_writes_the_proposal_too_and_gives_the_reasons(office, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    shown = office("extract", "article.txt", "--show", "-o", "p.yaml")
    assert "〔-像承诺而未列入-〕" in shown.out and "§5 12项便民举措" not in shown.err
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8").startswith("#")


def test_a_key_that_the_import_would_refuse_is_refused(office, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert "来源代号 ABC 中文" in office("extract", "article.txt", "--key", "ABC 中文", ok=False).err


def test_what_was_imported_stays_when_nobody_reads_on(any_office, tmp_path, monkeypatch):
    """`deeds import p.yaml | head -1`"""
    from tracker.cli import output

    def closed(*_):
        raise BrokenPipeError

    (tmp_path / "f.yaml").write_text(LINKED, encoding="utf-8")
    with monkeypatch.context() as reader:
        reader.setattr(output, "out", closed)
        assert any_office("import", "f.yaml", ok=False).code == 141
    assert "新增 0，" in any_office("import", "f.yaml").err


PROMISE = """\
format: practical-deeds/1
source: {{key: s, published_on: {published}}}
commitments:
  - {{key: c, agency: JYT, name: 护学行动, kind: action_group, due: 2021-05-14, declared: 1}}
"""


def test_a_due_that_is_not_behind_the_day_of_publication_is_refused(office, tmp_path):
    (tmp_path / "f.yaml").write_text(PROMISE.format(published="2021-05-14"), encoding="utf-8")
    assert "commitments[c].due: 完成时限 2021-05-14 不晚于文章的发布日 2021-05-14" in office("import", "f.yaml", "--dry-run", ok=False).err
    (tmp_path / "f.yaml").write_text(PROMISE.format(published="2021-05-13"), encoding="utf-8")
    assert "早于纳入跟踪之日" not in office("import", "f.yaml", "--dry-run").err


def test_a_due_before_the_tracking_is_told(office, tmp_path):
    (tmp_path / "f.yaml").write_text(PROMISE.format(published="null"), encoding="utf-8")
    told = office("import", "f.yaml", "--dry-run", "--tracked-from", "2021-06-01").err
    assert "JYT-2 的完成时限早于纳入跟踪之日 2021-06-01，一导入即为逾期" in told


def test_empty_books_lead_to_the_article(office, tmp_path):
    (tmp_path / "deeds.db").unlink()
    assert "下一步 → deeds extract 文章 -o 草案.yaml" in office("init", "--empty").err


def test_the_import_counts_deadlines_that_have_no_day(office, tmp_path):
    (tmp_path / "a.txt").write_text("省教育厅将新建学校5所，8月底前完工。省教育厅将改造操场3个。", encoding="utf-8")
    office("extract", "a.txt", "-o", "p.yaml")
    told = office("import", "p.yaml").err
    assert "1 项写了时限而没有定下日期" in told and "deeds import p.yaml" in told
    assert "→ deeds import p.yaml --dry-run\n" in office("import", "p.yaml", "--dry-run").err
    text = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    (tmp_path / "p.yaml").write_text(text.replace("due: null", "due: 2027-08-31"), encoding="utf-8")
    assert "没有定下日期" not in office("import", "p.yaml").err


def test_a_limit_is_a_target_to_stay_under(any_office, tmp_path):
    """And importing it again, with another number, corrects it as any other target."""
    text = "省教育厅2026年民生实事项目\n1.新建学校5所。\n2.将大班额控制在50个以内。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    any_office("extract", "a.txt", "-o", "p.yaml")
    any_office("import", "p.yaml")
    proposed = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    (code,) = [deed["code"] for deed in any_office("list", "--json").json["deeds"] if "大班额" in (deed["title"] or "")]
    assert 'unit: 个, direction: "<="' in proposed and "不超过 50 个" in any_office("show", code).out
    (tmp_path / "p.yaml").write_text(proposed.replace('quantity: "50"', 'quantity: "45"'), encoding="utf-8")
    any_office("import", "p.yaml")
    shown = any_office("show", code).out
    assert "不超过 45 个" in shown


TWICE = """\
format: practical-deeds/1
source: {key: s}
commitments:
  - {key: a, agency: JYT, name: 办好教育, kind: measure, declared: null, place: [0, 30], items: [{key: "1", title: 新建学校12所, place: [10, 18]}, {key: "2", title: 改造食堂9个, place: [19, 26]}]}
  - {key: b, agency: JYT, name: 四大行动, kind: action_group, declared: 2, place: [5, 9], items: [{key: "1", title: 新建学校12所, place: [10, 18]}, {key: "2", title: 招聘教师, place: [40, 44]}]}
  - {key: c, agency: JYT, name: 清单, kind: list, declared: 2, place: [42, 50]}
  - {key: d, agency: SCJG, name: 改造食堂9个, kind: measure, declared: null, place: [60, 66]}
  - {key: e, agency: JYT, name: 改造食堂 9个, kind: measure, declared: null, place: [70, 76]}
"""


def test_what_a_file_may_list_twice_is_noted_and_imported(any_office, tmp_path):
    """One place in two commitments, one title of one agency; another agency's title and a heading over its own items are none."""
    (tmp_path / "f.yaml").write_text(TWICE, encoding="utf-8")
    pairs = [
        "请核对：JYT-2-1 与 JYT-3-1 出自同一处原文，",
        "请核对：JYT-3-2 与 JYT-4 出自同一处原文，",
        "请核对：JYT-2-2 与 JYT-5-1 单位相同、名称相同（改造食堂 9个），",
    ]
    trial = any_office("import", "f.yaml", "--dry-run").err
    assert [line[: len(pair)] for line, pair in zip((line for line in trial.splitlines() if line.startswith("请核对")), pairs, strict=True)] == pairs
    assert "多余的请在 f.yaml 中关联或删去，再试 → deeds import f.yaml --dry-run\n" in trial
    told = any_office("import", "f.yaml").err
    assert told.count("请核对：") == 3 and "→ deeds drop 编号 --reason 重复 --into 另一编号\n" in told
    assert "请核对" not in any_office("import", "f.yaml", "--dry-run").err, "what was imported so stands so"
    assert any_office("drop", "JYT-3-1", "--reason", "重复", "--into", "JYT-2-1", "-y").code == 0


def test_many_that_may_be_listed_twice_are_counted(office, tmp_path):
    one = "  - {{key: c{n}, agency: JYT, name: 改造食堂, kind: measure, place: [{n}0, {n}5]}}\n"
    text = "format: practical-deeds/1\nsource: {key: s}\ncommitments:\n" + "".join(one.format(n=n) for n in range(1, 14))
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    told = office("import", "f.yaml", "--dry-run").err
    assert told.count("请核对：") == 10 and "另有 2 处也可能列了两次。" in told


def test_a_partner_written_by_code_is_shown_by_name(office, tmp_path):
    """As a person adds one by hand; in the preview of a change, too, also one that the file itself brings."""
    text = """\
format: practical-deeds/1
source: {key: s}
agencies: [{code: NEW, name: 市新设局}]
commitments:
  - {key: c, agency: JYT, name: 四项行动, kind: list, declared: 2, items: [{key: "1", title: 甲, joint: [KJT]}]}
"""
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    office("import", "f.yaml")
    assert "与省科技厅共同公布" in office("show", "JYT-2-1").out
    (tmp_path / "f.yaml").write_text(text.replace("[KJT]", "[KJT, NEW, 上海机关工委]"), encoding="utf-8")
    for words in (("--dry-run",), ()):
        assert "共同单位：省科技厅 → 省科技厅、市新设局、上海机关工委\n" in office("import", "f.yaml", *words).out


def test_an_owner_may_be_written_by_a_name_of_the_directory(office, tmp_path):
    file = tmp_path / "f.yaml"
    file.write_text(LINKED.replace("agency: JYT,", "agency: 省教育厅,").replace("agency: SCJG", "agency: scjg"), encoding="utf-8")
    assert "关联 承诺事项 JYT-2  四项行动 → JYT-1" in office("import", "f.yaml", "--dry-run").out
    file.write_text(LINKED.replace("agency: JYT,", "agency: 省教育亭,"), encoding="utf-8")
    assert "没有“省教育亭”这个单位，是不是：JYT 省教育厅？请填代码" in office("import", "f.yaml", "--dry-run", ok=False).err


def test_a_file_without_commitments_says_so(office, tmp_path):
    (tmp_path / "f.yaml").write_text("format: practical-deeds/1\nsource: {key: s}\nagencies: [{code: AB, name: 甲局}]\ncommitments:\n", encoding="utf-8")
    assert "commitments 下没有承诺事项" in office("import", "f.yaml", "--dry-run").err


def test_what_was_not_recognised_is_added_by_the_template_of_the_proposal(proposed, office, tmp_path):
    lines = proposed[1].splitlines()
    at = lines.index("#  - key: added-1")
    assert lines[at + 1].startswith("#    agency: ") and not lines[at + 6].startswith("#")
    filled = [line.removeprefix("#").replace("单位代码", "JYT") for line in lines[at : at + 6]]
    (tmp_path / "q.yaml").write_text("format: practical-deeds/1\nsource: {key: s}\ncommitments:\n" + "\n".join(filled), encoding="utf-8")
    assert "事项名称" in office("import", "q.yaml", "--dry-run").out
    assert loads((tmp_path / "q.yaml").read_text(encoding="utf-8"), "q").commitments[0].items[0].target.quantity == "10"


def test_a_list_without_an_owner_says_what_is_wanted(office, tmp_path):
    (tmp_path / "a.txt").write_text("2024年度惠民实事项目表\n序号\t项目名称\t牵头单位\n1\t新建学校5所\t县教育局\n2\t改造公厕20座\t县城管局\n", encoding="utf-8")
    office("extract", "a.txt", "-o", "p.yaml")
    assert "各项另有责任单位；agency 请填公布这份清单的单位" in (tmp_path / "p.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("省教育厅实施四大专项行动：校园餐提质、宿舍焕新、护学安行、家校共育。", "JYT-1“四大专项行动”（来源 jiangsu-2021）单位、公布数相同，名称相近，所列各件的名称不同"),
        ("省民政厅持续推进“打击整治非法社会组织”专项行动。", "MZT-1-2“打击整治非法社会组织”与这一项名称相近。是同一件的，请加写这一行，导入时即关联：items: ["),
        ("省人社厅“八大民心工程”进展顺利，其中“安心”工程年底前完成劳动仲裁标准化改造30家。", "件未具名，导入后用下列名称给其中几件命名：完成劳动仲裁标准化改造30家"),
    ],
)
def test_what_may_be_tracked_already_is_told(office, tmp_path, text, told):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    office("extract", "a.txt", "-o", "p.yaml")
    assert told in (tmp_path / "p.yaml").read_text(encoding="utf-8")


def test_a_repetition_in_other_words_is_linked_under_the_tracked_names(office, tmp_path):
    """One deed, two items; the file says which words it took for which."""
    (tmp_path / "a.txt").write_text("省教育厅实施四大专项行动：减轻学生负担、减轻教师压力、关爱学生心理、防控近视。", encoding="utf-8")
    office("extract", "a.txt", "-o", "p.yaml")
    text = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert "same_as: JYT-1\n" in text and "减轻学生负担 → 学生减负、减轻教师压力 → 教师减压、关爱学生心理 → 心理关爱、防控近视 → 近视防控" in text
    told = office("import", "p.yaml", "--dry-run").out
    assert "关联 承诺事项 JYT-2  四大专项行动 → JYT-1" in told
    assert [code in told for code in ("JYT-1-1", "JYT-1-4", "JYT-2-1", "JYT-1-5")] == [True, True, False, False]
