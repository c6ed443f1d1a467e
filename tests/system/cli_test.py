#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli on cards of each family, through a real pcscd; afterwards OpenSC says whether the codes are so."""

import tempfile
from dataclasses import dataclass

from rig import cli, testing

FRESH, OTHER = "482915", "739164"


@dataclass
class Family:
    """Names and values of a family's codes."""
    identification: str
    signature: str
    identification_puk: str
    signature_puk: str
    puk: str
    stored: int
    pad: int = 0
    pin: str = "123456"
    signature_pin: str = "654321"
    #: Of the identification code on a card that is delivered, in use, and has it locked.
    states: tuple = ("locked-or-never-set", "ready", "locked")
    #: An application that must be selected before the codes' places can be reached.
    first: str = ""
    delivered_blocked: bool = True


PKCS15 = "A000000063504B43532D3135"
FAMILIES = {
    "classic-v3": Family("5000:81", "5100:83", "5000:82", "5100:84", "12345678", 16),
    "siths": Family("5000:81", "5100:83", "5000:82", "5100:84", "23456789", 16),
    "efos": Family("5000:81", "5100:83", "5000:82", "5100:84", "34567890", 16),
    "ias-classic": Family("5000:11", "5000:82", "5000:83", "5000:83", "45678901", 12,
                          first="A00000001840000001634200"),
    "fineid": Family("3F00:11", "5016:82", PKCS15 + ":83", PKCS15 + ":83", "87654321", 12, pin="1234",
                     states=("never-set", "ready", "locked")),
    "telia": Family("3F00:01", "5015:82", "5015:83", "5015:83", "11223344", 8,
                    states=("unknown", "unknown", "unknown"), delivered_blocked=False),
    "plain": Family("5015:01", "5015:02", "5015:03", "5015:03", "56789012", 8, 0xFF,
                    states=("unknown", "unknown", "unknown")),
}


class CliTest(testing.RigTest):
    """Tests that go through all families."""

    def each(self, state, check):
        """Checks each family's card in a state."""
        for name, family in FAMILIES.items():
            if state == "delivered" and not family.delivered_blocked:
                continue
            with self.subTest(family=name, state=state), self.inserted(f"{name}-{state}") as card:
                check(card, family)

    def assert_taken(self, family, name, value):
        """OpenSC logs in with a code."""
        application, reference = name.split(":")
        self.assertEqual(self.opensc.raw_verify(
            application, int(reference, 16), value, family.stored, family.pad, family.first), "9000")


class Reading(CliTest):
    """list, show, report-card, dry run."""

    def test_list_and_show_tell_codes_and_states(self):
        for index, state in enumerate(("delivered", "used", "pin-locked")):
            def check(card, family):
                code, told = self.cli.json("list")
                self.assertEqual((code, told["service"]), (cli.DONE, "up"))
                self.assertEqual(told["readers"][0]["state"], "ready")
                shown = self.cli.card()
                self.assertTrue(shown["name"])
                codes = {code["role"]: code for code in shown["codes"]}
                self.assertEqual(set(codes), {"identification", "signature"})
                self.assertEqual(codes["identification"]["id"], family.identification)
                self.assertEqual(codes["signature"]["id"], family.signature)
                self.assertEqual(codes["identification"]["state"], family.states[index])
                self.assertIn("unlock", codes["identification"]["actions"])
                if codes["identification"]["triesLeft"] is not None:
                    self.assertEqual(codes["identification"]["triesLeft"],
                                     card.code(family.identification)["triesLeft"])
                self.assertTrue(shown["certificates"])
                self.assertEqual(card.code_commands(), 0)
            self.each(state, check)

    def test_report_card_and_dry_run_send_no_code(self):
        def check(card, family):
            before = card.counters()["codes"]
            answer = self.cli.run("report-card")
            self.assertEqual(answer.code, cli.DONE, answer)
            self.assertNotIn(self.cli.card()["name"].split()[-1], answer.out)
            code, plan = self.cli.json("unlock", "signature", "--dry-run")
            self.assertEqual(code, cli.DONE)
            self.assertEqual((plan["code"], plan["command"], plan["codeSent"]), (
                family.signature, "002C00" + family.signature.split(":")[1], False))
            self.assertEqual((plan["puk"]["bytes"], plan["fresh"]["bytes"]), (family.stored, family.stored))
            self.assertEqual((card.code_commands(), card.counters()["codes"]), (0, before))
        self.each("used", check)

    def test_a_card_made_of_a_report_is_reported_the_same_and_unlocked(self):
        with tempfile.NamedTemporaryFile("w+", suffix=".report") as report:
            def write(card, family):
                report.seek(0)
                report.truncate()
                report.write(self.cli.run("report-card").out)
                report.flush()
                card.eject()
                with self.inserted(f"report:{report.name}") as copy:
                    report.seek(0)
                    self.assertEqual(self.cli.run("report-card").out, report.read())
                    puk = copy.code(family.signature_puk)["value"]
                    answer = self.cli.run("unlock", "signature", codes=[puk, FRESH])
                    self.assertEqual(answer.code, cli.DONE, answer)
                    self.assertEqual(copy.code(family.signature)["value"], FRESH)
            self.each("used", write)

    def test_cards_that_cannot_be_used_are_told_apart(self):
        for personality, state, exit_code in (
                ("unknown", "card-unknown", cli.UNKNOWN_CARD), ("bank", "card-unknown", cli.UNKNOWN_CARD),
                ("contactless", "card-contactless", cli.UNKNOWN_CARD)):
            with self.subTest(personality), self.inserted(personality) as card:
                code, told = self.cli.json("list")
                self.assertEqual((code, told["readers"][0]["state"]), (exit_code, state))
                self.assertEqual(self.cli.run("show").code, exit_code)
                self.assertEqual(self.cli.run("unlock", "signature", codes=["12345678", FRESH]).code, exit_code)
                self.assertEqual(card.code_commands(), 0)


    def test_everything_that_is_asked_in_json_is_answered_in_json(self):
        self.insert("classic-v3-used")
        for arguments in (["list"], ["show"], ["list", "--masked"], ["export", "1"], ["export", "1", "--der"],
                          ["export", "9"], ["report-card"], ["policy"], ["policy", "--check", "/nowhere"],
                          ["unlock", "signature", "--dry-run"], ["unlock", "signature"], ["activate"], ["--help"],
                          ["--version"], ["--reader", "nobody", "show"], ["--reader", "nobody", "export", "1"]):
            with self.subTest(arguments):
                self.cli.json(*arguments)  # which is held to its form


