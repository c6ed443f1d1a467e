# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Mounts and processes of a test's own, in which it is root: an ordinary user gets a range of user ids for that."""

import os
import subprocess
import sys

INSIDE = "KORTVAKT_INSIDE_NAMESPACE"
ROOT = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
USER = ["unshare", "--user", "--map-auto", "--map-root-user", *ROOT[1:]]


def enter():
    """Runs this program again in namespaces of its own; returns in there."""
    if INSIDE in os.environ:
        return
    way = ROOT if os.geteuid() == 0 else USER
    if subprocess.run([*way, "true"], capture_output=True).returncode:
        sys.exit("A clean Debian needs namespaces: run as root, or see that /etc/subuid gives you a range of user ids "
                 "and that sysctl kernel.unprivileged_userns_clone is 1.")
    os.execvpe(way[0], [*way, sys.executable, *sys.argv], os.environ | {INSIDE: "1"})
