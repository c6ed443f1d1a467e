#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The packages in a Debian 12 with nothing but apt: installed, used, upgraded, removed and purged. Each test leaves the
system as it was before, what the packages need already there, so that only our own traces count."""

import json
import os
import tempfile
import unittest
from pathlib import Path

from kit import namespace
from kit.deb import BUILD, PACKAGES, SOURCE, Deb, run
from kit.quiet import Quiet, wait_for
from kit.root import Root
from kit.traces import difference, snapshot

OURS = "kortvakt", "kortvakt-cli"
USER, PUK, FRESH = "1000", "12345678", "482915"
AUTOSTART = "/etc/xdg/autostart/org.kortvakt.Kortvakt.desktop"


def debs(*names):
    """Files of our packages, in the system."""
    return System.root.put(*(Deb(name).file for name in names))


def setUpModule():
    System.bring_up()


class System(unittest.TestCase):
    """A test in the clean system."""

    root = None

    @classmethod
    def bring_up(cls):
        """Makes the system. What apt would install beside our packages is installed first."""
        System.place = Path(tempfile.mkdtemp(prefix="kortvakt-clean-"))
        unittest.addModuleCleanup(run, "rm", "-rf", "--one-file-system", System.place)
        System.root = root = Root(System.place / "root")
        unittest.addModuleCleanup(root.close)
        root.apt("update")
        before = root.installed()
        System.needed = [name for name in root.simulated(*debs(*OURS)) if name not in OURS]
        System.least = set(root.simulated("--no-install-recommends", *debs(*OURS))) - set(OURS)
        root.apt("-o", "Dpkg::Options::=--force-unsafe-io", "install", *System.needed)
        System.brought = root.installed() - before
        # The test's own means: a virtual reader, and somebody who uses the computer.
        root.apt("-o", "Dpkg::Options::=--force-unsafe-io", "--no-install-recommends", "install", "vsmartcard-vpcd")
        root.run("useradd", "--uid", USER, "--create-home", "anna")
        root.apt("clean")
        System.before = snapshot(root)

    def setUp(self):
        self.logs = Path(tempfile.mkdtemp(dir=self.place))
        self.addCleanup(self.leave_nothing)

    def install(self, *files):
        """Installs packages as an administrator's script does: nobody is there to answer."""
        return self.root.apt("install", *files)

    def leave_nothing(self):
        """Purges all of ours; nothing is different from before."""
        ours = {"kortvakt", "kortvakt-cli", "kortvakt-demo"} & self.root.installed()
        if ours:
            self.root.apt("purge", *ours)
        self.assertEqual(difference(self.before, snapshot(self.root)), [])

    def quiet(self):
        """Programs of this test."""
        quiet = Quiet(self.root, self.logs)
        self.enterContext(quiet)
        return quiet


