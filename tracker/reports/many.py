"""Many reports at once, on every core, into one folder that is there whole or not at all."""

from __future__ import annotations

import gc
import html
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tracker import sharing
from tracker.errors import DeedsError, OutputError
from tracker.reports import making, templates
from tracker.reports.facts import Facts
from tracker.reports.voice import Voice

# What the workers work on: inherited by the fork, so that nothing is sent to them but the number of a task.
_work: tuple | None = None


def write(
    wanted: Sequence[tuple[str, making.Scope]],
    facts: Facts,
    choices: making.Choices,
    folder: Path,
    told: Callable[[int, int], None] = lambda done, total: None,
    workers: int | None = None,
) -> int:
    """Draw reports (kind, scope) and an index of them into a new folder; returns how many.

    `told` hears how many are done. Raises OutputError, and what `making.pdf` raises.
    """
    global _work
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError("folder_not_empty", folder=folder)
    if not folder.absolute().parent.is_dir():
        raise OutputError("output_no_folder", folder=folder.absolute().parent)
    try:
        partial = Path(tempfile.mkdtemp(dir=folder.absolute().parent, prefix=f".{folder.name[:60]}-"))
    except OSError:
        raise OutputError("output_not_permitted", folder=folder.absolute().parent) from None
    names = [making.file_name(kind, facts, choices, scope) for kind, scope in wanted]
    _work = (wanted, facts, choices, partial, names)
    try:
        # The long ones first, so that no core is left with one at the end.
        order = sorted(range(len(wanted)), key=lambda n: -len(making.shown(facts, wanted[n][1])))
        templates.compile_all(choices.templates)
        _run(order, workers or os.cpu_count() or 1, told)
        (partial / "index.html").write_text(_index(wanted, names, facts, choices), encoding="utf-8")
        partial.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        partial.replace(folder)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise OutputError("output_failed", file=folder, why=error.strerror or error) from None
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    finally:
        _work = None
    return len(wanted)


def _run(order: Sequence[int], workers: int, told: Callable[[int, int], None]) -> None:
    from tracker.reports.pdf import load

    load()  # before the fork, so that it is loaded once
    told(0, len(order))
    if workers == 1 or len(order) == 1 or "fork" not in multiprocessing.get_all_start_methods():
        for done, number in enumerate(order, 1):
            _draw(number)
            told(done, len(order))
        return
    gc.collect()
    gc.freeze()  # what is there already is shared with the workers as long as the collector leaves it alone
    try:
        _share(list(order), workers, told)
    finally:
        gc.unfreeze()


def _share(tasks: list[int], workers: int, told: Callable[[int, int], None]) -> None:
    """A process a task, so that its memory goes with it; the first failure ends the others and is raised here."""
    context = multiprocessing.get_context("fork")
    running: dict[Connection, multiprocessing.Process] = {}
    total, done = len(tasks), 0
    tasks.reverse()
    try:
        while tasks or running:
            while tasks and len(running) < workers:
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_attempt, args=(tasks.pop(), theirs), daemon=True)
                process.start()
                theirs.close()
                running[ours] = process
            for ours in wait(running):
                try:
                    failed = ours.recv()
                except EOFError:
                    failed = RuntimeError, "a worker was killed"
                running.pop(ours).join()
                ours.close()
                if failed is not None:
                    raise _rebuilt(failed)
                done += 1
                told(done, total)
    finally:
        for ours, process in running.items():
            process.terminate()
            process.join()
            ours.close()


def _attempt(number: int, answer: Connection) -> None:
    gc.disable()
    sharing.keep_to_one()
    failed = None
    try:
        _draw(number)
    except DeedsError as error:
        failed = type(error), error.key.removeprefix("errors."), error.values
    except Exception as error:
        failed = RuntimeError, f"{type(error).__name__}: {error}"
    answer.send(failed)


def _rebuilt(failed: tuple) -> Exception:
    """An error of a worker: ours do not survive pickling, for their message is made of keywords."""
    kind, message, *values = failed
    return kind(message, **values[0]) if values else kind(message)


def _draw(number: int) -> None:
    wanted, facts, choices, folder, names = _work
    kind, scope = wanted[number]
    (folder / names[number]).write_bytes(making.pdf(kind, facts, choices, scope))


def _index(wanted, names, facts: Facts, choices: making.Choices) -> str:
    """A page of links, to be opened from the folder."""
    voice = Voice(choices.language, choices.script)
    rows = []
    for (kind, scope), name in zip(wanted, names, strict=True):
        who = voice.agency(facts.reading.agencies[scope.agency], full=True) if scope.agency else ""
        size = len(making.shown(facts, scope))
        cells = (voice.plain(f"file_{kind}"), who, str(size))
        rows.append(f'<tr><td><a href="{html.escape(name)}">{html.escape(name)}</a></td>' + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
    title = html.escape(voice.plain("index_title", day=voice.day(facts.reading.as_of)))
    sample = f"<p><strong>{html.escape(voice.plain('sample'))}</strong></p>" if facts.reading.simulated else ""
    heads = "".join(f"<th>{html.escape(voice.plain(key))}</th>" for key in ("index_file", "index_kind", "agency", "deeds"))
    return (
        f'<!DOCTYPE html>\n<html lang="{choices.language}"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;line-height:1.6}td,th{padding:.2em .8em;text-align:left}</style>"
        f"</head><body><h1>{title}</h1>{sample}<table><tr>{heads}</tr>\n" + "\n".join(rows) + "\n</table></body></html>\n"
    )
