"""Proposals: what a file may say, what is refused, and where each refusal points."""

from __future__ import annotations

import hashlib
import json
import time
from datetime import date

import pytest
import yaml
from proposals import WHOLE, commitment, faults

from tracker import i18n
from tracker.errors import BadInput, NotFound
from tracker.proposal import KINDS, Known, load, loads

pytestmark = pytest.mark.usefixtures("in_chinese")


# What a good file gives


def test_a_whole_file():
    proposal = loads(WHOLE, "whole.yaml")
    (agency,) = proposal.agencies
    assert (agency.code, agency.aliases, agency.coordinates) == ("SCJG", ("省市场监督管理局",), True)
    assert proposal.source.published_on == date(2021, 6, 1)
    (promise,) = proposal.commitments
    assert promise.fields == ("食品安全", "no", "12:30", "5.10")
    assert (promise.starts.year, promise.starts.month, promise.starts.day) == (None, 2, 29)
    assert (promise.place, promise.due, promise.declared) == ((10, 20), date(2021, 12, 31), 62)
    first, second = promise.items
    assert (first.target.quantity, first.target.unit, first.due) == ("5.10", "万套", date(2021, 6, 30))
    assert (second.key, second.title, second.target) == ("2", "true", None)
    assert proposal.context[0].place == (1, 4)
    assert proposal.left_out[0].name == "旧事"


def test_it_cannot_be_changed():
    proposal = loads(WHOLE, "whole.yaml")
    with pytest.raises(ValueError):
        proposal.commitments[0].name = "另一个"


def test_fields_left_out_or_empty_are_empty():
    proposal = loads(commitment("items:\nfields: null\ndeclared: ~"), "f")
    (promise,) = proposal.commitments
    assert (promise.items, promise.fields, promise.declared, promise.place) == ((), (), None, None)


@pytest.mark.parametrize(
    ("fields", "items", "count"),
    [
        ("kind: measure", "", 1),
        ("declared: 3", "", 3),
        ("declared: 3", "      - {key: 1, title: 甲}\n", 3),
        ("", "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n", 2),
        ("declared: 1\napproximate: true", "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n", 2),
        ("declared: 1", "", 1),
    ],
)
def test_how_many_deeds_a_commitment_is(fields, items, count):
    (promise,) = loads(commitment(fields, items), "f").commitments
    assert promise.deed_count == count


def test_where_a_part_stands():
    proposal = loads(WHOLE, "seeds/whole.yaml")
    assert proposal.where("commitments", 0) == "seeds/whole.yaml:20:5: commitments[scjg-1]"
    assert proposal.where("commitments", 0, "items", 0, "due").startswith("seeds/whole.yaml:38:")
    assert proposal.where("commitments", 0, "items", 1) == "seeds/whole.yaml:39:9: commitments[scjg-1].items[2]"
    assert proposal.where("agencies", 0, "name") == "seeds/whole.yaml:4:11: agencies[SCJG].name"
    # left out in the file: placed at what should hold it
    assert proposal.where("left_out", 0, "place") == "seeds/whole.yaml:43:5: left_out[#1].place"


@pytest.mark.parametrize("written", ["2024-09-01", "2024-9-1", "2024/9/1", "2024.9.1", "2024年9月1日", "２０２４年９月１日"])
def test_a_day_may_be_written_as_people_write_it(written):
    (promise,) = loads(commitment(f"due: {written}"), "f").commitments
    assert promise.due == date(2024, 9, 1)


@pytest.mark.parametrize(("fields", "items", "kind"), [
    ("", "", "measure"), ("kind: null", "", "measure"), ("declared: 3", "", "list"),
    ("", "      - {key: 1, title: 甲}\n", "measure"), ("", "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n", "list"),
])  # fmt: skip
def test_the_kind_may_be_left_out(fields, items, kind):
    text = commitment(fields, items).replace("    kind: list\n", "")
    assert [one.kind for one in loads(text, "f").commitments] == [kind]


