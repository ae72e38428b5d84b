"""The words: every message in every language, with the same places to fill in, and no English on a Chinese screen."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from tracker import errors, i18n, resources
from tracker.cli import output
from tracker.cli.panels import MODULES
from tracker.i18n import Catalogue
from tracker.locale.__main__ import files, rendered, rooms, traditional

TRACKER = Path(i18n.__file__).parent
SOURCES = sorted(path for path in TRACKER.rglob("*.py") if path.parent.name == "locale" or TRACKER / "locale" not in path.parents)


def messages(language: str, room: str) -> dict[str, str]:
    return import_module(f"tracker.locale.{language.replace('-', '_')}.{room}").MESSAGES


def places(text: str) -> set[str]:
    """The names of what fills a message in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def trees():
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


# catalogues


@pytest.mark.parametrize("room", rooms())
def test_every_language_says_the_same_things(room):
    chinese = messages("zh-CN", room)
    for language in i18n.LANGUAGES:
        other = messages(language, room)
        assert list(other) == list(chinese), language
        for key, text in other.items():
            # The library's own words are looked up by themselves: its places are in the key.
            assert places(text) == places(key if room == "click" else chinese[key]), f"{language} {room}.{key}"


def test_every_file_is_there_in_every_language():
    for language in ("en", "zh_TW"):
        folder = TRACKER / "locale" / language
        assert {path.relative_to(folder) for path in folder.rglob("*.py")} - {Path("__init__.py")} == set(files())


@pytest.mark.parametrize("file", files(), ids=str)
def test_the_traditional_catalogue_is_current(file):
    path = TRACKER / "locale" / "zh_TW" / file
    assert path.read_text(encoding="utf-8") == rendered(file), "run: python -m tracker.locale"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_message_stands_in_two_parts_of_a_room(language):
    parts = [file for file in files() if len(file.parts) > 1 and file.name != "__init__.py"]
    assert parts
    for room in {file.parts[0] for file in parts}:
        each = [messages(language, f"{room}.{file.stem}") for file in parts if file.parts[0] == room]
        assert len(messages(language, room)) == sum(map(len, each)), room


# Names of things that have no Chinese name, and words that are typed as they stand.
NAMES = {
    "PDF", "SQLite", "PostgreSQL", "Python", "YAML", "JSON", "CSV", "TOML", "SHA", "UTF", "GB18030", "HTML", "Excel", "WPS", "LibreOffice",
    "Word", "Noto", "MB", "KB", "GB", "POSIX", "SSH", "UUID", "OpenCC", "WeasyPrint", "XMP", "Shift", "Ctrl", "Tab", "Markdown", "Typst",
    "CJK", "SC", "ASCII", "XML", "LANG", "SAMPLE", "SCJG", "RGB", "CMYK", "shell", "bash", "zsh", "fish",
}  # fmt: skip
TYPED = {
    "deeds", "python3", "python", "bootstrap", "py", "setup", "pip", "install", "practical", "postgresql", "sqlite", "db", "unset",
    "export", "true", "false", "null", "yaml", "txt", "xlsx", "csv", "html", "http", "https", "toml", "Asia", "Shanghai", "tzdata",
    "agencies", "declared", "key", "source", "unit", "hans", "hant", "createdb", "pgpass", "pg", "hba", *MODULES,
}  # fmt: skip
STATUSES = {"not", "started", "in", "progress", "blocked", "completed", "suspended", "terminated"}


def english(text: str) -> set[str]:
    """The English words that a message shows to a reader of Chinese."""
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(r"DEEDS_[A-Z_]+|--?[a-z][a-z-]*|[A-Z]{2,5}-\d[\d-]*", "", text)  # settings, options, codes
    text = re.sub(r"[\w-]*\.(pdf|json|csv|txt|yaml|xlsx)\b|zh-CN|zh-TW|(?<![A-Za-z])en(?![A-Za-z])|deeds [a-z ]+", "", text)
    # What stands in quotes or in an example is typed or shown as it is.
    text = re.sub(r"“[^”]*”|→.*|示例：.*|(?<=[a-z])\.[a-z]+|[a-z_]+ = \S+", "", text)
    return set(re.findall(r"[A-Za-z]{2,}", text)) - NAMES - TYPED


@pytest.mark.parametrize("room", [room for room in rooms() if room not in ("click", "reference")])
def test_no_english_on_a_chinese_screen(room):
    found = {key: words for key, text in messages("zh-CN", room).items() if (words := english(text))}
    allowed = {key for key, words in found.items() if words <= STATUSES}
    assert {key: words for key, words in found.items() if key not in allowed} == {}


def test_english_is_noticed():
    assert english("已有数据库 {path}，不会 overwrite。查看 → deeds status") == {"overwrite"}


# Chinese that is to be typed, or that names what is Chinese itself.
CHINESE_IN_ENGLISH = {
    "article": {"owner_inferred"},
    "errors": {"target_needs_number"},
    "help": {"plan_target"},
    "reference": {"made"},
    "reports": {"sample"},
}


