// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Loaded into a program (LD_PRELOAD), tells for how long its main thread was away from its event loop: on
 * each connection to the socket KORTVAKT_RIG_LOOP one line, "turns COUNT asleep NS working NS", of the
 * longest since the last time. The loop waits in poll(), called by GLib or Qt; what lies between two such
 * calls is away. A machine that is busy keeps every thread waiting, so the time that the kernel says the
 * thread wanted to run and could not is left out. What remains is work, and sleep: for a lock, a card,
 * another program. Waiting for the display's answers is no blocking of ours and is left out, too. */

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

namespace {

struct Moment {
    long long clock = 0, worked = 0, kept = 0; ///< ns: by the clock, running, wanting to run
};

std::atomic<long long> turns = 0, asleep = 0, working = 0;
thread_local Moment left; ///< when the loop was left
thread_local long long display = 0; ///< ns waited for the display since then

long long read(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

long long keptWaiting()
{
    static const int file = open("/proc/self/schedstat", O_RDONLY | O_CLOEXEC); // the main thread's
    char text[64] = {};
    if (file < 0 || pread(file, text, sizeof text - 1, 0) <= 0)
        return 0;
    const char* const second = std::strchr(text, ' ');
    return second ? std::atoll(second) : 0;
}

Moment now()
{
    return {read(CLOCK_MONOTONIC), read(CLOCK_THREAD_CPUTIME_ID), keptWaiting()};
}

void raise(std::atomic<long long>& most, long long value)
{
    if (value > most)
        most = value;
}

/** Whose call this is, by the library it comes from. */
bool calledBy(const void* where, const char* one, const char* other)
{
    Dl_info library{};
    return dladdr(where, &library) && library.dli_fname
        && (std::strstr(library.dli_fname, one) || std::strstr(library.dli_fname, other));
}

void returned()
{
    const Moment back = now();
    if (left.clock != 0) {
        const long long worked = back.worked - left.worked;
        raise(working, worked);
        raise(asleep, back.clock - left.clock - worked - (back.kept - left.kept) - display);
    }
    ++turns;
}

using Poll = int (*)(pollfd*, nfds_t, int);

int watched(Poll real, pollfd* files, nfds_t count, int patience, const void* caller)
{
    const bool mine = gettid() == getpid();
    if (mine && calledBy(caller, "libglib", "libQt6Core")) {
        returned();
        const int result = real(files, count, patience);
        display = 0;
        left = now();
        return result;
    }
    if (mine && calledBy(caller, "libxcb", "libX11")) {
        const long long before = read(CLOCK_MONOTONIC);
        const int result = real(files, count, patience);
        display += read(CLOCK_MONOTONIC) - before;
        return result;
    }
    return real(files, count, patience);
}

void answer(int listener)
{
    for (;;) {
        const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const std::string line = "turns " + std::to_string(turns.exchange(0)) + " asleep "
            + std::to_string(asleep.exchange(0)) + " working " + std::to_string(working.exchange(0)) + "\n";
        [[maybe_unused]] const auto sent = send(client, line.data(), line.size(), MSG_NOSIGNAL);
        close(client);
    }
}

const bool listening = [] {
    const char* const path = std::getenv("KORTVAKT_RIG_LOOP");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!path || std::strlen(path) >= sizeof address.sun_path)
        return false;
    // What the watched program starts in turn is not watched; what takes its place is.
    constexpr auto owner = "KORTVAKT_RIG_LOOP_OWNER";
    const std::string self = std::to_string(getpid());
    if (const char* const first = std::getenv(owner); first && first != self)
        return false;
    setenv(owner, self.c_str(), 1);
    std::strcpy(address.sun_path, path);
    unlink(path);
    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || listen(listener, 1) != 0)
        return false;
    std::thread(answer, listener).detach();
    return true;
}();

} // namespace

extern "C" {

int poll(pollfd* files, nfds_t count, int patience)
{
    static const auto real = reinterpret_cast<Poll>(dlsym(RTLD_NEXT, "poll"));
    return watched(real, files, count, patience, __builtin_return_address(0));
}

/** What a fortified build calls. */
int __poll_chk(pollfd* files, nfds_t count, int patience, std::size_t)
{
    static const auto real = reinterpret_cast<Poll>(dlsym(RTLD_NEXT, "poll"));
    return watched(real, files, count, patience, __builtin_return_address(0));
}
}
