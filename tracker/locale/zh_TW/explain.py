"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'fact_status': '自報：{status}，完成率 {progress}',
    'fact_sent_back': '自報完成（{reported}%）經核實退回，按返工前的進展計',
    'fact_dates': '計劃：{start} 至 {due}',
    'fact_undated': '計劃：未定完成時限',
    'pace': '序時進度：{elapsed} 天 ÷ {total} 天 = {pace}%；自報 {progress}%，落後 {behind} 個百分點',
    'pace_points': '序時進度（按給定節點）：{day} 應達 {pace}%；自報 {progress}%，落後 {behind} 個百分點',
    'rule_not_rated': '暫緩或終止：不評',
    'rule_closed_out': '已完成且核實通過：實心藍',
    'rule_awaiting_verification': '已完成、待核實：空心藍',
    'rule_overdue': '已過時限（{due}）：紅',
    'rule_unreported': '從未報送：灰',
    'rule_far_behind': '落後超過 {red} 個百分點：紅',
    'rule_blocked': '受阻：黃',
    'rule_behind': '落後 {yellow} 個百分點以上：黃',
    'rule_due_soon': '{days} 天內到期且不足 {below}%：黃',
    'rule_silent': '上一報送期未報送：黃',
    'rule_undated': '未定時限：灰',
    'rule_on_track': '以上都不是：綠（規則 {rules}）',
}
