// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Loaded into a program (LD_PRELOAD), tells what it holds: on each connection to the socket
 * KORTVAKT_RIG_CENSUS one line, "heap BYTES descriptors COUNT". Both are the program's own: the heap as the
 * allocator counts it, so that a leak shows long before the system gives another page, and the descriptors,
 * which nobody else may list for a program that keeps its memory to itself. */

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

#include <malloc.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

std::string census()
{
    const auto heap = mallinfo2();
    // The listing's own descriptor and the connection's are there in each census.
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return "heap " + std::to_string(heap.uordblks + heap.hblkhd) + " descriptors "
        + std::to_string(std::distance(begin(all), end(all))) + "\n";
}

void answer(int listener)
{
    for (;;) {
        const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const std::string line = census();
        [[maybe_unused]] const auto sent = send(client, line.data(), line.size(), MSG_NOSIGNAL);
        close(client);
    }
}

const bool listening = [] {
    const char* const path = std::getenv("KORTVAKT_RIG_CENSUS");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!path || std::strlen(path) >= sizeof address.sun_path)
        return false;
    std::strcpy(address.sun_path, path);
    unlink(path); // of the program that has become this one
    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || listen(listener, 1) != 0)
        return false;
    std::thread(answer, listener).detach();
    return true;
}();

} // namespace
