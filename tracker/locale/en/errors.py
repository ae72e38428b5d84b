"""Errors: one line saying what happened, why, and the next command to type."""

MESSAGES = {
    # general
    "unexpected": "the program met an error it did not foresee: {what}. Please report this line together with the command.",
}
