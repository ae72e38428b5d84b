"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'playing': '模擬半年的報送',
    'brief_name': '專報_範例資料_截至{day}.pdf',
    'added': '文中的 {count} 家單位只為這次示範登記：{names}',
    'nobodys': '原文未寫明單位的 {count} 項，示範中歸在「{name}」名下',
    'nobody': '未寫明的單位（範例）',
    'office': '統籌單位（範例）',
}
