#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Cards laid out at random within the standard are read as OpenSC reads them, and unlocked."""

from rig import cli, testing

SEEDS = range(1, 41)
# PasswordAttributes.pwdFlags as OpenSC prints them: bit 0 of the standard is 0x01.
CHANGE_DISABLED, UNBLOCK_DISABLED, INITIALIZED, NEEDS_PADDING = 0x04, 0x08, 0x10, 0x20
UNBLOCKING, SO = 0x40, 0x80
FRESH = "48291537"


class RandomCards(testing.RigTest):
    """One card for each seed; the same seed gives the same card."""

    def test_read_as_opensc_reads_it_and_unlocked(self):
        unlocked = 0
        for seed in SEEDS:
            with self.subTest(seed=seed), self.inserted(f"random:{seed}") as card:
                shown = self.cli.card()
                codes = {code["id"]: code for code in shown["codes"]}
                dumps = [self.opensc.dump(aid) for aid in self.opensc.applications()]
                self.assertEqual(sorted(certificate["id"] for certificate in shown["certificates"]), sorted(
                    identifier.upper() for dump in dumps for identifier in dump.certificates))
                objects = dict(self.named(card, dumps))
                pins = {name: pin for name, (pin, _) in objects.items() if not pin.flags & (UNBLOCKING | SO)}
                self.assertEqual(set(codes), set(pins))
                self.assertEqual(card.code_commands(), 0)
                for name, pin in pins.items():
                    puk = next(((other_name, other) for other_name, (other, dump) in objects.items()
                                if dump is objects[name][1] and other.id == pin.auth_id), None)
                    self.compare(codes[name], pin, puk and puk[1])
                    if "unlock" in codes[name]["actions"]:
                        self.unlock(card, codes[name], pin, *puk)
                        unlocked += 1
        self.assertGreater(unlocked, len(SEEDS) // 2)

    def named(self, card, dumps):
        """Each object of the dumps with the card's own name for it: (name, (object, its dump)). The card lists its
        codes application by application; within one a reference is unique."""
        names = [code["name"] for code in card.counters()["codes"]]
        for dump in dumps:
            here, names = names[:len(dump.pins)], names[len(dump.pins):]
            for pin in dump.pins:
                name = next(name for name in here if name.endswith(f":{pin.reference:02X}"))
                if pin.path:
                    path = pin.path.upper().removesuffix("::")  # an AID is printed so
                    self.assertEqual(name.split(":")[0], path if path == "3F00" else path.removeprefix("3F00"))
                yield name, (pin, dump)

    def compare(self, code, pin, puk):
        """What `show` tells of a code, and the dump of its object. OpenSC says nothing of what follows from the flags;
        that is the standard's (ISO 7816-15, 8.9.2)."""
        chosen = bool(pin.flags & INITIALIZED)
        self.assertEqual(code["label"], pin.label)
        # Where maxLength is absent OpenSC takes storedLength for it, and so do we.
        self.assertEqual(code["maxLength"], pin.max_length)
        self.assertEqual(code["minLength"], max(pin.min_length, min(4, pin.max_length)))
        # A mere flag leaves it in doubt: to choose it is offered beside unlocking it.
        self.assertEqual(code["state"], "unknown")
        self.assertEqual("set" in code["actions"], "unlock" in code["actions"] and not chosen)
        # Ours, not OpenSC's: old and new code run together can be told apart by padding or by one fixed length.
        separable = bool(pin.flags & NEEDS_PADDING) or max(pin.min_length, 1) == pin.max_length
        self.assertEqual("change" in code["actions"], separable and not pin.flags & CHANGE_DISABLED)
        if puk is None:
            self.assertNotIn("unlock", code["actions"])
            self.assertIsNone(code["puk"])
        else:
            self.assertEqual("unlock" in code["actions"], not pin.flags & UNBLOCK_DISABLED)
            self.assertEqual((code["puk"]["minLength"], code["puk"]["maxLength"]),
                             (puk.min_length, puk.max_length))

    def unlock(self, card, code, pin, puk_name, puk):
        """The plan is what the dump says, and carried out it sets the code."""
        exit_code, plan = self.cli.json("unlock", code["id"], "--dry-run")
        self.assertEqual(exit_code, cli.DONE)
        self.assertEqual(plan["command"], f"002C00{pin.reference:02X}")
        for format_, object_ in ((plan["fresh"], pin), (plan["puk"], puk)):
            padded = bool(object_.flags & NEEDS_PADDING)
            self.assertEqual((format_["bytes"], format_["pad"]),
                             (object_.stored_length, object_.pad) if padded else (None, None))
        fresh = FRESH[:code["maxLength"]].ljust(code["minLength"], "6")
        before = card.counters()
        exit_code, told = self.cli.json(
            "unlock", code["id"], codes=[card.code(puk_name)["value"], fresh])
        self.assertEqual((exit_code, told["result"]), (cli.DONE, "accepted"), told)
        self.assertEqual(card.code_commands(), before["codeCommands"] + 1)
        self.assertEqual(card.code(code["id"])["value"], fresh)
        self.assertEqual(card.code(puk_name)["triesLeft"], card.code(puk_name)["triesMax"])


if __name__ == "__main__":
    testing.main()
