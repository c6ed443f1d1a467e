# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Every outcome that a holder can meet in a dialog: with which card, by doing what, what is said, and what the card shows
afterwards. The sentences are written down here, and not taken from the program."""

from . import activating, changing, interruptions, issuers, rules, unlocking

OUTCOMES = [*unlocking.OUTCOMES, *changing.OUTCOMES, *activating.OUTCOMES, *rules.OUTCOMES, *interruptions.OUTCOMES,
            *issuers.OUTCOMES]
