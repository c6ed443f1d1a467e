#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Who builds the same source again gets the same bytes: elsewhere, later, with other habits.

All is built again but what the compiler is given alike: text by text, as the preprocessor leaves it, and option by option.
That is not compiled twice, for a compiler gives the same for the same. A date, a place or an order that gets into a source is
another text, and is compiled.
"""

import os
import tempfile
import unittest
from pathlib import Path

from kit.deb import PACKAGES, SOURCE, run


class RepeatedBuild(unittest.TestCase):
    """The packages that were built, and those of a build with other habits."""

    def test_packages_and_bill_of_materials_have_the_same_bytes(self):
        with tempfile.TemporaryDirectory(prefix="kortvakt-another-place-") as there:
            cache = run("ccache", "--get-config", "cache_dir").strip()
            log = Path(there, "compiled")
            before = os.umask(0o077)
            try:
                run(SOURCE / "packaging/build-deb", Path(there, "packages"), Path(there, "a-longer-way-to-the-source"),
                    env=os.environ | {"CCACHE_DIR": cache, "CCACHE_STATSLOG": str(log), "TZ": "Pacific/Kiritimati",
                                      "LC_ALL": "C", "HOME": there, "DEB_BUILD_OPTIONS": "parallel=3"})
            finally:
                os.umask(before)
            print(run("ccache", "--show-log-stats", env=os.environ | {"CCACHE_STATSLOG": str(log)}), flush=True)
            again = {file.name: file.read_bytes() for file in Path(there, "packages").iterdir()
                     if file.suffix in (".deb", ".json")}
        first = {file.name: file.read_bytes() for file in PACKAGES.iterdir() if file.suffix in (".deb", ".json")}
        self.assertEqual(sorted(first), sorted(again))
        self.assertEqual(len([name for name in first if name.endswith(".deb")]), 4)
        self.assertEqual([name for name in first if first[name] != again[name]], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
