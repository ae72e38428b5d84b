"""What is in hand is promised until it is done, whoever has it: 正在…，预计…; 由某局代建; …继续推进，今年改造37处."""

import pytest
from short_texts import found


def told(text):
    return [(one.agency_name, one.name, one.due, [item.target_quantity for item in one.items if item.target_quantity]) for one in found(text).commitments]


@pytest.mark.parametrize(
    ("text", "owner", "name", "due"),
    [
        ("渠務署正於深水埗進行暗渠清淤，全長1.2公里，預計今年11月底竣工。", "渠务署", "暗渠清淤", "2026-11-30"),
        ("市水务局正在城东片区进行雨污管网改造，全长12公里，预计11月底完工。", "市水务局", "雨污管网改造", "2026-11-30"),
        ("市交通局正在对滨河路进行大修，预计8月底恢复通车。", "市交通局", "滨河路进行大修", "2026-08-31"),
        ("仁愛鄉公所辦理之部落文化健康站新建工程，已於115年1月動工，預計116年3月底完工。", "仁爱乡公所", "部落文化健康站新建工程", "2027-03-31"),
        ("县人民医院推出便民承诺。我院门诊综合楼扩建工程由县住建局代建，预计2026年6月底交付使用。", "县住建局", "门诊综合楼扩建工程", "2026-06-30"),
        ("城北污水处理厂二期工程由市水务局组织建设，预计年底前投运。", "市水务局", "城北污水处理厂二期工程", "2026-12-31"),
        ("滨江公园由市园林局承建，10月底前开放。", "市园林局", "滨江公园", "2026-10-31"),
    ],
)
def test_a_thing_in_hand_has_its_owner_and_its_day(text, owner, name, due):
    assert told(text) == [(owner, name, due, [])]


@pytest.mark.parametrize(
    ("text", "name", "quantity"),
    [
        ("樊东区城管局对沿街1800家商铺逐户更换垃圾收集容器，已更换1020家。", "对沿街1800家商铺逐户更换垃圾收集容器", "1800"),
        ("县残联正在为600户困难家庭安装扶手，目前已完成350户。", "为600户困难家庭安装扶手", "600"),
        ("市公安局正在全市更换老旧信号灯320组，已完成180组。", "更换老旧信号灯320组", "320"),
    ],
)
def test_a_part_of_what_is_in_hand_may_be_done(text, name, quantity):
    ((_, told_name, _, quantities),) = told(text)
    assert (told_name, quantities) == (name, [quantity])
    assert told(text.replace("已更换1020家", "已更换1800家").replace("已完成350户", "已完成600户").replace("已完成180组", "已完成320组")) == []


@pytest.mark.parametrize("manner", ["继续推进", "稳步实施", "持续加力"])
def test_what_a_sentence_sets_down_beside_a_promise_is_the_same_owners(manner):
    text = f"市水务集团计划7月底前改造管网46公里。泵房改造{manner}，今年改造泵房37处。"
    assert [(owner, quantities) for owner, _, _, quantities in told(text)] == [("市水务集团", ["46"]), ("市水务集团", ["37"])]
    assert len(told(text.replace("今年改造", "今年已改造"))) == 1
    assert told("去年的管网改造效果好。今年改造泵房37处。") == []
    for not_set_down in ("今年改造的泵房37处通过验收", "今年新增投诉37件"):
        assert len(told(text.replace("今年改造泵房37处", not_set_down))) == 1


def test_what_holds_at_once_is_promised_without_a_day():
    text = "市水务集团推出便民措施。即日起，“水务通”小程序开通线上过户申报，材料由5份减为2份。"
    assert told(text) == [("市水务集团", "开通线上过户申报", None, [])]
    assert told("市民政局推出便民措施，即日起完成残疾人证换发上门服务。") == []  # what goes on in a clause behind is of what stands before it


