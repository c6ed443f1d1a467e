#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What is in the packages, and what Debian's own checker says of them."""

import hashlib
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from kit.deb import PACKAGES, SOURCE, Deb, run

NAMES = "kortvakt", "kortvakt-cli", "kortvakt-demo", "libkortvakt-core-dev"
ID = "org.kortvakt.Kortvakt"


class Packages(unittest.TestCase):
    """All of them."""

    def test_lintian_has_nothing_to_say(self):
        done = subprocess.run(
            ["lintian", "--pedantic", "--fail-on", "error,warning,pedantic", "--allow-root",
             *map(str, PACKAGES.glob("*.changes"))],
            capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_there_are_these_and_no_more(self):
        self.assertEqual(sorted(deb.name.split("_")[0] for deb in PACKAGES.glob("*.deb")), sorted(NAMES))

    def test_nothing_of_others_is_touched(self):
        # No service of ours, no trigger, no question, no script beside the one that names what it leaves.
        for name in NAMES:
            deb = Deb(name)
            with self.subTest(name), tempfile.TemporaryDirectory() as control:
                run("dpkg-deb", "--control", deb.file, control)
                scripts = {file.name for file in Path(control).iterdir()}
                allowed = {"control", "md5sums", "conffiles"} | ({"postrm"} if name == "kortvakt-cli" else set())
                self.assertLessEqual(scripts, allowed)
                self.assertEqual([file for file in deb.files() if "systemd" in file or "/init.d/" in file or "polkit" in file], [])

    def test_only_the_autostart_entry_is_a_conffile(self):
        self.assertEqual({name: Deb(name).conffiles() for name in NAMES if Deb(name).conffiles()},
                         {"kortvakt": [f"/etc/xdg/autostart/{ID}.desktop"]})

    def test_kortvakt_is_complete(self):
        files = Deb("kortvakt").files()
        for wanted in (
                "/usr/bin/kortvakt", f"/usr/share/applications/{ID}.desktop", f"/usr/share/metainfo/{ID}.metainfo.xml",
                f"/usr/share/icons/hicolor/scalable/apps/{ID}.svg",
                f"/usr/share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
                "/usr/share/man/man1/kortvakt.1.gz", "/usr/share/man/sv/man1/kortvakt.1.gz",
                "/usr/share/doc/kortvakt/administrators.md.gz", "/usr/share/doc/kortvakt/administrators.sv.md.gz",
                "/usr/share/doc/kortvakt/screenshot.png"):
            self.assertIn(wanted, files)

    def test_kortvakt_cli_is_complete(self):
        files = Deb("kortvakt-cli").files()
        for wanted in (
                "/usr/bin/kortvakt-cli", "/usr/share/bash-completion/completions/kortvakt-cli",
                "/usr/share/man/man1/kortvakt-cli.1.gz", "/usr/share/man/sv/man1/kortvakt-cli.1.gz",
                "/usr/share/doc/kortvakt-cli/failures.html", "/usr/share/doc/kortvakt-cli/failures.sv.html"):
            self.assertIn(wanted, files)


class Demo(unittest.TestCase):
    """Soft cards are for training only."""

    def test_nobody_gets_the_demo_without_asking(self):
        for name in NAMES:
            for field in ("Pre-Depends", "Depends", "Recommends", "Suggests", "Enhances"):
                self.assertNotIn("kortvakt-demo", Deb(name).depends(field))

    def test_no_soft_card_is_in_the_other_programs(self):
        seen = {}
        with tempfile.TemporaryDirectory() as there:
            for name in ("kortvakt", "kortvakt-cli", "kortvakt-demo"):
                Deb(name).unpack(there)
                # A type's name, as the compiler writes it: texts may be built into instructions.
                seen[name] = b"8softcard" in Path(there, "usr/bin", name).read_bytes()
        self.assertEqual(seen, {"kortvakt": False, "kortvakt-cli": False, "kortvakt-demo": True})

    def test_its_entry_cannot_be_mistaken(self):
        with tempfile.TemporaryDirectory() as there:
            Deb("kortvakt-demo").unpack(there)
            entry = Path(there, "usr/share/applications/org.kortvakt.Demo.desktop").read_text(encoding="utf-8")
        for line in entry.splitlines():
            if line.startswith("Name"):
                self.assertNotIn("Kortvakt", line)
                self.assertRegex(line, "Training|Övning")


class Desktop(unittest.TestCase):
    """What desktops and software centres read."""

    def test_entries_and_metainfo_are_valid(self):
        with tempfile.TemporaryDirectory() as there:
            for name in ("kortvakt", "kortvakt-demo"):
                Deb(name).unpack(there)
            entries = [*Path(there).rglob("*.desktop")]
            self.assertEqual(len(entries), 3)
            run("desktop-file-validate", *entries)
            packed = Path(there, f"usr/share/metainfo/{ID}.metainfo.xml")
            run("appstreamcli", "validate", "--no-net", packed)
            self.assertNotIn("@", packed.read_text(encoding="utf-8"))  # no address of pictures that nobody published
            published = Path(there, f"{ID}.metainfo.xml")
            source = Path(SOURCE, f"resources/{ID}.metainfo.xml").read_text(encoding="utf-8")
            published.write_text(source.replace("@KORTVAKT_PICTURES_URL@", "https://mirror.example"), encoding="utf-8")
            run("appstreamcli", "validate", "--no-net", published)
            self.assertIn("https://mirror.example/screenshot.png", published.read_text(encoding="utf-8"))

    def test_the_release_is_the_packages_version(self):
        version = Deb("kortvakt").field("Version")
        metainfo = Path(SOURCE, f"resources/{ID}.metainfo.xml").read_text(encoding="utf-8")
        self.assertIn(f'<release version="{version}"', metainfo)


class Materials(unittest.TestCase):
    """The bill of materials beside the packages."""

    def setUp(self):
        self.bill = json.loads(next(PACKAGES.glob("*.cdx.json")).read_text(encoding="utf-8"))

    def test_it_names_every_package_with_its_hash(self):
        hashes = {part["name"]: part["hashes"][0]["content"] for part in self.bill["components"] if "hashes" in part}
        self.assertEqual(
            hashes, {name: hashlib.sha256(Deb(name).file.read_bytes()).hexdigest() for name in NAMES})

    def test_it_tells_the_version_of_every_library(self):
        parts = {part["name"]: part for part in self.bill["components"]}
        for name in ("libqt6core6", "libssl3", "libpcsclite1", "libstdc++6"):
            self.assertIn(name, parts)
        for name in Deb("kortvakt").depends():
            self.assertTrue(name in NAMES or name == "pcscd" or parts[name]["version"], name)

    def test_its_references_lead_somewhere(self):
        known = {part["bom-ref"] for part in self.bill["components"]}
        known.add(self.bill["metadata"]["component"]["bom-ref"])
        self.assertEqual(len(known), len(self.bill["components"]) + 1)
        for edge in self.bill["dependencies"]:
            self.assertLessEqual({edge["ref"], *edge["dependsOn"]}, known)
        self.assertEqual(self.bill["bomFormat"], "CycloneDX")


if __name__ == "__main__":
    unittest.main(verbosity=2)