class Setting(CliTest):
    """unlock, change, activate."""

    def test_unlock_sets_the_code_with_one_command(self):
        def check(card, family):
            code, told = self.cli.json("unlock", "identification", codes=[family.puk, FRESH])
            self.assertEqual((code, told["result"], told["error"], told["code"], told["codeSent"]),
                             (cli.DONE, "accepted", None, family.identification, True), told)
            self.assertEqual(card.code_commands(), 1)
            self.assert_taken(family, family.identification, FRESH)
            self.assertEqual(card.code(family.signature)["value"], family.signature_pin)
        self.each("pin-locked", check)

    def test_change_sets_the_code_with_one_command(self):
        def check(card, family):
            code, told = self.cli.json("change", "signature", codes=[family.signature_pin, FRESH])
            self.assertEqual((code, told["result"]), (cli.DONE, "accepted"), told)
            self.assertEqual(card.code_commands(), 1)
            self.assert_taken(family, family.signature, FRESH)
        self.each("used", check)

    def test_activate_sets_both_codes(self):
        def check(card, family):
            code, told = self.cli.json("activate", codes=[family.puk, FRESH, OTHER])
            self.assertEqual((code, [one["result"] for one in told]), (cli.DONE, ["accepted"] * 2), told)
            self.assertEqual(card.code_commands(), 2)
            self.assert_taken(family, family.identification, FRESH)
            self.assert_taken(family, family.signature, OTHER)
        self.each("delivered", check)

    def test_a_wrong_puk_costs_one_try_and_tells_how_many_are_left(self):
        def check(card, family):
            before = card.code(family.identification_puk)["triesLeft"]
            code, told = self.cli.json("unlock", "identification", codes=["98765432", FRESH])
            self.assertEqual((code, told["result"], told["error"], told["triesLeft"]),
                             (cli.WRONG_CODE, "wrong", "wrong-puk", before - 1))
            self.assertEqual(card.code(family.identification_puk)["triesLeft"], before - 1)
            self.assertEqual(card.code_commands(), 1)
            self.assertEqual(card.code(family.identification)["value"], family.pin)
        self.each("pin-locked", check)

    def test_a_wrong_old_code_costs_one_try(self):
        def check(card, family):
            left = card.code(family.identification)["triesLeft"] - 1
            code, told = self.cli.json("change", "identification", codes=["111222", FRESH])
            self.assertEqual((code, told["result"], told["error"], told["triesLeft"]),
                             (cli.WRONG_CODE, "wrong", "wrong-pin", left))
            self.assertEqual((card.code_commands(), card.code(family.identification)["triesLeft"]), (1, left))
        self.each("used", check)

    def test_a_locked_puk_is_said_and_sets_nothing(self):
        def check(card, family):
            code, told = self.cli.json("unlock", "identification", codes=[family.puk, FRESH])
            self.assertEqual((code, told["error"]), (cli.LOCKED, "puk-locked"), told)
            self.assertLessEqual(card.code_commands(), 1)
            self.assertEqual(card.code(family.identification)["value"], family.pin)
        self.each("puk-locked", check)


