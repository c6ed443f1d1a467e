# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Runs a command, or a shell, inside a rig: `python3 -m rig [--desktop] [--readers N] [COMMAND …]`."""

import argparse
import os
import subprocess
import tempfile

from .desktop import Desktop
from .service import MODELS, Service
from .testing import BUILD


def main():
    """Brings the rig up, runs the command, ends everything."""
    options = argparse.ArgumentParser(prog="rig", description="Run a command, or a shell, inside a rig.")
    options.add_argument("--desktop", action="store_true", help="with X, a tray and accessibility")
    options.add_argument("--no-tray", action="store_true", help="a desktop without a tray")
    options.add_argument("--readers", type=int, default=1, metavar="N", help="readers plugged in, at most 4 (1)")
    options.add_argument("--build", default=BUILD, help="the build directory (%(default)s)")
    options.add_argument("command", nargs=argparse.REMAINDER)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kortvakt-rig-") as directory:
        service = Service(directory, chosen.build)
        try:
            service.start()
            environment = service.environment
            if chosen.desktop:
                environment = Desktop(service, tray=not chosen.no_tray).start().environment
            print(f"rig in {directory}; usb/ is its bus, log/ its logs")
            for model in list(MODELS)[:chosen.readers]:
                reader = service.reader(model)
                print(f"{model}: kortvakt-softcard PERSONALITY --port {reader.port}")
            path = f"{chosen.build}/bin:{environment['PATH']}"
            keep = {name: os.environ[name] for name in ("TERM", "SHELL") if name in os.environ}
            return subprocess.run(chosen.command or [os.environ.get("SHELL", "/bin/sh")],
                                  env=keep | environment | {"PATH": path}).returncode
        finally:
            service.end()


if __name__ == "__main__":
    raise SystemExit(main())
