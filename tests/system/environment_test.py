#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What an environment or an option of Qt's would have the programs load or open: they load and open nothing of it."""

import contextlib
import shutil
import subprocess
import sysconfig
from pathlib import Path

from rig import desktop_testing, testing
from rig.application import Application
from rig.processes import wait_for

LIBRARIES = Path("/usr/lib", sysconfig.get_config_var("MULTIARCH"))
PROVIDER = """openssl_conf = all
[all]
providers = them
[them]
default = usual
decoy = it
[usual]
activate = 1
[it]
module = {}
activate = 1
"""


def files_of(pid):
    """The names of all files that are mapped into a program: each library that it has loaded."""
    return {line.split(maxsplit=5)[5] for line in Path(f"/proc/{pid}/maps").read_text().splitlines()
            if len(line.split(maxsplit=5)) == 6}


def internet_sockets_of(pid):
    """A program's sockets that are not this computer's own."""
    own = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # it was closed meanwhile
            own.add(entry.readlink().name)
    return [line for protocol in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
            for line in Path(f"/proc/{pid}/net/{protocol}").read_text().splitlines()[1:]
            if f"socket:[{line.split()[9]}]" in own]


class Environment(desktop_testing.DesktopTest):
    """Libraries of somebody else's in a folder of a test's own."""

    def setUp(self):
        super().setUp()
        self.decoys = Path(self.directory, self.id())
        self.decoys.mkdir()
        self.loads = {
            "QT_PLUGIN_PATH": self.decoy("qt6/plugins/platforms/libqxcb.so", "plugins/platforms").parent,
            "QT_QPA_PLATFORM_PLUGIN_PATH": self.decoy("qt6/plugins/platforms/libqxcb.so", "platforms"),
            "QT_QPA_GENERIC_PLUGINS": "tuiotouch",
            "QT_STYLE_OVERRIDE": "decoy",
            "QT_LOAD_TESTABILITY": "1",
            "QT_QPA_PLATFORMTHEME": self.decoys / "theme",
            "OPENSSL_CONF": self.provider(),
        }

    def decoy(self, library, folder):
        """A library of the system's in a folder that is nobody's; the folder."""
        place = self.decoys / folder
        place.mkdir(parents=True)
        shutil.copy(LIBRARIES / library, place)
        return place

    def provider(self):
        """A configuration of OpenSSL that loads a library."""
        file = self.decoys / "openssl.cnf"
        file.write_text(PROVIDER.format(self.decoy("ossl-modules/legacy.so", "openssl") / "legacy.so"))
        return file

    def decoys_in(self, pid):
        """What of the decoys a program has loaded."""
        return {name for name in files_of(pid) if name.startswith(str(self.decoys)) or "tuiotouch" in name}

    def run_with(self, environment, name="kortvakt"):
        """Starts a program with windows; it is there when its icon is."""
        program = Application(self.desktop, testing.BUILD, "--background", name=name,
                              more={key: str(value) for key, value in environment.items()})
        self.addCleanup(self.end, program)
        wait_for(program.tray.present, "the tray icon")
        return program

    def test_nothing_of_somebody_elses_is_loaded(self):
        self.insert("classic-v3-used")
        program = self.run_with(self.loads)
        program.tray.wait_for("Anna Andersson (id-kort)")
        self.assertEqual(self.decoys_in(program.pid), set())
        self.assertEqual(internet_sockets_of(program.pid), [])

    def test_the_command_line_loads_nothing_either(self):
        self.insert("classic-v3-used")
        environment = self.desktop.environment | {key: str(value) for key, value in self.loads.items()}
        process = self.desktop.processes.start(
            "watch", [Path(testing.BUILD, "bin/kortvakt-cli"), "--lang", "sv", "watch"], environment)
        wait_for(lambda: "Anna" in self.desktop.processes.log("watch"), "the card to be read")
        self.assertEqual(self.decoys_in(process.pid), set())
        self.desktop.processes.end(process)

    def test_the_decoys_are_what_a_program_without_the_precaution_loads(self):
        environment = self.desktop.environment | {
            key: str(self.loads[key]) for key in ("QT_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "OPENSSL_CONF")}
        program = self.desktop.processes.start(
            "unguarded", [Path(testing.BUILD, "bin/kortvakt-unguarded")], environment)
        for part in ("plugins/platforms", "tuiotouch", "openssl/legacy"):
            wait_for(lambda wanted=part: any(wanted in name for name in self.decoys_in(program.pid)), part)
        wait_for(lambda: internet_sockets_of(program.pid), "the touch plug-in to listen")
        self.desktop.processes.end(program)

    def test_nor_does_the_training_program(self):
        program = self.run_with({key: self.loads[key] for key in
                                 ("QT_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "OPENSSL_CONF")}, "kortvakt-demo")
        self.assertEqual(self.decoys_in(program.pid), set())
        self.assertEqual(internet_sockets_of(program.pid), [])

    def test_windows_are_shown_on_the_users_own_screen_only(self):
        for platform in ("vnc", "vnc:port=5999", "xcb;vnc", "vnc;xcb", "linuxfb", "eglfs", "minimal", "VNC", ""):
            with self.subTest(platform):
                program = self.run_with({"QT_QPA_PLATFORM": platform})
                self.assertEqual(internet_sockets_of(program.pid), [])
                self.assertTrue(any(name.endswith("/libqxcb.so") for name in files_of(program.pid)))
                self.assertEqual(program.end(), 0)

    def test_options_of_qts_are_unknown(self):
        for options in (["-platform", "vnc"], ["--platform", "vnc"], ["-platformpluginpath", self.decoys],
                        ["-plugin", "tuiotouch"], ["-style", "decoy"], ["-style=decoy"], ["-stylesheet", "x.css"],
                        ["-platformtheme", "x"], ["-testability"], ["-session", "x"], ["--", "-platform", "vnc"],
                        ["--lang", "sv", "-platform", "vnc"]):
            with self.subTest(options):
                answer = subprocess.run([Path(testing.BUILD, "bin/kortvakt"), *options], timeout=20, text=True,
                                        capture_output=True, env=self.desktop.environment, check=False)
                self.assertEqual(answer.returncode, 2, answer)


if __name__ == "__main__":
    desktop_testing.main()
