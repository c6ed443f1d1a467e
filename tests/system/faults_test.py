#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The fault matrix's real part: kortvakt-cli at a real pcscd, and something goes wrong at a command of a flow.

What the programs do is in tests/faults, for every kind of card; here are two kinds, and the service, the reader and the
program are the real ones. The card itself tells which codes it got.
"""

from dataclasses import dataclass

from rig import cli, testing
from rig.processes import wait_for

FRESH, OTHER = "739164", "582047"


@dataclass
class Flow:
    """A command of the program, and a card for it."""
    personality: str
    arguments: tuple
    codes: list
    #: Which code counts what is presented, and how often a wrong one is taken.
    presented: str
    #: Names and values of what is set.
    new: dict

    @property
    def several(self):
        """Whether the program answers with a list."""
        return self.arguments == ("activate",)


FINEID_PUK = "A000000063504B43532D3135:83"
UNLOCK = (Flow("classic-v3-pin-locked", ("unlock", "identification"), ["12345678", FRESH], "5000:82", {"5000:81": FRESH}),
          Flow("fineid-pin-locked", ("unlock", "identification"), ["87654321", FRESH], FINEID_PUK, {"3F00:11": FRESH}))
CHANGE = (Flow("classic-v3-pin-locked", ("change", "signature"), ["654321", FRESH], "5100:83", {"5100:83": FRESH}),
          Flow("fineid-pin-locked", ("change", "signature"), ["654321", FRESH], "5016:82", {"5016:82": FRESH}))
ACTIVATE = (Flow("classic-v3-delivered", ("activate",), ["12345678", FRESH, OTHER], "5000:82",
                 {"5000:81": FRESH, "5100:83": OTHER}),
            Flow("fineid-delivered", ("activate",), ["87654321", FRESH, OTHER], FINEID_PUK,
                 {"3F00:11": FRESH, "5016:82": OTHER}))


class FaultsTest(testing.RigTest):
    """One card for a flow, made anew for each case."""

    def run_flow(self, flow):
        """The exit code and what was told, always as a list."""
        code, told = self.cli.json(*flow.arguments, codes=flow.codes)
        return code, told if isinstance(told, list) else [told]

    def anew(self, card):
        """The card as it was at the start, in the reader."""
        card.eject()
        self.client.wait_for_card(self.reader_name, False)
        card.reset()
        card.insert()
        self.client.wait_for_card(self.reader_name)

    def commands(self, flow, card):
        """How many commands the whole flow has, and which of them carry codes, counted from 1."""
        code, told = self.run_flow(flow)
        self.assertEqual((code, [one["result"] for one in told]), (cli.DONE, ["accepted"] * len(flow.new)), told)
        log = card.log()
        return len(log), [at for at, line in enumerate(log, 1) if line.startswith(("002C", "0024"))]

    def check(self, flow, card, before, code, told):
        """The invariants, by the card's own counters; which outcome it was."""
        after = {one["name"]: one for one in card.counters()["codes"]}
        got = card.code_commands()
        said = sum(one["codeSent"] for one in told)
        self.assertLessEqual(got, len(flow.new))
        self.assertGreaterEqual(said, got, "the card got a code, and nobody said so")
        self.assertLessEqual(said, got + 1, "a code was said to be sent that was not")
        for one in before:
            self.assertGreaterEqual(after[one["name"]]["triesLeft"], one["triesLeft"], one["name"])
        changed = [name for name, value in flow.new.items() if after[name]["value"] == value]
        self.assertEqual(len(changed), got, "the card has taken what it got")
        accepted = [one for one in told if one["result"] == "accepted"]
        self.assertLessEqual(len(accepted), got)
        self.assertEqual(accepted, told[:len(accepted)], "nothing follows a code that was not accepted")
        if code == cli.DONE:
            self.assertEqual((len(accepted), got), (len(flow.new),) * 2, told)
            return "accepted"
        broken, *untried = told[len(accepted):]
        self.assertFalse(any(one["codeSent"] for one in untried), told)
        return broken["error"]


class PulledOut(FaultsTest):
    """The card is pulled: before it gets a command, and before its answer is heard."""

    def each(self, flow, positions):
        outcomes = set()
        with self.inserted(flow.personality) as card:
            whole, codes = self.commands(flow, card)
            for at in positions(whole, codes):
                for lost in ("command", "answer"):
                    with self.subTest(flow=flow.arguments, card=flow.personality, lost=lost, at=at, codes=codes):
                        self.anew(card)
                        outcomes.add(self.one(flow, card, lost, at, codes))
        self.assertEqual(outcomes, {"accepted", "card-removed", "card-removed-unsure"})

    def one(self, flow, card, lost, at, codes):
        before = card.counters()["codes"]
        (card.fail_at if lost == "command" else card.lose_answer_at)(at)
        code, told = self.run_flow(flow)
        outcome = self.check(flow, card, before, code, told)
        if outcome != "accepted":
            self.assertEqual(code, cli.REMOVED, told)
            self.assertEqual(outcome, "card-removed-unsure" if at in codes else "card-removed")
        self.assertEqual(outcome == "card-removed-unsure", at in codes, told)
        self.assertEqual(card.code_commands(), sum(code < at or (code == at and lost == "answer") for code in codes))
        return outcome

    def test_unlocking_at_every_command(self):
        for flow in UNLOCK:
            self.each(flow, lambda whole, codes: range(1, whole + 1))

    def test_changing_and_activating_about_each_code_and_at_every_twelfth_command(self):
        for flow in (*CHANGE, *ACTIVATE):
            self.each(flow, lambda whole, codes: [
                at for at in range(1, whole + 1)
                if at % 12 == 1 or at == whole or any(abs(at - code) < 3 for code in codes)])


