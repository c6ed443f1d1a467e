#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli when readers come and go, cards are exchanged, others hold the card, or pcscd is away."""

from rig import cli, testing
from rig.pcsc import SHARE_EXCLUSIVE
from rig.processes import wait_for


class ReadersComeAndGo(testing.RigTest):
    """Hot-plug."""

    def listed(self):
        code, told = self.cli.json("list")
        return code, [(reader["name"], reader["state"]) for reader in told["readers"]]

    def test_no_reader_is_told_apart_from_no_card(self):
        code, rows = self.listed()
        self.assertEqual([state for _, state in rows], ["no-card"])
        self.assertEqual(self.cli.run("show").code, cli.NO_CARD)
        self.reader.unplug()
        self.addCleanup(self.wait_for_reader)
        self.addCleanup(self.reader.plug)
        wait_for(lambda: not self.client.readers(), "the reader to leave the list")
        self.assertEqual(self.listed()[1], [])
        answer = self.cli.run("show")
        self.assertEqual(answer.code, cli.NO_CARD)
        self.assertIn("Ingen kortläsare är ansluten.", answer.out + answer.err)

    def test_a_second_reader_and_its_card_are_found(self):
        second = self.service.reader("Gemalto PC Twin Reader")
        self.addCleanup(lambda: second.listening() and second.unplug())
        card = self.insert("classic-v3-used", second)
        wait_for(lambda: len(self.client.readers()) == 2, "two readers")
        name = next(name for name in self.client.readers() if name.startswith("Gemalto"))
        self.client.wait_for_card(name)
        self.assertEqual(self.cli.card("--reader", name)["name"], "Anna Andersson")
        first = self.insert("plain-used")
        answer = self.cli.run("unlock", "signature", codes=["12345678", "482915"])
        self.assertEqual(answer.code, cli.USAGE)
        self.assertIn(name, answer.out + answer.err)
        self.assertEqual((card.code_commands(), first.code_commands()), (0, 0))

    def test_an_exchanged_reader_is_seen(self):
        self.reader.unplug()
        other = self.service.reader("OMNIKEY AG CardMan 3121")
        self.addCleanup(self.wait_for_reader)
        self.addCleanup(self.reader.plug)
        self.addCleanup(other.unplug)
        wait_for(lambda: [name[:7] for name in self.client.readers()] == ["OMNIKEY"], "the other reader")
        self.assertEqual([name[:7] for name, _ in self.listed()[1]], ["OMNIKEY"])

    def wait_for_reader(self):
        wait_for(lambda: self.reader_name in self.client.readers(), "the reader to be back")


class OthersAtTheCard(testing.RigTest):
    """Another program, or another card, in the way."""

    def test_a_card_held_exclusively_is_busy(self):
        card = self.insert("classic-v3-used")
        with self.client.connect(self.reader_name, SHARE_EXCLUSIVE):
            answer = self.cli.run("show")
            self.assertEqual(answer.code, cli.BUSY)
            self.assertIn("Kortet används av ett annat program.", answer.out + answer.err)
            self.assertEqual(self.cli.run("list").code, cli.BUSY)
            self.assertEqual(self.cli.run("unlock", "signature", codes=["12345678", "482915"]).code, cli.BUSY)
        self.assertEqual(card.code_commands(), 0)
        self.assertEqual(self.cli.run("show").code, cli.DONE)

    def test_a_card_that_another_program_resets_is_still_unlocked(self):
        card = self.insert("classic-v3-used")
        with self.client.connect(self.reader_name) as other:
            other.reset()
            answer = self.cli.run("unlock", "signature", codes=["12345678", "482915"])
        self.assertEqual(answer.code, cli.DONE, answer)
        self.assertEqual(card.code("5100:83")["value"], "482915")

    def test_nothing_is_sent_to_a_card_put_in_while_the_codes_are_typed(self):
        card = self.insert("classic-v3-used")
        process = self.cli.start("--json", "unlock", "signature", codes=True)
        with process:
            # It is at the card before it asks: to say how many tries are left, and for which card.
            wait_for(lambda: card.counters()["apdus"] > 0, "the card to be read")
            wait_for(lambda: self.quiet(card), "the card to have been read")
            card.eject()
            self.client.wait_for_card(self.reader_name, False)
            other = self.insert("siths-used")
            out, err = process.communicate("12345678\n482915\n", timeout=60)
        self.assertEqual(process.returncode, cli.REMOVED, out + err)
        told = cli.Answer(process.returncode, out, err).json
        self.assertEqual((told["error"], told["codeSent"]), ("card-swapped", False))
        self.assertEqual((card.code_commands(), other.code_commands()), (0, 0))

    def quiet(self, card):
        """Whether nobody has the card open: the transaction of reading it is over."""
        before = card.counters()["apdus"]
        with self.client.connect(self.reader_name) as other:
            other.begin()
            after = card.counters()["apdus"]
            other.end()
        return before == after

    def test_a_mute_card_says_so(self):
        self.insert("mute")
        code, told = self.cli.json("list")
        self.assertEqual((code, told["readers"][0]["state"]), (cli.REMOVED, "card-mute"))
        answer = self.cli.run("show")
        self.assertIn("Kortet svarar inte.", answer.out + answer.err)
        self.assertNotIn(answer.code, (cli.DONE, cli.OTHER))


class ServiceGoesAway(testing.RigTest):
    """pcscd stopped, killed, restarted."""

    def assert_down(self):
        code, told = self.cli.json("list")
        self.assertEqual(code, cli.SERVICE)
        self.assertNotEqual(told["service"], "up")
        answer = self.cli.run("list")
        self.assertEqual(answer.code, cli.SERVICE)
        self.assertIn("Datorns tjänst för smarta kort svarar inte.", answer.out + answer.err)

    def test_down_is_said_and_up_again_works(self):
        for away in (self.service.stop, self.service.kill):
            with self.subTest(away.__name__):
                away()
                self.assert_down()
                self.service.start()
                self.reconnect()
                with self.inserted("classic-v3-used"):
                    self.assertEqual(self.cli.card()["name"], "Anna Andersson")


if __name__ == "__main__":
    testing.main()
