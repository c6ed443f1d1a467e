// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/witness.h"

#include "tests/fuzz/packed.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <string_view>

namespace kortvakt::fuzz {

namespace {

constexpr int mostCommands = 3000; // of a session

unsigned statusOf(View answer)
{
    return answer.size() < 2 ? 0u : static_cast<unsigned>(answer[answer.size() - 2] << 8 | answer.back());
}

bool isSelected(View answer)
{
    const auto sw = statusOf(answer);
    return sw == 0x9000 || sw >> 8 == 0x61;
}

std::string_view asText(View bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

bool contains(View whole, View part)
{
    return asText(whole).find(asText(part)) != std::string_view::npos;
}

bool carriesCode(View command)
{
    if (command.size() < 2)
        return false;
    const auto ins = command[1];
    return ((ins == 0x20 || ins == 0x21) && command.size() > 5) || ins == 0x24 || ins == 0x25 || ins == 0x2C
        || ins == 0x2D;
}

void Witness::knowAtr(View atr)
{
    yubiKey_ = asText(atr).find("YubiKey") != std::string_view::npos;
}

void Witness::expectReading()
{
    require(!open_, "a session was left open");
    permission_.reset();
    commands_ = emptyVerifies_ = 0;
    codeSent_ = fileBegun_ = false;
    codeAnswer_.reset();
    thenAnswer_.reset();
    thenSent_ = false;
    askedAt_.reset();
    files_.clear();
    namesOfFiles_.clear();
    name_.clear();
    lastCommand_.clear();
    lastAnswer_.clear();
    counters_.clear();
    bytesAnswered_ = 0;
}

void Witness::expectCode(Permission permission)
{
    expectReading();
    permission_ = std::move(permission);
}

StillWanted Witness::question()
{
    return [this] {
        require(!askedAt_, "it is asked once whether the code is still wanted");
        askedAt_ = commands_;
        return permission_ && permission_->wanted;
    };
}

void Witness::begin()
{
    require(!open_, "a transaction within a transaction");
    open_ = true;
    card_.begin();
}

void Witness::end(Leave leave) noexcept
{
    require(open_, "a transaction ends that was not begun");
    require((leave == Leave::Reset) == codeSent_, "a card is reset when a code was sent, and only then");
    open_ = false;
    card_.end(leave);
}

Bytes Witness::transmit(View command)
{
    judge(command);
    ++commands_;
    if (carriesCode(command))
        (codeSent_ ? thenSent_ : codeSent_) = true;
    auto answer = card_.transmit(command);
    note(command, answer);
    return answer;
}

void Witness::judge(View command) const
{
    require(open_, "nothing is sent outside a transaction");
    require(commands_ < mostCommands, "a session sends no more commands than its budget");
    if (codeSent_)
        return judgeThen(command);
    require(command.size() >= 4 && command.size() <= 261 && command[0] == 0x00, "a short APDU of class 00");
    const std::size_t lc = command.size() > 5 ? command[4] : 0u;
    const bool withLe = protocol() == Protocol::T1 && command.size() == 6 + lc;
    require(command.size() <= 5 || command.size() == 5 + lc || withLe, "Lc tells how many data bytes follow");
    require(protocol() == Protocol::T1 || command.size() >= 5, "a TPDU of T=0 has its P3");

    const auto ins = command[1];
    if (carriesCode(command))
        judgeCode(command);
    else if (ins == 0x20)
        require(command[2] == 0 && (command.size() == 4 || command[4] == 0),
            "a VERIFY without a code expects none: nothing but a counter is asked for");
    else
        require(ins == 0xA4 || ins == 0xB0 || ins == 0xB2 || ins == 0xC0
                || (ins == 0xCB && command.size() > 5) || asksYubiKey(command),
            "a card is only selected, read and asked");
}

/** Metadata of a code, serial number, version: a question without data, to the PIV application of a card that
 * says it is a YubiKey. */
bool Witness::asksYubiKey(View command) const
{
    const bool known = command[1] == 0xF7 || command[1] == 0xF8 || command[1] == 0xFD;
    return yubiKey_ && known && command.size() <= 5 && command[2] == 0x00
        && std::ranges::equal(name_, fromHex("A00000030800001000"));
}

void Witness::judgeCode(View command) const
{
    require(permission_.has_value(), "no code is sent while a card is read");
    require(askedAt_ == commands_, "directly before the code it is asked whether it is still wanted");
    require(permission_->wanted, "a code that nobody wants any more is not sent");
    require(std::ranges::equal(command, permission_->command),
        "the code command has the form, reference, padding and length that were shown");
    judgeSelection(permission_->application);
    judgeApplet(permission_->application, permission_->described);
    for (const auto& bytes : permission_->sameCard)
        require(std::ranges::any_of(files_, [&](const auto& file) { return contains(file, bytes); })
                || std::ranges::any_of(files_, [&](const auto& file) { return holdsPacked(file, bytes); }),
            "a code goes only to a card that has shown the same serial number, codes and certificate again");
    require(!permission_->insertion || permission_->insertion == card_.insertion(),
        "a card without number and certificate gets a code only in the insertion that it was shown in");
    const auto asked = counters_.find(permission_->counted);
    if (permission_->shownTries && asked != counters_.end())
        require(std::ranges::any_of(asked->second,
                    [&](unsigned sw) {
                        return sw == 0x9000
                            || (sw >> 4 == 0x63C && static_cast<int>(sw & 0xF) >= *permission_->shownTries);
                    }),
            "with fewer tries than were shown the code is not sent");
}

void Witness::judgeSelection(const Location& where) const
{
    require(lastCommand_.size() > 4 && lastCommand_[1] == 0xA4 && isSelected(lastAnswer_),
        "the code's application is selected directly before the code");
    const View selected =
        View(lastCommand_).subspan(5, std::min<std::size_t>(lastCommand_[4], lastCommand_.size() - 5));
    const View wanted = where.path.empty() ? View(where.aid) : View(where.path);
    require(selected.size() <= wanted.size() && std::ranges::equal(selected, wanted.last(selected.size()))
            && !selected.empty(),
        "what is selected before the code is the code's own application");
}

/** A path leads from the applet that was selected last, by its name: the code's own, or where it has none,
 * the one that its description was read in. */
void Witness::judgeApplet(const Location& where, const Bytes& described) const
{
    if (!where.aid.empty()) {
        require(name_ == where.aid, "the code's applet is the one that was selected last");
        return;
    }
    if (described.empty())
        return;
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (namesOfFiles_[i] == name_ && contains(files_[i], described))
            return;
    require(false, "no other applet is selected between reading what describes a code and sending it");
}

/** After a code only the new code may come, where its PUK was verified, and what selects its application. */
void Witness::judgeThen(View command) const
{
    require(permission_->then && codeAnswer_ && statusOf(*codeAnswer_) == 0x9000 && !thenSent_,
        "nothing follows a code, but the new code after a PUK that the card has taken");
    const auto& then = *permission_->then;
    const bool elsewhere = then.application != permission_->application;
    if (!carriesCode(command)) {
        require(elsewhere && command[1] == 0xA4,
            "between a PUK and its new code, only an application is selected");
        return;
    }
    require(std::ranges::equal(command, then.command), "the new code has the form that was shown");
    if (elsewhere) {
        judgeSelection(then.application);
        judgeApplet(then.application, {});
    } else
        require(carriesCode(lastCommand_), "the new code follows its PUK directly");
}

bool Witness::codeTaken() const
{
    const auto& last = permission_ && permission_->then ? thenAnswer_ : codeAnswer_;
    return last && statusOf(*last) == 0x9000;
}

void Witness::note(View command, View answer)
{
    bytesAnswered_ += answer.size();
    lastCommand_.assign(command.begin(), command.end());
    lastAnswer_.assign(answer.begin(), answer.end());
    if (carriesCode(command)) {
        (thenSent_ ? thenAnswer_ : codeAnswer_) = lastAnswer_;
        return;
    }
    const auto data = answer.first(answer.size() - std::min<std::size_t>(answer.size(), 2));
    switch (command[1]) {
    case 0x20:
        ++emptyVerifies_;
        counters_[command[3]].push_back(statusOf(answer));
        break;
    case 0xA4:
        fileBegun_ = false;
        if (command[2] == 0x04 && isSelected(answer))
            name_ = Bytes(command.begin() + 5,
                command.begin() + 5 + std::min<std::ptrdiff_t>(command[4], std::ssize(command) - 5));
        break;
    case 0xB0: {
        const auto offset = static_cast<std::size_t>(command[2] << 8 | command[3]);
        if (!fileBegun_ || offset < fileStart_ || offset > fileStart_ + files_.back().size()) {
            beginFile(offset);
        }
        readAt_ = offset - fileStart_;
        keep(data);
        break;
    }
    case 0xB2:
        if (!fileBegun_)
            beginFile(0);
        readAt_ = files_.back().size();
        keep(data);
        break;
    case 0xCB: // a data object
    case 0xF8: // a serial number
        beginFile(0);
        keep(data);
        break;
    case 0xC0:
        if (fileBegun_)
            keep(data);
        break;
    default:
        break;
    }
}

void Witness::beginFile(std::size_t start)
{
    files_.emplace_back();
    namesOfFiles_.push_back(name_);
    fileStart_ = start;
    readAt_ = 0;
    fileBegun_ = true;
}

void Witness::keep(View data)
{
    auto& file = files_.back();
    file.resize(std::max(file.size(), readAt_ + data.size()));
    std::ranges::copy(data, file.begin() + static_cast<std::ptrdiff_t>(readAt_));
    readAt_ += data.size();
}

} // namespace kortvakt::fuzz
