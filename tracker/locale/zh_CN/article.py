"""从文章中提取承诺事项：依据与理由。"""

MESSAGES = {
    "and": "；",
    "sure": "单位、名称、数目在原文同一句中写明",
    "head": "本文件由程序从文章中提取，共 {count} 项承诺事项，须经人工审核后导入。\n⟦ ⟧ 内为原文所在，§ 后为段落号。agency 为 null 的须填写单位代码；不当的条目请删去。",
    "context": "提到而不跟踪",
    "left_out": "像承诺而未列入",
    "year_only": "原文只写年份，按年末计",
    "near": "名录中相近的单位：{names}",
    "lead": "牵头单位：{name}",
    # 需要核对之处
    "owner_missing": "原文未写明单位，请填写",
    "owner_unknown": "该单位不在名录中，请核对",
    "owner_from_before": "单位取自前文，请核对",
    "owner_inferred": "单位由“本府”“我市”一类说法推断，请核对",
    "no_number": "没有数目，仅凭动词和事项名称判断",
    "fields_not_items": "所列名词视为领域而不是条目",
    "more_than_declared": "列出的条目多于公布数",
    "approximate": "公布数为约数（多、余、近）",
    # 提到而不跟踪
    "lever": "只是工作抓手，不单独成为一项承诺",
    "effect": "只是预期效果，不是单独的承诺",
    "umbrella": "总体活动，其下的具体事项才是承诺",
    "shared_out": "清单本身；各项另有责任单位，已逐项列出",
    # 像承诺而不是承诺
    "study": "学习、宣传类活动",
    "study_section": "所在段落讲学习宣传",
    "event": "会议、仪式或活动场次",
    "exhortation": "会议或讲话中的一般要求",
    "anecdote": "已经发生的事例",
    "finished": "已经完成的工作或统计数字",
    "statistic": "统计数字",
    "part_of_total": "已计入前面的总数",
    "reference": "只是被引用的文件或活动",
    "vague": "没有具体内容",
    "no_owner": "没有单位，也没有数目和时限",
    "slogan": "口号或工作方法",
}
