// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_input.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace kortvakt::cli {

namespace {

constexpr std::array signalsToTend{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

/** What the signal handler needs: plain data, set before the handler is. */
struct Hidden {
    int descriptor;
    termios before;
};
Hidden hidden{};

extern "C" void showAndGo(int signal)
{
    tcsetattr(hidden.descriptor, TCSANOW, &hidden.before);
    // The handler was set with SA_RESETHAND: this time the signal does what it always does.
    raise(signal);
}

/** Hides what is typed on a terminal while it lives, and shows it again however the program ends. */
class Silence {
public:
    explicit Silence(int descriptor)
    {
        if (tcgetattr(descriptor, &hidden.before) != 0)
            return;
        hidden.descriptor = descriptor;
        for (std::size_t i = 0; i < signalsToTend.size(); ++i)
            tend(signalsToTend[i], former_[i]);
        termios quiet = hidden.before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        quiet.c_lflag |= ICANON | ECHONL;
        on_ = tcsetattr(descriptor, TCSAFLUSH, &quiet) == 0;
        restore_ = true;
    }
    ~Silence()
    {
        if (!restore_)
            return;
        tcsetattr(hidden.descriptor, TCSANOW, &hidden.before);
        for (std::size_t i = 0; i < signalsToTend.size(); ++i)
            sigaction(signalsToTend[i], &former_[i], nullptr);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    [[nodiscard]] bool on() const { return on_; }

private:
    static void tend(int signal, struct sigaction& former)
    {
        sigaction(signal, nullptr, &former);
        struct sigaction now { };
        now.sa_flags = static_cast<int>(SA_RESETHAND);
        // Stopped and continued, the terminal would show what is typed; and who ignored a signal goes on
        // doing so.
        const bool ignored = signal == SIGTSTP || former.sa_handler == SIG_IGN;
        now.sa_handler = ignored ? SIG_IGN : showAndGo;
        sigaction(signal, &now, nullptr);
    }

    std::array<struct sigaction, signalsToTend.size()> former_{};
    bool restore_ = false, on_ = false;
};

} // namespace

bool CodeInput::usable() const
{
    return lines_ || isatty(descriptor_) == 1;
}

std::optional<SecretBytes> CodeInput::line() const
{
    // No code is near this long: the rest of a longer line is read past, and the length rule refuses it.
    constexpr std::size_t enough = 256;
    SecretBytes line;
    line.reserve(enough);
    for (bool any = false;; any = true) {
        // One byte at a time, so that no buffer of a library keeps what follows.
        std::uint8_t byte = 0;
        const ssize_t count = read(descriptor_, &byte, 1);
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

std::optional<Secret> CodeInput::code(const QString& label)
{
    std::optional<SecretBytes> typed;
    if (lines_) {
        typed = line();
    } else {
        // Silence first: whoever types as soon as the question is there is not shown either.
        const Silence silence(descriptor_);
        if (!silence.on())
            return {}; // better no code than one that stands on the screen
        prompts_ << label.toStdString() << ": " << std::flush;
        typed = line();
    }
    if (!typed)
        return {};
    return Secret(std::string_view(reinterpret_cast<const char*>(typed->data()), typed->size()));
}

bool CodeInput::agreed(const QString& question, QChar yes)
{
    prompts_ << question.toStdString() << ' ' << std::flush;
    const auto answer = line();
    if (!answer || answer->empty())
        return false;
    const QChar given(static_cast<ushort>(answer->front()));
    return given.toLower() == yes;
}

} // namespace kortvakt::cli
