"""What the word being typed on the command line may become.

Called by the shell at every press of Tab, so it has to be quick: the commands
and options come from a table made beforehand (`tracker.cli.grammar`), codes
and agencies straight out of an SQLite file, opened for reading only. Without
such a file, as on PostgreSQL, commands, options and statuses are still offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.cli.grammar import GRAMMAR
from tracker.cli.listing import ALL, GROUPS, SORTS
from tracker.cli.panels import PANELS
from tracker.i18n import language, t

FILES = ":files"
MANY = 150  # more codes than this help nobody: then the level above is offered
STATUSES = ("not_started", "in_progress", "blocked", "completed", "suspended", "terminated")
COLOURS = ("solid_blue", "hollow_blue", "green", "yellow", "red", "grey", "none")
# A kind of value with codes of its own → what the keys of their words begin with, and the codes.
NAMED = {
    "STATUS": ("words.status", STATUSES),
    "LIGHT": ("words.colour", COLOURS),
    "ROLE": ("words.role", ("clerk", "office", "verifier", "leader")),
    "DUTY": ("words.duty", ("leader", "liaison")),
    "merged|duplicate|nonexistent": ("words.drop", ("merged", "duplicate", "nonexistent")),
    "COLUMNS": ("look.column", ALL),
    "COLUMN": ("look.column", GROUPS),
    "|".join(SORTS): ("look.column", SORTS),
}
_ENDLESS = "\U0010ffff"

Candidate = tuple[str, str]  # the word, and what it means ("" where it speaks for itself)


def candidates(words: Sequence[str]) -> list[Candidate]:
    """What the last of `words` (after `deeds`) may become; `FILES` alone where the shell should offer files."""
    *before, word = words or [""]
    path, options, arguments, rest = _command(before)
    if path is None:
        return _fitting(word, _commands())
    if not path or path not in GRAMMAR:
        return _fitting(word, _children(path))
    wanted, word, lead = _wanted(options, arguments, rest, word)
    if wanted is None:
        return _fitting(word, [(name, "") for name in sorted(options) if name.startswith("--")])
    found = _figures(rest, word) if wanted == "FIGURE" else _values(wanted, word)
    return found if found == [(FILES, "")] else [(lead + value, meaning) for value, meaning in found]


def lines(words: Sequence[str]) -> Iterator[str]:
    """The same, one candidate a line, with its meaning after a tab."""
    from tracker.plaintext import visible

    for value, meaning in candidates(words):
        plain = visible(re.sub(r"\s+", " ", meaning))[:60]
        yield f"{value}\t{plain}" if plain else value


def _command(before: Sequence[str]) -> tuple[str | None, dict[str, str], list[str], list[str]]:
    """The command that was typed, its options, its arguments, and the words after it; None before any command."""
    if not before:
        return None, {}, [], []
    path = before[0]
    if len(before) > 1 and path not in GRAMMAR:
        path = f"{path} {before[1]}"
    options, arguments = GRAMMAR.get(path, ({}, []))
    return path, options, arguments, list(before[path.count(" ") + 1 :])


def _commands() -> list[Candidate]:
    return [(name, t(f"help.{name}_short")) for panel in PANELS.values() for name in panel]


def _children(group: str) -> list[Candidate]:
    """The commands of a group such as `report`."""
    return [(path.split(" ")[1], "") for path in GRAMMAR if path.startswith(f"{group} ")]


def _wanted(options, arguments, rest, word) -> tuple[str | None, str, str]:
    """The kind of value wanted, the part of it that was typed, and what stands before it; None for an option."""
    option, equals, value = word.partition("=")
    if word.startswith("-") and equals and options.get(option):
        return options[option], value, f"{option}="
    if rest and options.get(rest[-1]):
        return options[rest[-1]], word, ""
    if word.startswith("-"):
        return None, word, ""
    given, after_option = 0, False
    for each in rest:
        if after_option:
            after_option = False
        elif each.startswith("-") and each != "-":
            after_option = bool(options.get(each))
        else:
            given += 1
    if given < len(arguments):
        return arguments[given], word, ""
    if arguments and arguments[-1].endswith("…"):
        return arguments[-1], word, ""
    return None, word, ""


def _values(kind: str, word: str) -> list[Candidate]:
    kind = kind.rstrip("…")
    if kind in ("FILE", "FILES", "FOLDER"):
        return [(FILES, "")]
    if kind == "COLUMNS":
        return _several(word, *NAMED[kind])
    if kind in NAMED:
        return _named(word, *NAMED[kind])
    if kind == "AGENCY":
        return _agencies(word)
    if kind == "CODE":
        return _codes(word)
    if kind == "CODES":
        return list(dict.fromkeys(_wholes(word) + _codes(word)))
    if kind == "CODE|AGENCY":
        return _agencies(word) + _codes(word)
    if "|" in kind:
        return _fitting(word, [(choice, "") for choice in kind.split("|")])
    return []


def _named(word: str, prefix: str, codes: Sequence[str]) -> list[Candidate]:
    """The words of the language in use with the codes they stand for, or, for what begins like one, the codes.

    English words may have blanks, at which a shell would part them: there the codes come first.
    """
    named = [(code, t(f"{prefix}_{code}")) for code in codes]
    first, second = named, [(name, code) for code, name in named]
    if language() != "en":
        first, second = second, first
    return _fitting(word, first) or _fitting(word, second)


def _several(word: str, prefix: str, codes: Sequence[str]) -> list[Candidate]:
    """The same for words of which several may be given, parted by commas; none is offered twice."""
    given, comma, last = word.rpartition(",")
    taken = given.split(",")
    return [(given + comma + value, meaning) for value, meaning in _named(last, prefix, codes) if not {value, meaning} & set(taken)]


def _figures(rest: Sequence[str], word: str) -> list[Candidate]:
    """The figures that the report named before carries, with what each counts; too many give way to what their ids begin with."""
    from pathlib import Path

    from tracker.errors import DeedsError
    from tracker.reports import meanings, reopening

    try:
        _, carried, _ = reopening.read(Path(next(each for each in rest if not each.startswith("-"))))
    except (DeedsError, StopIteration):
        return []
    known = [id for id in carried["figures"] if id.startswith(word)]
    if len(known) > MANY:
        return [(head, "") for head in dict.fromkeys(id[: id.find(".", len(word)) + 1] or id for id in known)]
    names = dict(_agencies(""))
    found = []
    for id in known:
        try:
            said = meanings.meaning(id, t, lambda code: names.get(code, code), lambda code: carried["commitments"][code]["name"])
        except LookupError:  # a report of another version
            said = ()
        found.append((id, " · ".join(said)))
    return found


def _fitting(word: str, choices: Sequence[Candidate]) -> list[Candidate]:
    return [choice for choice in choices if choice[0].startswith(word)]


def _agencies(word: str) -> list[Candidate]:
    """Agencies by code, or by name for a word that begins like one."""
    rows = _asked(
        "SELECT v.agency, v.name FROM agency_version v JOIN (SELECT agency, max(id) AS id FROM agency_version"
        " GROUP BY agency) latest ON latest.id = v.id ORDER BY v.rank"
    )
    by_code = [row for row in rows if row[0].startswith(word.upper())]
    return by_code or [(name, code) for code, name in rows if name.startswith(word)]


def _codes(word: str) -> list[Candidate]:
    """Codes of deeds; those of commitments, then of agencies, where there are too many. First come one's own."""
    from tracker import settings

    start = word.upper() or (f"{agency}-" if (agency := settings.load().agency) else "")
    between = (start, start + _ENDLESS)
    deeds = _asked(
        "SELECT d.code, coalesce(c.title, '') FROM deed d JOIN current c ON c.deed_id = d.id"
        f" WHERE d.code >= ? AND d.code < ? LIMIT {MANY + 1}",
        between,
    )
    if len(deeds) <= MANY:
        return sorted(deeds, key=_natural)
    commitments = _commitments(between)
    return commitments if 1 < len(commitments) <= MANY else _agencies(word)


