# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What is different in a system afterwards."""

import hashlib
import os
import re
import stat

#: The package manager's own notes of what it did, and what its run leaves in any case.
NOTES = re.compile(r"/(proc|sys|dev|run|tmp)(/|$)|/var/log/(dpkg\.log|alternatives\.log|apt(/|$))"
                   r"|/var/lib/dpkg/(status|status-old|available|lock.*|triggers/Lock|triggers/Unincorp|updates)$"
                   r"|/var/lib/apt/(extended_states|periodic|lists(/|$))|/var/cache/(apt|ldconfig|debconf)(/|$)|/var/lib/dpkg$|/var/lib/apt$"
                   r"|/var/lib/dpkg/info$")


def snapshot(root):
    """All of a system by path: kind, rights, owner and content."""
    seen = {}
    for folder, names, files in os.walk(root.directory):
        below = folder[len(str(root.directory)):]
        names[:] = [name for name in names if not NOTES.match(f"{below}/{name}")]
        for name in names + files:
            path, inside = f"{folder}/{name}", f"{below}/{name}"
            if NOTES.match(inside):
                continue
            about = os.lstat(path)
            content = ""
            if stat.S_ISLNK(about.st_mode):
                content = os.readlink(path)
            elif stat.S_ISREG(about.st_mode):
                with open(path, "rb") as file:
                    content = hashlib.file_digest(file, "sha1").hexdigest()
            seen[inside] = (about.st_mode, about.st_uid, about.st_gid, content)
    return seen


def difference(before, after):
    """Paths that came, went or changed, each with "+", "-" or "~" before it."""
    return sorted([f"+ {path}" for path in after.keys() - before.keys()]
                  + [f"- {path}" for path in before.keys() - after.keys()]
                  + [f"~ {path}" for path in before.keys() & after.keys() if before[path] != after[path]])
