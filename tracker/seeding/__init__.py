"""Proposal or seed file → commitments, items and deeds; safe to repeat.

`compare` says what a file would add or change, three ways: what was last
imported, what the file says, what holds now. `store` writes it.
"""

from tracker.seeding.compare import compare, default_day
from tracker.seeding.differing import differing
from tracker.seeding.misplaced import misplaced
from tracker.seeding.plan import ADD, CHANGE, KEPT, LINK, MISSING, UNCHANGED, Change, Plan
from tracker.seeding.store import store
from tracker.seeding.twice import told_before, told_twice

__all__ = ["ADD", "CHANGE", "KEPT", "LINK", "MISSING", "UNCHANGED", "Change", "Plan", "compare", "default_day", "differing", "misplaced", "store", "told_before", "told_twice"]
