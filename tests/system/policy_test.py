#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What an administrator locks in /etc/kortvakt, in both programs as they are installed."""

import json
import os
import socket
import subprocess
from pathlib import Path

from rig import desktop_testing, etc, testing
from rig.processes import wait_for

HIDDEN = 11
ANNA = "Anna Andersson (id-kort)"
CHANGE, UNLOCK = "Byt säkerhetskod (legitimering)…", "Lås upp säkerhetskod (legitimering)…"
READ_AGAIN = "Läs in kortet på nytt"
NO_UNLOCKING = "[Actions]\nallowUnlock = false\n[Support]\nname = Servicedesk\n"
FILE = etc.FOLDER / "policy.d/10-test.conf"
UNREAD = "Organisationens inställningar går inte att läsa eller lita på. Därför använder Kortvakt inga kort."
NOBODY = 65534
#: What only an administrator decides and can be closed, as it is when it is closed.
CLOSED = {"Actions/allowUnlock": False, "Actions/allowChoose": False, "Actions/allowChange": False,
          "Actions/allowActivate": False, "Cards/allowAtr": "none", "Cards/ignoreAtr": "*",
          "Diagnostics/allowCardReport": False, "Diagnostics/allowSave": False}


def has_others():
    """Whether there are other users than this one: in a user namespace of one user there are none."""
    return sum(int(line.split()[2]) for line in Path("/proc/self/uid_map").read_text().splitlines()) > NOBODY


def as_nobody():
    """The command that runs a program as a user to whom nothing belongs."""
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if has_others() else []


