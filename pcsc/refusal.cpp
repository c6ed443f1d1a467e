// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/refusal.h"

#ifdef _WIN32

bool kortvakt::pcsc::serviceHangsUp()
{
    return false; // Windows says so itself
}

#else

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace kortvakt::pcsc {
namespace {

constexpr int patience = 250; // ms

/** Where pcsc-lite's library looks for the service. */
std::string socketPath()
{
    const char* other = secure_getenv("PCSCLITE_CSOCK_NAME");
    return other ? other : "/run/pcscd/pcscd.comm";
}

bool hangsUp(int socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socketPath();
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return errno == EACCES || errno == EPERM;
    // A service that lets us in says nothing before it is asked.
    pollfd waiting{socket, POLLIN, 0};
    char byte = 0;
    return poll(&waiting, 1, patience) == 1 && recv(socket, &byte, 1, MSG_DONTWAIT) <= 0;
}

} // namespace

bool serviceHangsUp()
{
    // Without blocking: a service that hangs may have no room for one more connection.
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return false;
    const bool is = hangsUp(socket);
    close(socket);
    return is;
}

} // namespace kortvakt::pcsc

#endif