def test_a_kind_that_there_is_not_is_told_with_what_each_means():
    [told] = faults(commitment("").replace("kind: list", "kind: 清单"))
    assert all(f"{kind}（" in told for kind in KINDS) and "可以不写" in told


@pytest.mark.parametrize("written", ["SCJG", "scjg", "省市场监管局", "某省市场监督管理局", "省市场监督管理局"])
def test_an_owner_may_be_written_by_a_name_or_in_small_letters(written):
    [promise] = loads(WHOLE.replace("    agency: SCJG\n", f"    agency: {written}\n"), "f").commitments
    assert promise.agency == "SCJG"


def test_an_owner_may_be_written_by_a_name_of_the_directory():
    known = Known({"JYT": ["省教育厅", "Education Department"]}, lambda code: None)
    for written in ("省教育厅", "省教育廳", "education department", "jyt"):
        text = WHOLE.replace("    agency: SCJG\n", f"    agency: {written}\n").replace('title: 第一件,', f"title: 第一件, agency: {written},")
        [promise] = loads(text, "f", known=known).commitments
        assert (promise.agency, promise.items[0].agency) == ("JYT", "JYT")


@pytest.mark.parametrize(("written", "told"), [
    ("市场", "是不是：SCJG 省市场监管局？"), ("市場監管", "是不是：SCJG 省市场监管局？"), ("甲乙丙", "不能作单位代码"),
])  # fmt: skip
def test_a_part_of_a_name_is_told_and_not_taken_for_an_owner(written, told):
    """At a command who is meant is seen at once; in a file of hundred lines nobody would look."""
    [fault] = faults(WHOLE.replace("    agency: SCJG\n", f"    agency: {written}\n"))
    assert told in fault


@pytest.mark.parametrize("written", ["[市财政局、市住建局]", "市财政局、市住建局", "[市财政局, 市住建局]", "[市财政局、, 市住建局]"])
def test_joint_owners_are_listed_as_people_list_them(written):
    [promise] = loads(commitment(f"joint: {written}"), "f").commitments
    assert promise.joint == ("市财政局", "市住建局")


def test_a_list_of_which_every_item_has_an_owner_wants_who_announced_it():
    items = "      - {key: 1, title: 甲, agency: SCJG}\n"
    text = commitment("", items).replace("    agency: KJT\n", "    agency: null\n")
    assert "公布这份清单的单位" in faults(text)[0]


def test_agencies_alone_are_a_file():
    assert loads("format: practical-deeds/1\nagencies: [{code: AB, name: 甲局}]\n", "f").source is None


def test_json_is_yaml_too():
    data = {"format": "practical-deeds/1", "agencies": [{"code": "AB", "name": "甲局"}]}
    assert loads(json.dumps(data, ensure_ascii=False, indent=1), "f").agencies[0].name == "甲局"


# What is refused


