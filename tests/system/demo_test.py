#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The training program: the tray application over cards in software, or the same in the terminal."""

import os
import pty
import subprocess
from pathlib import Path

from rig import desktop_testing, testing
from rig.application import Application
from rig.processes import wait_for


class TrainingProgram(desktop_testing.DesktopTest):
    """kortvakt-demo, which nobody needs a reader for."""

    def test_it_is_the_tray_application_with_a_card_and_settings_of_its_own(self):
        own = Path(self.desktop.environment["XDG_CONFIG_HOME"], "kortvakt", "kortvakt.conf")
        own.parent.mkdir(parents=True)
        own.write_text("[General]\ntrayIcon=false\n")
        program = Application(self.desktop, testing.BUILD, name="kortvakt-demo")
        self.addCleanup(self.end, program)
        wait_for(program.is_the_one, "the demo's claim to be the only one")
        wait_for(program.tray.present, "its icon, which the user's own program is not to show")
        for text in ("Anna Andersson", "Välj en egen signeringskod", "Välj en egen signeringskod…"):
            program.windows.wait_for_text(text)
        program.windows.wait_for("push button", "Inställningar").do_action(0)
        program.windows.wait_for("check box", "Meddela mig när en kod är låst eller inte vald").do_action(0)
        demos = own.parents[1] / "kortvakt-demo" / "kortvakt.conf"
        wait_for(demos.exists, "the demo's own settings")
        self.assertIn("codeLocked = false", demos.read_text())
        self.assertEqual(own.read_text(), "[General]\ntrayIcon=false\n")
        self.assertNotIn("Starta Kortvakt när jag loggar in", program.windows.names())

    def test_a_card_is_exchanged_as_a_hand_does_it(self):
        program = Application(self.desktop, testing.BUILD, name="kortvakt-demo")
        self.addCleanup(self.end, program)
        windows = program.windows
        for text in ("Välj en egen signeringskod", "Signeringskod: inte vald", "Kortläsare 2", "Inget kort"):
            windows.wait_for_text(text)
        self.assertIn("Övning: läsare och kort", windows.titles())
        [hand] = self.desktop.windows(".*och kort")
        subprocess.run(["xdotool", "windowactivate", "--sync", hand], check=True, timeout=10)
        windows.focus("combo box", "Id-kort från Skatteverket: signeringskoden inte vald")
        for card, told in (("legitimeringskoden låst", "Säkerhetskoden är låst. (E14)"),
                           ("i bruk", "Kortet är klart att använda."),
                           ("ett försök kvar med varje kod", "Ett försök kvar med legitimeringskoden")):
            windows.key("Down")
            windows.wait_for("combo box", f"Id-kort från Skatteverket: {card}")
            windows.press("Byt kort")
            windows.wait_for_text(told, seconds=2)
        windows.press("Ta ut")
        windows.wait_for_text("Sätt in kortet i kortläsaren.", seconds=2)
        self.assertFalse(windows.find("push button", "Byt kort"))

    def test_it_goes_through_the_main_job_in_the_terminal(self):
        environment = {name: value for name, value in self.desktop.environment.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run([testing.BUILD / "bin" / "kortvakt-demo"], env=environment | {"LANG": "sv_SE.UTF-8"},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        said = done.stdout.decode()
        self.assertEqual(done.returncode, 0, said)
        before, after = said.split("Upplåsning av säkerhetskoden lyckades")
        self.assertIn("Låst", before)
        self.assertNotIn("Låst", after)

    def test_enter_alone_takes_the_marked_card_in_the_terminal(self):
        environment = {name: value for name, value in self.desktop.environment.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        master, terminal = pty.openpty()
        self.addCleanup(os.close, master)
        program = subprocess.Popen([testing.BUILD / "bin" / "kortvakt-demo"], stdin=terminal, stderr=subprocess.STDOUT,
                                   stdout=subprocess.PIPE, env=environment | {"LANG": "sv_SE.UTF-8"})
        os.close(terminal)
        os.write(master, b"\nq\n")
        said = program.communicate(timeout=60)[0].decode()
        self.assertEqual(program.returncode, 0, said)
        self.assertIn("* 2  Id-kort från Skatteverket: signeringskoden inte vald\n", said)
        self.assertIn("I läsaren: Id-kort från Skatteverket: signeringskoden inte vald\n", said)
        for kind in ("Vanliga ärenden", "När det är fel", "Andra kort"):
            self.assertIn(kind + "\n", said)


if __name__ == "__main__":
    desktop_testing.main()
