// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_input.h"

#include <cerrno>

#include <unistd.h>

namespace kortvakt::cli {

CodeInput::CodeInput(int descriptor, std::ostream& prompts, bool lines)
    : descriptor_(descriptor)
    , prompts_(prompts)
    , lines_(lines)
{
    if (lines && isatty(descriptor) == 1)
        silence_.emplace(descriptor);
}

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

bool CodeInput::hide()
{
    if (!silence_)
        silence_.emplace(descriptor_);
    return silence_->on();
}

void CodeInput::setLastWords(const QString& words)
{
    if (!lines_ && hide())
        silence_->setLastWords(
            lastWords_.emplace_back(words.isEmpty() ? std::string() : '\n' + words.toStdString() + '\n'));
}

bool CodeInput::ask(const QString& question)
{
    if (!hide())
        return false; // better no code than one that stands on the screen
    silence_->forgetTyped();
    prompts_ << question.toStdString() << std::flush;
    return true;
}

std::optional<Secret> CodeInput::code(const QString& label)
{
    const bool hidden = lines_ ? !silence_ || silence_->on() : ask(label + QStringLiteral(": "));
    const auto typed = hidden ? line() : std::nullopt;
    if (hidden && !lines_)
        prompts_ << '\n';
    if (!typed)
        return {};
    return Secret(std::string_view(reinterpret_cast<const char*>(typed->data()), typed->size()));
}

bool CodeInput::agreed(const QString& question, QChar yes, QChar no)
{
    if (!ask(question + u' '))
        return false;
    const auto answer = line();
    const bool agreed =
        answer && !answer->empty() && QChar(static_cast<ushort>(answer->front())).toLower() == yes;
    prompts_ << QString(agreed ? yes : no).toStdString() << '\n';
    return agreed;
}

} // namespace kortvakt::cli
