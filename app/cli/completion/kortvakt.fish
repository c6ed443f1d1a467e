# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
# fish's completion for kortvakt.

complete -c kortvakt -f
complete -c kortvakt -l background -d 'Start without a window'
complete -c kortvakt -l lang -x -a 'sv en' -d 'Language of the answers'
complete -c kortvakt -l help -d 'Tell how the program is used'
complete -c kortvakt -l version -d 'Tell its version'
