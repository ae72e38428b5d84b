"""The proposal as JSON, as a seed file, and marked in the article."""

import json
import re
from datetime import date
from types import SimpleNamespace

import pytest
import yaml
from article_gold import DIRECTORY
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import proposal
from tracker.article import as_seed, explained, extract, highlighted, legend, proposal_yaml, read, sentence

pytestmark = pytest.mark.usefixtures("in_chinese")

TEXT = (
    "今年民生工作安排\n"
    "市教育局以“三服务”活动为抓手，推進甲計畫、乙計畫等5項行動(二期)。市住建局將於年底前改造老舊小區3000個，打造“智慧\u202e社區”。\n"
    "市住建局開展“學黨史”主題活動。\n"
)


def test_json_has_the_shape_that_is_promised():
    found = json.loads(json.dumps(extract(TEXT, DIRECTORY, date(2023, 5, 1)).as_json(), ensure_ascii=False))
    assert set(found) == {"commitments", "context", "left_out"}
    first, second = found["commitments"]
    needed = {"agency_name", "agency", "name", "kind", "declared_count", "items", "fields", "span", "pattern", "confidence"}
    assert needed <= set(first)
    assert {"title", "target_quantity", "target_unit", "due", "span"} <= set(first["items"][0])
    assert (first["agency"], first["agency_name"], first["declared_count"], first["key"]) == ("JYJ", "市教育局", 5, "jyj-1")
    assert TEXT[slice(*first["items"][0]["span"])] == "甲計畫"
    (item,) = second["items"]
    assert (item["target_quantity"], item["target_unit"], item["due"]) == (3000, "个", "2023-12-31")
    assert TEXT[slice(*item["span"])] == "改造老舊小區3000個"
    assert [one["name"] for one in found["context"]] == ["“三服务”活动"]
    assert [one["name"] for one in found["left_out"]] == ["“学党史”主题活动"]


def test_the_file_is_a_seed_file():
    found = extract(TEXT, DIRECTORY, date(2023, 5, 1))
    source = {"key": "a-2023", "publisher": "某网", "published_on": date(2023, 5, 1), "file": "a.txt"}
    text = proposal_yaml(found, TEXT, source, same_as={"jyj-1": SimpleNamespace(code="JYJ-3", name="甲、乙", source="b", declared=None)})
    read_back = proposal.loads(text, "p.yaml")
    assert read_back.source.key == "a-2023" and read_back.source.published_on == date(2023, 5, 1)
    assert [(one.key, one.agency, one.declared) for one in read_back.commitments] == [("jyj-1", "JYJ", 5), ("zjj-1", "ZJJ", None)]
    assert read_back.commitments[0].same_as == "JYJ-3" and "# 似与已跟踪的 JYJ-3" in text and "都未写数目" in text
    assert read_back.commitments[1].items[0].due == date(2023, 12, 31)
    assert len(read_back.context) == len(read_back.left_out) == 1


def test_the_file_says_what_the_plain_data_say():
    found = extract(TEXT, DIRECTORY)
    text = proposal_yaml(found, TEXT, {"sha256": "0" * 64})
    assert yaml.safe_load(text) == as_seed(found, {"sha256": "0" * 64})


def test_comments_show_each_quote_in_its_sentence():
    text = proposal_yaml(extract(TEXT, DIRECTORY), TEXT)
    assert "  # §2 市教育局以“三服务”活动为抓手，推進⟦甲計畫、乙計畫等5項行動⟧(二期)。" in text
    assert "\u202e" not in text


def test_a_year_alone_is_due_on_its_last_day():
    found = extract("市住建局到2025年新建公园5个。", DIRECTORY)
    (item,) = as_seed(found)["commitments"][0]["items"]
    assert item["due"] == "2025-12-31" and item["due_basis"]
    assert found.commitments[0].items[0].due == "2025"


def test_an_unknown_owner_is_null_with_near_ones_beside_it():
    found = extract("市教育厅局推出12项便民举措。", DIRECTORY)
    text = proposal_yaml(found, "市教育厅局推出12项便民举措。")
    assert "agency: null" in text and "# 名录中相近的单位：JYJ 市教育局" in text


