"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'Usage: ': '用法：',
    ': ': '：',
    '[OPTIONS]': '[選項]',
    'COMMAND [ARGS]...': '命令 [引數]…',
    'Arguments': '引數',
    'Options': '選項',
    'Commands': '命令',
    '(dynamic)': '（自動取得）',
    'default: {default}': '預設：{default}',
    'env var: {var}': '環境變數：{var}',
    'required': '必填',
    'Missing command.': '缺少子命令',
    'Aborted!': '已中斷。',
    'Show this message and exit.': '顯示本說明。',
}
