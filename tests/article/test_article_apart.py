"""Two things in one row: 和 parts what are two works or two projects, and no name."""

import pytest
from short_texts import deeds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("启动A线改造工程和B线扩建工程", ["A线改造工程", "B线扩建工程"]),
        ("将推进红谷隧道项目和绿岛大桥项目建设", ["红谷隧道项目", "绿岛大桥项目"]),
        ("启动人民医院扩建工程以及妇幼保健院迁建项目", ["人民医院扩建工程", "妇幼保健院迁建项目"]),
        ("开展高标准农田建设、农村厕所改造和黑臭水体治理", ["高标准农田建设", "农村厕所改造", "黑臭水体治理"]),
        ("部署开展“护航”行动和“净网”行动", ["“护航”行动", "“净网”行动"]),
        ("实施“两癌”救助项目和困难儿童关爱项目", ["“两癌”救助项目", "困难儿童关爱项目"]),
    ],
)
def test_works_and_projects_side_by_side_are_each_one(text, names):
    assert [(owner, name, declared) for owner, name, declared, _ in deeds(f"市发改委{text}。")] == [("市发改委", name, None) for name in names]


@pytest.mark.parametrize(
    "name",
    ["供水和排水一体化改造工程", "雨水管网和污水管网改造工程", "垃圾分类和资源化利用项目", "和平路改造工程", "和谐家园小区和平安里小区改造工程", "城市更新和老旧小区改造", "全民健身中心和青少年活动中心建设"],
)
def test_what_is_called_by_both_is_one_with_its_whole_name(name):
    assert [one for _, one, *_ in deeds(f"市住建局推进{name}。")] == [name]