class Installing(System):
    """What comes, stays and goes."""

    def test_apt_needs_nothing_but_the_files_and_debians_packages(self):
        told = self.install(*debs(*OURS))
        self.assertIn("0 to remove", told)
        self.assertRegex(told, "2 newly installed")
        sizes = {name: int(Deb(name).field("Installed-Size")) for name in OURS}
        for what, names in (("all recommendations", self.brought), ("what is needed", self.least)):
            others = sum(int(size) for size in self.root.run(
                "dpkg-query", "-W", "-f", "${Installed-Size}\n", *sorted(names & self.root.installed())).split())
            print(f"\nwith {what}, apt brings {len(names)} packages of Debian's: {others} KiB", end="")
        print(f"\ninstalled size of our own, in KiB: {sizes}")
        for name in OURS:
            print(f"{name} needs: {Deb(name).field('Depends')}")
        print("brought by apt:", " ".join(sorted(self.brought)), flush=True)
        for name in OURS:
            self.assertLess(sizes[name], 5000)
        self.assertNotIn("kortvakt-demo", self.root.installed())

    def test_removing_keeps_the_settings_and_purging_keeps_only_what_others_wrote(self):
        self.install(*debs(*OURS))
        policy = self.root.path("/etc/kortvakt/policy.d/50-own.conf")
        policy.write_text("[Actions]\nallowChange=false\n")
        self.root.apt("remove", *OURS)
        self.assertTrue(policy.exists())
        self.assertTrue(self.root.path(AUTOSTART).exists())
        told = self.root.apt("purge", *OURS)
        self.assertIn("/etc/kortvakt/policy.d/50-own.conf", told)
        self.assertEqual(difference(self.before, snapshot(self.root)), [
            "+ /etc/kortvakt", "+ /etc/kortvakt/policy.d", "+ /etc/kortvakt/policy.d/50-own.conf"])
        policy.unlink()
        self.install(*debs(*OURS))  # and whoever installs it again, and purges, leaves nothing

    def test_an_upgrade_asks_nothing_and_keeps_what_was_decided(self):
        newer = [Deb(name).as_version("0.1.0+next1", self.logs) for name in OURS]
        for decision in ("changed", "deleted"):
            with self.subTest(decision):
                self.install(*debs(*OURS))
                entry = self.root.path(AUTOSTART)
                if decision == "changed":
                    entry.write_text(entry.read_text() + "Hidden=true\n")
                else:
                    entry.unlink()
                policy = self.root.path("/etc/kortvakt/policy.d/50-own.conf")
                policy.write_text("[General]\nlanguage=sv\n")
                self.install(*self.root.put(*newer))
                self.assertIn("0.1.0+next1", self.root.run("dpkg-query", "-W", "kortvakt"))
                self.assertEqual(entry.exists() and "Hidden=true" in entry.read_text(), decision == "changed")
                self.assertEqual(entry.exists(), decision == "changed")
                self.assertEqual(policy.read_text(), "[General]\nlanguage=sv\n")
                policy.unlink()
                self.root.apt("purge", *OURS)

    def test_the_training_program_comes_and_goes_by_itself(self):
        self.install(*debs("kortvakt-demo"))
        self.assertEqual(set(OURS) & self.root.installed(), set())


class Using(System):
    """The installed programs, for a user without rights, at the clean system's own pcscd, without a network."""

    def setUp(self):
        super().setUp()
        self.install(*debs(*OURS))
        self.quiet_system = self.quiet()
        self.quiet_system.service()

    def cli(self, *arguments, given=""):
        """Runs kortvakt-cli as the user; exit code and JSON."""
        code, out, err = self.quiet_system.run_inside("kortvakt-cli", "--json", *arguments, user=USER, given=given)
        self.assertTrue(out.startswith("{"), f"{code}: {out}{err}")
        return code, json.loads(out)

    def wait_for_card(self):
        """Waits until a card was read."""
        wait_for(lambda: self.cli("show")[0] == 0, "the card to be read")

    def test_a_card_is_seen_and_unlocked(self):
        counters = self.quiet_system.card("classic-v3-pin-locked")
        self.wait_for_card()
        code, told = self.cli("unlock", "identification", "--stdin", given=f"{PUK}\n{FRESH}\n")
        self.assertEqual(code, 0, told)
        codes = {entry["name"]: entry for entry in counters()["codes"]}
        self.assertEqual((codes["5000:81"]["value"], codes["5000:81"]["triesLeft"] > 0), (FRESH, True))
        self.assertEqual(counters()["codeCommands"], 1)

    def test_a_policy_is_followed(self):
        counters = self.quiet_system.card("classic-v3-pin-locked")
        self.wait_for_card()
        policy = self.root.path("/etc/kortvakt/policy.d/50-own.conf")
        policy.write_text("[Actions]\nallowUnlock = false\n")
        self.addCleanup(policy.unlink)
        code, told = self.cli("unlock", "identification", "--stdin", given=f"{PUK}\n{FRESH}\n")
        self.assertEqual((code, told["error"], told["codeSent"]), (11, "hidden-by-policy", False))
        self.assertEqual(counters()["codeCommands"], 0)

    def start_tray(self, *arguments):
        """Starts the tray application as the user; the file by which it claims to be the only one."""
        self.root.run("install", "--directory", "--owner", USER, "--mode", "700", "/tmp/session")
        self.addCleanup(self.root.run, "rm", "-rf", "/tmp/session")
        self.quiet_system.start_inside("kortvakt", "kortvakt", "--lang", "sv", *arguments, user=USER, environment=[
            *self.quiet_system.display(), "XDG_RUNTIME_DIR=/tmp/session", "HOME=/tmp/session"])
        lock = self.root.path("/tmp/session/kortvakt.lock")
        wait_for(lambda: lock.exists() and lock.read_text(), "the tray application")
        return lock

    def test_the_tray_application_shows_its_window(self):
        self.quiet_system.card("classic-v3-pin-locked")
        self.start_tray()
        wait_for(lambda: '"Kortvakt"' in self.quiet_system.windows(), "the window")
        self.wait_for_card()
        self.quiet_system.picture(BUILD / "clean-system/window.png")

    def test_an_upgrade_reaches_the_tray_application_that_runs(self):
        lock = self.start_tray("--background")
        pid, begun = lock.read_text().split("\n")[0], lock.stat().st_mtime_ns
        self.install(*self.root.put(*(Deb(name).as_version("0.1.0+next1", self.logs) for name in OURS)))
        wait_for(lambda: lock.exists() and lock.stat().st_mtime_ns != begun, "the upgraded program", 60)
        self.assertEqual(lock.read_text().split("\n")[0], pid)


