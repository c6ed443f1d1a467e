#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Who builds the same source again gets the same bytes: elsewhere, later, with other habits, compiling all of it."""

import os
import tempfile
import unittest
from pathlib import Path

from kit.deb import PACKAGES, SOURCE, run


class RepeatedBuild(unittest.TestCase):
    """The packages that were built, and those of a build that shares nothing with it."""

    def test_packages_and_bill_of_materials_have_the_same_bytes(self):
        with tempfile.TemporaryDirectory(prefix="kortvakt-another-place-") as there:
            before = os.umask(0o077)
            try:
                run(SOURCE / "packaging/build-deb", Path(there, "packages"), Path(there, "a longer way to the source".replace(" ", "-")),
                    env=os.environ | {"CCACHE_DISABLE": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": there,
                                      "DEB_BUILD_OPTIONS": "parallel=3"})
            finally:
                os.umask(before)
            again = {file.name: file.read_bytes() for file in Path(there, "packages").iterdir()
                     if file.suffix in (".deb", ".json")}
        first = {file.name: file.read_bytes() for file in PACKAGES.iterdir() if file.suffix in (".deb", ".json")}
        self.assertEqual(sorted(first), sorted(again))
        self.assertEqual(len([name for name in first if name.endswith(".deb")]), 4)
        self.assertEqual([name for name in first if first[name] != again[name]], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
