"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'unexpected': '程式出現未預料的錯誤：{what}。請把這一行和所輸命令一併報告維護者。',
}
