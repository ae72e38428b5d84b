"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""

MESSAGES = {
    'unexpected': '程式出現未預料的錯誤：{what}。請把這一行和所輸命令一併報告維護者。',
    'proposal_missing': '找不到檔案 {file}。請核對路徑；提案由文章提取而來 → deeds extract 文章 -o proposal.yaml',
    'proposal_is_folder': '{file} 是資料夾，不是提案檔案 → deeds import 檔案.yaml',
    'proposal_not_permitted': '沒有讀取 {file} 的許可權。請放開許可權或複製到可讀的位置，再輸入 → deeds import 檔案.yaml',
    'proposal_unreadable': '無法讀取 {file}（系統錯誤 {number}）。請檢查磁碟後再輸入 → deeds import 檔案.yaml',
    'proposal_too_large': '{file} 超過 {limit} MB，不像提案檔案。請分成幾份後逐份匯入 → deeds import 檔案.yaml',
    'proposal_not_utf8': '{file} 不是 UTF-8 文本（第 {line} 行無法解讀）。請在編輯器中另存為 UTF-8，再輸入 → deeds import 檔案.yaml',
    'proposal_invalid': '{file} 有 {count} 處錯誤，沒有匯入任何內容。請逐處改正後再輸入 → deeds import {argument}',
}
