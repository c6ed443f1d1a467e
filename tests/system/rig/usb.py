# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A fake: /sys/bus/usb/devices as a program in a mount namespace sees it. pcscd is not in there, so that a reader on
this bus is one that it does not list."""

import os
import shlex
import shutil
from pathlib import Path

from .service import namespace


class UsbBus:
    """The bus, a directory."""

    def __init__(self, directory):
        self._devices = Path(directory, "sys-usb")
        self._devices.mkdir(exist_ok=True)

    def plug(self, place, maker, model, vendor="08e6", product="3437", driver=None):
        """Has a reader at a place such as "1-4"; `driver` is the kernel's that has it."""
        device, interface = self._devices / place, self._devices / f"{place}:1.0"
        for directory in (device, interface):
            directory.mkdir()
        for file, line in ((device / "manufacturer", maker), (device / "product", model),
                           (device / "idVendor", vendor), (device / "idProduct", product),
                           (interface / "bInterfaceClass", "0b")):
            file.write_text(line + "\n")
        if driver:
            (interface / "driver").symlink_to(f"../../drivers/{driver}")

    def clear(self):
        """Takes all off the bus."""
        shutil.rmtree(self._devices)

    def before(self):
        """The command that runs another in sight of this bus. Its user stays the same."""
        script = (f"mount -t tmpfs none /sys/bus && mkdir -p /sys/bus/usb/devices && "
                  f"mount --bind {shlex.quote(str(self._devices))} /sys/bus/usb/devices && ")
        again = "" if os.geteuid() == 0 else f"unshare --user --map-user={os.getuid()} --map-group={os.getgid()} "
        return [*namespace(), "sh", "-ec", script + f'exec {again}"$@"', "sh"]
