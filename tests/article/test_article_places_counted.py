"""25个老旧小区改造工程 is one thing done in 25 places; 25项老旧小区改造工程 are 25 things."""

import pytest

from tracker.article import extract


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("市住建局推进25个老旧小区改造工程。", ("25", "个")),
        ("区城管局年内完成30条背街小巷整治。", ("30", "条")),
        ("市住建局将提速推进老旧小区改造1500个。", ("1500", "个")),
        ("市水利局实施12座水库除险加固项目。", ("12", "座")),
        ("市交通运输局加快8条断头路建设。", ("8", "条")),
    ],
)
def test_places_are_the_target_of_one_deed(text, amount):
    (one,) = extract(text).commitments
    (item,) = one.items
    assert (one.declared_count, item.target_quantity, item.target_unit) == (None, *amount)


@pytest.mark.parametrize(
    ("text", "count"), [("市住建局推进25项老旧小区改造工程。", 25), ("市住建局实施10项民生工程。", 10), ("市住建局推出20个“暖心”服务项目。", 20)]
)
def test_projects_are_so_many_deeds(text, count):
    (one,) = extract(text).commitments
    assert one.declared_count == count
