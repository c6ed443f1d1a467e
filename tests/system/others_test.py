#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli with others at the same card: OpenSC again and again, a second one of its kind, and programs that hold
the card. Whatever comes out is so, no try is lost, and nobody is starved."""

import time

from rig import cli, testing
from rig.holder import EXCLUSIVE, Holder
from rig.processes import wait_for
from rig.visitor import Visitor

PUK, FRESH, OTHER = "12345678", "482915", "739164"
#: Seconds that nobody may have to wait for a card that is only used in short turns.
TURN = 15
#: Seconds until another program has a card while Kortvakt waits for somebody to type.
TYPING = 5


class Others(testing.RigTest):
    """What the tests have in common."""

    def at_the_prompt(self, card, *command):
        """Starts a command that sets a code, and waits until it has read the card and asks for the codes."""
        before = card.counters()["apdus"]
        process = self.cli.start("--json", *command, codes=True)
        wait_for(lambda: card.counters()["apdus"] > before, "the card to be read")
        # As soon as the reading is over anybody may have the card: nothing is held while a person types.
        with Holder(self.service, self.reader_name).wait(TYPING):
            seen = card.counters()["apdus"]
        self.assertIsNone(process.poll())
        self.assertEqual(card.counters()["apdus"], seen)
        return process

    def finish(self, process, *codes):
        """Types the codes; the exit code and what was told."""
        out, err = process.communicate("".join(code + "\n" for code in codes), timeout=60)
        return process.returncode, cli.Answer(process.returncode, out, err).json

    def assert_not_sent(self, card, code, told, error, exit_code):
        """It said so, and the card has got no code."""
        self.assertEqual((code, told["error"], told["codeSent"]), (exit_code, error, False), told)
        self.assertEqual(card.code_commands(), 0)


class OpenScInALoop(Others):
    """OpenSC's tools come and go while codes are set, and leave the card as it is or reset it."""

    def test_codes_are_set_and_everybody_gets_a_turn(self):
        for leaving in ("leave", "reset"):
            with self.subTest(leaving=leaving), self.inserted("classic-v3-used") as card:
                self.one(card, leaving)

    def one(self, card, leaving):
        identification, signature = "123456", "654321"
        with Visitor(self.service, leaving) as visitor:
            for fresh in ("482915", "739164", "615283", "927461"):
                sent = card.code_commands()
                code, told = self.cli.json("unlock", "signature", codes=[PUK, fresh])
                signature = fresh if self.came_out(card, code, told, sent) else signature
                sent = card.code_commands()
                code, told = self.cli.json("change", "identification", codes=[identification, fresh[::-1]])
                identification = fresh[::-1] if self.came_out(card, code, told, sent) else identification
                visits = len(visitor.visits)
                wait_for(lambda: len(visitor.visits) > visits, "another visit", TURN)
        self.assertEqual(visitor.failures(), [])
        self.assertLess(visitor.longest(), TURN)
        for name, value in ("5000:81", identification), ("5100:83", signature):
            self.assertEqual((card.code(name)["value"], card.code(name)["triesLeft"]), (value, 3))
        self.assertEqual((card.code("5000:82")["triesLeft"], card.code("5100:84")["triesLeft"]), (5, 5))
        self.assertTrue(self.opensc.verify("81", identification), self.opensc.said)
        self.assertEqual(self.opensc.raw_verify("5100", 0x83, signature), "9000")

    def came_out(self, card, code, told, sent):
        """Whether the code was set; else it was said that the card is busy, and nothing was sent."""
        if code == cli.DONE:
            self.assertEqual((told["result"], card.code_commands()), ("accepted", sent + 1), told)
            return True
        self.assertEqual((code, told["error"], told["codeSent"]), (cli.BUSY, "card-busy", False), told)
        self.assertEqual(card.code_commands(), sent)
        return False


