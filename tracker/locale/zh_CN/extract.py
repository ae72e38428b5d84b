"""提取的用语。"""

MESSAGES = {
    "found": "找到承诺事项 {commitments} 项，合实事 {deeds} 件（其中须核对 {check} 项）；另有提到而不跟踪的 {context} 处、像承诺而未列入的 {left_out} 处。",
    "legend": "标记：{commitment}　{item}　{context}　{left_out}。下列各处 § 后为段落号：",
    "legend_commitment": "承诺事项",
    "legend_item": "其中的条目",
    "legend_context": "提到而不跟踪",
    "legend_left_out": "像承诺而未列入",
    "unknown_owners": "名录中没有这些单位，导入前请在文件的 agencies 中补上代码：{names}",
    "guessed_owners": "这些单位尚未登记，已按原文所写的名称列入文件的 agencies，代码参照随附名录所拟，请核对：{names}",
    "no_owners": "另有 {count} 项原文未写明单位，导入前请填写代码。",
    "open_dues": "有 {count} 处时限暂缺日期（原话在 {basis}）。请在草案的 {field} 中填写；只缺年份的，也可注明发布日期重新提取 → deeds extract {file} --published 日期",
    "next": "已写入 {file}。请人工核对后导入 → deeds import {file} --dry-run",
}