@pytest.mark.parametrize(
    ("text", "owner", "name", "due"),
    [
        ("云溪区实验学校\n致家长的一封信\n我校东校区的食堂改造8月底完工。\n2026年2月1日", "云溪区实验学校", "东校区的食堂改造", "2026-08-31"),
        ("市第二医院原定5月开诊的睡眠医学中心推迟至7月1日开诊。", "市第二医院", "睡眠医学中心", "2026-07-01"),
        ("水务集团接管泵房53座，剩余38座的改造由下属的二次供水公司承担，将于明年6月底前全部完成。", "二次供水公司", "剩余38座的改造", "2027-06-30"),
    ],
)
def test_a_day_that_lies_ahead_promises(text, owner, name, due):
    assert (owner, name, due) in [one[:3] for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "县政府办公室对16个候选项目开展投票，12月底前公布。",
        "落选的6个项目中，其余4个转入储备库。",
        "区政务中心因系统升级暂停办理3项社保业务。",
        "市住建局说，拆旧的队伍已经进场。",
    ],
)
def test_what_is_chosen_among_or_suspended_is_not_promised(text):
    assert told(text) == []


def test_what_is_chosen_to_be_carried_out_by_a_day_is_promised():
    assert [one[:3] for one in told("市民政局挑选10项惠民项目实施，12月底前完成。")] == [("市民政局", "惠民项目", "2026-12-31")]


@pytest.mark.parametrize("day", ["由6月1日起", "由六月一日起", "自六月一日起"])
def test_what_hong_kong_sets_out_to_do(day):
    assert told(f"食環署將{day}展開「清渠除積水」特別行動。")[0][:3] == ("食环署", "“清渠除积水”特别行动", "2026-06-01")
    assert told("房屋署則會再翻新21條屋邨的垃圾房。") == [("房屋署", "翻新21条屋邨的垃圾房", None, ["21"])]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("区城管局对便河路、碧波路等5条主干道实施“白改黑”。", "区城管局", "对便河路、碧波路等5条主干道实施“白改黑”"),
        ("市残联给950户残疾人家庭做无障碍改造，一户一设计。", "市残联", "给950户残疾人家庭做无障碍改造"),
        ("市市场监管局推进校园食堂“互联网+明厨亮灶”全覆盖。", "市市场监管局", "校园食堂“互联网+明厨亮灶”全覆盖"),
        ("市税务局的“30分钟响应”办法4月1日起在全市推行。", "市税务局", "“30分钟响应”办法"),
        ("县文旅局的“一馆两院”项目主体封顶，内装已启动，明年5月开放。", "县文旅局", "“一馆两院”项目"),
        ("停車管理工程處刻正於松溪、永昌兩區興建地下停車場，預計117年3月啟用。", "停车管理工程处", "地下停车场"),
    ],
)
def test_what_is_said_in_passing(text, owner, name):
    assert [one[:2] for one in told(text)] == [(owner, name)]


def test_a_list_that_is_worked_off_one_by_one_is_counted():
    (one,) = told("市水务局将对省级交办的问题清单47项逐一整改，6月底前完成35项，10月底前清零。")
    assert one[:3] == ("市水务局", "问题清单", "2026-10-31")


def test_a_list_of_which_a_part_is_there_is_in_hand():
    assert [one[:2] for one in told("市地铁集团第三批20条便民措施已上线12条，其余8条6月底前推出。")] == [("市地铁集团", "便民措施")]


def test_how_long_something_is_open_is_named_with_what_is_done_to_it():
    one, other = told("县城管局管理的22座公厕自5月1日起延长开放时间至24小时，其中6座还将增设卫生间。")
    assert other[:2] == ("县城管局", "6座增设卫生间")
    assert one == ("县城管局", "延长开放时间至24小时", "2026-05-01", [])


def test_what_is_numbered_behind_an_organ_and_a_colon_is_all_its_own():
    text = "县卫健局：1.为妇女免费开展“两癌”筛查2万人；2.建成标准化村卫生室30个；3.新增专家坐诊门诊5个。"
    assert [(owner, quantities) for owner, _, _, quantities in told(text)] == [("县卫健局", ["2"]), ("县卫健局", ["30"]), ("县卫健局", ["5"])]
    assert [one[1] for one in told("市住建局计划今年治理河道，整治180公里，年底前完成。")] == ["治理河道"]
