"""Words of making and filling the books."""

MESSAGES = {
    "created": "Created the database {where}",
    "next_import": "Next → deeds import FILE.yaml",
    "next_list": "Next → deeds list; deeds status",
    "imported": "{file}: {add} added, {change} changed, {unchanged} unchanged, {missing} missing from the file, {kept} kept as the agency entered; {deeds} new deeds.",
    "import_dry": "{file} (dry run, nothing written): {add} to add, {change} to change, {unchanged} unchanged, {missing} missing from the file, {kept} kept as the agency entered.",
    "add": "add",
    "change": "change",
    "missing": "missing from the file",
    "kept": "kept as the agency entered",
    "what_agency": "agency",
    "what_source": "source",
    "what_commitment": "commitment",
    "what_item": "item",
    "unnamed_added": "+ add {count} unnamed items",
}
