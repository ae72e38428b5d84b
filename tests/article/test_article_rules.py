"""Rules and services told by the form of their words, without number and day; and what only looks like them."""

import pytest
from short_texts import deeds, found, owners_of


@pytest.mark.parametrize(
    ("says", "name"),
    [
        ("市教育局全面推进本科生“导师制”", "本科生“导师制”"),
        ("市医保局推进医保缴费“一窗办”", "医保缴费“一窗办”"),
        ("省高级人民法院推进诉调对接“总对总”", "诉调对接“总对总”"),
        ("市数据局实施企业变更“一网通办”", "企业变更“一网通办”"),
        ("市住建局推广二手房“带押过户”", "二手房“带押过户”"),
        ("市登记中心全面推行“交地即交证”“验收即办证”", "“交地即交证”“验收即办证”"),
        ("市税务局落实“免申即享”", "“免申即享”"),
        ("市民政局推广“送餐到家”和“助浴上门”", "“送餐到家”和“助浴上门”"),
        ("市医院与县医院建立“绿色转诊通道”", "“绿色转诊通道”"),
        ("市总工会设立“户外劳动者驿站”", "“户外劳动者驿站”"),
        ("市公安局开辟“护学通道”", "“护学通道”"),
        ("市科技局设立“成果转化基金”", "“成果转化基金”"),
        ("市商务局搭建“产销对接平台”", "“产销对接平台”"),
        ("市交通运输局全面落实65岁以上老人免费乘车政策", "65岁以上老人免费乘车政策"),
        ("市教育局落实困难家庭学生资助政策", "困难家庭学生资助政策"),
        ("县卫健局落实农村妇女免费筛查制度", "农村妇女免费筛查制度"),
        ("市民政局落实残疾人护理补贴政策", "残疾人护理补贴政策"),
        ("市退役军人局落实军属优待政策", "军属优待政策"),
        ("市民政局把失独家庭纳入护理补贴范围", "失独家庭纳入护理补贴范围"),
        ("市医保局将门诊慢病统一纳入医保支付", "门诊慢病统一纳入医保支付"),
        ("市人社局将外卖员纳入工伤保险", "外卖员纳入工伤保险"),
        ("市教育局试行跨校区选课直播", "跨校区选课直播"),
        ("市图书馆试行夜间自助借阅", "夜间自助借阅"),
        ("市法院将在法学院设立巡回审判点", "巡回审判点"),
        ("市图书馆将改进座位预约系统", "座位预约系统"),
        ("市民政局联合市卫健委开展“健康进万家”主题实践", "“健康进万家”主题实践"),
        ("市教育局开展学生资助提升专项工作", "学生资助提升专项工作"),
        ("县政府将在年内为每个乡镇卫生院配齐彩超等设备", "为每个乡镇卫生院配齐彩超等设备"),
        ("市教育局年底前为每所学校配备急救设备", "为每所学校配备急救设备"),
    ],
)  # fmt: skip
def test_a_rule_or_a_service_is_told_by_its_form(says, name):
    assert [one[1] for one in deeds(f"{says}。")] == [name]


@pytest.mark.parametrize(
    "says",
    [
        "市教育局深入推进“双减”工作", "市纪委监委落实全面从严治党“两个责任”", "市委组织部推进年轻干部“导师制”", "市公安局推行“一线工作法”",
        "市应急管理局落实安全生产“一岗双责”", "市教育局推进作风“大转变”", "市住建局去年推行了农房建设“一证通办”", "市民政局此前已将20种病纳入医保报销",
        "市财政局将绩效管理纳入年度考核", "市信访局把信访工作纳入重要议事日程", "市统计局建立“一企一档”台账", "市税务局建立“青年突击队”",
        "市人社局贯彻落实就业优先政策", "市民政局落实好各项惠民政策", "市住建局起草汇报材料，预计下周上报", "市教育局为每名教师建立成长档案",
        "今年以来，市民政局为每个社区配备了健身器材", "各部门要推行“一窗通办”", "市农业农村局推进乡村治理“积分制”", "市检察院创建清廉机关",
        "市政务服务局已实现企业开办“一窗通办”", "市直机关工委开展党建提升专项工作", "“希望市医保局推进缴费‘一窗办’。”市民王先生说",
        "市文旅局创建文明单位", "去年，市教育局交流轮岗教师240名",
    ],
)  # fmt: skip
def test_how_an_office_works_and_what_is_over_is_no_rule(says):
    assert deeds(f"{says}。") == []


def test_the_day_from_which_a_rule_holds_is_its_day():
    (one,) = found("省医保局将32种罕见病用药纳入“双通道”管理，10月1日起执行。").commitments
    assert [(item.target_quantity, item.target_unit, item.due) for item in one.items] == [("32", "种", "2026-10-01")]


