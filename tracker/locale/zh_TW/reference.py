"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'title': '命令參考',
    'made': '本頁由程式從各命令的說明生成，請勿手改（`python -m tracker.cli.reference`）。[English](cli.md)',
    'how': '每個命令都有 `-h`、`--help`。編號大小寫均可；日期可寫 2021-07-31、7-31 或「昨天」；狀態可寫中文或英文代碼。',
    'options': '[選項]',
    'word': '寫法',
    'meaning': '含義',
}
