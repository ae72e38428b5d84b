"""安排、核实的用语。"""

MESSAGES = {
    "left_out": "另有 {count} 件不在其内：{unreported} 件从未报送，无从确认；{finished} 件已完成、暂缓或终止，不必确认。",
    "sure": "将写入 {count} 件实事，确定吗？",
    "dry_run": "试运行：{count} 件，未写入。",
    "written": "已写入 {deeds} 件实事、{entries} 条记录（{numbers}）。",
    "same": "与现在相同",
    "undated": "提示：{deeds} 件中有 {count} 件未定时限。定账后无从评判其是否逾期，补定时限须由统筹单位写明理由和批准文号。",
    "no_approval": "提示：没有注明定账文号（--approval）。",
    "nothing": "没有需要写入的。",
    "proposed": "申请号 {number}，待统筹单位批复 → deeds decide {number} --approve|--decline",
    "asks": "申请内容：{what}",
    "carried_out": "照准，现已生效：{what}",
    "declined": "未予批准：{what}",
    "added": "已增补 {code}  {title}",
    "closed_out": "{code} 已销号。",
    "no_disagreements": "没有不一致的实事。",
    "no_evidence": "{code} 没有佐证材料。",
    "differs_rejected": "自报完成，核实退回",
    "differs_red": "自报推进，测算为红",
    "differs_late": "预计 {expected}，晚于时限 {due}",
    "differs_short": "自报完成，数量未达目标",
}
