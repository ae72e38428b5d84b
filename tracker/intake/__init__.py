"""The other doors to the books: a spreadsheet out and in, and pasted lines.

Both read what people wrote, strictly and with the place of every fault, and
then go through the same functions, checks and permissions as the command line
(`tracker.deeds`). Nothing here commits or prints.
"""