class Repository(System):
    """The signed repository that ./dev deb --repo makes, by a key made for this test."""

    SOURCE = ("Types: deb\nURIs: file:///tmp/repository\nSuites: stable\nComponents: main\n"
              "Signed-By: /tmp/repository/kortvakt-keyring.gpg\n")
    ONLY = ("-o", "Dir::Etc::sourcelist=/tmp/kortvakt.sources", "-o", "Dir::Etc::sourceparts=-", "-o",
            "APT::Get::List-Cleanup=0")

    def setUp(self):
        super().setUp()
        keys = self.logs / "keys"
        keys.mkdir(mode=0o700)
        self.gpg = os.environ | {"GNUPGHOME": str(keys)}
        self.addCleanup(run, "gpgconf", "--kill", "all", env=self.gpg)
        run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", "it@example.test", "ed25519", "sign", env=self.gpg)
        self.repository = self.root.path("/tmp/repository")
        self.addCleanup(run, "rm", "-rf", self.repository)
        self.root.path("/tmp/kortvakt.sources").write_text(self.SOURCE)

    def make(self, key="it@example.test"):
        """Makes the repository, or brings it up to date."""
        return run(SOURCE / "packaging/apt-repository", PACKAGES, self.repository, key, env=self.gpg)

    def test_apt_installs_from_it_by_its_signature(self):
        self.make()
        self.make()  # again, as for a new version
        self.root.apt(*self.ONLY, "update")
        self.assertIn("file:/tmp/repository", self.root.run("apt-cache", *self.ONLY, "policy", "kortvakt"))
        self.root.apt(*self.ONLY, "install", "kortvakt")
        self.assertLessEqual(set(OURS), self.root.installed())
        self.assertTrue(list((self.repository / "pool/main").glob("*.cdx.json")))

    def test_apt_refuses_it_when_a_byte_was_changed(self):
        self.make()
        release = self.repository / "dists/stable/InRelease"
        release.write_text(release.read_text().replace("Origin: Kortvakt", "Origin: Kortwakt"))
        (self.repository / "dists/stable/Release.gpg").unlink()
        with self.assertRaisesRegex(AssertionError, "BADSIG|not signed|invalid"):
            self.root.apt(*self.ONLY, "update", "-o", "APT::Update::Error-Mode=any")

    def test_nothing_is_made_without_the_key(self):
        with self.assertRaisesRegex(AssertionError, "no secret key"):
            self.make("nobody@example.test")
        self.assertFalse(self.repository.exists())


class OwnTests(System):
    """debian/tests, run the way Debian does."""

    def test_they_pass(self):
        # In a copy: the compilers that they ask for stay.
        copy = Root(self.place / "copy", like=self.root)
        self.addCleanup(copy.close)
        tree = self.logs / "source"
        tree.mkdir()
        run("cp", "-r", SOURCE / "packaging/debian", tree / "debian")
        told = run("autopkgtest", "--no-built-binaries", *PACKAGES.glob("*.deb"), f"{tree}/", "--",
                   "chroot", copy.directory)
        self.assertRegex(told, r"programs +PASS")
        self.assertRegex(told, r"library +PASS")


if __name__ == "__main__":
    namespace.enter()
    unittest.main(verbosity=2)
