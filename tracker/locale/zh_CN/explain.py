"""亮灯的算法，逐条说明。"""

MESSAGES = {
    "fact_status": "自报：{status}，完成率 {progress}",
    "fact_sent_back": "自报完成（{reported}%）经核实退回，按返工前的进展计",
    "fact_dates": "计划：{start} 至 {due}",
    "fact_undated": "计划：未定完成时限",
    "pace": "序时进度：{elapsed} 天 ÷ {total} 天 = {pace}%；自报 {progress}%，落后 {behind} 个百分点",
    "pace_points": "序时进度（按给定节点）：{day} 应达 {pace}%；自报 {progress}%，落后 {behind} 个百分点",
    "rule_not_rated": "暂缓或终止：不评",
    "rule_closed_out": "已完成且核实通过：实心蓝",
    "rule_awaiting_verification": "已完成、待核实：空心蓝",
    "rule_overdue": "已过时限（{due}）：红",
    "rule_unreported": "从未报送：灰",
    "rule_far_behind": "落后超过 {red} 个百分点：红",
    "rule_blocked": "受阻：黄",
    "rule_behind": "落后 {yellow} 个百分点以上：黄",
    "rule_due_soon": "{days} 天内到期且不足 {below}%：黄",
    "rule_silent": "上一报送期未报送：黄",
    "rule_undated": "未定时限：灰",
    "rule_on_track": "以上都不是：绿（规则 {rules}）",
}
