"""Whether a door brings what it brought before: by the uid that is made of the content.

What was taken back, or said and then said otherwise, may be said again. That
is a new entry, whose uid is made of the content and of the deed's last entry.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker import journal
from tracker.deeds import Deed
from tracker.journal import Entry


def brought(deed: Deed, uid: Callable[..., str]) -> tuple[Entry | None, str]:
    """The last entry that was brought with this content and was not taken back, and the uid for a new one.

    `uid` makes the uid of the content, and of what else it is given. A new
    one is `uid()` only if the content was never brought.
    """
    first = uid()
    if all(entry.uid != first for entry in deed.entries):
        return None, first
    ours = {first, *(uid(entry.number) for entry in deed.entries)}
    known = [entry for entry in journal.live(deed.entries) if entry.uid in ours]
    return known[-1] if known else None, uid(max(entry.number for entry in deed.entries))
