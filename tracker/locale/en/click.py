"""The words of the command-line library itself, as they are."""

MESSAGES = {
    "Usage: ": "Usage: ",
    ": ": ": ",
    "[OPTIONS]": "[OPTIONS]",
    "COMMAND [ARGS]...": "COMMAND [ARGS]...",
    "Arguments": "Arguments",
    "Options": "Options",
    "Commands": "Commands",
    "(dynamic)": "(dynamic)",
    "default: {default}": "default: {default}",
    "env var: {var}": "env var: {var}",
    "required": "required",
    "Missing command.": "Missing command.",
    "Aborted!": "Aborted!",
    "Show this message and exit.": "Show this message and exit.",
}
