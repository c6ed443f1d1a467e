#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The soft cards behave as OpenSC expects of real ones: it reads them and uses their codes."""

import ssl

from rig import testing

ESTEID = "A000000077010800070000FE00000100"
#: Families whose first application OpenSC 0.23 reads with its default driver, and names of their codes there by id.
#: EstEID of 2018 has a driver of its own in OpenSC, which knows its codes and unblocks them by itself. OpenSC 0.23 has
#: none for EstEID of 2025, nor for FINEID's organisation cards: unpadded codes and VERIFY of the PUK are not its way.
#: It cannot read IAS Classic, where nothing is reachable before an application that it does not know is selected.
FAMILIES = {
    "classic-v3": {"81": "5000:81", "82": "5000:82"},
    "siths": {"81": "5000:81", "82": "5000:82"},
    "efos": {"81": "5000:81", "82": "5000:82"},
    "fineid": {"01": "3F00:11", "02": "5016:82", "03": "A000000063504B43532D3135:83"},
    "fineid-v3": {"01": "3F00:11", "02": "5016:82", "03": "A000000063504B43532D3135:83"},
    "esteid-idemia": {"01": ESTEID + ":01", "02": "51534344204170706C69636174696F6E:85", "03": ESTEID + ":02"},
    "telia": {"01": "3F00:01", "02": "5015:82", "03": "5015:83"},
    "plain": {"01": "5015:01", "02": "5015:02", "03": "5015:03"},
}
#: OpenSC's own drivers; other families are read with the default one.
DRIVERS = {"esteid-idemia": "esteid2018"}
FRESH = "482915"


class OpenScAgrees(testing.RigTest):
    """pkcs15-tool and opensc-tool on soft cards."""

    def each(self, state, check):
        """Checks each family's card in a state."""
        for family, codes in FAMILIES.items():
            self.opensc.use_driver(DRIVERS.get(family, "default"))
            with self.subTest(family=family, state=state), self.inserted(f"{family}-{state}") as card:
                check(card, codes)

    def each_pin(self, state, check):
        """Checks each PIN with a PUK, as the dump connects them: its auth id, its name, the PUK's value."""
        def check_card(card, codes):
            pins = self.opensc.dump().pins
            with_puk = [pin for pin in pins if pin.auth_id in [other.id for other in pins]]
            self.assertTrue(with_puk)
            for pin in with_puk:
                check(card, pin.id, codes[pin.id], card.code(codes[pin.auth_id])["value"])
        self.each(state, check_card)

    def test_it_lists_the_codes_and_reads_the_certificates(self):
        def check(card, codes):
            dump = self.opensc.dump()
            self.assertEqual({pin.id for pin in dump.pins}, set(codes))
            for pin in dump.pins:
                self.assertEqual(pin.label, card.code(codes[pin.id])["label"])
                self.assertEqual(f"{pin.reference:02X}", codes[pin.id].split(":")[1])
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
