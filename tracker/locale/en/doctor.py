"""deeds doctor: looks at the machine."""

MESSAGES = {
    "help": "Check this machine: libraries, fonts, database, disk; with the command that repairs what is wrong.",
    "help_example": "Example: deeds doctor; deeds doctor --json",
    "colon": ": ",
    # what is looked at
    "name_python": "Python",
    "name_locale": "terminal",
    "name_library": "library {name}",
    "name_shared": "system library {name}",
    "name_font": "font {name}",
    "name_official_fonts": "official typefaces",
    "name_zone": "zone data {name}",
    "name_file_system": "file system",
    "name_room": "disk",
    "name_database": "database",
    # what is found
    "said_version": "{version}",
    "said_locale": "{encoding}, language {language}",
    "said_found": "installed",
    "said_missing": "not installed",
    "said_official_fonts": "installed: {names}",
    "said_no_official_fonts": "none installed; reports use the Noto typefaces instead",
    "said_local": "on this machine ({kind})",
    "said_network": "{path} is on a network file system ({kind}), where several writers damage a database; keep it on a local disk or use PostgreSQL",
    "said_free": "{megabytes} MB free",
    "said_database": "{where}, version {version}, readable and writable",
}
