"""Which things are promised, and by whom, does not hang on what they are called."""

import pytest

from tracker.article import extract

# What offices of all kinds do for people. 宣传 and 教育 are left out: of them some are study.
THINGS = """
未成年人保护 未来社区建设 不动产登记 不见面审批 不停电作业 家庭养老床位 社区助餐 探访关爱 困境儿童关爱 残疾人托养
康复辅具租赁 殡葬惠民 婚俗改革 法律援助 公证惠民 人民调解 社区矫正 医疗救助 门诊统筹 异地就医直接结算 长期护理保险
家庭医生签约 两癌筛查 学位扩容 课后服务 校园餐提质 校车安全 就近入学 集团化办学 职业培训 就业援助 零工市场
技能提升 创业担保贷款 欠薪治理 社保卡一卡通 退休一件事 出生一件事 企业开办 水电气联办 证照分离 跨省通办 一网通办
政务服务进园区 惠企政策直达 融资对接 首贷服务 减税降费 税费辅导 电力保障 供热管网改造 燃气管网更新 老旧小区改造
加装电梯 危房改造 公租房保障 物业服务提升 房产证办理 住房公积金提取 停车设施建设 背街小巷整治 公厕提标 垃圾分类
黑臭水体治理 口袋公园 绿道建设 城市照明 断头路打通 公交优化 农村客运 农村公路 桥梁加固 交通组织优化 路口渠化
道路安全 护学岗 治安巡防 户籍办理 身份证办理 出入境便利 消防通道 电动车充电 充电桩建设 安全生产 隐患排查 应急避难
防汛排涝 气象预警 地质灾害防治 饮水安全 农村供水 灌区改造 水库除险加固 河湖治理 高标准农田 农机购置 种业振兴
农产品质量 农业保险 乡村治理 人居环境 厕所革命 和美乡村 特色产业 电商进村 消费帮扶 驻村帮扶 防返贫监测 生态修复
国土绿化 林长制 湿地保护 大气治理 噪声整治 秸秆禁烧 土壤修复 碳汇交易 科技特派员 成果转化 知识产权保护 质量提升
食品安全 药品监管 特种设备 计量惠民 价格监测 放心消费 文化惠民 全民阅读 图书馆延时 博物馆夜游 非遗传承 电影放映
全民健身 体育场馆开放 健身步道 旅游厕所 景区预约 拥军优抚 退役军人就业 烈士褒扬 老兵之家 青年驿站 青少年活动
志愿服务 妇女儿童 家庭教育 婚姻家庭辅导 工会驿站 职工疗休养 劳模关爱 困难职工帮扶 暖心助学 金秋助学 春风行动
寒假托管 暑期托管 前置审批 后备干部 会展服务 学前教育 学生近视防控 研学实践 展馆开放 已故人员档案 全过程咨询
去产能 上门服务 先诊疗后付费 免费WiFi 无障碍改造 统计服务 档案查询 民族团结 宗教场所 信访代理 审计监督
数据共享 信用修复 招标投标 招商引资 口岸通关 外贸稳定 物流降本 粮食安全 能源保供 节能改造 绿色出行
""".split()  # noqa: SIM905 a literal would be a line a word