@pytest.mark.parametrize("making", ["研究制订", "制定", "起草", "修订"])
@pytest.mark.parametrize(("then", "due"), [("预计下半年出台", "2026-12-31"), ("计划6月底前印发", "2026-06-30"), ("将于9月1日起施行", "2026-09-01")])
def test_a_rule_in_the_making_is_due_when_it_is_to_appear(making, then, due):
    (one,) = found(f"市住房局正会同市人社局{making}过渡性租房补贴办法，{then}。").commitments
    assert (one.agency_name, one.name, [item.due for item in one.items]) == ("市住房局", "过渡性租房补贴办法", [due])


def test_what_a_place_gets_so_much_of_is_the_amount():
    assert deeds("市水务局为老城区126个片区更换供水管道98公里，10月底完工。")[0][3] == [("更换供水管道98公里", "98", "公里")]
    assert deeds("市教育局年底前为48所小学配备课桌椅1.6万套。")[0][3][0][1:] == ("48", "所")


@pytest.mark.parametrize("words", ["车驾管业务“就近办”“网上办”“预约办”3项举措", "“就近办”“网上办”“预约办”3项举措", "车驾管业务“就近办”、“网上办”、“预约办”3项举措"])
def test_quotes_side_by_side_are_members_whatever_stands_before_the_first(words):
    assert [title for title, *_ in deeds(f"市公安局推出{words}。")[0][3]] == ["就近办", "网上办", "预约办"]


def test_who_draws_up_a_list_is_named_without_the_list():
    assert owners_of("市应急管理局列出燃气管线、液化气瓶站等39项安全隐患清单，逐项销号。")[0][0] == "市应急管理局"


def test_a_row_in_the_noun_is_no_name_of_an_office():
    assert owners_of("市公安局实行医院、车管所数据“一键互通”。") == [("市公安局", "医院、车管所数据“一键互通”")]


@pytest.mark.parametrize(
    ("list_of", "count"),
    [("扶持措施8条", 8), ("惠企政策12条", 12), ("便民举措9项", 9), ("“暖企”措施8条", 8), ("惠企政策八条", 8), ("“暖企12条”", 12), ("“暖企八条”", 8)],
)
def test_what_a_list_says_is_no_rule_beside_it(list_of, count):
    assert [one[2] for one in deeds(f"市市场监管局出台{list_of}，对新登记企业给予最高30万元贴息。")] == [count]


@pytest.mark.parametrize("words", ["，到2027年使残疾人就业率达到85%", "，2027年底前残疾人就业率达到85%", "，力争残疾人就业率达到85%"])
def test_a_level_is_that_of_whom_the_sentence_names(words):
    assert ("市残联", "85") in [(one[0], item[1]) for one in deeds(f"市残联开展技能培训服务行动{words}。") for item in one[3]]


@pytest.mark.parametrize("between", ["12月底前向师生开放", "年底前对外开放", "6月底前全部投用"])
def test_what_stands_between_two_amounts_takes_none_of_them(between):
    told = deeds(f"市图书馆将建设悦读空间2处，{between}，同时改进座位预约系统、增加自习座位500个。")
    assert [title for one in told for title, number, _ in one[3] if number] == ["建设悦读空间2处", "增加自习座位500个"]
    assert "座位预约系统" in [one[1] for one in told]


@pytest.mark.parametrize("text", ["推行「夜间门诊」，9月1日起开放。", "6月底前，将「一网通办」事项扩大到300项。"])
def test_corner_quotes_are_quotes(text):
    assert deeds(f"市医保局{text}") == deeds(f"市医保局{text}".translate(str.maketrans("「」", "“”"))) != []


@pytest.mark.parametrize("when", ["从2026年春季学期起", "自115学年度起", "新学期起"])
def test_a_rule_from_a_term_on(when):
    assert [(owner, name) for owner, name, *_ in deeds(f"市教育局决定，{when}，将公办幼儿园保教费下调10%。")] == [("市教育局", "将公办幼儿园保教费下调10%")]


def test_a_service_that_does_not_rest():
    assert deeds("市公安局推行“周六不休息”。")[0][:2] == ("市公安局", "“周六不休息”")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市图书馆延长开放时间至晚上9点。", "延长开放时间至晚上9点"),
        ("市公交集团延长12条线路末班车时间至22时30分。", "延长12条线路末班车时间至22时30分"),
        ("县医院将门诊时间提前至7时30分。", "门诊时间提前至7时30分"),
        ("市教育局推行课后服务“5+2”模式，自秋季学期起实现全覆盖。", "课后服务“5+2”"),
        ("县医院推行门诊就医“1+3”模式。", "门诊就医“1+3”"),
        ("市城管局对城区坑洼路面实行动态清零。", "对城区坑洼路面实行动态清零"),
    ],
)
def test_the_hours_and_the_ways_of_a_service_are_rules(text, name):
    assert [one.name for one in found(text).commitments] == [name]


