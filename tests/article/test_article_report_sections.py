"""（二）推进乡村振兴。新建…，创建…。: in a report what is done stands below the headings, not in them."""

from short_texts import deeds, found

REPORT = "政府工作报告\n——2026年1月8日在云溪县第十七届人民代表大会第一次会议上\n云溪县人民政府县长 张立\n二、2026年工作安排\n{}"


def test_the_clauses_below_a_heading_are_the_deeds():
    commitments = found(
        REPORT.format(
            "（一）聚力产业强县。推动60家企业完成技术改造。确保6月底前完成标准厂房20万平方米。\n"
            "（二）推进乡村振兴。新建高标准农田3万亩，创建美丽乡村6个。年内改造户厕3000座。\n（三）建设法治政府。严格落实规定。\n"
        )
    ).commitments
    assert [(one.agency_name, item.target_quantity, item.due) for one in commitments for item in one.items] == [
        ("云溪县人民政府", "60", None),
        ("云溪县人民政府", "20", "2026-06-30"),
        ("云溪县人民政府", "3", None),
        ("云溪县人民政府", "6", None),
        ("云溪县人民政府", "3000", "2026"),
    ]


def test_headings_that_name_a_deed_each_are_a_list():
    (one,) = found(
        REPORT.format("（一）农村供水提质工程。铺设管网80公里。\n（二）老旧小区改造工程。改造小区12个。\n（三）城乡公交一体化工程。更新车辆30台。\n")
    ).commitments
    assert [item.title for item in one.items] == ["农村供水提质工程", "老旧小区改造工程", "城乡公交一体化工程"]


def test_a_list_that_counts_its_headings_stays_one():
    (one,) = found(
        REPORT.format("今年我们将办好以下两件实事：\n（一）优化养老服务。新建食堂40个，改造住房1200户。\n（二）推进乡村振兴。新建农田3万亩，创建乡村6个。\n")
    ).commitments
    assert (one.declared_count, len(one.items)) == (2, 2)


def test_a_heading_has_no_day_of_another_sentence_than_its_figure():
    text = (
        "2026年重点工作\n（一）加快城市更新\n改造老旧小区30个。推进滨江路改造，10月底前完成。\n（二）提升教育质量\n新建学校3所。实验小学9月1日前投用。\n"
        "（三）守护健康\n新增床位500张，年底前开放。妇幼保健院9月底前启用。\n（四）兜牢保障。救助群众800人。预计11月底前完成。\n（五）绿化城市。新建公园6个。\n（六）便民出行。新增公交12条。\n完成时限：2026年10月底\n"
    )
    (one,) = found(text).commitments
    assert [(item.target_quantity, item.due) for item in one.items] == [("30", None), ("3", None), ("500", "2026-12-31"), ("800", "2026-11-30"), ("6", None), ("12", "2026-10-31")]


def test_a_section_with_a_figure_and_a_day_of_something_else_holds_deeds():
    text = "和平区2026年政府工作报告\n二、2026年重点工作\n（一）加快城市更新\n改造老旧小区30个。推进滨江路改造，10月底前完成。\n（二）守护健康\n新增床位500张。妇幼保健院年底前启用。\n"
    told = [(one.agency_name, one.theme, item.title, item.due) for one in found(text).commitments for item in one.items]
    assert told == [
        ("和平区人民政府", "加快城市更新", "改造老旧小区30个", None),
        ("和平区人民政府", "加快城市更新", "滨江路改造", "2026-10-31"),
        ("和平区人民政府", "守护健康", "新增床位500张", None),
        ("和平区人民政府", "守护健康", "妇幼保健院", "2026-12-31"),
    ]


OF_ONE_DEED_EACH = """石桥县政府工作报告（节选）
——2026年1月20日在石桥县第十八届人民代表大会第六次会议上
二、2026年重点工作
（一）在稳就业上下更大功夫。实施“归雁”返乡创业计划，年内新增创业主体600户。
（二）办好人民满意的教育。新增学位2850个。
（三）兜牢民生底线。改造乡镇敬老院8所。抓好涵盖就业、教育、出行六个领域的20件惠民实事。
"""


def test_the_sections_of_a_government_are_no_list_though_each_has_only_one_deed():
    told = [(one.agency_name, one.name, len(one.items)) for one in found(OF_ONE_DEED_EACH).commitments]
    assert told == [("石桥县政府", "“归雁”返乡创业计划", 1), ("石桥县政府", "新增学位2850个", 1), ("石桥县政府", "改造乡镇敬老院8所", 1), ("石桥县政府", "惠民实事", 0)]


def test_the_fields_over_which_a_list_goes_are_none_of_its_items():
    (one,) = found("县政府将抓好涵盖就业、教育、出行六个领域的20件惠民实事。").commitments
    assert (one.declared_count, one.fields, one.items) == (20, ("就业", "教育", "出行"), ())


POINTS = """今年，工会将继续办好10件职工普惠实事。
——在阵地建设上，市总工会投入580万元，新建户外劳动者驿站50个，9月底前全部挂牌。
——在技能提升上，将支持2000名农民工“求学圆梦”。
——在权益维护上，共建劳动争议调解中心，年底前实现县级全覆盖。
"""


def test_points_are_his_whom_the_first_of_them_names():
    told = [(one.agency_name, one.name) for one in found(POINTS).commitments]
    assert told[1:] == [("市总工会", name) for name in ("新建户外劳动者驿站50个", "支持2000名农民工“求学圆梦”", "共建劳动争议调解中心")]


def test_what_was_promised_and_done_is_done():
    for told in ("年初承诺的12件民生实事全部兑现。", "市政府去年确定的12件实事如期完成。"):
        assert found(told).commitments == ()
    for ahead in ("要确保12件民生实事全部兑现", "要让12件民生实事落地见效", "推进12件民生实事全部落地"):
        assert found(f"市政府{ahead}。").commitments, ahead


def test_a_place_so_many_metres_off_is_no_amount():
    (one,) = found("区交通局将在校门以东60米处增设信号灯1处。").commitments
    assert [item.target_quantity for item in one.items] == ["1"]


def test_what_a_heading_aims_at_was_not_yet_reached():
    text = "2026年工作安排\n（四）坚持绿色发展，在改善生态上取得{}成效\n市林业局新建湿地步道6公里。\n"
    assert [len(deeds(text.format(word))) for word in ("新", "显著")] == [1, 0]


def test_a_house_that_is_rebuilt_takes_no_amounts_of_others():
    text = "市文旅局今年将启动市少儿馆迁建，完成12座碉楼除险加固。"
    assert [(name, [title for title, *_ in items]) for _, name, _, items in deeds(text)] == [
        ("市少儿馆迁建", []),
        ("完成12座碉楼除险加固", ["完成12座碉楼除险加固"]),
    ]