def _wholes(word: str) -> list[Candidate]:
    """Agencies and commitments, each of which stands for all its deeds; nothing is offered before the first letter."""
    if not word:
        return []
    start = word.upper()
    commitments = _commitments((start, start + _ENDLESS))
    agencies = [(code, name) for code, name in _agencies(word) if code.startswith(start)]
    return agencies + (commitments if len(commitments) <= MANY else [])


def _commitments(between: tuple[str, str]) -> list[Candidate]:
    """Those whose code lies between the two, one more than `MANY` at most."""
    found = _asked(
        "SELECT c.code, v.name FROM commitment c JOIN commitment_version v ON v.commitment_id = c.id"
        f" WHERE c.code >= ? AND c.code < ? GROUP BY c.code HAVING v.id = max(v.id) LIMIT {MANY + 1}",
        between,
    )
    return sorted(found, key=_natural)


def _natural(candidate: Candidate) -> list:
    return [int(part) if part.isdigit() else part for part in candidate[0].split("-")]


def _asked(query: str, values: Sequence[str] = ()) -> list[Candidate]:
    """Rows of the SQLite file of the settings; none where there is none, or it cannot be read."""
    import sqlite3
    from pathlib import Path
    from urllib.parse import quote

    from tracker import settings
    from tracker.errors import DeedsError

    try:
        url = settings.load().database_url
        if not url.startswith("sqlite:///"):
            return []
        path = Path(url.removeprefix("sqlite:///")).absolute()
        connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=0.2)
        try:
            return connection.execute(query, tuple(values)).fetchall()
        finally:
            connection.close()
    except (DeedsError, sqlite3.Error):
        return []
