"""Environment and file → one frozen Settings.

The file is TOML (`deeds.toml` in the working folder, else
`~/.config/deeds/config.toml`, or the one named by `DEEDS_CONFIG`) with the
same names in lower case and without the prefix: `database_url`, `agency`,
`person`, `lang`. The environment wins over the file.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import BadInput

DEFAULT_DATABASE = "sqlite:///deeds.db"
_NAMES = ("database_url", "agency", "person", "lang", "today")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program is told about its surroundings.

    `database_url` is an SQLAlchemy address or the path of an SQLite file;
    `agency` the code of the agency that acts (None: the coordinating office);
    `today` is obeyed only by a database marked simulated.
    """

    database_url: str = DEFAULT_DATABASE
    agency: str | None = None
    person: str | None = None
    lang: str | None = None
    today: date | None = None

    @property
    def has_no_file(self) -> bool:
        """Whether the database is an SQLite file that is not there; told without the libraries of databases, which take their time."""
        kind, _, path = self.database_url.partition(":///")
        return kind == "sqlite" and not os.path.exists(path.partition("?")[0])


def _line(error: ValueError, text: bytes) -> int:
    """The line that a settings file cannot be read from."""
    if isinstance(error, UnicodeDecodeError):
        text = text[: error.start]
    elif found := re.search(r"line (\d+)", str(error)):
        return int(found[1])
    return text.count(b"\n") + 1


def _file(environ: Mapping[str, str]) -> tuple[Path | None, dict[str, str]]:
    """The settings file in force, if there is one, and what it says."""
    named = environ.get("DEEDS_CONFIG")
    home = Path(environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".config")
    for path in [Path(named)] if named else [Path("deeds.toml"), home / "deeds" / "config.toml"]:
        try:
            text = path.read_bytes()
            content = tomllib.loads(text.decode("utf-8"))
        except FileNotFoundError:
            if named:
                raise BadInput("config_missing", file=path) from None
            continue
        except OSError as error:
            raise BadInput("file_unreadable", file=path, why=error.strerror) from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadInput("config_invalid", file=path, line=_line(error, text)) from None
        unknown = sorted(set(content) - set(_NAMES))
        if unknown:
            raise BadInput("config_unknown", file=path, name=unknown[0], known=", ".join(_NAMES))
        return path, {name: str(value) for name, value in content.items()}
    return None, {}


def origins(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Where each setting that is set comes from: the name of a variable, or the path of the file."""
    environ = os.environ if environ is None else environ
    path, values = _file(environ)
    found = dict.fromkeys(values, str(path))
    return found | {name: f"DEEDS_{name.upper()}" for name in _NAMES if environ.get(f"DEEDS_{name.upper()}")}


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force. Raises BadInput for a file or value that cannot be read."""
    environ = os.environ if environ is None else environ
    _, values = _file(environ)
    for name in _NAMES:
        value = environ.get(f"DEEDS_{name.upper()}")
        if value:
            values[name] = value
    url = values.get("database_url", DEFAULT_DATABASE)
    if "://" not in url:
        url = f"sqlite:///{url}"
    today = None
    if values.get("today"):
        try:
            today = date.fromisoformat(values["today"])
        except ValueError:
            raise BadInput("today_invalid", value=values["today"]) from None
    agency = values.get("agency")
    return Settings(url, agency.upper() if agency else None, values.get("person"), values.get("lang"), today)
