"""Practical deeds: every announced promise a tracked task with an owner and a status."""

__version__ = "0.1.0"
