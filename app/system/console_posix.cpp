// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/console.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>

#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace kortvakt::app {

namespace {

/** Those that do not end a program which does nothing about them, and the two that cannot be caught
 * (signal(7)); every other one, real-time signals too, does. */
constexpr std::array endNothing{
    SIGKILL, SIGSTOP, SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGTSTP, SIGTTIN, SIGTTOU};

/** What the signal handler needs: plain data, set before the handler is. */
struct Hidden {
    int terminal;
    termios before, quiet;
    std::array<struct sigaction, NSIG> actions; ///< for each signal, as it was before
};
Hidden hidden{};
std::atomic<const std::string*> lastWords{};
static_assert(decltype(lastWords)::is_always_lock_free); // for the handler

bool isTended(int signal)
{
    return signal == SIGTSTP || std::ranges::find(endNothing, signal) == endNothing.end();
}

/** Throws away what is there and what is still coming: a paste may arrive in pieces, and programs that type
 * do so key by key. */
void forgetUntilQuiet()
{
    constexpr int quiet = 200; // milliseconds: many times what such a program waits between two keys
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    pollfd typed{hidden.terminal, POLLIN, 0};
    do
        tcflush(hidden.terminal, TCIFLUSH);
    while (poll(&typed, 1, quiet) == 1 && typed.revents == POLLIN && std::chrono::steady_clock::now() < end);
}

/** Leaves nothing of what was typed for who reads next, and shows from then on what is. A signal handler may
 * call it: it allocates nothing, and does not wait for output that the terminal holds back, as TCSAFLUSH
 * would. */
void forgetAndShow()
{
    termios keys = hidden.before;
    keys.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON); // half a line is noticed, too
    tcsetattr(hidden.terminal, TCSANOW, &keys);
    forgetUntilQuiet();
    tcsetattr(hidden.terminal, TCSANOW, &hidden.before);
    tcflush(hidden.terminal, TCIFLUSH);
}

extern "C" void showAndGo(int signal)
{
    forgetAndShow();
    if (const std::string* const words = lastWords) {
        [[maybe_unused]] const auto written = write(STDERR_FILENO, words->data(), words->size());
    }
    // What the signal did before, it does now: it is blocked until this handler ends.
    sigaction(signal, &hidden.actions[static_cast<std::size_t>(signal)], nullptr);
    raise(signal);
}

/** SIGSTOP cannot be caught, and a shell that continues a job leaves the terminal to it as the shell has it:
 * showing what is typed. In the background this stops the program, as reading would: SIGTTOU is not blocked.
 */
extern "C" void hideAgain(int)
{
    const int before = errno;
    tcsetattr(hidden.terminal, TCSANOW, &hidden.quiet);
    errno = before;
}

void tendContinuing()
{
    struct sigaction now { };
    sigemptyset(&now.sa_mask);
    now.sa_flags = SA_RESTART;
    now.sa_handler = hideAgain;
    sigaction(SIGCONT, &now, &hidden.actions[SIGCONT]);
}

void tend(int signal)
{
    auto& before = hidden.actions[static_cast<std::size_t>(signal)];
    if (sigaction(signal, nullptr, &before) != 0)
        return; // one that the C library keeps for itself
    struct sigaction now { };
    sigfillset(&now.sa_mask);
    // Stopped and continued, the terminal would show what is typed; and who ignored a signal goes on doing
    // so.
    const bool ignored = signal == SIGTSTP || before.sa_handler == SIG_IGN;
    now.sa_handler = ignored ? SIG_IGN : showAndGo;
    sigaction(signal, &now, nullptr);
}

void restoreContinuing()
{
    sigaction(SIGCONT, &hidden.actions[SIGCONT], nullptr);
}

void restoreSignals()
{
    for (int signal = 1; signal < NSIG; ++signal)
        if (isTended(signal))
            sigaction(signal, &hidden.actions[static_cast<std::size_t>(signal)], nullptr);
}

} // namespace

bool isTerminal(int descriptor)
{
    return isatty(descriptor) == 1;
}

std::optional<SecretBytes> readLine(int descriptor)
{
    // No code is near this long: the length rule refuses what is cut here.
    constexpr std::size_t enough = 256;
    SecretBytes line;
    line.reserve(enough);
    for (bool any = false;; any = true) {
        std::uint8_t byte = 0;
        const ssize_t count = read(descriptor, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return any ? std::optional(std::move(line)) : std::nullopt;
        if (byte == '\n')
            break;
        if (line.size() < enough)
            line.push_back(byte);
        wipe(&byte, 1);
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

Silence::Silence(int terminal)
    : terminal_(terminal)
{
    if (tcgetattr(terminal, &hidden.before) != 0)
        return;
    hidden.terminal = terminal;
    for (int signal = 1; signal < NSIG; ++signal)
        if (isTended(signal))
            tend(signal);
    hidden.quiet = hidden.before;
    hidden.quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
    hidden.quiet.c_lflag |= ICANON;
    tendContinuing();
    on_ = tcsetattr(terminal, TCSANOW, &hidden.quiet) == 0;
    if (!on_) {
        restoreContinuing();
        restoreSignals();
    }
}

Silence::~Silence()
{
    if (!on_)
        return;
    restoreContinuing(); // first: who is continued from now on shall not hide anything again
    forgetAndShow();
    restoreSignals();
    lastWords = nullptr;
}

void Silence::setLastWords(const std::string& words) const
{
    lastWords = &words;
}

void Silence::forgetTyped() const
{
    tcflush(terminal_, TCIFLUSH);
}

PipedLines::PipedLines(const std::string& lines)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return;
    const bool written = write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
    close(ends[1]);
    if (written)
        input_ = ends[0];
    else
        close(ends[0]);
}

PipedLines::~PipedLines()
{
    if (input_ >= 0)
        close(input_);
}

} // namespace kortvakt::app