# Frames for a thing and two of its neighbours, and what the one commitment of each is to be.
FRAMES = {
    "open": ("市民政局推出{}、{}、{}等9项惠民举措。", lambda one, thing: (one.declared_count, len(one.items)) in ((9, 3), (9, 0))),
    "closed": ("市民政局实施{}、{}、{}三大工程。", lambda one, thing: one.declared_count == len(one.items) == 3),
    "scheme": ("今年，市民政局将实施{}工程。", lambda one, thing: thing in one.name),
    "dated": ("市民政局将推进{}，2031年6月底前完成。", lambda one, thing: thing in one.name and str(one.due) == "2031-06-30"),
    "quoted": ("市民政局将开展“{}”专项行动。", lambda one, thing: thing in one.name),
    "numbered": ("市民政局今年将办好以下实事：\n1.{}。年底前完成12个点位。\n2.{}。覆盖30个社区。\n3.{}。\n", lambda one, thing: len(one.items) == 3),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_any_thing_is_promised_alike(frame):
    text, is_right = FRAMES[frame]
    wrong = []
    for number, thing in enumerate(THINGS):
        others = THINGS[(number * 7 + 3) % len(THINGS)], THINGS[(number * 11 + 5) % len(THINGS)]
        found = extract(text.format(thing, *others)).commitments
        if len({thing, *others}) == 3 and not (len(found) == 1 and found[0].agency_name == "市民政局" and is_right(found[0], thing)):
            wrong.append((thing, *others))
    assert wrong == []


OWNERS = """
市民政局 市卫生健康委 市卫健委 市卫生健康委员会 省教育厅 市住房和城乡建设局 市住建局 区城市管理局 区城管执法局
市城市管理行政执法局 市综合行政执法局 县水利局 市水务局 市生态环境局 区应急管理局 市市场监督管理局 市市场监管局
市人力资源和社会保障局 市人社局 市医疗保障局 市医保局 市公安局 市公安局交警支队 县公安局交警大队 市消防救援支队
市交通运输局 市交通局 市公路事业发展中心 市发展改革委 市发展和改革委员会 市发改委 市工业和信息化局 市工信局 市科技局
市财政局 市审计局 市统计局 市税务局 国家税务总局丰州市税务局 市司法局 市人民检察院 市中级人民法院 市委政法委
市委宣传部 市委组织部 市委统战部 市委网信办 市直机关工委 市纪委监委 市总工会 团市委 共青团丰州市委 市妇联 市残联
市科协 市文联 市侨联 市工商联 市红十字会 市慈善总会 市关工委 市文化广电和旅游局 市文旅局 市文广旅局 市体育局
市图书馆 市博物馆 市文化馆 市档案馆 市退役军人事务局 市退役军人局 市乡村振兴局 市农业农村局 市农业农村委 市林业局
市林业和草原局 市园林绿化局 市园林局 市自然资源和规划局 市自然资源局 市规划和自然资源局 市行政审批服务局 市行政审批局
市政务服务中心 市政务服务和大数据管理局 市政务服务数据管理局 市大数据局 市数据局 市信访局 市机关事务管理局
市机关事务服务中心 市商务局 市投资促进局 市金融办 市地方金融监管局 市国资委 市粮食和物资储备局 市气象局 市地震局
市邮政管理局 市烟草专卖局 市通信管理局 市住房公积金管理中心 市公积金中心 市城投集团 市水务集团 市公交集团 市公交公司
市燃气集团 市热力公司 市自来水公司 国网丰州供电公司 丰州供电公司 中国移动丰州分公司 丰州移动公司 中国邮政丰州市分公司
市第一人民医院 市中医医院 市妇幼保健院 市疾控中心 市急救中心 丰州学院 丰州职业技术学院 市实验小学 市仲裁委
市公共资源交易中心 市供销社 市供销合作社 市红旗街道办事处 红旗街道 城关镇 城关镇人民政府 青山乡政府 河西区
河西区政府 河西区人民政府 丰州市 丰州市人民政府 市政府 县人民政府 区委区政府 高新区管委会 经开区管委会
丰州经济技术开发区管委会 景区管委会 市人大常委会办公室 市政协办公室 市委办公室 市政府办公室 省市场监管局
省药品监督管理局 省高速公路集团 市地铁集团 市轨道交通集团 市文旅集团 市交投集团 市教体局 市教育体育局 县教科体局
县卫生健康和体育局 县民政和退役军人事务局 盟教育局 旗住建局 自治区民政厅 州林草局 州生态环境局 兵团民政局 师市教育局
市委老干部局 市委党校 市总工会职工服务中心 市妇女儿童活动中心 市社保中心 市医保中心 市不动产登记中心 市车管所
市出入境管理局 市边检站 丰州海关 市供热办 市公用事业局 市信用中心 市国有资产监督管理委员会 市对外贸易局 市再生资源集团
市有线电视台 市少年宫 市公路段 市农商行 城关派出所 如皋市教育局 日照市教育局 如东县民政局 从化区水务局 于都县住建局
市场监管部门 教育部门 市城管部门 公安交管部门 住建部门
""".split()  # noqa: SIM905 a literal would be a line a word

_ROUNDUP = "各部门晒清单\n今天，请各部门谈谈今年怎么干。\n"
SAID_OF = {
    "subject": "今年，{}将改造公厕12座，年底前完成。",
    "of a list": "{}推出上门体检、夜间门诊、用药指导等9项惠民举措。",
    "of a set": "{}聚焦群众期盼，实施“暖心”“清源”“护航”三大工程。",
    "charged": "新建口袋公园12座，由{}牵头。",
    "in brackets": "今年办好以下实事：\n1.新建口袋公园12座。（责任单位：{0}）\n2.改造公厕20座。（责任单位：{0}）\n",
    "label": "民生实事项目\n1.新建口袋公园12座。\n牵头单位：{0}\n2.改造公厕20座。\n牵头单位：{0}\n",
    "heading with a slogan": _ROUNDUP + "■{}：把好事办好\n今年新建口袋公园12座。\n",
    "numbered heading": _ROUNDUP + "一、{}\n今年新建口袋公园12座。\n",
    "heading with a colon": _ROUNDUP + "{}：\n今年新建口袋公园12座。\n",
    "heading in brackets": _ROUNDUP + "【{}】\n今年新建口袋公园12座。\n",
    "speaks": "{}有关负责人表示，今年将新建口袋公园12座。",
    "has the word": _ROUNDUP + "{}负责人：今年我们将新建口袋公园12座。\n",
    "was heard from": "记者从{}获悉，今年将新建口袋公园12座。",
    "later in the sentence": "一年之计在于春，{}计划新建口袋公园12座。",
    "with another": "{}联合市体彩中心新建口袋公园12座，年底前开放。",
    "also": "此外，{}还将新建口袋公园12座。",
}


@pytest.mark.parametrize("frame", SAID_OF)
def test_any_owner_is_found_alike(frame):
    wrong = []
    for owner in OWNERS:
        found = extract(SAID_OF[frame].format(owner)).commitments
        named = {name for one in found for name in (one.agency_name, *(item.lead_agency for item in one.items)) if name}
        if not found or named != {owner}:
            wrong.append((owner, sorted(named)))
    assert wrong == []


DOINGS = """
秉持“便民”理念 铺开新摊子 打响春季攻势 念好服务经 唱响主旋律 敲定时间表 张榜公布 铺排任务 策划周密 遴选试点 拟妥方案 着手解决难题 抽调骨干 贯彻落实 赓续前行 因地制宜 多措并举
主动作为 靠前服务 下足功夫 瞄准痛点 直面问题 盯紧目标 抢抓机遇 锚定目标 紧盯需求 回应关切 倾听民声 顺应期盼 从小处着手 以需求为导向 以“微服务”为切口 把群众放在心上 将目光投向社区
对照清单 根据安排 按照部署 结合实际 为方便群众 为了便民 在走访中发现问题 在前期摸排基础上 经过摸底 经研究 通过调研 依托平台 借力数字化 拿出真金白银 给出时间表 亮出承诺 晒出账本
交出答卷 许下承诺 立下军令状 吹响号角 按下快进键 跑出加速度 再出新招 又添新举措 还有新打算 更进一步 同步发力 双管齐下 一手抓建设 率先破题 先行先试 精准施策 对症下药 整合资源 统筹资金
争取资金 拨付专款 加码投入 追加预算 追求实效 注重实效 突出重点 坚守初心 践行宗旨 力求实效 期望改善 有意改善 有信心 表态 坦言 透露 预告 宣示 承认不足 反思问题 汲取教训 吸取经验
借鉴经验 学习先进 不等不靠 不遗余力 不断完善 毫不松懈 全线出击 全员上阵 上下联动 内外兼修 前移关口 后续跟进 持之以恒 常抓不懈 久久为功 蹄疾步稳 快马加鞭 马不停蹄 乘势而上 顺势而为
应势而动 想方设法 千方百计 齐心协力 闻令而动 因势利导 用心用情 用足政策 用好资金 让利于民 让数据多跑路 使出实招 变坐等为上门 化被动为主动 改作风 转变思路 换位思考 定下目标 锁定目标
圈定范围 划定路线 排定日程 商定方案 议定事项 选准路径 找准症结 摸清底数 理清思路 厘清责任 压实责任 扛牢责任 担起责任 肩负重任 身体力行 走街串巷 沉到一线 深入一线 下沉社区 进驻园区
驻点办公 蹲点调研 逐户走访 挨家挨户摸排 分片包干 分类施策 分步实施 分批推进 滚动推进 挂图作战 倒排工期 抢抓工期 加班加点 日夜奋战
""".split()  # noqa: SIM905 a literal would be a line a word


@pytest.mark.parametrize("owner", ["市医保局", "工务局", "邓州市", "市供电公司"])
def test_an_owner_is_a_subject_whatever_it_does(owner):
    text = "县税务局去年新建车库3座。{}{}，今年将新建公园5个。"
    assert [doing for doing in DOINGS if [one.agency_name for one in extract(text.format(owner, doing)).commitments] != [owner]] == []


TIMES = """
下月起 下周起 下个采暖季前 下季度 本季度内 一个月内 三年内 半年内 未来三年 供暖季前 冬季来临前 春运前 秋收前 新学期 秋季学期 周末 节前 年前 年末前 岁末 第三季度 60个工作日内 十天内 十五五期间 近期
自下月起 自本月起 日内 当年 年底前 9月底前 明年6月前 2026年 国庆前 9月起
""".split()  # noqa: SIM905


@pytest.mark.parametrize("mark", "，；")
@pytest.mark.parametrize("owner", ["市供热办", "市图书馆", "河西区", "工务局", "住建部门"])
def test_an_owner_behind_another_is_a_subject_whenever_it_does(owner, mark):
    text = "市水务局将新建泵站3座{}{}{}改造换热站40座。"
    found = {time: [one.agency_name for one in extract(text.format(mark, owner, time)).commitments] for time in TIMES}
    assert {time: owners for time, owners in found.items() if owners != ["市水务局", owner]} == {}


@pytest.mark.parametrize("owner", ["有关部门", "相关部门", "各职能部门"])
def test_departments_of_no_field_are_no_owner(owner):
    assert owner not in [one.agency_name for one in extract(f"{owner}将新建公园5个，年底前完成。").commitments]
