"""Cleaning can be undone, and cleaning twice is cleaning once."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.article import clean
from tracker.article.layout import unwrapped

PIECES = st.sampled_from(
    ["發(fā)", "发(fa)", "发(fa1)", "习【xí】", "(jiào yù)", "學(xué)習(xí)", "(交地)", "(ITS)", "計畫", "甚麼", "著力", ",", "，，", "。。", ".", ":", '"', "“", "”", "「", " ", "　"]
    + ["\n", "\r\n", "\x0c", "12", "104", "年", "3 月", "<p>", "</p>", "<br/>", "&nbsp;", "&lt;p&gt;", "<!-- x -->", "<script>", "<ol>", "</ol>", "<ul>", "<li>", "</li>", "<li><a>"]
    + ["市育局", "1.", "一、", "（一）", "后；", "裏", "京ICP备123号-1", "县（区）", "3 0 0个", "二○二八年", "责任单位 市", "打印\n", "市里还将新建十个"]
    + ["版权所有", "责任编辑：甲", "\n相关新闻：\n", "甲乙\n", "丙丁。\n", "\u202e", "\u200b", "\x00", "◆■", "項", "项", "ABC", "5,000", "３０", "％", "（", "）", "(", ")"]
)
NOISE = st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join)


@given(NOISE)
@example("12\n13\n年度")
@example('"一“二"三”')
@example("<p>&lt;p&gt;&amp;lt;br&gt;</p>")
@example("中(fā)(fā) (fā)，")
@example("1.市育局。 京ICP备123号-1")
@example("一、市育局.后;）(yī:(xi)")
@example('一、市育局."（」fā)<b>（裏')
@example("县（区）(ù).")
@example(").0 0个")
@example("。\n来源：\n\n相关链接")
def test_cleaning_twice_equals_cleaning_once(raw):
    once = clean(raw).text
    assert clean(once).text == once


@given(NOISE)
def test_every_character_knows_its_place(raw):
    cleaned = clean(raw)
    assert len(cleaned.text) == len(cleaned.offsets)
    assert all(a <= b for a, b in zip(cleaned.offsets, cleaned.offsets[1:], strict=False))
    assert all(0 <= place < len(raw) for place in cleaned.offsets)
    for place in range(len(cleaned.text)):
        start, end = cleaned.raw_span(place, place + 1)
        assert 0 <= start < end <= len(raw)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("高質量發(fā)展", "高质量发展"),
        ("推行「一『網』通辦」", "推行“一‘网’通办”"),
        ("黨史學(xué)習(xí)教育", "党史学习教育"),
        ("交房(交地)即發(fā)證", "交房(交地)即发证"),
        ("系統(ITS)、人工智能(AI)、應用(app)", "系统(ITS)、人工智能(AI)、应用(app)"),
        ("教育(jiào yù)廳、行(háng/xíng)業、習近平(Xí Jìnpíng)", "教育厅、行业、习近平"),
        ("教育（jiàoyù）、發【fā】、發［fā］、發〔fā〕、女(nü)", "教育、发、发、发、女"),
        ("發(ｆā)、發(fa\u0304)展、發( fā )展", "发、发展、发展"),
        ("学(xue2)习(xi2)、教育(jiao4 yu4)", "学习、教育"),
        ("發(fā)展、教育(jiaoyu)、儿(er)童、人工智能(ai)、应用(app)", "发展、教育、儿童、人工智能(ai)、应用(app)"),
        ("发(fa)展、学(xue)习、教育(jiao yu)", "发展、学习、教育"),
        ("项目(EPC)、(PPP)、应用（APP）、苏通卡(sutong)、平台(wifi)", "项目(EPC)、(PPP)、应用（APP）、苏通卡(sutong)、平台(wifi)"),
        ("面积(m2)、碳(co2)、颗粒物(pm2.5)、等级(a2)、等级(lv3)", "面积(m2)、碳(co2)、颗粒物(pm2.5)、等级(a2)、等级(lv3)"),
        ("黨組(黨委)、第(a)款", "党组(党委)、第(a)款"),
        ("推進,落實;好:是?對!", "推进，落实；好：是？对！"),
        ("共1,097人,比例3:2", "共1,097人，比例3:2"),
        ("增設 50 所 托嬰中心", "增设50所托婴中心"),
        ("Pop Up 城市", "Pop Up城市"),
        ("１０５年，５０％", "105年，50%"),
        ("改革推進,，落實。，", "改革推进，落实。"),
        ('开展"送岗位"行动', "开展“送岗位”行动"),
        ('实施"甲项目”和“乙项目"', "实施“甲项目”和“乙项目”"),
        ("◆人■口★发展", "人口发展"),
        ("一\u202e二\u200b三\x07", "一二三"),
        ("計畫、甚麼、顯著、著力、規畫", "计划、甚么、显著、着力、规划"),
        ("新 建 助 餐 点 3 0 0 个", "新建助餐点300个"),
        ("管网 4 5 公里、井盖1 200座", "管网45公里、井盖1200座"),
        ("第 1 2 3 列", "第1 2 3列"),
        ("（一）某县住建局。老旧小区年底前全部完工。", "（一）某县住建局：老旧小区年底前全部完工。"),
        ("显著、著作、什么、后勤", "显著、著作、什么、后勤"),  # already Simplified: left alone
        ("正文。\n责任编辑：张三\n某网 版权所有 某ICP备0号", "正文。"),
        ("之重要\n12\n指標", "之重要\n指标"),
        ("，\n104\n年3月竣工", "，\n104\n年3月竣工"),
    ],
)
def test_cleans(raw, text):
    assert clean(raw).text.strip("\n") == text


def test_a_quote_is_found_back_verbatim():
    raw = "推動自然資源,發(fā)展“共繪蘇鄉(xiāng)”規(guī)劃"
    cleaned = clean(raw)
    start = cleaned.text.index("共绘")
    begin, end = cleaned.raw_span(start, start + len("共绘苏乡”规划"))
    assert raw[begin:end] == "共繪蘇鄉(xiāng)”規(guī)劃"


def test_a_saved_page_keeps_only_its_words():
    raw = (
        "<html><head><title>题</title><script>x='<p>10项</p>'</script></head><body><!-- 9项 -->"
        "<p>办好<b>5项</b>&ldquo;实事&rdquo;&nbsp;&lt;b&gt;</p><style>p{}</style><div>第二\n段</div>"
    )
    text = clean(raw).text
    assert "办好5项“实事”＜b＞" in text
    assert "第二段" in text
    assert "<" not in text and "10项" not in text and "9项" not in text


def test_an_unclosed_script_hides_nothing_after_it():
    assert "正文" in clean("<body><p>甲</p><script>" + "正文").text


def test_lines_broken_by_a_page_are_joined_and_headings_are_not():
    raw = (
        "二、樂活城市\n(一) 婦女權益\n為能照顧本市婦女權益，本府將設置婦女發展中心，結合社區及婦\n女團體力量，同時擴大辦理成長教育課程，促進婦女成長與公\n"
        "共參與，提升能量及視野，朝向性別平等的城市邁進，讓每一位\n12\n女性都能安心。\n1、推動學苑\n104 年度將結合社區大學延續婦女成長課程，於各區辦理巡迴駐\n點諮詢服務。\n"
    )
    lines = unwrapped(clean(raw)).text.split("\n")
    assert "1、推动学苑" in lines and "(一)妇女权益" in lines
    assert any(line.endswith("让每一位女性都能安心。") for line in lines)
    assert any("巡回驻点咨询服务。" in line for line in lines)


def test_a_list_of_names_without_full_stops_is_not_joined():
    raw = "\n".join(f"某某道路第{n}标段改造提升工程项目" for n in range(20))
    assert unwrapped(clean(raw)).text.count("\n") == 19


BODY = "省教育厅将新建幼儿园20所，年底前完成。"


@pytest.mark.parametrize(
    "around",
    [
        "\n相关新闻：\n· 省卫健委将新建托育机构30家\n\n2.省民政厅推出十项举措\n更多>>\n",
        "\n【相关阅读】\n省卫健委将新建托育机构30家",
        "\n热点推荐\n省卫健委推出十项举措\n猜你喜欢\n省水利厅推进五项行动\n",
        "（责任编辑：张三）\n省卫健委新建托育机构30家\n省民政厅实施养老服务八大工程\n",
        "\n责任编辑：张三\n省卫健委新建托育机构30家\n",
    ],
)
def test_headlines_of_other_articles_are_furniture(around):
    assert clean(BODY + around).text.strip().removesuffix("（责任编辑：张三）") == BODY


@pytest.mark.parametrize(
    "advertised",
    [
        "限时优惠:报名考公培训班立减2000元,仅剩3个名额",
        "點擊下載APP看更多新聞",
        "广告：某某汽车全新上市，400-888-8888",
        "【推广】新品家电送到家",
        "扫码关注公众号，领取复习资料",
        "长按二维码添加微信，立即咨询",
        "[猜你喜欢]你家小区要改造了吗？50个小区名单公布",
    ],
)
def test_advertising_is_furniture(advertised):
    assert clean(f"惠民消息\n{advertised}\n{BODY}").text == f"惠民消息\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "消费券满100元减30元",
        "三、扫码领取就诊号",
        "限时办结企业诉求",
        "县文旅局：优惠发放旅游年票2万张",
        "公交票价5折优惠",
        "整治违规户外广告",
        "省总工会推出掌上服务，点击下载APP即可报名。",
        "仅剩3个项目未开工",
    ],
)
def test_what_only_looks_like_advertising_stays(line):
    assert line in clean(f"惠民消息\n{line}\n{BODY}").text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("责任编辑：张三\n省卫健委新建托育机构30家\n" + BODY, "省卫健委新建托育机构30家"),  # a headline below a byline
        (BODY + "\n编辑：张三\n省政府办公厅\n2024年3月1日", "省政府办公厅\n2024年3月1日"),  # who signs
        (BODY + "\n责任编辑：张三\n附：清单\n1.新建托育机构30家", "1.新建托育机构30家"),
        (BODY + "\n相关链接\n1.新建托育机构30家", "1.新建托育机构30家"),  # what a newspaper prints beside its article
        (BODY + "\n相关新闻\n省民政厅推出十项举措\n省卫健委将新建托育机构30家。", "省卫健委将新建托育机构30家。"),
        ("热点推荐\n省卫健委民生实事\n" + BODY, "省卫健委民生实事"),
        (BODY + "\n省卫健委相关新闻发布要求新建托育机构30家", "省卫健委相关新闻发布"),
    ],
)
def test_what_only_looks_like_furniture_stays(raw, kept):
    assert kept in clean(raw).text and BODY in clean(raw).text


@pytest.mark.parametrize(
    "unseen",
    [
        "<nav>甲</nav>",
        "<div style='color:red; Display : None'><div>甲</div>乙</div>",
        "<div hidden>甲</div>",
        '<div aria-hidden="true">甲</div>',
        "<ASIDE class=x>甲<p>乙</p></ASIDE>",
        "<footer>甲</footer>",
        '<div role="navigation">甲</div>',
        "<ul><li hidden>甲<li>丙</ul>",
        "<template>甲</template>",
        "<span hidden>甲</span>",
        '<div class="sidebar"><h3>甲</h3><p>乙</p></div>',
        "<div id=right_related><h3>甲</h3></div>",
        '<ul><li><a href="/1.html">甲</a></li><li class=x> <a>乙</a> <span>03-05</span></li></ul>',
    ],
)
def test_what_a_browser_does_not_show_or_prints_around_an_article_is_not_read(unseen):
    text = clean(f"<body>{unseen}<p>正文<ruby>發<rt>fā</rt></ruby>展</p></body>").text
    assert "甲" not in text and "乙" not in text and "正文发展" in text


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="hidden md:block" style="overflow:hidden">甲</div>',
        '<div style="visibility: hidden" id="js_content">甲</div>',  # until a script shows it
        '<input type="hidden" value="x">甲',
        '<div style="display:none"><p>甲</p></div>',  # the only words of the page
        "<div hidden><p>甲</p>",
        '<header>甲</header>',
        '<div class="related"><h1>甲</h1></div>',
        '<div class="hot">甲</div>',
        "<ul><li>甲，见<a>乙</a></li></ul>",
        "<ul><li><a>甲</a>的说明</li></ul>",
    ],
)
def test_what_may_be_shown_is_read(shown):
    assert "甲" in clean(f"<body>{shown}</body>").text


SENTENCE = "省卫健委今年将新建普惠托育机构20家，改造乡镇卫生院30家，12月底前全部完成，切实解决群众反映强烈的问题。"


@pytest.mark.parametrize("width", [20, 22, 25, 30, 40])
@pytest.mark.parametrize("before", ["", "某省民生实事项目公布\n", "省教育厅今年推出12项便民举措。\n"])
def test_a_few_broken_lines_are_joined_too(width, before):
    raw = before + "\n".join(SENTENCE[place : place + width] for place in range(0, len(SENTENCE), width))
    assert unwrapped(clean(raw)).text == before + SENTENCE


@pytest.mark.parametrize(
    "raw",
    [
        "省教育厅推出学生减负、教师减压，共三项行动\n省商务厅推进稳外贸、稳外资，共三项行动\n都已公布。",
        "新建幼儿园20所，年底前完成\n1.新建托育机构30家，年内完成\n2.改造卫生院。",
        "省教育厅推四项行动，助力学生减负\n四项行动是学生减负、教师减压、教育公平、近视防控，由各地组织实施，年底前见效。",
        "新建幼儿园20所，年底前完成\n新建卫生院20所，年底前完成",
    ],
)
def test_a_few_lines_of_their_own_are_not_joined(raw):
    assert unwrapped(clean(raw)).text == raw


def test_a_number_alone_goes_with_what_it_numbers():
    raw = "1.\n新建幼儿园20所。\n2.\n\n改造操场30个。\n（三）\n保障\n一、\n总体"
    assert unwrapped(clean(raw)).text == "1.新建幼儿园20所。\n2.改造操场30个。\n（三）保障\n一、总体"


def test_the_head_of_every_page_is_furniture():
    page = "\n— {} —\n某市教育局文件\n"
    raw = "新建学校5所，新增学位900个，改" + page.format(1) + "造操场9个。\n开设班级" + page.format(2) + "12个。\n— 3 —\n某市教育局2026年2月2日印发"
    text = clean(raw).text
    assert "文件" not in text and "2026年2月2日印发" in text


def test_a_cell_below_the_number_of_its_row_is_no_head_of_a_page():
    """A table that was copied with each of its cells in a line."""
    rows = [("市教育局", "新建学校5所，12月底前完成。"), ("市教育局", "改造操场9个，10月底前完成。"), ("市民政局", "新建助餐点30个，年底前完成。"), ("市民政局", "改造敬老院2所，年底前完成。")]
    text = clean("\n".join(f"{number}\n{owner}\n{deed}" for number, (owner, deed) in enumerate(rows, 1))).text
    assert text.split("\n") == [cell for row in rows for cell in row]
    page = "开设班级12个，" * 60
    assert "公报" not in clean("\n".join(f"{page}\n{number}\n某市人民政府公报\n" for number in (1, 2, 3)) + page).text


def test_broken_lines_among_many_short_ones_are_joined():
    long = ["1.筹集住房1200套，重点面向环卫工人、快递骑手和新就业大学生。", "2.会同有关部门开展瓶装燃气、老旧电梯、外墙脱落三项整治的工作。", "3.改造小区86个，沿线道路、管网、停车场都要一并整治，提升水平。"]
    short = [f"{number}.拆除危房{number}栋。" for number in range(1, 25)]
    lines = short + [part for line in long for part in (line[:28], line[28:])]
    assert unwrapped(clean("\n".join(lines))).text.split("\n") == short + long
    bare = [line.removesuffix("。") for line in lines]  # as a list often has it
    assert unwrapped(clean("\n".join([*bare, "30.拆除危房1栋"]))).text.split("\n") == [line.removesuffix("。") for line in short + long] + ["30.拆除危房1栋"]
    assert unwrapped(clean("\n".join(lines[:-2]))).text.split("\n") == lines[:-2]  # two such lines may be lines of their own


def test_lines_of_a_poster_that_are_as_long_as_each_other_are_not_joined():
    deeds = "市教育局新建学校5所、改造操场9个、新增学位900个\n市民政局新建助餐点30个、改造敬老院3所、新增床位\n市水利局疏浚河道12公里、建设泵站2座、新建水库1座\n市交通局改造道路12公里、新建桥梁3座、安装路灯百盏"
    assert unwrapped(clean(deeds)).text == deeds
