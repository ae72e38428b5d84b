"""``python -m tracker.locale`` rewrites the Traditional catalogue from the Simplified one, and the words of the set-up.

A developer's command: run it after changing a file of `zh_CN`; a test fails
while the two differ. OpenCC's Taiwan phrases do the work; `OVERRIDES` says
what it gets wrong in our field.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from tracker.locale.taiwan import OFFICIAL

HERE = Path(__file__).parent
SETUP = HERE.parents[1] / "bootstrapping" / "taiwan.py"
OVERRIDES = {
    # OpenCC's phrase table turns these into words of the computer trade, or takes a character for another.
    "專案": "項目",
    "程式碼": "代碼",
    "稽核": "審核",
    "物件": "對象",
    "釋出": "發布",
    "被引用的檔案": "被引用的文件",
    "迴音": "回音",
    "系推定": "係推定",
    "錶": "表",
    "不準": "不准",
    "說不准": "說不準",
    "另注": "另註",
    "所注": "所註",
    "現場檢視": "現場查看",
    "一臺": "一台",
    "一屏": "一頁",
    # What it leaves, or half turns, and Taiwan calls otherwise.
    "數據庫": "資料庫",
    "數據": "資料",
    "許可權": "權限",
    "地址": "位址",
    "超時": "逾時",
    "摺合": "折合",
    "記錄": "紀錄",  # the noun; the verb is the other
    "提前紀錄": "提前記錄",
    "不能紀錄": "不能記錄",
    "紀錄在案": "記錄在案",
    "示例": "範例",
    "演示": "示範",
    "模板": "範本",
    "型別": "類型",
    "跟蹤": "追蹤",
    "默認": "預設",
    "標識": "識別碼",
    "當前": "目前",
    "設定檔案": "設定檔",
    "設定項": "設定項目",
    "存檔檔案": "封存檔",
    "純文本": "純文字",
    "文本": "文字",
    "表格軟體": "試算表軟體",
    "單元格": "儲存格",
    "無法分列": "無法分欄",
    "帶有宏": "帶有巨集",
    "不帶宏": "不帶巨集",
    "欄目": "欄位",
    "製表符": "定位字元",
    "花括號": "大括號",
    "反斜槓": "反斜線",
    "連字元": "連字號",
    "主機名，": "主機名稱，",
    "埠": "連接埠",
    "軟體包": "套件",
    "退出碼": "結束代碼",
    "十六進位制": "十六進位",
    "終端編碼": "終端機編碼",
    "直接回車": "直接按 Enter 鍵",
    **OFFICIAL,
}
OF_SHEETS = {"列": "欄", "行": "列"}
"""What a spreadsheet has: Taiwan's 列 is a row, and the mainland's a column. The lines of a text are 行 in both."""
_OF_SHEETS = re.compile("列出(?!现)|列明|排列|运行|执行|进行|([列行])")
"""Those nouns, and words in which the characters are none."""
_SHEETS = re.compile("sheet_(?!csv)|guide_|handin(_|$)")


def traditional(text: str, of_sheets: bool = False) -> str:
    from opencc import OpenCC

    global _converter
    try:
        converter = _converter
    except NameError:
        converter = _converter = OpenCC("s2twp")
    if of_sheets:
        text = _OF_SHEETS.sub(lambda found: OF_SHEETS.get(found[0], found[0]), text)
    text = converter.convert(text)
    for wrong, right in OVERRIDES.items():
        text = text.replace(wrong, right)
    return text


def rendered(file: Path) -> str:
    """The Traditional text of a file of the catalogue, as it must stand in the tree; `file` as `files` names it."""
    if file.name == "__init__.py":
        return (HERE / "zh_CN" / file).read_text(encoding="utf-8").replace("zh_CN", "zh_TW")
    messages = import_module(".".join(["tracker.locale.zh_CN", *file.with_suffix("").parts])).MESSAGES
    lines = ['"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""', "", "MESSAGES = {"]
    lines += [f"    {name!r}: {traditional(text, bool(_SHEETS.match(name)))!r}," for name, text in messages.items()]
    return "\n".join([*lines, "}", ""])


def files() -> list[Path]:
    """The files of the catalogue in any language, within its folder: a file a room, or a folder with a file for each part of one."""
    return sorted(path.relative_to(HERE / "zh_CN") for path in (HERE / "zh_CN").rglob("*.py") if path.parent != HERE / "zh_CN" or path.stem != "__init__")


def of_the_setup() -> str:
    """`bootstrapping/taiwan.py`, as it must stand in the tree: the set-up runs before any catalogue can be read."""
    from bootstrapping.words import WORDS

    lines = ['"""Made from `words` by ``python -m tracker.locale``; do not edit."""', "", "TAIWAN = {"]
    return "\n".join([*lines, *(f"    {key!r}: {traditional(texts[0])!r}," for key, texts in WORDS.items()), "}", ""])


def rooms() -> list[str]:
    return sorted({file.parts[0].removesuffix(".py") for file in files()})


if __name__ == "__main__":
    for file in files():
        made = HERE / "zh_TW" / file
        made.parent.mkdir(exist_ok=True)
        made.write_text(rendered(file), encoding="utf-8")
    SETUP.write_text(of_the_setup(), encoding="utf-8")
