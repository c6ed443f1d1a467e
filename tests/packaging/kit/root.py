# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A Debian 12 with nothing but apt, made with mmdebstrap from where this system's apt gets its packages."""

import re
import subprocess
from datetime import date
from pathlib import Path

from .deb import BUILD, run

PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def minimal():
    """The packed system of today, made when there is none."""
    folder = BUILD / "clean-system"
    folder.mkdir(exist_ok=True)
    packed = folder / f"{date.today()}.tar"
    if not packed.exists():
        for old in folder.glob("*.tar"):
            old.unlink()
        sources = run("apt-get", "indextargets", "--format", "deb $(REPO_URI) $(RELEASE) $(COMPONENT)",
                      "Created-By: Packages", "Origin: Debian").splitlines()
        sources = sorted({line for line in sources if re.search(r" bookworm\S* main$", line)})
        # Whether a mirror's index may be old is for this system to say.
        settings = run("apt-config", "dump").splitlines()
        options = [f"--aptopt={line}" for line in settings if re.match("Acquire::(Check-|http)", line)]
        unfinished = packed.with_suffix(".new")
        run("mmdebstrap", "--variant=minbase", "--format=tar", "--dpkgopt=force-unsafe-io", *options, "bookworm",
            unfinished, *sources)
        unfinished.rename(packed)
    return packed


class Root:
    """A clean system in a directory, or a copy of one; within namespaces of the test's own."""

    def __init__(self, directory, like=None):
        self.directory = Path(directory)
        self.directory.mkdir()
        if like:
            run("cp", "--archive", "--one-file-system", f"{like.directory}/.", self.directory)
        else:
            # Devices are this system's own: an ordinary user's namespace makes none.
            run("tar", "--extract", "--file", minimal(), "--exclude=./dev/*", "--directory", self.directory)
        self._mount()
        self.path("/etc/resolv.conf").write_text(Path("/etc/resolv.conf").read_text())

    def _mount(self):
        run("mount", "--bind", self.directory, self.directory)  # so that all below it can be undone at once
        for what, where in (("proc", "proc"), ("sysfs", "sys")):
            if subprocess.run(["mount", "-t", what, what, self.directory / where], capture_output=True).returncode:
                run("mount", "--rbind", f"/{where}", self.directory / where)
        run("mount", "-t", "tmpfs", "tmpfs", self.directory / "run")
        run("mount", "-t", "tmpfs", "tmpfs", self.directory / "tmp")
        self.path("/tmp").chmod(0o1777)
        for device in ("null", "zero", "full", "random", "urandom", "tty"):
            self.path(f"/dev/{device}").touch()
            run("mount", "--bind", f"/dev/{device}", self.path(f"/dev/{device}"))

    def close(self):
        """Takes its mounts away, so that the directory can be removed."""
        run("umount", "--recursive", "--lazy", self.directory)

    def path(self, inside):
        """Where a path of the system is from outside."""
        return self.directory / inside.lstrip("/")

    def command(self, *command, user=None, environment=()):
        """The command that runs a command in the system, as root or another user."""
        become = ["--reuid", user, "--regid", user, "--clear-groups"] if user else []
        return ["chroot", str(self.directory), "env", "-i", f"PATH={PATH}", "HOME=/tmp", "LC_ALL=C.UTF-8", *environment,
                "setpriv", *become, "--pdeathsig", "TERM", *map(str, command)]

    def run(self, *command, **more):
        """Runs a command in the system to its end, with nothing to answer a question; what it said."""
        return run(*self.command(*command, **more), env={"PATH": PATH})

    def apt(self, *arguments):
        """apt-get, as an administrator's script would call it."""
        return self.run("apt-get", "--yes", *arguments)

    def put(self, *files):
        """Copies files into the system's /tmp, which is no trace; their paths there."""
        for file in files:
            run("cp", file, self.path("/tmp"))
            self.path(f"/tmp/{Path(file).name}").chmod(0o644)
        return [f"/tmp/{Path(file).name}" for file in files]

    def installed(self):
        """Names of all packages that are there, or have left their configuration."""
        return set(self.run("dpkg-query", "-W", "-f", "${Package}\n").split())

    def simulated(self, *arguments):
        """Names of the packages that apt would install."""
        told = self.apt("--simulate", "install", *arguments)
        return re.findall(r"^Inst (\S+)", told, re.M)
