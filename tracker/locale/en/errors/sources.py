"""Where commitments come from: articles, proposals, imports."""

MESSAGES = {
    # proposal
    "proposal_missing": "there is no file {file}; check the path. A proposal is extracted from an article → deeds extract ARTICLE -o proposal.yaml",
    "proposal_is_folder": "{file} is a folder, not a proposal → deeds import FILE.yaml",
    "proposal_not_permitted": "{file} may not be read by this user; open its permissions or copy it → deeds import FILE.yaml",
    "proposal_unreadable": "{file} cannot be read (system error {number}); check the disk → deeds import FILE.yaml",
    "proposal_too_large": "{file} is larger than {limit} MB, which no proposal is; split it and import the parts → deeds import FILE.yaml",
    "proposal_not_utf8": "{file} is not UTF-8 text (line {line} cannot be read); save it as UTF-8 in your editor → deeds import FILE.yaml",
    "proposal_invalid": "{file}: nothing was imported; faults to mend: {count} → deeds import {argument}",
    # words, sources, import
    "import_impossible": "the file and the database disagree in {count} places (listed above), so nothing was imported; correct the file, then → deeds import FILE.yaml",
    "import_code_taken": "the code {code} is {agency} already and cannot be {name} too. Choose another code; for a new name → deeds agency rename {code} --name {name}",
    "import_name_taken": "{name} has the code {code} in the directory. Take this line out, and give {code} in the commitment",
    "import_place_beyond": "the place ends at character {end}, and the text has {length}. Correct it, or take place out",
    "source_text_differs": "{file} is not the text that this proposal was made from (SHA-256 {sha256}). Put the former file back; if the text has changed, extract again → deeds extract {file}",
    "import_agency_unknown": "there is no agency {code}. Add it under agencies in the file, or use a code of the directory",
    "import_owner_changed": "{code} is registered under {old}; an import cannot change the owner. Change it back, or let the office assign it",
    "import_same_as_unknown": "there is no commitment {code}; correct same_as in the file; see the codes → deeds list",
    "import_same_as_late": "{code} is tracked by deeds of its own already and cannot become the same as {other}; drop them one by one → deeds drop {code}-1 --reason duplicate --into {other}-1",
    "import_text_known": "this text was imported as the source {other}; as {key} every deed would be tracked twice. Change the key to {other}, or look → deeds source list",
    "import_text_other": "the source {key} is another text already, and its commitments would be rewritten. If this is a corrected version of it, add corrects: {sha256} under source; if not, extract it under another key → deeds extract ARTICLE --key {key}-2 -o proposal.yaml",
    "import_key_new": "all items of {code} are numbered already; there is no place for “{key}”. Use the key of an existing item, or correct `declared`",
    "import_two_coordinators": "there can be one coordinating office only; found: {codes}; leave one coordinates: true in the file",
    "source_hash_unknown": "{file} is none of the registered sources (its SHA-256 is {sha256}); check the file → deeds source list",
    # article
    "article_empty": "the article is empty. Give a file with text in it → deeds extract --help",
    "article_too_large": "the file is larger than {limit} MB, hardly an article. Give the text alone → deeds extract --help",
    "article_is_pdf": "this is a PDF file, not text. Save it as plain text or as a web page first → deeds extract --help",
    "article_is_office": "this is a word-processor document, not text. Save it as plain text first → deeds extract --help",
    "article_is_mht": "this is a web archive (.mht), not text. Save the page as HTML only, or as plain text → deeds extract --help",
    "source_key_shape": "{value} is no key of a source. Use small letters, digits and hyphens, a letter or digit at both ends, at most 60 characters → deeds extract --help",
    "output_is_article": "{file} is the article itself and is not overwritten. Write the proposal to another file → deeds extract {file} -o proposal.yaml",
    "article_is_binary": "this is not a text file. Give plain text or a saved web page → deeds extract --help",
    "article_encoding": "the file is neither UTF-8 nor GB18030. Save it as UTF-8 and try again → deeds extract --help",
    "demo_owners_unknown": "the directory of the demo does not know {names}; extract the commitments and give each owner a code → deeds extract {file} -o proposal.yaml",
    "article_nothing_found": "no commitments were found in the article. See what was left out and why → deeds extract {file} --show",
}
