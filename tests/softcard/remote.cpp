// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/remote.h"

#include "tests/softcard/der.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <thread>

namespace softcard {

namespace {

constexpr std::string_view commands = "insert eject reset swap PERSONALITY mute mute-at N slow MS fail-at N "
                                      "lose-answer-at N answer-at N STATUS counters clear log quit";

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += "\\u00" + der::toText(Bytes{static_cast<std::uint8_t>(c)});
        else
            out += c;
    }
    return out + '"';
}

std::string member(const char* name, int value)
{
    return quoted(name) + ":" + std::to_string(value);
}
std::string member(const char* name, const std::string& value)
{
    return quoted(name) + ":" + quoted(value);
}

std::optional<int> readNumber(std::string_view text, int base)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number)
                                                                           : std::nullopt;
}

/** A command and its answer as a line of the log; whatever may hold a code is told by its length only. */
std::string logLine(View command, View answer)
{
    const bool code = bringsCode(command);
    std::string out =
        der::toText(command.first(std::min<std::size_t>(code ? 5 : command.size(), command.size())));
    if (code)
        out += " (" + std::to_string(command.size() - 5) + " bytes hidden)";
    return out + " > " + (answer.empty() ? "no answer" : der::toText(answer));
}

} // namespace

Remote::Remote(std::string personality, VpcdPlug& plug, bool inserted)
    : plug_(plug)
{
    take(personality);
    if (inserted)
        insert();
}

void Remote::take(const std::string& personality)
{
    auto card = make(personality);
    if (!card)
        throw std::invalid_argument("no such personality: " + personality);
    personality_ = personality;
    card_ = std::make_unique<FaultyCard>(std::move(card));
}

void Remote::insert()
{
    if (inserted_)
        return;
    inserted_ = true;
    card_->insert();
    reconnect();
}

void Remote::eject()
{
    inserted_ = false;
    plug_.disconnect();
}

void Remote::reconnect()
{
    if (inserted_)
        plug_.connect();
}

void Remote::serve()
{
    plug_.serve(*card_, [this](View command, View answer) {
        log_.push_back(logLine(command, answer));
        std::this_thread::sleep_for(pause_); // the answer is not yet on its way
    });
    if (card_->pulled())
        inserted_ = false;
}

std::string Remote::at(const std::string& argument, const std::function<void(Coming)>& what)
{
    const std::string_view ofCodes = "code:";
    Coming command;
    command.codes = argument.starts_with(ofCodes);
    const auto number = readNumber(std::string_view(argument).substr(command.codes ? ofCodes.size() : 0), 10);
    if (!number || *number < 1)
        return "error not a number from 1: " + argument;
    command.left = *number;
    what(command);
    return "ok";
}

std::string Remote::answerAt(const std::string& argument)
{
    const auto space = std::min(argument.find(' '), argument.size());
    const auto status =
        readNumber(std::string_view(argument).substr(std::min(space + 1, argument.size())), 16);
    if (!status || *status < 0 || *status > 0xFFFF)
        return "error no status: " + argument;
    return at(argument.substr(0, space),
        [&](Coming command) { card_->answerAt(command, static_cast<std::uint16_t>(*status)); });
}

std::string Remote::counters() const
{
    const Counts& seen = card_->counts();
    std::string codes;
    for (const CodeStatus& code : card_->codes())
        codes += (codes.empty() ? "{" : ",{") + member("name", code.name) + "," + member("label", code.label)
            + "," + member("value", code.value) + "," + member("triesLeft", code.triesLeft) + ","
            + member("triesMax", code.triesMax)
            + ",\"puk\":" + (code.puk ? std::to_string(*code.puk) : "null") + "}";
    return "{" + member("personality", personality_) + ",\"inserted\":" + (inserted_ ? "true" : "false")

        + ",\"connected\":" + (plug_.descriptor() >= 0 ? "true" : "false")
        + ",\"silent\":" + (card_->silent() ? "true" : "false") + "," + member("apdus", seen.apdus) + ","
        + member("getResponses", seen.getResponses) + "," + member("bytesIn", seen.bytesIn) + ","
        + member("bytesOut", seen.bytesOut) + "," + member("codeCommands", seen.codeCommands) + ",\"codes\":["
        + codes + "]}";
}

std::string Remote::readLog()
{
    std::string out = "ok " + std::to_string(log_.size()) + "\n";
    for (const std::string& line : log_)
        out += line + "\n";
    return out + ".";
}

std::string Remote::obey(const std::string& line)
{
    const auto space = line.find(' ');
    const std::string command = line.substr(0, space);
    const std::string argument = space == std::string::npos ? "" : line.substr(space + 1);
    if (command == "fail-at" || command == "lose-answer-at")
        return at(argument,
            [&](Coming which) { card_->pullAt(which, command == "fail-at" ? Lost::Command : Lost::Answer); });
    if (command == "slow")
        return at(argument, [&](Coming ms) { pause_ = std::chrono::milliseconds(ms.left); });
    if (command == "mute-at")
        return at(argument, [&](Coming which) { card_->fallSilentAt(which); });
    if (command == "answer-at")
        return answerAt(argument);
    if (command == "counters")
        return "ok " + counters();
    if (command == "log")
        return readLog();
    if (command == "help")
        return "ok " + std::string(commands);
    if (command == "insert")
        insert();
    else if (command == "eject")
        eject();
    else if (command == "mute")
        card_->fallSilent();
    else if (command == "quit")
        ended_ = true;
    else if (command == "clear") {
        card_->clearCounts();
        log_.clear();
    } else if (command == "reset" || command == "swap") {
        const bool was = inserted_;
        const std::string next = command == "swap" ? argument : personality_;
        if (!make(next))
            return "error no such personality: " + next;
        eject();
        take(next);
        log_.clear();
        if (was || command == "swap")
            insert();
    } else
        return "error not one of: " + std::string(commands);
    return "ok";
}

} // namespace softcard