def test_owners_that_nobody_knows_wait_once_for_their_codes():
    text = "市园林局将新建公园3座。市水利局将改造水厂2座。市园林局还将新建绿道8公里。市教育局将改造操场9个。"
    found = extract(text, DIRECTORY)
    file = proposal_yaml(found, text)
    assert yaml.safe_load(file)["agencies"] == [{"code": None, "name": "市园林局"}, {"code": None, "name": "市水利局"}]
    codes = iter(("YLJ", "SLJ"))
    read = proposal.loads(re.sub("code: null", lambda _: f"code: {next(codes)}", file), "f")
    assert [one.agency for one in read.commitments] == ["YLJ", "SLJ", "YLJ", "JYJ"]
    assert "agencies" not in as_seed(extract("市教育局将改造操场9个。", DIRECTORY))


def test_nothing_found_is_still_a_file():
    text = proposal_yaml(extract("今天天气好。"), "今天天气好。")
    assert yaml.safe_load(text)["commitments"] == []


@given(st.text(alphabet="甲乙推出5项行动、，。“”\n:#{}[]-'\"\\&*!|>%@`\x00\x1b\u202e\ud800 ", max_size=60))
@settings(max_examples=60)
def test_no_text_breaks_the_file(noise):
    raw = f"市教育局推出{noise}甲改造、乙改造等5项行动{noise}。"
    text = proposal_yaml(extract(raw, DIRECTORY), raw)
    text.encode()
    assert yaml.safe_load(text)["format"] == "practical-deeds/1"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_marks_without_colour():
    shown = highlighted(TEXT, extract(TEXT, DIRECTORY), colour=False)
    assert "〔*甲計畫*〕、〔*乙計畫*〕〔+等5項行動+〕" in shown, "a lone 、 is no commitment"
    assert "以〔~“三服务”活动~〕为抓手" in shown
    assert "〔-“學黨史”主題活動-〕" in shown


def test_colour_and_text_come_back_when_the_marks_are_taken_off():
    raw = TEXT.replace("\u202e", "")
    shown = highlighted(raw, extract(raw, DIRECTORY), colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", shown) == raw


@pytest.mark.parametrize("colour", [True, False])
def test_nothing_of_the_text_acts_on_a_terminal(colour):
    raw = "市教育局推出\x1b[31m5项行动\x07\u202e\x9b2J\u2066。\r\n<b>x</b>"
    shown = highlighted(raw, extract(raw), colour)
    rest = re.sub("\x1b\\[[0-9;]*m", "", shown) if colour else shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)


def test_a_quote_in_its_sentence():
    raw = "题目\n\n第一句。市教育局推進\n5項行動，很好。第三句。\n"
    start = raw.index("5項")
    assert sentence(raw, start, start + 4) == ("市教育局推進", "5項行動", "，很好。", 2)


def test_a_head_in_its_paragraph_is_shown_with_what_it_stands_over():
    raw = "实施方案\n四、养老助餐。新建助餐点60个。（牵头单位：市民政局）\n五、其他。\n"
    start = raw.index("养老助餐")
    assert sentence(raw, start, start + 4) == ("四、", "养老助餐", "。新建助餐点60个。", 2)
    assert sentence(raw, start + 5, start + 7) == ("", "新建", "助餐点60个。", 2)
    assert sentence(raw, raw.index("其他"), raw.index("其他") + 2)[2] == "。"


def test_a_quote_on_broken_lines_keeps_its_sentence():
    lines = ["(一)甲項目：推動社區營造，預計於明年完成，並由本府各局處持續", "辦理各項工作，改善居住環境，讓市民安心居住，提升公共服務的"]
    raw = "\n".join(lines * 6) + "品質。\n"
    start = raw.index("改善居住環境")
    before, quote, after, _ = sentence(raw, start, start + 6)
    assert quote == "改善居住環境" and "辦理各項工作" in before and "\n" not in before + after


def test_reads_and_proposes_from_a_file_in_gb18030():
    found = extract(read("市教育局推进四大专项行动。".encode("gb18030")), DIRECTORY)
    assert [one.name for one in found.commitments] == ["四大专项行动"]


