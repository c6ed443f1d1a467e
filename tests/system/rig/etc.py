# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""An /etc/kortvakt of a test's own: the programs know no other place for policies, and are not to know one.

The test program is started again in a mount namespace of its own, where /etc is made of links to the computer's own
/etc and an empty, writable folder kortvakt.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from .service import namespace

FOLDER = Path("/etc/kortvakt")
MARK = "KORTVAKT_RIG_OWN_ETC"
SCRIPT = """
old=$1; shift
mount --rbind /etc "$old"
mount -t tmpfs -o mode=755 kortvakt-etc /etc
for entry in "$old"/* "$old"/.[!.]*; do [ ! -e "$entry" ] || ln -s "$entry" /etc/; done
rm -f /etc/kortvakt
mkdir -p -m 755 /etc/kortvakt/policy.d
exec "$@"
"""


def enter():
    """Makes sure that this program has an /etc/kortvakt of its own; called first of all."""
    if MARK not in os.environ:
        old = tempfile.mkdtemp(prefix="kortvakt-etc-")
        os.environ[MARK] = old
        command = [*namespace(), "sh", "-ec", SCRIPT, "sh", old, sys.executable, *sys.argv]
        os.execvp(command[0], command)
    os.umask(0o022)


def write(text, name="10-test.conf", mode=0o644):
    """Puts a policy in force; one of the same name is replaced, as an administrator's tools would."""
    path = FOLDER / "policy.d" / name
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.chmod(mode)
    fresh.rename(path)


def clear():
    """Takes all policies and defaults away."""
    for entry in FOLDER.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    (FOLDER / "policy.d").mkdir(mode=0o755)
