#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The card pulled out at a command of an unlocking: before the card gets it, and before its answer is heard."""

from rig import cli, testing

PUK, FRESH = "12345678", "482915"


class PulledOut(testing.RigTest):
    """One unlocking for each point, each with a card of its own."""

    def unlock(self):
        return self.cli.json("unlock", "signature", codes=[PUK, FRESH])

    def test_the_error_is_right_and_at_most_one_code_is_sent(self):
        with self.inserted("classic-v3-used") as card:
            self.assertEqual(self.unlock()[0], cli.DONE)
            log = card.log()
        code = 1 + next(index for index, line in enumerate(log) if line.startswith("002C"))
        reached = set()
        for lost in ("command", "answer"):
            for number in points(len(log), code):
                with self.subTest(lost=lost, number=number, code=code), self.inserted("classic-v3-used") as card:
                    reached.add(self.one(card, lost, number))
        # The points are enough to meet each outcome.
        self.assertEqual(reached, {(0, False), (0, True), (1, True)})

    def one(self, card, lost, number):
        """Pulls the card at one command; (code commands the card got, whether told that one was sent)."""
        (card.fail_at if lost == "command" else card.lose_answer_at)(number)
        code, told = self.unlock()
        got = card.code_commands()
        self.assertLessEqual(got, 1)
        if told["result"] == "accepted":  # it was done, and the card was only pulled while it was looked at again
            self.assertEqual((code, got), (cli.DONE, 1), told)
        else:
            self.assertEqual((code, told["result"]), (cli.REMOVED, "failed"), told)
            self.assertEqual(told["error"], "card-removed-unsure" if told["codeSent"] else "card-removed")
        if got:
            self.assertTrue(told["codeSent"], told)
        self.assertEqual(card.code("5100:83")["value"], FRESH if got else "654321")
        self.assertEqual(card.code("5100:84")["triesLeft"], 5)
        return got, told["codeSent"]


def points(whole, code):
    """Every fifth command, the last, and all about the code command."""
    return [n for n in range(1, whole + 1) if n % 5 == 1 or n == whole or abs(n - code) < 4]


if __name__ == "__main__":
    testing.main()
