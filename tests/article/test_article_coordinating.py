"""Who watches over the whole is proposed as the coordinating office, with the words that say so."""

import pytest
import yaml

from tracker.article import extract, likely_office, proposal_yaml

DEEDS = "\n市教育局将新建学校8所，市民政局将改造食堂20家。\n"


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("方案明确由市政府督查室牵头统筹协调，按月调度、督查核实。", "市政府督查室"),
        ("以上事项由县委办公室负责督促检查。", "县委办公室"),
        ("市政府办公室每月调度各责任单位的进展情况。", "市政府办公室"),
        ("各责任单位每月25日前报送进展，市政府督查室适时组织“回头看”。", "市政府督查室"),
        ("市实事办将定期通报各项实事的进展。", "市实事办"),
        ("市住建局将统筹推进老旧小区改造。", None),  # its own work
        ("江城市要求各单位跟踪问效。", None),  # a place is no office
        ("各级各部门要加强组织协调。", None),
    ],
)
def test_who_watches_over_the_whole(words, office):
    raw = words + DEEDS
    assert likely_office(extract(raw)) == office


def test_the_proposal_shows_where_the_text_names_the_office():
    raw = "方案明确由市政府督查室牵头统筹协调。" + DEEDS
    lines = proposal_yaml(extract(raw), raw, office=False).splitlines()
    at = next(index for index, line in enumerate(lines) if "name: 市政府督查室" in line)
    assert lines[at].startswith("#  - {code:") and "coordinates: true" in lines[at]
    assert lines[at - 1].endswith("§1 方案明确由⟦市政府督查室牵头统筹协调⟧。")


def test_helpers_that_the_directory_has_not_are_offered_and_not_forced():
    raw = "市教育局会同市财政局、各区县将新建学校8所。市教育局将改造食堂20家，市住建局配合。市住建局将改造小区9个。"
    found = extract(raw)
    text = proposal_yaml(found, raw, office=True)
    assert [each["name"] for each in yaml.safe_load(text)["agencies"]] == ["市教育局", "市住建局"]
    assert [line for line in text.splitlines() if line.startswith("#  - {")] == ["#  - {code: 代码, name: 市财政局}"]


def test_a_helper_of_one_item_stands_in_its_line():
    raw = "市教育局推出两项举措：\n1.新建学校20所（牵头单位：市住建局，配合单位：市财政局）\n2.改造食堂30个\n"
    (one,) = yaml.safe_load(proposal_yaml(extract(raw), raw))["commitments"]
    assert [item.get("joint") for item in one["items"]] == [["市财政局"], None]
