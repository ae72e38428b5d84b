"""Faults of the machine: program, database, settings, files; and of words as typed."""

MESSAGES = {
    # general
    "unexpected": "an unexpected error occurred in the program: {what}; please report this line together with the command, and check the books → deeds db check",
    # command line
    "os": "cannot read or write {file}: {what}; check the path, its permissions and the disk space → deeds doctor",
    # database
    "database_missing": "there is no database {path} yet; make one, or say where it is with DEEDS_DATABASE_URL; with the shipped commitments → deeds init; empty → deeds init --empty",
    "database_empty": "the database has no books in it yet → deeds init",
    "database_exists": "there is a database {path} already; it is not overwritten → deeds status",
    "database_behind": "the database (version {found}) is older than the program ({wanted}) → deeds db upgrade",
    "database_ahead": "the database (version {found}) is newer than the program ({wanted}); use a newer program, then → deeds doctor",
    "database_not_ours": "{path} is not a database file; check DEEDS_DATABASE_URL → deeds doctor",
    "database_damaged": "the database {path} is damaged, or its disk is failing; stop writing, restore a backup, then → deeds db check",
    "database_locked": "others kept the database {path} locked for too long; nothing was written; try again later, and if it goes on → deeds doctor",
    "database_readonly": "the database {path} cannot be written; check the permissions of the file and its folder → deeds doctor",
    "database_role": "the database role {user} may not do this. Issuing, closing a round, upgrading and the like are done by the office, as the role that owns the database (such as deeds). Check the user in DEEDS_DATABASE_URL → deeds whoami",
    "database_folder_readonly": "the folder {folder} cannot be written, so the database {path} in it cannot be used; correct its permissions, or keep the database in a folder that can be written → deeds doctor",
    "database_unreadable": "the database {path} cannot be opened; check the path and its permissions → deeds doctor",
    "database_unreachable": "the connection to {path} failed or broke off; check the server and the network; for the database's own words → DEEDS_DEBUG=1 deeds status",
    "database_password": "the database {path} does not accept this user and password; check the user in DEEDS_DATABASE_URL and the password in .pgpass → deeds doctor",
    "database_no_password": "the database {path} asks for a password and none was given; write a line HOST:PORT:{name}:USER:PASSWORD for it in .pgpass in your home folder (mode 600), then check → deeds doctor",
    "database_not_admitted": "the database {path} does not admit this user from this machine; its administrator allows that in pg_hba.conf, then → deeds doctor",
    "database_absent": "the server {host} has no database {name}; check DEEDS_DATABASE_URL; if it is still to be made, let its administrator run createdb {name}, then → deeds init",
    "database_host_unknown": "the database server {host} is not found: there is no such host, or this machine cannot resolve its name; check DEEDS_DATABASE_URL and the network → deeds doctor",
    "database_refused": "the database server {host} refuses: no PostgreSQL runs there, or the port is another; start it, or check DEEDS_DATABASE_URL → deeds doctor",
    "database_no_answer": "the database server {host} does not answer; check the network and its firewall, and try again → deeds doctor",
    "database_busy": "the database server {host} takes no more connections for now (too many, or it is starting or stopping); try again later → deeds doctor",
    "database_kind": "{kind} is not supported; use sqlite or postgresql in DEEDS_DATABASE_URL → deeds doctor",
    "database_url_invalid": "“{url}” is not a database address such as sqlite:///deeds.db; correct DEEDS_DATABASE_URL → deeds doctor",
    "zone_unknown": "there is no time zone “{zone}”; write it like Asia/Shanghai. If it is right, install the zone data → pip install tzdata",
    "driver_missing": "the PostgreSQL driver is not installed. In the folder of the program → DEEDS_DATABASE_URL=ADDRESS python3 bootstrap.py setup",
    "disk_full": "the disk is full, so {path} cannot be used; nothing was written; make room and try again → deeds doctor",
    "append_only": "entries in {path} are never changed; nothing was written; correct one by a new entry → deeds update --help",
    "demo_folder_used": "the folder {folder} is not empty and holds no earlier demonstration, so nothing was written. Choose another → deeds demo -o demonstration",
    "today_not_simulated": "DEEDS_TODAY is obeyed only by a sample database, which this is not → unset DEEDS_TODAY",
    # settings
    "config_missing": "there is no settings file {file}; check DEEDS_CONFIG, or drop it → unset DEEDS_CONFIG",
    "config_invalid": "line {line} of the settings file {file} is not TOML; write it like agency = \"SCJG\", then look at the settings → deeds whoami",
    "config_unknown": "“{name}” in the settings file {file} is not a setting; known are: {known}; correct it or take it out, then → deeds whoami",
    "today_invalid": "DEEDS_TODAY is “{value}”, which is not a day; write it like 2021-07-31, or drop it → unset DEEDS_TODAY",
    # audit, upgrade
    "books_unsound": "{count} {count:problem|problems} found; stop writing, keep the database as it is, and compare it with a backup; to list all → deeds db check --json",
    "projection_stale": "{count} {count:problem|problems} found, all in the table of present states, which can be rebuilt from the journal → deeds db rebuild",
    "backup_failed": "no backup could be made at {path} before the upgrade: {why}; the database is unchanged → deeds db upgrade",
    # doctor
    "doctor_found": "{count} {count:item is|items are} not in order (marked ✗); type the command after each, or set up everything → python3 bootstrap.py setup",
    # words, sources, import
    "status_word_unknown": "there is no status “{word}”. Choose from: {choices}",
    "light_word_unknown": "there is no light “{word}”. Choose from: {choices}",
    "day_unreadable": "“{word}” is not a day. Write 2021-07-31, 7-31 or yesterday",
    "percent_unreadable": "“{word}” is not a percentage. Write a whole percentage from 0% to 100%, such as 60%",
    "number_unreadable": "“{word}” is not a quantity. Write a number that is not negative, such as 1200 or 3.5",
    "target_unreadable": "no quantity can be read from the target “{word}”. Write digits and a unit, such as “3000 homes”, “>=95%”, “<=5 days” (turn less and more than into <= and >=); a target in words begins with a word; “none” clears it",
    "target_nothing": "the target “{word}” asks for nothing. Write a number above 0; “none” clears the target",
    "scope_twice": "--agency and --all-agencies contradict each other; leave one out",
    "column_unknown": "no column “{word}”. Choose from: {choices}",
    "file_missing": "there is no file {file}; check its path and name",
    "file_unreadable": "cannot read {file}: {why}; check the path and its permissions",
    # completion
    "shell_unknown": "there is no completion for “{word}”. Choose from: {choices} → deeds completion bash",
}
