"""What the command line says by itself."""

MESSAGES = {
    "error": "error: {what}",
    "usage_error": "usage: {what} → {page}",
    "interrupted": "Interrupted.",
    "command_unknown": "there is no command “{name}”",
    "command_unknown_near": "there is no command “{name}”; did you mean: {near}?",
    # faults in the words of a command
    "usage_option_unknown": "there is no option {option}",
    "usage_option_unknown_near": "there is no option {option}; did you mean: {near}?",
    "usage_option_needs_value": "a value is missing after {option}",
    "usage_option_takes_none": "{option} takes no value",
    "usage_extra": "too many words: {words} (put text with spaces in quotes)",
    "usage_missing": "{name} is missing",
    "usage_missing_choice": "{name} is missing; one of: {choices}",
    "usage_empty": "the value of {name} is empty; write one",
    "yes_no": "(yes/no; Enter is no)",
    "yes_or_no": "Please answer yes or no.",
    "usage_value": "the value of {name} is not valid",
    "usage_value_number": "{name} takes a whole number",
    "usage_value_decimal": "{name} takes a number",
    "usage_value_choice": "{name} takes one of: {choices}",
    "usage_value_range": "the value of {name} is out of range ({range})",
    "usage_value_file": "the file of {name} does not exist or cannot be read",
    "usage_value_day": "{name} takes a day, like 2021-12-31",
    "usage_command_missing": "a subcommand is missing",
    "usage_other": "the command was not understood",
}
