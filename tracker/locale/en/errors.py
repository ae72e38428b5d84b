"""Errors: one line saying what happened, why, and the next command to type."""

MESSAGES = {
    # general
    "unexpected": "the program met an error it did not foresee: {what}. Please report this line together with the command.",
    # proposal
    "proposal_missing": "there is no file {file}; check the path. A proposal is extracted from an article → deeds extract ARTICLE -o proposal.yaml",
    "proposal_is_folder": "{file} is a folder, not a proposal → deeds import FILE.yaml",
    "proposal_not_permitted": "{file} may not be read by this user; open its permissions or copy it → deeds import FILE.yaml",
    "proposal_unreadable": "{file} cannot be read (system error {number}); check the disk → deeds import FILE.yaml",
    "proposal_too_large": "{file} is larger than {limit} MB, which no proposal is; split it and import the parts → deeds import FILE.yaml",
    "proposal_not_utf8": "{file} is not UTF-8 text (line {line} cannot be read); save it as UTF-8 in your editor → deeds import FILE.yaml",
    "proposal_invalid": "{file}: nothing was imported; faults to mend: {count} → deeds import {argument}",
}
