"""Words of extracting."""

MESSAGES = {
    "found": "Found {commitments} {commitments:commitment|commitments}, {deeds} {deeds:deed|deeds} ({check} {check:commitment|commitments} to check); {context} mentioned and not tracked, {left_out} left out.",
    "legend": "Marks: {commitment}  {item}  {context}  {left_out}. Below, § and the number of the paragraph:",
    "legend_commitment": "a commitment",
    "legend_item": "its items",
    "legend_context": "mentioned, not tracked",
    "legend_left_out": "left out",
    "unknown_owners": "Not in the directory; give them codes under agencies in the file before the import: {names}",
    "guessed_owners": "Not registered yet; they stand under agencies in the file by the names of the text, with codes after the shipped directory, to be checked: {names}",
    "no_owners": "{count} {count:commitment has|commitments have} no agency in the text: give its code in the file before importing.",
    "open_dues": "{count} {count:deadline has|deadlines have} no day yet (their words stand in {basis}). Fill in {field} in the proposal or, where only the year is missing, extract again with the day of publication → deeds extract {file} --published DAY",
    "next": "Wrote {file}. Review it, then → deeds import {file} --dry-run",
}
