# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A private pcscd, Debian's own and unmodified, with virtual readers on a USB bus that is a directory.

pcscd's socket and driver directories are compiled in, so it runs in a mount namespace of its own where they are
directories of the rig; as an ordinary user in a user namespace, too. Clients find it by PCSCLITE_CSOCK_NAME.
"""

import os
import shlex
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from .processes import Processes, wait_for

DRIVERS = "/usr/lib/pcsc/drivers"
STOCK_DRIVER = Path(DRIVERS, "serial", "libifdvpcd.so")
#: Models that the reader driver's Info.plist names, by USB product id.
MODELS = {"Alcor Micro AU9560": "8ca1", "Gemalto PC Twin Reader": "8ca2",
          "SCM Microsystems Inc. SCR 3310": "8ca3", "OMNIKEY AG CardMan 3121": "8ca4"}


class Reader:
    """A virtual reader, plugged in or not. Its port stays the same, and is kept free for it."""

    def __init__(self, bus, name, model, reuse=True):
        self.name, self.model = name, model
        self._file = bus / name
        self._failing = bus / f".failing-{name}"
        # Bound and never listening: nobody else is given the port, while a driver may listen on it.
        self._kept = socket.socket()
        if reuse:
            self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind(("127.0.0.1", 0))
        self.port = self._kept.getsockname()[1]

    def let_go(self):
        """Gives the port up, to a driver that would not share it or for good."""
        self._kept.close()

    def listening(self):
        """Whether a driver listens on the reader's port."""
        here = f"0100007F:{self.port:04X}"
        anywhere = f"00000000:{self.port:04X}"
        with open("/proc/net/tcp") as table:
            return any(line.split()[1] in (here, anywhere) and line.split()[3] == "0A" for line in table)

    def plug(self):
        """Plugs the reader in, and waits until the driver has it."""
        hidden = self._file.with_name("." + self._file.name)
        hidden.write_text(f"idVendor=1d50\nidProduct={MODELS[self.model]}\nport={self.port}\n")
        hidden.rename(self._file)
        wait_for(self.listening, f"reader {self.name} at port {self.port}")

    def fail(self):
        """Has the reader answer nobody any more, plugged in as it is."""
        self._failing.touch()

    def recover(self):
        """Has it work again."""
        self._failing.unlink(missing_ok=True)

    def unplug(self):
        """Unplugs the reader, and waits until the driver has let go of it."""
        self._file.unlink()
        wait_for(lambda: not self.listening(), f"reader {self.name} to be gone")


class Service:
    """pcscd in `directory`. `build` holds the reader driver and the USB bus for it."""

    def __init__(self, directory, build, processes=None):
        self.directory = Path(directory)
        self.processes = processes or Processes(self.directory / "log")
        self._libraries = Path(build, "tests", "system")
        self._process = None
        for folder in ("run/pcscd", "usb", "conf", "home", "tmp"):
            (self.directory / folder).mkdir(parents=True, exist_ok=True)
        self._install_driver()
        self.socket = self.directory / "run/pcscd/pcscd.comm"
        self.environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": str(self.directory / "home"),
            "TMPDIR": str(self.directory / "tmp"), "PCSCLITE_CSOCK_NAME": str(self.socket)}
        self.readers = []

    def reader(self, model="Alcor Micro AU9560", plugged=True):
        """A new reader on the bus."""
        reader = Reader(self.directory / "usb", f"1-{len(self.readers) + 1}:1.0", model)
        self.readers.append(reader)
        if plugged:
            reader.plug()
        return reader

    def stock_reader(self, name="Stock vpcd"):
        """A reader of the stock vpcd driver, which cannot be plugged: call before start()."""
        shutil.copy(STOCK_DRIVER, self.directory / "drivers/serial")
        reader = Reader(self.directory / "usb", "stock", "Alcor Micro AU9560", reuse=False)
        reader.let_go()
        (self.directory / "conf/vpcd").write_text(
            f'FRIENDLYNAME "{name}"\nDEVICENAME /dev/null:{reader.port:#x}\n'
            f"LIBPATH {DRIVERS}/serial/{STOCK_DRIVER.name}\nCHANNELID {reader.port:#x}\n")
        return reader

    def start(self):
        """Starts pcscd and waits until clients can come."""
        root = shlex.quote(str(self.directory))
        script = (f"mount --bind {root}/run /run && mount --bind {root}/drivers {DRIVERS} && "
                  f'exec env LD_PRELOAD={shlex.quote(str(self._libraries / "libkortvakt-usb-bus.so"))} "$@"')
        self._process = self.processes.start(
            "pcscd", ["pcscd", "--foreground", "--info", "--config", self.directory / "conf"],
            self.environment | {"KORTVAKT_RIG_USB": str(self.directory / "usb")},
            before=[*namespace(), "sh", "-ec", script, "sh"])
        wait_for(lambda: self._answers() or self._process.poll() is not None, "pcscd to start")
        if self._process.poll() is not None:
            raise RuntimeError("pcscd did not start:\n" + self.processes.log("pcscd"))
        return self

    def _answers(self):
        with socket.socket(socket.AF_UNIX) as client:
            return client.connect_ex(str(self.socket)) == 0

    def stop(self):
        """Stops pcscd as an administrator would."""
        self.processes.end(self._process)
        self.socket.unlink(missing_ok=True)

    def kill(self):
        """Ends pcscd as a crash would: its socket stays behind, dead."""
        self._process.kill()
        self.processes.end(self._process)

    def freeze(self):
        """Makes pcscd hang: it takes connections and answers none."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Lets it go on."""
        self._process.send_signal(signal.SIGCONT)

    def running(self):
        """Whether pcscd runs."""
        return self._process is not None and self._process.poll() is None

    def restart(self):
        """Stops and starts pcscd, and waits until its readers are back."""
        self.stop()
        self.start()
        for reader in self.readers:
            if reader._file.exists():
                wait_for(reader.listening, f"reader {reader.name} after the restart")

    def end(self):
        """Ends all that the rig has started, and gives its ports up."""
        self.processes.end_all()
        for reader in self.readers:
            reader.let_go()

    def _install_driver(self):
        contents = self.directory / "drivers/kortvakt-rig.bundle/Contents"
        (contents / "Linux").mkdir(parents=True, exist_ok=True)
        (self.directory / "drivers/serial").mkdir(exist_ok=True)
        shutil.copy(self._libraries / "libkortvakt-reader-driver.so", contents / "Linux")
        shutil.copy(Path(__file__).parents[1] / "reader_driver.plist", contents / "Info.plist")


def namespace():
    """The command that gives a program mounts of its own: root's way, else an ordinary user's."""
    ways = ["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]
    for way in ways[os.geteuid() != 0:]:
        if subprocess.run([*way, "true"], stderr=subprocess.DEVNULL).returncode == 0:
            return way
    raise RuntimeError("this system gives no mount namespace, not even in a user namespace: "
                       "see sysctl kernel.unprivileged_userns_clone and user.max_user_namespaces")