class AllElse(FaultsTest):
    """The reader and the service go, and a wrong code is given until it is blocked."""

    def struck(self, flow, card, at, strike):
        """The card holds its answer to command `at` back until `strike` was done."""
        before = card.counters()["codes"]
        card.mute_at(at)
        with self.cli.start("--json", *flow.arguments, codes=True) as process:
            process.stdin.write("".join(code + "\n" for code in flow.codes))
            process.stdin.flush()
            wait_for(lambda: card.counters()["silent"], "the command that is struck")
            strike()
            out, _ = process.communicate(timeout=60)
        answer = cli.Answer(process.returncode, out, "").json
        return before, process.returncode, answer if isinstance(answer, list) else [answer]

    def test_pcscd_killed(self):
        flow = UNLOCK[0]
        with self.inserted(flow.personality) as card:
            _, codes = self.commands(flow, card)
        for at in (1, codes[0] - 1, codes[0]):
            with self.subTest(at=at), self.inserted(flow.personality) as card:
                before, code, told = self.struck(flow, card, at, self.service.kill)
                self.assertEqual(self.check(flow, card, before, code, told), "service-down")
                # With a code on its way the exit code is none that asks for another run.
                sent = at == codes[0]
                self.assertEqual((code, told[0]["codeSent"]), (cli.OTHER if sent else cli.SERVICE, sent), told)
                self.assertEqual(card.code_commands(), 0)
                self.service.start()
                wait_for(self.reader.listening, "the reader after the restart")
                self.reconnect()

    def test_card_taken_out_of_a_reader_that_waits_for_it(self):
        flow = UNLOCK[1]
        with self.inserted(flow.personality) as card:
            _, codes = self.commands(flow, card)
            for at in (2, codes[0] - 2, codes[0]):
                with self.subTest(at=at):
                    self.anew(card)
                    before, code, told = self.struck(flow, card, at, card.eject)
                    self.assertEqual(self.check(flow, card, before, code, told),
                                     "card-removed-unsure" if at == codes[0] else "card-removed")
                    self.assertEqual((code, card.code_commands()), (cli.REMOVED, 0), told)

    def test_reader_unplugged(self):
        flow = UNLOCK[0]
        with self.inserted(flow.personality) as card:
            _, codes = self.commands(flow, card)
        for at in (1, codes[0] - 1, codes[0]):
            with self.subTest(at=at), self.inserted(flow.personality) as card:
                before, code, told = self.struck(flow, card, at, self.reader.unplug)
                self.assertEqual(self.check(flow, card, before, code, told),
                                 "card-removed-unsure" if at == codes[0] else "card-removed")
                self.assertEqual((code, card.code_commands()), (cli.REMOVED, 0), told)
                self.reader.plug()
                wait_for(lambda: self.reader_name in self.client.readers(), "the reader to be back")

    def test_a_wrong_code_until_it_is_blocked(self):
        puk, pin = (cli.LOCKED, "puk-locked"), (cli.LOCKED, "pin-locked")
        # Locked and never chosen look alike on a Classic V3, so all that is sure is that there is nothing to change.
        unsure = (cli.UNKNOWN_CARD, "not-possible")
        for flow, error, blocked, afterwards in (
                (UNLOCK[0], "wrong-puk", "puk-locked", puk), (UNLOCK[1], "wrong-puk", "puk-locked", puk),
                (CHANGE[0], "wrong-pin", "pin-locked", unsure), (CHANGE[1], "wrong-pin", "pin-locked", pin)):
            with self.subTest(flow.personality), self.inserted(flow.personality) as card:
                left = card.code(flow.presented)["triesLeft"]
                wrong = flow.codes[0][::-1]
                # A script gives the last try of a PUK only where it says so.
                last = ["--last-try"] if flow in UNLOCK else []
                while left > 0:
                    code, told = self.cli.json(*flow.arguments, *last[left > 1:], codes=[wrong, FRESH])
                    left -= 1
                    self.assertEqual(card.code(flow.presented)["triesLeft"], left, "one click, one try")
                    self.assertEqual((code, told["error"], told["triesLeft"], told["codeSent"]),
                                     (cli.WRONG_CODE if left else cli.LOCKED, error if left else blocked, left, True))
                sent = card.code_commands()
                code, told = self.cli.json(*flow.arguments, *last, codes=[flow.codes[0], FRESH])
                self.assertEqual((code, told["error"], told["codeSent"]), (*afterwards, False), told)
                self.assertEqual(card.code_commands(), sent)


if __name__ == "__main__":
    testing.main()
