# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
# Completion for kortvakt-cli. Readers are not listed here: asking for them takes the smart card service.

_kortvakt_cli()
{
    local word=${COMP_WORDS[COMP_CWORD]} before='' command='' each
    ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}
    for each in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        case $each in
        list | show | unlock | change | activate | export | watch | report-card | policy) command=$each ;;
        esac
    done

    local offered='--reader --json --lang --help --version'
    case $before in
    --lang) offered='sv en' ;;
    --reader) offered='' ;;
    --check)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    unlock | change) offered='identification signature' ;;
    *)
        case $command in
        '') offered+=' list show unlock change activate export watch report-card policy' ;;
        list | show) offered+=' --masked' ;;
        unlock) offered+=' --dry-run --stdin --last-try' ;;
        change) offered+=' --stdin' ;;
        activate) offered+=' --stdin --last-try' ;;
        export) offered+=' --der' ;;
        policy) offered+=' --check' ;;
        esac
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$word")
}

complete -F _kortvakt_cli kortvakt-cli
