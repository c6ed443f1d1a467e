#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The training program: the tray application over cards in software, or the same in the terminal."""

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


if __name__ == "__main__":
    desktop_testing.main()