@pytest.mark.parametrize("text", ["市图书馆的讲座将开讲时间提前至9点。", "市局将会议时间提前至9点。", "县委推行基层党建“1+N”模式。", "市应急局对隐患台账实行动态清零管理。"])
def test_the_hours_and_the_ways_of_an_office_are_none(text):
    assert found(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("古井街道成立“红马甲”帮办队，为独居老人提供买菜、理发等上门服务。", "为独居老人提供买菜、理发等上门服务"),
        ("县残联组建助浴服务队，每周为重度残疾人提供洗澡、理发服务。", "每周为重度残疾人提供洗澡、理发服务"),
        ("市医院招募陪诊志愿者，为老年患者提供挂号、取药服务。", "为老年患者提供挂号、取药服务"),
    ],
)
def test_what_a_team_is_set_up_for_is_a_service(text, name):
    assert [one.name for one in found(text).commitments] == [name]


@pytest.mark.parametrize("text", ["县局成立工作专班，为企业提供要素保障。", "市公安局组织警力，为群众提供安全环境。", "县司法局组建宣讲队，为群众开展政策宣讲。", "市民政局成立服务队，已为老人提供理发服务300余次。"])
def test_what_an_office_sets_up_for_itself_or_has_done_is_none(text):
    assert found(text).commitments == ()


@pytest.mark.parametrize(("day", "name"), [("将每月15日确定为", "“局长接待日”"), ("把每周六定为", "“便民服务日”"), ("将每月第一周设为", "“巡回审判周”")])
def test_a_day_on_which_people_are_received_is_a_service(day, name):
    assert [one.name for one in found(f"县法院{day}{name}。").commitments] == [name]


@pytest.mark.parametrize("name", ["“主题党日”", "“全民读书日”", "“机关学习日”", "“宣传周”"])
def test_a_day_of_study_is_none(name):
    assert found(f"县法院将每月5日定为{name}。").commitments == ()


@pytest.mark.parametrize(
    "does", ["每周五晚举办亲子共读活动", "每月组织专家到村开展义诊", "每周六在人民广场举办招聘会", "每季度开展法官接访", "每周三提供理发服务", "每周三到各村巡诊"]
)
def test_what_comes_again_and_again_is_a_service(does):
    assert [one.name for one in found(f"县总工会{does}。").commitments] == [does]


@pytest.mark.parametrize("does", ["每周开展业务学习活动", "每月开展作风督查活动", "每月组织主题党日活动", "每季度召开工作例会", "每月开展安全检查服务"])
def test_what_an_office_repeats_for_itself_is_none(does):
    assert found(f"县总工会{does}。").commitments == ()


@pytest.mark.parametrize(("name", "kept"), [("护学岗", True), ("图书角", True), ("亲子小屋", True), ("党员先锋岗", False), ("责任岗", False)])
def test_a_post_that_serves_people_is_one(name, kept):
    assert [one.name for one in found(f"县公安局设立“{name}”。").commitments] == ([f"“{name}”"] if kept else [])


def test_a_promise_by_its_name_is_one():
    assert [one.name for one in found("县水务局公布“一号对外”承诺：2小时到场。").commitments] == ["“一号对外”承诺"]


@pytest.mark.parametrize(
    "text",
    [
        "市人民医院推行“一次挂号管三天”，患者三天内复诊无需再次挂号。",
        "市公交公司推行“定制快线”，学生凭卡可直达校门。",
        "县税务局推出“容缺受理”，企业只需补交材料。",
    ],
)
def test_what_people_get_by_a_name_makes_it_a_service(text):
    assert [one.name for one in found(text).commitments] == [text[text.index("“") : text.index("”") + 1]]


@pytest.mark.parametrize("text", ["县委推行“一线工作法”，群众只需打个电话。", "县纪委推行“三色预警”，压实责任。", "县局推行“首问负责制”，群众可监督。"])
def test_a_way_of_working_by_a_name_is_none(text):
    assert [one.name for one in found(text).commitments if "“" in one.name] == []


@pytest.mark.parametrize("thing", ["为全市13岁女生免费接种疫苗", "为听障儿童免费适配助听器", "为困难家庭免费更换老旧水表"])
def test_what_is_free_for_all_of_them_is_a_service(thing):
    assert [one.name for one in found(f"市疾控中心{thing}。").commitments] == [thing]


@pytest.mark.parametrize("text", ["市疾控中心已为女生免费接种疫苗3万人。", "市疾控中心的报告厅，由志愿者为老人免费提供茶水。"])
def test_what_others_give_or_was_given_is_none(text):
    assert found(text).commitments == ()
