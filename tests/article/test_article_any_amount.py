"""An amount and its day are read alike with any verb, any thing, and in any place of the sentence."""

from datetime import date

import pytest

from tracker.article import extract

VERBS = """
新建 改建 扩建 改造 建设 建成 新增 增加 增设 加装 安装 配备 更换 更新 维修 修缮 整治 打造 创建 完成 开设 设立 布设
添置 购置 投放 新改建 改扩建 提升 升级 改造提升 建成投用 启用 打通 疏通 清淤 种植 开通 优化 筹建 兴建 推出 提供 升级改造
提档升级 加固 亮化
""".split()  # noqa: SIM905 a literal would be a line a word
THINGS = """
公厕_座 口袋公园_个 社区食堂_家 养老床位_张 公办幼儿园_所 停车位_个 充电桩_根 电梯_部 农村公路_公里 污水管网_千米
路灯_盏 公交线路_条 公交车_辆 机井_眼 造林_亩 户厕_户 公租房_套 母婴室_间 烟感报警器_只 智能水表_块 招聘会_场
快递网点_处 光伏_千瓦
""".split()  # noqa: SIM905


@pytest.mark.parametrize("words", ["今年，市住建局将{verb}{thing}120{unit}。", "市住建局计划{verb}120{unit}{thing}。", "市住建局2024年民生实事：\n1.{verb}{thing}120{unit}。\n2.新建图书室30间。"])
def test_any_amount_is_a_target(words):
    wrong = []
    for verb in VERBS:
        for thing, unit in (pair.split("_") for pair in THINGS):
            items = [item for one in extract(words.format(verb=verb, thing=thing, unit=unit)).commitments for item in one.items]
            if not items or (items[0].target_quantity, items[0].target_unit) != ("120", unit):
                wrong.append((verb, thing, unit))
    assert wrong == []


DAYS = {
    "年底前": "2025-12-31", "今年底前": "2025-12-31", "2025年年底前": "2025-12-31", "12月底前": "2025-12-31", "9月末前": "2025-09-30", "今年9月底前": "2025-09-30",
    "9月30日前": "2025-09-30", "三季度末前": "2025-09-30", "今年上半年": "2025-06-30", "6月底之前": "2025-06-30", "明年6月底前": "2026-06-30", "2026年6月底前": "2026-06-30",
    "国庆节前": "2025-09-30", "“十一”前": "2025-09-30", "五一前": "2025-04-30", "本月底前": "2025-03-31", "下月底前": "2025-04-30", "到年底": "2025-12-31",
    "到今年年底": "2025-12-31", "至2025年底": "2025-12-31", "到2027年底": "2027-12-31", "5月中旬前": "2025-05-20", "11月20日前": "2025-11-20", "民国114年12月底前": "2025-12-31",
    "年内": "2025", "到2027年": "2027",
}  # fmt: skip
PLACES = (
    "市住建局将新建公园5个，{}完工。", "市住建局将于{}新建公园5个。", "{}，市住建局将新建公园5个。", "市住建局新建公园5个，力争{}全部建成开放。", "市住建局计划新建公园5个，确保{}投入使用。",
    "市住建局将新建公园5个（{}完成）。", "市住建局将改造公园5个，{}见成效。", "市住建局将实施护航行动，{}完成。", "市住建局2025年实事：\n1.新建公园5个，{}完成。\n2.改造学校3所，{0}完工。",
    "市住建局2025年实事：\n1.新建公园5个\n完成时限：{}\n2.改造学校3所\n完成时限：{0}",
)  # fmt: skip


@pytest.mark.parametrize("words", PLACES)
def test_any_day_is_a_deadline(words):
    wrong = []
    for day, due in DAYS.items():
        found = extract(words.replace("{}", "{0}").format(day), (), date(2025, 3, 5)).commitments
        days = {str(item.due) for one in found for item in one.items}
        if days != {due}:
            wrong.append((day, days))
    assert wrong == []


@pytest.mark.parametrize("day", [day for day in DAYS if day.endswith("前") and "民国" not in day])
@pytest.mark.parametrize("words", ["市住建局的中央公园二期工程{}完工。", "市住建局将推进燃气报警器安装，{}实现全覆盖。"])
def test_a_thing_without_an_amount_has_its_day(words, day):
    (one,) = extract(words.format(day), (), date(2025, 3, 5)).commitments
    assert str(one.due) == DAYS[day]
