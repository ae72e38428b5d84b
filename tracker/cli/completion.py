"""Completion for the shells: the scripts, which ask `deeds __complete` at every Tab."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.i18n import t

app = typer.Typer()

SCRIPTS = {
    "bash": r"""
_deeds() {
    local IFS=$'\n' line words=("${COMP_WORDS[@]:1:COMP_CWORD}") typed lead
    COMPREPLY=()
    # Bash takes --due=7-31 for three words; to deeds it is one.
    typed=${COMP_LINE:0:COMP_POINT}; typed=${typed##* }
    lead=${typed%"${COMP_WORDS[COMP_CWORD]}"}
    if [[ $typed == --*=* ]]; then
        while [[ ${#words[@]} -gt 0 && ${words[-1]} != --* ]]; do unset 'words[-1]'; done
        words[-1]=$typed
        [[ ${COMP_WORDS[COMP_CWORD]} == = ]] && lead=$typed
    else
        lead=
    fi
    for line in $("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null); do
        if [[ $line == :files ]]; then compopt -o default; COMPREPLY=(); return; fi
        line=${line%%$'\t'*}
        COMPREPLY+=("${line#"$lead"}")
    done
}
complete -F _deeds deeds
""",
    "zsh": r"""
#compdef deeds
_deeds() {
    local line
    local -a found
    for line in "${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        if [[ $line == :files ]]; then _files; return; fi
        [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}${${(M)line%%$'\t'*}:+:${line#*$'\t'}}")
    done
    _describe -V deeds found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _deeds "$@"; else compdef _deeds deeds; fi
""",
    "fish": r"""
function __deeds_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] __complete $words[2..-1] 2>/dev/null)
    if test "$found[1]" = :files
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $found
    end
end
complete -c deeds -f -k -a '(__deeds_complete)'
""",
}


@app.command(help=t("help.completion"), epilog=t("help.completion_example"))
def completion(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help=t("help.completion_shell"), show_default=False)],
) -> None:
    from tracker.cli import output
    from tracker.errors import UsageError

    if shell not in SCRIPTS:
        raise UsageError("shell_unknown", word=shell, choices=" / ".join(SCRIPTS))
    output.verbatim(SCRIPTS[shell].lstrip())
