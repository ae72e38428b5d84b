"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'playing': '模擬半年的報送',
    'brief_name': '專報_範例資料_截至{day}.pdf',
}
