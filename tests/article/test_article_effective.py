"""What holds from a day on, or is done by it, is promised without an amount."""

import pytest
from short_texts import found


@pytest.mark.parametrize(
    ("text", "owner", "name", "due"),
    [
        ("市环卫中心将从9月1日起恢复背街道路夜间保洁。", "市环卫中心", "恢复背街道路夜间保洁", "2026-09-01"),
        ("市医保局将从5月1日起取消异地就医备案。", "市医保局", "取消异地就医备案", "2026-05-01"),
        ("市交警支队6月起在城区推行轻微违法首次免罚。", "市交警支队", "推行轻微违法首次免罚", "2026-06-01"),
        ("市卫健委10月底前为村卫生室配齐远程问诊终端。", "市卫健委", "为村卫生室配齐远程问诊终端", "2026-10-31"),
        ("市税务局自10月1日起全面推行电子发票。", "市税务局", "推行电子发票", "2026-10-01"),
        ("7月1日起，市住建局统一受理物业投诉。", "市住建局", "受理物业投诉", "2026-07-01"),
    ],
)
def test_what_holds_from_a_day_or_is_done_by_it(text, owner, name, due):
    (one,) = found(text).commitments
    assert (one.agency_name, one.name, str(one.due)) == (owner, name, due)


@pytest.mark.parametrize(
    "text",
    [
        "市环卫中心从去年9月1日起恢复了夜间保洁。",
        "市教育局9月底前完成招标。",
        "市民政局补贴资金6月底前发放到位。",
        "市住建局的项目8月底前通过验收。",
        "市文旅局6月底前举办书画展。",
        "市政府将推进高质量发展，年底前见成效。",
        "市人社局将做好职称评审，年底前完成。",
        "县纪委监委将推进案件查办，年底前办结。",
        "市残联11月底前完善内部制度，规范管理。",
        "县交警大队自10月1日起调整勤务，全员上路。",
        "市教育局自9月起实行集体备课，教师能力明显提高。",
    ],
)
def test_steps_and_what_was_are_not(text):
    assert found(text).commitments == ()
