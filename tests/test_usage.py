"""Faults in the words of a command, said in the user's language."""

from __future__ import annotations

import sys

import pytest

from tracker import cli
from tracker.cli import commands, main
from tracker.cli.panels import MODULES

pytest_plugins = ["office"]


@pytest.fixture(params=["zh-CN", "zh-TW", "en"])
def language(request, monkeypatch):
    """A language, and commands worded in it: their words are chosen when their modules are loaded, by whichever test came first."""
    monkeypatch.setenv("DEEDS_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "80")
    worded = {*MODULES.values(), "scope", "work"}
    for name in worded:
        monkeypatch.delitem(sys.modules, f"tracker.cli.{name}", raising=False)
        monkeypatch.delattr(cli, name, raising=False)
    commands._loaded.cache_clear()
    yield request.param
    for name in worded:  # those of before come back, if there were any
        sys.modules.pop(f"tracker.cli.{name}", None)
        vars(cli).pop(name, None)
    commands._loaded.cache_clear()


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        (["lst"], "没有“lst”这个命令，是不是：list", "there is no command “lst”; did you mean: list"),
        (["zzzzzz"], "没有“zzzzzz”这个命令", "there is no command “zzzzzz”"),
        (["db", "chek"], "没有“chek”这个命令，是不是：check？ → deeds db --help", "did you mean: check? → deeds db --help"),
        (["decide", "1", "--decline", "--note", "无"], "没有 --note 这个选项，是不是：--reason？ → deeds decide --help", "did you mean: --reason?"),
        (["decide", "1", "--reject"], "没有 --reject 这个选项，是不是：--decline？", "did you mean: --decline?"),
        (["db", "check", "--jsn"], "没有 --jsn 这个选项，是不是：--json？ → deeds db check --help", "there is no option --jsn"),
        (["db", "check", "--json=1"], "选项 --json 后面不带值", "--json takes no value"),
        (["db", "check", "more"], "多出的内容：more", "too many words: more"),
        (["name"], "缺少", "is missing"),
        (["update", "X-1-1", "--status"], "选项 --status 后面缺少值", "a value is missing after --status"),
        (["due", "--within", "-1"], "--within 的值须不小于 0 → deeds due --help", "the value of --within must be at least 0"),
        (["round", "open", "2021-07"], "缺少 --by（报送截止日） → deeds round open --help", "--by is missing ("),
    ],
)
def test_faults(words, chinese, english, language, capsys):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "Traceback" not in err
    if language != "zh-TW":
        assert (english if language == "en" else chinese) in err


@pytest.mark.parametrize("words", [["--help"], ["db", "--help"], ["db", "check", "--help"], ["update", "--help"]])
def test_help_pages_speak_the_language(words, language, capsys):
    assert main(words) == 0
    page = capsys.readouterr().out
    for english in ("Usage:", "Options:", "Show this message", "[OPTIONS]"):
        assert (english in page) == (language == "en"), english


def test_a_help_page_says_between_what_a_number_must_be_and_has_one_ellipsis(language, capsys):
    assert main(["due", "--help"]) == 0 and main(["list", "--help"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert "x>=" not in page and "…]..." not in page
    assert {"zh-CN": "[默认：5；不小于 0]", "zh-TW": "[預設：5；不小於 0]", "en": "[default: 5; at least 0]"}[language] in page


@pytest.mark.parametrize("language", ["en", "zh-CN", "en"], indirect=True)
def test_the_words_of_a_command_are_those_of_the_language(language, capsys):
    """In whatever order languages and other tests come."""
    main(["round", "open", "2021-07"])
    assert ("报送截止日" in capsys.readouterr().err) == (language == "zh-CN")


def test_kinds_of_values_are_known_in_a_language_other_than_that_of_the_command(language, office):
    """Free text may be empty and a code is told where codes are found, whatever language the command was loaded in."""
    office("round", "move", "--help", lang=language)
    office("show", "--help", lang=language)
    office("round", "open", "2021-07", "--by", "7-25")
    assert office("round", "move", "2021-07", "--by", "8-1", "--reason", " ", ok=False).code == 5
    assert "deeds list" in office("show", ok=False).err
