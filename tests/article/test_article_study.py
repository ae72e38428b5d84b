"""Study of one's own cadres is no deed; a course that teaches people a trade is one."""

import pytest
from short_texts import deeds, found

pytestmark = pytest.mark.usefixtures("in_chinese")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市人社局将举办职业技能培训班40期，培训农民工3000人。", ["举办职业技能培训班40期", "培训农民工3000人"]),
        ("市农业农村局年内举办高素质农民培训班12期。", ["举办高素质农民培训班12期"]),
        ("市残联将开展残疾人电商培训班5期。", ["开展残疾人电商培训班5期"]),
        ("市妇联将开办家政服务培训班20期。", ["开办家政服务培训班20期"]),
        ("三、加强职业技能培训\n市人社局将培训农民工3000人。", ["培训农民工3000人"]),
    ],
)
def test_a_course_for_people_is_a_deed(text, titles):
    assert [title for _, _, _, items in deeds(text) for title, *_ in items] == titles


@pytest.mark.parametrize(
    "text",
    [
        "市委组织部将举办干部培训班40期，培训干部3000人。",
        "市教育局将举办教师培训班10期。",
        "市委组织部将举办干部履职技能培训班4期。",
        "市直机关工委将举办青年理论学习培训班10期。",
        "市委党校开展“党史大讲堂”“红色研学”两项活动。",
        "市财政局组织“青年理论学习小组”“支部书记上党课”“红色观影”三项活动，推动理论学习走深走实。",
    ],
)
def test_study_of_ones_own_is_none(text):
    told = found(text)
    assert told.commitments == ()
    assert {one.reason for one in told.left_out} == {"学习、宣传类活动"}


def test_a_set_that_is_not_all_study_is_a_set():
    assert [declared for _, _, declared, _ in deeds("市教育局开展“党史大讲堂”“护苗”“助学”三项行动。")] == [3]


@pytest.mark.parametrize("line", ["主持人：市委宣传部副部长周敏", "市委宣传部"])
def test_an_office_that_is_called_after_it_makes_no_study(line):
    assert [name for _, name, _, _ in deeds(f"某市惠民消息\n{line}\n\n王芳：市税务局将增设自助终端80台。")] == ["增设自助终端80台"]


@pytest.mark.parametrize("name", ["“四点半课堂”", "“四点半学堂”", "“爱心托管班”", "“暑期课堂”"])
def test_where_children_are_looked_after_is_no_study(name):
    assert [one for _, one, _, _ in deeds(f"县妇联开办{name}，由志愿者看护低年级学生。")] == [name]


@pytest.mark.parametrize("name", ["“周三课堂”", "“思政课堂”", "“先锋学堂”"])
def test_a_lesson_is_study(name):
    assert deeds(f"县妇联开办{name}。") == []
