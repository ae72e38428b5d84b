"""Make the pictures of README and the guides anew, from the demo's sample data.

    .venv/bin/python docs/images/make.py

Needs pdftoppm (Debian's poppler-utils) and, for the spreadsheet, soffice
(libreoffice-calc). Look at each picture before committing it.
"""

from __future__ import annotations

import html
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEEDS = Path(sys.executable).with_name("deeds")
SCREEN = """<meta charset="utf-8"><style>
@page { size: %dch %dlh; margin: 0; background: #1e1e24 }
* { font: 12px/18px "Noto Sans Mono CJK SC"; color: #e6e6e6 }
pre { margin: 18px; white-space: pre }
i { display: inline-block; width: .5em; font-family: "DejaVu Sans Mono"; font-style: normal; letter-spacing: 0 }
</style><pre>%s</pre>"""


def run(*words: str | Path, **more: str) -> None:
    subprocess.run([str(word) for word in words], check=True, env={**os.environ, **more}, stdout=subprocess.DEVNULL)


def page(pdf: Path, name: str, number: int = 1, dots: int = 80, crop: tuple[str, ...] = ()) -> None:
    run("pdftoppm", "-r", str(dots), "-png", "-f", str(number), "-l", str(number), "-singlefile", *crop, pdf, HERE / name)


def screen(name: str, command: list[str], columns: int, **more: str) -> None:
    """What a command shows on a terminal of so many columns, as a picture."""
    typed = " ".join(["deeds", *command])
    plain, styled = typed_screen(command, columns, more)
    height = len(plain.splitlines()) + 4
    found = SCREEN % (columns // 2 + 4, height, f'<b style="color:#8fd18f">$ {html.escape(typed)}</b>\n{styled}')
    found = found.replace("ch ", "em ", 1).replace("lh;", "px;", 1).replace(f"{height}px", f"{height * 18}px")
    with tempfile.TemporaryDirectory() as folder:
        import weasyprint

        weasyprint.HTML(string=found).write_pdf(f"{folder}/screen.pdf")
        page(Path(folder) / "screen.pdf", name, dots=110)


def typed_screen(command: list[str], columns: int, more: dict[str, str]) -> tuple[str, str]:
    """Plain text and HTML of a screen."""
    from rich.console import Console
    from rich.text import Text

    ours, theirs = pty.openpty()
    env = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **more}
    done = subprocess.Popen([str(DEEDS), *command], stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=env)
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    assert done.wait() == 0, said.decode()
    text = Text.from_ansi(said.decode().replace("\r\n", "\n").rstrip())
    console = Console(record=True, width=columns * 2, file=io.StringIO(), force_terminal=True)
    console.print(text, soft_wrap=True, end="")
    # Signs that are a column wide on a terminal, and two in this face.
    return text.plain, re.sub("[●○▲◆■×·…→↑]", r"<i>\g<0></i>", console.export_html(inline_styles=True, code_format="{code}"))


HIDDEN = "ADEFGMNOP"
"""The columns of a form that the clerk leaves as they are, or seldom fills in: without them it can be read at the width of a page."""


def form(given: Path, folder: Path, name: str) -> None:
    import openpyxl

    book = openpyxl.load_workbook(given)
    wide = book.worksheets[1].column_dimensions
    for dimension in list(wide.values()):
        dimension.max = dimension.min  # D is as wide as C, and told with it
    for column in HIDDEN:
        wide[column].hidden, wide[column].width = True, 1
    book.save(folder / "form.xlsx")
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "form.xlsx", HOME=str(folder))
    page(folder / "form.pdf", name, 2, 72, ("-x", "24", "-y", "40", "-W", "1062", "-H", "84"))


def pictures(language: str, mark: str) -> None:
    """All the pictures in a language; `mark` stands behind their names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(DEEDS, "demo", "-o", folder / "demo", "--lang", language, DEEDS_LANG=language)
        os.environ |= {"DEEDS_DATABASE_URL": str(folder / "demo" / "deeds.db"), "DEEDS_LANG": language}
        [brief] = (folder / "demo").glob("*.pdf")
        page(brief, f"brief-page-1{mark}")
        for kind, dots, more in (("agency", 64, ("JYT",)), ("ledger", 72, ()), ("reminder", 64, ())):
            run(DEEDS, "report", kind, *more, "-o", folder / f"{kind}.pdf", "--lang", language)
            page(folder / f"{kind}.pdf", f"{kind}-page-1{mark}", dots=dots)
        screen(f"status{mark}", ["status"], 108 if mark else 84)  # English names are longer
        if shutil.which("soffice"):
            run(DEEDS, "handout", "-o", folder / "out", "--agency", "JYT")
            [given] = (folder / "out").glob("*.xlsx")
            form(given, folder, f"form{mark}")


def main() -> None:
    pictures("zh-CN", "")
    pictures("en", ".en")


if __name__ == "__main__":
    main()