def make_socket(path):
    """A socket in a file's place."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


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


class WhatCannotBeTrustedOrRead(PolicyTest):
    """It closes what it could have closed, and `policy` names it."""

    def policy(self, locked=True):
        """What `policy` tells an ordinary user, who has no settings: the exit code, whether all is closed, and why."""
        done = subprocess.run([*as_nobody(), testing.BUILD / "bin/kortvakt-cli", "--lang", "sv", "--json", "policy"],
                              env=self.service.environment | {"XDG_CONFIG_HOME": "/nonexistent"}, text=True,
                              capture_output=True, check=False)
        return self.judged(done.returncode, json.loads(done.stdout), locked)

    @staticmethod
    def judged(code, told, locked=True):
        """An answer of `policy` in short; what is closed is locked, too, by a policy."""
        closed = all(any(row["key"].startswith(key) and row["value"] == value and row["locked"] == locked
                         for row in told["settings"]) for key, value in CLOSED.items())
        unread = [problem for problem in told["problems"] if problem["error"] == "policy-unread"]
        return code, closed, unread

    def expect_unread(self, path, *reasons, locked=True):
        """All is closed, and the path is told with one of these reasons and that no card is used."""
        code, closed, unread = self.policy(locked)
        self.assertEqual((code, closed, len(unread)), (1, True, 1), unread)
        self.assertEqual(unread[0]["file"], str(path))
        self.assertTrue(any(reason in unread[0]["message"] for reason in reasons), unread)
        self.assertIn("(KV52)", unread[0]["message"])

    def try_modes(self, path, modes, needed, remedy):
        """A file or folder with each of these modes; `needed` is what it cannot be used without."""
        for mode in modes:
            with self.subTest(f"{path} {mode:o}"):
                path.chmod(mode)
                if mode & 0o022 == 0 and mode & needed == needed:
                    self.assertEqual(self.policy(), (0, False, []))
                else:
                    self.expect_unread(path, remedy)

    def test_by_mode(self):
        etc.write(NO_UNLOCKING)
        others = has_others()
        self.try_modes(FILE, range(0o600, 0o700), 0o004 * others, "Ge den ägaren root och läget 0644.")
        FILE.chmod(0o644)
        for folder in (FILE.parent, etc.FOLDER):
            # One that may be listed and not entered tells of what is in it, as what cannot be read.
            modes = [mode for mode in range(0o700, 0o1000) if mode & 0o5 != 0o4 or mode & 0o022]
            self.try_modes(folder, modes, 0o005 * others, "Ge den ägaren root och läget 0755.")
            folder.chmod(0o754)
            if others:
                self.assertEqual(self.policy()[1], True)
            folder.chmod(0o755)

    def test_by_owner(self):
        etc.write(NO_UNLOCKING)
        for path in (FILE, FILE.parent, etc.FOLDER):
            for owner in (NOBODY, 1) if has_others() else ():
                os.chown(path, owner, 0)
                self.expect_unread(path, "Den ägs inte av root")
            os.chown(path, 0, 0)
        self.assertEqual(self.policy(), (0, False, []))

    def test_by_kind(self):
        etc.write(NO_UNLOCKING)
        elsewhere = etc.FOLDER / "elsewhere"
        kinds = {"link": lambda path: path.symlink_to(elsewhere), "dangling": lambda path: path.symlink_to("/nowhere"),
                 "loop": lambda path: path.symlink_to(path), "fifo": os.mkfifo, "socket": make_socket}
        for path, other in ((FILE, lambda path: path.mkdir()), (FILE.parent, lambda path: path.write_text(""))):
            path.rename(elsewhere)
            for kind, make in (kinds | {"other": other}).items():
                with self.subTest(f"{path} {kind}"):
                    make(path)
                    self.expect_unread(path, "Ersätt den med en")
                    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            elsewhere.rename(path)
        os.link(FILE, elsewhere)
        self.assertEqual(self.policy(), (0, False, []), "a hard link is the file itself")

    def test_by_encoding(self):
        text = NO_UNLOCKING
        for name, content in {"UTF-16": text.encode("utf-16"), "Latin-1": text.encode() + "# x\nåäö = 1\n".encode("latin-1"),
                              "NUL": text.encode() + b"\0", "large": text.encode() + b"#" * 2 ** 20}.items():
            with self.subTest(name):
                etc.write("")
                FILE.write_bytes(content)
                self.expect_unread(FILE, "UTF-8", "för stor")
        for content in (b"\xef\xbb\xbf" + text.encode(), text.replace("\n", "\r\n").encode(),
                        "# åäö\n".encode("latin-1") + text.encode()):
            FILE.write_bytes(content)
            self.assertEqual(self.policy(), (0, False, []))

    def test_no_command_uses_a_card(self):
        card = self.insert("classic-v3-pin-locked")
        etc.write(NO_UNLOCKING, mode=0o664)
        for command in ("show", "export 1", "report-card", "unlock identification --dry-run"):
            answer = self.cli.run(*command.split())
            self.assertEqual(answer.code, HIDDEN, answer)
            self.assertIn(f"{FILE}: Andra än ägaren får skriva i den", answer.err)
            self.assertIn(f"{UNREAD} Kontakta it-avdelningen och uppge KV52.", answer.err)
        code, told = self.cli.json("unlock", "identification", codes=("12345678", "482915"))
        self.assertEqual((code, told["error"], told["codeSent"]), (HIDDEN, "policy-unread", False))
        self.assertEqual(card.code_commands(), 0)
        FILE.chmod(0o644)
        self.assertEqual(self.cli.run("show").code, 0)

    def test_a_default_closes_what_only_an_administrator_decides(self):
        card = self.insert("classic-v3-pin-locked")
        default = etc.FOLDER / "kortvakt.conf"
        default.write_text("[Actions]\nallowUnlock = false\n", encoding="utf-8")
        self.assertEqual(self.policy(), (0, False, []))
        for mode in (0o664, 0o600 if has_others() else 0o646):
            default.chmod(mode)
            self.expect_unread(default, "Ge den ägaren root och läget 0644.", locked=False)
        default.chmod(0o666)
        answer = self.cli.run("unlock", "identification", "--dry-run")
        self.assertEqual(answer.code, HIDDEN, answer)
        self.assertIn(f"{UNREAD} Kontakta it-avdelningen och uppge KV52.", answer.err)
        self.assertEqual(card.code_commands(), 0)
        default.unlink()
        self.assertEqual(self.policy(), (0, False, []))
        self.assertEqual(self.cli.run("show").code, 0)

    def test_a_name_that_is_no_text_counts(self):
        etc.write(NO_UNLOCKING)
        odd = Path(os.fsdecode(bytes(FILE.parent) + b"/50-l\xe5s.conf"))
        FILE.rename(odd)
        code, told = self.cli.json("policy")
        row = next(row for row in told["settings"] if row["key"] == "Actions/allowUnlock")
        self.assertEqual((code, row["value"], row["locked"]), (0, False, True))
        odd.chmod(0o664)
        self.expect_unread(f"{FILE.parent}/50-l\N{REPLACEMENT CHARACTER}s.conf", "Ge den ägaren root och läget 0644.")

    def test_what_the_user_says_neither_closes_nor_opens(self):
        users = self.users_file()
        users.parent.mkdir(parents=True)
        users.write_bytes(b"\xff\xfe[\0")
        users.chmod(0o666)
        self.assertEqual(self.judged(*self.cli.json("policy"))[1:], (False, []))
        users.write_text("[Actions]\nallowUnlock = true\n")
        etc.write("", mode=0o666)
        self.assertTrue(self.judged(*self.cli.json("policy"))[1])


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

    def test_a_policy_that_cannot_be_trusted_is_told_until_it_is_mended(self):
        program = self.start()
        etc.write(NO_UNLOCKING, mode=0o664)
        program.tray.wait_for(UNREAD)
        program.tray.click("Öppna Kortvakt")
        program.windows.wait_for_text("Kontakta it-avdelningen och uppge KV52.")
        card = self.insert("classic-v3-used")
        self.assertFalse(program.windows.shows("Anna Andersson"))
        program.tray.click("Inställningar")
        why = (f"{FILE}: Andra än ägaren får skriva i den, och den används inte. Ge den ägaren root och läget 0644. "
               "Tills det är rättat används inga kort (KV52).")
        program.windows.wait_for_text(why)
        self.assertEqual(card.code_commands(), 0)
        FILE.chmod(0o644)
        program.tray.wait_for(ANNA, CHANGE)
        self.assertFalse(program.windows.shows(why))

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
                 "the notification")
        self.assertEqual(len(self.desktop.notifications()) - before, 1)


if __name__ == "__main__":
    etc.enter()
    desktop_testing.main()
