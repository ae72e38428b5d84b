"""Who writes a text is meant by 我院, 集团, 街道 and 我们 in it, and owns what it gives nobody else."""

import pytest
from short_texts import found


def told(text):
    return [(one.agency_name, one.name) for one in found(text).commitments]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("青岚市第二人民医院\n关于推出便民举措的公告\n{}\n2026年1月28日", "青岚市第二人民医院"),
        ("云溪区实验教育集团\n致全体学生家长的一封信\n尊敬的家长朋友：\n{}\n祝阖家安康！", "云溪区实验教育集团"),
        ("春天的新变化\n柳荫街道　柳荫发布　2026年1月12日 18:30\n{}", "柳荫街道"),
        ("青岚水务集团有限公司　客户服务 > 常见问题\n{}", "青岚水务集团有限公司"),
        ("致市民朋友的一封信\n{}\n青岚市图书馆\n2026年1月20日", "青岚市图书馆"),
        ("账本轻了，心里亮了\n——青岚供热集团党委“为民办实事”综述\n集团上月走访了90户。\n{}", "青岚供热集团"),
        ("“让等车的人心里有数”\n——访青岚市公共交通集团董事长钟远山\n{}", "青岚市公共交通集团"),
    ],
)
def test_who_writes_is_told_at_the_head_or_below(text, author):
    assert told(text.format("我们将于5月底前新增座椅300把。")) == [(author, "新增座椅300把")]


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("云溪区实验教育集团", "集团"), ("青岚市第二人民医院", "我院"), ("青岚市第二人民医院", "医院"), ("石桥县图书馆", "我馆"), ("石桥县实验小学", "我校"),
        ("石桥县实验小学", "学校"), ("柳荫街道办事处", "街道"), ("云溪区法院", "我院"), ("石桥县疾控中心", "本中心"),
    ],
)  # fmt: skip
def test_the_word_for_himself_means_the_author(head, word):
    text = f"{head}\n关于改善服务的公告\n{word}今年新增窗口12个。5月1日起，{word}延长开放时间。\n"
    assert [owner for owner, _ in told(text)] == [head, head]


def test_a_newspaper_is_not_the_author():
    text = "石桥日报　2026年1月21日\n县供销社开展农资下乡。集团将新增网点12个。\n"
    assert "石桥日报" not in {owner for owner, _ in told(text)}
    for paper in ("石桥日报社", "石桥县融媒体中心", "石桥县广播电视台"):
        assert told(f"公园多起来\n{paper}　2026年1月21日\n我们走进社区看变化。今年将新建公园3个。\n") == []


def test_we_who_live_here_are_not_the_author():
    text = "公园多起来\n柳荫街道　2026年1月21日\n居民李某说，{}变好了。\n今年将新建公园3个。\n"
    assert told(text.format("我们小区")) == told(text.format("我们村")) == []


def test_another_who_is_named_is_meant_first():
    text = "云溪区实验教育集团\n关于通学的公告\n市公交集团将增加班次。集团将新购校车6辆。\n"
    assert ("市公交集团", "新购校车6辆") in told(text)


MEASURES = "一、门诊号源提前14天开放，当日退号即时回池；\n二、挂号一次，三日内同科室复诊免收挂号费；\n三、超声、CT等检查“一站式”集中预约，其中胃肠镜48小时内可做；\n四、接诊至22:30。\n"


def test_lines_below_so_many_measures_are_those():
    (one,) = found(f"青岚市第二人民医院\n关于推出举措的公告\n我院决定推出以下四项举措：\n{MEASURES}").commitments
    assert (one.agency_name, one.declared_count, len(one.items)) == ("青岚市第二人民医院", 4, 4)
    assert one.items[-1].title == "接诊至22:30"
    assert found(f"青岚市第二人民医院\n关于情况的公告\n我院去年有以下四个问题：\n{MEASURES}").commitments == ()


@pytest.mark.parametrize("written", ["市人力资源和社会保障局局长 杜文波：\n今年，", "市人力资源和社会保障局局长杜文波："])
def test_an_office_with_社_in_its_name_is_not_cut(written):
    assert told(f"{written}我局将新建服务站15家。") == [("市人力资源和社会保障局", "新建服务站15家")]
