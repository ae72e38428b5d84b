"""What sounds like a promise and is another's wish, was called off, was reached, or only leads up to one."""

import pytest
from short_texts import found


def told(text):
    return [(one.agency_name, one.name, str(one.due), [(item.title, item.target_quantity) for item in one.items]) for one in found(text).commitments]


@pytest.mark.parametrize(
    "text",
    [
        "市民张女士希望住建局年底前改造好她所在的3栋楼。",
        "网友建议市交通局年内增开夜班车10条。",
        "专家建议，市教育局应在年底前增加校医300名。",
        "市商务局取消了建设菜市场5个的计划。",
        "市商务局原计划建设食堂20家，现调整为35家。",
        "市农业农村局高标准农田建设任务15万亩，目前完成11.2万亩。",
    ],
)
def test_what_nobody_promises_is_left_out(text):
    proposal = found(text)
    assert proposal.commitments == ()
    assert proposal.left_out


def test_who_answers_a_wish_promises():
    assert [one[:2] for one in told("网友建议增开夜班车，市交通局表示将于年内增开夜班车10条。")] == [("市交通局", "增开夜班车10条")]


def test_what_leads_up_to_a_thing_gives_it_no_day():
    ((owner, name, due, items),) = told("市交投集团负责的北环路拓宽工程，要求10月底前完成剩余26户征迁，确保年底前通车。")
    assert (owner, name, due, [title for title, _ in items]) == ("市交投集团", "北环路拓宽工程", "2026-12-31", ["北环路拓宽工程"])


@pytest.mark.parametrize(
    ("text", "quantity", "due"),
    [
        ("市住建局将改造86个小区，年底前完成七成。", "86", "None"),
        ("市水利局将于2026年汛期前完成清淤12公里。", "12", "None"),
        ("市教育局将于2026年春季学期开学前新增学位800个。", "800", "None"),
        ("市交通局10月1日前再开3条公交线。", "3", "2026-10-01"),
        ("房屋署將為50條公共屋邨加裝升降機120部。", "120", "None"),
    ],
)
def test_a_figure_and_a_day_are_those_of_the_thing(text, quantity, due):
    ((_, _, day, items),) = told(text)
    assert ([number for _, number in items], day) == ([quantity], due)


def test_a_school_is_called_by_its_number():
    assert [one[:3] for one in told("市三中将于9月底前改造食堂1处，教务处每学期组织视力筛查2次。")] == [
        ("市三中", "改造食堂1处", "2026-09-30"), ("教务处", "组织视力筛查2次", "None"),
    ]  # fmt: skip


TABLE = "县民生实事任务表\n| 序号 | 项目 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 新建村级文化广场20个 | 县文旅局 | 6月底 |\n| 2 | 改造公厕30座 | 县城管局 | 9月底 |\n"


def test_strokes_part_the_cells_of_a_table():
    ((_, _, _, items),) = told(TABLE)
    assert items == [("新建村级文化广场20个", "20"), ("改造公厕30座", "30")]
    assert [item.lead_agency for item in found(TABLE).commitments[0].items] == ["县文旅局", "县城管局"]
    assert told("甲|乙\n县城管局将改造公厕30座。\n")[0][1] == "改造公厕30座"  # a stroke alone parts nothing


def test_whom_an_earlier_clause_charges_owns_nothing_of_who_acts_later():
    assert [one[:2] for one in told("该工程由下属的二次供水公司承担，市水务集团今年将改造泵房30座。")] == [("市水务集团", "改造泵房30座")]


@pytest.mark.parametrize("text", ["市法院正在审理案件300件，已审结120件。", "市教育局投入3亿元，新建学校3所，全部投用。", "本会议室改造3处。"])
def test_cases_and_what_is_ready_are_not_promised(text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["市教育局要求剩余隐患10月底前全部整改。", "市应急局督促企业对剩余隐患10月底前全部整改。", "市公安局即日起暂停办理护照业务。"])
def test_what_is_demanded_of_others_or_suspended_is_not_promised(text):
    assert told(text) == []


def test_what_is_said_of_three_that_stand_before_counts_no_more():
    text = "市教育局将新建学校3所、改造食堂20个、培训教师300名。这3个项目是今年的重点。"
    assert [one[1] for one in told(text)] == ["新建学校3所", "改造食堂20个", "培训教师300名"]
