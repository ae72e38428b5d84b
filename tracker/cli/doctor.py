"""Looking at the machine: is everything there that the program needs?"""

from __future__ import annotations

import typer

from tracker.cli.arguments import Json
from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("doctor.help"), epilog=t("doctor.help_example"))
def doctor(json: Json = False) -> None:
    from tracker import doctor, settings
    from tracker.cli import output
    from tracker.errors import MissingTool

    found = list(doctor.examine(settings.load()))
    wrong = sum(finding.ok is False for finding in found)
    if json:
        output.as_json({"sound": not wrong, "findings": [_plain(finding) for finding in found]})
    else:
        for finding in found:
            mark = {True: "✓", False: "✗", None: "·"}[finding.ok]
            line = f"{mark} {t(f'doctor.name_{finding.name}', **finding.values)}{t('doctor.colon')}{_said(finding)}"
            output.out(f"{line} → {finding.mend}" if finding.mend and not finding.ok else line)
    if wrong:
        raise MissingTool("doctor_found", count=wrong)


def _said(finding) -> str:
    key = finding.said if "." in finding.said else f"doctor.said_{finding.said}"
    return t(key, **finding.values).removesuffix(" → deeds doctor")


def _plain(finding) -> dict:
    return {
        "name": finding.name,
        "ok": finding.ok,
        **{name: value if isinstance(value, int) else str(value) for name, value in finding.values.items()},
        "said": _said(finding),
        "mend": None if finding.ok else finding.mend,
    }
