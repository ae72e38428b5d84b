"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'found': '找到承諾事項 {commitments} 項，合實事 {deeds} 件（其中須核對 {check} 項）；另有提到而不追蹤的 {context} 處、像承諾而未列入的 {left_out} 處。',
    'legend': '標記：{commitment}\u3000{item}\u3000{context}\u3000{left_out}。下列各處 § 後為段落號：',
    'legend_commitment': '承諾事項',
    'legend_item': '其中的條目',
    'legend_context': '提到而不追蹤',
    'legend_left_out': '像承諾而未列入',
    'unknown_owners': '名錄中沒有這些單位，匯入前請在檔案的 agencies 中補上代碼：{names}',
    'guessed_owners': '這些單位尚未登記，已按原文所寫的名稱列入檔案的 agencies，代碼參照隨附名錄所擬，請核對：{names}',
    'no_owners': '另有 {count} 項原文未寫明單位，匯入前請填寫代碼。',
    'open_dues': '有 {count} 處時限暫缺日期（原話在 {basis}）。請在草案的 {field} 中填寫；只缺年份的，也可註明發布日期重新提取 → deeds extract {file} --published 日期',
    'next': '已寫入 {file}。請人工核對後匯入 → deeds import {file} --dry-run',
}
