#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What an administrator locks in /etc/kortvakt, in both programs as they are installed."""

from pathlib import Path

from rig import desktop_testing, etc
from rig.processes import wait_for

HIDDEN = 11
ANNA = "Anna Andersson (id-kort)"
CHANGE, UNLOCK = "Byt säkerhetskod (legitimering)…", "Lås upp säkerhetskod (legitimering)…"
READ_AGAIN = "Läs in kortet på nytt"
NO_UNLOCKING = "[Actions]\nallowUnlock = false\n[Support]\nname = Servicedesk\n"


class PolicyTest(desktop_testing.DesktopTest):
    """A policy of its own for each test."""

    def setUp(self):
        super().setUp()
        etc.clear()

    def users_file(self, program=None):
        """The user's own settings."""
        return Path(self.desktop.environment["HOME"], ".config/kortvakt/kortvakt.conf")


class OnTheCommandLine(PolicyTest):
    """What is turned off cannot be had."""

    def unlock(self):
        return self.cli.json("unlock", "identification", codes=("12345678", "482915"))

    def expect_hidden(self, card):
        code, told = self.unlock()
        self.assertEqual((code, told["error"], told["codeSent"]), (HIDDEN, "hidden-by-policy", False))
        self.assertEqual(card.code_commands(), 0)
        return told

    def test_a_hidden_action_is_not_done_and_the_support_is_named(self):
        card = self.insert("classic-v3-pin-locked")
        etc.write(NO_UNLOCKING)
        self.assertIn("Kontakta Servicedesk.", self.expect_hidden(card)["message"])
        etc.clear()
        self.assertEqual(self.unlock()[0], 0)

    def test_neither_the_users_file_nor_the_environment_opens_it(self):
        card = self.insert("classic-v3-pin-locked")
        etc.write(NO_UNLOCKING)
        home = Path(self.desktop.environment["HOME"], ".config/kortvakt")
        home.mkdir(parents=True)
        (home / "kortvakt.conf").write_text("[Actions]\nallowUnlock = true\n")
        self.expect_hidden(card)
        code, told = self.cli.json("policy")
        self.assertEqual(code, 0)
        row = next(row for row in told["settings"] if row["key"] == "Actions/allowUnlock")
        self.assertEqual((row["value"], row["source"], row["file"], row["line"], row["locked"]),
                         (False, "policy", "/etc/kortvakt/policy.d/10-test.conf", 2, True))
        self.assertIn("Actions/allowUnlock", told["problems"][0]["message"])

    def test_a_bad_value_closes_and_fails(self):
        card = self.insert("classic-v3-pin-locked")
        etc.write("[Actions]\nallowUnlock = ture\n")
        self.expect_hidden(card)
        self.assertEqual(self.cli.run("policy").code, 1)

    def test_a_file_that_others_may_write_is_refused(self):
        etc.write("[General]\ntrayIcon = false\n", mode=0o666)
        answer = self.cli.run("policy")
        self.assertEqual(answer.code, 1)
        self.assertIn("General/trayIcon = true", answer.out)
        self.assertIn("/etc/kortvakt/policy.d/10-test.conf: Andra än ägaren", answer.err)


class InTheTray(PolicyTest):
    """Changes take effect at once."""

    def entries(self, program):
        return [text for label, _, below in program.tray.menu() if label == ANNA for text, _, _ in below]

    def test_an_action_comes_and_goes_with_the_policy(self):
        self.insert("classic-v3-used")
        program = self.start()
        program.tray.wait_for(ANNA, UNLOCK)
        etc.write(NO_UNLOCKING)
        wait_for(lambda: UNLOCK not in self.entries(program), "unlocking to be hidden")
        self.assertIn(CHANGE, self.entries(program))
        etc.clear()
        program.tray.wait_for(ANNA, UNLOCK)

    def test_a_card_that_is_left_alone_is_not_read(self):
        etc.write("[Cards]\nignoreAtr/1 = *\n")
        self.insert("classic-v3-used")
        program = self.start()
        program.tray.wait_for("Kortvakt används inte för det här kortet.")
        self.assertFalse(any("Anna" in line for line in program.tray.lines()))

    def test_locked_settings_cannot_be_chosen_and_others_are_kept(self):
        etc.write("[Notifications]\nreaderLost = false\n")
        program = self.start()
        program.tray.click("Inställningar")
        windows = program.windows
        windows.wait_for_text("Styrs av din organisation")
        self.assertFalse(windows.can_press("Meddela mig när kortläsaren slutar fungera", "check box"))
        windows.press("Starta Kortvakt när jag loggar in", "check box")
        entry = Path(self.desktop.environment["HOME"], ".config/autostart/org.kortvakt.Kortvakt.desktop")
        wait_for(entry.exists, "the entry that hides the autostart")
        self.assertIn("Hidden=true", entry.read_text())
        self.assertIn("autostart = false", self.users_file().read_text())
        windows.press("Visa ikonen vid klockan", "check box")
        wait_for(lambda: not program.tray.present(), "the icon to go")
        self.assertTrue(program.running())

    def test_an_open_page_follows_the_policy(self):
        program = self.start()
        program.tray.click("Inställningar")
        windows, lost = program.windows, "Meddela mig när kortläsaren slutar fungera"
        wait_for(lambda: windows.can_press(lost, "check box"), "the setting to be free")
        events = self.listen("object:property-change:accessible-description")
        etc.write("[Notifications]\nreaderLost = false\n")
        windows.wait_for_text("Styrs av din organisation")
        self.assertFalse(windows.can_press(lost, "check box"))
        events.wait_for(lambda event: event[2] == lost, "who decides it")
        self.assertEqual(windows.wait_for("check box", lost).get_description(), "Styrs av din organisation")
        etc.clear()
        wait_for(lambda: windows.can_press(lost, "check box"), "the setting to be free again")
        self.assertFalse(windows.shows("Styrs av din organisation"))
        self.assertFalse(self.users_file().exists(), "nobody chose anything")

    def test_what_is_not_to_be_told_is_told_when_it_may_be_again(self):
        etc.write("[Notifications]\ncodeLocked = false\n")
        self.desktop.settle_notifications()
        before = len(self.desktop.notifications())
        self.insert("classic-v3-pin-locked")
        program = self.start()
        program.tray.wait_for(ANNA, UNLOCK)
        self.desktop.settle_notifications()
        self.assertEqual(self.desktop.notifications()[before:], [])
        etc.clear()
        wait_for(lambda: program.tray.click(ANNA, READ_AGAIN) or self.desktop.notifications()[before:],
                 "the notification", 20)
        self.assertEqual(len(self.desktop.notifications()) - before, 1)


if __name__ == "__main__":
    etc.enter()
    desktop_testing.main()
