#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Debian's own vpcd driver: the ordinary way to put a soft card into pcscd, and its habit of telling a card pulled
inside a command as success without a byte."""

from rig import cli, testing


class StockDriver(testing.RigTest):
    """One reader of the stock driver, from pcscd's configuration."""

    @classmethod
    def plug_reader(cls):
        """The stock driver reads its port when pcscd starts."""
        testing.RigTest.reader = cls.service.stock_reader()
        cls.service.restart()

    def test_a_card_is_read_and_unlocked(self):
        card = self.insert("classic-v3-pin-locked")
        self.assertEqual({pin.id for pin in self.opensc.dump().pins}, {"81", "82"})
        self.assertEqual(self.cli.card()["name"], "Anna Andersson")
        answer = self.cli.run("unlock", "identification", codes=["12345678", "482915"])
        self.assertEqual(answer.code, cli.DONE, answer)
        self.assertTrue(self.opensc.verify("81", "482915"))
        self.assertEqual(card.code("5000:82")["triesLeft"], 5)

    def test_a_card_pulled_inside_a_command_is_no_success(self):
        with self.inserted("plain-used") as card:
            code, told = self.cli.json("unlock", "signature", codes=["56789012", "482915"])
            self.assertEqual((code, told["result"]), (cli.DONE, "accepted"))
            whole = card.counters()["apdus"]
        for number in range(1, whole + 1, max(1, whole // 8)):
            with self.subTest(number=number, whole=whole), self.inserted("plain-used") as card:
                card.lose_answer_at(number)
                code, told = self.cli.json("unlock", "signature", codes=["56789012", "482915"])
                sent = card.code_commands()
                self.assertLessEqual(sent, 1)
                self.assertEqual(card.code("5015:02")["value"], "482915" if sent else "654321")
                if told["result"] != "accepted":
                    self.assertEqual(code, cli.REMOVED, told)
                    self.assertIn(told["error"], ("card-removed", "card-removed-unsure"))
                self.assertEqual(told["codeSent"], bool(sent))


if __name__ == "__main__":
    testing.main()
