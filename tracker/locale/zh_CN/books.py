"""建库与导入的用语。"""

MESSAGES = {
    "created": "已新建数据库 {where}",
    "next_import": "下一步 → deeds import 文件.yaml",
    "next_list": "下一步 → deeds list；deeds status",
    "imported": "{file}：新增 {add}，变更 {change}，未变 {unchanged}，文件中缺失 {missing}，保留单位所填 {kept}；新增实事 {deeds} 件。",
    "import_dry": "{file}（试运行，未写入）：将新增 {add}，变更 {change}，未变 {unchanged}，文件中缺失 {missing}，保留单位所填 {kept}。",
    "add": "新增",
    "change": "变更",
    "missing": "文件中缺失",
    "kept": "保留单位所填",
    "what_agency": "单位",
    "what_source": "来源",
    "what_commitment": "承诺事项",
    "what_item": "条目",
    "unnamed_added": "+ 新增 未具名条目 {count} 个",
}