@pytest.mark.parametrize("room", [room for room in rooms() if room != "click"])
def test_no_chinese_on_an_english_screen(room):
    shown = re.compile(r"“[^”]*”|\([^)]*\)")
    found = {key: text for key, text in messages("en", room).items() if re.search("[\u4e00-\u9fff]", shown.sub("", text))}
    assert {key for key in found if "example" not in key and "Example" not in found[key]} <= CHINESE_IN_ENGLISH.get(room, set())


# what the code asks for


def asked() -> list[tuple[Path, str]]:
    """Every message that the code names with a literal: t("room.name") and catalogue("room.name")."""
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name) and node.func.id in ("t", "has", "catalogue"):
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and re.fullmatch(r"[a-z]+\.[a-z_0-9]+", part.value):
                        found.append((path, part.value))
    return found


def test_every_message_that_the_code_names_exists():
    assert len(asked()) > 100
    missing = {
        (path.name, key) for path, key in asked() if not key.endswith("_") and not all(Catalogue(one).has(key) for one in i18n.LANGUAGES)
    }
    assert missing == set()


def test_every_family_of_messages_that_the_code_names_exists():
    """f"words.status_{...}": at least one message begins so."""
    for path, key in asked():
        if key.endswith("_"):
            room, _, stem = key.partition(".")
            assert any(name.startswith(stem) for name in messages("zh-CN", room)), (path, key)


KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.DeedsError)}


def raised() -> list[tuple[Path, str, str, set[str] | None]]:
    """Every error that the code makes with a literal key: where, its class, the key, and the names of its values if all are there to see."""
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            kind = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
            if kind in KINDS and node.args:
                keys = [node.args[0]]
                if isinstance(keys[0], ast.IfExp):
                    keys = [keys[0].body, keys[0].orelse]
                values = None if any(k.arg is None for k in node.keywords) else {k.arg for k in node.keywords}
                found += [(path, kind, key.value, values) for key in keys if isinstance(key, ast.Constant)]
    return found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_error_has_its_words_and_what_fills_them_in(language):
    known = messages(language, "errors")
    assert len(raised()) > 50
    wrong = set()
    for path, _, key, values in raised():
        if key not in known:
            wrong.add((path.name, key, "missing"))
        elif values is not None and not places(known[key]) <= values:
            wrong.add((path.name, key, *sorted(places(known[key]) - values)))
    assert wrong == set()


def spoken() -> set[str]:
    """The words of code and templates that may be keys of messages, without their room, whole or cut short."""
    found = {
        node.value for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for path in resources.folder("report_templates").glob("*.j2"):
        found |= set(re.findall(r"""["']([\w.]+)["']""", path.read_text(encoding="utf-8")))
    return {re.sub(r"^[a-z]+\.", "", word) for word in found}


@pytest.mark.parametrize("room", [room for room in rooms() if room != "click"])  # a library's own words
def test_no_message_is_kept_that_nothing_says(room):
    """A key stands somewhere, whole, or as the beginning or the end of one that is put together; of `words`, its family does."""
    known = spoken()
    stems = tuple(word for word in known if re.fullmatch(r"[a-z_]{2,}_", word))
    ends = tuple(word for word in known if re.fullmatch(r"_[a-z_]{2,}", word))
    kept = {key for key in messages("zh-CN", room) if key not in known and not key.startswith(stems) and not key.endswith(ends)}
    assert {key for key in kept if room != "words" or key.partition("_")[0] not in known} == set()


NEVER_ONE = {
    *("span", "together", "differs_several", "correction_many", "deed_is_several", "deed_ambiguous", "several_deeds_none"),
    *("several_words_none", "several_form_none", "several_deeds_refused", "nothing_to_confirm_of", "many_need_yes", "deep", "too_long"),
    *("help_all", "listed_first", "ledger_apart", "ledger_in_volumes", "lines_too_many", "sheet_too_long"),
}
"""What is only said of several, or of a limit."""


@pytest.mark.parametrize("room", rooms())
def test_of_one_thing_nothing_is_said_in_the_plural(room):
    for key, text in messages("en", room).items():
        told = i18n.inflect(text, dict.fromkeys(places(text), 1))
        many = re.search(r"(?<![\w.-])\{\w+\} (?:more |new |tracked |unnamed )*(?:deeds|places|titles|lines|rows|entries|reports|agencies|items|commitments|faults|names|files)\b", told)
        assert many is None or key in NEVER_ONE, f"{key}: {many[0]}"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_errors_are_one_line_and_end_in_a_command(language):
    for key, text in messages(language, "errors").items():
        assert "\n" not in text and text == text.strip(), key
        assert len(text) < (260 if language == "en" else 130), key
        command = text.rpartition(" → ")[2] if " → " in text else None
        assert command is None or re.match(r"deeds |-|\{|python3 |pip |unset |export |apt-get |chmod |DEEDS_", command), f"{key}: {command}"


# Shown one a line, each with its place, above an error that names the command; or asked again at once.
LISTED = ("sheet_", "line_", "import_", "answer_")


def test_every_error_names_a_next_command():
    """In its own words, or by the help page of the command, which is put after it where it is shown."""
    paged = {kind.__name__ for kind in output.PAGED}
    kinds: dict[str, set[str]] = {key: {"Several"} for key in messages("en", "errors") if key.startswith("several_")}
    for _, kind, key, _ in raised():
        kinds.setdefault(key, set()).add(kind)
    # Put together by `together.each`.
    kinds |= {key: {"Several"} for key in messages("zh-CN", "errors") if key.startswith("several_")}
    for language in i18n.LANGUAGES:
        for key, text in messages(language, "errors").items():
            if key.startswith(LISTED) or key == "verdict_undrawable":  # whose reason is another of these
                continue
            assert " → " in text.replace("）→", "） →") or (key in kinds and kinds[key] <= paged), (language, key)


# the catalogue in use


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh_CN.UTF-8", "zh-CN"), ("zh", "zh-CN"), ("zh-Hans", "zh-CN"), ("zh_SG", "zh-CN"), ("zh_TW.UTF-8", "zh-TW"), ("zh-Hant", "zh-TW"),
        ("zh_HK", "zh-TW"), ("zh_MO", "zh-TW"), ("en_GB", "en"), ("EN", "en"), ("en_US@euro", "en"),
        ("C", None), ("C.UTF-8", None), ("POSIX", None), ("de_DE", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_tags(tag, language):
    assert i18n.normalise(tag) == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "zh-CN"),
        ({"LANG": "C.UTF-8"}, "zh-CN"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh-TW"),
        ({"LANG": "zh_CN.UTF-8", "DEEDS_LANG": "en"}, "en"),
        ({"LANG": "en_US.UTF-8", "DEEDS_LANG": "klingon"}, "en"),
    ],
)
def test_the_terminals_language(environ, language):
    assert i18n.from_environment(environ) == language


