# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
# fish's completion for kortvakt-cli. Readers are not listed: asking for them takes the smart card service.

complete -c kortvakt-cli -f
complete -c kortvakt-cli -l reader -x -d 'The reader'
complete -c kortvakt-cli -l json -d 'Answer in JSON'
complete -c kortvakt-cli -l lang -x -a 'sv en' -d 'Language of the answers'
complete -c kortvakt-cli -l help -d 'Tell how the program is used'
complete -c kortvakt-cli -l version -d 'Tell its version'
complete -c kortvakt-cli -n __fish_use_subcommand -a list -d 'Readers with their state, and their cards'
complete -c kortvakt-cli -n __fish_use_subcommand -a show -d 'One card'
complete -c kortvakt-cli -n __fish_use_subcommand -a unlock -d 'Set a new code with the PUK'
complete -c kortvakt-cli -n __fish_use_subcommand -a change -d 'Set a new code with the old one'
complete -c kortvakt-cli -n __fish_use_subcommand -a activate -d 'Choose every code that is not chosen yet'
complete -c kortvakt-cli -n __fish_use_subcommand -a export -d 'A certificate, as PEM or DER'
complete -c kortvakt-cli -n __fish_use_subcommand -a watch -d 'A line for each change at the readers'
complete -c kortvakt-cli -n __fish_use_subcommand -a report-card -d 'What a maintainer needs to add a card'
complete -c kortvakt-cli -n __fish_use_subcommand -a policy -d 'Every setting, and where it comes from'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from unlock change' -a 'identification signature'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from list show' -l masked -d 'No names, and of serial numbers the end'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from unlock' -l dry-run -d 'Send nothing'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from unlock change activate' -l stdin -d 'Read codes from standard input'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from unlock activate' -l last-try -d 'Use the last attempt'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from export' -l der -d 'Export in DER'
complete -c kortvakt-cli -n '__fish_seen_subcommand_from policy' -l check -r -F -d 'Check a policy file'
