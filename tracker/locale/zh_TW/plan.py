"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'left_out': '另有 {count} 件不在其內：{unreported} 件從未報送，無從確認；{finished} 件已完成、暫緩或終止，不必確認。',
    'sure': '將寫入 {count} 件實事，確定嗎？',
    'dry_run': '試執行：{count} 件，未寫入。',
    'written': '已寫入 {deeds} 件實事、{entries} 條記錄（{numbers}）。',
    'same': '與現在相同',
    'undated': '提示：{deeds} 件中有 {count} 件未定時限。定賬後無從評判其是否逾期，補定時限須由統籌單位寫明理由和批准文號。',
    'no_approval': '提示：沒有註明定賬文號（--approval）。',
    'nothing': '沒有需要寫入的。',
    'proposed': '申請號 {number}，待統籌單位批覆 → deeds decide {number} --approve|--decline',
    'asks': '申請內容：{what}',
    'carried_out': '照準，現已生效：{what}',
    'declined': '未予批准：{what}',
    'added': '已增補 {code}  {title}',
    'closed_out': '{code} 已銷號。',
    'no_disagreements': '沒有不一致的實事。',
    'no_evidence': '{code} 沒有佐證材料。',
    'differs_rejected': '自報完成，核實退回',
    'differs_red': '自報推進，測算為紅',
    'differs_late': '預計 {expected}，晚於時限 {due}',
    'differs_short': '自報完成，數量未達目標',
}
