"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'created': '已新建資料庫 {where}',
    'next_import': '下一步 → deeds import 檔案.yaml',
    'next_list': '下一步 → deeds list；deeds status',
    'imported': '{file}：新增 {add}，變更 {change}，未變 {unchanged}，檔案中缺失 {missing}，保留單位所填 {kept}；新增實事 {deeds} 件。',
    'import_dry': '{file}（試執行，未寫入）：將新增 {add}，變更 {change}，未變 {unchanged}，檔案中缺失 {missing}，保留單位所填 {kept}。',
    'add': '新增',
    'change': '變更',
    'missing': '檔案中缺失',
    'kept': '保留單位所填',
    'what_agency': '單位',
    'what_source': '來源',
    'what_commitment': '承諾事項',
    'what_item': '條目',
    'unnamed_added': '+ 新增 未具名條目 {count} 個',
}
