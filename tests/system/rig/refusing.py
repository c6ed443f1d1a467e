# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A fake: a service that refuses everybody, as pcscd with polkit does: it takes the connection and closes it (Debian
12's pcscd is built without polkit). What the programs are told of that is libpcsclite's own word."""

import os
import socket
import threading


class RefusingService:
    """Listens where pcscd would, until close(). `asked` counts who came."""

    def __init__(self, path):
        self.asked = 0
        self._path = path
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._thread = threading.Thread(target=self._refuse, daemon=True)
        self._thread.start()

    def close(self):
        """Nobody listens any more."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()
        os.unlink(self._path)

    def _refuse(self):
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            self.asked += 1
            client.close()