def test_every_fault_at_once_with_its_place():
    text = """\
format: practical-deeds/2
source:
  key: S
  publishd_on: 2021-06-01
commitments:
  - key: a-1
    agency: kjt
    name: 甲
    kind: lists
    declared: 0
    place: [20, 3]
    due: 2021-02-30
    items:
      - {key: 1, title: 一, target: {quantity: "3,000"}}
      - {key: 1, titel: 二}
  - key: a-1
    agency: null
    agency_name: 省科技厅
    name: true
    kind: list
"""
    got = faults(text)
    assert [line.split(": ")[0:2] for line in got] == [
        ["1:9", "format"],
        ["3:8", "source.key"],
        ["4:3", "source"],
        ["7:13", "commitments[a-1].agency"],
        ["9:11", "commitments[a-1].kind"],
        ["10:15", "commitments[a-1].declared"],
        ["11:12", "commitments[a-1].place"],
        ["12:10", "commitments[a-1].due"],
        ["14:47", "commitments[a-1].items[1].target.quantity"],
        ["15:9", "commitments[a-1].items[1]"],
        ["15:15", "commitments[a-1].items[1].key"],
        ["15:18", "commitments[a-1].items[1]"],
        ["16:10", "commitments[a-1].key"],
        ["17:13", "commitments[a-1].agency"],
        ["19:11", "commitments[a-1].name"],
    ]
    joined = "\n".join(got)
    for words in (
        "是不是“published_on”",
        "是不是“list”",
        "是不是“title”",
        "缺少“title”",
        "第 14 行重复",
        "没有 2021-02-30",
        "省科技厅",
    ):
        assert words in joined


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ("declared: 62.5", "8:15", "整数"),
        ('declared: "62"', "8:15", "整数"),
        ("declared: true", "8:15", "整数"),
        ("declared: 100001", "8:15", "100000"),
        ("place: [1]", "8:12", "两个整数"),
        ("place: [-1, 3]", "8:12", "起点"),
        ("place: [3, 3]", "8:12", "起点"),
        ("due: 2021/12-31", "8:10", "不是日期"),
        ("due: 10月底", "8:10", "不是日期"),
        ("due: 110-12-31", "8:10", "不是日期"),
        ("starts: {month: 4, day: 31}", "8:13", "4-31"),
        ("starts: {year: 2021, month: 2, day: 29}", "8:13", "2021-2-29"),
        ("starts: {year: 110, month: 2, day: 1}", "8:20", "110"),
        ("approximate: yes", "8:18", "true"),
        ("confidence: shure", "8:17", "是不是“sure”"),
        ("fields: 食品", "8:13", "列表"),
        ("fields: [食品, '']", "8:18", "不能为空"),
        ('theme: "一\\n二"', "8:12", "一行"),
        ('theme: "一\\u202e二"', "8:12", "U+202E"),
        (f"theme: {'长' * 301}", "8:12", "301"),
        ("owner: KJT", "8:5", "没有“owner”"),
        ('"own\\u202eer": KJT', "8:5", "\\u202e"),
    ],
)
def test_a_wrong_field(fields, place, words):
    (line,) = faults(commitment(fields))
    assert line.startswith(f"{place}: commitments[c]")
    assert words in line


@pytest.mark.parametrize(
    ("agencies", "words"),
    [
        ("- {code: AB, name: 甲}\n- {code: AB, name: 乙}", "代码“AB”与第 3 行"),
        ("- {code: AB, name: 甲}\n- {code: CD, name: 甲}", "“甲”在第 3 行"),
        ("- {code: AB, name: 甲, aliases: [丙]}\n- {code: CD, name: 乙, aliases: [丁, 丙]}", "“丙”在第 3 行"),
        ("- {code: AB, name: 甲, coordinates: true}\n- {code: CD, name: 乙, coordinates: true}", "第 3 行已指定"),
    ],
)
def test_agencies_must_be_told_apart(agencies, words):
    (line,) = faults(f"format: practical-deeds/1\nagencies:\n{agencies}\n")
    assert line.startswith("4:") and words in line


def test_more_items_than_declared():
    items = "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n"
    (line,) = faults(commitment("declared: 1", items))
    assert line.startswith("8:15: commitments[c].declared") and "2 项" in line
    assert loads(commitment("declared: 1\nfields: [读书]", items), "f").commitments[0].declared == 1  # the fields are counted


def test_a_commitment_without_agency_waits_for_review():
    text = commitment().replace("agency: KJT", "agency: null\n    agency_name: 省科技厅")
    text += "agencies: [{code: KJT, name: 省科学技术厅, aliases: [科技厅]}]\n"
    (line,) = faults(text)
    assert line.startswith("5:13: commitments[c].agency: ") and "省科技厅" in line and "KJT" in line
    assert loads(text, "f", reviewed=False).commitments[0].agency is None
    (line,) = faults(commitment().replace("    agency: KJT\n", ""))
    assert line.startswith("4:5: commitments[c].agency: ")


def test_an_owner_known_only_by_a_name_of_the_file_takes_its_code():
    text = commitment().replace("agency: KJT", "agency: null\n    agency_name: 市科技局")
    own = "agencies: [{code: SKJ, name: 科学技术局, aliases: [市科技局]}]\n"
    assert loads(text + own, "f").commitments[0].agency == "SKJ"


