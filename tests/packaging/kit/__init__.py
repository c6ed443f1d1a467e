# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What the tests of the Debian packages share: `deb` looks into packages, `root` is a clean Debian to install them in,
`namespace` gives a test what it may do in there, `traces` compares what a system was with what it is, `quiet` runs
programs in it without any network."""
