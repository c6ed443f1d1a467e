# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A PC/SC client of its own, so that tests can see what pcscd sees and get in another program's way."""

import ctypes
from ctypes import Structure, byref, c_char, c_char_p, c_long, c_ubyte, c_ulong, c_void_p

from .processes import wait_for

SHARE_EXCLUSIVE, SHARE_SHARED = 1, 2
PROTOCOL_ANY = 3
LEAVE_CARD, RESET_CARD = 0, 1
STATE_PRESENT, STATE_IN_USE, STATE_MUTE = 0x20, 0x100, 0x200
NO_SERVICE, NO_READERS = 0x8010001D, 0x8010002E


class ReaderState(Structure):
    """SCARD_READERSTATE."""
    _fields_ = [("reader", c_char_p), ("user", c_void_p), ("current", c_ulong), ("event", c_ulong),
                ("atr_length", c_ulong), ("atr_bytes", c_ubyte * 33)]


class IoRequest(Structure):
    """SCARD_IO_REQUEST."""
    _fields_ = [("protocol", c_ulong), ("length", c_ulong)]


class PcscError(Exception):
    """A PC/SC function failed."""

    def __init__(self, function, code):
        super().__init__(f"{function}: {code:08X}")
        self.code = code


class Client:
    """An application at the rig's pcscd: PCSCLITE_CSOCK_NAME must be in this process' environment."""

    def __init__(self):
        self._library = ctypes.CDLL("libpcsclite.so.1")
        self._context = c_long()
        self._call("SCardEstablishContext", c_ulong(2), None, None, byref(self._context))

    def close(self):
        """Ends the context."""
        self._library.SCardReleaseContext(self._context)

    def readers(self):
        """Names of the readers that pcscd lists."""
        length = c_ulong()
        try:
            self._call("SCardListReaders", self._context, None, None, byref(length))
            names = (c_char * length.value)()
            self._call("SCardListReaders", self._context, None, names, byref(length))
        except PcscError as error:
            if error.code == NO_READERS:
                return []
            raise
        return [name.decode() for name in bytes(names).split(b"\0") if name]

    def state(self, reader):
        """A reader's state flags and the ATR of its card, now."""
        states = (ReaderState * 1)(ReaderState(reader=reader.encode()))
        self._call("SCardGetStatusChange", self._context, c_ulong(0), states, c_ulong(1))
        return states[0].event, bytes(states[0].atr_bytes[:states[0].atr_length])

    def wait_for_card(self, reader, present=True):
        """Waits until pcscd sees a card in the reader, or none."""
        wait_for(lambda: bool(self.state(reader)[0] & STATE_PRESENT) == present,
                 f"{'a' if present else 'no'} card in {reader}")

    def in_use(self, reader):
        """Whether some program has the card open."""
        return bool(self.state(reader)[0] & STATE_IN_USE)

    def connect(self, reader, share=SHARE_SHARED):
        """Opens the card in a reader."""
        return Connection(self, reader, share)

    def _call(self, name, *arguments):
        code = getattr(self._library, name)(*arguments) & 0xFFFFFFFF
        if code:
            raise PcscError(name, code)


class Connection:
    """An open card; a context manager that leaves the card as it is."""

    def __init__(self, client, reader, share):
        self._client = client
        self._handle, self._protocol = c_long(), c_ulong()
        client._call("SCardConnect", client._context, c_char_p(reader.encode()), c_ulong(share),
                     c_ulong(PROTOCOL_ANY), byref(self._handle), byref(self._protocol))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self, disposition=LEAVE_CARD):
        """Lets go of the card."""
        self._client._library.SCardDisconnect(self._handle, c_ulong(disposition))

    def begin(self):
        """Keeps others out."""
        self._client._call("SCardBeginTransaction", self._handle)

    def end(self, disposition=LEAVE_CARD):
        """Lets others in."""
        self._client._call("SCardEndTransaction", self._handle, c_ulong(disposition))

    def reset(self):
        """Resets the card under everybody who has it open."""
        self._client._call("SCardReconnect", self._handle, c_ulong(SHARE_SHARED), c_ulong(PROTOCOL_ANY),
                           c_ulong(RESET_CARD), byref(self._protocol))

    def transmit(self, command):
        """Sends a command given in hexadecimal; answers in hexadecimal."""
        sent, answer, length = bytes.fromhex(command), (c_ubyte * 300)(), c_ulong(300)
        header = IoRequest(self._protocol.value, ctypes.sizeof(IoRequest))
        self._client._call("SCardTransmit", self._handle, byref(header), c_char_p(sent), c_ulong(len(sent)),
                           None, answer, byref(length))
        return bytes(answer[:length.value]).hex().upper()