class SecondKortvakt(Others):
    """Two of them have read the same card, and both are given codes."""

    def test_both_are_told_what_became_of_their_code_whoever_is_first(self):
        for _ in range(4):
            with self.inserted("classic-v3-pin-locked") as card:
                wrong = self.at_the_prompt(card, "unlock", "identification")
                right = self.at_the_prompt(card, "unlock", "identification")
                for process, codes in (wrong, ("87654321", FRESH)), (right, (PUK, OTHER)):
                    process.stdin.write("".join(code + "\n" for code in codes))
                    process.stdin.flush()
                wrong, right = self.finish(wrong), self.finish(right)
                self.assertEqual((wrong[0], wrong[1]["error"], wrong[1]["triesLeft"]), (cli.WRONG_CODE, "wrong-puk", 4))
                puk = card.code("5000:82")["triesLeft"]
                if right[0] == cli.DONE:  # it was first, and the wrong PUK came after it
                    self.assertEqual((card.code("5000:81")["value"], puk, card.code_commands()), (OTHER, 4, 2))
                else:
                    self.assertEqual((right[0], right[1]["error"], right[1]["codeSent"]),
                                     (cli.NEW_CODE_REFUSED, "fewer-tries", False))
                    self.assertEqual((puk, card.code_commands()), (4, 1))

    def test_no_code_goes_to_a_card_with_fewer_tries_than_were_shown(self):
        card = self.insert("classic-v3-pin-locked")
        second = self.at_the_prompt(card, "unlock", "identification")
        self.assertEqual(self.cli.json("unlock", "identification", codes=["87654321", FRESH])[0], cli.WRONG_CODE)
        code, told = self.finish(second, PUK, OTHER)
        self.assertEqual((code, told["error"], told["codeSent"], told["triesLeft"]),
                         (cli.NEW_CODE_REFUSED, "fewer-tries", False, 4), told)
        self.assertEqual((card.code_commands(), card.code("5000:82")["triesLeft"]), (1, 4))

    def test_two_right_ones_are_both_done_and_the_last_one_stays(self):
        card = self.insert("classic-v3-pin-locked")
        first = self.at_the_prompt(card, "unlock", "identification")
        second = self.at_the_prompt(card, "unlock", "identification")
        for process, fresh in (first, FRESH), (second, OTHER):
            process.stdin.write(f"{PUK}\n{fresh}\n")
            process.stdin.flush()
        for code, told in self.finish(first), self.finish(second):
            self.assertEqual((code, told["result"], told["codeSent"]), (cli.DONE, "accepted", True), told)
        self.assertEqual(card.code_commands(), 2)
        self.assertIn(card.code("5000:81")["value"], (FRESH, OTHER))
        self.assertEqual(card.code("5000:82")["triesLeft"], 5)


class Held(Others):
    """A program that has the card, for longer than anybody waits."""

    def test_a_card_held_from_the_beginning_is_busy(self):
        card = self.insert("classic-v3-pin-locked")
        for how in ("transaction", EXCLUSIVE):
            with self.subTest(how), Holder(self.service, self.reader_name, how).wait():
                code, told = self.cli.json("unlock", "identification", codes=[PUK, FRESH])
                self.assert_not_sent(card, code, told, "card-busy", cli.BUSY)

    def test_a_card_that_is_taken_while_the_codes_are_typed_is_busy_and_gets_none_later(self):
        for how in ("transaction", EXCLUSIVE):
            with self.subTest(how), self.inserted("classic-v3-pin-locked") as card:
                process = self.at_the_prompt(card, "unlock", "identification")
                with Holder(self.service, self.reader_name, how).wait():
                    self.assert_not_sent(card, *self.finish(process, PUK, FRESH), "card-busy", cli.BUSY)
                self.assertEqual(self.cli.card()["name"], "Anna Andersson")  # free, and nobody before it in a queue
                self.assertEqual(card.code_commands(), 0)

    def test_a_card_held_for_a_minute_is_busy_each_time_it_is_asked_for_and_works_afterwards(self):
        card = self.insert("classic-v3-pin-locked")
        asked = 0
        with Holder(self.service, self.reader_name).wait():
            until = time.monotonic() + 60
            while time.monotonic() < until:
                code, told = self.cli.json("unlock", "identification", codes=[PUK, FRESH])
                self.assert_not_sent(card, code, told, "card-busy", cli.BUSY)
                asked += 1
        self.assertGreater(asked, 1)
        code, told = self.cli.json("unlock", "identification", codes=[PUK, FRESH])
        self.assertEqual((code, told["result"], card.code_commands()), (cli.DONE, "accepted", 1), told)

    def test_a_card_that_is_let_go_in_time_gets_the_code(self):
        card = self.insert("classic-v3-pin-locked")
        process = self.at_the_prompt(card, "unlock", "identification")
        with Holder(self.service, self.reader_name).wait():
            process.stdin.write(f"{PUK}\n{FRESH}\n")
            process.stdin.flush()
            self.assertEqual(card.code_commands(), 0)
        code, told = self.finish(process)
        self.assertEqual((code, told["result"]), (cli.DONE, "accepted"), told)
        self.assertEqual((card.code_commands(), card.code("5000:81")["value"]), (1, FRESH))


if __name__ == "__main__":
    testing.main()
