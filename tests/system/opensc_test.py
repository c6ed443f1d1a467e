#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The soft cards behave as OpenSC expects of real ones: it reads them and uses their codes."""

import ssl
import subprocess

from rig import testing


def listed(what):
    """A list that kortvakt-softcard prints: the first words of its lines, with the rest."""
    return dict(line.split("\t") for line in subprocess.run(
        [testing.BUILD / "bin" / "kortvakt-softcard", what],
        check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines())


#: Families that take codes, with the driver of OpenSC 0.23 that agrees with their cards. It reads one application of a
#: card, the first. It has no driver for EstEID of 2025, nor for FINEID's organisation cards: unpadded codes and VERIFY of
#: the PUK are not its way. It cannot read IAS Classic, where nothing is reachable before an application that it does not
#: know is selected. On CardOS the default one sends a reference as the
#: card's data have it, so that it meets only the PIN whose data have bit 8.
FAMILIES = listed("--families")
PERSONALITIES = listed("--list")
FRESH = "482915"


class OpenScAgrees(testing.RigTest):
    """pkcs15-tool and opensc-tool on soft cards."""

    def each(self, state, check):
        """Checks each family's card in a state, with the names that the card itself has for its codes, by reference."""
        for family, driver in FAMILIES.items():
            if not driver or f"{family}-{state}" not in PERSONALITIES:
                continue
            self.opensc.use_driver(driver)
            with self.subTest(family=family, state=state), self.inserted(f"{family}-{state}") as card:
                codes = card.counters()["codes"]
                check(card, {int(code["name"].split(":")[1], 16): code["name"] for code in codes})

    def each_pin(self, state, check):
        """Checks each PIN of OpenSC's dump: its auth id, its name, and the value of its PUK, or nothing."""
        def check_card(card, names):
            codes = {code["name"]: code for code in card.counters()["codes"]}
            puks = {code["puk"] for code in codes.values()}
            pins = [pin for pin in self.opensc.dump().pins if pin.reference in names.keys() - puks]
            self.assertTrue(pins)
            for pin in pins:
                puk = codes[names[pin.reference]]["puk"]
                check(card, pin.id, names[pin.reference], codes[names[puk]]["value"] if puk is not None else None)
        self.each(state, check_card)

    def test_it_lists_the_codes_and_reads_the_certificates(self):
        def check(card, names):
            dump = self.opensc.dump()
            known = {pin.reference: pin.label for pin in dump.pins if pin.reference in names}
            self.assertTrue(known)
            for reference, label in known.items():
                self.assertIn(card.code(names[reference])["label"], label)
            self.assertTrue(dump.certificates)
            for certificate in dump.certificates:
                self.assertTrue(ssl.PEM_cert_to_DER_cert(self.opensc.certificate(certificate)))
        self.each("used", check)

    def test_a_right_code_is_taken_and_a_wrong_one_costs_a_try(self):
        def check(card, pin, name, _puk):
            before = card.code(name)
            self.assertTrue(self.opensc.verify(pin, before["value"]), self.opensc.said)
            self.assertFalse(self.opensc.verify(pin, "999999"))
            self.assertEqual(card.code(name)["triesLeft"], before["triesLeft"] - 1)
            self.assertTrue(self.opensc.verify(pin, before["value"]), self.opensc.said)
            self.assertEqual(card.code(name)["triesLeft"], before["triesMax"])
        self.each_pin("used", check)

    def test_it_changes_a_code(self):
        def check(card, pin, name, _puk):
            self.assertTrue(self.opensc.change(pin, card.code(name)["value"], FRESH), self.opensc.said)
            self.assertEqual(card.code(name)["value"], FRESH)
            self.assertTrue(self.opensc.verify(pin, FRESH))
        self.each_pin("used", check)

    def test_it_unblocks_a_code(self):
        def check(card, pin, name, puk):
            if card.code(name)["triesLeft"] == 0:
                self.assertFalse(self.opensc.verify(pin, card.code(name)["value"]))
            if puk is None:
                self.assertFalse(self.opensc.unblock(pin, "12345678", FRESH))
                return
            self.assertTrue(self.opensc.unblock(pin, puk, FRESH), self.opensc.said)
            self.assertTrue(self.opensc.verify(pin, FRESH), self.opensc.said)
        self.each_pin("pin-locked", check)

    def test_a_blocked_puk_unblocks_nothing(self):
        def check(card, pin, name, puk):
            before = card.code(name)
            self.assertFalse(self.opensc.unblock(pin, puk, FRESH))
            self.assertEqual(card.code(name), before)
        self.each_pin("puk-locked", check)

    def test_the_second_application_takes_a_raw_verify(self):
        card = self.insert("classic-v3-used")
        self.assertEqual(self.opensc.raw_verify("5100", 0x83, "111111"), "63C2")
        self.assertEqual(card.code("5100:83")["triesLeft"], 2)
        self.assertEqual(self.opensc.raw_verify("5100", 0x83, "654321"), "9000")
        self.assertEqual(card.code("5100:83")["triesLeft"], 3)


if __name__ == "__main__":
    testing.main()
