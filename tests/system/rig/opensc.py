# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""OpenSC's tools, as a second client that nobody here wrote."""

import re
import subprocess
from dataclasses import dataclass, field

# OpenSC 0.23 has no driver for most of these ATRs: its default driver reads any PKCS#15 card.
CONFIGURATION = """app default {
  enable_default_driver = true;
  reader_driver pcsc { enable_pinpad = false; disconnect_action = %s; transaction_end_action = leave; }
  framework pkcs15 { use_file_caching = no; use_pin_caching = false; }
}
"""


@dataclass
class Pin:
    """A PIN object as `pkcs15-tool --dump` prints it."""
    label: str
    auth_id: str = ""
    id: str = ""
    flags: int = 0
    min_length: int = 0
    max_length: int = 0
    stored_length: int = 0
    pad: int = 0
    reference: int = 0
    type: str = ""
    path: str = ""
    tries: int | None = None


@dataclass
class Dump:
    """What `pkcs15-tool --dump` prints, as far as tests ask for it."""
    text: str
    pins: list[Pin] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)


class OpenSc:
    """The tools at a rig's pcscd. `reader` is the number or name of the reader; `leaving` says what becomes of a card
    that a tool is done with: "leave", or "reset" as OpenSC does where nobody told it otherwise."""

    def __init__(self, service, reader="0", leaving="leave"):
        configuration = service.directory / f"opensc-{leaving}.conf"
        configuration.write_text(CONFIGURATION % leaving)
        self._environment = service.environment | {
            "OPENSC_CONF": str(configuration), "OPENSC_DRIVER": "default"}
        self._reader = reader

    def use_driver(self, name):
        """Has the tools use one of their drivers from now on, whatever the card's ATR."""
        self._environment["OPENSC_DRIVER"] = name

    def run(self, tool, *arguments):
        """Runs a tool; output and error output in one, and the exit code."""
        return self._run(tool, "--reader", self._reader, *arguments)

    def objects(self):
        """What pkcs11-tool lists in the card; output and exit code."""
        return self._run("pkcs11-tool", "--list-objects")

    def _run(self, *command):
        done = subprocess.run(command, env=self._environment, timeout=60,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.stdout.decode(errors="replace"), done.returncode

    def applications(self):
        """AIDs of the applications in EF.DIR."""
        text, _ = self.run("pkcs15-tool", "--list-applications")
        return re.findall(r"^\tAID: (\w+)$", text, re.M)

    def dump(self, aid=None):
        """Everything on the card's first application, or the one with this AID."""
        text, code = self.run("pkcs15-tool", "--dump", *(["--aid", aid] if aid else []))
        if code != 0:
            raise AssertionError("pkcs15-tool --dump: " + text)
        return parse_dump(text)

    def verify(self, auth_id, pin):
        """Whether the card takes `pin`."""
        return self._accepted("--verify-pin", "--auth-id", auth_id, "--pin", pin)

    def change(self, auth_id, pin, fresh):
        """Whether the card changes a PIN."""
        return self._accepted("--change-pin", "--auth-id", auth_id, "--pin", pin, "--new-pin", fresh)

    def unblock(self, auth_id, puk, fresh):
        """Whether the card sets a PIN by its PUK."""
        return self._accepted("--unblock-pin", "--auth-id", auth_id, "--puk", puk, "--new-pin", fresh)

    def certificate(self, identifier):
        """A certificate as PEM."""
        text, code = self.run("pkcs15-tool", "--read-certificate", identifier)
        if code != 0:
            raise AssertionError(text)
        return text[text.index("-----BEGIN"):]

    def raw(self, *commands):
        """Sends commands, given in hexadecimal, in one session; the status word of each."""
        sends = [word for command in commands for word in ("--send-apdu", command)]
        text, _ = self.run("opensc-tool", *sends)
        return [one + two for one, two in re.findall(r"SW1=0x(\w\w), SW2=0x(\w\w)", text)]

    def raw_verify(self, application, reference, pin, stored=16, pad=0, first=""):
        """VERIFY of a code where it lives, "3F00", a path from there ("5100") or an AID: the status word. `first` is
        the AID of an application to be selected before that."""
        block = pin.encode().ljust(stored, bytes([pad]))
        selects = [_select(place) for place in (first, application) if place]
        return self.raw(*selects, f"002000{reference:02X}{len(block):02X}{block.hex()}")[-1]

    def _accepted(self, *arguments):
        text, code = self.run("pkcs15-tool", *arguments)
        self.said = text
        return code == 0


def _select(place):
    way = "00" if place == "3F00" else "08" if len(place) < 10 else "04"
    return f"00A4{way}0C{len(place) // 2:02X}{place}"


def parse_dump(text):
    """Reads what pkcs15-tool 0.23 prints."""
    dump = Dump(text)
    dump.certificates = re.findall(r"^X\.509 Certificate \[.*\]\n(?:\t.*\n)*?\tID\s+: (\w+)", text, re.M)
    for label, body in re.findall(r"^PIN \[(.*)\]\n((?:\t.*\n)*)", text, re.M):
        pin = Pin(label)
        for name, value in re.findall(r"^\t(.*?)\s*: (.*)$", body, re.M):
            if name == "Auth ID":
                pin.auth_id = value
            elif name == "ID":
                pin.id = value
            elif name == "Flags":
                pin.flags = int(re.match(r"\[(0x\w+)\]", value)[1], 16)
            elif name == "Length":
                pin.min_length, pin.max_length, pin.stored_length = map(int, re.findall(r"\d+", value))
            elif name == "Pad char":
                pin.pad = int(value, 16)
            elif name == "Reference":
                pin.reference = int(value.split()[0])
            elif name == "Type":
                pin.type = value
            elif name == "Path":
                pin.path = value
            elif name == "Tries left":
                pin.tries = int(value)
        dump.pins.append(pin)
    return dump
