"""What an agency or the office does: one function per thing.

Every function takes the open `Books`, checks who asks and whether the rules
allow it, writes entries, and returns what it wrote. None commits or prints.
"""

from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find, select_deeds

__all__ = ["Books", "Deed", "Written", "find", "select_deeds"]
