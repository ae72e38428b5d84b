"""Days of the text: which may be a deadline, and which are over or an event's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.article import extract
from tracker.article.words import FUTURE

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "article.txt"
PUBLISHED = date(2021, 6, 10)
OF_EVENTS = """\
5月14日，市文旅局联合两区文旅局举行“书香到家”启动仪式，首批启动实施的17个阅读项目惠及社区居民。
5月14日，市文旅局举行启动仪式，将建设书房20个。
5月20日，市民政局召开推进会，计划新建助餐点30个。
6月8日，记者从市教育局获悉，市教育局将新建学校20所。
6月1日，市卫健委启动“护苗行动”，计划为2万名儿童免费筛查。
5月31日，市交通局推出10项便民举措，将开通公交线路5条。
6月5日上午，市农业农村局举办开工仪式，计划改造农田5000亩。
5月18日，市残联在人民广场举行仪式，市残联将为900名残疾人适配辅具。
""".splitlines()


def dues(raw: str, published: date | None) -> set[str | None]:
    found = extract(raw, (), published).commitments
    assert found
    return {part.due for one in found for part in (one, *one.items)}


@pytest.mark.parametrize("sentence", OF_EVENTS)
@pytest.mark.parametrize("published", [PUBLISHED, date(2021, 5, 1), None])
def test_the_day_of_an_event_is_no_deadline(sentence, published):
    """Neither where the day of publication is known nor where the text tells only its year."""
    assert dues(sentence if published else f"2021年惠民消息\n\n{sentence}", published) == {None}


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("5月底前，市水务局将完成管网改造12公里。", None),
        ("6月10日前，市水务局将完成管网改造12公里。", None),
        ("6月11日前，市水务局将完成管网改造12公里。", "2021-06-11"),
        ("市水务局将改造管网12公里，自5月1日起执行。", None),
        ("年底前，市园林局将新建公园6个。", "2021-12-31"),
        ("今年，市园林局将新建公园6个。", "2021"),
        ("7月1日，市人社局将举办招聘会12场。", "2021-07-01"),
        ("6月30日前，市医保局将推出便民措施8项。", "2021-06-30"),
    ],
)
def test_a_deadline_lies_behind_the_day_of_publication(sentence, due):
    assert dues(sentence, PUBLISHED) == {due}


def test_the_day_that_the_text_says_counts_as_the_day_of_publication():
    assert dues("某网 2021-06-10 09:12 来源：某报\n5月底前，市水务局将完成管网改造12公里。\n", None) == {None}


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the checkout (../shared/data/article.txt)")
@pytest.mark.parametrize("published", [None, PUBLISHED, date(2021, 5, 10), date(2021, 5, 20)])
def test_the_article_names_no_deadline_whenever_it_was_published(published):
    from tracker import proposal, resources
    from tracker.article import read

    agencies = proposal.load(resources.folder("seeds") / "agencies.yaml").agencies
    found = extract(read(ARTICLE.read_bytes()), agencies, published).commitments
    assert {part.due for one in found for part in (one, *one.items)} == {None}
    (launched,) = [one for one in found if one.starts]
    assert (launched.agency, launched.starts[1:]) == ("SJGW", (5, 14))


def days_of(text):
    found = extract(text, (), date(2026, 2, 3)).commitments
    return [(item.due, item.due_basis) if item.due is None else item.due for one in found for item in one.items]


@pytest.mark.parametrize(
    ("behind", "due"),
    [
        ("11月底前完成。", "2026-11-30"),
        ("该项工作将于11月底前完成。", "2026-11-30"),
        ("以上任务均于12月20日前全部完成。", "2026-12-20"),
        ("6月底前完成选址。", None),  # a step
        ("市财政局将于11月底前完成审计。", None),  # another's
        ("11月底前完成800张。", None),  # a part
        ("市民政局已于1月底前完成选址。", None),
    ],
)
def test_a_sentence_that_is_nothing_but_a_day_closes_the_one_before(behind, due):
    assert days_of(f"市民政局将新增养老床位2000张。{behind}")[0] == (due or (None, None))


@pytest.mark.parametrize("then", ["计划8月完工", "预计8月底投入使用", "力争8月份建成", "8月份前建成"])
def test_a_month_that_closes_the_sentence_makes_it_a_promise(then):
    assert days_of(f"市教育局新建幼儿园3所，{then}。") == ["2026-08-31"]


@pytest.mark.parametrize("then", ["计划三季度投用", "预计今年第三季度完工", "三季度末前建成"])
def test_a_quarter_that_closes_the_sentence(then):
    assert days_of(f"市教育局新建幼儿园3所，{then}。") == ["2026-09-30"]


@pytest.mark.parametrize("feast", ["春节", "端午节", "中秋节", "入冬", "暑期"])
def test_a_feast_behind_an_amount_is_told_and_no_day(feast):
    assert days_of(f"市教育局将新建幼儿园3所，{feast}前全部投用。") == [(None, f"原文写“{feast}前”，不是确定的日期")]


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        ("国庆节", "2026-09-30"),
        ("国庆", "2026-09-30"),
        ("教师节", "2026-09-09"),
        ("五一", "2026-04-30"),
        ("“五一”", "2026-04-30"),
        ("六一儿童节", "2026-05-31"),
        ("七一", "2026-06-30"),
        ("元旦", "2026-12-31"),
        ("2027年元旦", "2026-12-31"),
        ("明年五一", "2027-04-30"),
    ],
)
def test_what_is_due_before_a_feast_of_the_calendar_is_due_on_the_day_before_it(feast, day):
    assert [one if isinstance(one, str) else one[0] for one in days_of(f"市教育局将新建幼儿园3所，{feast}前全部投用。")] == [day]
    assert [one if isinstance(one, str) else one[0] for one in days_of(f"市教育局将在{feast}前新建幼儿园3所。")] == [day]


def test_around_a_feast_is_no_day_before_it():
    assert days_of("市教育局将在国庆节前后新建幼儿园3所。") == [(None, None)]


def test_the_year_of_one_agency_is_none_of_the_next():
    assert days_of("市教育局今年将新建幼儿园3所，市妇联将新增站点150个。") == ["2026", (None, None)]
    assert days_of("11月底前，市教育局将新建幼儿园3所，市妇联将新增站点150个。") == ["2026-11-30"] * 2
    assert days_of("市教育局将新建幼儿园3所，市妇联将新增站点150个，均于11月底前完成。") == ["2026-11-30"] * 2


def test_the_day_of_a_label_below_an_amount():
    text = "一、小区改造\n改造小区36个。\n责任单位：市住建局\n完成时限：2026年11月底\n二、管网改造\n改造管网85公里。\n完成时限：2026年10月底\n责任单位：市水务局\n"
    assert days_of(text) == ["2026-11-30", "2026-10-31"]


def test_the_day_of_what_is_left_is_that_of_the_whole():
    text = "江城市2026年十件民生实事\n1.扩大学位供给。全年目标为新建学校16所。截至1月底，完工5所，其余项目将于8月底前交付使用。\n2.新建公园9个，11月底前开放。\n"
    assert days_of(text) == ["2026-08-31", "2026-11-30"]


def test_the_day_by_which_a_plan_is_due_is_a_step():
    text = "江城市2026年十件民生实事\n1.菜市场迁建。市商务局须于7月15日前拿出追赶计划，确保12月底前建成启用。\n2.新建公园9个，11月底前开放。\n"
    assert days_of(text)[0] == "2026-12-31"


def test_the_day_that_is_told_of_a_member():
    text = "市发改委加快推进青柏水库、河东污水处理厂、S217改线三大工程，其中河东污水处理厂10月底前通水运行。"
    assert [day for day in days_of(text) if isinstance(day, str)] == ["2026-10-31"]


def test_a_form_tells_from_when_a_service_is_given():
    text = "便民公告\n事项：停水提前告知\n承办单位：市水务集团\n内容：停水提前48小时短信告知用户，8月1日起施行。\n"
    assert days_of(text) == ["2026-08-01"]


@pytest.mark.parametrize(
    ("behind", "due"),
    [
        ("6月底前全部办结", "2026-06-30"),
        ("首批在12个县试点，年底前覆盖全省所有乡镇", "2026-12-31"),
        ("力争10月底前覆盖所有县区", "2026-10-31"),
        ("7月底前结束", "2026-07-31"),
    ],
)
def test_a_single_thing_with_a_day_is_an_item_with_it(behind, due):
    (found,) = extract(f"省档案局推出“查档不出村”服务，{behind}。", (), date(2026, 2, 3)).commitments
    assert [(item.title, item.due) for item in found.items] == [("“查档不出村”服务", due)]


def test_the_day_on_which_all_places_have_it_is_that_of_the_set():
    text = "市文旅局开展停车扩容、厕所提级、票务预约三项行动，9月底前4A级以上景区全部完成。"
    assert days_of(text) == ["2026-09-30"] * 3


def test_the_day_of_what_is_begun_beside_it_is_none_of_the_set():
    text = "市医保局推出津贴“免申即享”、转移“跨省通办”两项举措，并启动窗口综合柜员制改革，10月底前覆盖全市。"
    assert days_of(text)[:2] == [(None, None)] * 2


def test_half_a_year_that_is_nearly_over_is_told():
    (found,) = extract("市应急局开展安全生产专项整治行动，上半年检查企业3200家。", (), date(2026, 6, 20)).commitments
    assert found.items == ()


def test_a_new_subject_ends_what_was_told():
    text = "省药监局开展检查，上半年组织抽检9期。省档案局推出“查档不出村”服务，方便群众办事。"
    assert [one.agency_name for one in extract(text, (), date(2026, 7, 16)).commitments] == ["省档案局"]


def dated(text):
    return [(one.name, one.items[0].due) for one in extract(text, (), date(2026, 1, 13)).commitments]


def test_a_thing_before_its_day_keeps_its_name():
    assert dated("市轨道集团介绍，6号线二期力争年底具备初期运营条件。") == [("6号线二期", "2026-12-31")]


def test_a_line_that_opens_with_its_organ_is_not_called_after_it():
    text = "民生速递\n● 县住建局：城区易涝点治理全面进场施工，共6处，其余2处7月底前完工。\n● 县文旅局：文化节落幕。\n"
    assert dated(text) == [("城区易涝点治理", "2026-07-31")]


@pytest.mark.parametrize("more", ["年内完成36个，2027年11月底前全部完成。", "10月启用36个，2027年11月底前全数启用。"])
def test_the_day_of_a_part_is_not_that_of_all(more):
    text = f"江城市2026年十件民生实事\n1.改造后厨设施。新建改建食堂64个，{more}\n2.新建公园9个，11月底前开放。\n"
    assert days_of(text) == ["2027-11-30", "2026-11-30"]


def test_a_day_behind_its_amount_is_finer_than_the_year_before_it():
    assert days_of("市教育局介绍，今年新建的12所学校8月底前全部交付使用。") == ["2026-08-31"]
    assert days_of("市水务局用四个月时间，到7月底完成整治排污口120个。") == ["2026-07-31"]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("月底前改造站台60个", "2026-02-28"),
        ("本月底前改造站台60个", "2026-02-28"),
        ("下月底前改造站台60个", "2026-03-31"),
        ("下季度末前改造站台60个", "2026-06-30"),
        ("每月底前检修站台60个", None),
    ],
)
def test_a_day_told_by_the_month_of_publication(words, due):
    (one,) = extract(f"市交通局将于{words}。", (), date(2026, 2, 3)).commitments
    assert [item.due for item in one.items] == [due]
    assert due is None or "按发布日期推算" in one.items[0].due_basis


def test_a_day_told_by_the_month_stays_open_without_a_day_of_publication():
    (one,) = extract("市交通局将于月底前改造站台60个。").commitments
    assert one.items[0].due is None


def test_a_month_s_end_reckoned_from_the_day_of_publication_stands_in_the_order_of_the_text():
    found = extract("市教育局将于本月底前新建学校5所、年底前改造食堂12个。", (), date(2026, 3, 2)).commitments
    assert [item.due for one in found for item in one.items] == ["2026-03-31", "2026-12-31"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("一是2024年6月底前建成食堂15家，二是新建公园3座。", ["2024-06-30", None]),
        ("一是建成食堂15家，二是新建公园3座，2024年6月底前完成。", [None, "2024-06-30"]),
        ("一是2024年6月底前建成食堂15家，新建学校2所，二是新建公园3座。", ["2024-06-30", "2024-06-30", None]),
        ("2024年年底前，一是建成食堂15家，二是新建公园3座，三是改造道路5条。", ["2024-12-31"] * 3),
        ("一是建成食堂15家，二是新建公园3座，均于2024年6月底前完成。", ["2024-06-30"] * 2),
        ("一是建成食堂15家，二是新建公园3座，以上任务2024年6月底前完成。", ["2024-06-30"] * 2),
        ("一是2024年3月底前建成食堂15家，二是新建公园3座，上述项目均于2024年6月底前完成。", ["2024-03-31", "2024-06-30"]),
    ],
)
def test_what_is_told_in_turn_shares_no_day(words, days):
    found = extract(f"市教育局将{words}" if words.startswith("一") else f"市教育局{words}").commitments
    assert [item.due for one in found for item in one.items] == days


def test_the_day_of_one_in_turn_is_none_of_the_next():
    assert days_of("市民政局一是6月底前建成食堂15家，二是为300户老人安装手环。") == ["2026-06-30", (None, None)]
    assert days_of("市民政局一是新建食堂15家，二是改造床位500张，以上年底前全部完成。") == ["2026-12-31"] * 2
    assert days_of("市民政局今年将从两方面发力，一是建成食堂15家，二是为300户老人安装手环。") == ["2026", "2026"]


@pytest.mark.parametrize(("opens", "due"), [("11月底前，", "2026-11-30"), ("9月15日前，", "2026-09-15"), ("今年，", "2026-12-31"), ("年内，", "2026-12-31")])
def test_a_day_that_alone_opens_a_sentence_is_made_good_by_none_behind(opens, due):
    (one,) = extract(f"{opens}市交警支队将布设自助机60台，年底前覆盖所有乡镇。", (), date(2026, 2, 3)).commitments
    assert [item.due for item in one.items] == [due]


def test_a_day_that_is_said_of_all_is_that_of_all():
    assert days_of("年底前，市教育局一是新建食堂3家，二是新建公园2座，均于6月底前完成。") == ["2026-06-30"] * 2
    assert days_of("年底前，市教育局将新建学校3所，改造食堂5个，均于10月底前完工。") == ["2026-10-31"] * 2


@pytest.mark.parametrize(("day", "due"), [("八月一日", "2026-08-01"), ("十二月三十一日", "2026-12-31"), ("十月二十日", "2026-10-20"), ("五月十五日", "2026-05-15")])
def test_a_day_in_chinese_numbers_is_a_day(day, due):
    (one,) = extract(f"环保署将于{day}前设立回收点20个。", (), date(2026, 2, 3)).commitments
    assert [item.due for item in one.items] == [due]


def test_the_number_of_a_journal_tells_the_year():
    (one,) = extract("省文旅厅年底前为1200个村配送文体设备包。\n（原载《黔北党建》2024年第7期）\n").commitments
    assert [item.due for item in one.items] == ["2024-12-31"]


@pytest.mark.parametrize(("words", "ahead"), [("国庆节前", True), ("中秋节前", True), ("五一前", True), ("国庆节前后", False), ("验收环节前", False), ("换季节前", False)])
def test_the_day_before_a_feast_looks_ahead_and_no_other_word_does(words, ahead):
    assert (FUTURE.search(f"{words}新建学校5所") is not None) is ahead


def test_years_from_now_are_no_day_of_a_neighbour():
    (first, second) = extract("市水务局三季度末前更换水表2万只，三年内建成水厂1座。", (), date(2026, 2, 3)).commitments
    assert (str(first.due), second.due) == ("2026-09-30", None)


def test_a_list_that_is_all_done_is_no_promise():
    assert extract("市住建局实施雨污分流、亮化提升、管网检测等八项工程已全部完工。", (), date(2026, 2, 3)).commitments == ()
