# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What an outcome is written down as."""

from dataclasses import dataclass, field

from .cards import Card
from .words import Way


@dataclass(frozen=True)
class Outcome:
    """What comes of what a user does with a card."""
    name: str  #: a sentence
    card: Card
    way: Way
    story: list  #: what the user does and reads, in order
    sent: int  #: commands with a code that came to the card
    #: Value and tries of the codes that are not as they were, by name.
    after: dict = field(default_factory=dict)


class Later:
    """Notes calls of a rig.user.User: later.presses(UNLOCK) is a step of a story."""

    def __getattr__(self, name):
        return lambda *arguments, **more: lambda user: getattr(user, name)(*arguments, **more)


#: What stories are made of.
user = Later()