def test_items_with_leads_of_their_own():
    """A known lead by its code, an unknown one by its name, which then stands among the agencies to be given a code."""
    from tracker.article import newcomers

    raw = "市教育局推出三项举措：\n1.新建学校20所（牵头单位：市住建局）\n2.改造食堂30个（牵头单位：市甲乙局）\n3.开展心理辅导（牵头单位：市教育局）\n"
    found = extract(raw, DIRECTORY)
    [commitment] = as_seed(found)["commitments"]
    owners = [(item.get("agency"), item.get("agency_name")) for item in commitment["items"]]
    assert owners == [("ZJJ", None), (None, "市甲乙局"), (None, None)]
    assert [each.name for each in newcomers(found)] == ["市甲乙局"] == [each["name"] for each in as_seed(found)["agencies"]]


def test_a_page_is_shown_as_its_words():
    raw = "<html><body><p>市教育局推进<b>甲</b>、乙&#20004;项行动，很好。</p><p>下一步将推出便民举措。</p></body></html>"
    found = extract(raw, DIRECTORY)
    shown = highlighted(raw, found, colour=False)
    assert "<" not in shown and "&#" not in shown and "两项行动" in shown
    assert "<" not in "".join(map(str, sentence(raw, *found.commitments[0].place)))
    assert [line.split(" ")[0] for line in explained(raw, found)][-1:] == ["§2"]


@pytest.mark.parametrize("colour", [True, False])
def test_the_legend_marks_as_the_article_is_marked(colour):
    raw = "市教育局推进甲、乙两项行动。下一步将推出便民举措。"
    found = extract(raw, DIRECTORY)
    shown, marks = highlighted(raw, found, colour), legend(colour)
    for opening in re.findall("\x1b\\[[0-9;]+[1-9]m" if colour else "〔.", shown):
        assert opening in marks
    assert ("〔" in marks) is not colour
    assert all(("\x1b" in line) is colour for line in explained(raw, found, colour))


def test_the_proposal_quotes_what_a_target_counts_where_the_title_does_not():
    raw = "市政府2025年民生实事项目\n1.提升养老服务水平。新增养老床位1200张，改造食堂30家。\n2.新建学校8所。\n"
    lines = proposal_yaml(extract(raw, ()), raw).splitlines()
    (at,) = [index for index, line in enumerate(lines) if "title: 提升养老服务水平" in line]
    assert lines[at - 2] == "      # §2 ⟦新增养老床位1200张⟧，改造食堂30家。"
    assert "⟦新建学校8所⟧" not in "\n".join(lines[at:])


def test_a_long_sentence_stands_once_in_each_section():
    text = (
        "市教育局在全市范围内分批次、有步骤、有重点地实施“校安”“薄改”两大工程，同步由市住建局开展“暖心”专项行动，"
        "并由市水利局在年底前新建水库3座，确保群众得到实惠。\n市民政局新建养老院2所，市卫健委新建医院1所。\n"
    )
    comments = [line for line in proposal_yaml(extract(text), text).splitlines() if line.startswith("  # §")]
    assert [line.endswith("…（全句见上）") for line in comments] == [False, True, True, False, False], comments
    assert comments[1] == "  # §1 …⟦“暖心”专项行动⟧…（全句见上）" and "⟦新建医院1所⟧。" in comments[4]


def test_a_sentence_too_long_to_be_shown_whole_is_shown_around_each_quote():
    text = f"市教育局{'在全市范围内有步骤地' * 30}实施“校安”“薄改”两大工程，{'同步' * 60}由市住建局开展“暖心”专项行动。\n"
    comments = [line for line in proposal_yaml(extract(text), text).splitlines() if line.startswith("  # §")]
    assert len(comments) == 2 and "全句见上" not in comments[1] and "由市住建局开展⟦“暖心”专项行动⟧。" in comments[1]


def test_what_was_left_out_twice_stands_once_with_its_places():
    line = "市教育局举办宣传讲座12场。"
    text = f"{line}\n市教育局新建学校5所。\n{line}\n{line}\n"
    found = extract(text, DIRECTORY)
    told = proposal_yaml(found, text)
    assert len(found.left_out) == 3 and len(proposal.loads(told, "p", reviewed=False).left_out) == 1
    assert "（另有 2 处相同：§3、§4）" in told and yaml.safe_load(told) == as_seed(found, {"sha256": yaml.safe_load(told)["source"]["sha256"]})
