# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
# Completion for kortvakt.

_kortvakt()
{
    local word=${COMP_WORDS[COMP_CWORD]} before='' offered='--background --lang --help --version'
    ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}
    [[ $before == --lang ]] && offered='sv en'
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$word")
}

complete -F _kortvakt kortvakt