def test_an_agency_that_waits_for_its_code_is_told_once():
    text = commitment().replace("agency: KJT", "agency: null\n    agency_name: 市科技局")
    (line,) = faults(text + "agencies: [{code: null, name: 市科技局}]\n")
    assert ": agencies[#1].code: " in line and "市科技局" in line


# Files


def test_files(tmp_path):
    file = tmp_path / "提案 一.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load(file).where("commitments", 0).startswith(f"{file}:20:5:")
    with pytest.raises(NotFound) as caught:
        load(tmp_path / "none.yaml")
    assert "none.yaml" in i18n.t(caught.value.key, **caught.value.values)
    with pytest.raises(BadInput) as caught:
        load(tmp_path)
    assert "文件夹" in i18n.t(caught.value.key, **caught.value.values)
    with pytest.raises(BadInput) as caught:
        loads("", "我的 提案.yaml")
    assert i18n.t(caught.value.key, **caught.value.values).endswith("deeds import '我的 提案.yaml'")
    file.write_bytes("format: x\nname: 省厅\n".encode("gb18030"))
    with pytest.raises(BadInput) as caught:
        load(file)
    assert "第 2 行" in i18n.t(caught.value.key, **caught.value.values)


def test_the_hash_is_that_of_what_was_read(tmp_path):
    file = tmp_path / "proposal.yaml"
    content = b"\xef\xbb\xbf" + WHOLE.encode()
    file.write_bytes(content)
    loaded = load(file)
    file.write_bytes(b"changed meanwhile")
    assert loaded.sha256 == hashlib.sha256(content).hexdigest()
    assert loads(WHOLE, "pasted").sha256 is None


def test_a_file_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.proposal.MAX_BYTES", 1000)
    file = tmp_path / "large.yaml"
    file.write_text("#" * 1001, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(file)
    assert "MB" in i18n.t(caught.value.key, **caught.value.values)


def test_ten_thousand_items_are_read_fast():
    """Loading leaves most of an import's time to the database: it takes a third of what the library's own loader takes."""
    items = "".join(
        f"      - {{key: {n}, title: 第{n}件, place: [{n}, {n + 3}], due: 2021-12-31}}\n" for n in range(1, 10_001)
    )
    text = commitment("declared: 10000", items)

    def seconds(read):
        began = time.process_time()
        read()
        return time.process_time() - began

    ratios = (seconds(lambda: loads(text, "big.yaml")) / seconds(lambda: yaml.load(text, yaml.CSafeLoader)) for _ in range(4))
    assert any(ratio < 2 for ratio in ratios)
    proposal = loads(text, "big.yaml")
    assert proposal.where("commitments", 0, "items", 9_999, "title").startswith("big.yaml:10009:")


def test_an_agency_named_by_the_file_is_known_beside_other_faults():
    text = (
        "format: practical-deeds/1\nsource: {key: s}\nagencies:\n  - {code: YLJ, name: 省园林局}\ncommitments:\n"
        "  - {key: a, agency: null, agency_name: 省园林局, same_as: JYT-1, name: 甲, kind: lists}\n"
        "  - {key: b, agency: JYTT, same_as: JYT-1, name: 乙, kind: list}\n"
        "  - {key: c, agency: KJT, same_as: JYT-2, name: 乙, kind: list}\n"
    )
    known = Known({"JYT": (), "KJT": ()}, {"JYT-1": {"JYT"}, "JYT-2": {"JYT"}}.get)
    said = faults(text, known=known)
    assert [line.split(": ")[1] for line in said] == [
        "commitments[a].same_as", "commitments[a].kind", "commitments[b].agency", "commitments[b].same_as", "commitments[c].same_as"
    ]  # fmt: skip
    assert "第 6 行" in said[3] and "JYT-1 由 JYT 负责" in said[0] and "JYT-2 由 JYT 负责" in said[4]