def test_a_catalogue():
    english = Catalogue("en")
    assert english("words.status_blocked") == "blocked"
    assert english("errors.deed_unknown", word="X{0}") == "there is no deed “X{0}”; see all → deeds list"
    assert not english.has("words.nonsense") and not english.has("nonsense.key")
    with pytest.raises(KeyError):
        english("words.nonsense")
    with pytest.raises(ValueError, match="fr"):
        Catalogue("fr")


@pytest.mark.parametrize(("language", "name", "shown"), [("zh-CN", "“为民”清单", "“‘为民’清单”"), ("en", "“为民”清单", "“‘为民’清单”"), ("zh-TW", "「為民」清單", "「『為民』清單」"), ("en", "o’clock", "“o’clock”")])
def test_what_a_message_quotes_has_inner_quotes(language, name, shown):
    told = Catalogue(language)("article.recounted", code="A-1", name=name, source="s", declared=3, field="same_as")
    assert shown in told and f"“{name}”" not in told.replace(shown, "")


def test_use_changes_the_language_of_the_process():
    before = i18n.language()
    try:
        for language, word in (("zh-CN", "受阻"), ("zh-TW", "受阻"), ("en", "blocked")):
            i18n.use(language)
            assert (i18n.language(), i18n.t("words.status_blocked")) == (language, word)
    finally:
        i18n.use(before)


# Taiwan


@pytest.mark.parametrize(
    ("simplified", "sheets", "taiwan"),
    [
        ("数据库文件没有权限，默认文件夹的地址", False, "資料庫檔案沒有權限，預設資料夾的位址"),
        ("另一个数据库的数据", False, "另一個資料庫的資料"),
        ("发布日期，年份系推定", False, "發布日期，年份係推定"),
        ("这一行在“状态”列有批注", True, "這一列在「狀態」欄有批註"),
        ("第 3 行没有编号", False, "第 3 行沒有編號"),
        ("按计划推进，占60%；核对身份", False, "按計畫推進，占60%；核對身分"),
        ("查看全部记录；不能记录将来的情况", False, "檢視全部紀錄；不能記錄將來的情況"),
        ("示例：直接回车", False, "範例：直接按 Enter 鍵"),
        ("试运行：逐行显示，并列出缺少的列；这一列出现两次", True, "試執行：逐列顯示，並列出缺少的欄；這一欄出現兩次"),
        ("这张表带来的记录，代录的都记录在案", False, "這張表帶來的紀錄，代錄的都記錄在案"),
        ("端口不对，或不准登录", False, "連接埠不對，或不准登入"),
    ],
)
def test_taiwans_own_words(simplified, sheets, taiwan):
    assert traditional(simplified, sheets) == taiwan


def test_no_mainland_word_is_left_in_the_traditional_catalogue():
    mainland = re.compile(
        "數據|默認|許可權|地址|超時|釋出|文本|單元格|程序|信息|軟件|文件夾|打印|跟蹤|型別|照準|賬|佔"
        # One character for two of which the wrong one was taken, or a word of screens where somebody goes and looks.
        "|錶|(?<!說)不準|說不准|[另所]注|欄出(?!現)|[試運執進]列|紀錄在案|現場檢視|無法分列|(?<!連接)埠|一臺|連字元|列出現"
    )
    found = {f"{room}.{key}": mainland.search(text)[0] for room in rooms() for key, text in messages("zh-TW", room).items() if mainland.search(text)}
    assert found == {}
