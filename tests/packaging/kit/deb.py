# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The packages that were built, and what is in them."""

import os
import re
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[3]
BUILD = Path(os.environ.get("KORTVAKT_BUILD", SOURCE / "build")).resolve()
PACKAGES = Path(os.environ.get("KORTVAKT_PACKAGES", BUILD / "deb")).resolve()


def run(*command, **more):
    """Runs a command and returns what it said; a failure tells it, too."""
    more = {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL} | more
    done = subprocess.run([str(part) for part in command], **more)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Deb:
    """One package."""

    def __init__(self, name, directory=PACKAGES):
        found = list(directory.glob(f"{name}_*.deb"))
        if len(found) != 1:
            raise AssertionError(f"{len(found)} packages {name} in {directory}")
        self.file = found[0]

    def field(self, name):
        """A control field, or ''."""
        return run("dpkg-deb", "--field", self.file, name).strip()

    def depends(self, field="Depends"):
        """Names in a field with dependencies."""
        return re.findall(r"(?:^|[,|] *)([a-z0-9][a-z0-9.+-]+)", self.field(field))

    def files(self):
        """Paths of its files and links, below the root."""
        listed = run("dpkg-deb", "--contents", self.file).splitlines()
        return sorted(line.split(None, 5)[5].split(" -> ")[0][1:] for line in listed if not line.startswith("d"))

    def conffiles(self):
        """Paths of its configuration files."""
        done = subprocess.run(["dpkg-deb", "--info", self.file, "conffiles"], capture_output=True, text=True)
        return done.stdout.split()

    def unpack(self, directory):
        """Unpacks its files."""
        run("dpkg-deb", "--extract", self.file, directory)

    def as_version(self, version, directory, also=None):
        """The same package with another version, as an upgrade; `also` changes the unpacked tree first."""
        tree = directory / f"{self.file.stem}-tree"
        run("dpkg-deb", "--raw-extract", self.file, tree)
        control = tree / "DEBIAN/control"
        old = self.field("Version")
        control.write_text(control.read_text().replace(f"Version: {old}", f"Version: {version}")
                           .replace(f"(= {old})", f"(= {version})"))
        if also:
            also(tree)
        run("dpkg-deb", "--root-owner-group", "--build", tree, directory)
        return next(directory.glob(f"{self.file.name.split('_')[0]}_{version}_*.deb"))
