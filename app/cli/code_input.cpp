// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_input.h"

namespace kortvakt::cli {

CodeInput::CodeInput(int descriptor, std::ostream& prompts, bool lines)
    : descriptor_(descriptor)
    , prompts_(prompts)
    , lines_(lines)
{
    if (lines && app::isTerminal(descriptor))
        silence_.emplace(descriptor);
}

bool CodeInput::usable() const
{
    return lines_ || app::isTerminal(descriptor_);
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
    const auto typed = hidden ? app::readLine(descriptor_) : std::nullopt;
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
    const auto answer = app::readLine(descriptor_);
    const bool agreed =
        answer && !answer->empty() && QChar(static_cast<ushort>(answer->front())).toLower() == yes;
    prompts_ << QString(agreed ? yes : no).toStdString() << '\n';
    return agreed;
}

} // namespace kortvakt::cli
