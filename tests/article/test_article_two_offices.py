"""Of two offices in a row each has its own, whatever the first does and whatever parts them."""

from datetime import date

import pytest

from tracker.article import extract

FIRST = """
将新建公园5个 年底前新建公园5个 将实施“绿廊”工程 推出夜间开放、亲子阅读两项便民举措 将门诊报销比例提高到90% 下月起开设周末门诊 下月起实施老旧小区改造 将办好三件实事 推进老旧小区改造 完成管网普查
的老旧小区改造年底前完工 负责的食堂改造已改造8所、其余3所9月底前完成 牵头实施校舍加固、心理驿站等5项 今年的实事项目包括法律援助圈、法律顾问全覆盖 加强巡查 已新建学校3所 召开会议 将开展“护航”“清源”两大行动
明年6月前完成污水厂提标
""".split()  # noqa: SIM905 a literal would be a line a word
SECOND = {
    "年底前新增公厕12座": "新增公厕12座", "将改造泵站9座": "改造泵站9座", "下月起推行垃圾分类": "推行垃圾分类", "将实施“暖冬”工程": "“暖冬”工程", "将绿化覆盖率提高到45%": "绿化覆盖率提高到45%",
    "计划培训护工300名": "培训护工300名", "明年3月前完成档案数字化": "完成档案数字化", "9月底前建成体育中心": "建成体育中心", "推出上门体检、用药指导两项服务": "两项服务",
}  # fmt: skip


@pytest.mark.parametrize("mark", "，；。")
@pytest.mark.parametrize("deed", SECOND)
def test_each_has_its_own(deed, mark):
    wrong = []
    for first in FIRST:
        found = extract(f"市住建局{first}{mark}市供热办{deed}。", (), date(2025, 3, 12)).commitments
        own = [one.name for one in found if one.agency_name == "市供热办"]
        others = {one.agency_name for one in found} - {"市供热办"}
        if own != [SECOND[deed]] or not others <= {"市住建局"}:
            wrong.append((first, own, others))
    assert wrong == []