class Refusing(CliTest):
    """What our own rules refuse is not sent, and no code is to be seen anywhere."""

    def refused(self, card, command, codes, error, exit_code=cli.NEW_CODE_REFUSED):
        before = card.counters()["codes"]
        code, told = self.cli.json(*command, codes=codes)
        self.assertEqual((code, told["result"], told["error"], told["codeSent"]),
                         (exit_code, "refused", error, False), told)
        self.assertEqual((card.code_commands(), card.counters()["codes"]), (0, before))
        answer = self.cli.run(*command, codes=codes)
        self.assertEqual(answer.code, exit_code)
        self.assertIn("Inget har skickats till kortet.", answer.out + answer.err)
        self.assertEqual(card.code_commands(), 0)

    def test_new_codes_against_the_rules(self):
        card = self.insert("classic-v3-used")
        puk = "12345678"
        unlock, change = ("unlock", "identification"), ("change", "identification")
        for command, codes, error in (
                (unlock, [puk, "48291"], "too-short"), (unlock, [puk, "4829156"], "too-long"),
                (unlock, [puk, "48a915"], "not-digits"), (unlock, [puk, "123456"], "sequence"),
                (unlock, [puk, "777777"], "repeated"), (unlock, [puk, "850412"], "birth-date"),
                (unlock, ["1234567", FRESH], "too-short"), (unlock, ["123456789", FRESH], "too-long"),
                (unlock, ["1234567x", FRESH], "not-digits"), (change, ["123456", "123456"], "same-as-old")):
            with self.subTest(command=command, codes=codes):
                self.refused(card, command, codes, error)

    def test_the_puk_as_new_code(self):
        card = self.insert("plain-used")
        self.refused(card, ("unlock", "signature"), ["56789012", "56789012"], "same-as-puk")

    def test_two_equal_codes_in_one_go(self):
        card = self.insert("classic-v3-delivered")
        code, told = self.cli.json("activate", codes=["12345678", FRESH, FRESH])
        self.assertEqual(code, cli.NEW_CODE_REFUSED)
        self.assertIn("same-as-other", [one["error"] for one in told])
        self.assertEqual(card.code_commands(), 0)

    def test_the_last_try_of_the_puk_is_not_given_to_a_script(self):
        card = self.insert("classic-v3-last-try")
        self.refused(card, ("unlock", "identification"), ["12345678", FRESH], "last-try")
        answer = self.cli.run("unlock", "identification", "--last-try", codes=["12345678", FRESH])
        self.assertEqual(answer.code, cli.DONE, answer)
        self.assertEqual(card.code("5000:81")["value"], FRESH)

    def test_a_code_is_neither_an_argument_nor_shown(self):
        card = self.insert("classic-v3-used")
        self.assertEqual(self.cli.run("unlock", "signature", "12345678", FRESH).code, cli.USAGE)
        self.assertEqual(card.code_commands(), 0)
        with self.cli.start("unlock", "signature", codes=True) as process:
            process.stdin.write("12345678\n" + FRESH + "\n")
            process.stdin.flush()
            seen = b""
            while process.poll() is None:
                for file in ("cmdline", "environ"):
                    try:
                        with open(f"/proc/{process.pid}/{file}", "rb") as opened:
                            seen += opened.read()
                    except OSError:
                        break  # it has ended, or forbids even this
            out, err = process.communicate()
        self.assertEqual(process.returncode, cli.DONE)
        for secret in ("12345678", FRESH):
            self.assertNotIn(secret, out + err)
            self.assertNotIn(secret.encode(), seen)
            self.assertNotIn(secret, self.service.processes.log("pcscd"))

    def test_wrong_usage_has_its_own_exit_code(self):
        self.insert("classic-v3-used")
        for arguments in (["frobnicate"], ["unlock"], ["unlock", "nonsense"], ["--no-such-option", "list"]):
            with self.subTest(arguments):
                self.assertEqual(self.cli.run(*arguments, codes=["12345678", FRESH]).code, cli.USAGE)
                code, told = self.cli.json(*arguments, codes=["12345678", FRESH])
                self.assertEqual((code, told["error"], told["exit"]), (cli.USAGE, "usage", cli.USAGE))


if __name__ == "__main__":
    testing.main()
